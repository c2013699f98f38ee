// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/decision.h"
#include "app/domain/plan.h"
#include "app/domain/receipt.h"
#include "app/domain/roster.h"
#include "app/link/endpoint.h"
#include "app/link/fault.h"
#include "app/link/scheduler.h"
#include "app/wire/api.h"
#include "app/wire/policy_bytes.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace uplink {

/// Takes the one answer of a request. Called on the context's thread, never when the context is gone, never inside the
/// asking call.
template <class T>
using Reply = std::function<void(base::Result<T>)>;

/// The requests of the gateway's HTTP interface beside the feed. Lives on the link thread; calls must come on it.
/// Every reply comes exactly once (unless its context dies), at the latest after the timeout; the faults are those of
/// fault.h. Signatures are not verified here. Where a connection ends without a byte of an answer, Qt sends the same
/// request again by itself, up to three times, one after the other: the protocol's requests allow that.
class GatewayClient final : public QObject {
    Q_OBJECT
public:
    GatewayClient(Endpoint endpoint, Scheduler& scheduler, Milliseconds timeout = std::chrono::seconds(15),
                  QObject* parent = nullptr);
    ~GatewayClient() override;

    /// POST /v1/decisions, on a connection of its own: so `unreachable` and `untrusted` are certain not to have
    /// arrived.
    void post_decision(const domain::SignedDecision& decision, QObject* context, Reply<domain::Receipt> reply);
    /// GET /v1/decisions/{id}. Nothing: the gateway has never seen it.
    void decision_status(const domain::DecisionId& id, QObject* context, Reply<std::optional<domain::Receipt>> reply);
    /// POST /v1/claims. Faults besides: conflict (somebody else has it).
    void claim(const wire::ClaimRequest& request, QObject* context, Reply<wire::Claim> reply);
    /// DELETE /v1/claims/{transaction_id}?epoch=
    void release(const domain::TransactionId& transaction, std::int64_t epoch, QObject* context, Reply<void> reply);
    /// GET /v1/transactions/{id}
    void transaction(const domain::TransactionId& id, QObject* context, Reply<wire::TransactionStatus> reply);
    /// POST /v1/transactions/{id}/plan: the plan for rolling back, made on demand. Without an amount: for all of it.
    void make_plan(const domain::TransactionId& id, const std::optional<domain::Money>& amount, QObject* context,
                   Reply<domain::Plan> reply);
    /// GET and PUT /v1/roster
    void roster(QObject* context, Reply<domain::SignedRoster> reply);
    void put_roster(const domain::SignedRoster& roster, QObject* context, Reply<void> reply);
    /// GET and PUT /v1/policy: which policy the gateway holds orders by.
    void policy(QObject* context, Reply<wire::PolicyStatus> reply);
    void put_policy(const domain::PolicyEnvelope& policy, QObject* context, Reply<wire::PolicyStatus> reply);
    /// PUT /v1/policy/withdrawal: whoever proposed a policy takes it back.
    void withdraw_policy(const wire::PolicyWithdrawalRequest& request, QObject* context,
                         Reply<wire::PolicyStatus> reply);
    /// GET /v1/gateway
    void info(QObject* context, Reply<wire::GatewayInfo> reply);
    /// POST /v1/ack
    void acknowledge(const wire::Ack& ack, QObject* context, Reply<void> reply);

private:
    class Desk;
    std::unique_ptr<Desk> desk_;
};

} // namespace uplink
