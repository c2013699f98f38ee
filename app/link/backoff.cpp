// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/backoff.h"

#include <algorithm>

namespace uplink {

Milliseconds Backoff::next(double chance) {
    // Each round waits in [ceiling/2, ceiling): 1..2, 2..4, … s. 20 doublings pass every sensible ceiling.
    const int doublings = std::min(++attempts_, 20);
    const Milliseconds ceiling = std::min(most_, first_ * (Milliseconds::rep{1} << doublings));
    const double half = static_cast<double>(ceiling.count()) / 2.0;
    const Milliseconds pause{static_cast<Milliseconds::rep>(half + half * std::clamp(chance, 0.0, 1.0))};
    return std::clamp(pause, std::min(first_, most_), most_);
}

} // namespace uplink
