// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/cover.h"
#include "app/policy/members.h"
#include "app/policy/rule_book.h"

#include <algorithm>

namespace policy {

namespace {

using cel::Kind;
using cel::Value;
using domain::RuleVerdict;
using domain::Tier;
using domain::TraceStep;

constexpr std::size_t most_text = 500;

/// Slots that every judgement reads, found once.
struct Slots {
    cel::Slot amount = slot_of("amount");
    cel::Slot commitment = slot_of("commitment");
    cel::Slot together = slot_of("together.total");
    cel::Slot lines = slot_of("lines");
    // What people are shown beside the rules, whatever these read.
    cel::Slot pieces = slot_of("together.count");
    cel::Slot batch = slot_of("together.batch");
    cel::Slot looked = slot_of("human.looked");
    cel::Slot gross = slot_of("gross");
    cel::Slot group = slot_of("agent.group");
    cel::Slot on_probation = slot_of("agent.on_probation");
    cel::Slot run = slot_of("together.run");
};

const Slots& slots() {
    static const Slots known;
    return known;
}

/// The amount in the currency, at the policy's rates.
std::optional<domain::Money> in_currency(const Value& value, domain::Currency currency, const cel::RateTable& rates) {
    if (!value.is(Kind::money)) {
        return std::nullopt;
    }
    const domain::Money amount = value.money();
    if (amount.currency == currency) {
        return amount;
    }
    const cel::Rate* rate = rates.find(amount.currency, currency);
    const auto converted = rate == nullptr ? base::Result<domain::Money>(base::Fault{}) : cel::convert(amount, *rate);
    return converted ? std::optional(*converted) : std::nullopt;
}

/// -1, 0 or 1; nothing for two currencies that no rate joins.
std::optional<int> compare(const domain::Money& left, const domain::Money& right, const cel::RateTable& rates) {
    if (left.currency == right.currency) {
        return left.minor < right.minor ? -1 : left.minor > right.minor ? 1 : 0;
    }
    const cel::Rate* rate = rates.find(left.currency, right.currency);
    return rate == nullptr ? std::nullopt : cel::compare_at(left, right, *rate);
}

std::vector<TraceStep> steps_of(const cel::Trace& trace, const cel::Program& program) {
    std::vector<TraceStep> all;
    for (const cel::Step& step : trace.steps(program)) {
        if (step.literal) {
            continue;
        }
        const bool skipped = step.outcome == cel::Step::Outcome::skipped;
        TraceStep one;
        one.text = program.source().substr(step.place.begin, step.place.end - step.place.begin);
        one.depth = step.depth;
        one.outcome = skipped                                     ? TraceStep::Outcome::skipped
                      : step.outcome == cel::Step::Outcome::error ? TraceStep::Outcome::error
                                                                  : TraceStep::Outcome::value;
        one.value = domain::UntrustedText(skipped ? std::string() : cel::to_text(step.value, most_text));
        one.rate = step.rate;
        all.push_back(std::move(one));
    }
    return all;
}

void raise(Tier& tier, Tier at_least) {
    tier = std::max(tier, at_least);
}

int order_of(RuleVerdict::Outcome outcome) {
    switch (outcome) {
    case RuleVerdict::Outcome::fired: return 0;
    case RuleVerdict::Outcome::failed: return 1;
    case RuleVerdict::Outcome::quiet: return 2;
    }
    return 3;
}

/// Master records that the order needs and nobody has put on file.
void find_missing(const Case& one, domain::Verdict& verdict) {
    const domain::Subject& order = one.version.subject;
    const auto missing = [&](const char* what, const std::string& id) {
        verdict.missing.emplace_back(std::string(what) + " " + id);
    };
    if (one.facts.agent == nullptr) {
        missing("agent", order.agent.bytes());
    }
    if (order.mandate && one.facts.mandate == nullptr) {
        missing("mandate", order.mandate->bytes());
    }
    if (order.contract && one.facts.contract == nullptr) {
        missing("contract", order.contract->bytes());
    }
    for (std::size_t index = 0; index < std::min(order.lines.size(), one.facts.lines.size()); ++index) {
        const auto& own = order.lines[index].contract;
        const auto* what = own && one.facts.lines[index].contract == nullptr ? &own->bytes() : nullptr;
        const domain::UntrustedText record(what == nullptr ? std::string() : "contract " + *what);
        if (what != nullptr &&
            std::find(verdict.missing.begin(), verdict.missing.end(), record) == verdict.missing.end()) {
            missing("contract", *what);
        }
    }
}

} // namespace

RuleVerdict RuleBook::judge_rule(std::size_t index, cel::Row row, Detail detail) {
    const Rule& rule = document_.rules[index];
    const Compiled& compiled = rules_[index];
    const bool full = detail == Detail::full;
    const Value value = full ? evaluator_.evaluate(compiled.program, row, trace_, &document_.rates)
                             : evaluator_.evaluate(compiled.program, row, &document_.rates);
    RuleVerdict verdict;
    verdict.outcome = value.is_true()    ? RuleVerdict::Outcome::fired
                      : value.is_false() ? RuleVerdict::Outcome::quiet
                                         : RuleVerdict::Outcome::failed;
    if (!full && verdict.outcome == RuleVerdict::Outcome::quiet) {
        return verdict;
    }
    verdict.rule = rule.id;
    verdict.title = rule.title;
    verdict.severity = rule.severity;
    verdict.tier = rule.tier;
    if (value.is_error()) {
        verdict.error =
            std::string(cel::name_of(value.error())) + " at " + cel::line_and_column(rule.when, value.place().begin);
    }
    std::string reason;
    for (std::size_t part = 0; part < compiled.reason.words.size(); ++part) {
        reason += compiled.reason.words[part];
        if (part < compiled.reason.slots.size()) {
            const Value& seen = row[compiled.reason.slots[part]];
            reason += seen.is(Kind::string) ? std::string(seen.text().substr(0, most_text)) : cel::to_text(seen);
        }
    }
    verdict.reason = domain::UntrustedText(std::move(reason));
    if (compiled.gather) {
        const Value& by = row[*compiled.gather];
        const bool named = by.is(Kind::string) && by.size() > 0;
        verdict.cause = domain::UntrustedText(named ? std::string(by.text().substr(0, most_text)) : "(none)");
    }
    if (full) {
        verdict.steps = steps_of(trace_, compiled.program);
    }
    return verdict;
}

std::optional<bool> RuleBook::value_of(std::size_t rule, cel::Row row) {
    const Value value = evaluator_.evaluate(rules_[rule].program, row, &document_.rates);
    return value.is_true() || value.is_false() ? std::optional(value.is_true()) : std::nullopt;
}

Tier RuleBook::tier_of(const std::optional<domain::Money>& amount, bool& unknown) const {
    Tier reached = Tier::automatic;
    for (const TierFrom& tier : document_.tiers) {
        const auto order = amount ? compare(*amount, tier.from, document_.rates) : std::nullopt;
        unknown = unknown || !order;
        if (order && *order >= 0) {
            raise(reached, tier.tier);
        }
    }
    return reached;
}

void RuleBook::judge_amount(cel::Row row, domain::Verdict& verdict) const {
    const Value& amount = row[slots().amount];
    if (amount.is(Kind::money)) {
        verdict.amount = amount.money();
    }
    verdict.tier = verdict.tier_by_amount = tier_of(verdict.amount, verdict.unknown);
    verdict.case_tier = verdict.tier;
    if (row[slots().batch].is_true()) {
        judge_run(row, verdict);
    }
}

void RuleBook::judge_run(cel::Row row, domain::Verdict& verdict) const {
    Tier own = Tier::automatic;
    for (const cel::Slot slot : {slots().gross, slots().commitment}) {
        const Value& amount = row[slot];
        raise(own, tier_of(amount.is(Kind::money) ? std::optional(amount.money()) : std::nullopt, verdict.unknown));
    }
    if (own < verdict.tier) {
        verdict.case_tier = own;
        const Value& run = row[slots().run];
        verdict.run =
            domain::UntrustedText(run.is(Kind::string) ? std::string(run.text().substr(0, most_text)) : "(none)");
    }
}

void RuleBook::find_limit_slots() {
    for (const Limit& limit : document_.limits) {
        const std::string per(name_of(limit.per));
        limits_.push_back({slot_of(limit.per == Per::category ? per : per + ".id"),
                           slot_of("spend." + per + "." + std::string(name_of(limit.period)))});
    }
}

void RuleBook::judge_limits(cel::Row row, domain::Verdict& verdict) const {
    for (std::size_t index = 0; index < document_.limits.size(); ++index) {
        const Limit& limit = document_.limits[index];
        const Value& key = row[limits_[index].key];
        if (!limit.key.empty() && (!key.is(Kind::string) || key.text() != limit.key)) {
            continue;
        }
        domain::LimitUse use{limit.id, limit.title, limit.most, {}, {}, false};
        use.before = in_currency(row[limits_[index].spend], limit.most.currency, document_.rates);
        auto gross = in_currency(row[slots().gross], limit.most.currency, document_.rates);
        if (gross && gross->minor < 0) {
            gross->minor = 0; // money that comes back makes no room
        }
        const auto after =
            use.before && gross ? domain::add(*use.before, *gross) : base::Result<domain::Money>(base::Fault{});
        if (after) {
            use.after = *after;
            use.exceeded = after->minor > limit.most.minor;
        }
        if (use.exceeded) {
            raise(verdict.tier, limit.tier);
            raise(verdict.case_tier, limit.tier);
        }
        verdict.unknown = verdict.unknown || !after;
        verdict.limits.push_back(std::move(use));
    }
}

void RuleBook::judge_rules(cel::Row row, Detail detail, domain::Verdict& verdict, const RuleBook* other) {
    quiet_.resize(rules_.size());
    for (std::size_t index = 0; index < rules_.size(); ++index) {
        quiet_[index] = was_quiet(index, other);
        if (quiet_[index] && detail == Detail::decision) {
            continue;
        }
        RuleVerdict rule = judge_rule(index, row, detail);
        const bool quiet = rule.outcome == RuleVerdict::Outcome::quiet;
        quiet_[index] = quiet;
        verdict.unknown = verdict.unknown || rule.outcome == RuleVerdict::Outcome::failed;
        if (!quiet && rule.tier) {
            raise(verdict.tier, *rule.tier);
            raise(verdict.case_tier, rule.cause.empty() ? *rule.tier : Tier::automatic);
        }
        if (detail == Detail::full || !quiet) {
            verdict.rules.push_back(std::move(rule));
        }
    }
    std::stable_sort(verdict.rules.begin(), verdict.rules.end(), [](const RuleVerdict& left, const RuleVerdict& right) {
        return order_of(left.outcome) < order_of(right.outcome);
    });
}

domain::Verdict RuleBook::judge_row(cel::Row row, Detail detail) {
    return judge_row(row, detail, nullptr);
}

domain::Verdict RuleBook::judge_row(cel::Row row, Detail detail, const RuleBook* other) {
    domain::Verdict verdict;
    verdict.policy_version = document_.version;
    judge_amount(row, verdict);
    judge_limits(row, verdict);
    judge_rules(row, detail, verdict, other);
    if (!row[slots().on_probation].is_false()) {
        raise(verdict.tier, document_.probation);
        raise(verdict.case_tier, document_.probation);
    }
    if (verdict.unknown) {
        raise(verdict.tier, document_.unknown);
        raise(verdict.case_tier, document_.unknown);
    }
    const Value& group = row[slots().group];
    const auto mode = document_.modes.find(group.is(Kind::string) ? std::string(group.text()) : std::string());
    verdict.mode = mode == document_.modes.end() ? document_.modes.at("*") : mode->second;
    promise_answer(verdict);
    return verdict;
}

void RuleBook::promise_answer(domain::Verdict& verdict) const {
    const auto answer = document_.answer_within.find(verdict.tier);
    verdict.answer_within = answer == document_.answer_within.end() ? std::nullopt : std::optional(answer->second);
}

void RuleBook::find_wanted() {
    wanted_.assign(vocabulary().size(), false);
    for (const cel::Slot slot : {slots().amount, slots().gross, slots().commitment, slots().together, slots().group,
                                 slots().on_probation, slots().pieces, slots().batch, slots().looked, slots().run}) {
        wanted_[slot] = true;
    }
    for (const LimitSlots& limit : limits_) {
        wanted_[limit.key] = wanted_[limit.spend] = true;
    }
    for (const Compiled& rule : rules_) {
        for (const cel::Slot slot : rule.program.slots()) {
            wanted_[slot] = true;
        }
        for (const cel::Slot slot : rule.reason.slots) {
            wanted_[slot] = true;
        }
        if (rule.gather) {
            wanted_[*rule.gather] = true;
        }
    }
    reads_cover_ = wanted_[slots().lines];
}

/// One work item per missing record, and no case of its own.
void RuleBook::count_missing(domain::Verdict& verdict) const {
    if (!verdict.missing.empty()) {
        verdict.unknown = true;
        raise(verdict.tier, document_.unknown);
        promise_answer(verdict);
    }
}

domain::Verdict RuleBook::judge(const Case& one, Detail detail) {
    const bool full = detail == Detail::full;
    cel::Arena arena;
    std::vector<domain::LineCover> cover;
    if (full || reads_cover_) {
        cover = cover_lines(one, document_);
    }
    domain::Verdict verdict = judge(one, row_of(one, document_, cover, arena, wanted_), detail);
    if (full) {
        verdict.cover = std::move(cover);
    }
    return verdict;
}

domain::Verdict RuleBook::judge(const Case& one, cel::Row row, Detail detail, const RuleBook* other) {
    domain::Verdict verdict = judge_row(row, detail, other);
    find_missing(one, verdict);
    count_missing(verdict);
    return verdict;
}

Judged RuleBook::judge_and_show(const Case& one) {
    Judged judged;
    std::vector<domain::LineCover> cover = cover_lines(one, document_);
    judged.row = row_of(one, document_, cover, judged.arena, wanted_);
    judged.verdict = judge_row(judged.row, Detail::decision);
    find_missing(one, judged.verdict);
    count_missing(judged.verdict);
    judged.verdict.cover = std::move(cover);
    return judged;
}

domain::Verdict RuleBook::judge_again(const Recalled& recalled) {
    domain::Verdict verdict = judge_row(recalled.row, Detail::full);
    verdict.missing = recalled.missing;
    count_missing(verdict);
    verdict.cover = recalled.cover;
    return verdict;
}

} // namespace policy
