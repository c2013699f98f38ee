// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/health.h"

namespace uplink {

const char* name_of(LinkState state) {
    switch (state) {
    case LinkState::idle: return "idle";
    case LinkState::connecting: return "connecting";
    case LinkState::live: return "live";
    case LinkState::stale: return "stale";
    case LinkState::waiting: return "waiting";
    case LinkState::refused: return "refused";
    }
    return "idle";
}

} // namespace uplink
