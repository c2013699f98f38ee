// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/gateway_client.h"

#include "app/link/answer.h"
#include "app/link/exchange.h"

#include <QPointer>
#include <QUrl>

#include <utility>

namespace uplink {

namespace {

QByteArray bytes_of(const std::string& text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// An id as one segment of a path. "." and ".." are no segments.
base::Result<QByteArray> segment(const std::string& id) {
    if (id.empty() || id == "." || id == "..") {
        return base::Fault{base::FaultCode::invalid_argument, "the id cannot stand in an address", "path"};
    }
    return QUrl::toPercentEncoding(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())));
}

struct Ask {
    QByteArray method;
    base::Result<QByteArray> path;
    QByteArray query;
    std::string body;
    bool own_connection = false;
};

} // namespace

/// Sends requests and brings the answers to their contexts.
class GatewayClient::Desk {
public:
    Desk(GatewayClient& owner, Endpoint endpoint, Scheduler& scheduler, Milliseconds timeout)
        : owner_(owner)
        , endpoint_(std::move(endpoint))
        , scheduler_(scheduler)
        , timeout_(timeout)
        , network_(&owner) {}

    template <class T, class Read>
    void ask(const Ask& ask, QObject* context, Reply<T> reply, Read read) {
        auto answer = [context = QPointer<QObject>(context), reply = std::move(reply)](base::Result<T> result) {
            if (context) {
                auto shared = std::make_shared<base::Result<T>>(std::move(result));
                QMetaObject::invokeMethod(
                    context, [reply, shared] { reply(std::move(*shared)); }, Qt::QueuedConnection);
            }
        };
        const base::Done sendable = ask.path ? check(endpoint_) : base::Done(ask.path.fault());
        if (!sendable) {
            answer(sendable.fault());
            return;
        }
        auto* exchange = new Exchange(
            network_, ask.own_connection, scheduler_,
            [answer, read](base::Result<Heard> heard) {
                answer(heard ? read(*heard) : base::Result<T>(std::move(heard).fault()));
            },
            &owner_);
        exchange->begin(request(ask), ask.method, bytes_of(ask.body), endpoint_.pin, timeout_);
    }

private:
    [[nodiscard]] QNetworkRequest request(const Ask& ask) const {
        QNetworkRequest made = request_to(endpoint_, tls_configuration(endpoint_).value(), *ask.path, ask.query);
        made.setRawHeader("Accept", "application/json, application/problem+json");
        if (!ask.body.empty()) {
            made.setRawHeader("Content-Type", "application/json");
        }
        if (ask.own_connection) {
            made.setRawHeader("Connection", "close");
        }
        return made;
    }

    GatewayClient& owner_;
    Endpoint endpoint_;
    Scheduler& scheduler_;
    Milliseconds timeout_;
    QNetworkAccessManager network_;
};

GatewayClient::GatewayClient(Endpoint endpoint, Scheduler& scheduler, Milliseconds timeout, QObject* parent)
    : QObject(parent)
    , desk_(std::make_unique<Desk>(*this, std::move(endpoint), scheduler, timeout)) {}

GatewayClient::~GatewayClient() {
    // Exchanges use the desk's connections: they go first.
    qDeleteAll(findChildren<Exchange*>(Qt::FindDirectChildrenOnly));
}

void GatewayClient::post_decision(const domain::SignedDecision& decision, QObject* context,
                                  Reply<domain::Receipt> reply) {
    const Ask ask{"POST", QByteArray("/v1/decisions"), {}, wire::encode_envelope(wire::envelope_of(decision)), true};
    desk_->ask<domain::Receipt>(ask, context, std::move(reply), read_receipt);
}

void GatewayClient::decision_status(const domain::DecisionId& id, QObject* context,
                                    Reply<std::optional<domain::Receipt>> reply) {
    const Ask ask{"GET", below("/v1/decisions/", segment(id.bytes())), {}, {}, false};
    desk_->ask<std::optional<domain::Receipt>>(ask, context, std::move(reply), read_status);
}

void GatewayClient::claim(const wire::ClaimRequest& request, QObject* context, Reply<wire::Claim> reply) {
    const Ask ask{"POST", QByteArray("/v1/claims"), {}, wire::encode(request), false};
    desk_->ask<wire::Claim>(ask, context, std::move(reply),
                            [](const Heard& heard) { return read_body(heard, wire::decode_claim); });
}

void GatewayClient::release(const domain::TransactionId& transaction, std::int64_t epoch, QObject* context,
                            Reply<void> reply) {
    const Ask ask{"DELETE",
                  below("/v1/claims/", segment(transaction.bytes())),
                  "epoch=" + QByteArray::number(static_cast<qlonglong>(epoch)),
                  {},
                  false};
    desk_->ask<void>(ask, context, std::move(reply), read_done);
}

void GatewayClient::transaction(const domain::TransactionId& id, QObject* context,
                                Reply<wire::TransactionStatus> reply) {
    const Ask ask{"GET", below("/v1/transactions/", segment(id.bytes())), {}, {}, false};
    desk_->ask<wire::TransactionStatus>(ask, context, std::move(reply), [](const Heard& heard) {
        return read_body(heard, wire::decode_transaction_status);
    });
}

void GatewayClient::make_plan(const domain::TransactionId& id, const std::optional<domain::Money>& amount,
                              QObject* context, Reply<domain::Plan> reply) {
    const std::string body = amount ? wire::encode(wire::PlanRequest{amount}) : std::string();
    const Ask ask{"POST", below("/v1/transactions/", segment(id.bytes()), "/plan"), {}, body, false};
    desk_->ask<domain::Plan>(ask, context, std::move(reply),
                             [](const Heard& heard) { return read_body(heard, wire::decode_plan); });
}

void GatewayClient::roster(QObject* context, Reply<domain::SignedRoster> reply) {
    const Ask ask{"GET", QByteArray("/v1/roster"), {}, {}, false};
    desk_->ask<domain::SignedRoster>(ask, context, std::move(reply), read_roster);
}

void GatewayClient::put_roster(const domain::SignedRoster& roster, QObject* context, Reply<void> reply) {
    const Ask ask{"PUT", QByteArray("/v1/roster"), {}, wire::encode_envelope(wire::envelope_of(roster)), false};
    desk_->ask<void>(ask, context, std::move(reply), read_done);
}

void GatewayClient::policy(QObject* context, Reply<wire::PolicyStatus> reply) {
    const Ask ask{"GET", QByteArray("/v1/policy"), {}, {}, false};
    desk_->ask<wire::PolicyStatus>(ask, context, std::move(reply),
                                   [](const Heard& heard) { return read_body(heard, wire::decode_policy_status); });
}

void GatewayClient::put_policy(const domain::PolicyEnvelope& policy, QObject* context,
                               Reply<wire::PolicyStatus> reply) {
    const Ask ask{"PUT", QByteArray("/v1/policy"), {}, wire::encode_policy_envelope(policy), false};
    desk_->ask<wire::PolicyStatus>(ask, context, std::move(reply),
                                   [](const Heard& heard) { return read_body(heard, wire::decode_policy_status); });
}

void GatewayClient::withdraw_policy(const wire::PolicyWithdrawalRequest& request, QObject* context,
                                    Reply<wire::PolicyStatus> reply) {
    const Ask ask{"PUT", QByteArray("/v1/policy/withdrawal"), {}, wire::encode(request), false};
    desk_->ask<wire::PolicyStatus>(ask, context, std::move(reply),
                                   [](const Heard& heard) { return read_body(heard, wire::decode_policy_status); });
}

void GatewayClient::info(QObject* context, Reply<wire::GatewayInfo> reply) {
    const Ask ask{"GET", QByteArray("/v1/gateway"), {}, {}, false};
    desk_->ask<wire::GatewayInfo>(ask, context, std::move(reply),
                                  [](const Heard& heard) { return read_body(heard, wire::decode_gateway_info); });
}

void GatewayClient::acknowledge(const wire::Ack& ack, QObject* context, Reply<void> reply) {
    const Ask ask{"POST", QByteArray("/v1/ack"), {}, wire::encode(ack), false};
    desk_->ask<void>(ask, context, std::move(reply), read_done);
}

} // namespace uplink
