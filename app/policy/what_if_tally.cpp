// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/what_if_tally.h"

#include <algorithm>

namespace policy {

namespace {

using domain::Verdict;

std::size_t slot(domain::Tier tier) {
    return static_cast<std::size_t>(tier);
}

domain::ShortVerdict shortened(const Verdict& verdict) {
    domain::ShortVerdict made;
    made.tier = verdict.tier;
    made.by_amount = verdict.tier_by_amount;
    made.stops = verdict.stops();
    made.is_case = verdict.is_case();
    made.matter = verdict.is_case() ? verdict.matter : domain::UntrustedText();
    made.unknown = verdict.unknown;
    made.missing = verdict.missing;
    for (const domain::RuleVerdict& rule : verdict.rules) {
        if (rule.outcome != domain::RuleVerdict::Outcome::quiet) {
            made.rules.push_back(rule.rule);
            made.reasons.push_back(rule.reason);
        }
    }
    for (const domain::LimitUse& limit : verdict.limits) {
        if (limit.exceeded) {
            made.limits.push_back(limit.title);
        }
    }
    return made;
}

bool same_reasons(const Verdict& before, const Verdict& after) {
    const auto alike = [](const domain::RuleVerdict& left, const domain::RuleVerdict& right) {
        return left.rule == right.rule && left.outcome == right.outcome;
    };
    return before.tier_by_amount == after.tier_by_amount && before.missing == after.missing &&
           std::equal(before.rules.begin(), before.rules.end(), after.rules.begin(), after.rules.end(), alike);
}

void widen(domain::WhatIf& sums, base::Instant at) {
    sums.first = sums.first ? std::min(*sums.first, at) : at;
    sums.last = sums.last ? std::max(*sums.last, at) : at;
}

} // namespace

void Tally::Load::count(const Verdict& verdict, const domain::Subject& order) {
    if (verdict.is_case() && !verdict.matter.empty()) {
        ++burden.joined;
        domain::Tier& tier = matters[{order.agent.bytes(), order.supplier.id.bytes(), verdict.matter.bytes()}];
        tier = std::max(tier, verdict.case_tier);
    } else if (verdict.is_case()) {
        ++burden.cases;
        ++burden.cases_by_tier[slot(verdict.case_tier)];
    }
    if (!verdict.stops()) {
        return;
    }
    ++burden.stopped;
    burden.waiting.add(order.gross);
    for (const domain::RuleVerdict& rule : verdict.rules) {
        ++rules[rule.rule];
        if (!rule.cause.empty()) {
            causes.insert(rule.rule + " " + rule.cause.bytes());
        }
    }
    if (!verdict.run.empty()) {
        causes.insert("run " + verdict.run.bytes());
    }
    for (const domain::UntrustedText& record : verdict.missing) {
        causes.insert("missing " + record.bytes());
    }
}

void Tally::Load::join(Load& other) {
    burden.stopped += other.burden.stopped;
    burden.waiting.add(other.burden.waiting);
    burden.cases += other.burden.cases;
    burden.joined += other.burden.joined;
    for (std::size_t tier = 0; tier < domain::tier_count; ++tier) {
        burden.cases_by_tier[tier] += other.burden.cases_by_tier[tier];
    }
    causes.merge(other.causes);
    for (const auto& [matter, theirs] : other.matters) {
        domain::Tier& tier = matters[matter];
        tier = std::max(tier, theirs);
    }
    for (const auto& [rule, count] : other.rules) {
        rules[rule] += count;
    }
}

domain::Burden Tally::Load::told() const {
    domain::Burden all = burden;
    all.work_items = causes.size();
    all.matters = matters.size();
    all.cases += matters.size();
    for (const auto& [matter, tier] : matters) {
        ++all.cases_by_tier[slot(tier)];
    }
    return all;
}

void Tally::count(const domain::TransactionVersion& version, base::Instant at, std::uint64_t number,
                  const Verdict& before, const Verdict& after, std::optional<domain::Lack> lack) {
    const domain::Money& gross = version.subject.gross;
    ++sums_.orders;
    widen(sums_, at);
    days_[std::chrono::floor<std::chrono::days>(at).time_since_epoch().count()].add(1, at, at);
    before_.count(before, version.subject);
    after_.count(after, version.subject);
    if (after.stops()) {
        list(waiting_, version, at, number, before, after);
    }
    if (lack) {
        sums_.not_replayable.add(gross);
        ++sums_.lacks[static_cast<std::size_t>(*lack)];
        return;
    }
    sums_.moves[slot(before.tier)][slot(after.tier)].add(gross);
    domain::WeekTiers& week = week_of(at);
    week.before[slot(before.tier)].add(gross);
    week.after[slot(after.tier)].add(gross);
    const bool stopped = before.stops();
    const bool stops = after.stops();
    if (before.is_case() != after.is_case()) {
        (after.is_case() ? sums_.newly_case : sums_.no_case_any_more).add(gross);
    }
    if (before.tier == after.tier && stopped == stops && before.is_case() == after.is_case()) {
        ++sums_.unchanged;
        sums_.reasons += same_reasons(before, after) ? 0 : 1;
        return;
    }
    domain::AgentShift& shift = agents_[version.subject.agent];
    ++shift.orders;
    if (stopped == stops) {
        sums_.otherwise.add(gross);
        ++shift.otherwise;
    } else {
        (stops ? sums_.newly_stopped : sums_.newly_free).add(gross);
        (stops ? shift.newly_stopped : shift.newly_free).add(gross);
    }
    list(changed_, version, at, number, before, after);
}

domain::WeekTiers& Tally::week_of(base::Instant at) {
    const std::chrono::sys_days day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::sys_days monday =
        day - std::chrono::days((std::chrono::weekday(day).c_encoding() + 6) % 7); // Sunday is 0
    domain::WeekTiers& week = weeks_[monday.time_since_epoch().count()];
    week.from = base::Instant(monday);
    return week;
}

bool Tally::first(const Listed& left, const Listed& right) {
    return left.weight != right.weight ? left.weight > right.weight : left.number < right.number;
}

void Tally::list(Largest& largest, const domain::TransactionVersion& version, base::Instant at, std::uint64_t number,
                 const Verdict& before, const Verdict& after) const {
    ++largest.offered;
    std::vector<Listed>& heap = largest.heap;
    const std::int64_t minor = version.subject.gross.minor;
    Listed one;
    one.weight = minor < 0 ? 0 - static_cast<std::uint64_t>(minor) : static_cast<std::uint64_t>(minor);
    one.number = number;
    if (listed_ == 0 || (heap.size() >= listed_ && !first(one, heap.front()))) {
        return;
    }
    one.order = {version.key,
                 version.version,
                 at,
                 version.subject.agent,
                 version.subject.supplier.id,
                 version.subject.supplier.name,
                 version.subject.gross,
                 shortened(before),
                 shortened(after)};
    heap.push_back(std::move(one));
    std::push_heap(heap.begin(), heap.end(), first);
    trim(largest);
}

void Tally::trim(Largest& largest) const {
    while (largest.heap.size() > listed_) {
        std::pop_heap(largest.heap.begin(), largest.heap.end(), first);
        largest.heap.pop_back();
    }
}

void Tally::join(Largest& mine, Largest& theirs) const {
    for (Listed& one : theirs.heap) {
        mine.heap.push_back(std::move(one));
        std::push_heap(mine.heap.begin(), mine.heap.end(), first);
    }
    mine.offered += theirs.offered;
    trim(mine);
}

/// How many did not come into the list.
std::uint64_t Tally::tell(Largest& largest, std::vector<domain::ChangedOrder>& into) {
    std::sort(largest.heap.begin(), largest.heap.end(), first);
    for (Listed& one : largest.heap) {
        into.push_back(std::move(one.order));
    }
    return largest.offered - into.size();
}

void Tally::join(Tally&& other) {
    domain::WhatIf& sums = other.sums_;
    sums_.orders += sums.orders;
    sums_.unchanged += sums.unchanged;
    sums_.reasons += sums.reasons;
    if (sums.first) {
        widen(sums_, *sums.first);
        widen(sums_, *sums.last);
    }
    sums_.newly_stopped.add(sums.newly_stopped);
    sums_.newly_free.add(sums.newly_free);
    sums_.otherwise.add(sums.otherwise);
    sums_.newly_case.add(sums.newly_case);
    sums_.no_case_any_more.add(sums.no_case_any_more);
    sums_.not_replayable.add(sums.not_replayable);
    for (std::size_t lack = 0; lack < domain::lack_count; ++lack) {
        sums_.lacks[lack] += sums.lacks[lack];
    }
    for (std::size_t from = 0; from < domain::tier_count; ++from) {
        for (std::size_t to = 0; to < domain::tier_count; ++to) {
            sums_.moves[from][to].add(sums.moves[from][to]);
        }
    }
    for (const auto& [number, theirs] : other.weeks_) {
        domain::WeekTiers& mine = weeks_[number];
        mine.from = theirs.from;
        for (std::size_t tier = 0; tier < domain::tier_count; ++tier) {
            mine.before[tier].add(theirs.before[tier]);
            mine.after[tier].add(theirs.after[tier]);
        }
    }
    for (auto [mine, theirs] : {std::pair(&before_, &other.before_), std::pair(&after_, &other.after_)}) {
        mine->join(*theirs);
    }
    for (auto& [agent, shift] : other.agents_) {
        domain::AgentShift& mine = agents_[agent];
        mine.orders += shift.orders;
        mine.otherwise += shift.otherwise;
        mine.newly_stopped.add(shift.newly_stopped);
        mine.newly_free.add(shift.newly_free);
    }
    join(changed_, other.changed_);
    join(waiting_, other.waiting_);
    for (const auto& [day, theirs] : other.days_) {
        days_[day].add(theirs.orders, theirs.first, theirs.last);
    }
}

void Tally::tell_rules(domain::WhatIf& into) const {
    std::map<std::string, domain::RuleCount> rules;
    for (const auto& [rule, count] : before_.rules) {
        rules[rule].before = count;
    }
    for (const auto& [rule, count] : after_.rules) {
        rules[rule].after = count;
    }
    for (auto& [rule, counts] : rules) {
        counts.rule = rule;
        into.rules.push_back(counts);
    }
    std::stable_sort(into.rules.begin(), into.rules.end(),
                     [](const auto& left, const auto& right) { return left.after > right.after; });
}

void Tally::Day::add(std::uint64_t count, base::Instant from, base::Instant to) {
    orders += count;
    first = std::min(first, from);
    last = std::max(last, to);
}

void Tally::tell_days(domain::WhatIf& into) const {
    for (const auto& [day, orders] : days_) {
        const unsigned weekday = std::chrono::weekday(std::chrono::sys_days(std::chrono::days(day))).c_encoding();
        into.working_days += weekday != 0 && weekday != 6 ? 1 : 0;
    }
    const std::uint64_t rare = into.orders / 100;
    std::uint64_t before = 0;
    for (auto day = days_.begin(); day != days_.end() && !into.busy_from; ++day) {
        before += day->second.orders;
        into.busy_from = before > rare ? std::optional(day->second.first) : std::nullopt;
    }
    std::uint64_t behind = 0;
    for (auto day = days_.rbegin(); day != days_.rend() && !into.busy_to; ++day) {
        behind += day->second.orders;
        into.busy_to = behind > rare ? std::optional(day->second.last) : std::nullopt;
    }
}

void Tally::tell(domain::WhatIf& into) {
    into = std::move(sums_);
    tell_days(into);
    for (const auto& [number, week] : weeks_) {
        into.weeks.push_back(week);
    }
    into.burden_before = before_.told();
    into.burden_after = after_.told();
    for (auto& [agent, shift] : agents_) {
        shift.agent = agent;
        into.agents.push_back(std::move(shift));
    }
    std::sort(into.agents.begin(), into.agents.end(), [](const auto& left, const auto& right) {
        return left.orders != right.orders ? left.orders > right.orders : left.agent < right.agent;
    });
    tell_rules(into);
    into.changed_left_out = tell(changed_, into.changed);
    into.waiting_left_out = tell(waiting_, into.waiting);
}

} // namespace policy
