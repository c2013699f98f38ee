// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/money.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace facts {

/// How many orders, and what they come to in minor units of one currency.
struct Total {
    std::int64_t count = 0;
    std::int64_t minor = 0;
    bool beyond = false; ///< the sum left 64 bits: it is not known

    /// `count` -1 takes an order out again.
    void add(std::int64_t amount, std::int64_t orders);
    void add(const Total& other);
    friend bool operator==(const Total&, const Total&) = default;
};

/// Totals by a number that rises with time (an hour, a day), in one block of memory.
class Buckets {
public:
    explicit Buckets(std::int64_t kept)
        : kept_(kept) {}
    void add(std::int64_t bucket, std::int64_t minor, std::int64_t count);
    /// Of the buckets from `first` to `last`.
    [[nodiscard]] Total sum(std::int64_t first, std::int64_t last) const;

    friend bool operator==(const Buckets&, const Buckets&) = default;

private:
    std::int64_t kept_; ///< buckets back from the newest
    std::vector<std::pair<std::int64_t, Total>> buckets_;
};

/// Sums over moving windows of time, by hour for the last two days and by UTC day for the last 40, so that a sum costs
/// at most 40 additions however many orders there were. A window therefore begins with a whole hour or a whole day.
class Window {
public:
    static constexpr std::chrono::days kept{40};

    /// Adds an order at its time, or takes it out again (`count` -1, the same time and amount).
    void add(base::Instant at, std::int64_t minor, std::int64_t count = 1);

    /// The hour of `now` and the 23 before it.
    [[nodiscard]] Total last_day(base::Instant now) const;
    /// The UTC day of `now` and the days before it; 1 to 40 in all.
    [[nodiscard]] Total last_days(base::Instant now, int days) const;
    /// The calendar month of `now` (UTC), up to `now`.
    [[nodiscard]] Total month(base::Instant now) const;

    friend bool operator==(const Window&, const Window&) = default;

private:
    Buckets hours_{48};
    Buckets days_{kept.count()};
};

/// Totals by currency; few.
class Totals {
public:
    void add(const domain::Money& amount, std::int64_t count);
    void add(domain::Currency currency, const Total& total);
    [[nodiscard]] const std::vector<std::pair<domain::Currency, Total>>& all() const { return all_; }

    friend bool operator==(const Totals&, const Totals&) = default;

private:
    std::vector<std::pair<domain::Currency, Total>> all_;
};

} // namespace facts
