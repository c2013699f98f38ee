// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/embedded_sandbox.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>

namespace console {

namespace {
constexpr int ending_patience_ms = 3'000;
}

EmbeddedSandbox::~EmbeddedSandbox() {
    if (process_.state() == QProcess::NotRunning) {
        return;
    }
    process_.closeWriteChannel();
    if (!process_.waitForFinished(ending_patience_ms)) {
        process_.kill();
        process_.waitForFinished(ending_patience_ms);
    }
}

QString EmbeddedSandbox::program() {
    return QCoreApplication::applicationDirPath() + QStringLiteral("/reeve-sandbox");
}

base::Result<premises::Connection> EmbeddedSandbox::start(const QString& program, const std::filesystem::path& state,
                                                          const QStringList& arguments,
                                                          std::chrono::milliseconds patience) {
    if (!QFileInfo(program).isExecutable()) {
        return base::Fault{base::FaultCode::not_found, "the simulated gateway is not beside this program",
                           program.toStdString()};
    }
    process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process_.start(program, QStringList{QStringLiteral("--state"), QString::fromStdString(state.string())} + arguments);
    const QDeadlineTimer deadline(patience);
    while (!process_.canReadLine()) {
        if (process_.state() == QProcess::NotRunning && !process_.canReadLine()) {
            return base::Fault{base::FaultCode::unreachable, "the simulated gateway ended at once",
                               "exit code " + std::to_string(process_.exitCode())};
        }
        if (deadline.hasExpired()) {
            return base::Fault{base::FaultCode::timed_out, "the simulated gateway did not say where it listens", {}};
        }
        process_.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
    }
    return premises::connection_of(process_.readLine().trimmed().toStdString());
}

} // namespace console
