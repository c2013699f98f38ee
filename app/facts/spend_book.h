// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/transaction.h"
#include "app/facts/window.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace facts {

/// Sums of one currency over windows that end now; nothing where 64 bits did not hold them.
struct Sums {
    std::optional<domain::Money> day;     ///< the last 24 whole hours
    std::optional<domain::Money> week;    ///< the last 7 UTC days
    std::optional<domain::Money> days_30; ///< the last 30 UTC days
    std::optional<domain::Money> month;   ///< the calendar month so far
    friend bool operator==(const Sums&, const Sums&) = default;
};

/// What was ordered before, without the order that is looked at. Money that comes back (a negative gross) never lowers
/// it.
struct Spend {
    Sums own;                 ///< in the currency of the order
    std::vector<Sums> others; ///< in other currencies that the last 30 days or this month hold
    std::int64_t day_count = 0;
    std::int64_t week_count = 0;
    std::int64_t days_30_count = 0;
    std::int64_t month_count = 0;
    friend bool operator==(const Spend&, const Spend&) = default;
};

/// For whom spend is kept.
enum class Dimension { agent, owner, supplier, category };

/// Spend and count per agent, owner, supplier and category. A version takes the place of the one before; an order that
/// failed, was cancelled, expired or returned is taken out.
class SpendBook {
public:
    void order(const domain::TransactionVersion& version, base::Instant at);
    void take_out(const domain::TransactionKey& key);

    [[nodiscard]] Spend look(Dimension dimension, const domain::TransactionVersion& version, base::Instant now) const;

    friend bool operator==(const SpendBook&, const SpendBook&) = default;

private:
    struct Counted {
        std::string keys[4]; ///< by dimension
        domain::Money amount;
        base::Instant at{};
        friend bool operator==(const Counted&, const Counted&) = default;
    };
    void count(const Counted& counted, std::int64_t by);
    void forget(base::Instant newest);

    std::unordered_map<std::string, std::map<domain::Currency, Window>> windows_;
    std::unordered_map<domain::TransactionKey, Counted> counted_;
    std::map<std::pair<base::Instant, domain::TransactionKey>, bool> by_time_;
};

} // namespace facts
