// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two policies over one history: what changed is counted once and explained, what history does not hold is said to be
// unknown, and the answer is the same for any number of threads.
#include "app/policy/shipped.h"
#include "app/policy/what_if.h"
#include "app/policy/workload.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

namespace {

using policy::Document;
using Edit = std::function<void(Document&)>;

Document shipped() {
    return policy::read_document(policy::shipped_policy()).value();
}

domain::Money pounds(std::int64_t minor) {
    return {minor, domain::Currency::from_code("GBP").value()};
}

const base::Instant beginning = base::from_rfc3339("2026-01-05T09:00:00Z").value(); // a Monday

domain::Event event_of(domain::EventType type, domain::Payload payload, std::chrono::hours after) {
    domain::Event event;
    event.source = domain::SourceId("urn:test");
    event.type = type;
    event.time = beginning + after;
    event.payload = std::move(payload);
    return event;
}

domain::Event registered(const std::string& id, std::chrono::hours after = std::chrono::hours(0)) {
    domain::Agent one;
    one.id = domain::AgentId(id);
    return event_of(domain::EventType::agent_registered, one, after);
}

domain::Event granted(const std::string& agent_id) {
    domain::Mandate one;
    one.id = domain::MandateId("m-" + agent_id);
    one.agent = domain::AgentId(agent_id);
    one.not_after = beginning + std::chrono::hours(24 * 3650);
    return event_of(domain::EventType::mandate_granted, one, std::chrono::hours(0));
}

domain::Event order(const std::string& id, std::int64_t minor, std::chrono::hours after,
                    const std::string& agent_id = "a", const std::string& supplier = "s") {
    domain::TransactionVersion version;
    version.key = {domain::SourceId("urn:test"), domain::TransactionId(id)};
    domain::Subject& subject = version.subject;
    subject.agent = domain::AgentId(agent_id);
    subject.owner = domain::OwnerId("o");
    subject.mandate = domain::MandateId("m-" + agent_id);
    subject.supplier.id = domain::SupplierId(supplier);
    subject.net = subject.gross = pounds(minor);
    subject.tax = pounds(0);
    return event_of(domain::EventType::transaction_requested, version, after);
}

domain::WhatIf run(const Document& before, const Document& after, const std::vector<domain::Event>& events,
                   const policy::WhatIfOptions& options = {}) {
    std::vector<policy::Finding> findings;
    auto what_if = policy::WhatIf::make(before, after, options, findings);
    if (!what_if) {
        qFatal("%s", base::describe(findings.front().fault).c_str());
    }
    for (const domain::Event& event : events) {
        what_if->take(event);
    }
    return what_if->finish();
}

Document edited(const Edit& edit) {
    Document document = shipped();
    document.version = "draft";
    edit(document);
    return document;
}

policy::Rule rule(const std::string& when) {
    policy::Rule one;
    one.id = "new-rule";
    one.title = "A new rule";
    one.when = when;
    one.tier = domain::Tier::sign_off;
    one.reason = "{gross}";
    one.owner = "o";
    return one;
}

/// A settled history: a known agent, its mandate, and forty days of small orders to one supplier.
std::vector<domain::Event> settled() {
    std::vector<domain::Event> events = {registered("a"), granted("a")};
    for (int day = 0; day < 40; ++day) {
        events.push_back(order("small-" + std::to_string(day), 1000 + 7 * day, std::chrono::hours(24 * day)));
    }
    return events;
}

constexpr std::chrono::hours later{24 * 60};

std::string text_of(const domain::WhatIf& made) {
    std::string text = std::to_string(made.orders) + " " + std::to_string(made.unchanged) + " " +
                       std::to_string(made.reasons) + " " + std::to_string(made.working_days) + " " +
                       std::to_string(made.changed_left_out);
    for (const domain::Flow* flow : {&made.newly_stopped, &made.newly_free, &made.otherwise, &made.newly_case,
                                     &made.no_case_any_more, &made.not_replayable}) {
        text += " | " + std::to_string(flow->orders);
        for (const auto& [currency, minor] : flow->minor) {
            text += " " + std::to_string(minor) + std::string(currency.code());
        }
    }
    for (const auto& changed : made.changed) {
        text += "\n" + changed.key.id.bytes() + " " + std::to_string(static_cast<int>(changed.before.tier)) + " " +
                std::to_string(static_cast<int>(changed.after.tier));
    }
    for (const auto& week : made.weeks) {
        text += "\n" + base::to_rfc3339(week.from);
        for (const auto& side : {week.before, week.after}) {
            for (const domain::Flow& flow : side) {
                text += " " + std::to_string(flow.orders);
                for (const auto& [currency, minor] : flow.minor) {
                    text += " " + std::to_string(minor);
                }
            }
        }
    }
    for (const auto& shift : made.agents) {
        text += "\n" + shift.agent.bytes() + " " + std::to_string(shift.orders);
    }
    return text + "\n" + std::to_string(made.burden_before.cases) + " " + std::to_string(made.burden_after.cases) +
           " " + std::to_string(made.burden_before.work_items);
}

} // namespace

class TestWhatIf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void what_another_policy_found_false_is_not_looked_at_again_and_the_verdict_is_the_same() {
        std::vector<policy::Finding> findings;
        auto before = policy::RuleBook::compile(shipped(), findings);
        auto after = policy::RuleBook::compile(edited([](Document& document) {
                                                   std::reverse(document.rules.begin(), document.rules.end());
                                                   document.rules.push_back(rule("gross > money('300.00 GBP')"));
                                                   document.rules.erase(document.rules.begin() + 2);
                                                   document.tiers.front().from.minor *= 3;
                                               }),
                                               findings);
        QVERIFY(before && after);
        after->liken(*before);
        facts::FactBook facts;
        std::mt19937 random(5);
        std::size_t fired = 0;
        std::size_t differs = 0;
        for (int number = 0; number < 400; ++number) {
            const domain::Event event =
                order(std::to_string(number), static_cast<std::int64_t>(random() % 200'000), std::chrono::hours(number),
                      "a" + std::to_string(random() % 3), "s" + std::to_string(random() % 9));
            const auto& version = std::get<domain::TransactionVersion>(event.payload);
            const facts::Facts known = facts.look(version, event.time);
            const policy::Case one{version, known, event.time};
            cel::Arena arena;
            const auto row =
                policy::row_of(one, before->document(), {}, arena, policy::Wanted(policy::vocabulary().size(), true));
            const domain::Verdict first = before->judge(one, row, policy::Detail::decision);
            const domain::Verdict alone = after->judge(one, row, policy::Detail::decision);
            const domain::Verdict again = before->judge(one, row, policy::Detail::decision);
            QVERIFY(first == again);
            QVERIFY(after->judge(one, row, policy::Detail::decision, &*before) == alone);
            fired += alone.rules.size();
            differs += alone.rules == first.rules ? 0 : 1;
            facts.apply(event);
        }
        QVERIFY(fired > 100);
        QVERIFY(differs > 100);
    }

    void an_amended_order_counts_once() {
        std::vector<domain::Event> events = {registered("a"), granted("a")};
        events.push_back(order("t1", 200'000, std::chrono::hours(1)));
        events.push_back(order("t1", 10'000, std::chrono::hours(2)));
        auto& amended = std::get<domain::TransactionVersion>(events.back().payload);
        amended.version = 2;
        const domain::TransactionKey key = amended.key;
        events.back().type = domain::EventType::transaction_amended;
        events.push_back(order("t2", 200'000, std::chrono::hours(3), "a", "other"));
        std::vector<policy::Finding> findings;
        auto what_if = policy::WhatIf::make(shipped(), shipped(), {}, findings);
        QVERIFY(what_if.has_value());
        what_if->expect(key, 2);
        for (const domain::Event& event : events) {
            what_if->take(event);
        }
        const domain::WhatIf made = what_if->finish();
        QCOMPARE(made.orders, 2U);
        QCOMPARE(run(shipped(), shipped(), events).orders, 3U); // where nobody says so, each version is one
    }

    void only_the_orders_of_one_source_are_judged() {
        std::vector<domain::Event> events = {registered("a"), granted("a")};
        for (int number = 0; number < 5; ++number) {
            events.push_back(order("t" + std::to_string(number), 40'000, std::chrono::hours(1 + number)));
        }
        domain::Event imported = order("row-1", 40'000, std::chrono::hours(7));
        imported.source = domain::SourceId("file:cards/2026-01");
        events.push_back(imported);
        policy::WhatIfOptions options;
        options.only = imported.source;
        const domain::WhatIf alone = run(shipped(), shipped(), events, options);
        QCOMPARE(alone.orders, 1U);
        // What came before it is known: together they are above the first tier.
        QCOMPARE(alone.burden_after.stopped, 1U);
        QCOMPARE(run(shipped(), shipped(), {registered("a"), granted("a"), imported}).burden_after.stopped, 0U);
    }

    void the_same_policy_changes_nothing() {
        const auto made = run(shipped(), shipped(), settled());
        QCOMPARE(made.orders, std::uint64_t{40});
        QCOMPARE(made.unchanged, std::uint64_t{40});
        QCOMPARE(made.reasons, std::uint64_t{0});
        QVERIFY(made.changed.empty() && made.agents.empty());
        QCOMPARE(made.not_replayable.orders, std::uint64_t{0});
    }

    void what_no_longer_waits_is_counted_summed_and_explained() {
        auto events = settled();
        events.push_back(order("middle", 150000, later));
        events.push_back(order("large", 700000, later + std::chrono::hours(30)));
        const auto made = run(shipped(), edited([](auto& d) { d.tiers[0].from.minor = 200000; }), events);
        QCOMPARE(made.newly_free.orders, std::uint64_t{1});
        QCOMPARE(made.newly_free.minor.begin()->second, std::int64_t{150000});
        QCOMPARE(made.newly_stopped.orders + made.otherwise.orders, std::uint64_t{0});
        QCOMPARE(made.no_case_any_more.orders, std::uint64_t{1});
        QCOMPARE(made.moves[1][0].orders, std::uint64_t{1}); // confirm to automatic
        QCOMPARE(made.changed.size(), std::size_t{1});
        const domain::ChangedOrder& one = made.changed.front();
        QCOMPARE(one.key.id.bytes(), std::string("middle"));
        QCOMPARE(one.before.by_amount, domain::Tier::confirm);
        QVERIFY(one.before.stops && !one.after.stops);
        QCOMPARE(made.agents.size(), std::size_t{1});
        QCOMPARE(made.agents.front().newly_free.orders, std::uint64_t{1});
        QCOMPARE(made.burden_before.cases, std::uint64_t{2});
        QCOMPARE(made.burden_after.cases, std::uint64_t{1});
    }

    void pieces_of_one_need_are_one_case_and_the_work_of_one() {
        auto events = settled();
        for (int piece = 0; piece < 6; ++piece) { // 300, 600, 900; from 1,200 on they wait
            events.push_back(order("piece-" + std::to_string(piece), 30'000 + piece, later));
        }
        events.push_back(order("large", 700'000, later + std::chrono::hours(48)));
        policy::WhatIfOptions options;
        options.threads = 2;
        options.effort.minutes = {0, 10, 10, 10, 10};
        const auto made = run(shipped(), shipped(), events, options);
        QCOMPARE(made.burden_after.stopped, std::uint64_t{4});
        QCOMPARE(made.burden_after.joined, std::uint64_t{3});
        QCOMPARE(made.burden_after.matters, std::uint64_t{1});
        QCOMPARE(made.burden_after.cases, std::uint64_t{2}); // the pieces and the large one
        QCOMPARE(made.burden_after.cases_by_tier[2], std::uint64_t{2});
        QCOMPARE(made.work_after.minutes, 20.0);
        const auto pieces = std::count_if(made.waiting.begin(), made.waiting.end(),
                                          [](const auto& one) { return !one.after.matter.empty(); });
        QCOMPARE(pieces, 3); // each of them is listed
    }

    void less_than_a_day_of_history_tells_nothing_about_a_week_data() {
        QTest::addColumn<int>("hours");
        QTest::addColumn<bool>("tells");
        QTest::newRow("one moment") << 0 << false;
        QTest::newRow("a morning") << 4 << false;
        QTest::newRow("an hour less than a day") << 23 << false;
        QTest::newRow("a day") << 24 << true;
    }
    void less_than_a_day_of_history_tells_nothing_about_a_week() {
        QFETCH(const int, hours);
        domain::Burden burden;
        burden.cases = burden.cases_by_tier[2] = 3;
        const auto load = policy::workload(burden, std::chrono::hours(hours), 2400, {});
        QTEST(load.tells_weeks(), "tells");
        QCOMPARE(load.minutes, 24.0); // what there is
        QCOMPARE(load.history, std::chrono::microseconds(std::chrono::hours(hours)));
    }

    /// Every replayable order stands once on each side of its week, whichever way the tiers went.
    void each_week_has_its_orders_by_both_tiers() {
        auto events = settled();
        constexpr std::chrono::hours sunday = later + std::chrono::hours(24 * 2 + 14); // 8 March, 23:00
        events.push_back(order("sunday", 150000, sunday));
        events.push_back(order("monday", 1000, sunday + std::chrono::hours(1)));
        const auto made = run(shipped(), edited([](auto& d) { d.tiers[0].from.minor = 200000; }), events);
        QCOMPARE(made.weeks.size(), std::size_t{8});
        QCOMPARE(base::to_rfc3339(made.weeks[0].from).substr(0, 10), std::string("2026-01-05"));
        QCOMPARE(base::to_rfc3339(made.weeks[6].from).substr(0, 10), std::string("2026-03-02"));
        QCOMPARE(base::to_rfc3339(made.weeks[7].from).substr(0, 10), std::string("2026-03-09"));
        std::uint64_t before = 0;
        std::uint64_t after = 0;
        std::uint64_t moved = 0;
        for (const domain::WeekTiers& week : made.weeks) {
            for (std::size_t tier = 0; tier < domain::tier_count; ++tier) {
                before += week.before[tier].orders;
                after += week.after[tier].orders;
            }
        }
        for (const auto& row : made.moves) {
            for (const domain::Flow& flow : row) {
                moved += flow.orders;
            }
        }
        QCOMPARE(before, moved);
        QCOMPARE(after, moved);
        QCOMPARE(made.weeks[6].before[1].orders, std::uint64_t{1});
        QCOMPARE(made.weeks[6].after[0].minor.begin()->second, std::int64_t{150000});
        std::uint64_t on_monday = 0;
        for (const domain::Flow& flow : made.weeks[7].after) {
            on_monday += flow.orders;
        }
        QCOMPARE(on_monday, std::uint64_t{1});
    }

    void what_newly_waits_names_the_rule_with_its_reason() {
        const auto made =
            run(shipped(), edited([](auto& d) { d.rules.push_back(rule("gross > money('10.70 GBP')")); }), settled());
        QCOMPARE(made.newly_stopped.orders, std::uint64_t{29});
        const domain::ShortVerdict& after = made.changed.front().after;
        QCOMPARE(after.rules, std::vector<std::string>{"new-rule"});
        QCOMPARE(after.reasons.front().bytes(), std::string("12.73 GBP")); // the largest comes first
        QVERIFY(made.changed.front().before.rules.empty());
    }

    void other_reasons_for_the_same_tier_are_no_change() {
        auto events = settled();
        events.push_back(order("large", 700000, later));
        const auto made =
            run(shipped(), edited([](auto& d) { d.rules.push_back(rule("gross > money('5000.00 GBP')")); }), events);
        QCOMPARE(made.unchanged, made.orders);
        QCOMPARE(made.reasons, std::uint64_t{1});
    }

    void the_list_keeps_the_largest_and_says_how_many_it_left_out() {
        policy::WhatIfOptions options;
        options.listed = 3;
        const auto made = run(shipped(), edited([](auto& d) { d.rules.push_back(rule("gross > money('1.00 GBP')")); }),
                              settled(), options);
        QCOMPARE(made.changed.size(), std::size_t{3});
        QCOMPARE(made.changed_left_out, std::uint64_t{37});
        QCOMPARE(made.changed.front().gross.minor, std::int64_t{1273});
    }

    void what_history_does_not_hold_is_said_to_be_unknown_data() {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<std::vector<domain::Event>>("events");
        QTest::addColumn<int>("lack"); ///< -1: replayable
        const auto row = [](const char* name, const char* condition, std::vector<domain::Event> events, int lack) {
            QTest::newRow(name) << QString::fromLatin1(condition) << std::move(events) << lack;
        };
        const auto with = [](std::vector<domain::Event> events, domain::Event last) {
            events.push_back(std::move(last));
            return events;
        };
        const std::vector<domain::Event> young = {registered("a"), granted("a")};
        using enum domain::Lack;
        row("a month's sum at the beginning of the record", "spend.agent.month > money('1.00 GBP')",
            with(young, order("x", 1000, std::chrono::hours(24))), static_cast<int>(window));
        row("a day's sum on the second day is whole", "spend.agent.day > money('1.00 GBP')",
            with(young, order("x", 1000, std::chrono::hours(30))), -1);
        row("who is new, at the beginning of the record", "supplier.is_new",
            with(young, order("x", 1000, std::chrono::hours(24))), static_cast<int>(habits));
        row("who is new, when the record has settled", "supplier.is_new",
            with(settled(), order("x", 1000, later, "a", "other")), -1);
        row("a contract where none was ever told", "contract.on_file && contract.supplier != supplier.id",
            with(settled(), order("x", 1000, later)), static_cast<int>(contract));
        row("a line's contract price where none was ever told",
            "lines.exists(l, has(l.contract_price)) || gross < money('0.00 GBP')",
            with(settled(), order("x", 1000, later)), static_cast<int>(contract));
        row("the mandate of an agent without one on file", "mandate.in_force",
            with(with(settled(), registered("b")), order("x", 1000, later, "b")),
            static_cast<int>(domain::Lack::mandate));
        row("an agent that nobody registered", "agent.group == 'pilot'",
            with(settled(), order("x", 1000, later, "nobody")), static_cast<int>(domain::Lack::agent));
        row("when a person looked, without any decision", "has(human.looked)", with(settled(), order("x", 1000, later)),
            static_cast<int>(people));
        row("the unknown part decides nothing", "supplier.is_new && gross > money('500.00 GBP')",
            with(young, order("x", 1000, std::chrono::hours(24))), -1);
        row("only what the order itself says", "gross > money('500.00 GBP')",
            with(young, order("x", 1000, std::chrono::hours(0))), -1);
    }

    void what_history_does_not_hold_is_said_to_be_unknown() {
        QFETCH(const QString, condition);
        QFETCH(const std::vector<domain::Event>, events);
        QFETCH(const int, lack);
        const auto draft = edited([&](auto& d) { d.rules.push_back(rule(condition.toStdString())); });
        // Only the last order is looked at: what the whole has more than the history without it.
        const auto whole = run(shipped(), draft, events);
        const auto without = run(shipped(), draft, std::vector(events.begin(), events.end() - 1));
        QCOMPARE(whole.not_replayable.orders - without.not_replayable.orders, std::uint64_t{lack < 0 ? 0U : 1U});
        for (int each = 0; each < static_cast<int>(domain::lack_count); ++each) {
            const auto at = static_cast<std::size_t>(each);
            QCOMPARE(whole.lacks[at] - without.lacks[at], std::uint64_t{each == lack ? 1U : 0U});
        }
    }

    void a_changed_limit_is_unknown_until_the_record_covers_its_period() {
        auto events = settled();
        const auto made = run(shipped(), edited([](auto& d) { d.limits[0].most.minor = 1; }), events);
        QCOMPARE(made.not_replayable.orders, std::uint64_t{31}); // days 0 to 30
        QCOMPARE(made.newly_stopped.orders, std::uint64_t{9});
    }

    void an_edit_that_cannot_matter_needs_no_fact() {
        const auto draft = edited([](auto& d) {
            d.title = "Another title";
            d.tests.clear();
        });
        QCOMPARE(run(shipped(), draft, settled()).not_replayable.orders, std::uint64_t{0});
    }

    void the_answer_is_the_same_for_any_number_of_threads() {
        std::mt19937 random(3);
        std::vector<domain::Event> events = {registered("a"), registered("b"), registered("c"), granted("a"),
                                             granted("b")};
        for (int number = 0; number < 9000; ++number) {
            if (number % 1700 == 0) {
                events.push_back(registered("a", std::chrono::hours(number))); // told again, between orders
            }
            const std::string who(1, static_cast<char>('a' + random() % 4));
            events.push_back(order("T-" + std::to_string(number), static_cast<std::int64_t>(random() % 400'000),
                                   std::chrono::hours(number), who, "s" + std::to_string(random() % 40)));
        }
        const auto draft = edited([](auto& d) {
            d.tiers[0].from.minor = 150000;
            d.rules.push_back(rule("supplier.orders > 100"));
        });
        policy::WhatIfOptions options;
        options.listed = 50;
        options.threads = 1;
        const std::string one = text_of(run(shipped(), draft, events, options));
        for (const std::size_t threads : {2U, 3U, 7U}) {
            options.threads = threads;
            QCOMPARE(text_of(run(shipped(), draft, events, options)), one);
        }
    }

    void a_draft_that_does_not_compile_is_refused_with_the_place() {
        std::vector<policy::Finding> findings;
        QVERIFY(!policy::WhatIf::make(shipped(), edited([](auto& d) { d.rules[0].when = "grss > 1"; }), {}, findings));
        QCOMPARE(findings.front().fault.where, std::string("/rules/0/when 1:1"));
    }

    void money_that_leaves_64_bits_is_said_to_be_beyond() {
        domain::Flow flow;
        flow.add(pounds(std::numeric_limits<std::int64_t>::max()));
        flow.add(pounds(1));
        QVERIFY(flow.beyond);
        QCOMPARE(flow.orders, std::uint64_t{2});
    }

    void waiting_follows_the_known_formulas_data() {
        QTest::addColumn<int>("people");
        QTest::addColumn<double>("confirms");
        QTest::addColumn<double>("sign_offs");
        QTest::addColumn<double>("wait");
        // One tier, 10 minutes each: M/D/1 has load / (2 (1 - load)) times the handling time.
        QTest::newRow("one person, half busy, all alike") << 1 << 120.0 << 0.0 << 10 * 0.5 / (2 * 0.5);
        // Two people, half busy: Erlang C is 1/3, M/M/2 waits 1/3 of the handling time, M/D/2 about half of that.
        QTest::newRow("two people, half busy, all alike") << 2 << 240.0 << 0.0 << 10.0 / 3 / 2;
        // 10 and 40 minutes in turn: E[S] = 25, E[S^2] = 850, load 0.5: lambda E[S^2] / (2 (1 - load)).
        QTest::newRow("one person, half busy, two kinds") << 1 << 24.0 << 24.0 << 0.02 * 850 / (2 * 0.5);
    }

    void waiting_follows_the_known_formulas() {
        QFETCH(const int, people);
        QFETCH(const double, confirms);
        QFETCH(const double, sign_offs);
        QFETCH(const double, wait);
        domain::Effort effort;
        effort.minutes = {0, 10, 40, 0, 0};
        effort.people = people;
        domain::Burden burden;
        burden.cases_by_tier[1] = static_cast<std::uint64_t>(confirms);
        burden.cases_by_tier[2] = static_cast<std::uint64_t>(sign_offs);
        burden.cases = burden.cases_by_tier[1] + burden.cases_by_tier[2];
        const auto load = policy::workload(burden, std::chrono::hours(24 * 7), 2400, effort);
        QVERIFY(std::abs(load.load - 0.5) < 1e-9);
        QVERIFY2(load.wait_minutes && std::abs(*load.wait_minutes - wait) < 1e-9,
                 std::to_string(load.wait_minutes.value_or(-1)).c_str());
    }

    void a_queue_that_gets_more_than_it_handles_never_empties() {
        domain::Burden burden;
        burden.cases = burden.cases_by_tier[2] = 100'000;
        const auto load = policy::workload(burden, std::chrono::hours(24 * 7), 2400, {});
        QVERIFY(load.load > 1 && !load.wait_minutes);
    }

    void one_late_booking_makes_no_year_of_a_month() {
        std::vector<domain::Event> events = {registered("a"), granted("a")};
        events.push_back(order("late", 1000, std::chrono::hours(0)));
        for (int day = 0; day < 30; ++day) {
            for (int number = 0; number < 10; ++number) {
                events.push_back(order(std::to_string(day) + "-" + std::to_string(number), 2000,
                                       std::chrono::hours(24 * (200 + day))));
            }
        }
        const auto made = run(shipped(), shipped(), events);
        QCOMPARE(made.orders, std::uint64_t{301});
        QVERIFY(*made.last - *made.first > std::chrono::hours(24 * 200));
        QVERIFY(*made.busy_to - *made.busy_from <= std::chrono::hours(24 * 29));
        QVERIFY(std::abs(made.work_after.weeks - 29.0 / 7) < 0.1);
        std::vector<domain::Event> few = {registered("a"), granted("a"), order("x", 1000, std::chrono::hours(0)),
                                          order("y", 1000, std::chrono::hours(24 * 70))};
        QVERIFY2(std::abs(run(shipped(), shipped(), few).work_after.weeks - 10) < 0.1, "of few nothing is left out");
    }

    void the_orders_that_wait_are_listed_with_their_reasons() {
        std::vector<domain::Event> events = settled();
        events.push_back(order("large", 700'000, later));
        events.push_back(order("larger", 900'000, later + std::chrono::hours(1)));
        for (const std::size_t threads : {std::size_t{1}, std::size_t{3}}) {
            policy::WhatIfOptions options;
            options.threads = threads;
            options.listed = 1;
            const auto made = run(shipped(), shipped(), events, options);
            QVERIFY(made.changed.empty());
            QCOMPARE(made.waiting.size(), std::size_t{1});
            QCOMPARE(made.waiting.front().key.id.bytes(), std::string("larger"));
            QVERIFY(made.waiting.front().after.stops);
            QCOMPARE(made.waiting_left_out, made.burden_after.stopped - 1);
            QCOMPARE(made.burden_after.waiting.orders, made.burden_after.stopped);
            QVERIFY(made.burden_after.waiting.minor.begin()->second >= 1'600'000);
        }
    }

    void working_time_is_that_of_the_calendar() {
        QCOMPARE(policy::working_minutes_a_week(std::nullopt), 2400.0);
        QCOMPARE(policy::working_minutes_a_week(shipped().calendar), 3000.0);
    }
};

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_what_if.moc"
