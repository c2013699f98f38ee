// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/timeline.h"

namespace sandbox {

base::Instant Timeline::now() const {
    const base::Microseconds ahead{ahead_.load()};
    return virtual_ ? base::Instant{ahead} : base::SystemClock().now() + ahead;
}

void Timeline::advance(base::Microseconds by) {
    if (by > base::Microseconds::zero()) {
        ahead_ += by.count();
    }
}

void Timeline::catch_up(base::Instant moment) {
    advance(moment - now());
}

} // namespace sandbox
