// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/feed.h"

#include <array>
#include <cstdint>

namespace models::queue {

/// True while somebody at the console may still have something to do about the case.
[[nodiscard]] bool needs_person(ports::CaseState state);

/// True when nothing will happen to the case by itself any more.
[[nodiscard]] bool is_settled(ports::CaseState state);

/// A case's place in an order as numbers that compare one after the other, so that 50,000 cases are sorted without
/// looking at them again. Cases of the same rank stand by their keys.
using Rank = std::array<std::int64_t, 6>;

/// What the inbox is sorted by. In each of them what needs a person comes first.
enum class Order { risk, waiting, deadline };

[[nodiscard]] Rank rank_of(Order order, const ports::CaseRow& row);

/// Risk is more_urgent(). Waiting: the longest wait first. Deadline: the nearest end
/// first, the platform's or the policy's, those without one last.
/// Total.
[[nodiscard]] bool comes_before(Order order, const ports::CaseRow& one, const ports::CaseRow& other);

/// The order of work: what needs a person first; there what is in doubt or contradictory, then the higher tier, then
/// the nearer deadline, then the longer wait. Total, so that equal cases keep their places.
[[nodiscard]] bool more_urgent(const ports::CaseRow& one, const ports::CaseRow& other);

} // namespace models::queue
