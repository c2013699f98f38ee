// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/transaction.h"

#include <chrono>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

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

/// What orders were like before: who bought from whom, at which price, in which pieces, how often the same.
class Habits {
public:
    static constexpr std::chrono::hours pieces_span{24};
    static constexpr std::chrono::hours twins_span{7 * 24};
    static constexpr std::chrono::hours loop_span{1};

    void order(const domain::TransactionVersion& version, base::Instant at);
    /// The order will not happen: it is no piece and no twin any more.
    void take_out(const domain::TransactionKey& key);

    [[nodiscard]] Seen agent(const domain::TransactionVersion& version) const;
    [[nodiscard]] Seen supplier(const domain::TransactionVersion& version) const;
    /// This agent at this supplier.
    [[nodiscard]] Seen pair(const domain::TransactionVersion& version) const;
    /// This account at this supplier.
    [[nodiscard]] Seen payee(const domain::TransactionVersion& version) const;
    [[nodiscard]] std::optional<PriceSeen> price(const domain::TransactionVersion& version,
                                                 const domain::Line& line) const;
    [[nodiscard]] Together together(const domain::TransactionVersion& version, base::Instant now) const;
    [[nodiscard]] Twins twins(const domain::TransactionVersion& version, base::Instant now) const;
    /// How often this agent asked for these items at this supplier within the last hour, in any version, this one not
    /// counted.
    [[nodiscard]] std::int64_t repeats(const domain::TransactionVersion& version, base::Instant now) const;

    friend bool operator==(const Habits&, const Habits&) = default;

private:
    struct Past {
        base::Instant at{};
        domain::TransactionKey key;
        domain::Money amount;
        std::string batch;
        friend bool operator==(const Past&, const Past&) = default;
    };
    struct First {
        base::Instant at{};
        domain::TransactionKey key;
        std::int64_t orders = 0;
        friend bool operator==(const First&, const First&) = default;
    };
    struct Prices {
        PriceSeen last;
        domain::TransactionKey by;
        std::optional<PriceSeen> before; ///< of another order than the last
        friend bool operator==(const Prices&, const Prices&) = default;
    };
    using Pasts = std::unordered_map<std::string, std::deque<Past>>;

    void meet(const std::string& what, const domain::TransactionVersion& version, base::Instant at, bool again);
    [[nodiscard]] Seen seen(const std::string& what, const domain::TransactionVersion& version) const;
    void note_prices(const domain::TransactionVersion& version, base::Instant at);
    void sweep();
    static void keep(Pasts& pasts, const std::string& key, Past past, std::chrono::hours span);

    std::unordered_map<std::string, First> firsts_;
    std::unordered_map<std::string, Prices> prices_;
    Pasts pieces_;                                                     ///< by agent and supplier
    Pasts batches_;                                                    ///< by batch
    Pasts twins_;                                                      ///< by what makes a twin
    std::unordered_map<std::string, std::deque<base::Instant>> asked_; ///< by agent, supplier and items
    /// Where an order is kept, so that it can be taken out.
    struct Kept {
        std::string pieces, batch, twin;
        friend bool operator==(const Kept&, const Kept&) = default;
    };
    std::unordered_map<domain::TransactionKey, Kept> kept_;
    std::deque<std::pair<base::Instant, domain::TransactionKey>> kept_order_;
    base::Instant newest_{};
    std::size_t sweep_at_ = 4096; ///< keys
};

} // namespace facts
