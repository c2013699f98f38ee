// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stream/file_source.h"

#include "app/stream/batch_maker.h"

#include <utility>

namespace stream {

namespace {

constexpr std::size_t frames_at_once = 1000;

} // namespace

FileSource::FileSource(std::unique_ptr<Reading> reading, const base::Clock& clock, uplink::Scheduler& scheduler,
                       QObject* parent)
    : Source(parent)
    , reading_(std::move(reading))
    , clock_(clock)
    , scheduler_(scheduler) {}

FileSource::~FileSource() = default;

void FileSource::start() {
    if (!running_ && reading_) {
        running_ = true;
        go_on();
    }
}

void FileSource::pause() {
    paused_ = true;
    next_.reset();
}

void FileSource::resume() {
    if (std::exchange(paused_, false)) {
        go_on();
    }
}

void FileSource::stop() {
    running_ = false;
    next_.reset();
    reading_.reset();
}

void FileSource::go_on() {
    if (running_ && !paused_) {
        next_ = scheduler_.after(uplink::Milliseconds(0), [this] { take_next(); });
    }
}

void FileSource::take_next() {
    auto dated = reading_->next(frames_at_once);
    if (!dated) {
        stop();
        Q_EMIT failed(dated.fault());
        return;
    }
    if (dated->empty()) {
        stop();
        Q_EMIT finished();
        return;
    }
    BatchMaker batch(clock_.now());
    for (Dated& one : *dated) {
        batch.add(std::move(one.frame));
    }
    Q_EMIT arrived(batch.finish());
    go_on();
}

} // namespace stream
