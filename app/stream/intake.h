// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/batch.h"
#include "app/stream/bounded_queue.h"
#include "app/stream/source.h"

#include <QObject>

#include <memory>

namespace stream {

using BatchQueue = BoundedQueue<uplink::BatchPtr>;

/// Pours a source into a queue that another thread empties, and rests the source while the queue is full: that is the
/// back-pressure from a busy writer to the sender's socket. Lives on the source's thread; source and queue outlive it.
/// One intake per queue (it takes the queue's on_room).
class Intake final : public QObject {
    Q_OBJECT
public:
    Intake(Source& source, BatchQueue& queue, QObject* parent = nullptr);
    ~Intake() override;

private:
    struct Door;
    void take(const uplink::BatchPtr& batch);

    Source& source_;
    BatchQueue& queue_;
    std::shared_ptr<Door> door_; ///< through which the reader's thread reaches us for as long as we live
};

} // namespace stream
