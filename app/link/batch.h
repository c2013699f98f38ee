// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/fault.h"

#include <QMetaType>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace uplink {

/// What one server-sent event, one line of a file or one row carried, byte for byte. Not decoded yet.
struct Frame {
    std::uint64_t sequence = 0; ///< of the last event in `bytes`, as the framing says; 0: it did not say
    std::uint64_t first = 0;    ///< of the first one, by counting back; 0: it cannot be told
    std::string bytes;          ///< one CloudEvent in JSON, or a JSON array of them (wire::Decoder::decode_frame)
    /// Set when the framing itself was wrong (no or no decimal id, too large): for the quarantine, with `bytes` as far
    /// as they came. A frame without a fault may still be no valid event.
    std::optional<base::Fault> fault;
    friend bool operator==(const Frame&, const Frame&) = default;
};

/// Sequences that the source did not give although they were asked for again (both inclusive).
struct Gap {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    friend bool operator==(const Gap&, const Gap&) = default;
};

/// What arrived together, in the order of arrival. Immutable once it is out, shared between threads.
struct Batch {
    std::vector<Frame> frames;
    std::vector<Gap> gaps;    ///< found before or among these frames and given up
    base::Instant received{}; ///< when the last byte was read
    std::size_t bytes = 0;    ///< sum of the frames' bytes

    [[nodiscard]] bool empty() const { return frames.empty() && gaps.empty(); }
};

using BatchPtr = std::shared_ptr<const Batch>;

} // namespace uplink

Q_DECLARE_METATYPE(uplink::BatchPtr)
