// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/names.h"
#include "app/json/fields.h"
#include "app/mapping/mapping.h"

#include <string>
#include <string_view>
#include <vector>

namespace mapping {

// Pieces of reading a mapping document; faults go into the Trouble of the Fields.

/// A list of strings; empty when absent.
[[nodiscard]] std::vector<std::string> strings(json::Fields& fields, std::string_view name);
/// A list of JSON pointers; empty when absent.
[[nodiscard]] std::vector<std::string> pointers(json::Fields& fields, std::string_view name);
/// Exactly one ASCII character.
[[nodiscard]] char one_character(json::Fields& fields, std::string_view name, char when_absent);
/// Faults a code that is not empty and no currency.
void check_currency(json::Fields& fields, std::string_view name, const std::string& code);

/// An enumerator by its name; unchanged when absent.
template <class Enum>
void read_name(json::Fields& fields, std::string_view name, Enum& value) {
    const std::string_view text = fields.optional_string(name);
    if (text.empty()) {
        return;
    }
    if (const auto known = domain::from_name<Enum>(text)) {
        value = *known;
    } else {
        fields.blame(name, base::FaultCode::invalid_argument, "the value is not among those that the schema lists");
    }
}

/// The two forms of a mapping.
[[nodiscard]] CsvMapping read_csv(json::View view, json::Trouble& trouble);
[[nodiscard]] ChatMapping read_chat(json::View view, json::Trouble& trouble);

} // namespace mapping
