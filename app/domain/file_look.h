// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/fault.h"
#include "app/domain/money.h"
#include "app/domain/untrusted_text.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace domain {

/// One value of a table, and what it is read as where it stands in a column for time or money.
struct SeenValue {
    UntrustedText text;
    std::optional<base::Instant> time;
    std::optional<std::string> decimal; ///< plain, "-1234.50"; the currency stands elsewhere
    friend bool operator==(const SeenValue&, const SeenValue&) = default;
};

/// One column of a table over all rows that could be taken apart.
struct SeenColumn {
    UntrustedText name;            ///< as the header writes it
    std::vector<SeenValue> values; ///< the first different ones, at most three
    std::uint64_t filled = 0;
    std::uint64_t empty = 0;
    std::uint64_t unreadable = 0;       ///< rows that cannot be used because of this column
    std::uint64_t first_unreadable = 0; ///< row, as a spreadsheet counts: the header is 1
    UntrustedText unreadable_text;      ///< its value
    std::uint64_t unclear =
        0; ///< values that the other form (day and month, or the decimals, exchanged) reads too, otherwise
    std::uint64_t settled = 0; ///< values that only the chosen form reads
    std::uint64_t against = 0; ///< values that only the other form reads
};

/// Why a row cannot be used as a whole.
enum class RowTrouble { blank, field_count, letters, broken };
inline constexpr std::size_t row_trouble_count = 4;
struct BadRows {
    RowTrouble trouble = RowTrouble::broken;
    std::uint64_t count = 0;
    std::uint64_t first = 0; ///< row, as above
};

/// What an import of a table would make of it: every row, counted by the very reading that imports.
struct FileLook {
    std::uint64_t rows = 0;   ///< without the header
    std::uint64_t orders = 0; ///< that would come of them
    std::uint64_t set_aside = 0;
    std::uint64_t repeated = 0;               ///< equal to an earlier one of the file; they are kept
    std::vector<SeenColumn> columns;          ///< in the order of the header
    std::vector<BadRows> bad;                 ///< kinds that occur
    std::map<std::string, Money> sums;        ///< by currency, of the orders
    std::optional<base::Instant> first, last; ///< time of the orders
    std::optional<base::Fault> fault; ///< why it cannot be imported like this (a column is missing); then no orders
};

} // namespace domain
