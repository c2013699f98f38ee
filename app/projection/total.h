// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <optional>

namespace projection {

/// A sum of 64-bit amounts in 128 bits: exact, whatever a feed sends and in whatever order, so that sums can be taken
/// apart again.
class Total {
public:
    void add(std::int64_t value) {
        const std::uint64_t before = low_;
        low_ += static_cast<std::uint64_t>(value);
        high_ += (low_ < before ? 1 : 0) - (value < 0 ? 1 : 0);
    }
    void add(const Total& other) {
        const std::uint64_t before = low_;
        low_ += other.low_;
        high_ += other.high_ + (low_ < before ? 1 : 0);
    }
    void subtract(std::int64_t value) {
        const std::uint64_t before = low_;
        low_ -= static_cast<std::uint64_t>(value);
        high_ -= (low_ > before ? 1 : 0) - (value < 0 ? 1 : 0);
    }

    /// Nothing when it does not fit.
    [[nodiscard]] std::optional<std::int64_t> whole() const {
        const auto value = static_cast<std::int64_t>(low_);
        const bool fits = high_ == (value < 0 ? -1 : 0);
        return fits ? std::optional(value) : std::nullopt;
    }
    [[nodiscard]] std::int64_t nearest() const {
        using Limits = std::numeric_limits<std::int64_t>;
        return whole().value_or(high_ < 0 ? Limits::min() : Limits::max());
    }
    /// For putting in order.
    friend bool operator<(const Total& left, const Total& right) {
        return left.high_ != right.high_ ? left.high_ < right.high_ : left.low_ < right.low_;
    }
    friend bool operator==(const Total&, const Total&) = default;
    /// The two halves, for keeping a sum.
    template <class Io>
    friend void fields(Io& io, Total& total) {
        pack_all(io, total.high_, total.low_);
    }

private:
    std::int64_t high_ = 0;
    std::uint64_t low_ = 0; ///< two's complement
};

} // namespace projection
