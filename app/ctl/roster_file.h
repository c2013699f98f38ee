// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/roster.h"

#include <filesystem>

namespace ctl {

/// A roster that is being written: JSON for people, with the member names of the protocol.
/// Faults: those of reading; malformed with the place.
[[nodiscard]] base::Result<domain::Roster> read_draft(const std::filesystem::path& file);
[[nodiscard]] base::Done write_draft(const std::filesystem::path& file, const domain::Roster& roster);

/// A signed roster as it travels ({"signed", "key", "signature"}). The signature is verified.
/// Faults: those of reading; malformed, bad_signature.
[[nodiscard]] base::Result<domain::SignedRoster> read_signed(const std::filesystem::path& file);
[[nodiscard]] base::Done write_signed(const std::filesystem::path& file, const domain::SignedRoster& roster);

} // namespace ctl
