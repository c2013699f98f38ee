// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/grouping.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace models::queue {

namespace {

std::string first_code(const ports::CaseRow& row) {
    return row.codes.empty() ? std::string() : row.codes.front();
}

GroupKey key_of(const ports::CaseRow& row, bool flood) {
    if (flood) {
        return {true, row.agent.bytes(), {}, {}};
    }
    return {false, row.agent.bytes(), row.counterpart.bytes(), first_code(row)};
}

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

/// How many open cases each agent has, and each kind of problem.
struct Counts {
    std::unordered_map<std::string, int> agents;
    std::map<GroupKey, int> kinds;
};

/// One pass over the order of work; the first of a group is left out of it.
class Arranger {
public:
    Arranger(const std::vector<ports::CaseRow>& cases, const std::set<GroupKey>& opened, const GroupRules& rules)
        : cases_(cases)
        , opened_(opened)
        , rules_(rules) {
        made_.group_of.assign(cases.size(), -1);
    }

    Arrangement run(const std::vector<int>& order) {
        count(order);
        for (const int slot : order) {
            place(slot);
        }
        return flatten();
    }

private:
    void count(const std::vector<int>& order) {
        for (const int slot : order) {
            const ports::CaseRow& row = cases_[static_cast<std::size_t>(slot)];
            if (can_be_grouped(row)) {
                ++counts_.agents[row.agent.bytes()];
                ++counts_.kinds[key_of(row, false)];
            }
        }
    }

    void place(int slot) {
        const ports::CaseRow& row = cases_[static_cast<std::size_t>(slot)];
        const auto key = can_be_grouped(row) ? group_key(row) : std::nullopt;
        if (!key || worst_seen_.insert(*key).second) {
            top_.push_back({slot, -1});
            return;
        }
        const auto [known, fresh] = places_.try_emplace(*key, static_cast<int>(made_.groups.size()));
        if (fresh) {
            Group group;
            group.key = *key;
            group.agent = row.agent;
            group.counterpart = row.counterpart;
            group.code = first_code(row);
            group.oldest = row.opened;
            group.open = opened_.contains(*key);
            made_.groups.push_back(std::move(group));
            members_.emplace_back();
            top_.push_back({-1, known->second});
        }
        join(slot, row, known->second);
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

    /// A flood swallows the kinds of its agent.
    [[nodiscard]] std::optional<GroupKey> group_key(const ports::CaseRow& row) const {
        if (counts_.agents.at(row.agent.bytes()) > rules_.flood) {
            return key_of(row, true);
        }
        GroupKey key = key_of(row, false);
        return counts_.kinds.at(key) >= rules_.least_alike ? std::optional(std::move(key)) : std::nullopt;
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
    Counts counts_;
    Arrangement made_;
    std::vector<Item> top_;
    std::vector<std::vector<int>> members_;
    std::map<GroupKey, int> places_;
    std::set<GroupKey> worst_seen_;
};

} // namespace

bool can_be_grouped(const ports::CaseRow& row) {
    return row.state == ports::CaseState::open && !row.conflict && !row.agent.empty() &&
           row.transaction_state != domain::TransactionState::in_doubt;
}

void count_in(const ports::CaseRow& row, Group& group) {
    ++group.count;
    add_amount(group.sums, row.gross, group.sums_complete);
    group.oldest = std::min(group.oldest, row.opened);
    group.worst = std::max(group.worst, row.tier);
    if (row.expires) {
        group.nearest_end = std::min(group.nearest_end.value_or(*row.expires), *row.expires);
    }
}

/// Oldest, nearest end and worst tier stay as they were until the inbox is arranged again: they may only be too strict.
void count_out(const ports::CaseRow& row, Group& group) {
    --group.count;
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
