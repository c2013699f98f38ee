// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/courier/outbox.h"
#include "app/link/fault.h"

namespace uplink {
class GatewayClient;
}

namespace courier {

/// The two requests that the courier makes; in tests a gateway that misbehaves. Faults are those of link/fault.h.
class Gateway {
public:
    virtual ~Gateway() = default;
    virtual void post(const domain::SignedDecision& decision, QObject* context, Reply<domain::Receipt> reply) = 0;
    /// Nothing: the gateway has never seen it.
    virtual void status(const domain::DecisionId& id, QObject* context,
                        Reply<std::optional<domain::Receipt>> reply) = 0;
};

/// The real one.
class LinkedGateway final : public Gateway {
public:
    explicit LinkedGateway(uplink::GatewayClient& client)
        : client_(client) {}
    void post(const domain::SignedDecision& decision, QObject* context, Reply<domain::Receipt> reply) override;
    void status(const domain::DecisionId& id, QObject* context, Reply<std::optional<domain::Receipt>> reply) override;

private:
    uplink::GatewayClient& client_;
};

} // namespace courier
