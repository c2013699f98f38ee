// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/columns.h"

#include "app/mapping/text_tools.h"

#include <algorithm>
#include <set>

namespace mapping {

namespace {

std::string quoted_list(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "\"" : ", \"") + name + "\"";
    }
    return text;
}

/// All columns of the first name that the header has. An unnamed column is meant only where it is the only one.
BoundField bind_field(const std::vector<std::string>& header, const FieldRule& rule) {
    for (const std::string& name : rule.columns) {
        BoundField bound;
        for (std::size_t index = 0; index < header.size(); ++index) {
            if (folded(header[index]) == folded(name)) {
                bound.indexes.push_back(index);
                bound.column = header[index];
            }
        }
        const bool unnamed = folded(name).empty();
        if (unnamed && !bound.indexes.empty()) {
            bound.column = "number " + std::to_string(bound.indexes.front() + 1) + " (without a name)";
        }
        if (!bound.indexes.empty() && (!unnamed || bound.indexes.size() == 1)) {
            return bound;
        }
    }
    return {};
}

} // namespace

base::Result<Columns> Columns::bind(const std::vector<std::string>& header, const CsvMapping& mapping) {
    Columns columns;
    columns.mapping_ = mapping;
    columns.count_ = header.size();
    for (const CsvField& field : csv_fields()) {
        const FieldRule& rule = mapping.*(field.rule);
        BoundField bound = bind_field(header, rule);
        const bool needed = rule.required || field.rule == &CsvMapping::time || field.rule == &CsvMapping::amount ||
                            field.rule == &CsvMapping::agent || field.rule == &CsvMapping::currency;
        if (bound.indexes.empty() && needed && rule.constant.empty()) {
            return base::Fault{base::FaultCode::not_found,
                               "the mapping looks for " + std::string(field.name) + " in the column " +
                                   quoted_list(rule.columns) + ", but the header has " + quoted_list(header),
                               "line 1, field " + std::string(field.name)};
        }
        columns.fields_.push_back(std::move(bound));
    }
    columns.note_peculiarities(header);
    return columns;
}

void Columns::note_peculiarities(const std::vector<std::string>& header) {
    std::set<std::string> seen;
    for (std::size_t index = 0; index < header.size(); ++index) {
        const std::string name = folded(header[index]);
        if (name.empty()) {
            notes_.push_back("column " + std::to_string(index + 1) + " has no name");
        } else if (!seen.insert(name).second) {
            notes_.push_back("column " + std::to_string(index + 1) + " repeats the name \"" + header[index] + "\"");
        }
    }
}

const BoundField& Columns::bound(FieldRule CsvMapping::*field) const {
    const auto fields = csv_fields();
    const auto found =
        std::find_if(fields.begin(), fields.end(), [field](const CsvField& one) { return one.rule == field; });
    return fields_[static_cast<std::size_t>(found - fields.begin())];
}

std::string Columns::name_of(FieldRule CsvMapping::*field) const {
    const BoundField& where = bound(field);
    if (!where.column.empty()) {
        return std::string(trimmed(where.column));
    }
    const auto fields = csv_fields();
    return std::string(
        std::find_if(fields.begin(), fields.end(), [field](const CsvField& one) { return one.rule == field; })->name);
}

base::Result<std::string> Columns::value(const std::vector<std::string>& row, FieldRule CsvMapping::*field) const {
    const FieldRule& rule = mapping_.*field;
    const BoundField& where = bound(field);
    std::string_view found;
    if (!where.indexes.empty()) {
        const std::size_t index = rule.occurrence == Occurrence::last ? where.indexes.back() : where.indexes.front();
        found = index < row.size() ? trimmed(row[index]) : std::string_view();
        for (const std::size_t other : where.indexes) {
            if (rule.occurrence == Occurrence::same && other < row.size() && trimmed(row[other]) != found) {
                return base::Fault{base::FaultCode::conflict,
                                   "the columns " + std::to_string(index + 1) + " and " + std::to_string(other + 1) +
                                       " have one name and different values",
                                   name_of(field)};
            }
        }
    }
    if (found.empty()) {
        found = rule.constant;
    }
    if (found.empty() && rule.required) {
        return base::Fault{base::FaultCode::malformed, "the cell is empty, and the mapping requires it",
                           name_of(field)};
    }
    return found.empty() ? std::string() : rule.prefix + std::string(found);
}

} // namespace mapping
