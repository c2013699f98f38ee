// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/what_if_report.h"

#include "app/base/encoding.h"
#include "app/domain/names.h"
#include "app/policy/needs.h"

#include <algorithm>
#include <cmath>

namespace ctl {

namespace {

using domain::Flow;
using json::Value;

constexpr std::size_t most_agents = 20;

Value whole(std::uint64_t number) {
    return Value::decimal(number);
}

/// "12.3": for minutes and shares, never for money.
std::string tenths(double number) {
    const auto rounded = static_cast<std::uint64_t>(std::llround(std::max(0.0, number) * 10));
    return shown_number(rounded / 10) + "." + std::to_string(rounded % 10);
}

Value value_of(const Flow& flow) {
    Value amounts = Value::array();
    for (const auto& [currency, minor] : flow.minor) {
        amounts.append(ctl::value_of(domain::Money{minor, currency}));
    }
    Value made = Value::object({{"orders", whole(flow.orders)}});
    flow.beyond ? made.set("amounts_beyond", Value(true)) : made.set("amounts", std::move(amounts));
    return made;
}

std::string in_words(const Flow& flow) {
    std::string text = counted(flow.orders, "order");
    if (flow.beyond) {
        return text + ", more money than can be counted";
    }
    for (const auto& [currency, minor] : flow.minor) {
        text += ", " + shown(domain::Money{minor, currency});
    }
    return text;
}

Value value_of(const domain::Burden& burden, const domain::Workload& work) {
    const double hours = std::chrono::duration<double, std::ratio<3600>>(work.history).count();
    Value made = Value::object({{"stopped", whole(burden.stopped)},
                                {"cases", whole(burden.cases)},
                                {"matters", whole(burden.matters)},
                                {"orders_in_matters", whole(burden.joined)},
                                {"work_items", whole(burden.work_items)},
                                {"minutes", Value(tenths(work.minutes))},
                                {"history_hours", Value(tenths(hours))}});
    if (!work.tells_weeks()) {
        return made;
    }
    made.set("cases_a_week", Value(tenths(work.cases_a_week)));
    made.set("minutes_a_week", Value(tenths(work.minutes_a_week)));
    made.set("load_percent", Value(tenths(work.load * 100)));
    if (work.wait_minutes) {
        made.set("wait_minutes", Value(tenths(*work.wait_minutes)));
    }
    return made;
}

std::string time_of(const domain::Workload& work, int people) {
    if (!work.tells_weeks()) {
        const double hours = std::chrono::duration<double, std::ratio<3600>>(work.history).count();
        return tenths(work.minutes) + " minutes in all; too little history for a week: " + tenths(hours) + " hours";
    }
    return tenths(work.cases_a_week) + " cases and " + tenths(work.minutes_a_week) + " minutes a week, " +
           tenths(work.load * 100) + " % of " +
           (people == 1 ? std::string("one person") : shown_number(static_cast<std::uint64_t>(people)) + " people") +
           (work.wait_minutes ? ", a case waits " + tenths(*work.wait_minutes) + " minutes on average"
                              : ", and the queue never empties");
}

std::string in_words(const domain::Burden& burden, const domain::Workload& work, int people) {
    const std::string matters = burden.matters == 0 ? std::string()
                                                    : " (" + shown_number(burden.matters) + " of several orders, " +
                                                          shown_number(burden.joined) + " together)";
    return shown_number(burden.stopped) + " wait, " + counted(burden.cases, "case") + matters + " and " +
           counted(burden.work_items, "work item") + "; " + time_of(work, people);
}

Value value_of(const domain::ShortVerdict& verdict) {
    Value rules = Value::array();
    for (std::size_t index = 0; index < verdict.rules.size(); ++index) {
        rules.append(
            Value::object({{"rule", Value(verdict.rules[index])}, {"reason", Value(verdict.reasons[index].bytes())}}));
    }
    Value made = Value::object({{"tier", Value(domain::name_of(verdict.tier))},
                                {"tier_by_amount", Value(domain::name_of(verdict.by_amount))},
                                {"stops", Value(verdict.stops)},
                                {"case", Value(verdict.is_case)},
                                {"unknown", Value(verdict.unknown)},
                                {"rules", std::move(rules)}});
    made.set_text("matter", verdict.matter.bytes());
    Value limits = Value::array();
    for (const std::string& limit : verdict.limits) {
        limits.append(Value(limit));
    }
    made.set("limits_exceeded", std::move(limits));
    return made;
}

std::string in_words(const domain::ShortVerdict& verdict) {
    std::string text(domain::name_of(verdict.tier));
    text += !verdict.stops ? ", does not wait" : verdict.is_case ? ", a case" : ", part of a work item";
    text += " (";
    text += "by amount " + std::string(domain::name_of(verdict.by_amount));
    for (std::size_t index = 0; index < verdict.rules.size(); ++index) {
        text += "; " + shown(verdict.rules[index]) + ": " + shown(verdict.reasons[index].bytes());
    }
    for (const std::string& limit : verdict.limits) {
        text += "; exceeded: " + shown(limit);
    }
    for (const domain::UntrustedText& record : verdict.missing) {
        text += "; not on file: " + shown(record.bytes());
    }
    return text + ")";
}

void give_parts(Terminal& terminal, const domain::WhatIf& made) {
    for (std::size_t from = 0; from < domain::tier_count; ++from) {
        for (std::size_t to = 0; to < domain::tier_count; ++to) {
            if (from != to && made.moves[from][to].orders > 0) {
                Value value = value_of(made.moves[from][to]);
                value.set("what", "move");
                value.set("from", domain::name_of(static_cast<domain::Tier>(from)));
                value.set("to", domain::name_of(static_cast<domain::Tier>(to)));
                terminal.give(value);
            }
        }
    }
    for (const domain::RuleCount& rule : made.rules) {
        terminal.give(Value::object({{"what", Value("rule")},
                                     {"rule", Value(rule.rule)},
                                     {"before", whole(rule.before)},
                                     {"after", whole(rule.after)}}));
    }
    for (const domain::AgentShift& agent : made.agents) {
        terminal.give(Value::object({{"what", Value("agent")},
                                     {"agent_id", Value(agent.agent.bytes())},
                                     {"orders", whole(agent.orders)},
                                     {"newly_stopped", value_of(agent.newly_stopped)},
                                     {"newly_free", value_of(agent.newly_free)},
                                     {"otherwise", whole(agent.otherwise)}}));
    }
    for (const domain::ChangedOrder& order : made.changed) {
        terminal.give(Value::object({{"what", Value("changed_order")},
                                     {"source", Value(order.key.source.bytes())},
                                     {"transaction_id", Value(order.key.id.bytes())},
                                     {"version", Value(order.version)},
                                     {"time", Value(base::to_rfc3339(order.at))},
                                     {"agent_id", Value(order.agent.bytes())},
                                     {"supplier_id", Value(order.supplier.bytes())},
                                     {"gross", ctl::value_of(order.gross)},
                                     {"before", value_of(order.before)},
                                     {"after", value_of(order.after)}}));
    }
}

void say_lacks(Terminal& terminal, const domain::WhatIf& made) {
    constexpr const char* words[] = {"the agent is not on file",
                                     "the mandate is not on file, or none ever was",
                                     "the contract is not on file, or none ever was",
                                     "the record does not reach back as far as the rule sums up",
                                     "the record had just begun: who and what is known, nobody can say",
                                     "no decision of a person is on record"};
    terminal.say("Not replayable: " + in_words(made.not_replayable) + "; nothing is said about these:");
    for (std::size_t lack = 0; lack < domain::lack_count; ++lack) {
        if (made.lacks[lack] > 0) {
            terminal.say("  " + counted(made.lacks[lack], "order") + ": " + words[lack]);
        }
    }
}

void say_parts(Terminal& terminal, const domain::WhatIf& made) {
    for (std::size_t from = 0; from < domain::tier_count; ++from) {
        for (std::size_t to = 0; to < domain::tier_count; ++to) {
            if (from != to && made.moves[from][to].orders > 0) {
                terminal.say("  " + std::string(domain::name_of(static_cast<domain::Tier>(from))) + " -> " +
                             std::string(domain::name_of(static_cast<domain::Tier>(to))) + ": " +
                             in_words(made.moves[from][to]));
            }
        }
    }
    for (const domain::RuleCount& rule : made.rules) {
        terminal.say("  rule " + shown(rule.rule) + ": stopped " + shown_number(rule.before) + " before, " +
                     shown_number(rule.after) + " after");
    }
    const std::size_t agents = std::min(made.agents.size(), most_agents);
    for (std::size_t index = 0; index < agents; ++index) {
        const domain::AgentShift& agent = made.agents[index];
        terminal.say("  agent " + shown(agent.agent.bytes()) + ": " + shown_number(agent.newly_stopped.orders) +
                     " newly wait, " + shown_number(agent.newly_free.orders) + " no longer, " +
                     shown_number(agent.otherwise) + " otherwise");
    }
    if (made.agents.size() > agents) {
        terminal.say("  and " + counted(made.agents.size() - agents, "more agent"));
    }
    for (const domain::ChangedOrder& order : made.changed) {
        terminal.say("  " + shown(order.key.id.bytes()) + " version " + std::to_string(order.version) + ", " +
                     shown(order.agent.bytes()) + ", " + shown(order.gross));
        terminal.say("      before: " + in_words(order.before));
        terminal.say("      after:  " + in_words(order.after));
    }
    if (made.changed_left_out > 0) {
        terminal.say("  and " + counted(made.changed_left_out, "more order"));
    }
}

} // namespace

void give_what_if(Terminal& terminal, const domain::WhatIf& made, const domain::Effort& effort) {
    Value lacks = Value::object();
    for (std::size_t lack = 0; lack < domain::lack_count; ++lack) {
        lacks.set(std::string(policy::name_of(static_cast<domain::Lack>(lack))), whole(made.lacks[lack]));
    }
    Value value = Value::object({{"what", Value("what_if")},
                                 {"before", Value(made.before)},
                                 {"after", Value(made.after)},
                                 {"orders", whole(made.orders)},
                                 {"unchanged", whole(made.unchanged)},
                                 {"other_reasons", whole(made.reasons)},
                                 {"newly_stopped", value_of(made.newly_stopped)},
                                 {"newly_free", value_of(made.newly_free)},
                                 {"otherwise", value_of(made.otherwise)},
                                 {"newly_case", value_of(made.newly_case)},
                                 {"no_case_any_more", value_of(made.no_case_any_more)},
                                 {"not_replayable", value_of(made.not_replayable)},
                                 {"lacks", std::move(lacks)},
                                 {"working_days", whole(made.working_days)},
                                 {"unreadable", whole(made.unreadable)},
                                 {"people", Value(effort.people)},
                                 {"burden_before", value_of(made.burden_before, made.work_before)},
                                 {"burden_after", value_of(made.burden_after, made.work_after)},
                                 {"changed_left_out", whole(made.changed_left_out)}});
    if (made.first) {
        value.set("first", base::to_rfc3339(*made.first));
        value.set("last", base::to_rfc3339(*made.last));
    }
    terminal.give(value);
    if (terminal.json()) {
        give_parts(terminal, made);
    }
}

void say_what_if(Terminal& terminal, const domain::WhatIf& made, const domain::Effort& effort) {
    terminal.say("Policy " + shown(made.after) + " instead of " + shown(made.before) + ", over " +
                 counted(made.orders, "order") + " on record: " + shown_number(made.unchanged) + " as before (" +
                 shown_number(made.reasons) + " of them for other reasons)");
    terminal.say("Newly waiting: " + in_words(made.newly_stopped));
    terminal.say("No longer waiting: " + in_words(made.newly_free));
    terminal.say("Another tier, or looked at in another way: " + in_words(made.otherwise));
    terminal.say("Newly looked at one by one: " + in_words(made.newly_case));
    terminal.say("No longer looked at one by one: " + in_words(made.no_case_any_more));
    if (made.not_replayable.orders > 0) {
        say_lacks(terminal, made);
    }
    terminal.say("Before: " + in_words(made.burden_before, made.work_before, effort.people));
    terminal.say("After:  " + in_words(made.burden_after, made.work_after, effort.people));
    std::string minutes;
    for (std::size_t tier = 1; tier < domain::tier_count; ++tier) {
        minutes +=
            std::string(domain::name_of(static_cast<domain::Tier>(tier))) + " " + tenths(effort.minutes[tier]) + ", ";
    }
    terminal.say("  Assumed minutes for one case: " + minutes + "a work item " + tenths(effort.work_item_minutes) +
                 " (--minutes, --people). The wait is Erlang C with the correction of Allen and Cunneen, arrivals "
                 "spread over the working time.");
    say_parts(terminal, made);
    if (made.unreadable > 0) {
        terminal.remark(counted(made.unreadable, "event") + " could not be read again and was left out");
    }
}

} // namespace ctl
