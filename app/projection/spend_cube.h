// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/ports/spend.h"
#include "app/projection/interned.h"
#include "app/projection/total.h"

#include <compare>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <unordered_map>
#include <vector>

namespace projection {

/// Quarters of an hour since 1970 in UTC: the finest piece of time, of which the days of every time zone are made.
using Quarter = std::int64_t;
inline constexpr std::chrono::minutes quarter_length{15};
[[nodiscard]] Quarter quarter_of(base::Instant instant);
[[nodiscard]] base::Instant instant_of(Quarter quarter);

/// What the money of one order is told apart by.
struct SpendKey {
    std::uint32_t agent = 0;
    std::uint32_t owner = 0;
    std::uint32_t supplier = 0;
    std::uint32_t category = 0;
    std::uint8_t slot = ports::not_assessed;     ///< of the platform's tier
    std::uint8_t own_slot = ports::not_assessed; ///< of our tier
    ports::Handling handling = ports::Handling::machine;
    domain::Currency currency;
    friend auto operator<=>(const SpendKey&, const SpendKey&) = default;
};

/// Money at one place of the cube. Taking it away again leaves no trace.
struct SpendPiece {
    Quarter quarter = 0;
    SpendKey key;
    std::int64_t minor = 0;
    std::int32_t orders = 0;
    friend bool operator==(const SpendPiece&, const SpendPiece&) = default;
};

/// Sums by quarter of an hour, agent, owner, supplier, category, both tiers, handling and currency, kept sparsely: its
/// size goes with the time and the fleet, not with the number of events.
class SpendCube {
    friend class BooksCodec;

public:
    void add(const SpendPiece& piece) { change(piece, 1); }
    void remove(const SpendPiece& piece) { change(piece, -1); }

    Interned agents, owners, suppliers, categories;
    std::unordered_map<std::uint32_t, domain::UntrustedText> supplier_names, agent_names; ///< newest name by number

    /// Everything but `state`. Faults: invalid_argument (edges).
    [[nodiscard]] base::Result<ports::SpendAnswer> answer(const ports::SpendQuery& query) const;
    /// Per agent and currency, from an instant on.
    [[nodiscard]] std::map<std::pair<std::uint32_t, domain::Currency>, ports::Spent>
    by_agent(base::Instant from, std::uint32_t only_agent = UINT32_MAX) const;

    /// What an answer tells apart by name.
    enum class By { agent, owner, supplier, category };
    /// Sums by name and currency over [from, to).
    [[nodiscard]] std::map<std::pair<std::uint32_t, domain::Currency>, ports::Spent> sums(By by, base::Instant from,
                                                                                          base::Instant to) const;

    /// By number of a name: the quarter in which money first moved for it; `never` where none did.
    static constexpr Quarter never = std::numeric_limits<Quarter>::max();
    [[nodiscard]] std::vector<Quarter> firsts(By by) const;

    [[nodiscard]] std::size_t cells() const { return cells_; }
    /// The quarters of an hour in which money first and last moved.
    [[nodiscard]] std::optional<std::pair<Quarter, Quarter>> reach() const {
        return quarters_.empty() ? std::nullopt
                                 : std::optional(std::pair(quarters_.begin()->first, quarters_.rbegin()->first));
    }
    /// Visits every cell with its names, in order: to compare two cubes.
    void visit(const std::function<void(Quarter, const SpendKey&, const Total&, std::int64_t orders)>& visit) const;

private:
    struct Cell {
        SpendKey key;
        Total total;
        std::int64_t orders = 0;
    };
    /// A selection in numbers; a name that the cube never saw matches nothing.
    struct Wanted {
        std::optional<std::uint32_t> agent, owner, supplier, category;
        std::optional<std::size_t> slot;
        std::optional<ports::Handling> handling;
        std::optional<ports::Agreement> agreement;
        ports::TierBy by = ports::TierBy::policy;

        [[nodiscard]] std::size_t slot_in(const SpendKey& key) const {
            return by == ports::TierBy::policy ? key.own_slot : key.slot;
        }
        [[nodiscard]] bool has(const SpendKey& key) const {
            return (!agent || *agent == key.agent) && (!owner || *owner == key.owner) &&
                   (!supplier || *supplier == key.supplier) && (!category || *category == key.category) &&
                   (!slot || *slot == slot_in(key)) && (!handling || *handling == key.handling) &&
                   (!agreement || *agreement == ports::agreement_of(key.own_slot, key.slot));
        }
    };
    struct Gathering;

    void change(const SpendPiece& piece, int sign);
    [[nodiscard]] Wanted wanted(const ports::SpendQuery& query) const;
    [[nodiscard]] std::vector<ports::Spent> currencies(Quarter from, Quarter to, const Wanted& wanted) const;
    [[nodiscard]] Gathering gather(const ports::SpendQuery& query, const domain::Currency& currency,
                                   const Wanted& wanted) const;

    std::map<Quarter, std::vector<Cell>> quarters_; ///< cells in the order of their keys
    std::size_t cells_ = 0;
};

} // namespace projection
