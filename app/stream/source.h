// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/fault.h"
#include "app/link/batch.h"

#include <QObject>

namespace stream {

/// Where events come from: a live feed, a file, a replay. All give the same immutable batches of frames, in order, and
/// rest while they are paused. Lives on one thread, and every call comes on it. After stop(), finished() or failed()
/// nothing more arrives.
class Source : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0;
    virtual void pause() = 0;
    virtual void resume() = 0;
    virtual void stop() = 0;

Q_SIGNALS:
    void arrived(uplink::BatchPtr batch);
    /// The input is at its end (a live feed never is).
    void finished();
    /// The input cannot be read on. A live feed does not fail: it waits and says so in its health.
    void failed(const base::Fault& fault);
};

} // namespace stream
