// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/crypto/signing.h"
#include "app/link/feed_link.h"
#include "app/link/gateway_client.h"
#include "tests/protocol/python_gateway.h"
#include "tests/protocol/schema_set.h"
#include "tests/support/patience.h"

#include <QTest>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

/// Our own link against the example gateway: what the tests of it ask and sign.
class GatewayFixture : public QObject {
protected:
    /// Asks and waits for the answer.
    template <class T, class Ask>
    base::Result<T> answer(Ask ask);
    /// The events behind `after`, as far as `until` says.
    std::vector<domain::Event> events(std::uint64_t after, const std::function<bool(const domain::Event&)>& until);
    wire::TransactionStatus status(const domain::TransactionId& id);
    domain::Decision decision_on(const wire::TransactionStatus& status, domain::Verb verb, const char* id);
    domain::SignedDecision signed_by(const crypto::SigningKey& key, const domain::Decision& decision);
    base::Result<domain::Receipt> post(const domain::SignedDecision& decision);

    const domain::PersonId ada{"ada"};
    crypto::SigningKey administrator_ = key_of(1);
    crypto::SigningKey person_ = key_of(2);
    base::SystemClock clock_;
    uplink::SystemScheduler scheduler_;
    SchemaSet schemas_;
    PythonGateway gateway_;
    std::unique_ptr<uplink::GatewayClient> client_;

private:
    static crypto::SigningKey key_of(std::uint8_t seed);
};

template <class T, class Ask>
base::Result<T> GatewayFixture::answer(Ask ask) {
    std::optional<base::Result<T>> heard;
    ask([&heard](base::Result<T> result) { heard.emplace(std::move(result)); });
    if (!support::wait_until([&heard] { return heard.has_value(); })) {
        return base::Fault{base::FaultCode::timed_out, "no answer", {}};
    }
    return std::move(*heard);
}
