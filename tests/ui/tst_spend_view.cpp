// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/support/fake_books.h"
#include "tests/ui/support/scenes.h"
#include "ui/spend/spend_charts.h"
#include "ui/spend/spend_view.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <set>

using ui::spend::Period;
using ui::spend::span_of;
using ui::spend::SpendView;

namespace {

base::Instant at(const char* text) {
    return base::from_rfc3339(text).value();
}

/// A view of filled books, shown.
struct Scene {
    explicit Scene(bool filled = true) {
        if (filled) {
            fake::fill_books(books);
        }
        view.resize(1400, 800);
        view.show();
    }
    [[nodiscard]] bool is_filled() const { return view.answer() && view.answer()->total.orders > 0; }
    [[nodiscard]] bool shows_the_year() const { return is_filled() && view.answer()->buckets.size() == 12; }

    base::ManualClock clock{fake::morning()};
    text::Formats formats{QLocale(QStringLiteral("en_GB")), QTimeZone("Europe/Berlin")};
    fake::Books books;
    SpendView view{books, clock, formats};
};

QString shown(const QWidget& widget) {
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        texts.append(label->text());
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace

class TestSpendView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void chart_twin_and_lists_show_the_same_numbers();
    void a_choice_narrows_everything_and_escape_widens_it();
    void a_point_narrows_to_its_time_and_each_condition_can_be_taken_away();
    void a_chosen_time_is_zoomed_in_to_and_back_leads_out();
    void the_orders_behind_a_figure_are_listed();
    void every_list_narrows_too();
    void headroom_says_what_is_left_and_how_long_it_lasts();
    void a_choice_of_headroom_narrows_the_spend();
    void lists_are_narrowed_by_conditions();
    void tiers_are_ours_unless_a_person_wants_the_platforms();
    void disagreements_are_a_figure_with_its_lists();
    void news_are_shown_and_hidden_screens_do_not_ask();
    void an_empty_period_says_what_to_do();
    void old_books_begin_with_all_there_is();
    void a_fault_and_a_long_history_are_said();
    void what_is_left_out_is_said();
    void back_and_forward_bring_the_same_selection();
    void names_from_outside_cannot_become_markup();
    void days_follow_the_calendar_of_the_zone_data();
    void days_follow_the_calendar_of_the_zone();
    void sums_that_do_not_fit_are_not_shown_as_if_they_did();
};

void TestSpendView::chart_twin_and_lists_show_the_same_numbers() {
    Scene scene;
    scene.view.set_period(Period::month);
    QTRY_VERIFY(scene.is_filled() && scene.view.answer()->buckets.size() == 30);
    const ports::SpendAnswer& answer = *scene.view.answer();
    const auto& twin = scene.view.tiers().twin();
    QCOMPARE(twin.rowCount(), 30);
    domain::Money sum{0, answer.currency};
    for (std::size_t bucket = 0; bucket < 30; ++bucket) {
        for (std::size_t slot = 0; slot < ports::tier_slots; ++slot) {
            const domain::Money& money = answer.buckets[bucket].tiers[slot].money;
            QCOMPARE(twin.index(static_cast<int>(bucket), static_cast<int>(slot) + 1).data().toString(),
                     scene.formats.money(money));
            sum = domain::add(sum, money).value();
        }
    }
    QCOMPARE(sum, answer.total.money);
    QVERIFY(sum.minor != 0);
    QVERIFY(shown(scene.view).contains(scene.formats.money(answer.total.money)));
    domain::Money listed = answer.agents.others.money;
    for (int row = 0; row < scene.view.agents().model().rowCount(); ++row) {
        listed = domain::add(listed, scene.view.agents().model().row_at(row).spent.money).value();
    }
    QCOMPARE(listed, answer.total.money);
    const auto& shares = scene.view.handling().twin();
    QCOMPARE(shares.columnCount(), 3);
}

void TestSpendView::a_choice_narrows_everything_and_escape_widens_it() {
    Scene scene;
    scene.view.set_period(Period::year);
    QTRY_VERIFY(scene.shows_the_year());
    const auto all = scene.view.answer()->total.orders;
    QSignalSpy narrowed(&scene.view, &SpendView::narrowed);
    Q_EMIT scene.view.tiers().chosen(0, 2);
    QTRY_VERIFY(scene.view.answer()->total.orders < all);
    QCOMPARE(narrowed.count(), 1);
    QCOMPARE(*scene.view.selection().slot, std::size_t{2});
    QCOMPARE(scene.view.answer()->tiers[0].orders, std::int64_t{0});
    Q_EMIT scene.view.handling().chosen(0, 1);
    QTRY_COMPARE(scene.view.answer()->handling[0].orders, std::int64_t{0});
    QVERIFY(scene.view.narrowing().contains(QStringLiteral("tier Sign-off by our policy")));
    QVERIFY(QTest::qWaitForWindowExposed(&scene.view, support::patience_ms));
    scene.view.activateWindow();
    scene.view.take_focus();
    QTest::keyClick(scene.view.focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE(scene.view.answer()->total.orders, all);
    QVERIFY(scene.view.selection() == ports::SpendSelection());
}

/// By a bar, and by its row in the table; the charts keep showing the whole period.
void TestSpendView::a_point_narrows_to_its_time_and_each_condition_can_be_taken_away() {
    Scene scene;
    scene.view.set_period(Period::year);
    QTRY_VERIFY(scene.shows_the_year());
    const ports::SpendAnswer all = *scene.view.answer();
    Q_EMIT scene.view.tiers().table().activated(scene.view.tiers().twin().index(3, 2)); // April's Confirm
    QTRY_VERIFY(scene.view.answer()->total.orders < all.total.orders);
    const ports::SpendAnswer cut = *scene.view.answer();
    QCOMPARE(cut.total, all.buckets[3].tiers[1]);
    QCOMPARE(cut.buckets[5].tiers[1], all.buckets[5].tiers[1]);
    const auto chips = [&scene] {
        QList<QToolButton*> shown;
        for (QToolButton* chip : scene.view.findChild<ui::spend::Chips*>()->findChildren<QToolButton*>()) {
            if (!chip->isHidden()) {
                shown.append(chip);
            }
        }
        return shown;
    };
    QCOMPARE(chips().size(), qsizetype{2});
    QVERIFY(chips().at(1)->accessibleName().contains(QStringLiteral("Remove this condition")));
    const std::string place = scene.view.place();
    chips().at(0)->click(); // the tier
    QTRY_COMPARE(scene.view.answer()->total.orders,
                 all.buckets[3].handling[0].orders + all.buckets[3].handling[1].orders);
    QCOMPARE(chips().size(), qsizetype{1});
    scene.view.go_to(place);
    QTRY_COMPARE(scene.view.answer()->total, cut.total);
    scene.view.set_period(Period::month); // the month is no part of this period
    QVERIFY(!scene.view.selection().within);
    QVERIFY(scene.view.selection().slot);
}

/// From a year to the days of a month to the hours of a day, each with the sums that the bar above it had.
void TestSpendView::a_chosen_time_is_zoomed_in_to_and_back_leads_out() {
    Scene scene;
    scene.view.set_period(Period::year);
    QTRY_VERIFY(scene.shows_the_year());
    QVERIFY(!scene.view.can_zoom_in());
    const ports::SpendAnswer year = *scene.view.answer();
    std::vector<std::string> left;
    QObject::connect(&scene.view, &SpendView::narrowed, &scene.view,
                     [&left](const std::string& before) { left.push_back(before); });
    const auto choose = [&scene](int point) {
        Q_EMIT scene.view.tiers().table().activated(scene.view.tiers().twin().index(point, 0));
    };
    choose(3); // July
    QTRY_VERIFY(scene.view.can_zoom_in());
    scene.view.take_focus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z);
    QCOMPARE(scene.view.period(), Period::chosen);
    QVERIFY(!scene.view.selection().within);
    QTRY_COMPARE(scene.view.answer()->buckets.size(), std::size_t{31});
    const ports::SpendAnswer month = *scene.view.answer();
    QCOMPARE(month.total.orders, year.buckets[3].handling[0].orders + year.buckets[3].handling[1].orders);
    QCOMPARE(left.size(), std::size_t{2});
    const std::string place = scene.view.place();
    int day = 0;
    while (month.buckets[static_cast<std::size_t>(day)].handling[0].orders == 0) {
        ++day;
    }
    choose(day);
    scene.view.zoom_in();
    QTRY_COMPARE(scene.view.answer()->buckets.size(), std::size_t{24});
    const auto& bucket = month.buckets[static_cast<std::size_t>(day)];
    QCOMPARE(scene.view.answer()->total.orders, bucket.handling[0].orders + bucket.handling[1].orders);
    choose(12);
    QVERIFY(!scene.view.can_zoom_in()); // an hour has no pieces
    scene.view.go_to(place);
    QTRY_COMPARE(scene.view.answer()->buckets.size(), std::size_t{31});
    QCOMPARE(scene.view.place(), place);
    scene.view.go_to(left.front());
    QTRY_COMPARE(scene.view.answer()->buckets.size(), std::size_t{12});
    QVERIFY(ui::spend::place_at("\nz1 0", Period::week).period == Period::week); // no stretch of time
}

/// As many as the sum counts, read page by page, each with both tiers; Enter opens one.
void TestSpendView::the_orders_behind_a_figure_are_listed() {
    Scene scene;
    scene.books.lines_at_once = 7;
    scene.view.set_period(Period::month);
    QTRY_VERIFY(scene.is_filled() && scene.view.answer()->buckets.size() == 30);
    ui::spend::OrdersPage& page = scene.view.orders();
    QCOMPARE(page.model().rowCount(), 0); // not read before they are seen
    ports::SpendSelection only;
    only.agreement = ports::Agreement::policy_stricter;
    scene.view.narrow(only);
    scene.view.pages().setCurrentWidget(&page);
    QTRY_VERIFY(page.model().rowCount() > 0 && !page.is_looking());
    const ports::SpendAnswer& answer = *scene.view.answer();
    QCOMPARE(static_cast<std::int64_t>(page.model().rowCount()), answer.total.orders);
    for (int row = 0; row < page.model().rowCount(); ++row) {
        const ports::OrderLine& line = page.model().row_at(row);
        QVERIFY(line.own_tier && line.platform_tier && *line.own_tier > *line.platform_tier);
        QCOMPARE(line.money.currency, answer.currency);
        QVERIFY(row == 0 || line.time <= page.model().row_at(row - 1).time);
    }
    QVERIFY(page.said().contains(QStringLiteral("all that the record holds")));
    QVERIFY(!page.more().isEnabled());
    QSignalSpy opened(&scene.view, &SpendView::opened);
    Q_EMIT page.table().activated(page.model().index(0, 0));
    QCOMPARE(opened.count(), 1);
    // More than a page: read on when asked. And the selection is followed.
    scene.view.set_period(Period::year);
    scene.view.narrow({});
    QTRY_VERIFY(page.model().rowCount() >= 200 && !page.is_looking());
    QVERIFY(static_cast<std::int64_t>(page.model().rowCount()) < scene.view.answer()->total.orders);
    const int before = page.model().rowCount();
    page.more().click();
    QTRY_VERIFY(page.model().rowCount() > before && !page.is_looking());
    const std::string place = scene.view.place();
    scene.view.pages().setCurrentIndex(0);
    scene.view.go_to(place);
    QCOMPARE(scene.view.pages().currentWidget(), static_cast<QWidget*>(&page));
}

void TestSpendView::every_list_narrows_too() {
    Scene scene;
    scene.view.set_period(Period::year);
    QTRY_VERIFY(scene.shows_the_year());
    for (auto* list : {&scene.view.agents(), &scene.view.suppliers(), &scene.view.categories()}) {
        Q_EMIT list->table().activated(list->model().index(0, 0));
        QTRY_COMPARE(list->model().rowCount(), 1);
    }
    QVERIFY(scene.view.selection().agent && scene.view.selection().supplier && scene.view.selection().category);
}

void TestSpendView::headroom_says_what_is_left_and_how_long_it_lasts() {
    Scene scene;
    QTRY_VERIFY(scene.is_filled());
    scene.view.pages().setCurrentIndex(1);
    ui::spend::HeadroomPage& page = scene.view.headroom();
    QTRY_VERIFY(page.is_filled());
    QVERIFY(page.model().rowCount() > 4);
    // The chart is of the same lines, in the same order.
    const auto& twin = page.chart().twin();
    QCOMPARE(twin.rowCount(), page.model().rowCount());
    for (int row = 0; row < page.model().rowCount(); ++row) {
        const ports::HeadroomLine& line = page.model().row_at(row);
        QCOMPARE(twin.index(row, 1).data().toString(), scene.formats.permille(static_cast<std::int32_t>(line.share)));
        QVERIFY(!ui::spend::HeadroomPage::outlook(line, scene.formats).isEmpty());
    }
    QVERIFY(page.chart().csv().find("Used") != std::string::npos);
    QVERIFY(shown(page).contains(QStringLiteral("28 days before today")));
    scene.view.take_focus();
    QCOMPARE(scene.view.focusWidget(), static_cast<QWidget*>(&page.table()));
    ports::HeadroomLine none;
    none.outlook = ports::Outlook::little_history;
    QVERIFY(ui::spend::HeadroomPage::outlook(none, scene.formats).startsWith(QStringLiteral("No forecast: under 14 ")));
    // A condition narrows table and chart.
    const int all = page.model().rowCount();
    page.bar().set_text(QStringLiteral("percent < 0"));
    QTRY_COMPARE(page.model().rowCount(), 0);
    page.bar().set_text(QString());
    QTRY_COMPARE(page.model().rowCount(), all);
}

void TestSpendView::a_choice_of_headroom_narrows_the_spend() {
    Scene scene;
    QTRY_VERIFY(scene.is_filled());
    scene.view.pages().setCurrentIndex(1);
    ui::spend::HeadroomPage& page = scene.view.headroom();
    QTRY_VERIFY(page.is_filled());
    const ports::HeadroomLine line = page.model().row_at(0);
    Q_EMIT page.table().activated(page.model().index(0, 0));
    QCOMPARE(scene.view.pages().currentIndex(), 0);
    const ports::SpendSelection& only = scene.view.selection();
    switch (line.whose) {
    case ports::Whose::agent: QCOMPARE(only.agent, std::optional(domain::AgentId(line.whom))); break;
    case ports::Whose::owner: QCOMPARE(only.owner, std::optional(domain::OwnerId(line.whom))); break;
    case ports::Whose::supplier: QCOMPARE(only.supplier, std::optional(domain::SupplierId(line.whom))); break;
    case ports::Whose::category: QCOMPARE(only.category, std::optional(line.whom)); break;
    }
}

void TestSpendView::lists_are_narrowed_by_conditions() {
    Scene scene;
    scene.view.set_period(Period::year);
    QTRY_VERIFY(scene.shows_the_year());
    auto& agents = scene.view.agents();
    const int all = agents.model().rowCount();
    QVERIFY(all > 1);
    const std::int64_t most = agents.model().row_at(0).spent.orders;
    agents.bar().set_text(QStringLiteral("orders > %1").arg(most - 1));
    QTRY_VERIFY(agents.model().rowCount() < all && agents.model().rowCount() > 0);
    for (int row = 0; row < agents.model().rowCount(); ++row) {
        QVERIFY(agents.model().row_at(row).spent.orders >= most);
    }
    agents.bar().set_text(QString());
    QTRY_COMPARE(agents.model().rowCount(), all);
}

/// By our policy first: what is not judged is a class of its own; by the platform what it did not assess is.
void TestSpendView::tiers_are_ours_unless_a_person_wants_the_platforms() {
    Scene scene;
    scene.view.set_period(Period::year);
    QTRY_VERIFY(scene.shows_the_year());
    const auto last_header = [&scene] {
        return scene.view.tiers().twin().headerData(6, Qt::Horizontal, Qt::DisplayRole).toString();
    };
    QCOMPARE(scene.view.by(), ports::TierBy::policy);
    QCOMPARE(last_header(), QStringLiteral("Not judged yet"));
    const ports::SpendAnswer own = *scene.view.answer();
    QVERIFY(own.tiers[ports::not_assessed].orders > 0);
    QVERIFY(scene.view.tiers().csv().find("Time (our policy)") != std::string::npos);
    QVERIFY(scene.view.tiers().csv().find("Automatic, EUR") != std::string::npos); // exact amounts name no currency
    QSignalSpy changed(&scene.view, &SpendView::by_changed);
    scene.view.set_by(ports::TierBy::platform);
    QTRY_COMPARE(last_header(), QStringLiteral("Not assessed"));
    QCOMPARE(changed.count(), 1);
    QVERIFY(scene.view.answer()->tiers != own.tiers);
    QVERIFY(scene.view.answer()->agreement == own.agreement); // the same, whoever's tiers are shown
    QVERIFY(scene.view.tiers().csv().find("Time (platform)") != std::string::npos);
    QVERIFY(scene.view.tiers().view().accessibleName().contains(QStringLiteral("by the platform")));
    QVERIFY(shown(scene.view).contains(QStringLiteral("Spend per tier by the platform")));
    const std::string place = scene.view.place();
    scene.view.set_by(ports::TierBy::policy);
    scene.view.go_to(place);
    QCOMPARE(scene.view.by(), ports::TierBy::platform);
}

void TestSpendView::disagreements_are_a_figure_with_its_lists() {
    Scene scene;
    scene.view.set_period(Period::year);
    QTRY_VERIFY(scene.shows_the_year());
    const auto of = [&scene](ports::Agreement which) {
        return scene.view.answer()->agreement[static_cast<std::size_t>(which)].orders;
    };
    const std::int64_t ours = of(ports::Agreement::policy_stricter);
    const std::int64_t theirs = of(ports::Agreement::platform_stricter);
    QVERIFY(ours > 0 && theirs > 0 && of(ports::Agreement::not_compared) > 0);
    QCOMPARE(ours + theirs + of(ports::Agreement::same) + of(ports::Agreement::not_compared),
             scene.view.answer()->total.orders);
    const ui::spend::Comparison& comparison = scene.view.comparison();
    QCOMPARE(comparison.button().text(), QStringLiteral("Disagreements: %1").arg(scene.formats.number(ours + theirs)));
    QCOMPARE(comparison.button().accessibleName(), comparison.button().text());
    comparison.actions_by_class()[static_cast<std::size_t>(ports::Agreement::policy_stricter)]->trigger();
    QTRY_COMPARE(scene.view.answer()->total.orders, ours);
    QVERIFY(scene.view.narrowing().contains(QStringLiteral("Our policy is stricter")));
    std::int64_t listed = scene.view.agents().model().rowCount() > 0 ? 0 : -1;
    for (int row = 0; row < scene.view.agents().model().rowCount(); ++row) {
        listed += scene.view.agents().model().row_at(row).spent.orders;
    }
    QCOMPARE(listed, ours);
}

void TestSpendView::news_are_shown_and_hidden_screens_do_not_ask() {
    Scene scene;
    scene.view.set_period(Period::today);
    QTRY_VERIFY(scene.view.answer());
    const auto before = scene.view.answer()->total.orders;
    scene.books.order({"new", "bot-7", "s", "c", fake::money("10.00", "EUR"), domain::Tier::confirm, false, false},
                      fake::morning());
    scene.books.tell();
    QTRY_COMPARE(scene.view.answer()->total.orders, before + 1);
    scene.view.hide();
    const int questions = scene.books.questions;
    scene.books.order({"new-2", "bot-7", "s", "c", fake::money("10.00", "EUR"), domain::Tier::confirm, false, false},
                      fake::morning());
    scene.books.tell();
    QTest::qWait(150);
    QCOMPARE(scene.books.questions, questions);
    scene.view.show();
    QTRY_COMPARE(scene.view.answer()->total.orders, before + 2);
}

void TestSpendView::an_empty_period_says_what_to_do() {
    Scene scene(false);
    QTRY_VERIFY(scene.view.answer());
    QVERIFY(shown(scene.view).contains(QStringLiteral("Nothing was spent in this period.")));
}

void TestSpendView::old_books_begin_with_all_there_is() {
    Scene scene(false);
    scene.books.order({"old", "card-1", "s", "c", fake::money("10.00", "GBP"), {}, false, false},
                      at("2014-05-06T10:00:00Z"));
    scene.books.tell();
    QTRY_VERIFY(scene.is_filled());
    QCOMPARE(scene.view.period(), Period::all);
    QCOMPARE(std::string(scene.view.answer()->currency.code()), std::string("GBP"));
}

void TestSpendView::a_fault_and_a_long_history_are_said() {
    Scene scene;
    scene.books.entries = 1'000'000;
    scene.books.tell();
    QTRY_VERIFY(scene.view.answer());
    const auto badges = [&] {
        QStringList labels;
        for (const auto* badge : scene.view.findChildren<ui::look::Badge*>()) {
            labels.append(badge->label());
        }
        return labels.join(QLatin1Char('\n'));
    };
    QTRY_VERIFY(badges().contains(QStringLiteral("Reading history:")));
    scene.books.fault = base::Fault{base::FaultCode::corrupt, "entry 7", {}};
    scene.books.tell();
    QTRY_VERIFY(!badges().contains(QStringLiteral("Reading history:")));
}

void TestSpendView::what_is_left_out_is_said() {
    Scene scene;
    QTRY_VERIFY(scene.view.answer());
    bool said = false;
    for (const auto* badge : scene.view.findChildren<ui::look::Badge*>()) {
        said = said || badge->label().startsWith(QStringLiteral("Left out as duplicates: 1"));
    }
    QVERIFY(said);
}

void TestSpendView::back_and_forward_bring_the_same_selection() {
    Scene scene;
    ports::SpendSelection only;
    only.agent = domain::AgentId("bot-7");
    only.supplier = domain::SupplierId("Nordlicht GmbH");
    only.category = "Stationery";
    only.slot = ports::not_assessed;
    only.handling = ports::Handling::human;
    only.agreement = ports::Agreement::platform_stricter;
    scene.view.set_period(Period::week);
    scene.view.narrow(only);
    const std::string place = scene.view.place();
    scene.view.narrow({});
    scene.view.set_period(Period::year);
    scene.view.go_to(place);
    QVERIFY(scene.view.selection() == only);
    QCOMPARE(scene.view.period(), Period::week);
    scene.view.go_to("rubbish\n\nt\n9");
    QCOMPARE(scene.view.period(), Period::week);
}

void TestSpendView::names_from_outside_cannot_become_markup() {
    Scene scene(false);
    const std::string evil = "<table><tr><td>\xE2\x80\xAE%1";
    scene.books.order({"x", evil, evil, evil, fake::money("10.00", "EUR"), {}, false, false}, fake::morning());
    scene.books.tell();
    QTRY_VERIFY(scene.is_filled());
    const QString cell = scene.view.suppliers().model().index(0, 0).data().toString();
    QVERIFY(cell.contains(QStringLiteral("U+202E")));
    ports::SpendSelection only;
    only.agent = domain::AgentId(evil);
    scene.view.narrow(only);
    for (const QLabel* label : scene.view.findChildren<QLabel*>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(!label->text().contains(QChar(0x202E)));
    }
}

void TestSpendView::days_follow_the_calendar_of_the_zone_data() {
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<int>("period");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<int>("buckets");
    QTest::addColumn<QByteArray>("first");
    const auto row = [](const char* name, const char* zone, Period period, const char* now, int buckets,
                        const char* first) {
        QTest::newRow(name) << QByteArray(zone) << static_cast<int>(period) << QByteArray(now) << buckets
                            << QByteArray(first);
    };
    row("a day in Berlin", "Europe/Berlin", Period::today, "2026-03-02T09:00:00Z", 24, "2026-03-01T23:00:00Z");
    row("the day when clocks go forward", "Europe/Berlin", Period::today, "2026-03-29T09:00:00Z", 23,
        "2026-03-28T23:00:00Z");
    row("the day when clocks go back", "Europe/Berlin", Period::today, "2026-10-25T09:00:00Z", 25,
        "2026-10-24T22:00:00Z");
    row("a day in India, half an hour off", "Asia/Kolkata", Period::today, "2026-03-02T09:00:00Z", 24,
        "2026-03-01T18:30:00Z");
    row("a week in Nepal, a quarter off", "Asia/Kathmandu", Period::week, "2026-03-02T09:00:00Z", 7,
        "2026-02-23T18:15:00Z");
    row("twelve months", "UTC", Period::year, "2026-03-02T09:00:00Z", 12, "2025-04-01T00:00:00Z");
    row("thirty days", "UTC", Period::month, "2026-03-02T09:00:00Z", 30, "2026-02-01T00:00:00Z");
}
void TestSpendView::days_follow_the_calendar_of_the_zone() {
    QFETCH(QByteArray, zone);
    QFETCH(int, period);
    QFETCH(QByteArray, now);
    QFETCH(int, buckets);
    QFETCH(QByteArray, first);
    const auto span =
        span_of(static_cast<Period>(period), at(now.constData()), QTimeZone(zone), QLocale(QStringLiteral("en_GB")));
    QCOMPARE(static_cast<int>(span.edges.size()), buckets + 1);
    QCOMPARE(span.labels.size(), qsizetype{buckets});
    QCOMPARE(base::to_rfc3339(span.edges.front()), base::to_rfc3339(at(first.constData())));
    QVERIFY(std::is_sorted(span.edges.begin(), span.edges.end()));
    QCOMPARE(std::set<QString>(span.full_labels.begin(), span.full_labels.end()).size(),
             static_cast<std::size_t>(buckets));
    QCOMPARE(std::set<QString>(span.labels.begin(), span.labels.end()).size(), static_cast<std::size_t>(buckets));
}

void TestSpendView::sums_that_do_not_fit_are_not_shown_as_if_they_did() {
    Scene scene(false);
    const domain::Money most{std::numeric_limits<std::int64_t>::max(), domain::Currency::from_code("EUR").value()};
    for (const char* id : {"a", "b"}) {
        scene.books.order({id, "bot", "s", "c", most, domain::Tier::confirm, false, false}, fake::morning());
    }
    scene.books.tell();
    QTRY_VERIFY(scene.view.answer() && scene.view.answer()->total.orders == 2);
    QVERIFY(shown(scene.view).contains(QStringLiteral("above ")));
    QVERIFY(scene.view.tiers().csv().find("92233720368547758") == std::string::npos);
}

QTEST_MAIN(TestSpendView)
#include "tst_spend_view.moc"
