// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/scheduler.h"

namespace uplink {

/// The pause before the next attempt: exponential from `first` to `most`, with "equal jitter" (half is fixed, half is
/// chance), so that a thousand consoles do not come back in the same second after an outage.
class Backoff {
public:
    explicit Backoff(Milliseconds first = std::chrono::seconds(1), Milliseconds most = std::chrono::seconds(60))
        : first_(first)
        , most_(most) {}

    /// The next pause, always within [first, most]. `chance` is in [0, 1).
    [[nodiscard]] Milliseconds next(double chance);
    /// After a success.
    void reset() { attempts_ = 0; }
    [[nodiscard]] int attempts() const { return attempts_; }
    [[nodiscard]] Milliseconds most() const { return most_; }

private:
    Milliseconds first_;
    Milliseconds most_;
    int attempts_ = 0;
};

} // namespace uplink
