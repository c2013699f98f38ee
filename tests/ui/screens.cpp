// SPDX-License-Identifier: GPL-3.0-or-later
//
// screens FOLDER [light|dark] [variants] [-reverse]: pictures of every screen with a scripted core, to be looked at by
// people. With `variants` of every screen without rows, with one, with 50,000, hostile, with the gateway away ….
// Scale by QT_SCALE_FACTOR, language by LANG.

#include "tests/ui/support/fake_books.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"
#include "tests/ui/variants.h"

#include "ui/decide/amount_field.h"
#include "ui/decide/desk.h"
#include "ui/decide/reason_picker.h"
#include "ui/decide/sign_button.h"
#include "ui/frame/about_box.h"
#include "ui/frame/main_window.h"
#include "ui/frame/shortcut_sheet.h"
#include "ui/frame/tour_steps.h"
#include "ui/inbox/inbox_view.h"
#include "ui/inbox/queue_list.h"
#include "ui/live/live_view.h"
#include "ui/look/theme.h"
#include "ui/sieve/builder.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

namespace {

class Photographer {
public:
    Photographer(QString folder, ui::frame::MainWindow& window)
        : folder_(std::move(folder))
        , window_(window) {}

    void take(const char* name) {
        QTest::qWait(120);
        ui::frame::picture_of(window_).save(QDir(folder_).filePath(
            QStringLiteral("%1-%2.png").arg(++number_, 2, 10, QLatin1Char('0')).arg(QLatin1String(name))));
    }

    /// A window of its own.
    void take_with(QWidget* widget, const char* name) {
        QTest::qWait(120);
        widget->grab().save(QDir(folder_).filePath(
            QStringLiteral("%1-%2.png").arg(++number_, 2, 10, QLatin1Char('0')).arg(QLatin1String(name))));
    }

private:
    QString folder_;
    ui::frame::MainWindow& window_;
    int number_ = 0;
};

domain::TransactionKey key_of(const char* id) {
    return {domain::SourceId("https://gateway.example/feed/1"), domain::TransactionId(id)};
}

/// What the line above a table says and offers.
void show_filters(Photographer& photographer, ui::frame::MainWindow& window) {
    const auto ask = [&](ui::sieve::Bar& bar, const char* typed) {
        bar.set_text(QString::fromUtf8(typed));
        QTest::keyClick(&bar.line(), Qt::Key_Return);
    };
    window.show_page(ui::frame::Page::live);
    ui::sieve::Bar& live = window.findChild<ui::live::LiveView*>()->filter();
    ask(live, "amount > money(\"580.00 EUR\") && tier >= confirm");
    photographer.take("live-filtered");
    ask(live, "agent == \"bot-7\" && amout > money(\"580.00 EUR\")");
    photographer.take("live-filter-wrong");
    live.set_text(QStringLiteral("tier >= "));
    live.take_focus();
    live.line().end(false);
    live.completion().offer();
    photographer.take_with(live.completion().completer().popup(), "live-filter-completion");
    live.completion().completer().popup()->hide();
    live.set_text(QStringLiteral("amount > money(\"580.00 EUR\") && agent.contains(\"bot\")"));
    live.open_builder();
    photographer.take_with(window.findChild<ui::sieve::Builder*>(), "filter-form");
    window.findChild<ui::sieve::Builder*>()->reject();
    ask(live, "");
    window.show_page(ui::frame::Page::inbox);
    ask(window.inbox_view().filter(), "amount > money(\"100.00 EUR\")");
    photographer.take("inbox-filtered");
    ask(window.inbox_view().filter(), "agent == \"bot-7\" && amout > money(\"580.00 EUR\")");
    photographer.take("inbox-filter-wrong");
    ask(window.inbox_view().filter(), "");
}

void show_cases(Photographer& photographer, ui::frame::MainWindow& window) {
    window.show_page(ui::frame::Page::inbox);
    photographer.take("inbox-nothing-chosen");
    ui::case_::CaseView& view = window.inbox_view().case_view();
    window.inbox_view().open(key_of("TX-4711"));
    photographer.take("case-handoff");
    const char* tabs[] = {"handoff",       "case-request",         "case-conversation",
                          "case-timeline", "case-decisions-empty", "case-rollback-empty",
                          "case-why",      "case-ladder"};
    for (int tab = 1; tab < view.tabs().count(); ++tab) {
        view.tabs().setCurrentIndex(tab);
        photographer.take(tabs[tab]);
    }
    window.inbox_view().open(key_of("TX-4718"));
    photographer.take("case-partly-rolled-back");
    view.tabs().setCurrentIndex(0);
    window.inbox_view().open(key_of("TX-4716"));
    photographer.take("case-in-doubt");
    window.inbox_view().open(key_of("TX-4719"));
    photographer.take("case-own-view");
}

void show_decisions(Photographer& photographer, ui::frame::MainWindow& window, fake::Core& core) {
    ui::case_::CaseView& view = window.inbox_view().case_view();
    window.inbox_view().open(key_of("TX-4711"));
    QTest::qWait(50);
    view.want(domain::Verb::reject);
    photographer.take("review-no-reason");
    ui::decide::ReviewDialog* dialog = window.desk().review_dialog();
    dialog->reasons().write(QStringLiteral("Above the agreed price."));
    dialog->reasons().choose("too_expensive");
    QTest::qWait(900);
    photographer.take("review-ready");
    dialog->sign_button().click();
    photographer.take("review-receipt");
    dialog->close();
    QTest::qWait(20);
    view.want(domain::Verb::approve_reduced);
    QTest::qWait(50);
    window.desk().review_dialog()->amount_field().type(QStringLiteral("23,80"));
    photographer.take("review-reduced");
    window.desk().review_dialog()->close();
    QTest::qWait(20);
    view.want(domain::Verb::ask);
    QTest::qWait(50);
    window.desk().review_dialog()->reasons().write(QStringLiteral("Why twelve kilograms, and who asked for them?"));
    QTest::qWait(900);
    photographer.take("review-ask");
    window.desk().review_dialog()->close();
    core.who.key = ports::KeyState::locked;
    core.standing = ports::Standing::needs_second;
    core.standing_code = "needs_second";
    window.inbox_view().open(key_of("TX-4712"));
    QTest::qWait(50);
    view.want(domain::Verb::approve);
    photographer.take("review-locked-second");
    window.desk().review_dialog()->close();
    core.standing = ports::Standing::refused;
    core.standing_code = "over_limit";
    QTest::qWait(20);
    window.inbox_view().open(key_of("TX-4718"));
    QTest::qWait(50);
    view.want(domain::Verb::roll_back);
    photographer.take("review-roll-back-refused");
    window.desk().review_dialog()->close();
    core.who.key = ports::KeyState::none;
    QTest::qWait(20);
    view.want(domain::Verb::stop);
    photographer.take("key-dialog");
    window.desk().key_dialog()->reject();
    window.show_page(ui::frame::Page::decisions);
    photographer.take("decisions");
}

/// A group, the review of all of it, and how it ended.
void show_group(Photographer& photographer, ui::frame::MainWindow& window, fake::Core& core) {
    window.show_page(ui::frame::Page::inbox);
    core.who.key = ports::KeyState::open;
    core.standing = ports::Standing::allowed;
    core.standing_code.clear();
    for (int i = 0; i < 9; ++i) {
        ports::CaseFile file = fake::drawn_case("TX-6" + std::to_string(100 + i) + " sign_off EUR 4" +
                                                std::to_string(10 + i) + ".00 bot-9 Nordlicht GmbH");
        file.row.codes = {"one_matter"};
        if (i == 4) {
            file.row.claimed_by = domain::PersonId("kim");
            file.row.claim_expires = fake::morning() + std::chrono::hours(1);
        }
        core.change_case(file);
    }
    QTest::qWait(50);
    window.inbox_view().show_new();
    const auto& model = window.inbox_view().model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const models::queue::Group* group = model.group_at(row);
        if (group != nullptr && group->agent.bytes() == "bot-9") {
            window.inbox_view().findChild<ui::inbox::QueueList*>()->setCurrentIndex(model.index(row));
        }
    }
    photographer.take("group");
    window.inbox_view().want_at_once(domain::Verb::reject);
    QTest::qWait(900);
    ui::decide::GroupDialog* dialog = window.desk().group_dialog();
    dialog->reasons().write(QStringLiteral("One need in nine pieces: order it as one, with an offer."));
    dialog->reasons().choose("too_expensive");
    ports::CaseFile late = fake::drawn_case("TX-6200 sign_off EUR 77.00 bot-9 Nordlicht GmbH");
    late.row.codes = {"one_matter"};
    core.change_case(late);
    QTest::qWait(900);
    photographer.take("group-review");
    core.answers_by_itself = true;
    core.ends["TX-6103"] = {domain::DecisionState::refused_by_gateway, "not_held"};
    core.ends["TX-6106"] = {domain::DecisionState::in_doubt, {}};
    dialog->sign_button().click();
    QTest::qWait(300);
    photographer.take("group-result");
    dialog->reject();
    core.answers_by_itself = false;
    QTest::qWait(50);
}

void show_troubles(Photographer& photographer, ui::frame::MainWindow& window, fake::Core& core) {
    window.show_page(ui::frame::Page::inbox);
    for (int i = 0; i < 14; ++i) {
        const std::string line = "TX-5" + std::to_string(100 + i) + " confirm EUR 12.00 loop-1 Nordlicht GmbH";
        core.change_case(fake::drawn_case(line, 1, 90));
    }
    photographer.take("inbox-flood-pill");
    ports::Health lost = core.health;
    lost.link = ports::LinkState::waiting;
    lost.next_attempt = fake::morning() + std::chrono::seconds(14);
    lost.link_fault = base::Fault{base::FaultCode::unreachable, "connection refused", "127.0.0.1:8443"};
    core.set_health(lost);
    photographer.take("link-lost");
    lost.store_fault = base::Fault{base::FaultCode::disk_full, "48 MiB free", "/var/lib/reeve"};
    core.set_health(lost);
    window.show_page(ui::frame::Page::live);
    photographer.take("disk-full");
}

void show_books(Photographer& photographer, ui::frame::MainWindow& window, const char* name) {
    const std::pair<ui::frame::Page, const char*> pages[] = {{ui::frame::Page::agents, "agents"},
                                                             {ui::frame::Page::spend, "spend"}};
    for (const auto& [page, screen] : pages) {
        window.show_page(page);
        photographer.take(qPrintable(QLatin1String(screen) + QLatin1String(name)));
    }
}

/// Spend narrowed to one agent and a month, with its numbers as a table.
void show_narrowed_spend(Photographer& photographer, ui::frame::MainWindow& window) {
    for (const ui::frame::Screen& screen : window.screens()) {
        if (screen.page == ui::frame::Page::spend) {
            screen.go_to("2");
            QTest::qWait(50);
            photographer.take("spend-month");
            screen.go_to("2\nr");
            QTest::qWait(50);
            photographer.take("spend-headroom");
            screen.go_to("2\nt2\nl");
            QTest::qWait(50);
            photographer.take("spend-orders");
            screen.go_to("2\na"
                         "bot-7");
            QTest::qWait(50);
            for (QToolButton* button : screen.widget->findChildren<QToolButton*>()) {
                if (button->isCheckable()) {
                    button->setChecked(true);
                }
            }
            photographer.take("spend-narrowed-tables");
            screen.go_to("0");
        }
    }
}

/// A case and live rows whose every text is an attack, on every page of a case and in a review.
void show_hostile(Photographer& photographer, ui::frame::MainWindow& window, fake::Core& core) {
    const std::string attack =
        "\xe2\x80\xae" // right-to-left override
        "EUR 1.00 <table><tr><td>x</table> &Sign %1 %n =SUM(1)\nsecond line \xd8\xb4\xd9\x83\xd8\xb1" +
        std::string(300, 'W');
    core.set_health(core.health);
    ports::CaseFile file = fake::drawn_case("TX-9999 dual_sign_off EUR 4980.00 bot-7 Nordlicht GmbH", 9, 45);
    const domain::TransactionKey key = file.row.key;
    fake::poison(file, attack);
    core.add_case(file);
    core.change_case(file);
    auto rows = fake::feed_rows(5000, 3);
    for (ports::FeedRow& row : rows) {
        fake::poison(row, attack);
    }
    core.publish(rows);
    window.show_page(ui::frame::Page::inbox);
    window.inbox_view().show_new();
    window.inbox_view().open(key);
    ui::case_::CaseView& view = window.inbox_view().case_view();
    for (int tab = 0; tab < view.tabs().count(); ++tab) {
        view.tabs().setCurrentIndex(tab);
        photographer.take("hostile");
    }
    core.standing = ports::Standing::allowed;
    core.who.key = ports::KeyState::open;
    view.want(domain::Verb::reject);
    photographer.take("hostile-review");
    window.desk().review_dialog()->close();
    window.show_page(ui::frame::Page::live);
    window.live_view().set_paused(false);
    photographer.take("hostile-live");
}

} // namespace

int main(int argc, char** argv) {
    Q_INIT_RESOURCE(translations);
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2 || arguments.at(1) == QLatin1String("--help")) {
        qInfo("screens FOLDER [light|dark] [variants] [-reverse]");
        return 2;
    }
    const QString folder = arguments.at(1);
    QDir().mkpath(folder);
    const auto choice = ui::look::theme_choice(arguments.value(2, QStringLiteral("light")).toStdString());
    const ui::look::Theme theme(application, choice.value_or(ui::look::ThemeChoice::light));
    QTranslator translator;
    if (translator.load(QLocale(), QStringLiteral("reeve"), QStringLiteral("_"), QStringLiteral(":/i18n"))) {
        QApplication::installTranslator(&translator);
    }
    if (arguments.contains(QLatin1String("variants"))) {
        show_variants(folder);
        return 0;
    }
    base::ManualClock clock(fake::morning());
    {
        fake::Core empty(clock);
        fake::Books no_books;
        ui::frame::MainWindow window(empty, empty, empty, clock,
                                     {QLocale(), QTimeZone("Europe/Berlin"), false, {}, &no_books, &no_books});
        window.show();
        Photographer photographer(folder + QStringLiteral("/empty"), window);
        QDir().mkpath(folder + QStringLiteral("/empty"));
        photographer.take("inbox");
        window.show_page(ui::frame::Page::live);
        photographer.take("live");
        window.show_page(ui::frame::Page::decisions);
        photographer.take("decisions");
        show_books(photographer, window, "");
    }
    fake::Core core(clock);
    fake::fill_shift(core);
    ports::CaseFile waits = fake::drawn_case("TX-4719 sign_off EUR 6100.00 bot-3 Nordlicht GmbH", 9, 45);
    waits.wants_own_view = true;
    core.add_case(waits);
    fake::Books books;
    fake::fill_books(books);
    ui::frame::MainWindow window(core, core, core, clock,
                                 {QLocale(), QTimeZone("Europe/Berlin"), true, {}, &books, &books});
    window.show();
    Photographer photographer(folder, window);
    window.show_page(ui::frame::Page::live);
    photographer.take("live");
    window.live_view().set_paused(true);
    core.publish(fake::feed_rows(601, 37));
    photographer.take("live-paused");
    show_books(photographer, window, "");
    show_narrowed_spend(photographer, window);
    show_filters(photographer, window);
    show_cases(photographer, window);
    QTimer mover;
    QObject::connect(&mover, &QTimer::timeout, &window, [&clock] { clock.advance(std::chrono::milliseconds(50)); });
    mover.start(50);
    show_decisions(photographer, window, core);
    show_group(photographer, window, core);
    show_troubles(photographer, window, core);
    show_hostile(photographer, window, core);
    return 0;
}
