// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/console_rig.h"

#include <QTest>

/// The thinnest whole thing, through the real programs: an event over TLS, stored, shown, decided under signature, and
/// the receipt and outcome back.
class TestRoundTrip : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_rejection_goes_out_signed_and_its_outcome_comes_back();
    void an_approval_is_executed();
    void what_was_shown_is_what_is_signed();
    void a_restart_shows_the_same_history();
    void a_stopped_agent_is_acknowledged();
    void a_second_console_reads_only();
    void who_looks_at_a_case_is_seen_at_another_console();
};

namespace {

constexpr const char* passphrase = "a test passphrase";

base::Result<ports::Identity> make_key(ConsoleRig& rig) {
    return rig.ask<ports::Identity>([&rig](ports::Reply<ports::Identity> reply) {
        rig.core().decisions().create_key(ports::Passphrase(passphrase), std::move(reply));
    });
}

/// A held case that one person may decide.
const ports::CaseRow* open_case(const ConsoleRig& rig) {
    for (const auto& [key, row] : rig.cases) {
        const bool one_person = row.tier == domain::Tier::confirm || row.tier == domain::Tier::sign_off;
        if (row.state == ports::CaseState::open && row.transaction_state == domain::TransactionState::held &&
            one_person && !row.conflict) {
            return &row;
        }
    }
    return nullptr;
}

ports::Draft draft_of(const ports::CaseRow& row, domain::Verb verb) {
    ports::Draft draft;
    draft.verb = verb;
    draft.key = row.key;
    draft.version = row.version;
    draft.digest = row.digest;
    draft.agent = row.agent;
    draft.reason_code = verb == domain::Verb::approve ? "in_order" : "not_needed";
    return draft;
}

base::Result<ports::Review> review(ConsoleRig& rig, const ports::Draft& draft) {
    return rig.ask<ports::Review>(
        [&](ports::Reply<ports::Review> reply) { rig.core().decisions().review(draft, std::move(reply)); });
}

base::Result<ports::DecisionRow> sign(ConsoleRig& rig, const ports::Review& reviewed) {
    return rig.ask<ports::DecisionRow>(
        [&](ports::Reply<ports::DecisionRow> reply) { rig.core().decisions().sign(reviewed, std::move(reply)); });
}

QByteArray said(const base::Fault& fault) {
    return QByteArray::fromStdString(base::describe(fault));
}

} // namespace

#define REQUIRE_OK(result) QVERIFY2((result).ok(), (result).ok() ? "" : said((result).fault()).constData())

void TestRoundTrip::a_rejection_goes_out_signed_and_its_outcome_comes_back() {
    ConsoleRig rig({QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--rate"), QStringLiteral("1000")});
    QVERIFY(rig.start());
    QVERIFY(ConsoleRig::wait_until([&] { return rig.health.link == ports::LinkState::live; }));
    const auto identity = make_key(rig);
    REQUIRE_OK(identity);
    QVERIFY(identity->on_roster);
    QVERIFY(ConsoleRig::wait_until([&] { return open_case(rig) != nullptr; }));
    const ports::CaseRow chosen = *open_case(rig);
    const auto reviewed = review(rig, draft_of(chosen, domain::Verb::reject));
    REQUIRE_OK(reviewed);
    QCOMPARE(reviewed->code, std::string());
    QCOMPARE(reviewed->standing, ports::Standing::allowed);
    const auto signed_row = sign(rig, *reviewed);
    REQUIRE_OK(signed_row);
    const domain::DecisionId id = signed_row->decision.id;
    // The outcome may overtake the receipt; both have to come.
    QVERIFY(ConsoleRig::wait_until([&] {
        return rig.decisions[id].state == domain::DecisionState::executed && rig.decisions[id].receipt.has_value();
    }));
    QCOMPARE(rig.decisions[id].receipt->decision, id);
    QVERIFY(ConsoleRig::wait_until([&] { return rig.cases[chosen.key].state == ports::CaseState::rejected; }));
}

void TestRoundTrip::an_approval_is_executed() {
    ConsoleRig rig({QStringLiteral("--seed"), QStringLiteral("8"), QStringLiteral("--rate"), QStringLiteral("1000")});
    QVERIFY(rig.start());
    REQUIRE_OK(make_key(rig));
    QVERIFY(ConsoleRig::wait_until([&] { return open_case(rig) != nullptr; }));
    const ports::CaseRow chosen = *open_case(rig);
    const auto reviewed = review(rig, draft_of(chosen, domain::Verb::approve));
    REQUIRE_OK(reviewed);
    QCOMPARE(reviewed->code, std::string());
    const auto signed_row = sign(rig, *reviewed);
    REQUIRE_OK(signed_row);
    const domain::DecisionId id = signed_row->decision.id;
    QVERIFY(ConsoleRig::wait_until([&] { return domain::is_final(rig.decisions[id].state); }));
    QCOMPARE(rig.decisions[id].state, domain::DecisionState::executed);
}

void TestRoundTrip::what_was_shown_is_what_is_signed() {
    ConsoleRig rig({QStringLiteral("--seed"), QStringLiteral("9"), QStringLiteral("--rate"), QStringLiteral("1000")});
    QVERIFY(rig.start());
    REQUIRE_OK(make_key(rig));
    QVERIFY(ConsoleRig::wait_until([&] { return open_case(rig) != nullptr; }));
    auto reviewed = review(rig, draft_of(*open_case(rig), domain::Verb::reject));
    REQUIRE_OK(reviewed);
    reviewed->decision.verb = domain::Verb::approve; // the screen says something else than the bytes
    const auto signed_row = sign(rig, *reviewed);
    QVERIFY(!signed_row.ok());
    QCOMPARE(signed_row.fault().code, base::FaultCode::invalid_argument);
}

void TestRoundTrip::a_restart_shows_the_same_history() {
    ConsoleRig rig({QStringLiteral("--seed"), QStringLiteral("10"), QStringLiteral("--rate"), QStringLiteral("1000")});
    QVERIFY(rig.start());
    QVERIFY(ConsoleRig::wait_until([&] { return rig.feed.size() > 200; }));
    rig.stop_console();
    const std::vector<ports::FeedRow> before = std::move(rig.feed);
    rig.feed.clear();
    QVERIFY(rig.start_console());
    QVERIFY(ConsoleRig::wait_until([&] { return rig.feed.size() > 50; }));
    // No event twice and none left out: the new rows go on where the old ones, seen or stored, ended.
    QVERIFY(rig.feed.front().index > before.back().index);
    ports::FeedQuery everything;
    everything.after = 0;
    everything.limit = 10'000;
    const auto page = rig.ask<ports::FeedPage>(
        [&](ports::Reply<ports::FeedPage> reply) { rig.core().archive().page(everything, std::move(reply)); });
    REQUIRE_OK(page);
    for (std::size_t i = 1; i < page->rows.size(); ++i) {
        QCOMPARE(page->rows[i].sequence, page->rows[i - 1].sequence + 1);
    }
    QVERIFY(ConsoleRig::wait_until([&] { return rig.health.stored > page->rows.back().index; }));
    QCOMPARE(rig.health.gaps, std::uint64_t{0});
}

void TestRoundTrip::a_stopped_agent_is_acknowledged() {
    ConsoleRig rig({QStringLiteral("--seed"), QStringLiteral("11"), QStringLiteral("--rate"), QStringLiteral("1000")});
    QVERIFY(rig.start());
    REQUIRE_OK(make_key(rig));
    QVERIFY(ConsoleRig::wait_until([&] { return open_case(rig) != nullptr; }));
    const ports::CaseRow chosen = *open_case(rig);
    ports::Draft stop;
    stop.verb = domain::Verb::stop;
    stop.key.source = chosen.key.source;
    stop.agent = chosen.agent;
    stop.reason_code = "suspicious";
    const auto reviewed = review(rig, stop);
    REQUIRE_OK(reviewed);
    QCOMPARE(reviewed->standing, ports::Standing::allowed);
    const auto signed_row = sign(rig, *reviewed);
    REQUIRE_OK(signed_row);
    const domain::DecisionId id = signed_row->decision.id;
    QVERIFY(ConsoleRig::wait_until([&] { return rig.decisions[id].state == domain::DecisionState::executed; }));
}

void TestRoundTrip::a_second_console_reads_only() {
    ConsoleRig rig({QStringLiteral("--seed"), QStringLiteral("12"), QStringLiteral("--rate"), QStringLiteral("1000")});
    QVERIFY(rig.start());
    QVERIFY(ConsoleRig::wait_until([&] { return rig.feed.size() > 20; }));
    const base::SystemClock clock;
    console::Core second(rig.folders(), premises::Connection{}, "grace", clock);
    QObject context;
    std::optional<ports::Health> health;
    std::vector<ports::FeedRow> followed;
    std::map<domain::TransactionKey, ports::CaseRow> cases;
    second.newsroom().watch_health(
        {&context, [&](const std::shared_ptr<const ports::Health>& news) { health = *news; }});
    second.newsroom().follow({&context, [&](const std::shared_ptr<const ports::FeedBatch>& batch) {
                                  followed.insert(followed.end(), batch->rows.begin(), batch->rows.end());
                              }});
    second.newsroom().follow_cases({&context, [&](const std::shared_ptr<const ports::CaseChanges>& changes) {
                                        for (const ports::CaseRow& row : changes->changed) {
                                            cases[row.key] = row;
                                        }
                                    }});
    second.start();
    QVERIFY(ConsoleRig::wait_until([&] { return health && !health->opening; }));
    QVERIFY(health->read_only);
    QCOMPARE(health->keeper, std::string("reeve"));
    // What the other one records from now on arrives here as well, in order and without holes.
    QVERIFY(ConsoleRig::wait_until([&] { return followed.size() > 50 && !cases.empty(); }));
    for (std::size_t i = 1; i < followed.size(); ++i) {
        QCOMPARE(followed[i].sequence, followed[i - 1].sequence + 1);
    }
    QVERIFY(ConsoleRig::wait_until([&] { return health->stored > followed.back().index; }));
    std::optional<base::Result<ports::FeedPage>> page;
    second.archive().page(ports::FeedQuery{},
                          {&context, [&](base::Result<ports::FeedPage> one) { page = std::move(one); }});
    QVERIFY(ConsoleRig::wait_until([&] { return page.has_value(); }));
    REQUIRE_OK(*page);
    QVERIFY(!(*page)->rows.empty());
}

void TestRoundTrip::who_looks_at_a_case_is_seen_at_another_console() {
    ConsoleRig ada({QStringLiteral("--seed"), QStringLiteral("13"), QStringLiteral("--rate"), QStringLiteral("1000")});
    QVERIFY(ada.start());
    const auto identity = make_key(ada);
    REQUIRE_OK(identity);
    ConsoleRig grace;
    QVERIFY(grace.start_at(ada.connection()));
    QVERIFY(ConsoleRig::wait_until([&] { return open_case(ada) != nullptr; }));
    const domain::TransactionKey key = open_case(ada)->key;
    QVERIFY(ConsoleRig::wait_until([&] { return grace.cases.contains(key); }));
    QVERIFY(grace.cases[key].claimed_by.empty());

    const auto claimed = ada.ask<domain::ClaimChanged>(
        [&](ports::Reply<domain::ClaimChanged> reply) { ada.core().decisions().claim(key, std::move(reply)); });
    REQUIRE_OK(claimed);
    QVERIFY(ConsoleRig::wait_until([&] { return grace.cases[key].claimed_by == claimed->person; }));
    QCOMPARE(grace.cases[key].claim_epoch, claimed->epoch);
    QVERIFY(grace.cases[key].claim_expires.has_value());
    ada.core().decisions().release(key, claimed->epoch);
    QVERIFY(ConsoleRig::wait_until([&] { return grace.cases[key].claimed_by.empty(); }));

    // Who is on no roster claims nothing.
    const auto stranger = grace.ask<domain::ClaimChanged>(
        [&](ports::Reply<domain::ClaimChanged> reply) { grace.core().decisions().claim(key, std::move(reply)); });
    QVERIFY(!stranger.ok());
    QVERIFY(grace.cases[key].claimed_by.empty());
}

QTEST_MAIN(TestRoundTrip)
#include "tst_round_trip.moc"
