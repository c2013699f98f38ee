// SPDX-License-Identifier: GPL-3.0-or-later
//
// What had become of an order when a decision about it came too late, read from the record.
#include "app/record/writer.h"
#include "app/verdicts/instead.h"
#include "app/verdicts/policy_shelf.h"
#include "tests/record/record_folder.h"

#include <QTest>

#include <future>

namespace {

using domain::EventType;
using domain::TransactionState;

/// A record with a policy, and one order that waits to be signed off.
struct Story {
    explicit Story(const std::string& rule = R"({"then":"expire"})")
        : writer(folder.open(), record::Writer::Callbacks{}) {
        set_policy("2026.3", rule);
        tell({feed.requested("t1"), feed.assessed("t1", domain::Tier::sign_off)});
    }
    ~Story() { writer.stop(); }
    void set_policy(const std::string& version, const std::string& rule) {
        const std::string text = R"({"format":"reeve-policy/1","version":")" + version +
                                 R"(","title":"T","modes":{"*":"enforce"},"tiers":[{"tier":"sign_off","from":)"
                                 R"({"minor":"1","currency":"EUR"}}],"answer_within":{"sign_off":1},)"
                                 R"("when_unanswered":{"sign_off":)" +
                                 rule + "}}";
        std::promise<bool> done;
        writer.post([&](record::Recorder& recorder) {
            done.set_value(recorder.keep_setting(verdicts::policy_setting, text, domain::PersonId("anna")).ok());
        });
        QVERIFY(done.get_future().get());
    }
    void tell(const std::vector<domain::Event>& events) {
        QVERIFY(writer.submit(FeedMaker::frames(events)));
        VERIFY_OK(writer.flush());
    }
    void escalate() {
        domain::Assessment again;
        again.transaction = domain::TransactionId("t1");
        again.tier = domain::Tier::sign_off;
        again.findings = {{std::string(domain::nobody_answered), domain::UntrustedText("escalated")}};
        tell({feed.event(EventType::assessment_made, again)});
    }
    /// Of a decision that the gateway refuses now.
    [[nodiscard]] std::optional<ports::Instead> instead(const std::string& code = "not_held") const {
        return verdicts::instead_of(folder.reader(), refused(code));
    }
    [[nodiscard]] ports::DecisionRow refused(const std::string& code) const {
        ports::DecisionRow row;
        row.decision.source = domain::SourceId(feed.source());
        row.decision.transaction = domain::TransactionId("t1");
        row.state = domain::DecisionState::refused_by_gateway;
        row.receipt.emplace();
        row.receipt->code = code;
        row.receipt->issued = FeedMaker::start() + std::chrono::seconds(feed.sequence());
        return row;
    }

    RecordFolder folder;
    FeedMaker feed;
    record::Writer writer;
};

} // namespace

class TestInstead : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void an_order_that_nobody_answered_lapsed_by_the_rule_of_its_policy() {
        Story story;
        QVERIFY(!story.instead());                        // the feed has not told it yet
        story.set_policy("2026.4", R"({"then":"hold"})"); // came later, and says nothing about this order
        story.tell({story.feed.step(EventType::transaction_expired, "t1", "nobody_decided")});
        const auto instead = story.instead();
        QVERIFY(instead.has_value());
        QCOMPARE(instead->state, TransactionState::expired);
        QCOMPARE(instead->at, FeedMaker::start() + std::chrono::seconds(story.feed.sequence()));
        QCOMPARE(instead->rule->then, domain::WhenUnanswered::expire);
        QCOMPARE(instead->policy, std::string("2026.3"));
        QVERIFY(!instead->escalated && instead->person.empty());
    }

    void nor_did_the_one_answer_to_whom_it_was_escalated() {
        Story story(R"({"then":"escalate","person":"ben"})");
        story.escalate();
        story.tell({story.feed.step(EventType::transaction_expired, "t1", "nobody_decided")});
        const auto instead = story.instead();
        QVERIFY(instead && instead->escalated);
        QCOMPARE(instead->rule->person, domain::PersonId("ben"));
    }

    void what_came_behind_the_refusal_was_not_the_reason() {
        Story story;
        story.tell({story.feed.step(EventType::transaction_cancelled, "t1", "rejected")});
        const ports::DecisionRow row = story.refused("not_held");
        story.tell({story.feed.step(EventType::transaction_expired, "t1", "nobody_decided")});
        const auto instead = verdicts::instead_of(story.folder.reader(), row);
        QVERIFY(instead.has_value());
        QCOMPARE(instead->state, TransactionState::cancelled);
        QVERIFY(!instead->rule);
    }

    void an_order_that_was_carried_out_says_so() {
        Story story;
        story.tell({story.feed.step(EventType::transaction_started, "t1"),
                    story.feed.step(EventType::transaction_completed, "t1")});
        QCOMPARE(story.instead("already_decided")->state, TransactionState::completed);
    }

    void other_refusals_did_not_come_too_late() {
        Story story;
        story.tell({story.feed.step(EventType::transaction_expired, "t1", "nobody_decided")});
        for (const char* code : {"over_limit", "wrong_version", "stopped", ""}) {
            QVERIFY2(!story.instead(code), code);
            QVERIFY2(!verdicts::came_too_late(story.refused(code)), code);
        }
        ports::DecisionRow row = story.refused("");
        row.receipt.reset();
        row.state = domain::DecisionState::not_applied; // the first of two signatures, when the order lapsed
        QVERIFY(verdicts::came_too_late(row));
        QCOMPARE(verdicts::instead_of(story.folder.reader(), row)->state, TransactionState::expired);
        row.state = domain::DecisionState::executed;
        QVERIFY(!verdicts::came_too_late(row));
    }
};

QTEST_GUILESS_MAIN(TestInstead)
#include "tst_instead.moc"
