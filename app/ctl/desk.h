// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/decisions/decisions.h"
#include "app/decisions/outcome_stage.h"
#include "app/newsroom/judge.h"
#include "app/newsroom/newsroom.h"
#include "app/premises/connection.h"
#include "app/premises/folders.h"
#include "app/premises/link_side.h"
#include "app/premises/record_room.h"
#include "app/record/writer.h"

#include <QTimer>

#include <memory>

namespace ctl {

/// The keeper without pixels: record and writing thread, the link to one gateway, courier and outbox, and the door for
/// other programs. Lives on the main thread, whose event loop is the link's.
class Desk final {
public:
    /// Faults: those of record::Recorder::open.
    [[nodiscard]] static base::Result<std::unique_ptr<Desk>> open(const premises::Folders& folders,
                                                                  const premises::RecordSetup& setup,
                                                                  premises::Connection connection,
                                                                  const base::Clock& clock);
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
    Desk() = default;
    record::Writer::Callbacks callbacks();

    decisions::OutcomeStage outcomes_;
    std::uint64_t resume_after_ = 0;
    std::unique_ptr<newsroom::Newsroom> newsroom_;
    std::unique_ptr<newsroom::Judge> judge_; ///< the writing thread tells it, so it outlives the writer
    std::unique_ptr<record::Writer> writer_;
    std::unique_ptr<premises::LinkSide> link_;
    std::unique_ptr<decisions::Decisions> decisions_;
    QTimer health_timer_;
};

} // namespace ctl
