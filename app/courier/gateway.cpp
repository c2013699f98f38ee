// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/courier/gateway.h"

#include "app/link/gateway_client.h"

#include <utility>

namespace courier {

void LinkedGateway::post(const domain::SignedDecision& decision, QObject* context, Reply<domain::Receipt> reply) {
    client_.post_decision(decision, context, std::move(reply));
}

void LinkedGateway::status(const domain::DecisionId& id, QObject* context,
                           Reply<std::optional<domain::Receipt>> reply) {
    client_.decision_status(id, context, std::move(reply));
}

} // namespace courier
