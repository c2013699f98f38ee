// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "ui/case/card.h"
#include "ui/decide/desk.h"
#include "ui/decide/reason_picker.h"
#include "ui/decisions/decisions_view.h"
#include "ui/frame/actions.h"
#include "ui/frame/command_palette.h"
#include "ui/frame/main_window.h"
#include "ui/frame/rail.h"
#include "ui/frame/shortcut_sheet.h"
#include "ui/frame/status_strip.h"
#include "ui/frame/tour.h"
#include "ui/inbox/inbox_view.h"
#include "ui/live/live_view.h"
#include "ui/settings/import_dialog.h"
#include "ui/sieve/builder.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QDir>
#include <QDockWidget>
#include <QDropEvent>
#include <QImage>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using ui::frame::MainWindow;
using ui::frame::Page;

namespace {

struct Scene {
    explicit Scene(bool sandbox = false, const QString& memory = {}) {
        fake::fill_shift(core);
        window = std::make_unique<MainWindow>(core, core, core, clock,
                                              ui::frame::Options{QLocale::English, QTimeZone::utc(), sandbox, memory});
        window->show();
    }
    bool activate() {
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get(), support::patience_ms);
    }
    bool open(const char* id) {
        window->inbox_view().open({core.health.source, domain::TransactionId(id)});
        return support::wait_until([this, id] {
            const auto& file = window->inbox_view().case_view().file();
            return file && file->row.key.id.bytes() == id;
        });
    }
    [[nodiscard]] QString shown_case() const {
        const auto key = window->inbox_view().case_view().key();
        return key ? QString::fromStdString(key->id.bytes()) : QString();
    }
    [[nodiscard]] ui::decide::ReviewDialog* review() const { return window->desk().review_dialog(); }
    [[nodiscard]] QString words() const {
        QStringList all;
        const auto labels = window->findChildren<QLabel*>();
        for (const QLabel* label : labels) {
            if (label->isVisible()) {
                all += label->text();
            }
        }
        return all.join(QLatin1Char('\n'));
    }

    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    std::unique_ptr<MainWindow> window;
};

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keys_change_the_page();
    void letters_open_the_review_data();
    void letters_open_the_review();
    void every_action_has_a_key_of_its_own();
    void every_action_is_in_the_palette();
    void back_and_forward_bring_back_the_screen_and_what_was_chosen();
    void a_profile_sets_the_rail_and_is_remembered();
    void panes_show_the_order_in_view_and_are_remembered_and_reset();
    void the_keyboard_is_never_trapped();
    void saved_filters_outlive_the_window_and_are_in_the_palette();
    void a_file_is_opened_or_dropped_on_the_window();
    void every_control_has_a_name();
    void faults_are_loud_and_say_what_to_do_data();
    void faults_are_loud_and_say_what_to_do();
    void reconnecting_is_one_key_away();
    void a_live_row_opens_its_case_and_its_agent_can_be_stopped();
    void a_decision_shows_up_among_the_decisions();
    void a_decision_refreshes_the_case();
    void the_sandbox_is_named_as_such();
    void the_key_sheet_lists_every_action();
    void the_tour_sees_a_whole_shift();
    void a_tour_that_does_not_see_enough_says_where_it_stopped();
};

void TestMainWindow::keys_change_the_page() {
    Scene scene;
    QVERIFY(scene.activate());
    QCOMPARE(scene.window->page(), Page::inbox);
    QTest::keyClick(scene.window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(scene.window->page(), Page::live);
    QTest::keyClick(scene.window.get(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(scene.window->page(), Page::decisions);
    QTest::keyClick(scene.window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(scene.window->page(), Page::inbox);
}

void TestMainWindow::letters_open_the_review_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("verb");
    const auto row = [](const char* name, const char* id, Qt::Key key, domain::Verb verb) {
        QTest::newRow(name) << QString::fromLatin1(id) << static_cast<int>(key) << static_cast<int>(verb);
    };
    row("A approves", "TX-4711", Qt::Key_A, domain::Verb::approve);
    row("R rejects", "TX-4711", Qt::Key_R, domain::Verb::reject);
    row("B rolls back", "TX-4718", Qt::Key_B, domain::Verb::roll_back);
    row("V resolves", "TX-4716", Qt::Key_V, domain::Verb::resolve);
    row("S stops the agent", "TX-4717", Qt::Key_S, domain::Verb::stop);
}

void TestMainWindow::letters_open_the_review() {
    QFETCH(QString, id);
    QFETCH(int, key);
    QFETCH(int, verb);
    Scene scene;
    QVERIFY(scene.activate());
    QVERIFY(scene.open(qPrintable(id)));
    QTest::keyClick(scene.window.get(), static_cast<Qt::Key>(key));
    QTRY_VERIFY(scene.review() != nullptr);
    QCOMPARE(static_cast<int>(scene.review()->draft().verb), verb);
    QCOMPARE(scene.core.signatures, 0);
}

void TestMainWindow::every_action_has_a_key_of_its_own() {
    Scene scene;
    QSet<QKeySequence> keys;
    const auto actions = ui::frame::CommandPalette::actions_of(*scene.window);
    QVERIFY(actions.size() >= 30);
    for (const QAction* action : actions) {
        QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
        const auto shortcuts = action->shortcuts();
        for (const QKeySequence& key : shortcuts) {
            QVERIFY2(!keys.contains(key), qPrintable(action->text()));
            keys.insert(key);
        }
    }
}

void TestMainWindow::every_action_is_in_the_palette() {
    Scene scene;
    QVERIFY(scene.activate());
    QTest::keyClick(scene.window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* palette = scene.window->findChild<ui::frame::CommandPalette*>();
    QVERIFY(palette != nullptr);
    int enabled = 0;
    const auto actions = ui::frame::CommandPalette::actions_of(*scene.window);
    for (const QAction* action : actions) {
        enabled += action->isEnabled() ? 1 : 0;
    }
    QCOMPARE(palette->count(), enabled);
    palette->words().setText(QStringLiteral("dec"));
    QVERIFY(palette->count() >= 1 && palette->count() < enabled);
    palette->words().setText(QStringLiteral("no such command"));
    QCOMPARE(palette->count(), 0);
    palette->words().setText(QStringLiteral("decisions"));
    QTest::keyClick(&palette->words(), Qt::Key_Return);
    QTRY_COMPARE(scene.window->page(), Page::decisions);
}

void TestMainWindow::back_and_forward_bring_back_the_screen_and_what_was_chosen() {
    Scene scene;
    QVERIFY(scene.activate());
    QVERIFY(scene.open("TX-4711"));
    scene.window->show_page(Page::live);
    scene.window->show_page(Page::inbox);
    QVERIFY(scene.open("TX-4713"));
    scene.window->show_page(Page::decisions);
    QTest::keyClick(scene.window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(scene.window->page(), Page::inbox);
    QCOMPARE(scene.shown_case(), QStringLiteral("TX-4713"));
    QTest::keyClick(scene.window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(scene.window->page(), Page::live);
    QTest::keyClick(scene.window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(scene.window->page(), Page::inbox);
    QTRY_COMPARE(scene.shown_case(), QStringLiteral("TX-4711"));
    QTest::keyClick(scene.window.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(scene.window->page(), Page::live);
}

void TestMainWindow::a_profile_sets_the_rail_and_is_remembered() {
    const QTemporaryDir folder;
    const QString memory = folder.filePath(QStringLiteral("console.ini"));
    const auto rail_names = [](MainWindow& window) {
        QStringList names;
        const auto buttons = window.findChild<ui::frame::Rail*>()->findChildren<QToolButton*>();
        for (const QToolButton* button : buttons) {
            if (button->isVisibleTo(&window)) {
                names += button->accessibleName();
            }
        }
        return names;
    };
    {
        Scene scene(false, memory);
        QVERIFY(rail_names(*scene.window).contains(QStringLiteral("Inbox")));
        scene.window->set_profile(ui::frame::Profile::analyst);
        scene.window->show_page(Page::live);
        QVERIFY(!rail_names(*scene.window).contains(QStringLiteral("Inbox")));
        QVERIFY(rail_names(*scene.window).contains(QStringLiteral("Live")));
        scene.window->show_page(Page::inbox); // what is shown stands in the rail in any case
        QVERIFY(rail_names(*scene.window).contains(QStringLiteral("Inbox")));
        scene.window->close();
    }
    const Scene again(false, memory);
    QCOMPARE(again.window->profile(), ui::frame::Profile::analyst);
}

void TestMainWindow::panes_show_the_order_in_view_and_are_remembered_and_reset() {
    const QTemporaryDir folder;
    const QString memory = folder.filePath(QStringLiteral("console.ini"));
    {
        Scene scene(false, memory);
        QVERIFY(scene.activate());
        auto* why = scene.window->findChild<QDockWidget*>(QStringLiteral("why"));
        QVERIFY(why != nullptr && !why->isVisible());
        QVERIFY(scene.open("TX-4711"));
        QTest::keyClick(scene.window.get(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(why->isVisible());
        const auto* reasons = why->findChild<ui::case_::CheckList*>();
        QTRY_VERIFY(reasons->count() > 0 && reasons->isVisible());
        scene.window->close();
    }
    Scene again(false, memory);
    auto* why = again.window->findChild<QDockWidget*>(QStringLiteral("why"));
    QVERIFY(why->isVisible());
    QVERIFY(again.activate());
    QTest::keyClick(again.window.get(), Qt::Key_0, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!why->isVisible());
}

void TestMainWindow::every_control_has_a_name() {
    Scene scene;
    QVERIFY(scene.open("TX-4711"));
    scene.window->inbox_view().case_view().want(domain::Verb::reject);
    QTRY_VERIFY(scene.review() != nullptr);
    int controls = 0;
    const auto widgets = scene.window->findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        const bool control =
            qobject_cast<QAbstractButton*>(widget) != nullptr || qobject_cast<QAbstractItemView*>(widget) != nullptr ||
            qobject_cast<QLineEdit*>(widget) != nullptr || qobject_cast<QPlainTextEdit*>(widget) != nullptr ||
            qobject_cast<QTabBar*>(widget) != nullptr;
        const bool inside = widget->objectName().startsWith(QStringLiteral("qt_")) || widget->inherits("QHeaderView") ||
                            widget->inherits("QTableCornerButton") || widget->inherits("QMenuBarExtension") ||
                            widget->objectName() == u"ScrollLeftButton" || widget->objectName() == u"ScrollRightButton";
        const auto* tool = qobject_cast<QAbstractButton*>(widget);
        const auto* tabs = qobject_cast<QTabBar*>(widget); // a bar without tabs is hidden, and named by its tab later
        const bool unused = (tool != nullptr && !tool->isVisible() && tool->text().isEmpty()) ||
                            (tabs != nullptr && tabs->count() == 0);
        if (!control || inside || unused) {
            continue;
        }
        ++controls;
        const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(accessible != nullptr && !accessible->text(QAccessible::Name).isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
                            widget->objectName() + QLatin1Char(' ') +
                            QString::fromLatin1(widget->parent()->metaObject()->className())));
    }
    QVERIFY(controls > 30);
}

void TestMainWindow::saved_filters_outlive_the_window_and_are_in_the_palette() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("console.ini"));
    {
        Scene scene(false, file);
        QVERIFY(scene.activate());
        scene.window->show_page(Page::live);
        auto& bar = scene.window->findChild<ui::live::LiveView*>()->filter();
        bar.set_text(QStringLiteral("tier >= sign_off"));
        QTest::keyClick(scene.window.get(), Qt::Key_D, Qt::ControlModifier);
        auto* name = scene.window->findChild<QInputDialog*>();
        QVERIFY(name != nullptr);
        name->setTextValue(QStringLiteral("Large ones"));
        name->accept();
    }
    Scene scene(false, file);
    QVERIFY(scene.activate());
    const auto actions = ui::frame::CommandPalette::actions_of(*scene.window);
    const auto saved = std::find_if(actions.begin(), actions.end(), [](const QAction* action) {
        return action->text().contains(QStringLiteral("Large ones"));
    });
    QVERIFY(saved != actions.end());
    (*saved)->trigger(); // from another screen
    QVERIFY(scene.window->page() == Page::live);
    auto& bar = scene.window->findChild<ui::live::LiveView*>()->filter();
    QVERIFY(bar.wanted().expression != nullptr);
    QTest::keyClick(scene.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto* form = scene.window->findChild<ui::sieve::Builder*>();
    QVERIFY(form != nullptr);
    QCOMPARE(form->expression(), QStringLiteral("tier >= sign_off"));
    form->reject();
}

/// Tab from where a screen puts the keyboard comes to the stop button and back, on every screen.
void TestMainWindow::the_keyboard_is_never_trapped() {
    Scene scene;
    QVERIFY(scene.activate());
    QVERIFY(scene.open("TX-4711"));
    for (const ui::frame::Screen& screen : scene.window->screens()) {
        scene.window->show_page(screen.page);
        QTest::qWait(20);
        const QWidget* start = QApplication::focusWidget();
        QVERIFY2(start != nullptr, qPrintable(screen.id));
        bool stop = false;
        bool back = false;
        for (int key = 0; key < 150 && !(stop && back); ++key) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY2(QApplication::focusWidget() != nullptr, qPrintable(screen.id));
            stop = stop || QApplication::focusWidget()->accessibleName().startsWith(QStringLiteral("Stop an agent"));
            back = back || (stop && screen.widget->isAncestorOf(QApplication::focusWidget()));
        }
        QVERIFY2(stop, qPrintable(screen.id + QStringLiteral(": the stop button is not reached")));
        QVERIFY2(back, qPrintable(screen.id + QStringLiteral(": no way back into the screen")));
    }
}

namespace {

class FakeFiles final : public ports::Files {
public:
    std::vector<std::string> offered;
    std::optional<ports::FileOffer> imported;
    int cancels = 0;
    std::optional<ports::Reply<ports::ImportSummary>> waiting;

    void offer(std::string path, ports::Reply<ports::FileOffer> reply) override {
        offered.push_back(path);
        ports::FileOffer offer;
        offer.file = std::move(path);
        offer.header = {"Date", "Gross", "Who"};
        offer.fields = {{"time", "Date", true, 900, {"values_are_dates"}, {}},
                        {"amount", "", true, 0, {}, {}},
                        {"currency", "", true, 0, {}, {}},
                        {"agent", "Who", true, 600, {"values_repeat"}, {}}};
        offer.doubts = {"day_and_month_ambiguous"};
        offer.period = "2026-11";
        reply(offer);
    }
    void look(ports::FileOffer offer, bool /*refit*/, ports::Reply<ports::OfferLook> reply) override {
        domain::FileLook look;
        look.orders = 38;
        look.first = look.last = fake::morning();
        for (const std::string& name : offer.header) {
            domain::SeenColumn column;
            column.name = domain::UntrustedText(name);
            column.values = {{domain::UntrustedText("03/04/2026"), fake::morning(), {}},
                             {domain::UntrustedText("\xE2\x80\xAE evil"), {}, {}}};
            look.columns.push_back(std::move(column));
        }
        domain::SeenColumn& first = look.columns.front();
        first.unreadable = 2;
        first.first_unreadable = 18;
        first.unclear = 12;
        reply(ports::OfferLook{std::move(offer), std::move(look)});
    }
    void import(ports::FileOffer offer, ports::Subscription<ports::ImportProgress> progress,
                ports::Reply<ports::ImportSummary> reply) override {
        imported = std::move(offer);
        progress(std::make_shared<ports::ImportProgress>(ports::ImportProgress{50, 100, true}));
        waiting = std::move(reply);
    }
    void cancel() override { ++cancels; }
};

} // namespace

void TestMainWindow::a_file_is_opened_or_dropped_on_the_window() {
    base::ManualClock clock(fake::morning());
    fake::Core core(clock);
    FakeFiles files;
    ui::frame::Options options{QLocale::English, QTimeZone::utc(), false};
    options.files = &files;
    MainWindow window(core, core, core, clock, options);
    window.show();
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/spend.csv"))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
    auto* dialog = window.findChild<ui::settings::ImportDialog*>();
    QTRY_COMPARE(files.offered, std::vector<std::string>{"/tmp/spend.csv"});
    QTRY_VERIFY(dialog->columns() != nullptr && dialog->is_offered());
    const auto& page = *dialog->columns();
    QVERIFY(page.values(0).contains(QStringLiteral("03/04/2026")));
    QVERIFY2(page.values(0).contains(QStringLiteral("U+202E")), "hidden letters of a cell are shown");
    QVERIFY(page.trouble(0).contains(QStringLiteral("2 cannot be read, first in row 18")));
    QVERIFY(page.trouble(0).contains(QStringLiteral("12 unclear")));
    QVERIFY(!dialog->go().isEnabled()); // no column for the amount, no currency, and a doubt
    page.meaning(1).setCurrentIndex(page.meaning(1).findData(1));
    QTRY_VERIFY(page.lack().contains(QStringLiteral("currency")));
    QTest::keyClicks(page.findChildren<QLineEdit*>().front(), QStringLiteral("eur"));
    QTRY_VERIFY(page.lack().isEmpty());
    QVERIFY(!dialog->go().isEnabled());
    for (auto* box : dialog->findChildren<QCheckBox*>()) { // the month stands first, and somebody has looked
        box->setChecked(box->text().contains(QRegularExpression(QStringLiteral("month|looked"))));
    }
    QTRY_VERIFY(dialog->go().isEnabled());
    dialog->go().click();
    QVERIFY(files.imported);
    QCOMPARE(files.imported->fields[1].column, std::string("Gross"));
    QCOMPARE(files.imported->fields[2].constant, std::string("EUR"));
    QVERIFY(files.imported->month_first);
    auto* bar = dialog->findChild<QProgressBar*>();
    QTRY_COMPARE(bar->value(), 500);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(files.cancels, 1);
    QVERIFY(dialog->isVisible());
    ports::ImportSummary summary;
    summary.rows = 1234;
    summary.suspected = true;
    (*files.waiting)(summary);
    QTRY_VERIFY(dialog->said().contains(QStringLiteral("1,234")));
    QVERIFY(dialog->is_over() && !dialog->go().isEnabled());
}

void TestMainWindow::faults_are_loud_and_say_what_to_do_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("store");
    QTest::addColumn<QString>("says");
    QTest::newRow("a full disk") << static_cast<int>(base::FaultCode::disk_full) << true << "Free some space now";
    QTest::newRow("an unreachable gateway") << static_cast<int>(base::FaultCode::unreachable) << false << "press F5";
    QTest::newRow("a wrong certificate") << static_cast<int>(base::FaultCode::untrusted) << false << "Do not go on";
}

void TestMainWindow::faults_are_loud_and_say_what_to_do() {
    QFETCH(int, code);
    QFETCH(bool, store);
    QFETCH(QString, says);
    Scene scene;
    ports::Health health = scene.core.health;
    const base::Fault fault{static_cast<base::FaultCode>(code), "detail", "place"};
    (store ? health.store_fault : health.link_fault) = fault;
    health.link = store ? ports::LinkState::live : ports::LinkState::refused;
    scene.core.set_health(health);
    QTRY_VERIFY(scene.words().contains(says));
    health.store_fault.reset();
    health.link_fault.reset();
    health.link = ports::LinkState::live;
    scene.core.set_health(health);
    QTRY_VERIFY(!scene.words().contains(says));
}

void TestMainWindow::reconnecting_is_one_key_away() {
    Scene scene;
    QVERIFY(scene.activate());
    QTest::keyClick(scene.window.get(), Qt::Key_F5);
    QCOMPARE(scene.core.reconnects, 1);
}

void TestMainWindow::a_live_row_opens_its_case_and_its_agent_can_be_stopped() {
    Scene scene;
    QVERIFY(scene.activate());
    scene.window->show_page(Page::live);
    QTRY_VERIFY(scene.window->live_view().model().rowCount() > 0);
    auto* table = scene.window->live_view().findChild<QTableView*>();
    table->setCurrentIndex(table->model()->index(scene.window->live_view().model().rowCount() - 1, 0));
    const auto agent = scene.window->live_view().current_agent();
    QVERIFY(agent);
    QTest::keyClick(scene.window.get(), Qt::Key_S);
    QTRY_VERIFY(scene.review() != nullptr);
    QCOMPARE(scene.review()->draft().agent, *agent);
    scene.review()->close();
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(scene.window->page(), Page::inbox);
}

void TestMainWindow::a_decision_shows_up_among_the_decisions() {
    Scene scene;
    QVERIFY(scene.open("TX-4713"));
    scene.window->inbox_view().case_view().want(domain::Verb::approve);
    QTRY_VERIFY(scene.review() != nullptr && scene.review()->stage() == ui::decide::ReviewStage::ready);
    ports::Review review = *scene.review()->review();
    scene.core.sign(review, {scene.window.get(), [](const base::Result<ports::DecisionRow>&) {}});
    QTRY_COMPARE(scene.window->decisions_view().count(), 1);
    QTRY_VERIFY(scene.window->decisions_view().row_at(0).state == domain::DecisionState::executed);
}

void TestMainWindow::a_decision_refreshes_the_case() {
    Scene scene;
    QVERIFY(scene.open("TX-4713"));
    ports::CaseFile later = *scene.window->inbox_view().case_view().file();
    later.row.state = ports::CaseState::decided;
    scene.core.add_case(later); // the record holds it; nobody said so yet
    ports::Review review;
    review.decision.id = domain::DecisionId("D-x");
    review.decision.transaction = later.row.key.id;
    scene.core.sign(review, {scene.window.get(), [](const base::Result<ports::DecisionRow>&) {}});
    QTRY_VERIFY(scene.window->inbox_view().case_view().file()->row.state == ports::CaseState::decided);
}

void TestMainWindow::the_sandbox_is_named_as_such() {
    Scene scene(true);
    QVERIFY(scene.window->windowTitle().contains(QStringLiteral("Sandbox")));
    QTRY_VERIFY(scene.words().contains(QStringLiteral("Sandbox, simulated")));
}

void TestMainWindow::the_key_sheet_lists_every_action() {
    Scene scene;
    QVERIFY(scene.activate());
    QTest::keyClick(scene.window.get(), Qt::Key_Question);
    auto* sheet = scene.window->findChild<ui::frame::ShortcutSheet*>();
    QVERIFY(sheet != nullptr);
    QStringList said;
    const auto labels = sheet->findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        said += label->text();
    }
    const auto actions = scene.window->findChild<ui::frame::Actions*>()->all();
    for (const QAction* action : actions) {
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        QVERIFY2(!said.filter(key).isEmpty(), qPrintable(action->text()));
    }
}

void TestMainWindow::the_tour_sees_a_whole_shift() {
    const QTemporaryDir folder;
    Scene scene;
    scene.core.who.key = ports::KeyState::none; // the first use of all
    QTimer clock_hand;                          // the button's dead time passes by the injected clock
    connect(&clock_hand, &QTimer::timeout, this, [&scene] { scene.clock.advance(std::chrono::milliseconds(200)); });
    clock_hand.start(10);
    QStringList lines;
    ui::frame::TourOptions options;
    options.folder = folder.filePath(QStringLiteral("pictures"));
    options.passphrase = "correct horse battery";
    options.say = [&lines](const QString& line) { lines += line; };
    ui::frame::Tour tour(*scene.window, options);
    QSignalSpy finished(&tour, &ui::frame::Tour::finished);
    tour.start();
    QVERIFY(finished.wait(60'000));
    QVERIFY2(finished.first().first().toBool(), qPrintable(lines.join(QLatin1Char('\n'))));
    QCOMPARE(scene.core.signatures, 3);
    QStringList verbs;
    for (auto row = scene.core.taken.rbegin(); row != scene.core.taken.rend(); ++row) {
        const auto name = domain::name_of(row->decision.verb);
        verbs += QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
        QVERIFY(row->receipt);
        QVERIFY(!row->decision.reason_code.empty() && !row->decision.reason_text.empty());
    }
    QCOMPARE(verbs, (QStringList{QStringLiteral("reject"), QStringLiteral("approve"), QStringLiteral("stop")}));
    const QStringList pictures = QDir(options.folder).entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
    QVERIFY(pictures.size() >= 12);
    QVERIFY(pictures.first().startsWith(QStringLiteral("01-")));
    QVERIFY(!QImage(QDir(options.folder).filePath(pictures.last())).isNull());
}

void TestMainWindow::a_tour_that_does_not_see_enough_says_where_it_stopped() {
    const QTemporaryDir folder;
    base::ManualClock clock(fake::morning());
    fake::Core empty(clock);
    MainWindow window(empty, empty, empty, clock, {QLocale::English, QTimeZone::utc(), false, {}});
    QStringList lines;
    ui::frame::TourOptions options;
    options.folder = folder.path();
    options.patience = std::chrono::milliseconds(100);
    options.say = [&lines](const QString& line) { lines += line; };
    ui::frame::Tour tour(window, options);
    QSignalSpy finished(&tour, &ui::frame::Tour::finished);
    tour.start();
    QVERIFY(finished.wait(20'000));
    QVERIFY(!finished.first().first().toBool());
    QVERIFY(lines.last().contains(QStringLiteral("NOT SEEN")));
    QVERIFY(lines.last().contains(QStringLiteral("watch what happens")));
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
