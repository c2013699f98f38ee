// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/courier/support/world.h"

#include <QTest>

#include <algorithm>
#include <string>

using domain::DecisionState;
using support::Mood;
using support::World;

/// Every mood of the gateway at each of the first requests, and the end of the process between any two steps.
class TestCourierSweep : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_mood_at_every_request();
    void the_process_ends_between_any_two_steps();
    void the_process_ends_twice();
    void the_record_fails_at_every_write();
};

namespace {

/// What must be true at the end of every history. Empty when it is.
std::string verdict(World& world, const domain::DecisionId& id) {
    if (!world.run()) {
        return "it never comes to rest: " + world.path(id);
    }
    if (!world.contradictions.empty()) {
        return world.contradictions.front();
    }
    const auto seen = world.at_gateway.find(id);
    if (seen == world.at_gateway.end() || seen->second.executed != 1) {
        return "not executed exactly once";
    }
    if (seen->second.bytes != world.record.at(id).decision.signed_bytes) {
        return "other bytes than the signed ones";
    }
    if (world.state(id) != DecisionState::accepted) {
        return "accepted by the gateway, and the record ends with " + world.path(id);
    }
    DecisionState state = DecisionState::signed_;
    for (const courier::Move& move : world.moves) {
        if (move.from != state) {
            return "a move out of order: " + world.path(id);
        }
        state = move.to;
    }
    const auto settled = std::find_if(world.moves.begin(), world.moves.end(),
                                      [](const courier::Move& move) { return move.to == DecisionState::accepted; });
    return settled->receipt == seen->second.receipt ? "" : "accepted without the gateway's receipt";
}

Mood mood(int number) {
    return static_cast<Mood>(number % support::mood_count);
}

} // namespace

void TestCourierSweep::every_mood_at_every_request() {
    const int requests = qEnvironmentVariableIsSet("REEVE_FULL") ? 4 : 3;
    int histories = 1;
    for (int i = 0; i < requests; ++i) {
        histories *= support::mood_count;
    }
    for (int history = 0; history < histories; ++history) {
        World world;
        const auto id = world.sign();
        int forgeries = 0;
        for (int rest = history, i = 0; i < requests; ++i, rest /= support::mood_count) {
            world.moods.push_back(mood(rest));
        }
        const auto planned = world.moods;
        world.start();
        const std::string wrong = verdict(world, id);
        for (std::size_t i = 0; i + world.moods.size() < planned.size(); ++i) {
            forgeries += planned[i] == Mood::answers_forged || planned[i] == Mood::answers_other_digest ? 1 : 0;
        }
        QVERIFY2(wrong.empty(), (std::to_string(history) + ": " + wrong).c_str());
        QCOMPARE(static_cast<int>(world.forgeries.size()), forgeries);
    }
}

void TestCourierSweep::the_process_ends_between_any_two_steps() {
    for (int history = 0; history < support::mood_count * support::mood_count; ++history) {
        for (int end = 0; end < 16; ++end) {
            World world;
            const auto id = world.sign();
            world.moods = {mood(history), mood(history / support::mood_count)};
            world.start();
            for (int step = 0; step < end; ++step) {
                (void)world.step();
            }
            world.kill();
            world.start();
            const std::string wrong = verdict(world, id);
            QVERIFY2(wrong.empty(),
                     (std::to_string(history) + ", end at " + std::to_string(end) + ": " + wrong).c_str());
        }
    }
}

void TestCourierSweep::the_process_ends_twice() {
    for (int first_mood = 0; first_mood < support::mood_count; ++first_mood) {
        for (int first = 0; first < 14; ++first) {
            for (int second = 0; second < 14; ++second) {
                World world;
                const auto id = world.sign();
                world.moods = {mood(first_mood), mood(first_mood + first), mood(second)};
                for (const int end : {first, second}) {
                    world.start();
                    for (int step = 0; step < end; ++step) {
                        (void)world.step();
                    }
                    world.kill();
                }
                world.start();
                const std::string wrong = verdict(world, id);
                QVERIFY2(wrong.empty(), wrong.c_str());
            }
        }
    }
}

void TestCourierSweep::the_record_fails_at_every_write() {
    using base::Fault;
    using base::FaultCode;
    for (int history = 0; history < support::mood_count * support::mood_count; ++history) {
        for (int failing = 0; failing < 5; ++failing) {
            for (const FaultCode code : {FaultCode::disk_full, FaultCode::stale, FaultCode::locked}) {
                World world;
                const auto id = world.sign();
                world.moods = {mood(history), mood(history / support::mood_count)};
                world.commit_faults.assign(static_cast<std::size_t>(failing), Fault{FaultCode::internal, {}, {}});
                world.commit_faults.push_back(Fault{code, "this time", {}});
                world.start();
                const std::string wrong = verdict(world, id);
                QVERIFY2(wrong.empty(), wrong.c_str());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestCourierSweep)
#include "tst_courier_sweep.moc"
