// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facts/spend_book.h"

#include <algorithm>

namespace facts {

namespace {

std::string key_of(Dimension dimension, const domain::Subject& subject) {
    switch (dimension) {
    case Dimension::agent: return "a" + subject.agent.bytes();
    case Dimension::owner: return "o" + subject.owner.bytes();
    case Dimension::supplier: return "s" + subject.supplier.id.bytes();
    case Dimension::category: return "c" + subject.category;
    }
    return {};
}

constexpr Dimension dimensions[] = {Dimension::agent, Dimension::owner, Dimension::supplier, Dimension::category};

/// An order that is looked at again (amended) is not part of its own past.
Total without(Total total, const std::int64_t minor) {
    total.beyond = __builtin_sub_overflow(total.minor, minor, &total.minor) || total.beyond;
    --total.count;
    return total;
}

} // namespace

void SpendBook::count(const Counted& counted, std::int64_t by) {
    for (const std::string& key : counted.keys) {
        windows_[key][counted.amount.currency].add(counted.at, counted.amount.minor, by);
    }
}

void SpendBook::order(const domain::TransactionVersion& version, base::Instant at) {
    take_out(version.key);
    Counted counted;
    for (const Dimension dimension : dimensions) {
        counted.keys[static_cast<std::size_t>(dimension)] = key_of(dimension, version.subject);
    }
    counted.amount = {std::max<std::int64_t>(version.subject.gross.minor, 0), version.subject.gross.currency};
    counted.at = at;
    count(counted, 1);
    by_time_.emplace(std::pair(at, version.key), true);
    counted_.emplace(version.key, std::move(counted));
    forget(by_time_.rbegin()->first.first);
}

void SpendBook::take_out(const domain::TransactionKey& key) {
    const auto found = counted_.find(key);
    if (found == counted_.end()) {
        return;
    }
    count(found->second, -1);
    by_time_.erase(std::pair(found->second.at, key));
    counted_.erase(found);
}

void SpendBook::forget(base::Instant newest) {
    while (!by_time_.empty() && by_time_.begin()->first.first < newest - 2 * Window::kept) {
        counted_.erase(by_time_.begin()->first.second);
        by_time_.erase(by_time_.begin());
    }
}

Spend SpendBook::look(Dimension dimension, const domain::TransactionVersion& version, base::Instant now) const {
    const domain::Currency currency = version.subject.gross.currency;
    const std::string key = key_of(dimension, version.subject);
    const domain::Money nothing{0, currency};
    Spend spend;
    spend.own = {nothing, nothing, nothing, nothing};
    const auto found = windows_.find(key);
    if (found == windows_.end()) {
        return spend;
    }
    const auto own = counted_.find(version.key);
    const bool own_counts = own != counted_.end() && own->second.keys[static_cast<std::size_t>(dimension)] == key;
    for (const auto& [of, window] : found->second) {
        const bool minus_own = own_counts && own->second.amount.currency == of;
        const auto total = [&](Total whole, const Total& own_part) {
            return minus_own && own_part.count > 0 ? without(whole, own_part.minor) : whole;
        };
        Window only_own;
        if (minus_own) {
            only_own.add(own->second.at, own->second.amount.minor);
        }
        const Total day = total(window.last_day(now), only_own.last_day(now));
        const Total week = total(window.last_days(now, 7), only_own.last_days(now, 7));
        const Total days_30 = total(window.last_days(now, 30), only_own.last_days(now, 30));
        const Total month = total(window.month(now), only_own.month(now));
        spend.day_count += day.count;
        spend.week_count += week.count;
        spend.days_30_count += days_30.count;
        spend.month_count += month.count;
        const auto known = [&, of = of](const Total& sum) {
            return sum.beyond ? std::nullopt : std::optional(domain::Money{sum.minor, of});
        };
        const Sums sums{known(day), known(week), known(days_30), known(month)};
        if (of == currency) {
            spend.own = sums;
        } else if (days_30.count > 0 || month.count > 0) {
            spend.others.push_back(sums);
        }
    }
    return spend;
}

} // namespace facts
