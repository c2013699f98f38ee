// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/feed_link.h"
#include "app/link/frame_reader.h"
#include "app/link/rate.h"
#include "app/link/tls.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <memory>

namespace uplink {

/// The working parts of a FeedLink: one connection after the other, and the appointments that supervise them.
class FeedLink::Session final : public QObject {
    Q_OBJECT
public:
    Session(FeedLink& owner, Endpoint endpoint, const base::Clock& clock, Scheduler& scheduler, FeedSettings settings);
    ~Session() override;

    void start(std::uint64_t after);
    void stop();
    void pause();
    void resume();
    void set_durable(std::uint64_t sequence);
    void retry_now();
    [[nodiscard]] Health health() const;

private:
    // A connection's life.
    void open();
    void drop_reply();
    void take_headers();
    [[nodiscard]] int status() const;
    void judge_answer(int status);
    void read();
    void read_slice();
    void finish();
    [[nodiscard]] base::Fault ending() const;

    // What follows.
    void lose(base::Fault fault);
    void refuse(base::Fault fault);
    void wait(LinkState state, base::Fault fault, Milliseconds pause);
    void note_bytes(std::size_t count);
    void supervise();
    void become(LinkState state);
    void tell();
    void note_batch(const FrameReader::Taken& taken);

    FeedLink& owner_;
    Endpoint endpoint_;
    const base::Clock& clock_;
    Scheduler& scheduler_;
    FeedSettings settings_;
    Backoff backoff_;
    FrameReader reader_;
    Rate rate_;
    Health health_;

    QNetworkAccessManager network_;
    QNetworkReply* reply_ = nullptr;
    TrustGuard* guard_ = nullptr;
    std::unique_ptr<Appointment> retry_;
    std::unique_ptr<Appointment> supervision_;
    std::chrono::microseconds opened_{};
    std::chrono::microseconds last_byte_{};
    long long asked_pause_ms_ = -1; ///< Retry-After of the last answer
    bool answered_ = false;         ///< headers came and were right
    bool ended_ = false;            ///< the connection is over, its rest not yet read
};

} // namespace uplink
