// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/server.h"
#include "app/record/recorder.h"
#include "app/record/writer.h"

#include <QObject>
#include <QThread>

#include <filesystem>
#include <memory>

/// A keeper with an open door, as the console has it beside its window.
class Keeper {
public:
    Keeper(const std::filesystem::path& store, const base::Clock& clock)
        : writer_(record::Recorder::open(options(store), clock).value(), {}) {
        anchor_.moveToThread(&thread_);
        thread_.start();
        QMetaObject::invokeMethod(
            &anchor_,
            [this, &store] {
                server_ = std::make_unique<handover::Server>(writer_, handover::Keeper{[] {}, {}, {}});
                listening_ = server_->listen(store).ok();
            },
            Qt::BlockingQueuedConnection);
    }
    ~Keeper() {
        writer_.stop();
        QMetaObject::invokeMethod(
            &anchor_, [this] { server_.reset(); }, Qt::BlockingQueuedConnection);
        thread_.quit();
        thread_.wait();
    }
    [[nodiscard]] bool listening() const { return listening_; }

private:
    static record::Options options(const std::filesystem::path& store) {
        record::Options made;
        made.folder = store;
        made.program = "keeper";
        made.free_floor = 0;
        return made;
    }
    record::Writer writer_;
    QThread thread_;
    QObject anchor_;
    std::unique_ptr<handover::Server> server_;
    bool listening_ = false;
};
