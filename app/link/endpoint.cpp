// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/endpoint.h"

#include "app/link/tls.h"

#include <algorithm>

namespace uplink {

namespace {

bool is_header_text(char c) {
    return c > 0x20 && c < 0x7f;
}

} // namespace

base::Done check(const Endpoint& endpoint) {
    using base::Fault;
    using base::FaultCode;
    if (endpoint.port == 0) {
        return Fault{FaultCode::invalid_argument, "the port is missing", "port"};
    }
    QUrl url;
    url.setHost(QString::fromUtf8(endpoint.host.c_str()), QUrl::StrictMode);
    if (endpoint.host.empty() || url.host().isEmpty()) {
        return Fault{FaultCode::invalid_argument, "the host is no name and no address", "host"};
    }
    // A line break in a token would let it write headers of its own.
    if (!std::all_of(endpoint.token.begin(), endpoint.token.end(), is_header_text)) {
        return Fault{FaultCode::invalid_argument, "the token holds characters that no bearer token has", "token"};
    }
    if (const auto tls = tls_configuration(endpoint); !tls) {
        return tls.fault();
    }
    return {};
}

} // namespace uplink
