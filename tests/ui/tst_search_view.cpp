// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "models/feed/feed_search.h"
#include "ui/history/search_view.h"

#include <QPushButton>
#include <QTest>

namespace {

struct Scene {
    Scene() {
        core.feed = fake::feed_rows(1, 900);
        view = std::make_unique<ui::history::SearchView>(core, clock, formats);
        view->resize(1000, 500);
        view->show();
    }
    void type(const char* typed) const {
        view->line().set_text(QString::fromUtf8(typed));
        QTest::keyClick(&view->line().line(), Qt::Key_Return);
    }
    [[nodiscard]] QString said() const { return view->line().line().accessibleDescription(); }

    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    text::Formats formats{QLocale::English, QTimeZone::utc()};
    std::unique_ptr<ui::history::SearchView> view;
};

} // namespace

class TestSearchView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_is_typed_becomes_a_question_data();
    void what_is_typed_becomes_a_question();
    void what_cannot_be_asked_says_why();
    void it_looks_back_page_by_page_newest_first();
    void what_cannot_be_understood_is_not_asked();
    void a_result_opens_its_order();
};

void TestSearchView::what_is_typed_becomes_a_question_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("asked");
    QTest::newRow("words") << QStringLiteral("pump seal") << QStringLiteral("text=pump seal");
    QTest::newRow("an id") << QStringLiteral("id:TX-1") << QStringLiteral("id=TX-1");
    QTest::newRow("an agent and words") << QStringLiteral("agent:bot-7 late")
                                        << QStringLiteral("agent=bot-7 text=late");
    QTest::newRow("an amount range in its currency, in any order")
        << QStringLiteral("amount>=1.5 currency:KWD amount<=2") << QStringLiteral("least=1500 most=2000 KWD");
    QTest::newRow("days of the zone, both included")
        << QStringLiteral("from:2026-03-01 to:2026-03-01") << QStringLiteral("from=1772319600 to=1772406000");
    QTest::newRow("a tier and an event") << QStringLiteral("tier>=blocked event:held")
                                         << QStringLiteral("tier=4 type=10");
}

void TestSearchView::what_is_typed_becomes_a_question() {
    QFETCH(QString, typed);
    const auto query = models::feed::feed_search(typed.toStdString(), QTimeZone("Europe/Berlin"));
    QVERIFY(query.ok());
    const ports::FeedQuery& asked = query.value();
    QStringList said;
    const auto say = [&said](const char* name, const std::string& value) {
        said += QLatin1String(name) + QLatin1Char('=') + QString::fromStdString(value);
    };
    const auto seconds = [](base::Instant instant) {
        return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(instant.time_since_epoch()).count());
    };
    if (!asked.id.empty())
        say("id", asked.id);
    if (asked.agent)
        say("agent", asked.agent->bytes());
    if (asked.at_least)
        say("tier", std::to_string(static_cast<int>(*asked.at_least)));
    if (asked.type)
        say("type", std::to_string(static_cast<int>(*asked.type)));
    if (asked.amount.least)
        say("least", std::to_string(*asked.amount.least));
    if (asked.amount.most)
        say("most", std::to_string(*asked.amount.most));
    if (asked.time_from)
        say("from", seconds(*asked.time_from));
    if (asked.time_to)
        say("to", seconds(*asked.time_to));
    if (!asked.text.empty())
        say("text", asked.text);
    if (asked.amount.currency)
        said += QString::fromStdString(std::string(asked.amount.currency->code()));
    QTEST(said.join(u' '), "asked");
}

void TestSearchView::what_cannot_be_asked_says_why() {
    const auto why = [](const char* typed) {
        const auto query = models::feed::feed_search(typed, QTimeZone::utc());
        return query ? std::string() : query.fault().detail;
    };
    QCOMPARE(why("amount>=5"), std::string("currency"));
    QCOMPARE(why("from:yesterday"), std::string("date"));
    QCOMPARE(why("-pump"), std::string("negated"));
    QCOMPARE(why("tier<blocked"), std::string("tier"));
    QCOMPARE(why("colour:red"), std::string("field"));
}

void TestSearchView::it_looks_back_page_by_page_newest_first() {
    const Scene scene;
    scene.type("pump");
    QTRY_VERIFY(!scene.view->is_looking());
    QCOMPARE(scene.view->found().rowCount(), 200);
    QCOMPARE(scene.view->found().row_at(0).index, std::uint64_t{900});
    QCOMPARE(scene.view->found().row_at(199).index, std::uint64_t{701});
    QVERIFY(scene.said().contains(QStringLiteral("701")));
    auto* more = scene.view->findChild<QPushButton*>();
    for (const int expected : {400, 600, 800, 900}) {
        QVERIFY(more->isVisible());
        more->click();
        QTRY_VERIFY(!scene.view->is_looking() && scene.view->found().rowCount() == expected);
    }
    QTRY_VERIFY(!more->isVisible());
    QVERIFY(scene.said().contains(QStringLiteral("all there is")));
    QCOMPARE(scene.view->found().row_at(0).index, std::uint64_t{900});
}

void TestSearchView::what_cannot_be_understood_is_not_asked() {
    const Scene scene;
    scene.type("tier:huge");
    QVERIFY(!scene.view->is_looking());
    QVERIFY(!scene.view->line().is_understood());
    QVERIFY(scene.said().contains(QStringLiteral("tier:huge")));
    QCOMPARE(scene.view->found().rowCount(), 0);
}

void TestSearchView::a_result_opens_its_order() {
    const Scene scene;
    scene.type("pump");
    QTRY_COMPARE(scene.view->found().rowCount(), 200);
    int opened = 0;
    connect(scene.view.get(), &ui::history::SearchView::opened, this, [&opened] { ++opened; });
    auto* table = scene.view->findChild<QTableView*>();
    int with_order = 0;
    while (scene.view->found().row_at(with_order).transaction.empty()) {
        ++with_order;
    }
    table->setCurrentIndex(table->model()->index(with_order, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened, 1);
    QVERIFY(scene.view->current_order());
    QVERIFY(scene.view->current_agent());
}

QTEST_MAIN(TestSearchView)
#include "tst_search_view.moc"
