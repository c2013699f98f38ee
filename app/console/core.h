// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/archive/bookkeeper.h"
#include "app/base/clock.h"
#include "app/decisions/decisions.h"
#include "app/decisions/outcome_stage.h"
#include "app/newsroom/follower.h"
#include "app/newsroom/judge.h"
#include "app/newsroom/newsroom.h"
#include "app/premises/connection.h"
#include "app/premises/folders.h"
#include "app/premises/link_side.h"
#include "app/premises/record_room.h"
#include "app/record/writer.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

namespace console {

/// Everything without pixels, put together: record and writing thread, link thread with feed, client and courier, and
/// the ports. Made and ended on the GUI thread. The ports are there at once; the record is opened behind them, on
/// a thread of its own, and what is asked meanwhile waits for it. When another process keeps the store it reads only:
/// the link stays closed, and what the other one records is followed.
class Core final {
public:
    Core(const premises::Folders& folders, premises::Connection connection, std::string user, const base::Clock& clock);
    ~Core();
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;

    /// Begins to open the record; connects and records from the event loop of the thread that calls. Whoever subscribes
    /// before that loop runs misses nothing. `opened` runs there, once. Faults: those of record::Recorder::open but
    /// locked; unreadable. Health tells them as well.
    void start(std::function<void(const base::Done&)> opened = {});

    [[nodiscard]] ports::Newsroom& newsroom() { return *newsroom_; }
    [[nodiscard]] ports::Archive& archive() { return archive_; }
    [[nodiscard]] ports::Decisions& decisions() { return *decisions_; }
    [[nodiscard]] ports::Publishing& publishing() { return decisions_->publishing(); }
    [[nodiscard]] ports::Spend& spend() { return books_; }
    [[nodiscard]] ports::Agents& agents() { return books_; }
    [[nodiscard]] ports::Judging& judging() { return judge_; }

private:
    base::Done open_record();
    base::Done read_beginning();
    void finish_opening(const base::Done& opened);
    void begin_recording();
    void begin_following();
    void make_link_side();
    record::Writer::Callbacks callbacks();
    decisions::Settings decision_settings() const;
    void on_link_thread(const std::function<void()>& call);

    premises::Folders folders_;
    premises::Connection connection_;
    std::string user_;
    const base::Clock& clock_;
    std::optional<premises::RecordSetup> setup_; ///< has the key for checkpoints; outlives the recorder
    decisions::OutcomeStage outcomes_;
    premises::RecordRoom room_; ///< its recorder until the writer takes it
    std::function<void(const base::Done&)> opened_;
    std::thread opening_; ///< everything above is its until it ends
    std::unique_ptr<newsroom::Newsroom> newsroom_;
    newsroom::Judge judge_; ///< the writing thread tells it, so it outlives the writer
    std::unique_ptr<record::Writer> writer_;
    QThread link_thread_;
    QObject link_anchor_;                           ///< lives on the link thread; calls come over through it
    std::unique_ptr<premises::LinkSide> link_side_; ///< made, used and ended on the link thread
    std::unique_ptr<decisions::Decisions> decisions_;
    std::unique_ptr<newsroom::Follower> follower_;
    archive::Archive archive_;
    archive::Bookkeeper books_;
    QTimer health_timer_;
};

} // namespace console
