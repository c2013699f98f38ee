// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/urgency.h"

#include <tuple>

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
    case withdrawn: return false;
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
    case withdrawn: return true;
    case open:
    case decided:
    case awaiting_second:
    case in_doubt:
    case failed:
    case partly_rolled_back: return false;
    }
    return false;
}

bool comes_before(Order order, const ports::CaseRow& one, const ports::CaseRow& other) {
    const auto nobody = [](const ports::CaseRow& row) { return !needs_person(row.state); };
    switch (order) {
    case Order::risk: return more_urgent(one, other);
    case Order::waiting: {
        const auto left = std::make_tuple(nobody(one), one.opened);
        const auto right = std::make_tuple(nobody(other), other.opened);
        return left != right ? left < right : more_urgent(one, other);
    }
    case Order::deadline: {
        const auto end = [](const ports::CaseRow& row) { return row.expires.value_or(base::Instant::max()); };
        const auto left = std::make_tuple(nobody(one), end(one));
        const auto right = std::make_tuple(nobody(other), end(other));
        return left != right ? left < right : more_urgent(one, other);
    }
    }
    return more_urgent(one, other);
}

bool more_urgent(const ports::CaseRow& one, const ports::CaseRow& other) {
    const auto alarming = [](const ports::CaseRow& row) {
        return row.conflict || row.state == ports::CaseState::in_doubt ||
               row.state == ports::CaseState::partly_rolled_back || row.state == ports::CaseState::failed;
    };
    const auto rank = [&](const ports::CaseRow& row) {
        return std::make_tuple(!needs_person(row.state), !alarming(row), -static_cast<int>(row.tier),
                               row.expires.value_or(base::Instant::max()), row.opened);
    };
    const auto left = rank(one);
    const auto right = rank(other);
    return left != right ? left < right : one.key < other.key;
}

} // namespace models::queue
