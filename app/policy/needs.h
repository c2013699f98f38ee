// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/what_if.h"
#include "app/policy/rule_book.h"

#include <chrono>
#include <vector>

namespace policy {

/// A fact that stored history may not hold, and how far back it reaches.
struct Need {
    domain::Lack lack = domain::Lack::window;
    std::chrono::hours window{0}; ///< with Lack::window
};

/// What a rule reads of such facts, by slot.
struct RuleNeeds {
    std::size_t rule = 0;
    std::vector<std::pair<cel::Slot, Need>> slots;
};

/// Which facts the parts read that are not the same in two policies: only those can make a difference.
struct Needs {
    std::vector<RuleNeeds> before; ///< rules of the one
    std::vector<RuleNeeds> after;  ///< and of the other
    std::vector<Need> others;      ///< limits, tiers, groups
};

/// How long a record has to have run before "never seen" and "cost last" mean something.
inline constexpr std::chrono::hours habits_settle{24 * 30};

[[nodiscard]] Needs needs_of(const RuleBook& before, const RuleBook& after);

/// One policy and the row that it makes of the order.
struct Side {
    RuleBook& book;
    cel::Row row;
};

/// The first fact that history does not hold for the order and on which the difference hangs; nothing: it can be
/// replayed. A rule whose condition comes to the same whatever the fact was does not hang on it.
[[nodiscard]] std::optional<domain::Lack> lacking(const Needs& needs, const Side& before, const Side& after,
                                                  const Case& one, const facts::Told& told, base::Instant beginning);

[[nodiscard]] std::string_view name_of(domain::Lack lack);

} // namespace policy
