// SPDX-License-Identifier: GPL-3.0-or-later
//
// An edition of the policy counts when two different people signed it, it follows the one in force, and its document is
// fit. Everything else leaves in force what was, and says why.
#include "app/verdicts/policy_line.h"
#include "app/verdicts/policy_shelf.h"
#include "app/verdicts/publishing.h"
#include "tests/record/record_folder.h"
#include "tests/verdicts/policy_people.h"

#include <QTest>

namespace {

using record::PolicyAct;
using verdicts::EditionState;
using verdicts::PolicyLine;

const domain::SourceId gateway(PolicyPeople::source);

/// A record with a roster, and edition 1 in force.
class Site {
public:
    explicit Site(bool solo = false, bool with_first = true)
        : recorder_(folder.open()) {
        folder.clock().advance(std::chrono::hours(3)); // behind the end of dan's membership
        keep_roster(1, solo);
        if (with_first) {
            first = people.sign(PolicyPeople::edition(1, PolicyPeople::document("v1", 40'000)), {"ann", "ben"});
            keep(PolicyAct::published, first);
        }
    }
    void keep_roster(std::int64_t version, bool solo = false) {
        if (!recorder_->keep_roster(gateway, people.roster(version, solo))) {
            qFatal("the roster cannot be kept");
        }
    }
    void keep(PolicyAct act, const domain::PolicyEnvelope& envelope, std::string_view by = "ann") {
        const auto id = verdicts::edition_id(PolicyPeople::digest(envelope));
        if (!recorder_->keep_policy({act, domain::PersonId{std::string(by)}, envelope, {}}, gateway, id)) {
            qFatal("the edition cannot be kept");
        }
    }
    void keep_withdrawal(const domain::PolicyEnvelope& envelope, const domain::SignedPolicyWithdrawal& taken,
                         std::string_view by = "ann") {
        const auto id = verdicts::edition_id(PolicyPeople::digest(envelope));
        if (!recorder_->keep_policy({PolicyAct::withdrawn, domain::PersonId{std::string(by)}, envelope, taken}, gateway,
                                    id)) {
            qFatal("the withdrawal cannot be kept");
        }
    }
    void keep_unsigned(const std::string& text) {
        if (!recorder_->keep_setting(verdicts::policy_setting, text, domain::PersonId("policy.json"))) {
            qFatal("the setting cannot be kept");
        }
    }
    [[nodiscard]] PolicyLine line() const { return verdicts::read_line(folder.reader(), gateway).value(); }
    [[nodiscard]] domain::Digest head() const { return PolicyPeople::digest(first); }

    RecordFolder folder;
    PolicyPeople people;
    domain::PolicyEnvelope first;

private:
    std::unique_ptr<record::Recorder> recorder_;
};

/// What is offered as the next edition, behind `head`.
using Offer = domain::PolicyEnvelope (*)(const PolicyPeople& people, const domain::Digest& head);

domain::PolicyEdition second(const domain::Digest& head) {
    return PolicyPeople::edition(2, PolicyPeople::document("v2", 20'000), head);
}

} // namespace
Q_DECLARE_METATYPE(Offer)

class TestPolicyLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void two_people_put_a_policy_in_force() {
        Site site;
        const PolicyLine line = site.line();
        QVERIFY(line.in_force() != nullptr);
        QCOMPARE(line.in_force()->version, std::string("v1"));
        QCOMPARE(line.in_force()->signers.size(), 2U);
        QCOMPARE(line.in_force()->signers.back(), domain::PersonId("ben"));
        const auto policy = verdicts::in_force(site.folder.reader(), gateway);
        VERIFY_OK(policy);
        QCOMPARE(policy->digest, line.in_force()->policy.edition.document_digest);
    }

    void a_proposal_waits_until_the_second_person_signs_the_same() {
        Site site;
        const auto edition = second(site.head());
        site.keep(PolicyAct::proposed, site.people.sign(edition, {"ann"}));
        QCOMPARE(site.line().waiting().size(), 1U);
        QCOMPARE(site.line().in_force()->version, std::string("v1"));
        site.keep(PolicyAct::published, site.people.sign(edition, {"ann", "ben"}));
        const PolicyLine line = site.line();
        QCOMPARE(line.in_force()->version, std::string("v2"));
        QVERIFY(line.waiting().empty());
        QCOMPARE(line.editions().size(), 2U);
        QCOMPARE(line.editions().front().state, EditionState::overtaken);
        // The old one stays readable by its digest, so that old verdicts can be explained.
        const auto old =
            verdicts::find_document(site.folder.reader(), line.editions().front().policy.edition.document_digest);
        VERIFY_OK(old);
        QCOMPARE(*old, line.editions().front().policy.edition.document);
    }

    void what_does_not_count_is_refused_and_the_one_in_force_stays_data() {
        QTest::addColumn<Offer>("offer");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char* sentence, const char* code, Offer offer) {
            QTest::newRow(sentence) << offer << QByteArray(code);
        };
        row("a broken signature", "bad_signature", [](const PolicyPeople& people, const domain::Digest& head) {
            auto made = people.sign(second(head), {"ann", "ben"});
            made.signatures.back().signature[3] ^= 1U;
            return made;
        });
        row("the same person twice", "second_is_first", [](const PolicyPeople& people, const domain::Digest& head) {
            return people.sign(second(head), {"ann", "ann"});
        });
        row("one signature of two", "needs_second",
            [](const PolicyPeople& people, const domain::Digest& head) { return people.sign(second(head), {"ann"}); });
        row("a person without the permission", "not_permitted",
            [](const PolicyPeople& people, const domain::Digest& head) {
                return people.sign(second(head), {"ann", "cid"});
            });
        row("a person whose membership is over", "member_expired",
            [](const PolicyPeople& people, const domain::Digest& head) {
                return people.sign(second(head), {"ann", "dan"});
            });
        row("a person whom no roster names", "unknown_member",
            [](const PolicyPeople& people, const domain::Digest& head) {
                return people.sign(second(head), {"ann", "eve"});
            });
        row("somebody else signs first than the one who proposes", "wrong_key",
            [](const PolicyPeople& people, const domain::Digest& head) {
                return people.sign(second(head), {"ben", "ann"});
            });
        row("a later roster than anybody has", "stale_roster",
            [](const PolicyPeople& people, const domain::Digest& head) {
                auto edition = second(head);
                edition.roster_version = 7;
                return people.sign(edition, {"ann", "ben"});
            });
        row("a test case of the policy fails", "failing_test",
            [](const PolicyPeople& people, const domain::Digest& head) {
                return people.sign(PolicyPeople::edition(2, PolicyPeople::document("v2", 20'000, "sign_off"), head),
                                   {"ann", "ben"});
            });
        row("the policy does not compile", "broken_policy", [](const PolicyPeople& people, const domain::Digest& head) {
            std::string text = PolicyPeople::document("v2", 20'000);
            text.insert(text.size() - 1, R"(,"rules":[{"id":"r","title":"R","when":"no_such_name > 1","reason":"R",)"
                                         R"("owner":"O"}])");
            return people.sign(PolicyPeople::edition(2, text, head), {"ann", "ben"});
        });
        row("it follows another edition", "wrong_predecessor", [](const PolicyPeople& people, const domain::Digest&) {
            return people.sign(second(crypto::sha256("another")), {"ann", "ben"});
        });
        row("an edition is left out", "wrong_predecessor", [](const PolicyPeople& people, const domain::Digest& head) {
            return people.sign(PolicyPeople::edition(3, PolicyPeople::document("v3", 20'000), head), {"ann", "ben"});
        });
        row("another first edition comes again", "replayed", [](const PolicyPeople& people, const domain::Digest&) {
            return people.sign(PolicyPeople::edition(1, PolicyPeople::document("v0", 90'000)), {"ann", "ben"});
        });
        row("one person in solo mode at a site that is not", "needs_second",
            [](const PolicyPeople& people, const domain::Digest& head) {
                auto edition = second(head);
                edition.solo = true;
                edition.not_before = edition.proposed;
                return people.sign(edition, {"ann"}); // the roster is not in solo mode
            });
    }

    void what_does_not_count_is_refused_and_the_one_in_force_stays() {
        QFETCH(Offer, offer);
        QFETCH(QByteArray, code);
        Site site;
        site.keep(PolicyAct::published, offer(site.people, site.head()));
        const PolicyLine line = site.line();
        QCOMPARE(line.in_force()->version, std::string("v1"));
        QCOMPARE(line.editions().size(), 2U);
        QCOMPARE(QByteArray::fromStdString(std::string(authority::name_of(line.editions().back().code))), code);
        QVERIFY(line.refused().has_value() && !line.refused()->where.empty());
        QCOMPARE(verdicts::in_force(site.folder.reader(), gateway)->book.document().version, std::string("v1"));
    }

    void a_document_that_is_not_the_signed_one_is_refused() {
        Site site;
        auto edition = second(site.head());
        edition.document_digest = crypto::sha256("another document");
        site.keep(PolicyAct::published, site.people.sign(edition, {"ann", "ben"}));
        QCOMPARE(site.line().in_force()->version, std::string("v1"));
        QCOMPARE(site.line().refused()->where, std::string("/document_digest"));
    }

    void an_old_edition_does_not_come_back() {
        Site site;
        const auto next = site.people.sign(second(site.head()), {"ann", "ben"});
        site.keep(PolicyAct::published, next);
        site.keep(PolicyAct::published, site.first); // known for long: no news, and no change
        QCOMPARE(site.line().in_force()->version, std::string("v2"));
    }

    void solo_mode_puts_a_delay_in_the_place_of_the_second_person() {
        Site site(true, false);
        auto edition = PolicyPeople::edition(1, PolicyPeople::document("v1", 40'000));
        edition.solo = true;
        edition.proposed = site.folder.clock().now();
        edition.not_before = edition.proposed + std::chrono::seconds(3600);
        const auto alone = site.people.sign(edition, {"ann"});
        site.keep(PolicyAct::proposed, alone);
        site.keep(PolicyAct::published, alone); // the delay is not over
        QVERIFY(site.line().in_force() == nullptr);
        QCOMPARE(site.line().editions().front().code, authority::Code::solo_delay);
        QCOMPARE(site.line().waiting().size(), 1U);
        site.folder.clock().advance(std::chrono::minutes(61));
        site.keep(PolicyAct::published, alone);
        QCOMPARE(site.line().in_force()->version, std::string("v1"));
        QVERIFY(site.line().in_force()->policy.edition.solo); // marked as such, for ever
    }

    void an_edition_that_pretends_to_be_old_waits_all_the_same() {
        Site site(true, false);
        auto edition = PolicyPeople::edition(1, PolicyPeople::document("v1", 40'000));
        edition.solo = true;
        edition.proposed = site.folder.clock().now() - std::chrono::hours(100);
        edition.not_before = edition.proposed;
        const auto alone = site.people.sign(edition, {"ann"});
        site.keep(PolicyAct::proposed, alone);
        site.keep(PolicyAct::published, alone);
        QVERIFY(site.line().in_force() == nullptr); // the delay counts from when it was seen here
    }

    void what_was_taken_back_does_not_wait_any_more() {
        Site site;
        const auto proposal = site.people.sign(second(site.head()), {"ann"});
        site.keep(PolicyAct::proposed, proposal);
        site.keep(PolicyAct::withdrawn, proposal);
        QVERIFY(site.line().waiting().empty());
        QCOMPARE(site.line().editions().back().state, EditionState::withdrawn);
    }

    void a_signed_withdrawal_ends_a_proposal_for_good() {
        Site site;
        const auto edition = second(site.head());
        const auto proposal = site.people.sign(edition, {"ann"});
        site.keep(PolicyAct::proposed, proposal);
        const auto taken = site.people.take_back(proposal, "ann", "ann");
        site.keep_withdrawal(proposal, taken);
        const PolicyLine line = site.line();
        QVERIFY(line.waiting().empty());
        QCOMPARE(line.editions().back().withdrawal, std::optional(taken));
        QCOMPARE(line.taken_back().size(), 1U);
        // Whoever held the review open, or signs at a program that is behind, is too late.
        const auto both = site.people.sign(edition, {"ann", "ben"});
        const auto late =
            line.ask(verdicts::open_policy(both).value(), false, crypto::holds, site.folder.clock().now());
        QCOMPARE(late.ruling.code, authority::Code::withdrawn);
        site.keep(PolicyAct::published, both, "ben");
        const PolicyLine after = site.line();
        QCOMPARE(after.in_force()->version, std::string("v1"));
        QCOMPARE(after.editions().back().state, EditionState::withdrawn);
        QCOMPARE(after.editions().back().code, authority::Code::withdrawn);
        // A later edition passes it: no gateway has to remember it any more.
        site.keep(PolicyAct::published,
                  site.people.sign(PolicyPeople::edition(2, PolicyPeople::document("v2b", 25'000), site.head()),
                                   {"ann", "ben"}));
        QVERIFY(site.line().taken_back().empty());
    }

    void a_withdrawal_by_anybody_else_changes_nothing_data() {
        QTest::addColumn<std::string>("who");
        QTest::addColumn<std::string>("as");
        QTest::newRow("another person") << std::string("ben") << std::string("ben");
        QTest::newRow("another person in the name of the proposer") << std::string("ben") << std::string("ann");
        QTest::newRow("a stranger") << std::string("eve") << std::string("ann");
    }
    void a_withdrawal_by_anybody_else_changes_nothing() {
        QFETCH(std::string, who);
        QFETCH(std::string, as);
        Site site;
        const auto proposal = site.people.sign(second(site.head()), {"ann"});
        site.keep(PolicyAct::proposed, proposal);
        const auto taken = site.people.take_back(proposal, who, as);
        site.keep_withdrawal(proposal, taken, who);
        QCOMPARE(site.line().waiting().size(), 1U);
        QVERIFY(!verdicts::recorded_withdrawal(site.line(), taken, site.folder.clock().now()));
        QVERIFY(site.line().refused().has_value());
    }

    void the_gateway_says_which_came_first() {
        // A second person signed at this console before it heard that the proposal had been taken back elsewhere.
        Site site;
        const auto edition = second(site.head());
        const auto proposal = site.people.sign(edition, {"ann"});
        const auto other =
            site.people.sign(PolicyPeople::edition(2, PolicyPeople::document("v2b", 25'000), site.head()), {"ann"});
        site.keep(PolicyAct::proposed, proposal);
        site.keep(PolicyAct::proposed, other);
        const auto both = site.people.sign(edition, {"ann", "ben"});
        site.keep(PolicyAct::published, both, "ben");
        QCOMPARE(site.line().in_force()->version, std::string("v2"));
        const auto taken = site.people.take_back(proposal, "ann", "ann");
        site.keep_withdrawal(proposal, taken); // too late, as far as this record knows
        QCOMPARE(site.line().in_force()->version, std::string("v2"));
        const auto step = verdicts::recorded_withdrawal(site.line(), taken, site.folder.clock().now());
        QVERIFY(step.has_value());
        site.keep_withdrawal(step->step.envelope, *step->step.withdrawal, step->step.by.bytes());
        QCOMPARE(site.line().in_force()->version, std::string("v1")); // the gateway never took it
        QCOMPARE(site.line().in_force()->state, EditionState::in_force);
        QCOMPARE(site.line().waiting().size(), 1U); // and what waited beside it waits again
        QVERIFY(!verdicts::recorded_withdrawal(site.line(), taken, site.folder.clock().now()));
        // The other way round: it was taken back here, and the gateway tells that it is in force.
        site.keep(PolicyAct::published, both, record::told_by_gateway);
        QCOMPARE(site.line().in_force()->version, std::string("v2"));
        QVERIFY(!site.line().in_force()->withdrawal.has_value());
    }

    void a_proposal_that_was_taken_back_cannot_be_reviewed_or_signed() {
        Site site;
        const auto proposal = site.people.sign(second(site.head()), {"ann"});
        site.keep(PolicyAct::proposed, proposal);
        const base::Instant now = site.folder.clock().now();
        const PolicyLine before = site.line();
        const verdicts::PolicySeat ann{gateway, before.roster(gateway)->members[0], false};
        const verdicts::PolicySeat ben{gateway, before.roster(gateway)->members[1], false};
        const auto review = verdicts::review_policy(before, {{}, {}, PolicyPeople::digest(proposal)}, ben, now);
        VERIFY_OK(review);
        VERIFY_FAULT(verdicts::review_withdrawal(before, review->digest, ben, now), base::FaultCode::refused);
        const auto withdrawal = verdicts::review_withdrawal(before, review->digest, ann, now);
        VERIFY_OK(withdrawal);
        domain::SignedPolicyWithdrawal taken{
            *withdrawal, wire::withdrawal_bytes(*withdrawal), site.people.key("ann").public_key(), {}};
        VERIFY_FAULT(verdicts::withdraw_policy(before, taken, ann, now), base::FaultCode::refused); // not signed
        taken.signature = site.people.key("ann").sign(taken.signed_bytes).value();
        const auto step = verdicts::withdraw_policy(before, taken, ann, now);
        VERIFY_OK(step);
        site.keep_withdrawal(step->step.envelope, *step->step.withdrawal);
        const PolicyLine after = site.line();
        const domain::PolicySignature by_ben{site.people.key("ben").public_key(),
                                             site.people.key("ben").sign(review->bytes_to_sign).value()};
        const auto late = verdicts::sign_policy(after, *review, by_ben, ben, now);
        VERIFY_FAULT(late, base::FaultCode::refused);
        QCOMPARE(late.fault().where, std::string("withdrawn"));
        VERIFY_FAULT(verdicts::review_policy(after, {{}, {}, review->digest}, ben, now), base::FaultCode::not_found);
        const auto standing = verdicts::standing_of(after, ben);
        VERIFY_OK(standing);
        QCOMPARE(standing->versions.front().withdrawn, std::optional(now));
        QCOMPARE(standing->versions.front().proposer.person, domain::PersonId("ann"));
        QVERIFY(!standing->versions.front().approvable);
    }

    void an_unsigned_policy_is_in_force_only_before_the_first_edition() {
        Site site(false, false);
        QVERIFY(verdicts::is_shipped(*verdicts::in_force(site.folder.reader(), gateway)));
        site.keep_unsigned(PolicyPeople::document("file", 30'000));
        QCOMPARE(verdicts::in_force(site.folder.reader(), gateway)->book.document().version, std::string("file"));
        site.keep(PolicyAct::published,
                  site.people.sign(PolicyPeople::edition(1, PolicyPeople::document("v1", 40'000)), {"ann", "ben"}));
        site.keep_unsigned(PolicyPeople::document("file-again", 30'000));
        QCOMPARE(verdicts::in_force(site.folder.reader(), gateway)->book.document().version, std::string("v1"));
        QCOMPARE(verdicts::in_force(site.folder.reader(), domain::SourceId("urn:other"))->book.document().version,
                 std::string("file-again")); // another gateway's roster says nothing here
    }

    void a_review_is_read_from_the_bytes_and_says_what_comes_of_it() {
        Site site;
        const PolicyLine line = site.line();
        const verdicts::PolicySeat ann{gateway, line.roster(gateway)->members[0], false};
        const verdicts::PolicySeat ben{gateway, line.roster(gateway)->members[1], false};
        const base::Instant now = site.folder.clock().now();
        const ports::PolicyDraft draft{PolicyPeople::document("v2", 20'000), domain::UntrustedText("lower"), {}};
        const auto review = verdicts::review_policy(line, draft, ann, now);
        VERIFY_OK(review);
        QCOMPARE(review->standing, ports::Standing::needs_second);
        QCOMPARE(review->edition.number, 2);
        QCOMPARE(review->edition.previous, std::optional(site.head()));
        QCOMPARE(wire::decode_policy(review->bytes_to_sign).value(), review->edition);
        QVERIFY(!review->difference.same() && !review->difference.may_loosen());
        const domain::PolicySignature by_ann{site.people.key("ann").public_key(),
                                             site.people.key("ann").sign(review->bytes_to_sign).value()};
        const auto step = verdicts::sign_policy(line, *review, by_ann, ann, now);
        VERIFY_OK(step);
        QVERIFY(step->step.act == PolicyAct::proposed);
        site.keep(step->step.act, step->step.envelope);

        const PolicyLine waiting = site.line();
        const auto again = verdicts::review_policy(waiting, {{}, {}, review->digest}, ann, now);
        VERIFY_OK(again);
        QCOMPARE(again->standing, ports::Standing::refused);
        QCOMPARE(again->code, std::string("second_is_first"));
        const auto other = verdicts::review_policy(waiting, {{}, {}, review->digest}, ben, now);
        VERIFY_OK(other);
        QCOMPARE(other->standing, ports::Standing::allowed);
        QCOMPARE(other->bytes_to_sign, review->bytes_to_sign);
        auto tampered = *other;
        tampered.edition.note = domain::UntrustedText("something else"); // the screen says otherwise than the bytes
        const domain::PolicySignature by_ben{site.people.key("ben").public_key(),
                                             site.people.key("ben").sign(other->bytes_to_sign).value()};
        VERIFY_FAULT(verdicts::sign_policy(waiting, tampered, by_ben, ben, now), base::FaultCode::invalid_argument);
        const auto published = verdicts::sign_policy(waiting, *other, by_ben, ben, now);
        VERIFY_OK(published);
        QVERIFY(published->step.act == PolicyAct::published);
        site.keep(published->step.act, published->step.envelope);
        QCOMPARE(site.line().in_force()->version, std::string("v2"));
        VERIFY_FAULT(verdicts::sign_policy(site.line(), *review, by_ann, ann, now), base::FaultCode::stale);
    }

    void a_draft_with_a_failing_test_case_cannot_be_signed() {
        Site site;
        const PolicyLine line = site.line();
        const verdicts::PolicySeat ann{gateway, line.roster(gateway)->members[0], false};
        const auto review = verdicts::review_policy(line, {PolicyPeople::document("v2", 20'000, "blocked"), {}, {}},
                                                    ann, site.folder.clock().now());
        VERIFY_OK(review);
        QCOMPARE(review->standing, ports::Standing::refused);
        QCOMPARE(review->code, std::string("failing_test"));
        QCOMPARE(review->place, std::string("/tests/0"));
        VERIFY_FAULT(verdicts::review_policy(line, {"{ not JSON", {}, {}}, ann, site.folder.clock().now()),
                     base::FaultCode::malformed);
    }
};

QTEST_APPLESS_MAIN(TestPolicyLine)
#include "tst_policy_line.moc"
