// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facts/spend_book.h"

#include <algorithm>

namespace facts {

namespace {

/// What counts of an amount.
std::int64_t spent(const domain::Money& gross) {
    return std::max<std::int64_t>(gross.minor, 0);
}

/// An order that is looked at again (amended) is not part of its own past.
Total without(Total total, const Total& own) {
    if (own.count > 0) {
        total.beyond = __builtin_sub_overflow(total.minor, own.minor, &total.minor) || total.beyond;
        --total.count;
    }
    return total;
}

std::optional<domain::Money> known(const Total& sum, domain::Currency currency) {
    return sum.beyond ? std::nullopt : std::optional(domain::Money{sum.minor, currency});
}

} // namespace

void SpendBook::count(const Mark& mark, std::int64_t by) {
    for (const Name name : mark.spend) {
        ByCurrency& windows = windows_[name];
        auto found = std::find_if(windows.begin(), windows.end(),
                                  [&](const auto& one) { return one.first == mark.gross.currency; });
        if (found == windows.end()) {
            // In the order of their codes, so that the order in which they came does not show.
            found = std::find_if(windows.begin(), windows.end(),
                                 [&](const auto& one) { return mark.gross.currency < one.first; });
            found = windows.insert(found, {mark.gross.currency, Window{}});
        }
        found->second.add(mark.at, spent(mark.gross), by);
    }
}

Spend SpendBook::look(Dimension dimension, Name name, domain::Currency currency, const Mark* own,
                      base::Instant now) const {
    const domain::Money nothing{0, currency};
    Spend spend;
    spend.own = {nothing, nothing, nothing, nothing};
    const auto found = windows_.find(name);
    if (found == windows_.end()) {
        return spend;
    }
    const bool own_counts = own != nullptr && own->spend[static_cast<std::size_t>(dimension)] == name;
    for (const auto& [of, window] : found->second) {
        Window only_own;
        if (own_counts && own->gross.currency == of) {
            only_own.add(own->at, spent(own->gross));
        }
        const Total day = without(window.last_day(now), only_own.last_day(now));
        const Total week = without(window.last_days(now, 7), only_own.last_days(now, 7));
        const Total days_30 = without(window.last_days(now, 30), only_own.last_days(now, 30));
        const Total month = without(window.month(now), only_own.month(now));
        spend.day_count += day.count;
        spend.week_count += week.count;
        spend.days_30_count += days_30.count;
        spend.month_count += month.count;
        const Sums sums{known(day, of), known(week, of), known(days_30, of), known(month, of)};
        if (of == currency) {
            spend.own = sums;
        } else if (days_30.count > 0 || month.count > 0) {
            spend.others.push_back(sums);
        }
    }
    return spend;
}

} // namespace facts
