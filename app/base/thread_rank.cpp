// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/thread_rank.h"

#include <sys/resource.h>

namespace base {

namespace {

constexpr int behind_the_screen = 10; ///< of nice(2): a tenth of a core that others want

} // namespace

void give_way() {
    static_cast<void>(setpriority(PRIO_PROCESS, 0, behind_the_screen));
}

} // namespace base
