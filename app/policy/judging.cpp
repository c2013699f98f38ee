// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/cover.h"
#include "app/policy/members.h"
#include "app/policy/rule_book.h"
#include "app/policy/verdict_parts.h"

#include <algorithm>

namespace policy {

namespace {

using cel::Kind;
using cel::Value;
using domain::RuleVerdict;
using domain::Tier;

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
    cel::Slot name = slot_of("together.name");
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

void RuleBook::Joint::join(const Value& value) {
    if (!value.is(Kind::string) || value.size() == 0) {
        several = true; // nobody knows with whom
        return;
    }
    const std::string_view said = value.text().substr(0, most_text);
    several = several || (!name.empty() && name != said);
    name = said;
}

void RuleBook::judge_amount(cel::Row row, domain::Verdict& verdict, Joint& joint) const {
    const Value& amount = row[slots().amount];
    if (amount.is(Kind::money)) {
        verdict.amount = amount.money();
    }
    verdict.tier = verdict.tier_by_amount = tier_of(verdict.amount, verdict.unknown);
    verdict.case_tier = verdict.tier;
    const bool run = row[slots().batch].is_true();
    const bool pieces = !run && row[slots().name].is(Kind::string) && verdict.tier != Tier::automatic;
    const Tier own = run || pieces ? own_size(row, verdict) : verdict.tier;
    if (run) {
        judge_run(row, own, verdict);
        raise(joint.own, verdict.case_tier);
    } else {
        raise(joint.own, own);
        if (own < verdict.tier) {
            joint.join(row[slots().name]);
        }
    }
}

Tier RuleBook::own_size(cel::Row row, domain::Verdict& verdict) const {
    Tier own = Tier::automatic;
    for (const cel::Slot slot : {slots().gross, slots().commitment}) {
        const Value& amount = row[slot];
        raise(own, tier_of(amount.is(Kind::money) ? std::optional(amount.money()) : std::nullopt, verdict.unknown));
    }
    return own;
}

void RuleBook::judge_run(cel::Row row, Tier own, domain::Verdict& verdict) const {
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

void RuleBook::judge_limits(cel::Row row, domain::Verdict& verdict, Joint& joint) const {
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
            raise(joint.own, limit.tier);
        }
        verdict.unknown = verdict.unknown || !after;
        verdict.limits.push_back(std::move(use));
    }
}

void RuleBook::take_rule(std::size_t index, cel::Row row, const RuleVerdict& rule, domain::Verdict& verdict,
                         Joint& joint) const {
    const bool failed = rule.outcome == RuleVerdict::Outcome::failed;
    verdict.unknown = verdict.unknown || failed;
    if (!rule.tier) {
        return;
    }
    raise(verdict.tier, *rule.tier);
    if (!rule.cause.empty()) {
        return;
    }
    raise(verdict.case_tier, *rule.tier);
    if (rules_[index].join && !failed) {
        joint.join(row[*rules_[index].join]);
    } else {
        raise(joint.own, *rule.tier);
    }
}

void RuleBook::judge_rules(cel::Row row, Detail detail, domain::Verdict& verdict, Joint& joint, const RuleBook* other) {
    quiet_.resize(rules_.size());
    for (std::size_t index = 0; index < rules_.size(); ++index) {
        quiet_[index] = was_quiet(index, other);
        if (quiet_[index] && detail == Detail::decision) {
            continue;
        }
        RuleVerdict rule = judge_rule(index, row, detail);
        const bool quiet = rule.outcome == RuleVerdict::Outcome::quiet;
        quiet_[index] = quiet;
        if (!quiet) {
            take_rule(index, row, rule, verdict, joint);
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
    Joint joint;
    judge_amount(row, verdict, joint);
    judge_limits(row, verdict, joint);
    judge_rules(row, detail, verdict, joint, other);
    for (const auto& [counts, tier] : {std::pair(!row[slots().on_probation].is_false(), document_.probation),
                                       std::pair(verdict.unknown, document_.unknown)}) {
        if (counts) {
            raise(verdict.tier, tier);
            raise(verdict.case_tier, tier);
            raise(joint.own, tier);
        }
    }
    if (joint.own == Tier::automatic && verdict.case_tier != Tier::automatic && !joint.several) {
        verdict.matter = domain::UntrustedText(std::move(joint.name));
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
    for (const cel::Slot slot :
         {slots().amount, slots().gross, slots().commitment, slots().together, slots().group, slots().on_probation,
          slots().pieces, slots().batch, slots().looked, slots().run, slots().name}) {
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
        for (const auto& text : {rule.gather, rule.join}) {
            if (text) {
                wanted_[*text] = true;
            }
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
