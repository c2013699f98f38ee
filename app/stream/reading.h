// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/link/batch.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace mapping {
class Reader;
}

namespace stream {

/// One frame of a recorded input, with the time that its event names (nothing where it could not be read).
struct Dated {
    uplink::Frame frame;
    std::optional<base::Instant> time;
};

/// Recorded input, taken piece by piece in memory bounded by the piece.
class Reading {
public:
    virtual ~Reading() = default;
    /// The next frames, about `most` or 1 MiB; empty: the end. Faults: unreadable, cancelled. After a fault it is at
    /// its end.
    [[nodiscard]] virtual base::Result<std::vector<Dated>> next(std::size_t most) = 0;
};

/// A file of JSON Lines, one CloudEvent each (as `reevectl events --format jsonl` writes them). Blank lines are
/// skipped; a line that is no event becomes a frame all the same, so that the recorder can quarantine it; a line above
/// 16 MiB (a batch) becomes a frame with a fault and its first bytes. CR LF is read as LF. Faults: not_found,
/// unreadable.
[[nodiscard]] base::Result<std::unique_ptr<Reading>> read_lines(const std::filesystem::path& file);

/// A file of another form (CSV, agent runs) through a mapping: events as canonical JSON, rows that became none as
/// frames with a fault. Outcomes (answer sheets about a run) are no events and are left out.
[[nodiscard]] std::unique_ptr<Reading> read_mapped(std::unique_ptr<mapping::Reader> reader);

} // namespace stream
