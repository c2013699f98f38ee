// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/transaction.h"
#include "app/facts/order_marks.h"
#include "app/facts/window.h"

#include <optional>
#include <unordered_map>
#include <utility>
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

/// Spend and count per agent, owner, supplier and category, of the orders that count.
class SpendBook {
public:
    void add(const Mark& mark) { count(mark, 1); }
    void take_out(const Mark& mark) { count(mark, -1); }

    /// Under a name, without what the order itself (`own`, nullptr: it is new) added before.
    [[nodiscard]] Spend look(Dimension dimension, Name name, domain::Currency currency, const Mark* own,
                             base::Instant now) const;

    friend bool operator==(const SpendBook&, const SpendBook&) = default;

private:
    using ByCurrency = std::vector<std::pair<domain::Currency, Window>>;
    void count(const Mark& mark, std::int64_t by);

    std::unordered_map<Name, ByCurrency> windows_;
};

} // namespace facts
