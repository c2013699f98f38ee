// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where a condition begins to fire, and the next round amount above what passed.
#include "app/policy/thresholds.h"

#include <QTest>

class TestThresholds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_floor_is_found_where_raising_it_lets_more_through_data() {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<QByteArray>("found");
        const auto row = [](const char* name, const char* condition, const char* found) {
            QTest::newRow(name) << QByteArray(condition) << QByteArray(found);
        };
        row("alone", "gross >= money('500.00 GBP')", "gross 0 50000 from");
        row("above, not at", "gross > money('500.00 GBP')", "gross 0 50000 above");
        row("the last of several parts", "supplier.is_new && amount >= money('500.00 GBP')", "amount 0 50000 from");
        row("a name with a dot", "!together.batch && together.total >= money('1000.00 GBP')",
            "together.total 0 100000 from");
        row("behind an amount from below", "gross < money('1000.00 GBP') && together.total >= money('2000.00 GBP')",
            "together.total 1 200000 from");
        row("behind a plain number", "repeats >= 4 && gross > money('1.00 GBP')", "gross 1 100 above");
        row("only from below", "gross < money('500.00 GBP')", "");
        row("one of two ways", "payee.is_new || gross >= money('500.00 GBP')", "");
        row("negated", "!(gross >= money('500.00 GBP'))", "");
        row("in a choice", "supplier.is_new ? gross > money('1.00 GBP') : false", "");
        row("in a list of lines", "lines.exists(l, l.net > money('500.00 GBP'))", "");
        row("the other way round", "money('500.00 GBP') <= gross", "");
        row("of a sum", "spend.agent.month + gross > money('500.00 GBP')", "");
        row("plain numbers only", "orders.agent.day >= 200", "");
        row("nothing", "", "");
        row("no condition at all", "gross >= money('5", "");
    }
    void a_floor_is_found_where_raising_it_lets_more_through() {
        QFETCH(QByteArray, condition);
        const auto floor = policy::floor_of(condition.toStdString());
        QString found;
        if (floor) {
            found = QStringLiteral("%1 %2 %3 %4")
                        .arg(QString::fromStdString(floor->name))
                        .arg(floor->threshold)
                        .arg(floor->from.minor)
                        .arg(floor->inclusive ? QStringLiteral("from") : QStringLiteral("above"));
        }
        QTEST(found.toUtf8(), "found");
    }

    void a_round_amount_lies_above_data() {
        QTest::addColumn<qint64>("most");
        QTest::addColumn<bool>("inclusive");
        QTest::addColumn<qint64>("round");
        QTest::newRow("between two steps") << qint64{612'40} << true << qint64{620'00};
        QTest::newRow("at a step that fires itself") << qint64{620'00} << true << qint64{630'00};
        QTest::newRow("at a step that does not") << qint64{620'00} << false << qint64{620'00};
        QTest::newRow("a cent above a step") << qint64{620'01} << false << qint64{630'00};
        QTest::newRow("of two digits") << qint64{42} << true << qint64{43};
        QTest::newRow("nothing") << qint64{0} << true << qint64{1};
        QTest::newRow("over the next power of ten") << qint64{99'900} << true << qint64{100'000};
        QTest::newRow("beyond 64 bits") << std::numeric_limits<qint64>::max() << true << qint64{-1};
        QTest::newRow("money that comes back") << qint64{-500} << true << qint64{-1};
    }
    void a_round_amount_lies_above() {
        QFETCH(qint64, most);
        QFETCH(bool, inclusive);
        const auto currency = domain::Currency::from_code("GBP").value();
        const auto found = policy::round_floor_above({most, currency}, inclusive);
        QTEST(found ? qint64{found->minor} : qint64{-1}, "round");
    }
};

QTEST_GUILESS_MAIN(TestThresholds)
#include "tst_thresholds.moc"
