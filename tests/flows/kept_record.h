// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/reader.h"

#include <QProcess>
#include <QString>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

/// A real program that keeps a record, and what the record holds meanwhile as another process sees it. It is ended as a
/// power cut ends it: SIGKILL, at once.
class KeptRecord {
public:
    /// `keeper` is "reeve" (off-screen) or "reevectl record"; `state` its folder, with connection.json in it.
    KeptRecord(QString keeper, const QString& state);
    /// Kills what still runs.
    ~KeptRecord();

    /// Starts the program and waits until it holds the store's lock.
    [[nodiscard]] bool start();
    [[nodiscard]] bool running() const { return process_ != nullptr && process_->state() == QProcess::Running; }
    void kill();

    /// A fresh look; nothing while there is no store.
    [[nodiscard]] std::optional<store::Reader> reader() const;
    /// Entries in the record, 0 while there is none.
    [[nodiscard]] std::uint64_t entries() const;
    [[nodiscard]] std::filesystem::path folder() const;

    /// Turns the event loop and asks again until the condition holds; false after a minute, or when the program ended.
    [[nodiscard]] bool wait_until(const std::function<bool()>& condition) const;

private:
    QString keeper_;
    QString state_;
    std::unique_ptr<QProcess> process_;
};

/// Rounds of a sweep: a few always, many with REEVE_FULL=1.
[[nodiscard]] int rounds(int short_sweep, int long_sweep);
