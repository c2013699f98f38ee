// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/policy_job.h"
#include "app/ctl/recorded_orders.h"
#include "app/domain/names.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace ctl {

namespace {

using domain::Tier;

constexpr std::size_t most_causes = 20;

/// What a policy makes of a record.
struct Tally {
    std::uint64_t orders = 0;
    std::uint64_t stopped = 0;
    std::uint64_t cases = 0;
    std::map<Tier, std::uint64_t> tiers;
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> rules; ///< fired, failed
    std::map<std::string, std::uint64_t> causes;                          ///< work items and their orders
    std::set<std::chrono::sys_days> working_days;                         ///< Monday to Friday on which orders came

    void count(const domain::Verdict& verdict, base::Instant at) {
        ++orders;
        ++tiers[verdict.tier];
        stopped += verdict.stops() ? 1 : 0;
        cases += verdict.is_case() ? 1 : 0;
        for (const domain::RuleVerdict& rule : verdict.rules) {
            auto& [fired, failed] = rules[rule.rule];
            ++(rule.outcome == domain::RuleVerdict::Outcome::fired ? fired : failed);
            if (!rule.cause.empty()) {
                ++causes[rule.rule + " " + rule.cause.bytes()];
            }
        }
        if (!verdict.run.empty()) {
            ++causes["run " + verdict.run.bytes()];
        }
        for (const domain::UntrustedText& record : verdict.missing) {
            ++causes["missing " + record.bytes()];
        }
        const auto day = std::chrono::floor<std::chrono::days>(at);
        const unsigned weekday = std::chrono::weekday(day).c_encoding();
        if (weekday != 0 && weekday != 6) {
            working_days.insert(day);
        }
    }
};

void give_tally(Terminal& terminal, const Tally& tally, const std::string& version, std::uint64_t unreadable) {
    json::Value tiers = json::Value::object();
    for (const auto& [tier, count] : tally.tiers) {
        tiers.set(std::string(domain::name_of(tier)), json::Value::decimal(count));
    }
    terminal.give(json::Value::object({{"what", json::Value("evaluation")},
                                       {"policy_version", json::Value(version)},
                                       {"orders", json::Value::decimal(tally.orders)},
                                       {"tiers", tiers},
                                       {"stopped", json::Value::decimal(tally.stopped)},
                                       {"cases", json::Value::decimal(tally.cases)},
                                       {"work_items", json::Value::decimal(std::uint64_t{tally.causes.size()})},
                                       {"working_days", json::Value::decimal(std::uint64_t{tally.working_days.size()})},
                                       {"unreadable", json::Value::decimal(unreadable)}}));
    for (const auto& [rule, counts] : tally.rules) {
        terminal.give(json::Value::object({{"what", json::Value("rule")},
                                           {"rule", json::Value(rule)},
                                           {"fired", json::Value::decimal(counts.first)},
                                           {"failed", json::Value::decimal(counts.second)}}));
    }
    for (const auto& [cause, count] : tally.causes) {
        terminal.give(json::Value::object({{"what", json::Value("work_item")},
                                           {"cause", json::Value(cause)},
                                           {"orders", json::Value::decimal(count)}}));
    }
}

/// "12.3", of tenths.
std::string a_day(std::uint64_t count, std::size_t days) {
    const std::uint64_t tenths = days == 0 ? 0 : (count * 10 + days / 2) / days;
    return shown_number(tenths / 10) + "." + std::to_string(tenths % 10);
}

/// The work items that settle most orders; --json has all of them.
void say_causes(Terminal& terminal, const Tally& tally) {
    std::vector<std::pair<std::uint64_t, std::string>> causes;
    for (const auto& [cause, count] : tally.causes) {
        causes.emplace_back(count, cause);
    }
    std::sort(causes.begin(), causes.end(), std::greater<>());
    for (std::size_t index = 0; index < std::min(causes.size(), most_causes); ++index) {
        terminal.say("  work item: " + shown(causes[index].second) + "  " + counted(causes[index].first, "order"));
    }
    if (causes.size() > most_causes) {
        terminal.say("  and " + counted(causes.size() - most_causes, "more work item"));
    }
}

void say_tally(Terminal& terminal, const Tally& tally) {
    terminal.say(counted(tally.orders, "order") + ": " + shown_number(tally.stopped) + " would wait, " +
                 counted(tally.cases, "case") + " (" + a_day(tally.cases, tally.working_days.size()) +
                 " a working day) and " + counted(tally.causes.size(), "work item") + " for " +
                 shown_number(tally.stopped - tally.cases) + " of them");
    for (const auto& [tier, count] : tally.tiers) {
        terminal.say("  " + std::string(domain::name_of(tier)) + "  " + shown_number(count));
    }
    for (const auto& [rule, counts] : tally.rules) {
        terminal.say("  rule " + shown(rule) + "  fired " + shown_number(counts.first) +
                     (counts.second == 0 ? "" : ", failed " + shown_number(counts.second)));
    }
    say_causes(terminal, tally);
}

} // namespace

Outcome evaluate_policy(Context& context) {
    auto book = read_policy(context);
    if (!book) {
        return std::move(book).fault();
    }
    Tally tally;
    const auto unreadable = walk_orders(
        context, [&](const domain::TransactionVersion& version, const facts::FactBook& facts, base::Instant at) {
            const facts::Facts known = facts.look(version, at);
            tally.count(book->judge({version, known, at}, policy::Detail::decision), at);
        });
    if (!unreadable) {
        return unreadable.fault();
    }
    give_tally(context.terminal, tally, book->document().version, *unreadable);
    say_tally(context.terminal, tally);
    if (*unreadable > 0) {
        context.terminal.remark(counted(*unreadable, "event") + " could not be read again and was left out");
    }
    return *unreadable > 0 ? ExitCode::reservations : ExitCode::done;
}

} // namespace ctl
