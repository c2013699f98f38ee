// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <string>
#include <string_view>

namespace mapping {

/// A date format is made of d, dd (day), M, MM (month), MMM (English month name of three letters, any case), yy (1970
/// to 2069), yyyy, HH, mm, ss and any other characters, which stand for themselves. Letters outside of these are
/// refused, so that "mm/dd/yyyy" is not a silent mistake. Day, month and year must be there, each once.
/// Faults: invalid_argument, saying what is wrong.
[[nodiscard]] base::Done check_date_format(std::string_view format);

/// Reads a date by a format that check_date_format accepts, as UTC. "d" and "M" take one or two digits, all others
/// exactly as many as they have letters. Faults: malformed.
[[nodiscard]] base::Result<base::Instant> read_date(std::string_view text, std::string_view format);

/// "dd/MM/yyyy" for "MM/dd/yyyy" and the other way round; unchanged where the format does not begin with one of them in
/// digits.
[[nodiscard]] std::string days_and_months_exchanged(std::string_view format);

} // namespace mapping
