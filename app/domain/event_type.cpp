// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/event_type.h"

#include <algorithm>
#include <cstddef>

namespace domain {

namespace {

constexpr std::array<std::string_view, event_type_count> type_names = {
    "dev.reeve.agent.registered.v1",     "dev.reeve.agent.updated.v1",         "dev.reeve.heartbeat.sent.v1",
    "dev.reeve.probation.changed.v1",    "dev.reeve.mandate.granted.v1",       "dev.reeve.mandate.revoked.v1",
    "dev.reeve.turn.taken.v1",           "dev.reeve.transaction.requested.v1", "dev.reeve.transaction.amended.v1",
    "dev.reeve.transaction.held.v1",     "dev.reeve.transaction.started.v1",   "dev.reeve.transaction.completed.v1",
    "dev.reeve.transaction.failed.v1",   "dev.reeve.transaction.doubted.v1",   "dev.reeve.transaction.shipped.v1",
    "dev.reeve.transaction.delayed.v1",  "dev.reeve.transaction.delivered.v1", "dev.reeve.transaction.shorted.v1",
    "dev.reeve.transaction.invoiced.v1", "dev.reeve.transaction.returned.v1",  "dev.reeve.transaction.cancelled.v1",
    "dev.reeve.transaction.expired.v1",  "dev.reeve.assessment.made.v1",       "dev.reeve.confirmation.given.v1",
    "dev.reeve.decision.taken.v1",       "dev.reeve.receipt.issued.v1",        "dev.reeve.plan.made.v1",
    "dev.reeve.step.taken.v1",           "dev.reeve.hold.placed.v1",           "dev.reeve.hold.released.v1",
    "dev.reeve.stop.ordered.v1",         "dev.reeve.stop.acknowledged.v1",     "dev.reeve.stop.lifted.v1",
    "dev.reeve.contract.published.v1",   "dev.reeve.price.published.v1",       "dev.reeve.stock.counted.v1",
    "dev.reeve.policy.published.v1",     "dev.reeve.roster.published.v1",      "dev.reeve.claim.changed.v1",
};

} // namespace

std::string_view type_name(EventType type) {
    return type_names.at(static_cast<std::size_t>(type) - 1);
}

std::optional<EventType> event_type(std::string_view name) {
    const auto found = std::find(type_names.begin(), type_names.end(), name);
    if (found == type_names.end()) {
        return std::nullopt;
    }
    return static_cast<EventType>(found - type_names.begin() + 1);
}

} // namespace domain
