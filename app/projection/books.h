// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/key_sketch.h"
#include "app/base/result.h"
#include "app/ports/agents.h"
#include "app/projection/agent_book.h"
#include "app/projection/order_state.h"
#include "app/projection/spend_cube.h"
#include "app/record/published.h"

#include <cstdint>
#include <deque>
#include <unordered_map>
#include <vector>

namespace projection {

/// What the books ask the record: only about transactions that were put away and come up again.
class OrderHistory {
public:
    virtual ~OrderHistory() = default;
    /// Events of a transaction and verdicts about it before an index, in the order of the record, without those of
    /// suspected duplicates.
    [[nodiscard]] virtual base::Result<std::vector<Told>> told(const domain::TransactionKey& key,
                                                               std::uint64_t before) = 0;
};

/// Spend and agents, folded from the record's events one by one in its order. Pure: no store, no clock, no threads.
/// Folding everything again gives the same books, whatever was put away in between. Orders that ended and were judged
/// are put away (two to four bytes each) and folded again from the record when something is told about them later.
class Books {
    friend class BooksCodec;

public:
    static constexpr std::size_t usual_open = 30'000;

    /// `most_open`: of orders kept as a whole; beyond it the oldest are put away.
    explicit Books(std::size_t most_open = usual_open)
        : most_open_(most_open) {}

    /// Faults: those of `history`; nothing is changed then.
    [[nodiscard]] base::Done fold(const record::RecordedEvent& recorded, OrderHistory& history);
    /// A verdict of ours, an entry of its own. One about an order that is not here (of an import that is set aside)
    /// changes nothing. Faults: those of `history`; nothing is changed then.
    [[nodiscard]] base::Done fold(std::uint64_t index, const domain::TransactionKey& key, const OwnTier& verdict,
                                  OrderHistory& history);
    /// An entry that is neither passes by.
    void skip(std::uint64_t index) { folded_ = index + 1; }

    [[nodiscard]] const SpendCube& cube() const { return cube_; }
    [[nodiscard]] const AgentBook& agents() const { return agents_; }
    /// The entry that is next.
    [[nodiscard]] std::uint64_t folded() const { return folded_; }
    [[nodiscard]] std::size_t open_orders() const { return open_.size(); }
    /// Without `entries` and `fault`.
    [[nodiscard]] ports::BookState state() const;
    /// Books that replace others begin with a revision that was not seen yet.
    void begin_revision(std::uint64_t revision) { state_.revision = revision; }

    [[nodiscard]] ports::Fleet fleet(const ports::FleetQuery& query) const;
    [[nodiscard]] base::Result<ports::AgentPage> page(const domain::AgentId& id, const ports::FleetQuery& query) const;

private:
    [[nodiscard]] base::Result<OrderState*> order(const domain::TransactionKey& key, std::uint64_t index,
                                                  OrderHistory& history, bool& is_new);
    void settle(const domain::TransactionKey& key, const OrderState& order);
    void move(const domain::TransactionKey& key, const std::optional<OrderState>& before, const OrderState& after);
    void book(const OrderState& order, bool add);
    void put_away(const domain::TransactionKey& key);
    void put_away_oldest();
    void add_money(ports::AgentRow& row,
                   const std::map<std::pair<std::uint32_t, domain::Currency>, ports::Spent>& today,
                   const std::map<std::pair<std::uint32_t, domain::Currency>, ports::Spent>& month) const;

    struct OpenOrder {
        OrderState state;
        std::uint64_t opening = 0;
    };
    struct Opening {
        domain::TransactionKey key;
        std::uint64_t number = 0;
    };
    /// False: it ended, or was put away, since then.
    [[nodiscard]] bool is_open(const Opening& opening) const {
        const auto found = open_.find(opening.key);
        return found != open_.end() && found->second.opening == opening.number;
    }

    std::size_t most_open_;
    SpendCube cube_;
    AgentBook agents_;
    std::unordered_map<domain::TransactionKey, OpenOrder> open_;
    std::deque<Opening> order_of_opening_; ///< also of orders that are not open any more
    std::uint64_t openings_ = 0;
    base::KeySketch away_; ///< hashes of transactions that are not in open_ any more
    std::uint64_t folded_ = 0;
    ports::BookState state_;
};

} // namespace projection
