// SPDX-License-Identifier: GPL-3.0-or-later
//
// The same language above every table: each has a row here.

#include "tests/support/patience.h"
#include "tests/ui/support/fake_books.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"
#include "ui/agents/agents_view.h"
#include "ui/case/history_pages.h"
#include "ui/decisions/decisions_view.h"
#include "ui/health/health_view.h"
#include "ui/history/search_view.h"
#include "ui/inbox/inbox_view.h"

#include <QListView>
#include <QTest>

#include <algorithm>

namespace {

void ask(ui::sieve::Bar& bar, const char* typed) {
    bar.set_text(QString::fromUtf8(typed));
    QTest::keyClick(&bar.line(), Qt::Key_Return);
    QVERIFY2(bar.is_understood(), qPrintable(bar.line().accessibleDescription()));
}

QString said(const ui::sieve::Bar& bar) {
    return bar.line().accessibleDescription();
}

struct World {
    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    fake::Books books;
    text::Formats formats{QLocale(QLocale::English), QTimeZone::utc()};
};

} // namespace

class TestNarrowedTables final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_inbox() {
        World world;
        world.core.health.link = ports::LinkState::live;
        world.core.add_case(fake::drawn_case("TX-1 sign_off EUR 12400.00 bot-1 Nordlicht"));
        world.core.add_case(fake::drawn_case("TX-2 confirm EUR 10.00 bot-2 Nordlicht"));
        world.core.add_case(fake::drawn_case("TX-3 dual_sign_off GBP 99000.00 bot-3 Seals"));
        ui::inbox::InboxView view(world.core, world.core, world.clock, world.formats);
        view.show();
        QTRY_COMPARE(view.model().rowCount(), 3);
        auto* list = view.findChild<QListView*>();
        list->setCurrentIndex(view.model().index(1));
        const auto chosen = view.model().row_at(1).key;
        ask(view.filter(), "amount > money(\"10000.00 EUR\")");
        QCOMPARE(view.model().rowCount(), 1);
        QVERIFY(view.model().row_at(0).key.id.bytes() == "TX-1");
        QVERIFY2(said(view.filter()).contains(QStringLiteral("1 not comparable")), qPrintable(said(view.filter())));
        QCOMPARE(view.case_view().key(), std::optional(chosen)); // the case beside it stays

        world.core.change_case(fake::drawn_case("TX-4 sign_off EUR 50000.00 bot-4 Nordlicht"));
        world.core.change_case(fake::drawn_case("TX-5 sign_off EUR 5.00 bot-4 Nordlicht"));
        QTRY_COMPARE(view.model().open_count(), 5);
        view.show_new();
        QCOMPARE(view.model().rowCount(), 2); // of the new ones only what passes

        ask(view.filter(), "waiting > duration(\"1000h\")");
        QCOMPARE(view.model().rowCount(), 0);
        const auto empties = view.findChildren<ui::look::EmptyState*>();
        QVERIFY(std::any_of(empties.begin(), empties.end(), [](const auto* empty) {
            return empty->isVisible() && empty->accessibleName().contains(QStringLiteral("passes"));
        }));
        ask(view.filter(), "seals");
        QCOMPARE(view.model().rowCount(), 1);
        QTest::keyClick(&view.filter().line(), Qt::Key_Escape);
        QTRY_COMPARE(view.model().rowCount(), 5);
    }

    void decisions() {
        World world;
        for (const auto state : {domain::DecisionState::in_doubt, domain::DecisionState::executed}) {
            ports::DecisionRow row;
            row.decision.id = domain::DecisionId("D-" + std::to_string(static_cast<int>(state)));
            row.decision.verb = domain::Verb::approve;
            row.decision.amount = fake::money("12.00", "EUR");
            row.state = state;
            row.signed_at = fake::morning();
            world.core.taken.push_back(row);
        }
        ui::decisions::DecisionsView view(world.core, world.clock, world.formats);
        view.show();
        QTRY_COMPARE(view.count(), 2);
        ask(view.filter(), "state == \"in_doubt\" && decision == \"approve\"");
        QCOMPARE(view.count(), 1);
        QVERIFY(view.row_at(0).state == domain::DecisionState::in_doubt);
        QVERIFY(said(view.filter()).contains(QStringLiteral("1 of 2")));
        ask(view.filter(), "simulated && amount > money(\"1 EUR\")");
        QCOMPARE(view.count(), 0);
    }

    void agents() {
        World world;
        fake::fill_books(world.books);
        ui::agents::AgentsView view(world.books, world.books, world.clock, world.formats);
        view.resize(1400, 800);
        view.show();
        QTRY_VERIFY(view.model().rowCount() > 2);
        const int all = view.model().rowCount();
        const domain::AgentId first = view.model().row_at(0).agent.id;
        const std::string condition = "agent == " + filter::quoted(first.bytes());
        ask(view.filter(), condition.c_str());
        QCOMPARE(view.model().rowCount(), 1);
        QVERIFY(view.model().row_at(0).agent.id == first);
        ask(view.filter(), "today >= money(\"0 EUR\")");
        const int shown = view.model().rowCount();
        QVERIFY(shown < all);
        QTest::keyClick(&view.filter().line(), Qt::Key_Escape);
        QTRY_COMPARE(view.model().rowCount(), all);
    }

    void what_was_set_aside() {
        World world;
        for (std::uint64_t index = 40; index >= 1; --index) {
            ports::QuarantineRow row;
            row.index = index;
            row.size = index * 100;
            row.times = index == 7 ? 12 : 1;
            row.reason = {base::FaultCode::malformed, "unexpected end <b>", "/data/0"};
            world.core.quarantined.push_back(row);
        }
        ui::health::HealthView view(world.core, world.clock, world.formats);
        view.show();
        view.tick();
        auto* table = view.findChild<QTableView*>(QStringLiteral("quarantine"));
        QTRY_COMPARE(table->model()->rowCount(), 40);
        ui::sieve::Bar* bar = nullptr;
        const auto bars = view.findChildren<ui::sieve::Bar*>();
        for (ui::sieve::Bar* one : bars) {
            bar = one->table() == QStringLiteral("quarantine") ? one : bar;
        }
        QVERIFY(bar != nullptr);
        ask(*bar, "times > 10 || bytes_arrived >= 3900");
        QCOMPARE(table->model()->rowCount(), 3);
        ask(*bar, "reason.contains(\"<b>\") && place == \"/data/1\"");
        QCOMPARE(table->model()->rowCount(), 0);
        view.tabs().setCurrentIndex(1);
        QVERIFY(bar->isVisible()); // or nobody could empty it
    }

    void what_was_found() {
        World world;
        world.core.feed = fake::feed_rows(1, 150);
        ui::history::SearchView view(world.core, world.clock, world.formats);
        view.show();
        QVERIFY(!view.filter().isVisible());
        view.search("tier>=automatic");
        QTRY_VERIFY(view.found().rowCount() > 0);
        QVERIFY(view.filter().isVisible());
        const int found = view.found().rowCount();
        ask(view.filter(), "tier == blocked");
        QVERIFY(view.found().rowCount() < found);
        for (int row = 0; row < view.found().rowCount(); ++row) {
            QVERIFY(view.found().tier_at(row) == domain::Tier::blocked);
        }
    }

    void the_timeline_of_a_case() {
        World world;
        ports::CaseFile file;
        for (int i = 0; i < 12; ++i) {
            ports::TimelineEntry entry;
            entry.row.index = static_cast<std::uint64_t>(i);
            entry.row.type = i % 3 == 0 ? domain::EventType::transaction_held : domain::EventType::turn_taken;
            entry.row.time = fake::morning();
            file.timeline.push_back(entry);
        }
        ui::case_::TimelinePage page(world.clock, world.formats);
        static_cast<QWidget&>(page).show();
        page.show(file);
        QVERIFY(page.filter().isVisible());
        auto* table = page.findChild<QTableView*>();
        ask(page.filter(), "event == \"transaction.held\"");
        QCOMPARE(table->model()->rowCount(), 4);
        file.timeline.resize(3); // a short one needs no bar, unless it is narrowed
        page.show(file);
        QVERIFY(page.filter().isVisible());
        QCOMPARE(table->model()->rowCount(), 1);
        page.filter().set_text({});
        QTest::keyClick(&page.filter().line(), Qt::Key_Return);
        QVERIFY(!page.filter().isVisible());
        QCOMPARE(table->model()->rowCount(), 3);
    }
};

QTEST_MAIN(TestNarrowedTables)
#include "tst_narrowed_tables.moc"
