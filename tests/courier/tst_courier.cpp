// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/courier/cause.h"
#include "tests/courier/support/world.h"

#include <QTest>

using base::FaultCode;
using domain::DecisionState;
using domain::ReceiptOutcome;
using support::Mood;
using support::World;
using namespace std::chrono_literals;

class TestCourier : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takes_the_way_of_its_answer_data();
    void takes_the_way_of_its_answer();
    void leads_to_the_state_that_the_receipt_says_data();
    void leads_to_the_state_that_the_receipt_says();
    void keeps_trying_while_the_gateway_is_away();
    void waits_as_long_as_a_busy_gateway_asks();
    void says_why_it_is_turned_away();
    void a_login_that_stays_refused_ends_as_not_applied();
    void a_login_that_is_refused_after_a_lost_answer_stays_in_doubt();
    void does_not_ask_in_a_hot_loop();
    void waits_for_the_time_to_withdraw();
    void does_not_send_what_was_withdrawn();
    void does_not_send_what_has_expired();
    void calls_off_what_expired_while_the_gateway_was_away();
    void a_record_that_cannot_write_stops_the_sending();
    void a_restart_puts_what_was_sent_in_doubt();
    void an_outcome_by_the_feed_settles_what_was_accepted();
    void a_receipt_of_another_console_is_ignored();
    void a_forged_receipt_by_the_feed_is_loud_and_without_effect();
    void a_receipt_that_contradicts_is_loud_and_without_effect();
    void old_news_is_no_contradiction();
    void an_amendment_meanwhile_is_heeded();
    void a_status_can_be_asked_for_now();
    void at_most_eight_are_under_way_but_a_stop_always_goes();
    void counts_what_it_does();
};

void TestCourier::takes_the_way_of_its_answer_data() {
    QTest::addColumn<int>("mood");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("posts");
    QTest::addColumn<int>("asks");
    QTest::addColumn<int>("forgeries");
    const auto row = [](const char* name, Mood mood, const char* path, int posts, int asks, int forgeries) {
        QTest::newRow(name) << static_cast<int>(mood) << QByteArray(path) << posts << asks << forgeries;
    };
    row("all is well", Mood::answers, "signed>sent>accepted", 1, 0, 0);
    row("certainly not arrived: the same bytes again", Mood::loses_request, "signed>sent>accepted", 2, 0, 0);
    row("the login is refused: the same bytes again", Mood::refuses_login, "signed>sent>accepted", 2, 0, 0);
    row("swallowed: asked for, never seen, sent again", Mood::swallows_request, "signed>sent>in_doubt>sent>accepted", 2,
        1, 0);
    row("late: asked for meanwhile, and found", Mood::arrives_late, "signed>sent>in_doubt>accepted", 1, 1, 0);
    row("answer lost: asked for and found", Mood::loses_answer, "signed>sent>in_doubt>accepted", 1, 1, 0);
    row("garbage: asked for and found", Mood::answers_garbage, "signed>sent>in_doubt>accepted", 1, 1, 0);
    row("an ill server: asked for, sent again", Mood::fails_before, "signed>sent>in_doubt>sent>accepted", 2, 1, 0);
    row("a forged answer is no answer", Mood::answers_forged, "signed>sent>in_doubt>sent>accepted", 2, 1, 1);
    row("an answer for other bytes is no answer", Mood::answers_other_digest, "signed>sent>in_doubt>sent>accepted", 2,
        1, 1);
    row("the receipt comes by the feed alone", Mood::answers_on_feed_only, "signed>sent>accepted", 1, 0, 0);
    row("the receipt comes twice", Mood::answers_twice, "signed>sent>accepted", 1, 0, 0);
}

void TestCourier::takes_the_way_of_its_answer() {
    QFETCH(int, mood);
    QFETCH(QByteArray, path);
    World world;
    const auto id = world.sign();
    world.moods = {static_cast<Mood>(mood)};
    world.start();
    QVERIFY(world.run());
    QCOMPARE(QByteArray::fromStdString(world.path(id)), path);
    QTEST(world.posts, "posts");
    QTEST(world.asks, "asks");
    QTEST(static_cast<int>(world.forgeries.size()), "forgeries");
    QCOMPARE(world.at_gateway.at(id).executed, 1);
    QVERIFY(world.contradictions.empty());
    QVERIFY(world.moves.back().receipt.has_value());
    QCOMPARE(world.courier->health().waiting + world.courier->health().under_way + world.courier->health().in_doubt,
             0U);
}

void TestCourier::leads_to_the_state_that_the_receipt_says_data() {
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char* name, ReceiptOutcome outcome, const char* path) {
        QTest::newRow(name) << static_cast<int>(outcome) << QByteArray(path);
    };
    row("accepted", ReceiptOutcome::accepted, "signed>sent>accepted");
    row("one of two signatures", ReceiptOutcome::awaiting_second, "signed>sent>accepted");
    row("refused", ReceiptOutcome::refused, "signed>sent>refused_by_gateway");
    row("executed at once", ReceiptOutcome::executed, "signed>sent>executed");
    row("failed at once", ReceiptOutcome::failed, "signed>sent>failed");
    row("too late", ReceiptOutcome::not_applied, "signed>sent>not_applied");
}

void TestCourier::leads_to_the_state_that_the_receipt_says() {
    QFETCH(int, outcome);
    QFETCH(QByteArray, path);
    World world;
    world.outcome = static_cast<ReceiptOutcome>(outcome);
    const auto id = world.sign();
    world.start();
    QVERIFY(world.run());
    QCOMPARE(QByteArray::fromStdString(world.path(id)), path);
}

void TestCourier::keeps_trying_while_the_gateway_is_away() {
    World world;
    const auto id = world.sign();
    world.moods.assign(50, Mood::loses_request);
    world.start();
    const base::Instant begun = world.clock.now();
    QVERIFY(world.run());
    QCOMPARE(world.posts, 51);
    QCOMPARE(world.path(id), std::string("signed>sent>accepted"));
    QVERIFY(world.clock.now() - begun > 20min); // 30 s to a minute between the later ones
}

void TestCourier::waits_as_long_as_a_busy_gateway_asks() {
    World world;
    const auto id = world.sign();
    world.moods = {Mood::too_busy, Mood::loses_answer, Mood::too_busy}; // the third is the question for the status
    world.start();
    const base::Instant begun = world.clock.now();
    QVERIFY(world.run());
    QCOMPARE(world.path(id), std::string("signed>sent>in_doubt>accepted"));
    QCOMPARE(world.posts, 2);
    QCOMPARE(world.asks, 2);
    QVERIFY(world.clock.now() - begun >= 4min); // twice two minutes, where the usual pauses are seconds
    QVERIFY(world.clock.now() - begun < 6min);
    QVERIFY(world.contradictions.empty());
}

void TestCourier::says_why_it_is_turned_away() {
    World world;
    const auto id = world.sign();
    world.moods = {Mood::refuses_login, Mood::refuses_login, Mood::loses_request};
    world.start();
    QVERIFY(world.run());
    std::vector<std::string> causes;
    for (const courier::Move& move : world.moves) {
        if (move.from == DecisionState::sent && move.to == DecisionState::sent) {
            causes.emplace_back(courier::cause_of(*move.fault));
        }
    }
    QCOMPARE(causes, (std::vector<std::string>{"login_refused", "login_refused", "unreachable"}));
    QCOMPARE(world.posts, 4);
    QCOMPARE(world.state(id), DecisionState::accepted);
    QVERIFY(world.contradictions.empty());
}

void TestCourier::a_login_that_stays_refused_ends_as_not_applied() {
    World world;
    const auto id = world.sign(domain::Verb::approve, {}, world.clock.now() + 5min);
    world.moods.assign(1000, Mood::refuses_login);
    world.start();
    QVERIFY(world.run());
    // It certainly never arrived, so that it may be called off here; and it did not ask in a hot loop.
    QCOMPARE(world.path(id), std::string("signed>sent>not_applied"));
    QVERIFY2(world.posts < 20, std::to_string(world.posts).c_str());
    QVERIFY(world.at_gateway.empty());
    QVERIFY(world.contradictions.empty());
}

void TestCourier::a_login_that_is_refused_after_a_lost_answer_stays_in_doubt() {
    World world;
    const auto id = world.sign(domain::Verb::approve, {}, world.clock.now() + 5min);
    world.moods.assign(60, Mood::refuses_login);
    world.moods.push_front(Mood::loses_answer);
    world.start();
    // Nobody can be asked, so that nobody knows: also when its time is over it is neither failed nor given up.
    while (world.asks < 30 && world.step()) {
    }
    QVERIFY(world.clock.now() > world.record.at(id).decision.decision.not_after);
    QCOMPARE(world.path(id), std::string("signed>sent>in_doubt"));
    QVERIFY(world.run());
    QCOMPARE(world.path(id), std::string("signed>sent>in_doubt>accepted")); // the login is mended: it had arrived
    QCOMPARE(world.at_gateway.at(id).executed, 1);
}

void TestCourier::does_not_ask_in_a_hot_loop() {
    World world;
    const auto id = world.sign();
    world.moods.assign(40, Mood::answers_garbage);
    world.start();
    const base::Instant begun = world.clock.now();
    QVERIFY(world.run());
    QCOMPARE(world.state(id), DecisionState::accepted);
    QVERIFY(world.clock.now() - begun > 15min);
}

void TestCourier::waits_for_the_time_to_withdraw() {
    World world;
    const base::Instant until = world.clock.now() + 10s;
    const auto id = world.sign(domain::Verb::approve, until);
    world.start();
    while (world.moves.empty()) {
        QVERIFY(world.step());
    }
    QVERIFY(world.moves.front().at >= until);
    QVERIFY(world.run());
    QCOMPARE(world.path(id), std::string("held>sent>accepted"));
}

void TestCourier::does_not_send_what_was_withdrawn() {
    World world;
    const auto id = world.sign(domain::Verb::approve, world.clock.now() + 10s);
    world.start();
    QVERIFY(world.step());
    world.record.at(id).state = DecisionState::withdrawn; // by the person, through the record
    QVERIFY(world.run());
    QCOMPARE(world.posts, 0);
    QCOMPARE(world.path(id), std::string());
    QCOMPARE(world.state(id), DecisionState::withdrawn);
}

void TestCourier::does_not_send_what_has_expired() {
    World world;
    const base::Instant now = world.clock.now();
    const auto late = world.sign(domain::Verb::approve, {}, now - 1s);
    const auto held = world.sign(domain::Verb::approve, now + 10s, now + 5s);
    world.start();
    QVERIFY(world.run());
    QCOMPARE(world.posts, 0);
    QCOMPARE(world.path(late), std::string("signed>not_applied"));
    QCOMPARE(world.path(held), std::string("held>signed>not_applied"));
    QCOMPARE(static_cast<int>(world.moves.back().fault->code), static_cast<int>(FaultCode::expired));
}

void TestCourier::calls_off_what_expired_while_the_gateway_was_away() {
    World world;
    const auto id = world.sign(domain::Verb::approve, {}, world.clock.now() + 5min);
    world.moods.assign(1000, Mood::loses_request);
    world.start();
    QVERIFY(world.run());
    QCOMPARE(world.path(id), std::string("signed>sent>not_applied"));
    QCOMPARE(static_cast<int>(world.moves.back().fault->code), static_cast<int>(FaultCode::expired));
    QVERIFY(world.posts > 5 && world.posts < 30);

    // What may have arrived is not called off: it goes on until the gateway has said what became of it.
    World other;
    const auto doubtful = other.sign(domain::Verb::approve, {}, other.clock.now() + 5min);
    other.moods.assign(30, Mood::loses_request);
    other.moods.push_front(Mood::swallows_request);
    other.start();
    QVERIFY(other.run());
    QCOMPARE(other.path(doubtful), std::string("signed>sent>in_doubt>sent>accepted"));
    QVERIFY(other.clock.now() > other.record.at(doubtful).decision.decision.not_after);
}

void TestCourier::a_record_that_cannot_write_stops_the_sending() {
    World world;
    const auto id = world.sign();
    world.commit_faults.assign(5, base::Fault{FaultCode::disk_full, "full", {}});
    world.start();
    while (!world.commit_faults.empty()) {
        QVERIFY(world.step());
        QCOMPARE(world.posts, 0);
    }
    QVERIFY(world.run());
    QCOMPARE(world.outbox_faults.size(), std::size_t{5});
    QCOMPARE(world.path(id), std::string("signed>sent>accepted"));
}

void TestCourier::a_restart_puts_what_was_sent_in_doubt() {
    World world;
    const auto id = world.sign();
    world.record.at(id).state = DecisionState::sent;
    world.start();
    QVERIFY(world.run());
    QCOMPARE(world.path(id), std::string("sent>in_doubt>sent>accepted"));
    QCOMPARE(world.asks, 1);
}

void TestCourier::an_outcome_by_the_feed_settles_what_was_accepted() {
    World world;
    const auto id = world.sign();
    world.start();
    QVERIFY(world.run());
    world.courier->settle(world.receipt_for(id, ReceiptOutcome::failed, world.gateway_key()));
    world.courier->settle(world.receipt_for(id, ReceiptOutcome::executed, world.gateway_key()));
    QVERIFY(world.run());
    QCOMPARE(world.path(id), std::string("signed>sent>accepted>failed>executed"));
    QVERIFY(world.forgeries.empty());
}

void TestCourier::a_receipt_of_another_console_is_ignored() {
    World world;
    const auto id = world.sign();
    const domain::Receipt receipt = world.receipt_for(id, ReceiptOutcome::executed, world.gateway_key());
    world.record.erase(id);
    world.start();
    world.courier->settle(receipt);
    QVERIFY(world.run());
    QVERIFY(world.moves.empty());
    QVERIFY(world.forgeries.empty());
}

void TestCourier::a_forged_receipt_by_the_feed_is_loud_and_without_effect() {
    World world;
    const auto id = world.sign();
    world.start();
    QVERIFY(world.run());
    world.courier->settle(world.receipt_for(id, ReceiptOutcome::executed, world.stranger_key()));
    QVERIFY(world.run());
    QCOMPARE(world.state(id), DecisionState::accepted);
    QCOMPARE(world.forgeries.size(), std::size_t{1});
    QCOMPARE(static_cast<int>(world.forgeries.front().code), static_cast<int>(FaultCode::bad_signature));
    QCOMPARE(world.courier->health().forged, std::uint64_t{1});
}

void TestCourier::a_receipt_that_contradicts_is_loud_and_without_effect() {
    World world;
    const auto id = world.sign();
    world.outcome = ReceiptOutcome::refused;
    world.start();
    QVERIFY(world.run());
    world.courier->settle(world.receipt_for(id, ReceiptOutcome::executed, world.gateway_key()));
    QVERIFY(world.run());
    QCOMPARE(world.state(id), DecisionState::refused_by_gateway);
    QCOMPARE(world.forgeries.size(), std::size_t{1});
    QCOMPARE(static_cast<int>(world.forgeries.front().code), static_cast<int>(FaultCode::conflict));
}

void TestCourier::old_news_is_no_contradiction() {
    World world;
    world.outcome = ReceiptOutcome::executed;
    const auto id = world.sign();
    world.start();
    QVERIFY(world.run());
    for (const auto outcome : {ReceiptOutcome::accepted, ReceiptOutcome::awaiting_second, ReceiptOutcome::executed}) {
        world.courier->settle(world.receipt_for(id, outcome, world.gateway_key()));
    }
    QVERIFY(world.run());
    QCOMPARE(world.path(id), std::string("signed>sent>executed"));
    QVERIFY(world.forgeries.empty());
}

void TestCourier::an_amendment_meanwhile_is_heeded() {
    World world;
    const auto id = world.sign();
    world.moods = {Mood::answers};
    world.outcome = ReceiptOutcome::refused; // wrong version
    world.start();
    while (world.posts == 0) {
        QVERIFY(world.step());
    }
    world.record.at(id).state = DecisionState::void_;
    QVERIFY(world.run());
    QCOMPARE(world.state(id), DecisionState::void_);
    QVERIFY(world.forgeries.empty());

    // But when the gateway accepted what we hold for void, somebody must look.
    World other;
    const auto accepted = other.sign();
    other.start();
    while (other.posts == 0) {
        QVERIFY(other.step());
    }
    other.record.at(accepted).state = DecisionState::void_;
    QVERIFY(other.run());
    QCOMPARE(other.state(accepted), DecisionState::void_);
    QCOMPARE(other.forgeries.size(), std::size_t{1});
}

void TestCourier::a_status_can_be_asked_for_now() {
    World world;
    const auto id = world.sign();
    world.moods = {Mood::loses_answer, Mood::loses_request, Mood::loses_request, Mood::loses_request};
    world.start();
    while (world.asks < 3) {
        QVERIFY(world.step());
    }
    QVERIFY(world.step()); // the answer: none
    const base::Instant before = world.clock.now();
    world.courier->ask_status(id);
    QCOMPARE(world.asks, 4);
    QVERIFY(world.clock.now() == before);
    QVERIFY(world.run());
    QCOMPARE(world.state(id), DecisionState::accepted);
}

void TestCourier::at_most_eight_are_under_way_but_a_stop_always_goes() {
    World world;
    std::vector<domain::DecisionId> ids;
    for (int i = 0; i < 30; ++i) {
        ids.push_back(world.sign());
    }
    world.start();
    QVERIFY(world.run());
    QCOMPARE(world.most_at_once, 8);
    for (const auto& id : ids) {
        QCOMPARE(world.path(id), std::string("signed>sent>accepted"));
    }

    World busy;
    for (int i = 0; i < 30; ++i) {
        (void)busy.sign();
    }
    const auto stop = busy.sign(domain::Verb::stop);
    busy.start();
    QVERIFY(busy.run());
    QCOMPARE(busy.most_at_once, 9);
    QCOMPARE(busy.state(stop), DecisionState::accepted);
}

void TestCourier::counts_what_it_does() {
    World world;
    const auto held = world.sign(domain::Verb::approve, world.clock.now() + 24h);
    (void)world.sign();
    world.moods = {Mood::loses_answer, Mood::loses_request};
    std::vector<courier::Health> told;
    world.start();
    connect(world.courier.get(), &courier::Courier::health_changed, world.courier.get(),
            [&told](const courier::Health& health) { told.push_back(health); });
    while (world.asks < 1) {
        QVERIFY(world.step());
    }
    courier::Health health = world.courier->health();
    QCOMPARE(health.waiting, 1U);
    QCOMPARE(health.in_doubt, 1U);
    QCOMPARE(health.attempts, std::uint64_t{2});
    QCOMPARE(static_cast<int>(health.fault->code), static_cast<int>(FaultCode::timed_out));
    while (world.moves.back().to != DecisionState::accepted) {
        QVERIFY(world.step());
    }
    QVERIFY(world.step());
    health = world.courier->health();
    QCOMPARE(health.in_doubt, 0U);
    QVERIFY(!health.fault);
    QVERIFY(!told.empty() && told.back() == health);
    QCOMPARE(world.state(held), DecisionState::held);
}

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
