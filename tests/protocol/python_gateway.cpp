// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/protocol/python_gateway.h"

#include "tests/protocol/schema_set.h"
#include "tests/support/patience.h"

base::Done PythonGateway::start(const QStringList& arguments) {
    const QStringList always = {QStringLiteral("-B"), SchemaSet::path(QStringLiteral("gateway.py")),
                                QStringLiteral("--end-with-stdin")};
    process_.start(QStringLiteral("/usr/bin/python3"), always + arguments);
    while (!process_.canReadLine()) {
        if (!process_.waitForReadyRead(support::patience_ms)) {
            const std::string told = process_.readAllStandardError().toStdString();
            return base::Fault{
                base::FaultCode::unreachable, "gateway.py (packages python3, openssl) says: " + told, {}};
        }
    }
    auto announcement = wire::decode_announcement(process_.readLine().toStdString());
    if (!announcement) {
        return announcement.fault();
    }
    announcement_ = std::move(*announcement);
    return {};
}

PythonGateway::~PythonGateway() {
    if (process_.state() != QProcess::NotRunning) {
        process_.kill();
        process_.waitForFinished(support::patience_ms);
    }
}

uplink::Endpoint PythonGateway::endpoint() const {
    uplink::Endpoint endpoint;
    endpoint.host = "127.0.0.1";
    endpoint.port = static_cast<std::uint16_t>(announcement_.port);
    endpoint.token = announcement_.token;
    endpoint.authorities = announcement_.certificate;
    endpoint.source = announcement_.source;
    return endpoint;
}

bool PythonGateway::end() {
    process_.closeWriteChannel();
    return process_.waitForFinished(support::patience_ms) && process_.exitStatus() == QProcess::NormalExit &&
           process_.exitCode() == 0;
}
