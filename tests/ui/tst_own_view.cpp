// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "ui/case/action_bar.h"
#include "ui/case/case_view.h"
#include "ui/case/own_view_bar.h"
#include "ui/decide/desk.h"
#include "ui/frame/main_window.h"
#include "ui/inbox/inbox_view.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using domain::OwnView;
using domain::Verb;
using ui::frame::MainWindow;

namespace {

constexpr char persuasion[] = "Coffee for two floors"; // of drawn_case()
constexpr char promise[] = "trust me, it is urgent";

ports::CaseFile case_that_waits(const char* id) {
    ports::CaseFile file = fake::drawn_case(std::string(id) + " sign_off EUR 4980.00 bot-7 Nordlicht GmbH");
    file.wants_own_view = true;
    file.versions.back().version.subject.purpose = file.row.purpose;
    ports::SaidTurn turn;
    turn.party = domain::Party::agent;
    turn.text = domain::UntrustedText(promise);
    turn.number = 90;
    file.turns.push_back(turn);
    ports::TimelineEntry step;
    step.row.type = domain::EventType::transaction_requested;
    step.row.index = 70;
    step.row.summary = step.note = file.row.purpose;
    file.timeline.push_back(step);
    return file;
}

struct Scene {
    explicit Scene(ports::CaseFile file) {
        core.who.key = ports::KeyState::open;
        core.who.person = domain::PersonId("anna");
        core.who.on_roster = true;
        const domain::TransactionKey key = file.row.key;
        core.add_case(std::move(file));
        window = std::make_unique<MainWindow>(core, core, core, clock,
                                              ui::frame::Options{QLocale::English, QTimeZone::utc(), false, {}});
        window->resize(1500, 900);
        window->show();
        window->inbox_view().open(key);
    }
    [[nodiscard]] ui::case_::CaseView& view() const { return window->inbox_view().case_view(); }
    bool wait_for_case() {
        return support::wait_until([this] { return view().file().has_value(); }) &&
               QTest::qWaitForWindowActive(window.get(), support::patience_ms);
    }
    [[nodiscard]] ui::case_::OwnViewBar& bar() const { return *view().findChild<ui::case_::OwnViewBar*>(); }
    [[nodiscard]] QPushButton* button(Verb verb) const {
        return view().findChild<ui::case_::ActionBar*>()->button_for(verb);
    }
    /// Everything that can be read anywhere in the window, on every tab.
    [[nodiscard]] QString all_words() const {
        for (int tab = 0; tab < view().tabs().count(); ++tab) {
            view().tabs().setCurrentIndex(tab);
        }
        view().tabs().setCurrentIndex(0);
        QStringList words;
        for (const QLabel* label : window->findChildren<QLabel*>()) {
            words << label->text() << label->accessibleName() << label->toolTip();
        }
        for (const QPlainTextEdit* text : window->findChildren<QPlainTextEdit*>()) {
            words << text->toPlainText() << text->accessibleName();
        }
        for (const QTableView* table : view().findChildren<QTableView*>()) {
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                for (int column = 0; column < table->model()->columnCount(); ++column) {
                    words << table->model()->index(row, column).data().toString();
                }
            }
        }
        return words.join(QLatin1Char('\n'));
    }

    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    std::unique_ptr<MainWindow> window;
};

} // namespace

/// What an agent says for itself stays covered, and nothing can be approved, until a person has said what they make of
/// the facts.
class TestOwnView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void persuasion_is_covered_and_facts_are_not() {
        Scene scene(case_that_waits("TX-1"));
        QVERIFY(scene.wait_for_case());
        const QString words = scene.all_words();
        QVERIFY(!words.contains(QLatin1String(persuasion)));
        QVERIFY(!words.contains(QLatin1String(promise)));
        QVERIFY(words.contains(QLatin1String("4,980.00")));
        QVERIFY(
            words.contains(QLatin1String("Unit price 31.20 against 23.80 in C-2025-19"))); // what the platform found
        QVERIFY(words.contains(QLatin1String("C-2025-19")));
        QVERIFY(words.contains(ui::case_::OwnView::cover()));
    }

    void nothing_is_approved_before_and_the_button_says_why() {
        Scene scene(case_that_waits("TX-1"));
        QVERIFY(scene.wait_for_case());
        for (const Verb verb : {Verb::approve, Verb::approve_reduced}) {
            QVERIFY(!scene.view().allows(verb));
            QVERIFY(!scene.button(verb)->isEnabled());
            QCOMPARE(scene.button(verb)->accessibleDescription(), ui::case_::OwnView::why_not_yet());
            QVERIFY(scene.button(verb)->toolTip().contains(QLatin1String("1 fine")));
            scene.view().want(verb);
        }
        QTest::keyClick(scene.window.get(), Qt::Key_A);
        QTest::qWait(0);
        QCOMPARE(scene.core.reviews_asked, 0);
        QVERIFY(scene.window->desk().review_dialog() == nullptr);
        for (const Verb verb : {Verb::ask, Verb::hold, Verb::reject, Verb::escalate, Verb::stop}) {
            QVERIFY(scene.view().allows(verb));
            QVERIFY(scene.button(verb)->isEnabled());
            QVERIFY(scene.button(verb)->accessibleDescription() != ui::case_::OwnView::why_not_yet());
        }
    }

    void one_key_notes_and_uncovers_data() {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("view");
        QTest::addRow("1 is fine") << static_cast<int>(Qt::Key_1) << static_cast<int>(OwnView::fine);
        QTest::addRow("2 is odd") << static_cast<int>(Qt::Key_2) << static_cast<int>(OwnView::odd);
        QTest::addRow("3 is wrong") << static_cast<int>(Qt::Key_3) << static_cast<int>(OwnView::wrong);
    }
    void one_key_notes_and_uncovers() {
        QFETCH(int, key);
        QFETCH(int, view);
        Scene scene(case_that_waits("TX-1"));
        QVERIFY(scene.wait_for_case());
        QTest::keyClick(scene.window.get(), static_cast<Qt::Key>(key));
        QTRY_VERIFY(scene.view().allows(Verb::approve));
        const ports::CaseFile& file = *scene.view().file();
        QCOMPARE(file.views.size(), std::size_t{1});
        QCOMPARE(static_cast<int>(file.views.front().view), view);
        QVERIFY(scene.button(Verb::approve)->isEnabled());
        QCOMPARE(scene.button(Verb::approve)->accessibleDescription(), QStringLiteral("Approve, key A"));
        const QString words = scene.all_words();
        QVERIFY(words.contains(QLatin1String(persuasion)));
        QVERIFY(words.contains(QLatin1String(promise)));
        QVERIFY(words.contains(QLatin1String("Own view: ")) && words.contains(QLatin1String(", by ")));
        QTest::keyClick(scene.window.get(), Qt::Key_3); // nobody notes twice
        QTest::qWait(0);
        QCOMPARE(scene.core.files.begin()->second.views.size(), std::size_t{1});
    }

    void the_buttons_do_the_same_and_have_names() {
        Scene scene(case_that_waits("TX-1"));
        QVERIFY(scene.wait_for_case());
        QVERIFY(scene.bar().isVisible());
        for (const OwnView view : ui::case_::OwnView::all) {
            const QPushButton* button = scene.bar().button_for(view);
            QVERIFY(button->isVisible() && !button->isDefault() && !button->autoDefault());
            QVERIFY(button->accessibleName().contains(ui::case_::OwnView::of(view)));
        }
        scene.bar().button_for(OwnView::odd)->click();
        QTRY_VERIFY(scene.view().allows(Verb::approve));
        QVERIFY(scene.bar().isVisible()); // says what was noted
        QVERIFY(!scene.bar().button_for(OwnView::odd)->isVisible());
    }

    void the_view_of_somebody_else_is_not_one_s_own() {
        ports::CaseFile file = case_that_waits("TX-1");
        file.views = {{OwnView::fine, domain::PersonId("bert"), file.row.version, fake::morning(), 80}};
        Scene scene(file);
        QVERIFY(scene.wait_for_case());
        QTRY_VERIFY(!scene.view().allows(Verb::approve));
        QVERIFY(!scene.all_words().contains(QLatin1String(persuasion)));
    }

    void a_view_of_an_earlier_version_does_not_count() {
        ports::CaseFile file = case_that_waits("TX-1");
        file.views = {{OwnView::fine, domain::PersonId("anna"), file.row.version - 1, fake::morning(), 80}};
        Scene scene(file);
        QVERIFY(scene.wait_for_case());
        QVERIFY(!scene.view().allows(Verb::approve));
    }

    void other_cases_are_as_ever_data() {
        QTest::addColumn<bool>("wanted");
        QTest::addColumn<int>("state");
        QTest::addRow("the policy does not ask") << false << static_cast<int>(ports::CaseState::open);
        QTest::addRow("it is decided already") << true << static_cast<int>(ports::CaseState::executed);
    }
    void other_cases_are_as_ever() {
        QFETCH(bool, wanted);
        QFETCH(int, state);
        ports::CaseFile file = case_that_waits("TX-1");
        file.wants_own_view = wanted;
        file.row.state = static_cast<ports::CaseState>(state);
        Scene scene(file);
        QVERIFY(scene.wait_for_case());
        QVERIFY(!scene.bar().isVisible());
        QVERIFY(scene.all_words().contains(QLatin1String(persuasion)));
        scene.view().note(OwnView::fine);
        QTest::qWait(0);
        QVERIFY(scene.core.files.begin()->second.views.empty());
    }

    void a_note_that_is_not_kept_uncovers_nothing() {
        Scene scene(case_that_waits("TX-1"));
        QVERIFY(scene.wait_for_case());
        scene.core.next_fault = base::Fault{base::FaultCode::disk_full, "full", {}};
        QTest::keyClick(scene.window.get(), Qt::Key_1);
        QTRY_VERIFY(!scene.core.next_fault);
        QTest::qWait(0);
        QVERIFY(!scene.view().allows(Verb::approve));
        QVERIFY(!scene.all_words().contains(QLatin1String(persuasion)));
    }

    void the_panes_beside_it_are_covered_too() {
        Scene scene(case_that_waits("TX-1"));
        QVERIFY(scene.wait_for_case());
        for (QDockWidget* dock : scene.window->findChildren<QDockWidget*>()) {
            dock->toggleViewAction()->trigger();
        }
        const auto words = [&scene] {
            QStringList all;
            for (const QDockWidget* dock : scene.window->findChildren<QDockWidget*>()) {
                for (const QLabel* label : dock->findChildren<QLabel*>()) {
                    all << label->text();
                }
                for (const QTableView* table : dock->findChildren<QTableView*>()) {
                    for (int row = 0; row < table->model()->rowCount(); ++row) {
                        all << table->model()->index(row, table->model()->columnCount() - 1).data().toString();
                    }
                }
            }
            return all.join(QLatin1Char('\n'));
        };
        QTRY_VERIFY(words().contains(QLatin1String("Unit price 31.20")));
        QVERIFY(!words().contains(QLatin1String(persuasion)));
        scene.view().note(OwnView::fine);
        QTRY_VERIFY(words().contains(QLatin1String(persuasion)));
    }
};

QTEST_MAIN(TestOwnView)
#include "tst_own_view.moc"
