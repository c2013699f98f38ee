// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/link/backoff.h"
#include "app/link/batch.h"
#include "app/link/endpoint.h"
#include "app/link/health.h"
#include "app/link/scheduler.h"

#include <QObject>

#include <memory>

namespace uplink {

/// How a feed is read. The defaults are the protocol's.
struct FeedSettings {
    Milliseconds stale_after = std::chrono::seconds(10);   ///< silence after which the feed reads as stale
    Milliseconds abandon_after = std::chrono::seconds(30); ///< silence after which the connection is given up
    Milliseconds connect_within = std::chrono::seconds(15);
    Milliseconds first_retry = std::chrono::seconds(1);
    Milliseconds last_retry = std::chrono::seconds(60);
    int gap_attempts = 3;                       ///< how often missing sequences are asked for before they are a gap
    std::size_t read_buffer = 1024 * 1024;      ///< bytes that Qt may hold for us; beyond it TCP stops the sender
    std::size_t read_slice = 256 * 1024;        ///< bytes in one batch, about
    std::size_t frame_limit = 24 * 1024 * 1024; ///< one server-sent event
};

/// Reads GET /v1/events of one gateway for as long as it runs: server-sent events over TLS, resumed by Last-Event-ID,
/// supervised by heartbeats. Lives on the link thread; every call must come on it (use QMetaObject::invokeMethod).
///
/// Nothing is dropped: after pause() no byte is read, Qt holds at most `read_buffer`, and TCP stops the sender. At most
/// the batch under way is given out after a pause() from another thread; called inside arrived(), none is.
/// Resumption is from the last sequence reported by set_durable(), so that what was under way may come twice and
/// nothing is lost. Missing sequences are asked for again, with growing pauses, and after `gap_attempts` are given out
/// as a Gap. A frame above the limit is given out as a fault and stepped over after as many attempts.
class FeedLink final : public QObject {
    Q_OBJECT
public:
    FeedLink(Endpoint endpoint, const base::Clock& clock, Scheduler& scheduler, FeedSettings settings = {},
             QObject* parent = nullptr);
    ~FeedLink() override;

    /// Connects; `after` is the newest durable sequence, 0 for all from the beginning.
    void start(std::uint64_t after);
    void stop();
    void pause();
    void resume();
    /// The recorder has it: where a later connection resumes.
    void set_durable(std::uint64_t sequence);
    /// Ends a wait, tries now ("Retry" on the screen).
    void retry_now();

    [[nodiscard]] Health health() const;

Q_SIGNALS:
    /// Immutable; in order.
    void arrived(uplink::BatchPtr batch);
    /// The state, the fault or paused changed. Counters alone do not signal: ask health() as often as they are shown.
    void health_changed(uplink::Health health);

private:
    class Session;
    std::unique_ptr<Session> session_;
};

} // namespace uplink
