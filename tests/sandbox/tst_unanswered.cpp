// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the gateway does by its signed policy when nobody answers in time. Nothing is ever approved by waiting.
#include "policy_court.h"

#include "app/policy/answer_times.h"

#include <QTest>

using domain::TransactionState;
using domain::Verb;

namespace {

/// Two hours at any time of any day.
std::string two_hours(const std::string& then) {
    return R"("answer_within":{"sign_off":120,"dual_sign_off":120},"when_unanswered":{"sign_off":)" + then +
           R"(,"dual_sign_off":)" + then + "}";
}

constexpr int hour = 3600;

} // namespace

class TestUnanswered : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_policys_time_is_told_and_then_it_lapses() {
        PolicyCourt court(two_hours(R"({"then":"expire"})"));
        const auto until = court.world.status(court.id).expires;
        QCOMPARE(until, std::optional(court.held_at + std::chrono::hours(2)));
        const auto told = court.world.payloads<domain::Assessment>().back();
        QCOMPARE(told.expires, until);
        QVERIFY(told.if_nobody_acts.bytes().starts_with("The order lapses at "));
        court.world.advance(2 * hour - 120); // longer than the gateway holds by itself
        QVERIFY(court.world.status(court.id).state == TransactionState::held);
        court.world.advance(130);
        QVERIFY(court.world.status(court.id).state == TransactionState::expired);
        QCOMPARE(court.decide(Verb::approve), std::string("refused not_held")); // too late
    }

    void only_working_time_counts() {
        const std::string calendar =
            R"("calendar":{"zone":"Europe/Berlin","days":[1,2,3,4,5],"from":"08:00","to":"18:00"},)";
        PolicyCourt court(calendar + two_hours(R"({"then":"expire"})"));
        policy::Calendar berlin;
        berlin.zone = "Europe/Berlin";
        berlin.days = {false, true, true, true, true, true, false};
        berlin.from_minute = 8 * 60;
        berlin.to_minute = 18 * 60;
        QCOMPARE(court.world.status(court.id).expires,
                 policy::answer_by(berlin, court.held_at, std::chrono::minutes(120)));
    }

    void it_is_escalated_once_with_an_entry_on_the_feed_and_lapses_then() {
        PolicyCourt court(two_hours(R"({"then":"escalate","person":"second"})"));
        QVERIFY(court.world.payloads<domain::Assessment>().back().if_nobody_acts.bytes().find("escalated to second") !=
                std::string::npos);
        const auto first_end = *court.world.status(court.id).expires;
        const std::size_t before = court.world.count(domain::EventType::assessment_made);
        court.world.advance(2 * hour + 60);
        QVERIFY(court.world.status(court.id).state == TransactionState::held);
        QCOMPARE(court.world.count(domain::EventType::assessment_made), before + 1);
        const auto told = court.world.payloads<domain::Assessment>().back();
        QCOMPARE(told.findings.back().code, std::string("nobody_answered"));
        QVERIFY(told.findings.back().text.bytes().ends_with("escalated to second"));
        QCOMPARE(told.expires, court.world.status(court.id).expires);
        QVERIFY(*told.expires >= first_end + std::chrono::hours(2));
        QVERIFY(court.world.story(court.id).ends_with("hold.placed"));
        court.world.advance(2 * hour + 60);
        QVERIFY(court.world.status(court.id).state == TransactionState::expired);
    }

    void whoever_has_it_then_may_still_decide() {
        PolicyCourt court(two_hours(R"({"then":"escalate","role":"buyer"})"));
        court.world.advance(2 * hour + 60);
        QVERIFY(court.world.payloads<domain::Assessment>().back().findings.back().text.bytes().ends_with(
            "escalated to the role buyer"));
        QCOMPARE(court.decide(Verb::approve, "second"), std::string("accepted"));
    }

    void what_is_to_be_held_goes_on_waiting() {
        PolicyCourt court(two_hours(R"({"then":"hold"})"));
        for (int day = 0; day < 3; ++day) {
            court.world.advance(24 * hour);
            QVERIFY(court.world.status(court.id).state == TransactionState::held);
            QVERIFY(*court.world.status(court.id).expires > court.world.timeline.now());
        }
        QCOMPARE(court.decide(Verb::reject), std::string("accepted"));
    }

    void without_a_word_of_the_policy_the_gateways_own_time_counts() {
        PolicyCourt court(R"("answer_within":{"sign_off":120})");
        QCOMPARE(court.world.status(court.id).expires, std::optional(court.held_at + std::chrono::minutes(30)));
        court.world.advance(1900);
        QVERIFY(court.world.status(court.id).state == TransactionState::expired);
    }

    void the_first_of_two_signatures_lapses_with_the_order() {
        PolicyCourt court(two_hours(R"({"then":"expire"})"));
        QCOMPARE(court.decide(Verb::escalate), std::string("accepted"));
        domain::Decision first = court.world.draft(court.id, Verb::approve);
        QCOMPARE(court.world.decide(first), std::string("awaiting_second"));
        court.world.advance(3 * hour);
        QVERIFY(court.world.status(court.id).state == TransactionState::expired);
        QCOMPARE(court.world.receipts(first.id), std::string("awaiting_second:needs_second not_applied:expired"));
    }
};

QTEST_GUILESS_MAIN(TestUnanswered)
#include "tst_unanswered.moc"
