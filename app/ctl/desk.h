// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ctl/connection.h"
#include "app/ctl/folders.h"
#include "app/decisions/decisions.h"
#include "app/decisions/dispatch.h"
#include "app/decisions/outcome_stage.h"
#include "app/handover/server.h"
#include "app/link/feed_link.h"
#include "app/link/gateway_client.h"
#include "app/newsroom/intake.h"
#include "app/newsroom/newsroom.h"
#include "app/record/writer.h"

#include <QTimer>

#include <memory>
#include <vector>

namespace ctl {

/// The keeper without pixels: record and writing thread, the link to one gateway, courier and outbox, and the door for
/// other programs. Lives on the main thread, whose event loop is the link's.
class Desk final {
public:
    /// Faults: those of record::Recorder::open.
    [[nodiscard]] static base::Result<std::unique_ptr<Desk>> open(const Folders& folders, const RecordSetup& setup,
                                                                  Connection connection, const base::Clock& clock);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    /// Connects, records, delivers what waits in the outbox, and opens the door. Faults: unreadable (no door).
    [[nodiscard]] base::Done start();
    /// No more input; what was accepted is written. Faults: why it could not be (a full disk).
    [[nodiscard]] base::Done stop();

    [[nodiscard]] newsroom::Newsroom& newsroom() { return *newsroom_; }
    [[nodiscard]] decisions::Decisions& decisions() { return *decisions_; }
    [[nodiscard]] record::Writer& writer() { return *writer_; }

private:
    Desk(const Folders& folders, Connection connection, const base::Clock& clock);
    base::Done open_record(const RecordSetup& setup);
    record::Writer::Callbacks callbacks();

    Folders folders_;
    Connection connection_;
    const base::Clock& clock_;
    decisions::OutcomeStage outcomes_;
    newsroom::Beginning beginning_;
    std::uint64_t resume_after_ = 0;
    std::unique_ptr<record::Recorder> recorder_; ///< until the writer takes it
    std::unique_ptr<newsroom::Newsroom> newsroom_;
    uplink::SystemScheduler scheduler_;
    std::unique_ptr<uplink::FeedLink> feed_;
    std::unique_ptr<uplink::GatewayClient> client_;
    std::unique_ptr<record::Writer> writer_;
    std::unique_ptr<newsroom::Intake> intake_;
    std::unique_ptr<decisions::Dispatch> dispatch_;
    std::unique_ptr<decisions::Decisions> decisions_;
    std::unique_ptr<handover::Server> door_;
    QTimer health_timer_;
};

} // namespace ctl
