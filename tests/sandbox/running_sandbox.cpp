// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_sandbox.h"

#include "app/json/reader.h"
#include "app/json/view.h"
#include "tests/support/patience.h"

#include <QFile>

#include <csignal>

namespace {

void take(const wire::SseFrame& frame, Received& into) {
    if (frame.kind == wire::SseFrame::Kind::comment) {
        ++into.comments;
        return;
    }
    const auto document = json::Document::parse(frame.data, {40, std::size_t{64} * 1024 * 1024});
    if (!document) {
        into.garbage.push_back(frame.data);
        return;
    }
    const auto take_event = [&](json::View event) {
        into.events.emplace_back(event.raw());
        into.sequences.push_back(std::stoull(std::string(event.member("sequence")->string())));
    };
    if (document->root().is_array()) {
        for (const json::View event : document->root()) {
            take_event(event);
        }
    } else {
        take_event(document->root());
    }
}

} // namespace

RunningSandbox::RunningSandbox(const QString& state, const QStringList& more) {
    std::signal(SIGPIPE, SIG_IGN); // a gateway that hangs up while we send is a case, not an end
    process_.setProgram(QStringLiteral(REEVE_BINARY_DIR "/bin/reeve-sandbox"));
    process_.setArguments(QStringList{QStringLiteral("--state"), state} + more);
    process_.start();
    while (process_.waitForReadyRead(support::patience_ms) && !process_.canReadLine()) {
    }
    line_ = process_.readLine().trimmed().toStdString();
    if (auto read = wire::decode_announcement(line_)) {
        announcement_ = *read;
        QFile pem(folder_.filePath(QStringLiteral("pinned.pem")));
        if (pem.open(QIODevice::WriteOnly)) {
            pem.write(announcement_->certificate.data(), static_cast<qint64>(announcement_->certificate.size()));
        }
    }
}

RunningSandbox::~RunningSandbox() {
    if (process_.state() != QProcess::NotRunning) {
        kill();
    }
}

void RunningSandbox::kill() {
    process_.kill();
    process_.waitForFinished(support::patience_ms);
}

int RunningSandbox::finish() {
    process_.closeWriteChannel();
    return wait_for_end();
}

int RunningSandbox::wait_for_end() {
    process_.waitForFinished(support::patience_ms);
    return process_.exitStatus() == QProcess::NormalExit ? process_.exitCode() : -1;
}

std::unique_ptr<httplib::SSLClient> RunningSandbox::client(bool with_token) const {
    auto client = std::make_unique<httplib::SSLClient>("127.0.0.1", announcement_->port);
    const QByteArray pinned = folder_.filePath(QStringLiteral("pinned.pem")).toLocal8Bit();
    client->set_ca_cert_path(pinned.constData());
    client->enable_server_certificate_verification(true);
    client->set_read_timeout(std::chrono::milliseconds(support::patience_ms));
    client->set_write_timeout(std::chrono::milliseconds(support::patience_ms));
    if (with_token) {
        client->set_default_headers({{"Authorization", "Bearer " + announcement_->token}});
    }
    return client;
}

int RunningSandbox::post(const std::string& path, const std::string& body, std::string* answer) const {
    const auto result = client()->Post(path.c_str(), body, "application/json");
    if (result && answer != nullptr) {
        *answer = result->body;
    }
    return result ? result->status : 0;
}

int RunningSandbox::get(const std::string& path, std::string* answer) const {
    const auto result = client()->Get(path.c_str());
    if (result && answer != nullptr) {
        *answer = result->body;
    }
    return result ? result->status : 0;
}

int RunningSandbox::put(const std::string& path, const std::string& body) const {
    const auto result = client()->Put(path.c_str(), body, "application/json");
    return result ? result->status : 0;
}

Received RunningSandbox::read_feed(std::uint64_t after, const std::function<bool(const Received&)>& enough,
                                   bool by_header) const {
    Received received;
    wire::SseParser parser;
    const std::string path = by_header ? "/v1/events" : "/v1/events?after=" + std::to_string(after);
    httplib::Headers headers;
    if (by_header) {
        headers.emplace("Last-Event-ID", std::to_string(after));
    }
    const auto result = client()->Get(path.c_str(), headers, [&](const char* bytes, std::size_t length) {
        std::vector<wire::SseFrame> frames;
        const bool parsed = parser.feed({bytes, length}, frames).ok();
        for (const wire::SseFrame& frame : frames) {
            take(frame, received);
        }
        return parsed && !enough(received);
    });
    received.ended = !enough(received);
    return received;
}
