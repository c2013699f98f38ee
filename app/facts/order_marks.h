// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/key_sketch.h"
#include "app/domain/transaction.h"
#include "app/facts/contract_use.h"
#include "app/facts/order_keys.h"

#include <cstddef>
#include <deque>
#include <limits>
#include <optional>
#include <unordered_map>

namespace facts {

/// What an order added to the sums, in the shape in which it can be taken out of them again.
struct Mark {
    base::Instant at{};
    domain::Money gross;
    std::array<Name, dimension_count> spend{};
    Name pair = no_name;
    Print twin = 0;
    Print batch = 0;
    std::vector<ContractPiece> pieces;
    friend bool operator==(const Mark&, const Mark&) = default;
};
[[nodiscard]] Mark mark_of(const domain::TransactionVersion& version, const OrderKeys& keys, base::Instant at);

/// The marks of orders that count, by their print. Beyond `most_open` the oldest are put away: two to four bytes tell
/// that there may be one, and the record knows which.
class OrderMarks {
public:
    static constexpr std::size_t keeps_all = std::numeric_limits<std::size_t>::max();

    explicit OrderMarks(std::size_t most_open = keeps_all)
        : most_open_(most_open) {}

    /// nullptr: it does not count, or was put away.
    [[nodiscard]] const Mark* find(Print order) const;
    void put(Print order, Mark mark);
    [[nodiscard]] std::optional<Mark> take(Print order);
    /// It was put away, unless chance (one in two hundred) says so.
    [[nodiscard]] bool may_be_away(Print order) const;
    [[nodiscard]] std::size_t open() const { return open_.size(); }

    friend bool operator==(const OrderMarks&, const OrderMarks&) = default;

private:
    struct Open {
        Mark mark;
        std::uint64_t number = 0;
        friend bool operator==(const Open&, const Open&) = default;
    };
    struct Place {
        Print order = 0;
        std::uint64_t number = 0;
        friend bool operator==(const Place&, const Place&) = default;
    };
    [[nodiscard]] bool is_open(const Place& place) const;
    void put_away_oldest();

    std::size_t most_open_;
    std::unordered_map<Print, Open> open_;
    std::deque<Place> order_; ///< oldest first; some are not open any more
    base::KeySketch away_;
    std::uint64_t numbers_ = 0;
};

} // namespace facts
