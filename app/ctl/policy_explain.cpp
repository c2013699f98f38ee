// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/policy_job.h"
#include "app/ctl/recorded_orders.h"
#include "app/domain/names.h"

namespace ctl {

namespace {

using domain::RuleVerdict;
using domain::TraceStep;

const char* name_of(RuleVerdict::Outcome outcome) {
    switch (outcome) {
    case RuleVerdict::Outcome::fired: return "fired";
    case RuleVerdict::Outcome::quiet: return "quiet";
    case RuleVerdict::Outcome::failed: return "failed";
    }
    return "";
}

std::string in_words(const TraceStep& step) {
    const std::string value = step.outcome == TraceStep::Outcome::skipped ? "skipped" : shown(step.value.bytes());
    return std::string(static_cast<std::size_t>(step.depth) * 2 + 6, ' ') + shown(step.text) + "  =  " + value +
           (step.rate.empty() ? "" : "  (" + shown(step.rate) + ")");
}

void say_limits(Terminal& terminal, const domain::Verdict& verdict) {
    for (const domain::LimitUse& use : verdict.limits) {
        terminal.say("  limit " + shown(use.limit) + "  " + shown(use.title) + ": " +
                     (use.before ? shown(*use.before) : "not known") + " before, " +
                     (use.after ? shown(*use.after) : "not known") + " with this order, of " + shown(use.most) +
                     (use.exceeded ? ": exceeded" : ""));
    }
}

void say_verdict(Terminal& terminal, const domain::TransactionVersion& version, const domain::Verdict& verdict) {
    terminal.say(shown(version.key.id.bytes()) + " version " + std::to_string(version.version) + " of " +
                 shown(version.key.source.bytes()) + ": " + std::string(domain::name_of(verdict.tier)) +
                 (verdict.unknown ? ", because something is not known" : "") + ", by policy " +
                 shown(verdict.policy_version));
    terminal.say("  by amount " + (verdict.amount ? shown(*verdict.amount) : std::string("that is not known")) + ": " +
                 std::string(domain::name_of(verdict.tier_by_amount)));
    for (const domain::UntrustedText& record : verdict.missing) {
        terminal.say("  not on file: " + shown(record.bytes()));
    }
    say_limits(terminal, verdict);
    for (const RuleVerdict& rule : verdict.rules) {
        const bool quiet = rule.outcome == RuleVerdict::Outcome::quiet;
        terminal.say("  " + std::string(name_of(rule.outcome)) + " " + shown(rule.rule) + "  " +
                     shown(quiet ? rule.title : rule.reason.bytes()) +
                     (rule.error.empty() ? "" : "  (" + shown(rule.error) + ")"));
        for (const TraceStep& step : rule.steps) {
            terminal.say(in_words(step));
        }
    }
}

json::Value value_of(const RuleVerdict& rule) {
    json::Value value = json::Value::object({{"rule", json::Value(rule.rule)},
                                             {"outcome", json::Value(name_of(rule.outcome))},
                                             {"reason", json::Value(rule.reason.bytes())}});
    value.set_text("error", rule.error);
    if (rule.tier) {
        value.set("tier", domain::name_of(*rule.tier));
    }
    json::Value steps = json::Value::array();
    for (const TraceStep& step : rule.steps) {
        json::Value one = json::Value::object({{"text", json::Value(step.text)}, {"depth", json::Value(step.depth)}});
        one.set("outcome", step.outcome == TraceStep::Outcome::skipped ? "skipped"
                           : step.outcome == TraceStep::Outcome::error ? "error"
                                                                       : "value");
        one.set_text("value", step.value.bytes());
        one.set_text("rate", step.rate);
        steps.append(std::move(one));
    }
    value.set("steps", std::move(steps));
    return value;
}

void give_verdict(Terminal& terminal, const domain::TransactionVersion& version, const domain::Verdict& verdict) {
    json::Value value = json::Value::object({{"what", json::Value("verdict")},
                                             {"source", json::Value(version.key.source.bytes())},
                                             {"transaction_id", json::Value(version.key.id.bytes())},
                                             {"version", json::Value(version.version)},
                                             {"policy_version", json::Value(verdict.policy_version)},
                                             {"tier", json::Value(domain::name_of(verdict.tier))},
                                             {"tier_by_amount", json::Value(domain::name_of(verdict.tier_by_amount))},
                                             {"unknown", json::Value(verdict.unknown)}});
    if (verdict.amount) {
        value.set("amount", ctl::value_of(*verdict.amount));
    }
    json::Value rules = json::Value::array();
    for (const RuleVerdict& rule : verdict.rules) {
        rules.append(value_of(rule));
    }
    value.set("rules", std::move(rules));
    json::Value missing = json::Value::array();
    for (const domain::UntrustedText& record : verdict.missing) {
        missing.append(json::Value(record.bytes()));
    }
    value.set("missing", std::move(missing));
    terminal.give(value);
}

} // namespace

Outcome explain_by_policy(Context& context) {
    auto book = read_policy(context);
    if (!book) {
        return std::move(book).fault();
    }
    const domain::TransactionId wanted(context.arguments.operands()[1]);
    std::uint64_t found = 0;
    const auto walked = walk_orders(
        context, [&](const domain::TransactionVersion& version, const facts::FactBook& facts, base::Instant at) {
            if (version.key.id != wanted) {
                return;
            }
            ++found;
            const facts::Facts known = facts.look(version, at);
            const domain::Verdict verdict = book->judge({version, known, at}, policy::Detail::full);
            give_verdict(context.terminal, version, verdict);
            say_verdict(context.terminal, version, verdict);
        });
    if (!walked) {
        return walked.fault();
    }
    if (found == 0) {
        return base::Fault{base::FaultCode::not_found, "there is no order " + wanted.bytes() + " on record", {}};
    }
    return ExitCode::done;
}

} // namespace ctl
