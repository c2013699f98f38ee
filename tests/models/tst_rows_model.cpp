// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/case/rows_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using models::case_::Align;
using models::case_::RowsModel;

namespace {

struct Thing {
    QChar name;
    QChar content;
};

/// "a1 b2": things by name and content.
std::vector<Thing> drawn(const QString& text) {
    std::vector<Thing> things;
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        things.push_back({word.at(0), word.at(1)});
    }
    return things;
}

QString draw(const RowsModel<Thing>& model) {
    QStringList words;
    for (int row = 0; row < model.rowCount(); ++row) {
        words += model.index(row, 0).data().toString() + model.index(row, 1).data().toString();
    }
    return words.join(QLatin1Char(' '));
}

RowsModel<Thing> make() {
    return {{{QStringLiteral("Name"), [](const Thing& thing) { return QString(thing.name); }},
             {QStringLiteral("Content"), [](const Thing& thing) { return QString(thing.content); }, Align::number}},
            [](const Thing& one, const Thing& other) { return one.name == other.name; }};
}

} // namespace

class TestRowsModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_newer_reading_moves_as_little_as_it_can_data();
    void a_newer_reading_moves_as_little_as_it_can();
    void cells_know_how_they_stand();
};

void TestRowsModel::a_newer_reading_moves_as_little_as_it_can_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("insertions");
    QTest::addColumn<int>("resets");
    QTest::newRow("the first reading is inserted") << ""
                                                   << "a1 b1" << 1 << 0;
    QTest::newRow("new rows at the end") << "a1 b1"
                                         << "a1 b1 c1" << 1 << 0;
    QTest::newRow("new rows at the beginning") << "a1 b1"
                                               << "z1 a1 b1" << 1 << 0;
    QTest::newRow("new rows at both ends") << "a1 b1"
                                           << "z1 a1 b1 c1" << 2 << 0;
    QTest::newRow("another content in place") << "a1 b1"
                                              << "a1 b2" << 0 << 0;
    QTest::newRow("another list") << "a1 b1"
                                  << "c1 d1" << 0 << 1;
    QTest::newRow("a row went away") << "a1 b1"
                                     << "a1" << 0 << 1;
    QTest::newRow("everything went away") << "a1 b1"
                                          << "" << 0 << 1;
}

void TestRowsModel::a_newer_reading_moves_as_little_as_it_can() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    RowsModel<Thing> model = make();
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set_rows(drawn(before));
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.set_rows(drawn(after));
    QCOMPARE(draw(model), after);
    QTEST(static_cast<int>(inserted.count()), "insertions");
    QTEST(static_cast<int>(reset.count()), "resets");
}

void TestRowsModel::cells_know_how_they_stand() {
    RowsModel<Thing> model = make();
    model.set_rows(drawn(QStringLiteral("a1")));
    QVERIFY(model.index(0, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    QVERIFY(!(model.index(0, 0).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight));
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Content"));
    QVERIFY(!model.headerData(5, Qt::Horizontal, Qt::DisplayRole).isValid());
    QVERIFY(!model.index(0, 0).data(Qt::ForegroundRole).isValid());
}

QTEST_GUILESS_MAIN(TestRowsModel)
#include "tst_rows_model.moc"
