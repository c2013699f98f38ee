// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/premises/connection.h"

#include <QProcess>
#include <QStringList>

#include <chrono>
#include <filesystem>

namespace console {

/// The reeve-sandbox beside this program (never one from PATH), started with a state folder. The pipe on which it tells
/// port, certificate and key is the trust anchor. It ends when its standard input closes: with this object, or with
/// this process, however that ends.
class EmbeddedSandbox final {
public:
    EmbeddedSandbox() = default;
    ~EmbeddedSandbox();
    EmbeddedSandbox(const EmbeddedSandbox&) = delete;
    EmbeddedSandbox& operator=(const EmbeddedSandbox&) = delete;

    /// Where it is: beside the running program.
    [[nodiscard]] static QString program();

    /// Starts it and waits for its one line. Faults: not_found (no such program), unreachable, timed_out, malformed.
    [[nodiscard]] base::Result<premises::Connection>
    start(const QString& program, const std::filesystem::path& state, const QStringList& arguments,
          std::chrono::milliseconds patience = std::chrono::seconds(20));

private:
    QProcess process_;
};

} // namespace console
