// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stream/intake.h"

#include <mutex>

namespace stream {

namespace {

/// What a batch costs beside the bytes of its frames, so that empty frames fill the queue too.
constexpr std::size_t frame_overhead = 64;

std::size_t weight_of(const uplink::Batch& batch) {
    return batch.bytes + (batch.frames.size() + batch.gaps.size() + 1) * frame_overhead;
}

} // namespace

struct Intake::Door {
    std::mutex mutex;
    Intake* intake = nullptr;
};

Intake::Intake(Source& source, BatchQueue& queue, QObject* parent)
    : QObject(parent)
    , source_(source)
    , queue_(queue)
    , door_(std::make_shared<Door>()) {
    door_->intake = this;
    queue_.on_room([door = door_] {
        const std::lock_guard lock(door->mutex);
        if (door->intake != nullptr) {
            QMetaObject::invokeMethod(
                door->intake, [intake = door->intake] { intake->source_.resume(); }, Qt::QueuedConnection);
        }
    });
    connect(&source, &Source::arrived, this, &Intake::take);
}

Intake::~Intake() {
    const std::lock_guard lock(door_->mutex);
    door_->intake = nullptr;
}

void Intake::take(const uplink::BatchPtr& batch) {
    switch (queue_.push(batch, weight_of(*batch))) {
    case Pushed::room: return;
    case Pushed::full: source_.pause(); return;
    case Pushed::closed: source_.stop(); return;
    }
}

} // namespace stream
