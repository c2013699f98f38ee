// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/link/scheduler.h"
#include "app/stream/reading.h"
#include "app/stream/source.h"

#include <memory>

namespace stream {

/// Gives a file (or any Reading) as fast as its reader takes it, one batch for each turn of the event loop.
class FileSource final : public Source {
    Q_OBJECT
public:
    FileSource(std::unique_ptr<Reading> reading, const base::Clock& clock, uplink::Scheduler& scheduler,
               QObject* parent = nullptr);
    ~FileSource() override;

    void start() override;
    void pause() override;
    void resume() override;
    void stop() override;

private:
    void take_next();
    void go_on();

    std::unique_ptr<Reading> reading_;
    const base::Clock& clock_;
    uplink::Scheduler& scheduler_;
    std::unique_ptr<uplink::Appointment> next_;
    bool running_ = false;
    bool paused_ = false;
};

} // namespace stream
