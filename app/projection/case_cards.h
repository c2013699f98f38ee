// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"

namespace projection {

/// What a person who takes the case over has to know, derived from everything else in the file and nothing beside it.
/// Pure; to be called when the file is complete.
[[nodiscard]] ports::CaseCards case_cards(const ports::CaseFile& file);

// Its parts, by file.
[[nodiscard]] ports::Handoff handoff(const ports::CaseFile& file);
[[nodiscard]] std::vector<ports::HeardNumber> heard_numbers(const ports::CaseFile& file);
[[nodiscard]] std::vector<ports::Contradiction> contradictions(const ports::CaseFile& file);
[[nodiscard]] std::vector<ports::MandateCheck> mandate_checks(const ports::CaseFile& file);

} // namespace projection
