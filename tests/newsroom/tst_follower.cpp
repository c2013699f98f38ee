// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/follower.h"
#include "tests/record/record_folder.h"

#include <QTest>

#include <condition_variable>
#include <map>
#include <mutex>

/// What another process records is told here as its own writer tells it: all of it, once, in order.
class TestFollower : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void it_tells_what_came_since_it_began();
    void a_large_commit_is_told_in_parts();
    void cases_and_decisions_come_as_they_are_now();
    void it_waits_for_a_store_and_says_why();
    void it_tells_who_keeps_the_store();
};

namespace {

/// Collects what a follower tells, on the test's thread.
class Heard {
public:
    newsroom::Follower::Callbacks callbacks() {
        return {[this](const record::PublishedPtr& published) {
                    const std::scoped_lock guard(mutex_);
                    commits.push_back(published);
                    changed_.notify_all();
                },
                [this](const record::WriterHealth& news) {
                    const std::scoped_lock guard(mutex_);
                    health.push_back(news);
                    changed_.notify_all();
                },
                [this](const std::string& name) {
                    const std::scoped_lock guard(mutex_);
                    keepers.push_back(name);
                    changed_.notify_all();
                }};
    }
    [[nodiscard]] bool wait(const std::function<bool()>& condition) {
        std::unique_lock guard(mutex_);
        return changed_.wait_for(guard, std::chrono::seconds(30), condition);
    }
    [[nodiscard]] std::size_t events() const {
        std::size_t count = 0;
        for (const auto& commit : commits) {
            count += commit->events.size();
        }
        return count;
    }

    std::vector<record::PublishedPtr> commits;
    std::vector<record::WriterHealth> health;
    std::vector<std::string> keepers;

private:
    std::mutex mutex_;
    std::condition_variable changed_;
};

constexpr std::chrono::milliseconds often{1};

} // namespace

void TestFollower::it_tells_what_came_since_it_began() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    VERIFY_OK(recorder->append(FeedMaker::frames({feed.heartbeat(), feed.heartbeat()})));
    Heard heard;
    const newsroom::Follower follower(store.folder(), 2, heard.callbacks(), often);
    const domain::Event third = feed.requested("t1");
    VERIFY_OK(recorder->append(FeedMaker::frames({third})));
    QVERIFY(heard.wait([&] { return heard.events() == 1; }));
    const record::RecordedEvent& told = heard.commits.front()->events.front();
    QCOMPARE(told.index, 2U);
    QCOMPARE(told.event.raw, third.raw);
    QCOMPARE(heard.commits.front()->size, 3U);
    QCOMPARE(heard.commits.front()->sources.at(0).contiguous, 3U);
    VERIFY_OK(recorder->append(FeedMaker::frames({feed.heartbeat()})));
    QVERIFY(heard.wait([&] { return heard.events() == 2; }));
    QCOMPARE(heard.commits.back()->events.front().index, 3U);
}

void TestFollower::a_large_commit_is_told_in_parts() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    std::vector<domain::Event> events;
    for (int i = 0; i < 4'500; ++i) {
        events.push_back(feed.heartbeat());
    }
    VERIFY_OK(recorder->append(FeedMaker::frames(events)));
    Heard heard;
    const newsroom::Follower follower(store.folder(), 0, heard.callbacks(), often);
    QVERIFY(heard.wait([&] { return heard.events() == 4'500; }));
    std::uint64_t next = 0;
    for (const auto& commit : heard.commits) {
        for (const record::RecordedEvent& event : commit->events) {
            QCOMPARE(event.index, next++);
        }
        QCOMPARE(commit->size, next);
    }
    QVERIFY(heard.commits.size() >= 3);
}

void TestFollower::cases_and_decisions_come_as_they_are_now() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    Heard heard;
    const newsroom::Follower follower(store.folder(), 0, heard.callbacks(), often);
    VERIFY_OK(recorder->append(FeedMaker::frames({feed.requested("t1"), feed.assessed("t1", domain::Tier::confirm)})));
    std::map<domain::TransactionKey, store::CaseState> cases;
    std::map<domain::DecisionId, domain::DecisionState> decisions;
    const auto look = [&] {
        for (const auto& commit : heard.commits) {
            for (const store::CaseRow& row : commit->cases) {
                cases[row.key] = row.state;
            }
            for (const store::DecisionRow& row : commit->decisions) {
                decisions[row.id] = row.state;
            }
        }
    };
    const domain::TransactionKey key{domain::SourceId(feed.source()), domain::TransactionId("t1")};
    QVERIFY(heard.wait([&] {
        look();
        return cases.contains(key) && cases[key] == store::CaseState::waiting;
    }));
    domain::SignedDecision decision;
    decision.decision.id = domain::DecisionId("d1");
    decision.decision.source = key.source;
    decision.decision.transaction = key.id;
    decision.decision.version = 1;
    decision.decision.subject_digest = feed.version("t1", 1, 4200).digest;
    decision.decision.verb = domain::Verb::reject;
    decision.decision.person = domain::PersonId("ada");
    decision.decision.role = "manager";
    decision.decision.reason_code = "not_needed";
    decision.decision.not_before = FeedMaker::start();
    decision.decision.not_after = FeedMaker::start() + std::chrono::hours(1);
    decision.signed_bytes = wire::decision_bytes(decision.decision);
    VERIFY_OK(recorder->decide(decision, domain::DecisionState::signed_));
    QVERIFY(heard.wait([&] {
        look();
        return cases[key] == store::CaseState::decided && decisions.contains(decision.decision.id);
    }));
    VERIFY_OK(recorder->move_decision({decision.decision.id, domain::DecisionState::sent, {}, {}, true}));
    QVERIFY(heard.wait([&] {
        look();
        return decisions[decision.decision.id] == domain::DecisionState::sent;
    }));
}

void TestFollower::it_waits_for_a_store_and_says_why() {
    RecordFolder store;
    Heard heard;
    const newsroom::Follower follower(store.folder(), 0, heard.callbacks(), often);
    QVERIFY(heard.wait([&] { return !heard.health.empty(); }));
    QVERIFY(heard.health.front().fault.has_value());
    QCOMPARE(heard.health.front().fault->code, base::FaultCode::not_found);
    FeedMaker feed;
    const auto recorder = store.open();
    VERIFY_OK(recorder->append(FeedMaker::frames({feed.heartbeat()})));
    QVERIFY(heard.wait([&] { return heard.events() == 1 && !heard.health.back().fault; }));
}

void TestFollower::it_tells_who_keeps_the_store() {
    RecordFolder store;
    auto recorder = store.open();
    Heard heard;
    const newsroom::Follower follower(store.folder(), 0, heard.callbacks(), often);
    QVERIFY(heard.wait([&] { return heard.keepers == std::vector<std::string>{"test"}; }));
    recorder.reset();
    QVERIFY(heard.wait([&] { return heard.keepers.back().empty(); }));
}

QTEST_APPLESS_MAIN(TestFollower)
#include "tst_follower.moc"
