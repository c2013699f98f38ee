// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/event.h"

#include <cstdint>
#include <filesystem>
#include <functional>

namespace archive {

/// Who walks through the record with us. All calls come on the caller's thread, in the order of the record.
struct Walker {
    /// May be empty. Before everything else, for every order that was amended: its newest version on record.
    std::function<void(const domain::TransactionKey& key, std::int32_t newest)> amended;
    std::function<void(domain::Event event)> take;
    std::function<void()> leave_out; ///< an event that could not be read again
    /// After every piece: how many entries of how many; false ends the walk.
    std::function<bool(std::uint64_t done, std::uint64_t total)> go_on;
};

/// Reads every event on record again, in order, without imports that are suspected duplicates or were discarded. A
/// thread of its own reads and decodes ahead of the caller. The events come without their raw bytes.
/// Faults: those of store::Reader; cancelled.
[[nodiscard]] base::Done walk_record(const std::filesystem::path& store, const Walker& walker);

} // namespace archive
