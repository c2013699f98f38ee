// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/support/review_scene.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using Scene = fake::ReviewScene;
using ui::decide::ReviewDialog;
using ui::decide::ReviewStage;

class TestReviewDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void it_shows_what_the_bytes_say();
    void a_rejection_shows_the_amount_of_its_order();
    void it_signs_exactly_the_bytes_that_it_shows();
    void nothing_is_signed_without_a_reason();
    void enter_never_signs();
    void held_keys_do_nothing();
    void no_button_is_a_default();
    void digits_choose_the_reason();
    void a_digit_in_the_note_is_a_digit();
    void the_button_is_dead_after_another_case_only();
    void an_amended_case_is_pinned_again();
    void a_stale_answer_pins_again();
    void a_refusal_says_why_in_words();
    void a_second_person_is_announced();
    void a_locked_key_asks_for_its_passphrase();
    void a_fault_says_what_to_do_and_can_be_tried_again();
    void a_stop_names_the_agent_and_no_order();
    void one_review_at_a_time();
    void a_rollback_without_a_plan_says_so();
    void a_case_is_claimed_while_it_is_under_review();
    void a_signed_case_keeps_its_claim();
    void a_colleague_who_looks_already_is_announced();
    void an_agent_is_not_claimed();
};

void TestReviewDialog::it_shows_what_the_bytes_say() {
    Scene scene(domain::Verb::approve);
    QVERIFY(scene.wait_ready());
    const QString words = scene.words();
    for (const char* part : {"Approve this order", "EUR\u00a04,980.00", "Nordlicht GmbH", "DE89 3704 0044 0532 0130 00",
                             "SUP-2041", "TX-1", "bot-7", "3131 3131 3131 3131", "alex"}) {
        QVERIFY2(words.contains(QString::fromUtf8(part)), part);
    }
    QVERIFY(scene.button().text().contains(QStringLiteral("EUR\u00a04,980.00")));
}

/// A rejection signs no amount, but the digest that it signs names the order that has one.
void TestReviewDialog::a_rejection_shows_the_amount_of_its_order() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    QVERIFY(!scene.dialog()->review()->decision.amount);
    QVERIFY(scene.words().contains(QStringLiteral("EUR\u00a04,980.00")));
    QVERIFY(scene.words().contains(QStringLiteral("DE89 3704 0044 0532 0130 00")));
    QVERIFY(scene.button().text().contains(QStringLiteral("EUR\u00a04,980.00")));
}

void TestReviewDialog::it_signs_exactly_the_bytes_that_it_shows() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    scene.dialog()->reasons().write(QStringLiteral("too dear"));
    scene.choose("too_expensive");
    QTRY_VERIFY(scene.dialog()->review()->decision.reason_text.bytes() == "too dear");
    scene.pass_dead_time();
    QTRY_VERIFY(scene.button().isEnabled());
    const std::string shown = scene.dialog()->review()->bytes_to_sign;
    QVERIFY(scene.words().contains(QStringLiteral("too dear")));
    scene.button().click();
    QTRY_COMPARE(scene.core.signatures, 1);
    QCOMPARE(scene.core.signed_bytes.front(), shown);
}

void TestReviewDialog::nothing_is_signed_without_a_reason() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    scene.pass_dead_time();
    QVERIFY(!scene.button().isEnabled());
    QVERIFY(scene.dialog()->hint().contains(QStringLiteral("reason")));
    scene.choose("duplicate");
    QVERIFY(scene.button().isEnabled());
    scene.dialog()->reasons().write(QStringLiteral("and more")); // what is shown is not yet what would be signed
    QVERIFY(!scene.button().isEnabled());
    QTRY_VERIFY(scene.button().isEnabled());
}

void TestReviewDialog::enter_never_signs() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    scene.choose("duplicate");
    scene.pass_dead_time();
    QVERIFY(scene.button().isEnabled());
    for (QWidget* target : {static_cast<QWidget*>(scene.dialog()), static_cast<QWidget*>(&scene.button())}) {
        target->setFocus();
        QTest::keyClick(target, Qt::Key_Return);
        QTest::keyClick(target, Qt::Key_Enter);
    }
    QCoreApplication::processEvents();
    QCOMPARE(scene.core.signatures, 0);
    QVERIFY(scene.dialog() != nullptr);
}

void TestReviewDialog::held_keys_do_nothing() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    scene.choose("duplicate");
    scene.pass_dead_time();
    for (int i = 0; i < 5; ++i) {
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), true);
        QCoreApplication::sendEvent(&scene.button(), &held);
    }
    QKeyEvent up(QEvent::KeyRelease, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), false);
    QCoreApplication::sendEvent(&scene.button(), &up);
    QCoreApplication::processEvents();
    QCOMPARE(scene.core.signatures, 0);
    QTest::keyClick(&scene.button(), Qt::Key_Space); // pressed and let go: that is meant
    QTRY_COMPARE(scene.core.signatures, 1);
}

void TestReviewDialog::no_button_is_a_default() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    const auto buttons = scene.dialog()->findChildren<QPushButton*>();
    QVERIFY(buttons.size() >= 2);
    for (const QPushButton* button : buttons) {
        QVERIFY2(!button->isDefault() && !button->autoDefault(), qPrintable(button->text()));
    }
}

void TestReviewDialog::digits_choose_the_reason() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    scene.dialog()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(scene.dialog(), support::patience_ms));
    QTest::keyClick(scene.dialog(), Qt::Key_5);
    QCOMPARE(scene.dialog()->reasons().code(), std::string("duplicate"));
    QTRY_VERIFY(scene.wait_ready() && scene.dialog()->review()->decision.reason_code == "duplicate");
    QTest::keyClick(scene.dialog(), Qt::Key_9); // there is no ninth
    QCOMPARE(scene.dialog()->reasons().code(), std::string("duplicate"));
}

void TestReviewDialog::a_digit_in_the_note_is_a_digit() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    scene.dialog()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(scene.dialog(), support::patience_ms));
    auto* note = scene.dialog()->reasons().findChild<QPlainTextEdit*>();
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("a5"));
    QCOMPARE(scene.dialog()->reasons().note(), QStringLiteral("a5"));
    QVERIFY(scene.dialog()->reasons().code().empty());
}

void TestReviewDialog::the_button_is_dead_after_another_case_only() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    QVERIFY(scene.button().is_dead());
    scene.choose("duplicate");
    QVERIFY(!scene.button().isEnabled());
    scene.pass_dead_time();
    QVERIFY(scene.button().isEnabled());
    scene.dialog()->close();
    QTRY_VERIFY(scene.dialog() == nullptr);
    scene.begin(domain::Verb::approve); // the same case again: no waiting
    QVERIFY(scene.wait_ready());
    QVERIFY(!scene.button().is_dead());
}

void TestReviewDialog::an_amended_case_is_pinned_again() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    scene.choose("duplicate");
    scene.pass_dead_time();
    QVERIFY(scene.button().isEnabled());
    ports::CaseFile amended = scene.file;
    amended.row.version = 4;
    amended.row.digest.fill(0x77);
    amended.versions.back().version.subject.gross = fake::money("9980.00", "EUR");
    scene.core.add_case(amended);
    scene.desk.note({{amended.row}});
    QVERIFY(!scene.button().isEnabled());
    QVERIFY(scene.wait_ready());
    QVERIFY(scene.button().is_dead());
    QVERIFY(scene.words().contains(QStringLiteral("version 4")));
    QVERIFY(scene.words().contains(QStringLiteral("EUR\u00a09,980.00")));
    QVERIFY(scene.dialog()->reasons().code().empty()); // the old reason was about something else
    scene.pass_dead_time();
    QVERIFY(!scene.button().isEnabled());
    scene.choose("too_expensive");
    scene.button().click();
    QTRY_COMPARE(scene.core.signatures, 1);
    QCOMPARE(scene.dialog()->review()->decision.version, 4);
}

void TestReviewDialog::a_stale_answer_pins_again() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    ports::CaseFile amended = scene.file;
    amended.row.version = 4;
    amended.row.digest.fill(0x77);
    scene.core.add_case(amended); // nobody told the window
    scene.dialog()->reasons().choose("duplicate");
    QTRY_COMPARE(scene.dialog()->draft().version, 4);
    QVERIFY(scene.wait_ready());
    QVERIFY(scene.words().contains(QStringLiteral("The order changed")));
    QCOMPARE(scene.core.signatures, 0);
}

void TestReviewDialog::a_refusal_says_why_in_words() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    scene.core.standing = ports::Standing::refused;
    scene.core.standing_code = "over_limit";
    scene.choose("duplicate");
    scene.pass_dead_time();
    QVERIFY(!scene.button().isEnabled());
    QVERIFY(scene.dialog()->notice().contains(QStringLiteral("above your limit")));
}

void TestReviewDialog::a_second_person_is_announced() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    scene.core.standing = ports::Standing::needs_second;
    scene.choose("duplicate");
    scene.pass_dead_time();
    QVERIFY(scene.dialog()->notice().contains(QStringLiteral("second person")));
    QVERIFY(scene.button().isEnabled());
}

void TestReviewDialog::a_locked_key_asks_for_its_passphrase() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    scene.dialog()->close();
    QTRY_VERIFY(scene.dialog() == nullptr);
    scene.core.who.key = ports::KeyState::locked;
    scene.begin(domain::Verb::reject);
    QVERIFY(scene.wait_ready());
    scene.choose("duplicate");
    QVERIFY(!scene.button().isEnabled());
    QVERIFY(scene.dialog()->hint().contains(QStringLiteral("key")));
    auto* edit = scene.dialog()->key_panel().findChild<QLineEdit*>();
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    scene.dialog()->key_panel().unlock_with(QStringLiteral("wrong one"));
    QTRY_VERIFY(scene.words().contains(QStringLiteral("does not open your key")));
    QVERIFY(!scene.button().isEnabled());
    scene.dialog()->key_panel().unlock_with(QStringLiteral("correct horse battery"));
    QTRY_VERIFY(scene.button().isEnabled());
    QVERIFY(edit->text().isEmpty());
    QVERIFY(!scene.dialog()->key_panel().isVisible());
}

void TestReviewDialog::a_fault_says_what_to_do_and_can_be_tried_again() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    scene.choose("duplicate");
    scene.pass_dead_time();
    scene.core.next_fault = base::Fault{base::FaultCode::disk_full, "no space", {}};
    scene.button().click();
    QTRY_VERIFY(scene.dialog()->notice().contains(QStringLiteral("disk is nearly full")));
    QVERIFY(!scene.button().isEnabled());
    QCOMPARE(scene.core.signatures, 0);
    QVERIFY(scene.press("Try again"));
    QTRY_VERIFY(scene.button().isEnabled());
    scene.button().click();
    QTRY_COMPARE(scene.core.signatures, 1);
}

void TestReviewDialog::a_stop_names_the_agent_and_no_order() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    scene.dialog()->close();
    QTRY_VERIFY(scene.dialog() == nullptr);
    ports::Draft draft;
    draft.verb = domain::Verb::stop;
    draft.agent = domain::AgentId("*");
    scene.desk.begin(draft);
    QVERIFY(scene.wait_ready());
    QVERIFY(scene.words().contains(QStringLiteral("Stop the whole fleet")));
    QVERIFY(!scene.words().contains(QStringLiteral("EUR")));
    QVERIFY(!scene.button().is_dead()); // stopping must be quick
}

void TestReviewDialog::one_review_at_a_time() {
    Scene scene;
    scene.begin(domain::Verb::approve); // before the first one opened
    QVERIFY(scene.wait_ready());
    scene.begin(domain::Verb::approve);
    QCoreApplication::processEvents();
    QCOMPARE(scene.window.findChildren<ReviewDialog*>().size(), 1);
    QCOMPARE(scene.dialog()->draft().verb, domain::Verb::reject);
}

void TestReviewDialog::a_rollback_without_a_plan_says_so() {
    Scene scene(domain::Verb::roll_back);
    QVERIFY(scene.wait_ready());
    QVERIFY(scene.words().contains(QStringLiteral("plan is not known")));
}

void TestReviewDialog::a_case_is_claimed_while_it_is_under_review() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    QTRY_COMPARE(scene.core.claimed.size(), std::size_t{1});
    QVERIFY(scene.core.claimed.front() == scene.file.row.key);
    QCoreApplication::processEvents();
    QVERIFY(scene.core.released.empty());
    scene.dialog()->reject();
    QTRY_COMPARE(scene.core.released.size(), std::size_t{1});
    QCOMPARE(scene.core.released.front().second, std::int64_t{1});
}

void TestReviewDialog::a_signed_case_keeps_its_claim() {
    Scene scene;
    QVERIFY(scene.sign());
    scene.core.advance(scene.core.taken.front().decision.id, domain::DecisionState::sent);
    QTRY_VERIFY(scene.dialog()->decision()->state == domain::DecisionState::sent);
    scene.dialog()->reject();
    QTRY_VERIFY(scene.dialog() == nullptr);
    QVERIFY(scene.core.released.empty()); // the decision names its epoch
}

void TestReviewDialog::a_colleague_who_looks_already_is_announced() {
    Scene scene;
    scene.core.holder = domain::PersonId("kim");
    QVERIFY(scene.wait_ready());
    scene.dialog()->reject();
    QTRY_VERIFY(scene.dialog() == nullptr);
    scene.begin(domain::Verb::approve);
    QVERIFY(scene.wait_ready());
    QTRY_VERIFY(scene.words().contains(QStringLiteral("Somebody else is working on this case")));
}

void TestReviewDialog::an_agent_is_not_claimed() {
    Scene scene;
    QVERIFY(scene.wait_ready());
    scene.dialog()->reject();
    QTRY_VERIFY(scene.dialog() == nullptr);
    scene.core.claimed.clear();
    ports::Draft draft;
    draft.verb = domain::Verb::stop;
    draft.agent = domain::AgentId("bot-7");
    scene.desk.begin(draft);
    QVERIFY(scene.wait_ready());
    QVERIFY(scene.core.claimed.empty());
}

QTEST_MAIN(TestReviewDialog)
#include "tst_review_dialog.moc"
