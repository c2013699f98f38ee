// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mapping/mapping.h"

#include <string>
#include <string_view>
#include <vector>

namespace mapping {

/// Where one field stands in the rows of one file.
struct BoundField {
    std::vector<std::size_t> indexes; ///< of its column; more than one where the header has the name twice
    std::string column;               ///< as the header writes it
};

/// A header matched with a mapping.
class Columns {
public:
    /// Faults: not_found, when a required field has none of its columns; `where` names header line and field, the
    /// detail the names that were looked for and those that are there.
    [[nodiscard]] static base::Result<Columns> bind(const std::vector<std::string>& header, const CsvMapping& mapping);

    /// The trimmed value of a field with prefix; empty when the row has none. Faults: malformed (required and empty),
    /// conflict (two columns of one name disagree). `where` of a fault is the column.
    [[nodiscard]] base::Result<std::string> value(const std::vector<std::string>& row,
                                                  FieldRule CsvMapping::*field) const;

    /// The header's name of a field's column, or the field's own name where it has none.
    [[nodiscard]] std::string name_of(FieldRule CsvMapping::*field) const;

    [[nodiscard]] std::size_t count() const { return count_; }
    /// What a person should know about this header: unnamed, repeated and unused columns.
    [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }

private:
    [[nodiscard]] const BoundField& bound(FieldRule CsvMapping::*field) const;
    void note_peculiarities(const std::vector<std::string>& header);

    CsvMapping mapping_;
    std::vector<BoundField> fields_; ///< in the order of csv_fields()
    std::size_t count_ = 0;
    std::vector<std::string> notes_;
};

} // namespace mapping
