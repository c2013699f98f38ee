// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fake_policy.h"

#include <algorithm>

namespace fake {

namespace {

const base::Instant noon = base::from_rfc3339("2026-03-10T12:00:00Z").value();

domain::Money pounds(std::int64_t minor) {
    return {minor, domain::Currency::from_code("GBP").value()};
}

} // namespace

ports::JudgingReport judging_report(int rows, const std::string& words) {
    ports::JudgingReport made;
    made.state.policy_version = "2026-03-01";
    made.state.policy_title = words;
    made.state.judged = static_cast<std::uint64_t>(rows) * 1'000;
    for (int number = 0; number < rows; ++number) {
        const auto count = static_cast<std::uint64_t>(rows - number);
        ports::WorkItem item;
        item.rule = number % 3 == 0 ? std::string() : "mandate-missing";
        item.run = number % 3 == 1;
        item.cause = domain::UntrustedText(words + " " + std::to_string(number));
        item.orders = 4'112 * count;
        item.first = noon - std::chrono::hours(number);
        item.last = noon;
        item.example.id = domain::TransactionId(words);
        made.work_items.push_back(item);
        ports::RuleScore score;
        score.rule = "rule-" + std::to_string(number);
        score.title = words;
        score.in_force = number % 2 == 0;
        score.fired = score.approved = score.acknowledged = 1'234'567;
        if (number == 0) {
            score.raise = ports::Raise{0, pounds(100'000), pounds(140'000)};
        }
        made.scores.push_back(score);
        made.coverage.categories.push_back({words, 9'876'543, 1'234'567, {pounds(123'456'789)}});
        if (number < 40) { // a policy has some dozens of rules
            made.coverage.never_fired.push_back(words);
            made.coverage.unread_names.push_back("orders.category.month");
        }
    }
    made.more_work_items = rows > 400 ? 49'500 : 0;
    return made;
}

domain::PolicyDifference policy_difference(int rows, const std::string& words) {
    using domain::PolicyPart;
    domain::PolicyDifference made;
    for (int number = 0; number < rows; ++number) {
        const auto part = static_cast<PolicyPart>(number % 14);
        const bool of_tier = part == PolicyPart::tier || part == PolicyPart::answer || part == PolicyPart::unanswered;
        domain::PolicyChange change;
        change.part = part;
        change.kind = static_cast<domain::ChangeKind>(number % 3);
        change.direction = static_cast<domain::ChangeDirection>(number % 4);
        change.id = of_tier ? "dual_sign_off" : words;
        change.fields = {{"tier", "dual_sign_off", "sign_off"},
                         {"from", "25000.00 GBP", "30000.00 GBP"},
                         {"then", "hold", "escalate"},
                         {"when", "gross > money('10.00 GBP')", words}};
        made.changes.push_back(std::move(change));
    }
    return made;
}

domain::WhatIf what_if_result(int rows, const std::string& words, std::chrono::hours history, bool own) {
    domain::WhatIf made;
    made.before = "1";
    made.after = own ? "1" : "2";
    made.orders = static_cast<std::uint64_t>(rows);
    made.busy_from = noon - history;
    made.busy_to = noon;
    for (int number = 0; number < std::min(rows, 2'000); ++number) {
        domain::ChangedOrder order;
        order.key.id = domain::TransactionId(words);
        order.agent = domain::AgentId("card:************6583");
        order.supplier_name = domain::UntrustedText(words);
        order.gross = pounds(123'456'789);
        order.before.tier = order.after.tier = domain::Tier::dual_sign_off;
        order.after.reasons = {domain::UntrustedText("The first order to " + words + ", for 2380.00 EUR")};
        (own ? made.waiting : made.changed).push_back(order);
        made.agents.push_back({domain::AgentId(words), 3, {}, {}, 1});
        made.rules.push_back({words, 1, 2});
    }
    for (domain::Burden* burden : {&made.burden_before, &made.burden_after}) {
        burden->stopped = static_cast<std::uint64_t>(rows);
        burden->cases = static_cast<std::uint64_t>(rows);
        burden->matters = burden->cases / 3;
        burden->joined = burden->cases / 2;
        burden->waiting.add(pounds(123'456'789));
    }
    for (domain::Workload* work : {&made.work_before, &made.work_after}) {
        work->history = history;
        work->weeks = 4;
        work->minutes = 480;
        work->minutes_a_week = work->cases_a_week = 120;
        work->wait_minutes = 3;
    }
    return made;
}

void Policies::in_force(ports::Reply<ports::PolicyText> reply) {
    if (fault) {
        reply(*fault);
        return;
    }
    reply(ports::PolicyText{"2026-03-01", words, "{\"title\": \"" + std::to_string(rows) + " rules\"}", false});
}

void Policies::load(std::string, ports::Reply<std::string> reply) {
    reply(std::string("{}"));
}

void Policies::save(std::string, std::string, ports::Reply<bool> reply) {
    fault ? reply(*fault) : reply(true);
}

void Policies::check(std::string, ports::Reply<ports::PolicyCheck> reply) {
    ports::PolicyCheck made;
    made.usable = true;
    made.version = "2026-03-02";
    made.title = words;
    for (std::size_t number = 0; number < static_cast<std::size_t>(rows); ++number) {
        ports::RuleOutline rule;
        rule.number = number;
        rule.id = "rule-" + std::to_string(number);
        rule.title = rule.reason = rule.guidance = rule.owner = words;
        rule.when = "gross >= money('500.00 GBP') && new_supplier";
        rule.tier = static_cast<domain::Tier>(1 + number % 4);
        made.rules.push_back(std::move(rule));
        domain::AuthorityLine line;
        line.id = words;
        line.person = domain::PersonId(words);
        made.lines.push_back(std::move(line));
        made.problems.push_back({"/rules/" + std::to_string(number) + "/when", words, 0, 0, false});
    }
    reply(std::move(made));
}

void Policies::test(std::string, ports::Reply<std::vector<ports::PolicyTest>> reply) {
    std::vector<ports::PolicyTest> made;
    for (int number = 0; number < rows; ++number) {
        const bool passed = number % 7 != 0;
        made.push_back({words, domain::Tier::sign_off, passed ? domain::Tier::sign_off : domain::Tier::confirm, passed,
                        passed ? std::string() : words});
    }
    reply(std::move(made));
}

void Policies::compare(std::string, std::string, ports::Reply<domain::PolicyDifference> reply) {
    fault ? reply(*fault) : reply(policy_difference(rows, words));
}

void Policies::edit(std::string text, ports::PolicyEdit, ports::Reply<std::string> reply) {
    reply(std::move(text));
}

void Policies::what_if(std::string, ports::Trial, ports::Subscription<ports::PolicyProgress>,
                       ports::Reply<domain::WhatIf> reply) {
    fault ? reply(*fault) : reply(what_if_result(rows, words, std::chrono::hours(24 * 28), true));
}

void Policies::rehearse(std::string, ports::Subscription<ports::PolicyProgress>,
                        ports::Reply<std::vector<domain::Rehearsed>> reply) {
    fault ? reply(*fault) : reply(std::vector<domain::Rehearsed>());
}

} // namespace fake
