// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/fault.h"

#include <QMetaType>

#include <cstdint>
#include <optional>

namespace uplink {

enum class LinkState {
    idle,       ///< not asked to run
    connecting, ///< no answer yet
    live,       ///< bytes within the last ten seconds
    stale,      ///< connected, and silent for longer: what the screen shows may be old
    waiting,    ///< lost; the next attempt is at `retry_at`
    refused,    ///< the gateway or its certificate says no; `fault` says why. Tried again at `retry_at`, slowly
};

[[nodiscard]] const char* name_of(LinkState state);

/// How one connection does, as a value for the status strip.
struct Health {
    LinkState state = LinkState::idle;
    bool paused = false;                       ///< the reader is full: reading rests on purpose
    std::optional<base::Fault> fault;          ///< why it waits or is refused; the last reason while connecting
    std::optional<base::Instant> retry_at;     ///< waiting, refused: when the next attempt begins
    std::optional<base::Instant> connected_at; ///< of the present connection
    std::optional<base::Instant> last_byte;    ///< on any connection
    std::optional<base::Microseconds> lag;     ///< our clock minus the time in the gateway's last heartbeat
    double frames_per_second = 0.0;            ///< over the last ten seconds, at most
    std::uint64_t bytes = 0;                   ///< of the feed since start()
    std::uint64_t frames = 0;                  ///< given out since start()
    std::uint64_t malformed = 0;               ///< of these, with a fault
    std::uint64_t reconnects = 0;              ///< connections lost since start()
    std::uint64_t gaps_asked = 0;              ///< times that a gap made us ask again
    std::uint64_t gaps_given_up = 0;           ///< gaps that stayed
    std::uint64_t last_sequence = 0;           ///< newest given out
    std::uint64_t durable_sequence = 0;        ///< newest that the owner reported durable
    friend bool operator==(const Health&, const Health&) = default;
};

} // namespace uplink

Q_DECLARE_METATYPE(uplink::Health)
