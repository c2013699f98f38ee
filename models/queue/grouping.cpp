// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/grouping.h"

#include "app/domain/finding.h"
#include "app/ports/case_level.h"

#include <algorithm>
#include <unordered_map>

namespace models::queue {

namespace {

bool is_of_matter(const ports::CaseRow& row) {
    return std::find(row.codes.begin(), row.codes.end(), domain::one_matter) != row.codes.end();
}

/// What a case is grouped by.
std::string first_code(const ports::CaseRow& row) {
    return is_of_matter(row) ? std::string(domain::one_matter) : row.codes.empty() ? std::string() : row.codes.front();
}

GroupKey key_of(const ports::CaseRow& row, bool flood) {
    if (flood) {
        return {true, row.agent.bytes(), {}, {}};
    }
    return {false, row.agent.bytes(), row.counterpart.bytes(), first_code(row)};
}

} // namespace

void add_amount(std::vector<domain::Money>& sums, const domain::Money& amount, bool& complete) {
    const auto same = std::find_if(sums.begin(), sums.end(),
                                   [&](const domain::Money& sum) { return sum.currency == amount.currency; });
    if (same == sums.end()) {
        sums.push_back(amount);
    } else if (const auto sum = domain::add(*same, amount); sum.ok()) {
        *same = *sum;
    } else {
        complete = false;
    }
}

namespace {

/// One pass over the order of work; the first of a group is left out of it. Agents and kinds of problem are numbered,
/// so that texts are compared once per case.
class Arranger {
public:
    Arranger(const std::vector<ports::CaseRow>& cases, const std::set<GroupKey>& opened, const GroupRules& rules)
        : cases_(cases)
        , opened_(opened)
        , rules_(rules) {
        made_.group_of.assign(cases.size(), -1);
    }

    Arrangement run(const std::vector<int>& order) {
        number(order);
        worst_seen_.assign(agents_.size() + kinds_.size(), false);
        places_.assign(worst_seen_.size(), -1);
        for (std::size_t i = 0; i < order.size(); ++i) {
            place(order[i], numbers_[i]);
        }
        return flatten();
    }

private:
    struct Numbers {
        int agent = -1; ///< -1: cannot be grouped
        int kind = -1;
    };

    void number(const std::vector<int>& order) {
        numbers_.reserve(order.size());
        std::string text;
        for (const int slot : order) {
            const ports::CaseRow& row = cases_[static_cast<std::size_t>(slot)];
            Numbers numbers;
            if (can_be_grouped(row)) {
                numbers.agent = agents_.try_emplace(row.agent.bytes(), static_cast<int>(agents_.size())).first->second;
                // Sizes in front, so that no two different keys read alike.
                text = std::to_string(numbers.agent) + ' ' + std::to_string(row.counterpart.bytes().size()) + ' ';
                text += row.counterpart.bytes();
                text += first_code(row);
                numbers.kind = kinds_.try_emplace(text, static_cast<int>(kinds_.size())).first->second;
                leasts_.resize(kinds_.size(), rules_.least_alike);
                if (is_of_matter(row)) {
                    leasts_[static_cast<std::size_t>(numbers.kind)] = rules_.least_matter;
                }
                count(agent_counts_, numbers.agent);
                count(kind_counts_, numbers.kind);
            }
            numbers_.push_back(numbers);
        }
    }

    static void count(std::vector<int>& counts, int number) {
        counts.resize(std::max(counts.size(), static_cast<std::size_t>(number) + 1), 0);
        ++counts[static_cast<std::size_t>(number)];
    }

    void place(int slot, const Numbers& numbers) {
        const ports::CaseRow& row = cases_[static_cast<std::size_t>(slot)];
        const auto key = numbers.agent < 0 ? std::nullopt : group_number(numbers);
        if (!key || !worst_seen_[*key]) {
            if (key) {
                worst_seen_[*key] = true;
            }
            top_.push_back({slot, -1});
            return;
        }
        if (places_[*key] < 0) {
            places_[*key] = static_cast<int>(made_.groups.size());
            Group group;
            group.key = key_of(row, *key < agents_.size());
            group.agent = row.agent;
            group.counterpart = row.counterpart;
            group.code = first_code(row);
            group.oldest = row.opened;
            group.open = opened_.contains(group.key);
            made_.groups.push_back(std::move(group));
            members_.emplace_back();
            top_.push_back({-1, places_[*key]});
        }
        join(slot, row, places_[*key]);
    }

    void join(int slot, const ports::CaseRow& row, int place) {
        Group& group = made_.groups[static_cast<std::size_t>(place)];
        if (group.counterpart != row.counterpart) {
            group.counterpart = domain::UntrustedText();
        }
        if (group.code != first_code(row)) {
            group.code.clear();
        }
        count_in(row, group);
        members_[static_cast<std::size_t>(place)].push_back(slot);
        made_.group_of[static_cast<std::size_t>(slot)] = place;
    }

    /// A flood swallows the kinds of its agent. Floods are numbered by agent, kinds behind them.
    [[nodiscard]] std::optional<std::size_t> group_number(const Numbers& numbers) const {
        if (agent_counts_[static_cast<std::size_t>(numbers.agent)] > rules_.flood) {
            return static_cast<std::size_t>(numbers.agent);
        }
        const auto kind = static_cast<std::size_t>(numbers.kind);
        return kind_counts_[kind] >= leasts_[kind] ? std::optional(agents_.size() + kind) : std::nullopt;
    }

    Arrangement flatten() {
        for (const Item& item : top_) {
            made_.items.push_back(item);
            if (item.is_head() && made_.groups[static_cast<std::size_t>(item.group)].open) {
                for (const int slot : members_[static_cast<std::size_t>(item.group)]) {
                    made_.items.push_back({slot, item.group});
                }
            }
        }
        return std::move(made_);
    }

    const std::vector<ports::CaseRow>& cases_;
    const std::set<GroupKey>& opened_;
    const GroupRules& rules_;
    std::unordered_map<std::string, int> agents_;
    std::unordered_map<std::string, int> kinds_;
    std::vector<int> agent_counts_;
    std::vector<int> kind_counts_;
    std::vector<int> leasts_;      ///< by kind: from how many on they are a group
    std::vector<Numbers> numbers_; ///< by place in the order of work
    Arrangement made_;
    std::vector<Item> top_;
    std::vector<std::vector<int>> members_;
    std::vector<int> places_; ///< by number of a group: where it is among those made, -1 for nowhere
    std::vector<bool> worst_seen_;
};

} // namespace

bool can_be_grouped(const ports::CaseRow& row) {
    return row.state == ports::CaseState::open && !row.conflict && !row.agent.empty() &&
           row.transaction_state != domain::TransactionState::in_doubt;
}

void count_in(const ports::CaseRow& row, Group& group) {
    ++group.count;
    group.raised += row.raised ? 1 : 0;
    add_amount(group.sums, row.gross, group.sums_complete);
    group.oldest = std::min(group.oldest, row.opened);
    group.worst = std::max(group.worst, ports::level_of(row));
    if (const auto end = row.ends()) {
        group.nearest_end = std::min(group.nearest_end.value_or(*end), *end);
    }
}

bool is_alike(const ports::CaseRow& row, const GroupKey& key) {
    return can_be_grouped(row) && key_of(row, key.flood) == key;
}

/// Oldest, nearest end and worst tier stay as they were until the inbox is arranged again: they may only be too strict.
void count_out(const ports::CaseRow& row, Group& group) {
    --group.count;
    group.raised -= row.raised ? 1 : 0;
    const auto negative = domain::multiply(row.gross, -1);
    if (negative.ok()) {
        add_amount(group.sums, *negative, group.sums_complete);
    } else {
        group.sums_complete = false;
    }
}

Arrangement arrange(const std::vector<ports::CaseRow>& cases, const std::vector<int>& order,
                    const std::set<GroupKey>& opened, const GroupRules& rules) {
    return Arranger(cases, opened, rules).run(order);
}

} // namespace models::queue
