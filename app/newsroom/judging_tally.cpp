// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/judging_tally.h"

#include "app/policy/thresholds.h"

#include <algorithm>
#include <set>

namespace newsroom {

namespace {

constexpr std::size_t most_items_told = 500;
constexpr std::size_t most_categories_told = 200;
constexpr std::string_view run_cause = ":run"; ///< no id of a rule

void list_names(const policy::RuleBook& policy, ports::Coverage& coverage) {
    const auto& names = policy::vocabulary().names();
    std::set<cel::Slot> read;
    for (std::size_t rule = 0; rule < policy.document().rules.size(); ++rule) {
        read.insert(policy.reads(rule).begin(), policy.reads(rule).end());
    }
    for (cel::Slot slot = 0; slot < names.size(); ++slot) {
        if (!policy.wanted()[slot] && !read.contains(slot)) {
            coverage.unread_names.push_back(names[slot].name);
        }
    }
}

} // namespace

void JudgingTally::settle(const char* what, const std::string& id) {
    items_.erase(Cause({}, std::string(what) + " " + id));
}

void JudgingTally::event(std::uint64_t index, const domain::Event& event) {
    if (const auto* version = std::get_if<domain::TransactionVersion>(&event.payload)) {
        const domain::Subject& order = version->subject;
        unjudged_.emplace(index,
                          Order{order.category, order.gross, order.net, order.total_commitment.value_or(order.gross)});
    } else if (const auto* agent = std::get_if<domain::Agent>(&event.payload)) {
        settle("agent", agent->id.bytes());
    } else if (const auto* mandate = std::get_if<domain::Mandate>(&event.payload)) {
        settle("mandate", mandate->id.bytes());
    } else if (const auto* contract = std::get_if<domain::Contract>(&event.payload)) {
        settle("contract", contract->id.bytes());
    } else if (const auto* taken = std::get_if<domain::SignedDecision>(&event.payload)) {
        decision(taken->decision);
    }
}

void JudgingTally::count_item(Cause cause, const domain::TransactionKey& key, base::Instant at) {
    auto found = items_.find(cause);
    if (found == items_.end()) {
        if (items_.size() >= most_items) {
            ++items_left_out_;
            return;
        }
        ports::WorkItem item;
        item.run = cause.first == run_cause;
        item.rule = item.run ? std::string() : cause.first;
        item.cause = domain::UntrustedText(cause.second);
        item.first = item.last = at;
        found = items_.emplace(std::move(cause), std::move(item)).first;
    }
    // Files do not come in the order of their days.
    ports::WorkItem& item = found->second;
    ++item.orders;
    item.first = std::min(item.first, at);
    if (at >= item.last) {
        item.last = at;
        item.example = key;
    }
}

void JudgingTally::count_silence(const Order& order, bool silent) {
    Category& category = categories_[order.category];
    ++category.orders;
    if (!silent) {
        return;
    }
    ++category.silent;
    ++silent_;
    auto& sum = category.sums.try_emplace(order.gross.currency, 0).first->second;
    std::int64_t with = 0;
    const bool held = sum && !__builtin_add_overflow(*sum, order.gross.minor, &with);
    sum = held ? std::optional(with) : std::nullopt;
}

void JudgingTally::verdict(const domain::TransactionKey& key, base::Instant order_time, const verdicts::Kept& kept) {
    ++orders_;
    for (const std::string& record : kept.missing) {
        count_item({{}, record}, key, order_time);
    }
    if (!kept.run.empty()) {
        count_item({std::string(run_cause), kept.run}, key, order_time);
    }
    const bool is_case = kept.mode == domain::Mode::enforce && kept.case_tier != domain::Tier::automatic;
    std::vector<ports::RuleScore*> fired;
    for (const verdicts::KeptRule& rule : kept.rules) {
        ports::RuleScore& score = scores_[rule.rule];
        score.rule = rule.rule;
        ++(rule.failed ? score.failed : score.fired);
        score.cases += is_case && !rule.failed ? 1 : 0;
        if (!rule.cause.empty()) {
            count_item({rule.rule, rule.cause}, key, order_time);
        }
        if (!rule.failed) {
            fired.push_back(&score);
        }
    }
    const auto order = unjudged_.find(kept.order_index);
    if (!fired.empty()) {
        Fired one{std::move(fired), {}, {}, {}, kept.together};
        if (order != unjudged_.end()) {
            one.gross = order->second.gross;
            one.net = order->second.net;
            one.commitment = order->second.commitment;
        }
        remember(key, std::move(one));
    }
    if (order != unjudged_.end()) {
        const bool silent =
            kept.rules.empty() && kept.missing.empty() && kept.tier_by_amount == domain::Tier::automatic;
        count_silence(order->second, silent);
    }
    unjudged_.erase(unjudged_.begin(), unjudged_.upper_bound(kept.order_index));
}

/// What is decided is the newest version.
void JudgingTally::remember(const domain::TransactionKey& key, Fired one) {
    const facts::Print order = facts::print_of(key);
    if (fired_.insert_or_assign(order, std::move(one)).second) {
        fired_order_.push_back(order);
    }
    if (fired_.size() > most_remembered) {
        fired_.erase(fired_order_.front());
        fired_order_.pop_front();
    }
}

void JudgingTally::score(const Decided& decided, bool add) {
    const auto fired = fired_.find(facts::print_of(decided.key));
    if (fired == fired_.end()) {
        return;
    }
    for (ports::RuleScore* score : fired->second.scores) {
        std::uint64_t* count = decided.verb == domain::Verb::approve           ? &score->approved
                               : decided.verb == domain::Verb::approve_reduced ? &score->reduced
                               : decided.verb == domain::Verb::reject          ? &score->rejected
                               : decided.verb == domain::Verb::roll_back       ? &score->rolled_back
                               : decided.verb == domain::Verb::acknowledge     ? &score->acknowledged
                                                                               : nullptr;
        if (count != nullptr && (add || *count > 0)) {
            *count += add ? 1 : std::uint64_t(-1);
        }
    }
}

void JudgingTally::decision(const domain::Decision& decision) {
    const auto [entry, added] =
        decided_.try_emplace(decision.id, Decided{{decision.source, decision.transaction}, decision.verb, true});
    if (added) {
        score(entry->second, true);
    }
}

void JudgingTally::undone(const domain::DecisionId& decision) {
    const auto found = decided_.find(decision);
    if (found != decided_.end() && found->second.counts) {
        score(found->second, false);
        found->second.counts = false;
    }
}

std::optional<domain::Money> JudgingTally::Fired::amount(std::string_view name) const {
    if (name == "gross") {
        return gross;
    }
    if (name == "net") {
        return net;
    }
    if (name == "commitment") {
        return commitment;
    }
    if (name == "together.total") {
        return together;
    }
    if (name != "amount" || !together || commitment.currency != gross.currency ||
        together->currency != gross.currency) {
        return std::nullopt;
    }
    return domain::Money{std::max({gross.minor, commitment.minor, together->minor}), gross.currency};
}

/// Where people approved every order that they decided, as it was: the amount above all of those. `scores` are those of
/// the policy's rules, in their order.
void JudgingTally::suggest_raises(const policy::RuleBook& policy, std::vector<ports::RuleScore>& scores) const {
    struct Candidate {
        ports::RuleScore* score = nullptr;
        policy::Floor floor;
        std::optional<domain::Money> most;
        bool known = true;
    };
    std::map<const ports::RuleScore*, Candidate> candidates;
    for (std::size_t number = 0; number < scores.size(); ++number) {
        const policy::Rule& rule = policy.document().rules[number];
        ports::RuleScore& score = scores[number];
        const bool unanimous =
            score.approved >= ports::least_approved && score.reduced + score.rejected == 0 && score.rolled_back == 0;
        const auto floor = unanimous && rule.tier != domain::Tier::blocked ? policy::floor_of(rule.when) : std::nullopt;
        const auto held = scores_.find(rule.id);
        if (floor && held != scores_.end()) {
            candidates.emplace(&held->second, Candidate{&score, *floor, std::nullopt, true});
        }
    }
    if (candidates.empty()) {
        return;
    }
    for (const auto& [id, decided] : decided_) {
        const auto fired = fired_.find(facts::print_of(decided.key));
        if (!decided.counts || decided.verb != domain::Verb::approve || fired == fired_.end()) {
            continue;
        }
        for (const ports::RuleScore* score : fired->second.scores) {
            const auto found = candidates.find(score);
            if (found == candidates.end()) {
                continue;
            }
            Candidate& one = found->second;
            const auto amount = fired->second.amount(one.floor.name);
            one.known = one.known && amount && amount->currency == one.floor.from.currency;
            if (one.known && (!one.most || one.most->minor < amount->minor)) {
                one.most = amount;
            }
        }
    }
    for (auto& [key, one] : candidates) {
        const auto to =
            one.known && one.most ? policy::round_floor_above(*one.most, one.floor.inclusive) : std::nullopt;
        if (to && to->minor > one.floor.from.minor) {
            one.score->raise = ports::Raise{one.floor.threshold, one.floor.from, *to};
        }
    }
}

ports::JudgingReport JudgingTally::report(const policy::RuleBook& policy) const {
    ports::JudgingReport report;
    for (const auto& [cause, item] : items_) {
        report.work_items.push_back(item);
    }
    std::stable_sort(report.work_items.begin(), report.work_items.end(),
                     [](const auto& one, const auto& other) { return one.orders > other.orders; });
    report.more_work_items = items_left_out_;
    if (report.work_items.size() > most_items_told) {
        report.more_work_items += report.work_items.size() - most_items_told;
        report.work_items.resize(most_items_told);
    }
    std::set<std::string> of_policy;
    for (const policy::Rule& rule : policy.document().rules) {
        const auto found = scores_.find(rule.id);
        ports::RuleScore score = found == scores_.end() ? ports::RuleScore{} : found->second;
        score.rule = rule.id;
        score.title = rule.title;
        score.in_force = true;
        if (score.fired + score.failed == 0) {
            report.coverage.never_fired.push_back(rule.id);
        }
        report.scores.push_back(std::move(score));
        of_policy.insert(rule.id);
    }
    suggest_raises(policy, report.scores);
    for (const auto& [id, score] : scores_) {
        if (!of_policy.contains(id)) {
            report.scores.push_back(score);
        }
    }
    report.coverage.orders = orders_;
    report.coverage.silent = silent_;
    for (const auto& [name, category] : categories_) {
        ports::Uncovered uncovered{name, category.orders, category.silent, {}};
        for (const auto& [currency, sum] : category.sums) {
            if (sum) {
                uncovered.sums.push_back({*sum, currency});
            }
        }
        report.coverage.categories.push_back(std::move(uncovered));
    }
    auto& categories = report.coverage.categories;
    std::stable_sort(categories.begin(), categories.end(),
                     [](const auto& one, const auto& other) { return one.silent > other.silent; });
    categories.resize(std::min(categories.size(), most_categories_told));
    list_names(policy, report.coverage);
    return report;
}

} // namespace newsroom
