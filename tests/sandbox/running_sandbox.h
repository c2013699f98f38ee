// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wire/api.h"
#include "app/wire/sse.h"

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <httplib.h>
#include <memory>
#include <string>
#include <vector>

/// What came over the feed, in the order in which it came.
struct Received {
    std::vector<std::string> events; ///< each as its bytes
    std::vector<std::uint64_t> sequences;
    std::vector<std::string> garbage; ///< data of frames that are no events
    std::size_t comments = 0;
    bool ended = false; ///< the gateway closed the connection

    [[nodiscard]] std::uint64_t last() const { return sequences.empty() ? 0 : sequences.back(); }
};

/// The real program with its real sockets. Certificate pinned as a console would: the printed one is the only trust.
class RunningSandbox {
public:
    /// Starts and waits for the announcement; failed() says why there was none.
    RunningSandbox(const QString& state, const QStringList& more);
    ~RunningSandbox();

    [[nodiscard]] bool announced() const { return announcement_.has_value(); }
    [[nodiscard]] const wire::Announcement& announcement() const { return *announcement_; }
    [[nodiscard]] const std::string& line() const { return line_; }

    /// As `kill -9` does.
    void kill();
    /// Closes standard input and waits; the exit code.
    int finish();
    /// Waits for an end of its own; the exit code.
    int wait_for_end();
    [[nodiscard]] QByteArray errors() { return process_.readAllStandardError(); }
    [[nodiscard]] qint64 process_id() const { return process_.processId(); }

    [[nodiscard]] std::unique_ptr<httplib::SSLClient> client(bool with_token = true) const;
    /// Status, or 0 when there was no whole answer.
    int post(const std::string& path, const std::string& body, std::string* answer = nullptr) const;
    int get(const std::string& path, std::string* answer = nullptr) const;
    int put(const std::string& path, const std::string& body) const;

    /// Reads the feed behind `after` until `enough` says so or it ends.
    [[nodiscard]] Received read_feed(std::uint64_t after, const std::function<bool(const Received&)>& enough,
                                     bool by_header = false) const;

private:
    QProcess process_;
    QTemporaryDir folder_;
    std::string line_;
    std::optional<wire::Announcement> announcement_;
};
