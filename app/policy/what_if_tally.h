// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/verdict.h"
#include "app/domain/what_if.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace policy {

/// Adds up what two policies said, for a part of the orders; parts are joined in any order with the same sum.
class Tally {
public:
    explicit Tally(std::size_t listed)
        : listed_(listed) {}

    /// `number` rises with the record; `lack` names what history does not hold of it.
    void count(const domain::TransactionVersion& version, base::Instant at, std::uint64_t number,
               const domain::Verdict& before, const domain::Verdict& after, std::optional<domain::Lack> lack);
    void join(Tally&& other);
    /// Everything but versions, unreadable events and workloads.
    void tell(domain::WhatIf& into);

private:
    struct Listed {
        std::uint64_t weight = 0; ///< the amount in minor units, without its sign
        std::uint64_t number = 0;
        domain::ChangedOrder order;
    };
    struct Load {
        domain::Burden burden;
        std::set<std::string> causes;
        std::unordered_map<std::string, std::uint64_t> rules;
        void count(const domain::Verdict& verdict);
    };
    [[nodiscard]] static bool first(const Listed& left, const Listed& right);
    void list(const domain::TransactionVersion& version, base::Instant at, std::uint64_t number,
              const domain::Verdict& before, const domain::Verdict& after);
    [[nodiscard]] domain::WeekTiers& week_of(base::Instant at);
    void trim();
    void tell_rules(domain::WhatIf& into) const;

    std::size_t listed_;
    domain::WhatIf sums_;
    Load before_;
    Load after_;
    std::unordered_map<domain::AgentId, domain::AgentShift> agents_;
    std::vector<Listed> list_; ///< a heap with the smallest on top
    std::uint64_t changed_ = 0;
    std::map<std::int64_t, domain::WeekTiers> weeks_; ///< by the days of their Mondays since 1970
    std::set<std::int64_t> days_;
};

} // namespace policy
