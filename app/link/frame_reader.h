// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/link/batch.h"
#include "app/link/sequence_watch.h"
#include "app/wire/sse.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace uplink {

/// Makes batches of frames from the bytes of a feed: framing, sequences, gaps, what cannot be read. Pure: the whole
/// behaviour of a feed's content, without a socket.
class FrameReader {
public:
    FrameReader(int attempts, std::size_t frame_limit);

    /// A connection begins that was asked to resume behind the newest durable sequence. Returns what to ask for: that,
    /// or a later one where a frame that can never be read was stepped over.
    [[nodiscard]] std::uint64_t begin(std::uint64_t durable);

    struct Taken {
        BatchPtr batch;                         ///< never null, may be empty
        std::optional<base::Instant> heartbeat; ///< the gateway's clock, from the newest heartbeat
        std::optional<base::Fault> again;       ///< close this connection and ask again, and why; no more may be fed
        bool gap = false;                       ///< `again` is for missing sequences
        bool progress = false;                  ///< something new came in order
    };
    [[nodiscard]] Taken feed(std::string_view bytes, base::Instant now);

    /// The server's wish for the pause before a reconnection (`retry:`), in milliseconds; -1: none.
    [[nodiscard]] long long retry_milliseconds() const { return parser_.retry_milliseconds(); }

private:
    void take(wire::SseFrame& frame, Batch& batch, Taken& taken);
    void take_event(wire::SseFrame& frame, Batch& batch, Taken& taken);
    void pass_limit(const base::Fault& fault, Batch& batch, Taken& taken);

    int attempts_;
    wire::SseParser parser_;
    SequenceWatch watch_;
    std::vector<wire::SseFrame> frames_;
    std::uint64_t too_large_at_ = 0;
    int too_large_times_ = 0;
    std::uint64_t stepped_over_ = 0;
};

} // namespace uplink
