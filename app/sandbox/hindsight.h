// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace sandbox {

/// What should have been done about every order of some files, said with all of them known: one JSON line for each
/// order, {"source", "transaction_id", "label", "why"}. An order is "needed" (somebody should have looked) when
///   - money came back: a later refund of the same amount by the same agent and supplier, within 60 days ("refunded"),
///   - the same agent paid the same supplier the same amount on the same day ("twin"),
///   - it is from five times the automatic limit on ("large"), or
///   - it is above the automatic limit and the agent never bought from that supplier otherwise ("one_off").
/// Every other order is "needless" ("routine"). Refunds themselves are needless.
/// A file with the same rows as one before it is left out.
/// Faults: those of mapping::find and of reading.
[[nodiscard]] base::Done label_files(const std::vector<std::filesystem::path>& files, const std::string& mapping,
                                     std::ostream& out);

} // namespace sandbox
