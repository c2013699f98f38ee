// SPDX-License-Identifier: GPL-3.0-or-later
//
// A decision about many orders at once, before and while it is signed.
#include "tests/ui/support/group_scene.h"

#include "ui/decide/group_words.h"

#include <QSignalSpy>

using Scene = fake::GroupScene;
using ui::decide::GroupOutcome;
using ui::decide::GroupReview;
using ui::decide::LeftOut;
using ui::decide::OrderStage;

class TestGroupReview : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void only_verbs_that_stop_or_hand_on_go_at_once();
    void each_order_gets_a_decision_and_a_receipt_of_its_own_data();
    void each_order_gets_a_decision_and_a_receipt_of_its_own();
    void the_button_names_how_many_and_how_much();
    void two_currencies_are_never_added();
    void a_row_that_cannot_be_decided_is_left_out_by_itself_data();
    void a_row_that_cannot_be_decided_is_left_out_by_itself();
    void the_rules_leave_out_one_and_not_the_group();
    void a_case_that_a_colleague_holds_is_left_out();
    void nothing_is_signed_where_none_can_be_decided();
    void what_came_since_is_counted_and_not_included();
    void what_waited_behind_new_is_counted_and_not_included();
    void more_than_a_hundred_are_told_and_not_included();
    void an_order_amended_meanwhile_falls_out_and_the_button_is_dead();
    void an_order_decided_meanwhile_falls_out();
    void a_claim_of_ones_own_leaves_nothing_out();
    void leases_are_taken_and_given_back_when_it_is_closed();
    void the_signed_content_of_any_order_is_shown();
    void nothing_is_signed_without_a_reason();
    void asking_needs_its_question();
    void enter_and_held_keys_never_sign();
    void no_button_is_a_default();
    void old_bytes_are_made_anew_while_a_person_reads();
    void a_locked_key_asks_for_its_passphrase();
    void one_review_at_a_time();
};

void TestGroupReview::only_verbs_that_stop_or_hand_on_go_at_once() {
    for (int verb = 0; verb <= static_cast<int>(domain::Verb::acknowledge); ++verb) {
        Scene scene(2, static_cast<domain::Verb>(verb));
        const bool safe = scene.verb == domain::Verb::ask || scene.verb == domain::Verb::hold ||
                          scene.verb == domain::Verb::reject || scene.verb == domain::Verb::escalate;
        QCOMPARE(GroupReview::may_go_at_once(scene.verb), safe);
        scene.begin();
        QCoreApplication::processEvents();
        QCOMPARE(scene.dialog() != nullptr, safe); // approving many at once cannot even be begun
    }
}

void TestGroupReview::each_order_gets_a_decision_and_a_receipt_of_its_own_data() {
    QTest::addColumn<int>("verb");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("note");
    QTest::newRow("reject") << static_cast<int>(domain::Verb::reject) << "too_expensive"
                            << "Above the contract.";
    QTest::newRow("hold") << static_cast<int>(domain::Verb::hold) << "budget_closed"
                          << "";
    QTest::newRow("ask") << static_cast<int>(domain::Verb::ask) << "why_needed"
                         << "Why so many at once?";
    QTest::newRow("escalate") << static_cast<int>(domain::Verb::escalate) << "above_my_limit"
                              << "";
}

void TestGroupReview::each_order_gets_a_decision_and_a_receipt_of_its_own() {
    QFETCH(int, verb);
    QFETCH(QString, reason);
    QFETCH(QString, note);
    Scene scene(4, static_cast<domain::Verb>(verb));
    QVERIFY(scene.run(qPrintable(reason), qPrintable(note)));
    QCOMPARE(scene.core.signatures, 4);
    QTRY_COMPARE(scene.review().count(GroupOutcome::done), 4);
    std::set<std::string> decisions;
    std::set<std::string> receipts;
    for (int place = 0; place < 4; ++place) {
        const auto& order = scene.order(place);
        QCOMPARE(order.decision->decision.verb, scene.verb);
        QCOMPARE(order.decision->decision.transaction, order.row.key.id);
        QCOMPARE(order.decision->decision.reason_code, reason.toStdString());
        QCOMPARE(order.decision->decision.reason_text.bytes(), note.toStdString());
        QVERIFY(order.decision->receipt && order.decision->receipt->decision == order.decision->decision.id);
        // Exactly the bytes that the list could show.
        QCOMPARE(scene.core.signed_bytes[static_cast<std::size_t>(place)], order.review->bytes_to_sign);
        decisions.insert(order.decision->decision.id.bytes());
        receipts.insert(order.decision->receipt->id.bytes());
        QTRY_VERIFY(scene.cell(place, 5).contains(QString::fromStdString(order.decision->receipt->id.bytes())));
    }
    QVERIFY(decisions.size() == 4 && receipts.size() == 4);
    QTRY_COMPARE(scene.dialog()->said(), QStringLiteral("4 done."));
}

void TestGroupReview::the_button_names_how_many_and_how_much() {
    Scene scene(3);
    QVERIFY(scene.open());
    QTRY_COMPARE(scene.button().text(),
                 QStringLiteral("&Sign: Reject 3 order(s), EUR\u00a034.50")); // 10.50 11.50 12.50
    QCOMPARE(scene.button().accessibleName(), QStringLiteral("Reject 3 order(s), EUR\u00a034.50"));
    QCOMPARE(scene.dialog()->windowTitle(), QStringLiteral("Review: Reject 3 order(s)"));
    Scene one(1, domain::Verb::escalate);
    QVERIFY(one.open());
    QTRY_COMPARE(one.button().text(), QStringLiteral("&Sign: Escalate 1 order(s), EUR\u00a010.50"));
}

void TestGroupReview::two_currencies_are_never_added() {
    Scene scene(2);
    const ports::CaseFile yen = Scene::drawn(7, "USD");
    scene.core.add_case(yen);
    scene.chosen.rows.push_back(yen.row);
    QVERIFY(scene.open());
    QTRY_COMPARE(scene.button().text(), QStringLiteral("&Sign: Reject 3 order(s), EUR\u00a022.00 + USD\u00a017.50"));
}

void TestGroupReview::a_row_that_cannot_be_decided_is_left_out_by_itself_data() {
    QTest::addColumn<int>("what");
    QTest::addColumn<int>("why");
    QTest::addColumn<QString>("words");
    QTest::newRow("decided already") << 0 << static_cast<int>(LeftOut::decided) << "Somebody decided it already";
    QTest::newRow("expired") << 1 << static_cast<int>(LeftOut::expired) << "Expired, not executed: nobody decided";
    QTest::newRow("its time is over, though nothing said so yet")
        << 2 << static_cast<int>(LeftOut::expired) << "Expired, not executed";
    QTest::newRow("claimed by somebody else") << 3 << static_cast<int>(LeftOut::claimed) << "kim";
    QTest::newRow("contradictory") << 4 << static_cast<int>(LeftOut::contradictory) << "contradict each other";
    QTest::newRow("in doubt") << 5 << static_cast<int>(LeftOut::in_doubt) << "resolve it first";
    QTest::newRow("never held") << 6 << static_cast<int>(LeftOut::raised) << "acknowledge it";
    QTest::newRow("withdrawn by its agent") << 7 << static_cast<int>(LeftOut::not_held) << "not held any more";
}

void TestGroupReview::a_row_that_cannot_be_decided_is_left_out_by_itself() {
    QFETCH(int, what);
    QFETCH(int, why);
    QFETCH(QString, words);
    Scene scene(4);
    ports::CaseRow& row = scene.chosen.rows[1];
    const std::function<void()> changes[] = {
        [&] { row.state = ports::CaseState::rejected; },
        [&] { row.state = ports::CaseState::expired; },
        [&] { row.expires = scene.clock.now() - std::chrono::seconds(1); },
        [&] {
            row.claimed_by = domain::PersonId("kim");
            row.claim_expires = scene.clock.now() + std::chrono::minutes(1);
        },
        [&] { row.conflict = true; },
        [&] { row.transaction_state = domain::TransactionState::in_doubt; },
        [&] { row.raised = true; },
        [&] { row.state = ports::CaseState::withdrawn; },
    };
    changes[what]();
    QVERIFY(scene.open());
    QCOMPARE(scene.order(1).stage, OrderStage::left_out);
    QCOMPARE(static_cast<int>(scene.order(1).why), why);
    QCOMPARE(scene.cell(1, 0), QStringLiteral("Left out"));
    QVERIFY2(scene.cell(1, 5).contains(words), qPrintable(scene.cell(1, 5)));
    QVERIFY(scene.dialog()->said().contains(QStringLiteral("1 order(s) cannot be decided now and are left out")));
    QTRY_VERIFY(scene.button().text().contains(QStringLiteral("Reject 3 order(s)")));
    QVERIFY(scene.make_ready() && scene.sign_all());
    QCOMPARE(scene.core.signatures, 3);
    QTRY_COMPARE(scene.dialog()->said(), QStringLiteral("3 done. 1 left out."));
}

void TestGroupReview::the_rules_leave_out_one_and_not_the_group() {
    Scene scene(3);
    scene.core.refusals["TX-2"] = "own_request"; // who asked for it does not decide it
    QVERIFY(scene.open());
    QCOMPARE(scene.order(2).why, LeftOut::ruled);
    QTRY_VERIFY(scene.cell(2, 5).contains(QStringLiteral("somebody else has to decide")));
    QVERIFY(scene.make_ready("not_needed") && scene.sign_all());
    QCOMPARE(scene.core.signatures, 2);
    // Its lease was given back: somebody else may take it.
    QVERIFY(std::any_of(scene.core.released.begin(), scene.core.released.end(),
                        [&](const auto& one) { return one.first == scene.chosen.rows[2].key; }));
}

void TestGroupReview::a_case_that_a_colleague_holds_is_left_out() {
    Scene scene(3);
    scene.core.claim_faults["TX-0"] = {base::FaultCode::conflict, "somebody else holds the case", "claimed_by_other"};
    QVERIFY(scene.open());
    QTRY_COMPARE(scene.order(0).stage, OrderStage::left_out);
    QCOMPARE(scene.order(0).why, LeftOut::claimed);
    QVERIFY(scene.make_ready() && scene.sign_all());
    QCOMPARE(scene.core.signatures, 2);
}

void TestGroupReview::nothing_is_signed_where_none_can_be_decided() {
    Scene scene(3);
    for (ports::CaseRow& row : scene.chosen.rows) {
        row.raised = true;
    }
    QVERIFY(scene.open());
    QVERIFY(scene.dialog()->said().contains(QStringLiteral("None of them can be decided now")));
    scene.dialog()->reasons().choose("duplicate");
    scene.clock.advance(std::chrono::seconds(5));
    scene.button().tick();
    QVERIFY(!scene.button().isEnabled());
    QTRY_COMPARE(scene.dialog()->hint(), QStringLiteral("Nothing is left to sign."));
}

void TestGroupReview::what_came_since_is_counted_and_not_included() {
    Scene scene(3);
    scene.chosen.apart.insert(Scene::drawn(9).row.key); // the worst one stands alone above the group
    QVERIFY(scene.open());
    QCOMPARE(scene.dialog()->said(), QString());
    scene.change(Scene::drawn(20));
    scene.change(Scene::drawn(21));
    scene.change(Scene::drawn(21)); // the same again
    scene.change(Scene::drawn(9));
    scene.change(fake::drawn_case("TX-30 confirm EUR 1.00 bot-8 Nordlicht GmbH")); // of another agent
    QTRY_COMPARE(scene.dialog()->said(), QStringLiteral("2 more came since; not included."));
    QVERIFY(scene.make_ready() && scene.sign_all());
    QCOMPARE(scene.core.signatures, 3);
    QTRY_VERIFY(scene.dialog()->said().contains(QStringLiteral("2 more came since; not included."))); // to the end
}

void TestGroupReview::what_waited_behind_new_is_counted_and_not_included() {
    Scene scene(3);
    scene.chosen.waiting.insert(Scene::drawn(20).row.key);
    QVERIFY(scene.open());
    QCOMPARE(scene.dialog()->said(), QStringLiteral("1 more came since; not included."));
    scene.change(Scene::drawn(20)); // once
    QCoreApplication::processEvents();
    QCOMPARE(scene.review().late_count(), 1);
}

void TestGroupReview::more_than_a_hundred_are_told_and_not_included() {
    Scene scene(103);
    QVERIFY(scene.open());
    QCOMPARE(scene.review().orders().size(), GroupReview::most);
    QCOMPARE(scene.dialog()->said(), QStringLiteral("At most a hundred go at once: 3 more are not included."));
    scene.change(Scene::drawn(102)); // not among them, and not new either
    QCoreApplication::processEvents();
    QCOMPARE(scene.review().late_count(), 0);
}

void TestGroupReview::an_order_amended_meanwhile_falls_out_and_the_button_is_dead() {
    Scene scene(3);
    QVERIFY(scene.open() && scene.make_ready());
    ports::CaseFile amended = Scene::drawn(1);
    amended.row.version = 2;
    amended.row.digest[0] = 0x77;
    scene.change(amended);
    QTRY_COMPARE(scene.order(1).why, LeftOut::amended);
    QVERIFY(scene.button().is_dead() && !scene.button().isEnabled());
    QTRY_VERIFY(scene.dialog()->said().contains(QStringLiteral("An order fell out of the list")));
    scene.clock.advance(std::chrono::seconds(3));
    scene.button().tick();
    QTRY_VERIFY(scene.button().isEnabled());
    QVERIFY(scene.button().text().contains(QStringLiteral("Reject 2 order(s), EUR\u00a023.00")));
    QVERIFY(scene.sign_all());
    QCOMPARE(scene.core.signatures, 2);
}

void TestGroupReview::an_order_decided_meanwhile_falls_out() {
    Scene scene(3);
    QVERIFY(scene.open() && scene.make_ready());
    ports::CaseFile decided = Scene::drawn(0);
    decided.row.state = ports::CaseState::decided;
    scene.change(decided);
    QTRY_COMPARE(scene.order(0).why, LeftOut::decided);
    QCOMPARE(scene.review().count(OrderStage::ready), 2);
}

void TestGroupReview::a_claim_of_ones_own_leaves_nothing_out() {
    Scene scene(2);
    QVERIFY(scene.open() && scene.make_ready());
    const int asked = scene.core.reviews_asked;
    ports::CaseFile claimed = Scene::drawn(0);
    claimed.row.claimed_by = domain::PersonId("alex");
    claimed.row.claim_epoch = 4;
    claimed.row.claim_expires = scene.clock.now() + std::chrono::minutes(2);
    scene.change(claimed);
    QCoreApplication::processEvents();
    QCOMPARE(scene.core.reviews_asked, asked); // bytes without an epoch stay good
    QCOMPARE(scene.order(0).stage, OrderStage::ready);
}

void TestGroupReview::leases_are_taken_and_given_back_when_it_is_closed() {
    Scene scene(3);
    QVERIFY(scene.open());
    QCOMPARE(scene.core.claimed.size(), std::size_t{3});
    QTRY_VERIFY(scene.order(0).epoch > 0 && scene.order(1).epoch > 0 && scene.order(2).epoch > 0);
    QSignalSpy closed(&scene.desk, &ui::decide::Desk::closed);
    scene.dialog()->reject();
    QTRY_COMPARE(closed.count(), 1);
    QCOMPARE(scene.core.released.size(), std::size_t{3});
    QCOMPARE(scene.core.signatures, 0);
}

void TestGroupReview::the_signed_content_of_any_order_is_shown() {
    Scene scene(3);
    QVERIFY(scene.open());
    const auto words = [&] {
        QString all;
        for (const QLabel* label :
             scene.dialog()->findChild<QWidget*>(QStringLiteral("signed_content"))->findChildren<QLabel*>()) {
            all += label->text() + QLatin1Char('\n');
        }
        return all;
    };
    QTRY_VERIFY(words().contains(QStringLiteral("TX-0")));
    scene.dialog()->table().setCurrentIndex(scene.dialog()->table().model()->index(2, 0));
    QVERIFY2(words().contains(QStringLiteral("TX-2")), qPrintable(words()));
    QVERIFY(words().contains(QStringLiteral("EUR\u00a012.50")) &&
            words().contains(QStringLiteral("Reject this order")));
}

void TestGroupReview::nothing_is_signed_without_a_reason() {
    Scene scene(2);
    QVERIFY(scene.open());
    scene.clock.advance(std::chrono::seconds(5));
    scene.button().tick();
    QVERIFY(!scene.button().isEnabled());
    QTRY_COMPARE(scene.dialog()->hint(), QStringLiteral("Choose a reason first: press its number."));
    scene.review().sign(); // not even past the button
    QVERIFY(!scene.review().has_begun());
    QCOMPARE(scene.core.signatures, 0);
}

void TestGroupReview::asking_needs_its_question() {
    Scene scene(2, domain::Verb::ask);
    scene.begin();
    QTRY_VERIFY(scene.dialog() != nullptr);
    scene.dialog()->reasons().choose("why_needed");
    QTRY_COMPARE(scene.dialog()->hint(), QStringLiteral("Write the question first."));
    QCOMPARE(scene.core.reviews_asked, 0);
    QVERIFY(scene.make_ready("why_needed", "What are these for?"));
    QVERIFY(scene.button().text().contains(QStringLiteral("Ask about 2 order(s)")));
}

void TestGroupReview::enter_and_held_keys_never_sign() {
    Scene scene(2);
    QVERIFY(scene.open() && scene.make_ready());
    scene.button().setFocus();
    for (QWidget* widget : {static_cast<QWidget*>(scene.dialog()), static_cast<QWidget*>(&scene.button()),
                            static_cast<QWidget*>(&scene.dialog()->table())}) {
        QTest::keyClick(widget, Qt::Key_Return);
        QTest::keyClick(widget, Qt::Key_Enter);
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), true);
        QCoreApplication::sendEvent(widget, &held);
    }
    QVERIFY(scene.dialog() != nullptr && !scene.review().has_begun());
    QCOMPARE(scene.core.signatures, 0);
}

void TestGroupReview::no_button_is_a_default() {
    Scene scene(2);
    QVERIFY(scene.open());
    for (const QPushButton* each : scene.dialog()->findChildren<QPushButton*>()) {
        QVERIFY2(!each->isDefault() && !each->autoDefault(), qPrintable(each->text()));
    }
}

/// A while to take it back belongs to the tier, however long the list is read.
void TestGroupReview::old_bytes_are_made_anew_while_a_person_reads() {
    Scene scene(2);
    QVERIFY(scene.open() && scene.make_ready());
    const int asked = scene.core.reviews_asked;
    scene.clock.advance(std::chrono::minutes(8)); // of the ten for which these bytes are valid
    QTRY_COMPARE(scene.core.reviews_asked, asked + 2);
    QTRY_VERIFY(scene.order(0).review->decision.not_after > scene.clock.now() + std::chrono::minutes(9));
    QVERIFY(scene.button().isEnabled()); // all the while
}

void TestGroupReview::a_locked_key_asks_for_its_passphrase() {
    Scene scene(2);
    scene.core.who.key = ports::KeyState::locked;
    QVERIFY(scene.open());
    scene.dialog()->reasons().choose("duplicate");
    scene.clock.advance(std::chrono::seconds(3));
    scene.button().tick();
    QTRY_COMPARE(scene.dialog()->hint(), QStringLiteral("Unlock your key first."));
    QVERIFY(!scene.button().isEnabled());
}

void TestGroupReview::one_review_at_a_time() {
    Scene scene(2);
    QVERIFY(scene.open());
    const auto* first = scene.dialog();
    scene.begin();
    ports::Draft draft;
    draft.verb = domain::Verb::approve;
    draft.key = scene.chosen.rows[0].key;
    scene.desk.begin(draft);
    QCoreApplication::processEvents();
    QVERIFY(scene.dialog() == first && scene.desk.review_dialog() == nullptr);
}

QTEST_MAIN(TestGroupReview)
#include "tst_group_review.moc"
