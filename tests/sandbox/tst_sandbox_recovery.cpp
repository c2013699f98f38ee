// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox_world.h"

#include <QTest>

using domain::TransactionState;
using domain::Verb;

/// A platform that reads the log of another one knows exactly what that one knew, wherever the log ends.
class TestRecovery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_order_is_where_it_was();
    void decisions_stay_used_and_receipts_the_same();
    void whatever_was_under_way_comes_to_its_end_data();
    void whatever_was_under_way_comes_to_its_end();
    void the_end_of_a_hold_survives();
    void nothing_executes_twice_wherever_the_log_is_cut();
};

namespace {

/// A second platform over the first `groups` groups of the log.
struct Revived {
    Revived(const SandboxWorld& before, std::size_t groups)
        : options(SandboxWorld::quiet())
        , identity(sandbox::rehearsal_identity(options.seed).value())
        , timeline(sandbox::Timeline::virtual_from(base::from_rfc3339("2026-03-02T08:00:00Z").value()))
        , platform(options, identity, timeline, [this](std::uint64_t first, const std::vector<std::string>& group) {
            for (std::size_t index = 0; index < group.size(); ++index) {
                sequences.push_back(first + index);
                events.push_back(wire::decode_event(group[index]).value());
            }
            return base::Done();
        }) {
        std::uint64_t last = 0;
        for (std::size_t index = 0; index < groups; ++index) {
            recovered = recovered && platform.recover(before.groups[index]).ok();
            last = wire::decode_batch(before.groups[index]).value().back().sequence;
        }
        recovered = recovered && platform.begin(last).ok();
        expected_next = last + 1;
    }

    std::size_t completed(const domain::TransactionId& id, const std::vector<domain::Event>& all) const {
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const domain::Event& event) {
            const auto* step = std::get_if<domain::TransactionStep>(&event.payload);
            return step != nullptr && event.type == domain::EventType::transaction_completed && step->transaction == id;
        }));
    }

    sandbox::Options options;
    sandbox::Identity identity;
    sandbox::Timeline timeline;
    std::vector<std::uint64_t> sequences;
    std::vector<domain::Event> events;
    sandbox::Platform platform;
    bool recovered = true;
    std::uint64_t expected_next = 1;
};

} // namespace

void TestRecovery::every_order_is_where_it_was() {
    SandboxWorld world;
    world.play("honest-bulk-run", 20);
    world.play("above-contract-price", 20);
    world.play("network-loss", 20);
    Revived revived(world, world.groups.size());
    QVERIFY(revived.recovered);
    QVERIFY(revived.timeline.now() == world.events.back().time);
    for (const domain::Event& event : world.events) {
        if (event.type == domain::EventType::transaction_requested) {
            const auto& id = std::get<domain::TransactionVersion>(event.payload).key.id;
            QVERIFY(revived.platform.transaction(id).value() == world.status(id));
        }
    }
}

void TestRecovery::decisions_stay_used_and_receipts_the_same() {
    SandboxWorld world;
    world.play("expired-contract");
    const auto id = world.only_held();
    const auto envelope = world.people.signed_decision(world.draft(id, Verb::reject));
    const auto receipt = world.platform.decide(envelope).value();
    Revived revived(world, world.groups.size());
    QVERIFY(revived.recovered);
    QVERIFY(revived.platform.decide(envelope).value() == receipt);
    QVERIFY(revived.events.empty());
    QVERIFY(revived.platform.roster().has_value());
    domain::Decision other = world.draft(id, Verb::approve);
    other.id = receipt.decision;
    QVERIFY(revived.platform.decide(world.people.signed_decision(other)).fault().code == base::FaultCode::conflict);
}

void TestRecovery::whatever_was_under_way_comes_to_its_end_data() {
    QTest::addColumn<QByteArray>("what");
    for (const char* what : {"an execution", "a rollback", "a question", "a stop"}) {
        QTest::newRow(what) << QByteArray(what);
    }
}

void TestRecovery::whatever_was_under_way_comes_to_its_end() {
    QFETCH(QByteArray, what);
    SandboxWorld world;
    domain::EventType end = domain::EventType::transaction_completed;
    if (what == "a stop") {
        end = domain::EventType::stop_acknowledged;
        QCOMPARE(world.decide(world.draft_stop("pa-it", Verb::stop)), std::string("accepted"));
    } else if (what == "a rollback") {
        end = domain::EventType::transaction_returned;
        world.play("routine-reorder", 15);
        const auto id = world.in_state(TransactionState::completed).at(0);
        domain::Decision decision = world.draft(id, Verb::roll_back);
        decision.plan_digest = world.platform.plan(id).value().digest;
        QCOMPARE(world.decide(decision), std::string("accepted"));
        world.advance(4);
    } else {
        world.play("expired-contract");
        const bool asks = what == "a question";
        end = asks ? domain::EventType::turn_taken : end;
        QCOMPARE(world.decide(world.draft(world.only_held(), asks ? Verb::ask : Verb::approve)),
                 std::string("accepted"));
    }
    Revived revived(world, world.groups.size());
    QVERIFY(revived.recovered);
    QVERIFY(revived.platform.advance(std::chrono::seconds(200)).ok());
    const auto ended = std::count_if(revived.events.begin(), revived.events.end(),
                                     [&](const domain::Event& event) { return event.type == end; });
    QCOMPARE(ended, std::ptrdiff_t{1});
    QCOMPARE(revived.sequences.front(), revived.expected_next);
}

void TestRecovery::the_end_of_a_hold_survives() {
    SandboxWorld world;
    world.play("expired-contract");
    const auto id = world.only_held();
    Revived revived(world, world.groups.size());
    QVERIFY(revived.platform.advance(std::chrono::seconds(1700)).ok());
    QVERIFY(revived.platform.transaction(id)->state == TransactionState::held);
    QVERIFY(revived.platform.advance(std::chrono::seconds(120)).ok());
    QVERIFY(revived.platform.transaction(id)->state == TransactionState::expired);
}

void TestRecovery::nothing_executes_twice_wherever_the_log_is_cut() {
    SandboxWorld world;
    world.play("above-contract-price");
    const auto id = world.only_held();
    const domain::Decision decision = world.draft(id, Verb::approve);
    const auto envelope = world.people.signed_decision(decision);
    QVERIFY(world.platform.decide(envelope).ok());
    world.advance(300);
    int carried_out = 0;
    for (std::size_t cut = 1; cut <= world.groups.size(); ++cut) {
        Revived revived(world, cut);
        QVERIFY(revived.recovered);
        std::size_t completed_before = 0;
        for (std::size_t index = 0; index < cut; ++index) {
            completed_before += revived.completed(id, wire::decode_batch(world.groups[index]).value());
        }
        if (!revived.platform.transaction(id).ok() || !revived.platform.roster()) {
            continue; // cut before the order or the roster was there
        }
        const auto early = std::chrono::ceil<std::chrono::seconds>(decision.not_before - revived.timeline.now());
        QVERIFY(revived.platform.advance(std::max(early, std::chrono::seconds(0))).ok());
        QVERIFY(revived.platform.decide(envelope).ok()); // the console resends the same bytes
        QVERIFY(revived.platform.advance(std::chrono::seconds(300)).ok());
        QCOMPARE(completed_before + revived.completed(id, revived.events), std::size_t{1});
        ++carried_out;
    }
    QVERIFY(carried_out >= 4);
}

QTEST_APPLESS_MAIN(TestRecovery)
#include "tst_sandbox_recovery.moc"
