// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/urgency.h"

#include "app/ports/case_level.h"

namespace models::queue {

bool needs_person(ports::CaseState state) {
    using enum ports::CaseState;
    switch (state) {
    case open:
    case awaiting_second:
    case in_doubt:
    case failed:
    case partly_rolled_back: return true;
    case decided:
    case executed:
    case rejected:
    case expired:
    case rolled_back:
    case withdrawn:
    case acknowledged: return false;
    }
    return true;
}

bool is_settled(ports::CaseState state) {
    using enum ports::CaseState;
    switch (state) {
    case executed:
    case rejected:
    case expired:
    case rolled_back:
    case withdrawn:
    case acknowledged: return true;
    case open:
    case decided:
    case awaiting_second:
    case in_doubt:
    case failed:
    case partly_rolled_back: return false;
    }
    return false;
}

Rank rank_of(Order order, const ports::CaseRow& row) {
    const auto number = [](base::Instant instant) { return std::int64_t{instant.time_since_epoch().count()}; };
    const bool alarming = row.conflict || row.state == ports::CaseState::in_doubt ||
                          row.state == ports::CaseState::partly_rolled_back || row.state == ports::CaseState::failed;
    const std::int64_t end = number(row.ends().value_or(base::Instant::max()));
    std::int64_t chosen = 0; // risk: what follows below
    switch (order) {
    case Order::risk: break;
    case Order::waiting: chosen = number(row.opened); break;
    case Order::deadline: chosen = end; break;
    }
    return {needs_person(row.state) ? 0 : 1,
            chosen,
            alarming ? 0 : 1,
            -static_cast<std::int64_t>(ports::level_of(row)),
            end,
            number(row.opened)};
}

bool comes_before(Order order, const ports::CaseRow& one, const ports::CaseRow& other) {
    const Rank left = rank_of(order, one);
    const Rank right = rank_of(order, other);
    return left != right ? left < right : one.key < other.key;
}

bool more_urgent(const ports::CaseRow& one, const ports::CaseRow& other) {
    return comes_before(Order::risk, one, other);
}

} // namespace models::queue
