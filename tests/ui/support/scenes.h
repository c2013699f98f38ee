// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/fake_core.h"

#include <string_view>

namespace fake {

/// The fixed start of every scene: 2 March 2026, 09:00 UTC.
[[nodiscard]] base::Instant morning();

[[nodiscard]] domain::Money money(std::string_view decimal, std::string_view currency);

/// A case drawn as one line: "TX-4711 sign_off EUR 4980.00 bot-7 Nordlicht GmbH", its file filled with everything that
/// a screen can show (lines, mandate, assessment, turns, timeline).
[[nodiscard]] ports::CaseFile drawn_case(std::string_view line, int minutes_ago = 12, int minutes_left = 48);

/// Feed rows as they come from a busy morning.
[[nodiscard]] std::vector<ports::FeedRow> feed_rows(std::uint64_t first_index, int count);

/// A shift: ten cases of all kinds, six hundred feed rows, two decisions taken, the link live, an open key.
void fill_shift(Core& core);

/// Puts a text into every field of a case file that somebody outside can write.
void poison(ports::CaseFile& file, const std::string& text);
void poison(ports::FeedRow& row, const std::string& text);
void poison(domain::Decision& decision, const std::string& text);

} // namespace fake
