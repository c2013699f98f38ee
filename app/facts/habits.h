// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/transaction.h"
#include "app/facts/order_marks.h"
#include "app/facts/window.h"

#include <chrono>
#include <limits>
#include <optional>
#include <unordered_map>
#include <vector>

namespace facts {

/// Since when something is known, and in how many orders before this one.
struct Seen {
    std::optional<base::Instant> first; ///< nothing: never before
    std::int64_t orders = 0;
    friend bool operator==(const Seen&, const Seen&) = default;
};

/// The unit price that an item had last, in another order.
struct PriceSeen {
    domain::Money price;
    base::Instant at{};
    friend bool operator==(const PriceSeen&, const PriceSeen&) = default;
};

/// The order together with what belongs to it: the pieces of the last 24 hours by the same agent to the same supplier,
/// or all orders of the batch that an honest bulk run declares.
struct Together {
    std::optional<domain::Money> total; ///< with this order; nothing with two currencies or beyond 64 bits
    std::int64_t count = 1;
    bool batch = false;
    friend bool operator==(const Together&, const Together&) = default;
};

struct Twins {
    std::int64_t count = 0;        ///< other orders of the last 7 days with the same supplier, amount and lines
    domain::TransactionId example; ///< one of them, the latest
    friend bool operator==(const Twins&, const Twins&) = default;
};

/// What orders were like before: who bought from whom, at which price, in which pieces, how often the same. Times count
/// by whole minutes, so that memory and work do not go with the number of orders in one.
class Habits {
public:
    static constexpr std::chrono::hours pieces_span{24};
    static constexpr std::chrono::hours twins_span{7 * 24};
    static constexpr std::chrono::hours loop_span{1};

    /// `again`: another version of it counted before, and was taken out.
    void order(const domain::TransactionVersion& version, const OrderKeys& keys, const Mark& mark, bool again);
    /// The order will not happen, or another version takes its place: it is no piece and no twin any more.
    void take_out(const domain::TransactionKey& key, const Mark& mark);

    // Of an order that is looked at; `own` is what it added before (nullptr: it is new), which is not its own past.
    /// An agent, a supplier, a pair of them, an account of a supplier.
    [[nodiscard]] Seen seen(Name what, Print order, const Mark* own) const;
    [[nodiscard]] std::optional<PriceSeen> price(Name item, Print order) const;
    [[nodiscard]] Together together(const domain::Money& gross, const OrderKeys& keys, const Mark* own,
                                    base::Instant now) const;
    [[nodiscard]] Twins twins(const domain::TransactionKey& key, const OrderKeys& keys, const Mark* own,
                              base::Instant now) const;
    /// How often this agent asked for these items at this supplier within the last hour, in any version, this one not
    /// counted.
    [[nodiscard]] std::int64_t repeats(const OrderKeys& keys, base::Instant now) const;

    friend bool operator==(const Habits&, const Habits&) = default;

private:
    using Minute = std::int64_t;
    /// Pieces of one minute and currency.
    struct Pieces {
        Minute minute = 0;
        domain::Currency currency;
        Total total;
        friend bool operator==(const Pieces&, const Pieces&) = default;
    };
    struct Run {
        Totals totals;
        Minute newest = 0;
        friend bool operator==(const Run&, const Run&) = default;
    };
    /// Orders alike of one minute and batch, and the ids of the latest of them.
    struct Alike {
        Minute minute = 0;
        Print batch = 0;
        std::int64_t count = 0;
        std::vector<domain::TransactionId> ids;
        friend bool operator==(const Alike&, const Alike&) = default;
    };
    struct Asked {
        Minute minute = 0;
        std::int64_t count = 0;
        friend bool operator==(const Asked&, const Asked&) = default;
    };
    struct First {
        base::Instant at{};
        Print order = 0;
        std::int64_t orders = 0;
        friend bool operator==(const First&, const First&) = default;
    };
    struct Prices {
        PriceSeen last;
        Print by = 0;
        std::optional<PriceSeen> before; ///< of another order than the last
        friend bool operator==(const Prices&, const Prices&) = default;
    };

    void meet(Name what, Print order, base::Instant at, bool again);
    void note_prices(const domain::TransactionVersion& version, const OrderKeys& keys, base::Instant at);
    void note_piece(const Mark& mark);
    void note_alike(const domain::TransactionKey& key, const Mark& mark);
    void note_asked(Print loop, Minute minute);
    void sweep();

    std::unordered_map<Name, First> firsts_;
    std::unordered_map<Name, Prices> prices_;
    std::unordered_map<Name, std::vector<Pieces>> pieces_; ///< by pair; of no batch
    std::unordered_map<Print, Run> runs_;                  ///< by batch
    std::unordered_map<Print, std::vector<Alike>> alike_;  ///< by what makes a twin
    std::unordered_map<Print, std::vector<Asked>> asked_;  ///< by what makes a loop
    Minute newest_ = std::numeric_limits<Minute>::min() / 2;
    std::size_t sweep_at_ = 4096; ///< keys
};

} // namespace facts
