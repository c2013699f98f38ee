// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/connection.h"

#include "app/base/encoding.h"
#include "app/crypto/certificate.h"
#include "app/json/fields.h"
#include "app/json/reader.h"

#include <QFile>

#include <algorithm>

namespace console {

namespace {

std::optional<domain::PublicKey> key_in(json::Fields& fields, std::string_view name, std::string_view text) {
    const auto key = base::array_from_base64<32>(text);
    if (!key) {
        fields.blame(name, key.fault());
        return std::nullopt;
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

/// What both forms have.
void read_common(json::Fields& fields, Connection& connection) {
    connection.endpoint.port = port_in(fields);
    connection.endpoint.token = fields.string("token");
    connection.endpoint.source = domain::SourceId(std::string(fields.string("source")));
    connection.gateway_key = key_in(fields, "gateway_key", fields.string("gateway_key")).value_or(domain::PublicKey{});
}

} // namespace

base::Result<Connection> read_connection(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::Fault{base::FaultCode::unreadable, file.errorString().toStdString(), path.toStdString()};
    }
    if ((file.permissions() & (QFile::ReadGroup | QFile::ReadOther)) != 0) {
        return base::Fault{base::FaultCode::refused, "others may read the connection file, which holds a token",
                           path.toStdString()};
    }
    const std::string text = file.readAll().toStdString();
    const auto document = json::Document::parse(text);
    if (!document) {
        return document.fault();
    }
    json::Trouble trouble;
    json::Fields fields(document->root(), trouble);
    Connection connection;
    read_common(fields, connection);
    connection.endpoint.host = fields.string("host");
    connection.endpoint.pin = pin_in(fields, "certificate_sha256");
    connection.endpoint.authorities = fields.optional_string("authorities");
    connection.endpoint.client_certificate = fields.optional_string("client_certificate");
    connection.endpoint.client_key = fields.optional_string("client_key");
    REEVE_TRY(trouble.done());
    REEVE_TRY(uplink::check(connection.endpoint));
    return connection;
}

base::Result<Connection> connection_of(std::string_view announcement) {
    const auto document = json::Document::parse(announcement);
    if (!document) {
        return document.fault();
    }
    json::Trouble trouble;
    json::Fields fields(document->root(), trouble);
    Connection connection;
    read_common(fields, connection);
    connection.embedded = true;
    connection.endpoint.host = "127.0.0.1";
    const auto digest = crypto::certificate_digest(fields.string("certificate"));
    if (digest) {
        connection.endpoint.pin = *digest;
    } else {
        fields.blame("certificate", digest.fault());
    }
    if (const std::string_view colleague = fields.optional_string("colleague_key"); !colleague.empty()) {
        connection.colleague_key = key_in(fields, "colleague_key", colleague);
    }
    REEVE_TRY(trouble.done());
    return connection;
}

} // namespace console
