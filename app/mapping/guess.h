// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mapping/mapping.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mapping {

/// Why a column was taken for a field: a code with its figures, for `ui` and `ctl` to put into words. Codes are
/// header_is_known, header_contains, values_are_dates, values_are_amounts, values_are_currencies, values_repeat.
struct GuessReason {
    std::string code;
    std::string detail;
    friend bool operator==(const GuessReason&, const GuessReason&) = default;
};

struct GuessedColumn {
    std::string field;  ///< "time", "amount", "agent", … as in a mapping file
    std::string column; ///< as the header writes it
    std::size_t index = 0;
    int confidence_permille = 0; ///< 0 to 1000
    std::vector<GuessReason> reasons;
};

struct Guess {
    Mapping mapping; ///< an offer; a person looks at it before anything is imported
    std::vector<GuessedColumn> columns;
    std::vector<std::string> missing; ///< required fields without a column: the offer cannot be used as it is
    /// What a person has to decide: day_and_month_ambiguous, decimal_point_ambiguous, amounts_mostly_negative,
    /// no_date_format_fits, no_decimal_form_fits, letters_are_western.
    std::vector<std::string> doubts;
    std::string shipped; ///< name of a shipped mapping that fits the header whole, if one does; then `mapping` is it
};

/// Offers a mapping for an unknown CSV file from its header and some of its rows.
[[nodiscard]] Guess guess(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows,
                          char delimiter = ',');

/// The beginning of a file, taken apart: its header and up to 200 good rows.
struct Sample {
    char delimiter = ',';
    Encoding encoding = Encoding::utf_8;
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};

/// Separator and letters are guessed. Faults: not_found, unreadable, malformed (no header), unsupported (UTF-16 or a
/// workbook; `where` is "utf-16" or "workbook").
[[nodiscard]] base::Result<Sample> sample_of(const std::filesystem::path& file);
[[nodiscard]] Guess guess(const Sample& sample);

/// Chooses the forms of dates and amounts by the values of the columns that the mapping names; answers the doubts that
/// remain, as in Guess.
[[nodiscard]] std::vector<std::string> fit_forms(const Sample& sample, CsvMapping& csv);

/// The same from the first 200 rows of a file. Faults as sample_of().
[[nodiscard]] base::Result<Guess> guess_file(const std::filesystem::path& file);

/// The separator (one of , ; tab |) that takes the first lines apart most evenly.
[[nodiscard]] char guess_delimiter(std::string_view head);

} // namespace mapping
