// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/ledger/checkpoint.h"

#include <filesystem>
#include <optional>
#include <string>

namespace ledger {

/// The newest checkpoint in a file outside of the database, so that a restored backup, a truncated record and a fork
/// are seen at the next start. Written by temporary file, fsync of file and folder, and rename: after a power cut the
/// file holds the old or the new note, never half of one.
class Pin {
public:
    explicit Pin(std::filesystem::path path)
        : path_(std::move(path)) {}

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// The note in the file; nothing when there is no file (a new record). Faults: unreadable, malformed, too_large.
    [[nodiscard]] base::Result<std::optional<SignedCheckpoint>> read() const;

    /// Replaces the note. An older size or another root of the same size is not written.
    /// Faults: stale, conflict, disk_full, unreadable, and those of read.
    [[nodiscard]] base::Done write(const SignedCheckpoint& checkpoint) const;

private:
    std::filesystem::path path_;
};

/// Compares what the record says now with what was pinned. A record that grew still has to show a consistency proof or
/// the root at the pinned size. Faults: stale (the record is shorter: rollback or truncation), conflict (same size,
/// another root, or another origin: a fork or another record).
[[nodiscard]] base::Done compare_with_pin(const Checkpoint& pinned, const Checkpoint& now);

} // namespace ledger
