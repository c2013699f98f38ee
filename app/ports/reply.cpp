// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ports/reply.h"

#include <QMetaObject>

#include <mutex>

namespace ports {

/// The receiver is cleared under the lock when the context dies, on the context's own thread, so that a poster on
/// another thread never touches a dead object: either it queues before the destruction (and QObject drops the queued
/// call), or it sees nothing to post to.
struct Mailbox::Slot {
    Slot() = default;
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;
    ~Slot() { QObject::disconnect(death); }

    std::mutex mutex;
    QObject* receiver = nullptr;
    QMetaObject::Connection death; ///< cut with the last copy, or a context that asks often would collect them
};

Mailbox::Mailbox(QObject* context)
    : slot_(std::make_shared<Slot>()) {
    slot_->receiver = context;
    slot_->death = QObject::connect(
        context, &QObject::destroyed, context,
        [slot = std::weak_ptr<Slot>(slot_)] {
            if (const auto alive = slot.lock()) {
                const std::scoped_lock guard(alive->mutex);
                alive->receiver = nullptr;
            }
        },
        Qt::DirectConnection);
}

void Mailbox::post(std::function<void()> call) const {
    const std::scoped_lock guard(slot_->mutex);
    if (slot_->receiver != nullptr) {
        QMetaObject::invokeMethod(slot_->receiver, std::move(call), Qt::QueuedConnection);
    }
}

} // namespace ports
