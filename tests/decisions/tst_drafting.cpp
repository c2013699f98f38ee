// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/signing.h"
#include "app/decisions/drafting.h"
#include "app/projection/case_file.h"
#include "app/wire/signed_bytes.h"
#include "tests/support/drawn_feed.h"

#include <QTest>

using domain::Verb;

namespace {

const base::Instant now = base::from_rfc3339("2026-03-02T09:10:00Z").value();

/// What the record holds about tx-1 after a drawn feed.
decisions::Facts facts(std::string_view feed, domain::Tier tier, domain::TransactionState state) {
    std::vector<store::Entry> entries;
    for (const domain::Event& event : drawn::feed(feed)) {
        store::Entry entry;
        entry.index = entries.size();
        entry.body = event.raw;
        entries.push_back(entry);
    }
    decisions::Facts facts;
    facts.file = projection::case_file(entries).value();
    facts.file.row.tier = tier;
    facts.file.row.transaction_state = state;
    facts.row = store::CaseRow();
    facts.row->key = drawn::key("tx-1");
    facts.row->tier = tier;
    facts.checkpoint = "cm9vdA==";
    domain::Roster& roster = facts.roster.roster;
    roster.version = 3;
    domain::Member ada;
    ada.id = domain::PersonId("ada");
    ada.name = domain::UntrustedText("Ada");
    ada.role = "manager";
    ada.key.fill(1);
    ada.permissions = {domain::Permission::view, domain::Permission::decide, domain::Permission::stop};
    ada.limits = {drawn::money("1000.00", "EUR")};
    ada.highest_tier = domain::Tier::dual_sign_off;
    ada.not_after = now + std::chrono::days(30);
    roster.members = {ada};
    return facts;
}

decisions::Facts held_order(domain::Tier tier = domain::Tier::sign_off) {
    return facts(R"(
        requested tx-1 v1 bot-7 120.00 EUR
        assessed  tx-1 v1 sign_off over_contract_price
        held      tx-1 v1
    )",
                 tier, domain::TransactionState::held);
}

decisions::Signer ada(const decisions::Facts& known) {
    return {known.roster.roster.members.front(), known.roster.roster.version};
}

ports::Draft draft(const decisions::Facts& known, Verb verb) {
    ports::Draft one;
    one.verb = verb;
    one.key = drawn::key("tx-1");
    one.version = known.file.versions.back().version.version;
    one.digest = known.file.versions.back().version.digest;
    one.agent = domain::AgentId("bot-7");
    one.reason_code = "checked";
    one.reason_text = domain::UntrustedText("Why so much?");
    return one;
}

authority::Ruling rule(const domain::Decision& decision, const decisions::Facts& known) {
    const domain::SignedDecision unsigned_yet{
        decision, wire::decision_bytes(decision), known.roster.roster.members.front().key, {}};
    return decisions::ask_the_law(unsigned_yet, known, false, {}, now);
}

} // namespace

class TestDrafting : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_approval_names_the_whole_amount_and_the_payee();
    void a_rejection_moves_no_money();
    void a_reduced_approval_names_the_reduced_amount();
    void a_draft_brings_what_its_verb_needs_data();
    void a_draft_brings_what_its_verb_needs();
    void a_part_is_rolled_back_by_a_plan_for_that_part();
    void a_draft_about_an_amended_order_is_stale();
    void a_draft_with_another_digest_is_stale();
    void only_the_confirm_tier_can_be_taken_back_data();
    void only_the_confirm_tier_can_be_taken_back();
    void a_stop_names_an_agent_and_no_order();
    void the_law_says_what_it_would_say_at_the_gateway_data();
    void the_law_says_what_it_would_say_at_the_gateway();
    void a_decided_version_cannot_be_decided_again();
    void a_rollback_is_bound_to_its_plan();
    void ones_own_claim_is_named();
    void only_what_we_raised_is_acknowledged();
    void every_decision_has_an_id_of_its_own();
    void ones_own_authority_is_used_before_what_is_lent();
    void what_is_lent_is_named_in_the_bytes();
    void without_enough_authority_the_law_says_so_before_signing();
    void the_second_hand_borrows_from_somebody_else_than_the_first();
};

void TestDrafting::an_approval_names_the_whole_amount_and_the_payee() {
    const auto known = held_order();
    const auto decision = decisions::compose(draft(known, Verb::approve), known, ada(known), now);
    QVERIFY(decision.ok());
    QCOMPARE(decision->amount, std::optional(drawn::money("120.00", "EUR")));
    QVERIFY(decision->payee.has_value());
    QCOMPARE(decision->subject_digest, known.file.versions.back().version.digest);
    QCOMPARE(decision->roster_version, std::int64_t{3});
    QCOMPARE(decision->checkpoint, std::string("cm9vdA=="));
    QVERIFY(wire::decode_decision(wire::decision_bytes(*decision)).value() == *decision);
}

void TestDrafting::a_rejection_moves_no_money() {
    const auto known = held_order();
    const auto decision = decisions::compose(draft(known, Verb::reject), known, ada(known), now);
    QVERIFY(decision.ok());
    QVERIFY(!decision->amount && !decision->payee);
    QCOMPARE(rule(*decision, known).outcome, authority::Outcome::allowed);
}

void TestDrafting::a_reduced_approval_names_the_reduced_amount() {
    const auto known = held_order();
    auto one = draft(known, Verb::approve_reduced);
    one.amount = drawn::money("80.00", "EUR");
    const auto decision = decisions::compose(one, known, ada(known), now);
    QVERIFY(decision.ok());
    QCOMPARE(decision->amount, one.amount);
    QCOMPARE(rule(*decision, known).outcome, authority::Outcome::allowed);
    one.amount = drawn::money("120.00", "EUR");
    const auto whole = decisions::compose(one, known, ada(known), now);
    QVERIFY(whole.ok());
    QCOMPARE(rule(*whole, known).code, authority::Code::not_reduced);
}

void TestDrafting::a_draft_brings_what_its_verb_needs_data() {
    QTest::addColumn<int>("verb");
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("wrong");
    const auto row = [](const char* name, Verb verb, const char* amount, const char* text, const char* target,
                        const char* wrong) {
        QTest::newRow(name) << static_cast<int>(verb) << QByteArray(amount) << QByteArray(text) << QByteArray(target)
                            << QByteArray(wrong);
    };
    row("an approval is for the whole amount", Verb::approve, "1.00", "", "", "amount");
    row("a rejection has no amount", Verb::reject, "1.00", "", "", "amount");
    row("a reduced approval needs an amount", Verb::approve_reduced, "", "", "", "amount");
    row("asking needs a question", Verb::ask, "", "", "", "reason_text");
    row("blanks are no question", Verb::ask, "", " \n\t ", "", "reason_text");
    row("a question is enough", Verb::ask, "", "Why so much?", "", "");
    row("holding needs nothing more", Verb::hold, "", "", "", "");
    row("escalating needs nothing more", Verb::escalate, "", "", "", "");
    row("a stop needs a target", Verb::stop, "", "", "", "agent");
    row("an agent is a target", Verb::stop, "", "", "bot-7", "");
    row("the fleet is a target", Verb::stop, "", "", "*", "");
    row("a tier is a target", Verb::resume, "", "", "tier:confirm", "");
    row("a tier that there is not is none", Verb::stop, "", "", "tier:every", "agent");
    row("a stop has no amount", Verb::stop, "1.00", "", "bot-7", "amount");
}

void TestDrafting::a_draft_brings_what_its_verb_needs() {
    QFETCH(int, verb);
    QFETCH(QByteArray, amount);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, wrong);
    const auto known = held_order();
    auto one = draft(known, static_cast<Verb>(verb));
    one.reason_text = domain::UntrustedText(text.toStdString());
    one.agent = domain::AgentId(target.toStdString());
    if (!amount.isEmpty()) {
        one.amount = drawn::money(amount.toStdString(), "EUR");
    }
    const auto decision = decisions::compose(one, known, ada(known), now);
    QCOMPARE(decision.ok(), wrong.isEmpty());
    if (!decision) {
        QCOMPARE(decision.fault().code, base::FaultCode::invalid_argument);
        QCOMPARE(decision.fault().where, wrong.toStdString());
        return;
    }
    QCOMPARE(rule(*decision, known).outcome, authority::Outcome::allowed);
}

void TestDrafting::a_part_is_rolled_back_by_a_plan_for_that_part() {
    auto known = facts(R"(
        requested tx-1 v1 bot-7 120.00 EUR
        completed tx-1 v1
    )",
                       domain::Tier::sign_off, domain::TransactionState::completed);
    known.plan = domain::Plan();
    known.plan->digest.fill(9);
    known.plan->amount = drawn::money("20.00", "EUR");
    auto one = draft(known, Verb::roll_back);
    one.amount = drawn::money("20.00", "EUR");
    const auto part = decisions::compose(one, known, ada(known), now);
    QVERIFY(part.ok());
    QCOMPARE(part->amount, one.amount);
    QCOMPARE(rule(*part, known).outcome, authority::Outcome::allowed);
    one.amount.reset();
    const auto whole = decisions::compose(one, known, ada(known), now);
    QVERIFY(whole.ok());
    QCOMPARE(whole->amount, std::optional(drawn::money("120.00", "EUR")));
    QCOMPARE(rule(*whole, known).code, authority::Code::wrong_amount);
}

void TestDrafting::a_draft_about_an_amended_order_is_stale() {
    const auto before = held_order();
    const auto known = facts(R"(
        requested tx-1 v1 bot-7 120.00 EUR
        amended   tx-1 v2 bot-7 9000.00 EUR
        held      tx-1 v2
    )",
                             domain::Tier::sign_off, domain::TransactionState::held);
    const auto decision = decisions::compose(draft(before, Verb::approve), known, ada(known), now);
    QVERIFY(!decision.ok());
    QCOMPARE(decision.fault().code, base::FaultCode::stale);
}

void TestDrafting::a_draft_with_another_digest_is_stale() {
    const auto known = held_order();
    auto one = draft(known, Verb::approve);
    one.digest[0] ^= 1U;
    QCOMPARE(decisions::compose(one, known, ada(known), now).fault().code, base::FaultCode::stale);
}

void TestDrafting::only_the_confirm_tier_can_be_taken_back_data() {
    QTest::addColumn<int>("tier");
    QTest::addColumn<int>("verb");
    QTest::addColumn<bool>("waits");
    const auto row = [](const char* name, domain::Tier tier, Verb verb, bool waits) {
        QTest::newRow(name) << static_cast<int>(tier) << static_cast<int>(verb) << waits;
    };
    row("an approval of the confirm tier waits", domain::Tier::confirm, Verb::approve, true);
    row("a rejection of the confirm tier waits as long", domain::Tier::confirm, Verb::reject, true);
    row("a sign-off does not wait", domain::Tier::sign_off, Verb::approve, false);
    row("a question does not wait", domain::Tier::confirm, Verb::ask, false);
}

void TestDrafting::only_the_confirm_tier_can_be_taken_back() {
    QFETCH(int, tier);
    QFETCH(int, verb);
    QFETCH(bool, waits);
    const auto known = held_order(static_cast<domain::Tier>(tier));
    const auto decision = decisions::compose(draft(known, static_cast<Verb>(verb)), known, ada(known), now);
    QVERIFY(decision.ok());
    QCOMPARE(decision->not_before, waits ? now + decisions::undo_window : now);
    QCOMPARE(decision->not_after, decision->not_before + decisions::validity);
    QCOMPARE(rule(*decision, known).outcome, authority::Outcome::allowed);
}

void TestDrafting::a_stop_names_an_agent_and_no_order() {
    auto known = held_order();
    ports::Draft stop;
    stop.verb = Verb::stop;
    stop.key.source = domain::SourceId(drawn::source);
    stop.agent = domain::AgentId("bot-7");
    const auto decision = decisions::compose(stop, known, ada(known), now);
    QVERIFY(decision.ok());
    QVERIFY(decision->transaction.empty());
    QCOMPARE(decision->agent, domain::AgentId("bot-7"));
    QCOMPARE(rule(*decision, known).outcome, authority::Outcome::allowed);
    known.roster.roster.members.front().permissions = {domain::Permission::decide};
    QCOMPARE(rule(*decision, known).code, authority::Code::not_permitted);
}

void TestDrafting::the_law_says_what_it_would_say_at_the_gateway_data() {
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<int>("state");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const char* amount, domain::TransactionState state, const char* code) {
        QTest::newRow(name) << QByteArray(amount) << static_cast<int>(state) << QByteArray(code);
    };
    row("within the limit is allowed", "1000.00", domain::TransactionState::held, "none");
    row("a cent above the limit is not", "1000.01", domain::TransactionState::held, "over_limit");
    row("what runs already cannot be approved", "10.00", domain::TransactionState::executing, "not_held");
    row("what is in doubt can only be resolved", "10.00", domain::TransactionState::in_doubt, "in_doubt");
}

void TestDrafting::the_law_says_what_it_would_say_at_the_gateway() {
    QFETCH(QByteArray, amount);
    QFETCH(int, state);
    QFETCH(QByteArray, code);
    const std::string feed = "requested tx-1 v1 bot-7 " + amount.toStdString() + " EUR";
    const auto known = facts(feed, domain::Tier::sign_off, static_cast<domain::TransactionState>(state));
    const auto decision = decisions::compose(draft(known, Verb::approve), known, ada(known), now);
    QVERIFY(decision.ok());
    QCOMPARE(authority::name_of(rule(*decision, known).code), std::string_view(code.constData()));
}

void TestDrafting::a_decided_version_cannot_be_decided_again() {
    auto known = held_order();
    store::DecisionRow earlier;
    earlier.id = domain::DecisionId("d-0");
    earlier.transaction = domain::TransactionId("tx-1");
    earlier.version = 1;
    earlier.verb = Verb::reject;
    earlier.state = domain::DecisionState::accepted;
    known.earlier = {earlier};
    const auto decision = decisions::compose(draft(known, Verb::approve), known, ada(known), now);
    QVERIFY(decision.ok());
    QCOMPARE(rule(*decision, known).code, authority::Code::already_decided);
}

void TestDrafting::a_rollback_is_bound_to_its_plan() {
    auto known =
        facts("requested tx-1 v1 bot-7 120.00 EUR", domain::Tier::sign_off, domain::TransactionState::completed);
    domain::Plan plan;
    plan.digest.fill(9);
    known.plan = plan;
    const auto decision = decisions::compose(draft(known, Verb::roll_back), known, ada(known), now);
    QVERIFY(decision.ok());
    QCOMPARE(decision->plan_digest, std::optional(plan.digest));
    QCOMPARE(rule(*decision, known).outcome, authority::Outcome::allowed);
    known.plan->digest.fill(8); // the gateway made another plan meanwhile
    QCOMPARE(rule(*decision, known).code, authority::Code::wrong_plan);
}

void TestDrafting::ones_own_claim_is_named() {
    auto known = held_order();
    known.row->claimed_by = domain::PersonId("ada");
    known.row->claim_epoch = 4;
    known.row->claim_expires = now + std::chrono::minutes(1);
    const auto own = decisions::compose(draft(known, Verb::approve), known, ada(known), now);
    QCOMPARE(own->claim_epoch, std::int64_t{4});
    QCOMPARE(rule(*own, known).outcome, authority::Outcome::allowed);
    known.row->claim_expires = now - std::chrono::seconds(1); // a new one has another epoch, or none is needed
    QCOMPARE(decisions::compose(draft(known, Verb::approve), known, ada(known), now)->claim_epoch, std::int64_t{0});
    known.row->claim_expires = now + std::chrono::minutes(1);
    known.row->claimed_by = domain::PersonId("grace");
    const auto others = decisions::compose(draft(known, Verb::approve), known, ada(known), now);
    QCOMPARE(others->claim_epoch, std::int64_t{0});
    QCOMPARE(rule(*others, known).code, authority::Code::claimed_by_other);
}

void TestDrafting::only_what_we_raised_is_acknowledged() {
    auto known = held_order();
    known.file.row.transaction_state = domain::TransactionState::requested;
    known.row->state = store::CaseState::raised;
    const auto decision = decisions::compose(draft(known, Verb::acknowledge), known, ada(known), now);
    QVERIFY(decision.ok());
    QVERIFY(!decision->amount && !decision->payee);
    QCOMPARE(decision->not_before, now); // it is on record at once: there is nothing to take back
    QCOMPARE(rule(*decision, known).outcome, authority::Outcome::allowed);
    known.file.row.transaction_state = domain::TransactionState::completed;
    QCOMPARE(rule(*decision, known).outcome, authority::Outcome::allowed);
    known.roster.roster.members.front().limits.clear(); // no money moves
    QCOMPARE(rule(*decision, known).outcome, authority::Outcome::allowed);
    known.roster.roster.members.front().permissions = {domain::Permission::view};
    QCOMPARE(rule(*decision, known).code, authority::Code::not_permitted);
    known = held_order();
    known.row->state = store::CaseState::waiting;
    QCOMPARE(rule(*decision, known).code, authority::Code::not_raised);
    known.row.reset();
    QCOMPARE(rule(*decision, known).code, authority::Code::not_raised);
}

void TestDrafting::every_decision_has_an_id_of_its_own() {
    const auto known = held_order();
    const auto first = decisions::compose(draft(known, Verb::approve), known, ada(known), now);
    const auto second = decisions::compose(draft(known, Verb::approve), known, ada(known), now);
    QVERIFY(first->id != second->id);
    QVERIFY(!first->id.empty());
}

namespace {

/// The same order, with bea beside ada, lines for these amounts (0: none) and a delegation of bea to ada.
decisions::Facts with_authority(std::int64_t adas, std::int64_t beas, domain::Tier tier = domain::Tier::sign_off) {
    decisions::Facts known = held_order(tier);
    domain::Member bea = known.roster.roster.members.front();
    bea.id = domain::PersonId("bea");
    bea.key.fill(2);
    known.roster.roster.members.push_back(bea);
    for (const auto& [who, minor] : {std::pair("ada", adas), std::pair("bea", beas)}) {
        if (minor > 0) {
            domain::AuthorityLine line;
            line.id = who;
            line.person = domain::PersonId(who);
            line.up_to = {minor, drawn::money("1.00", "EUR").currency};
            known.approvals.matrix.lines.push_back(line);
        }
    }
    known.approvals.matrix.delegations.push_back({"D-1", domain::PersonId("bea"), domain::PersonId("ada"),
                                                  now - std::chrono::hours(1), now + std::chrono::hours(1),
                                                  std::nullopt, "holiday"});
    return known;
}

} // namespace

void TestDrafting::ones_own_authority_is_used_before_what_is_lent() {
    const auto known = with_authority(12'000, 90'000);
    const auto decision = decisions::compose(draft(known, Verb::approve), known, ada(known), now);
    QCOMPARE(decision->delegation, std::string());
    QCOMPARE(rule(*decision, known).outcome, authority::Outcome::allowed);
}

void TestDrafting::what_is_lent_is_named_in_the_bytes() {
    const auto known = with_authority(11'999, 90'000);
    const auto decision = decisions::compose(draft(known, Verb::approve), known, ada(known), now);
    QCOMPARE(decision->delegation, std::string("D-1"));
    QCOMPARE(rule(*decision, known).outcome, authority::Outcome::allowed);
    const std::string bytes = wire::decision_bytes(*decision);
    QVERIFY(bytes.find(R"("delegation":"D-1")") != std::string::npos);
    QCOMPARE(wire::decode_decision(bytes)->delegation, std::string("D-1"));
    const auto no = decisions::compose(draft(known, Verb::reject), known, ada(known), now);
    QCOMPARE(no->delegation, std::string());
}

void TestDrafting::without_enough_authority_the_law_says_so_before_signing() {
    const auto known = with_authority(100, 11'999);
    const auto decision = decisions::compose(draft(known, Verb::approve), known, ada(known), now);
    QCOMPARE(decision->delegation, std::string());
    QCOMPARE(rule(*decision, known).code, authority::Code::over_authority);
}

void TestDrafting::the_second_hand_borrows_from_somebody_else_than_the_first() {
    auto known = with_authority(0, 90'000, domain::Tier::dual_sign_off);
    domain::Decision first = *decisions::compose(draft(known, Verb::approve), known, ada(known), now);
    first.person = domain::PersonId("bea");
    first.delegation.clear();
    store::DecisionRow row;
    row.id = first.id;
    row.transaction = first.transaction;
    row.version = first.version;
    row.verb = first.verb;
    row.person = first.person;
    row.state = domain::DecisionState::awaiting_second;
    row.signed_bytes = wire::decision_bytes(first);
    row.key.fill(2);
    known.earlier.push_back(row);
    const auto decision = decisions::compose(draft(known, Verb::approve), known, ada(known), now);
    QCOMPARE(decision->delegation, std::string()); // bea's authority is in the first hand already
    QCOMPARE(rule(*decision, known).code, authority::Code::over_authority);
    known = with_authority(90'000, 90'000, domain::Tier::dual_sign_off);
    known.earlier.push_back(row);
    const auto own = decisions::compose(draft(known, Verb::approve), known, ada(known), now);
    QCOMPARE(rule(*own, known).outcome, authority::Outcome::allowed);
}

QTEST_APPLESS_MAIN(TestDrafting)
#include "tst_drafting.moc"
