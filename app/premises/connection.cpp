// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/premises/connection.h"

#include "app/base/encoding.h"
#include "app/crypto/certificate.h"
#include "app/json/fields.h"
#include "app/json/reader.h"
#include "app/premises/private_file.h"

#include <algorithm>

namespace premises {

namespace {

domain::PublicKey key_in(json::Fields& fields, std::string_view name) {
    const auto key = base::array_from_base64<32>(fields.string(name));
    if (!key) {
        fields.blame(name, key.fault());
        return {};
    }
    return *key;
}

std::uint16_t port_in(json::Fields& fields) {
    const std::int32_t port = fields.int32("port");
    if (port < 1 || port > 65'535) {
        fields.blame("port", base::FaultCode::malformed, "a port is between 1 and 65535");
        return 0;
    }
    return static_cast<std::uint16_t>(port);
}

/// "AB:CD:…" or "abcd…", as people copy it.
std::optional<domain::Digest> pin_in(json::Fields& fields, std::string_view name) {
    std::string text(fields.optional_string(name));
    if (text.empty()) {
        return std::nullopt;
    }
    text.erase(std::remove(text.begin(), text.end(), ':'), text.end());
    const auto bytes = base::from_hex(text);
    domain::Digest digest{};
    if (!bytes || bytes->size() != digest.size()) {
        fields.blame(name, base::FaultCode::malformed, "a SHA-256 fingerprint has 64 hexadecimal digits");
        return std::nullopt;
    }
    std::copy(bytes->begin(), bytes->end(), digest.begin());
    return digest;
}

/// What the sandbox prints has its certificate whole, and is on this machine.
void read_announcement(json::Fields& fields, Connection& connection) {
    connection.embedded = true;
    connection.endpoint.host = "127.0.0.1";
    const auto digest = crypto::certificate_digest(fields.string("certificate"));
    if (digest) {
        connection.endpoint.pin = *digest;
    } else {
        fields.blame("certificate", digest.fault());
    }
    if (fields.has("colleague_key")) {
        connection.colleague_key = key_in(fields, "colleague_key");
    }
}

void read_endpoint(json::Fields& fields, uplink::Endpoint& endpoint) {
    endpoint.host = fields.string("host");
    endpoint.pin = pin_in(fields, "certificate_sha256");
    endpoint.authorities = fields.optional_string("authorities");
    endpoint.client_certificate = fields.optional_string("client_certificate");
    endpoint.client_key = fields.optional_string("client_key");
}

} // namespace

base::Result<Connection> connection_of(std::string_view text, const std::string& place) {
    const auto blame = [&place](base::Fault fault) {
        fault.where = place.empty() ? fault.where : place + ": " + fault.where;
        return fault;
    };
    const auto document = json::Document::parse(text);
    if (!document) {
        return blame(document.fault());
    }
    json::Trouble trouble;
    json::Fields fields(document->root(), trouble);
    Connection connection;
    connection.endpoint.port = port_in(fields);
    connection.endpoint.token = fields.string("token");
    connection.endpoint.source = domain::SourceId(std::string(fields.string("source")));
    connection.gateway_key = key_in(fields, "gateway_key");
    if (fields.has("certificate")) {
        read_announcement(fields, connection);
    } else {
        read_endpoint(fields, connection.endpoint);
    }
    if (const auto read = trouble.done(); !read) {
        return blame(read.fault());
    }
    REEVE_TRY(uplink::check(connection.endpoint));
    return connection;
}

base::Result<Connection> read_connection(const std::filesystem::path& file) {
    const auto text = read_private_file(file, "the connection file, which holds a token");
    if (!text) {
        base::Fault fault = text.fault();
        if (fault.code == base::FaultCode::not_found) {
            fault.detail = "there is no connection file; name one with --connection";
        }
        return fault;
    }
    return connection_of(*text, file.string());
}

} // namespace premises
