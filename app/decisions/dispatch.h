// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/courier/courier.h"
#include "app/courier/gateway.h"
#include "app/decisions/record_outbox.h"
#include "app/link/gateway_client.h"

#include <QObject>

#include <functional>

namespace decisions {

/// The side of decisions that lives on the link thread: courier, plans, the roster. Calls may come from any thread;
/// they come over by themselves, and answers run on the link thread.
class Dispatch final : public QObject {
    Q_OBJECT
public:
    Dispatch(record::Writer& writer, std::filesystem::path store, uplink::GatewayClient& client,
             const domain::PublicKey& gateway_key, const base::Clock& clock, uplink::Scheduler& scheduler);

    void start();
    void wake();
    void ask_status(const domain::DecisionId& id);
    void settle(const domain::Receipt& receipt);
    /// The plan for giving this much back; without an amount, all of it.
    void make_plan(const domain::TransactionId& id, const std::optional<domain::Money>& amount,
                   std::function<void(base::Result<domain::Plan>)> answer);
    void claim(const domain::TransactionId& id, const domain::PersonId& person,
               std::function<void(base::Result<domain::ClaimChanged>)> answer);
    void release(const domain::TransactionId& id, std::int64_t epoch);
    /// Offers the roster to the gateway unless it has this version already.
    void offer_roster(const domain::SignedRoster& roster);
    /// Offers an edition of the policy, one in force or one that waits for a second person. While the gateway cannot be
    /// reached, has no roster or lets the delay of solo mode pass, the newest of each is offered again.
    void offer_policy(const domain::SignedPolicy& policy, bool in_force,
                      std::function<void(base::Result<wire::PolicyStatus>)> answer);
    /// Tells the gateway that a proposal was taken back; again while it cannot be reached.
    void withdraw_policy(const wire::PolicyWithdrawalRequest& request);
    /// Asks the gateway which policy it goes by, and which one waits there: at once, and every half minute from then
    /// on.
    void watch_policy(std::function<void(base::Result<wire::PolicyStatus>)> answer);

    /// On the link thread: whoever asked is about to end, and gets no answer any more.
    void stop_answering() { answers_ = false; }

Q_SIGNALS:
    /// How the delivery does, whenever that changes.
    void delivery_changed(const courier::Health& health);
    /// Somebody answered in the gateway's name who is not the gateway.
    void forged(const domain::DecisionId& id, const base::Fault& fault);

private:
    using PolicyAnswer = std::function<void(base::Result<wire::PolicyStatus>)>;
    template <class Call>
    void on_link_thread(Call call);
    void put_policy(const domain::SignedPolicy& policy, bool in_force, const PolicyAnswer& answer);

    uplink::GatewayClient& client_;
    RecordOutbox outbox_;
    courier::LinkedGateway gateway_;
    courier::Courier courier_;
    bool answers_ = true;
    domain::Digest offered_[2]{}; ///< the newest edition that waits, and the newest in force
};

} // namespace decisions
