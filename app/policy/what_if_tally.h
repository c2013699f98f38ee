// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/verdict.h"
#include "app/domain/what_if.h"

#include <array>
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
    /// The largest of many: a heap with the smallest on top.
    struct Largest {
        std::vector<Listed> heap;
        std::uint64_t offered = 0;
    };
    struct Load {
        domain::Burden burden;
        std::set<std::string> causes;
        /// Matters by agent, supplier and name: the strictest tier of their orders.
        std::map<std::array<std::string, 3>, domain::Tier> matters;
        std::unordered_map<std::string, std::uint64_t> rules;
        void count(const domain::Verdict& verdict, const domain::Subject& order);
        void join(Load& other);
        [[nodiscard]] domain::Burden told() const;
    };
    [[nodiscard]] static bool first(const Listed& left, const Listed& right);
    void list(Largest& largest, const domain::TransactionVersion& version, base::Instant at, std::uint64_t number,
              const domain::Verdict& before, const domain::Verdict& after) const;
    void join(Largest& mine, Largest& theirs) const;
    static std::uint64_t tell(Largest& largest, std::vector<domain::ChangedOrder>& into);
    [[nodiscard]] domain::WeekTiers& week_of(base::Instant at);
    void trim(Largest& largest) const;
    void tell_rules(domain::WhatIf& into) const;

    std::size_t listed_;
    domain::WhatIf sums_;
    Load before_;
    Load after_;
    std::unordered_map<domain::AgentId, domain::AgentShift> agents_;
    Largest changed_;
    Largest waiting_;                                 ///< by the newer policy
    std::map<std::int64_t, domain::WeekTiers> weeks_; ///< by the days of their Mondays since 1970
    /// Orders of one day and when the first and the last of them came.
    struct Day {
        std::uint64_t orders = 0;
        base::Instant first = base::Instant::max();
        base::Instant last = base::Instant::min();
        void add(std::uint64_t count, base::Instant from, base::Instant to);
    };
    void tell_days(domain::WhatIf& into) const;
    std::map<std::int64_t, Day> days_; ///< by days since 1970
};

} // namespace policy
