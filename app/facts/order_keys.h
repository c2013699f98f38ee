// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/transaction.h"
#include "app/facts/names.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace facts {

/// For whom spend is kept.
enum class Dimension { agent, owner, supplier, category };
inline constexpr std::size_t dimension_count = 4;

/// A hash of a text that is met once and then seldom again, with a key of this process (base::KeyedHash): nobody
/// outside can choose two texts that fall together. 0 is no text.
using Print = std::uint64_t;

[[nodiscard]] Print print_of(const domain::TransactionKey& order);

/// Under what an order is counted.
struct OrderKeys {
    Print order = 0;
    bool complete = true;                      ///< every text has a number
    std::array<Name, dimension_count> spend{}; ///< by Dimension
    Name pair = no_name;                       ///< this agent at this supplier
    Name payee = no_name;                      ///< this account at this supplier; no_name too: without an account
    Print twin = 0;                            ///< supplier, amount, side, items and quantities in any order
    Print loop = 0;                            ///< supplier, agent and items in any order
    Print batch = 0;                           ///< of a declared bulk run; 0: of none
    std::vector<Name> prices;                  ///< of each line: its item and unit at the supplier
    std::vector<Name> contracts;               ///< of each line: its item under its contract; no_name: under none

    [[nodiscard]] Name agent() const { return spend[static_cast<std::size_t>(Dimension::agent)]; }
    [[nodiscard]] Name supplier() const { return spend[static_cast<std::size_t>(Dimension::supplier)]; }
};

/// Gives every text a number that has none yet.
[[nodiscard]] OrderKeys give_keys(const domain::TransactionVersion& version, Names& names);
/// no_name for what was never met.
[[nodiscard]] OrderKeys find_keys(const domain::TransactionVersion& version, const Names& names);

} // namespace facts
