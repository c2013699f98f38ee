// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decisions/dispatch.h"

#include "app/base/log.h"
#include "app/link/fault.h"

#include <QMetaObject>
#include <QTimer>

namespace decisions {

namespace {

constexpr std::chrono::seconds policy_retry{15};
constexpr std::chrono::seconds policy_watch{30};

/// Not reached, or not yet: the same may be taken later.
bool may_change_by_itself(const base::Fault& fault) {
    const std::string_view code = uplink::problem_code(fault);
    return uplink::http_status(fault) == 0 || code == "no_roster" || code == "solo_delay" || code == "stale_roster";
}

} // namespace

Dispatch::Dispatch(record::Writer& writer, std::filesystem::path store, uplink::GatewayClient& client,
                   const domain::PublicKey& gateway_key, const base::Clock& clock, uplink::Scheduler& scheduler)
    : client_(client)
    , outbox_(writer, std::move(store))
    , gateway_(client)
    , courier_(outbox_, gateway_, gateway_key, clock, scheduler) {
    connect(&courier_, &courier::Courier::forged, this, &Dispatch::forged);
    connect(&courier_, &courier::Courier::health_changed, this, &Dispatch::delivery_changed);
}

template <class Call>
void Dispatch::on_link_thread(Call call) {
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

void Dispatch::start() {
    on_link_thread([this] { courier_.start(); });
}

void Dispatch::wake() {
    on_link_thread([this] { courier_.wake(); });
}

void Dispatch::ask_status(const domain::DecisionId& id) {
    on_link_thread([this, id] { courier_.ask_status(id); });
}

void Dispatch::settle(const domain::Receipt& receipt) {
    on_link_thread([this, receipt] { courier_.settle(receipt); });
}

void Dispatch::make_plan(const domain::TransactionId& id, const std::optional<domain::Money>& amount,
                         std::function<void(base::Result<domain::Plan>)> answer) {
    on_link_thread([this, id, amount, answer = std::move(answer)] {
        client_.make_plan(id, amount, this, [this, answer](base::Result<domain::Plan> plan) {
            if (answers_) {
                answer(std::move(plan));
            }
        });
    });
}

void Dispatch::claim(const domain::TransactionId& id, const domain::PersonId& person,
                     std::function<void(base::Result<domain::ClaimChanged>)> answer) {
    on_link_thread([this, id, person, answer = std::move(answer)] {
        // Without an epoch: who holds the case already keeps it and gains time.
        client_.claim({id, person, 0}, this, [answer](base::Result<wire::Claim> given) {
            answer(given ? base::Result<domain::ClaimChanged>(
                               domain::ClaimChanged{given->transaction, given->person, given->epoch, given->expires})
                         : given.fault());
        });
    });
}

void Dispatch::release(const domain::TransactionId& id, std::int64_t epoch) {
    on_link_thread([this, id, epoch] {
        client_.release(id, epoch, this, [](base::Result<void> answer) {
            if (!answer) {
                qCInfo(base::log_courier) << "a claim was not given back:" << base::name_of(answer.fault().code);
            }
        });
    });
}

void Dispatch::offer_roster(const domain::SignedRoster& roster) {
    on_link_thread([this, roster] {
        client_.put_roster(roster, this, [](base::Result<void> answer) {
            if (!answer) {
                qCWarning(base::log_courier)
                    << "the gateway did not take the roster:" << base::name_of(answer.fault().code);
            }
        });
    });
}

void Dispatch::offer_policy(const domain::SignedPolicy& policy, bool in_force, PolicyAnswer answer) {
    on_link_thread([this, policy, in_force, answer = std::move(answer)] {
        offered_[in_force ? 1 : 0] = policy.digest;
        put_policy(policy, in_force, answer);
    });
}

void Dispatch::withdraw_policy(const wire::PolicyWithdrawalRequest& request) {
    on_link_thread([this, request] {
        client_.withdraw_policy(request, this, [this, request](base::Result<wire::PolicyStatus> said) {
            if (!said && answers_ && may_change_by_itself(said.fault())) {
                QTimer::singleShot(policy_retry, this, [this, request] { withdraw_policy(request); });
            } else if (!said) { // the gateway's word about the edition itself comes by the feed
                qCInfo(base::log_courier)
                    << "a withdrawal of a policy was not taken:" << base::name_of(said.fault().code);
            }
        });
    });
}

void Dispatch::watch_policy(PolicyAnswer answer) {
    on_link_thread([this, answer = std::move(answer)] {
        const auto ask = [this, answer] {
            client_.policy(this, [this, answer](base::Result<wire::PolicyStatus> said) {
                if (answers_) {
                    answer(std::move(said));
                }
            });
        };
        auto* timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, ask);
        timer->start(policy_watch);
        ask();
    });
}

void Dispatch::put_policy(const domain::SignedPolicy& policy, bool in_force, const PolicyAnswer& answer) {
    if (offered_[in_force ? 1 : 0] != policy.digest) {
        return; // a newer one goes its own way
    }
    client_.put_policy(policy.envelope, this, [this, policy, in_force, answer](base::Result<wire::PolicyStatus> said) {
        if (!answers_) {
            return;
        }
        if (!said && may_change_by_itself(said.fault())) {
            QTimer::singleShot(policy_retry, this,
                               [this, policy, in_force, answer] { put_policy(policy, in_force, answer); });
        }
        answer(std::move(said));
    });
}

} // namespace decisions
