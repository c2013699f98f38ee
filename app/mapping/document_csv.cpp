// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/dates.h"
#include "app/mapping/document_parts.h"

#include <algorithm>

namespace mapping {

using base::FaultCode;
using json::Fields;
using json::Trouble;
using json::View;

namespace {

FieldRule read_rule(View view, Trouble& trouble) {
    Fields fields(view, trouble);
    fields.refuse_others({"columns", "constant", "prefix", "required", "occurrence"});
    FieldRule rule;
    rule.columns = strings(fields, "columns");
    rule.constant = fields.optional_string("constant");
    rule.prefix = fields.optional_string("prefix");
    rule.required = fields.optional_boolean("required", false);
    const std::string_view occurrence = fields.optional_string("occurrence");
    if (occurrence == "first") {
        rule.occurrence = Occurrence::first;
    } else if (occurrence == "last") {
        rule.occurrence = Occurrence::last;
    } else if (!occurrence.empty() && occurrence != "same") {
        fields.blame("occurrence", FaultCode::invalid_argument, "one of \"same\", \"first\", \"last\" is needed here");
    }
    if (rule.columns.empty() && rule.constant.empty()) {
        fields.blame("columns", FaultCode::invalid_argument, "a field needs columns or a constant");
    }
    return rule;
}

DecimalRule read_decimal(View view, Trouble& trouble) {
    Fields fields(view, trouble);
    fields.refuse_others({"point", "grouping", "reversed", "parentheses"});
    DecimalRule rule;
    rule.point = one_character(fields, "point", '.');
    rule.grouping = one_character(fields, "grouping", '\0');
    rule.reversed = fields.optional_boolean("reversed", false);
    rule.parentheses = fields.optional_boolean("parentheses", false);
    if (rule.point == rule.grouping) {
        fields.blame("grouping", FaultCode::invalid_argument, "decimal point and grouping must differ");
    }
    return rule;
}

void read_fields(View view, Trouble& trouble, CsvMapping& csv) {
    Fields fields(view, trouble);
    const auto all = csv_fields();
    for (const View member : view) {
        const auto known = std::find_if(all.begin(), all.end(),
                                        [&member](const CsvField& field) { return field.name == member.key(); });
        if (known == all.end()) {
            fields.blame(member.key(), FaultCode::invalid_argument, "there is no field of this name");
        } else if (!member.is_object()) {
            fields.blame(member.key(), FaultCode::malformed, "an object with \"columns\" is needed here");
        } else {
            csv.*(known->rule) = read_rule(member, trouble);
        }
    }
    for (const auto& [name, rule] : {std::pair{"time", csv.time}, {"amount", csv.amount}, {"agent", csv.agent}}) {
        if (rule.columns.empty() && rule.constant.empty()) {
            fields.blame(name, FaultCode::invalid_argument, std::string("the field \"") + name + "\" is needed");
        }
    }
    if (csv.currency.columns.empty() && csv.currency.constant.empty()) {
        fields.blame("currency", FaultCode::invalid_argument, "a column or a constant for the currency is needed");
    }
    check_currency(fields, "currency", csv.currency.constant);
}

} // namespace

CsvMapping read_csv(View view, Trouble& trouble) {
    Fields fields(view, trouble);
    fields.refuse_others({"delimiter", "encoding", "dates", "decimal", "agent_kind", "agent_group", "side", "fields"});
    CsvMapping csv;
    csv.delimiter = one_character(fields, "delimiter", ',');
    if (csv.delimiter == '"' || csv.delimiter == '\r' || csv.delimiter == '\n') {
        fields.blame("delimiter", FaultCode::invalid_argument, "a quote or a line end cannot separate fields");
    }
    const std::string_view encoding = fields.optional_string("encoding");
    if (encoding == "windows-1252") {
        csv.encoding = Encoding::windows_1252;
    } else if (!encoding.empty() && encoding != "utf-8") {
        fields.blame("encoding", FaultCode::invalid_argument, "one of \"utf-8\", \"windows-1252\" is needed here");
    }
    csv.date_formats = strings(fields, "dates");
    if (csv.date_formats.empty()) {
        fields.blame("dates", FaultCode::invalid_argument, "at least one date format is needed, e.g. \"dd/MM/yyyy\"");
    }
    for (const std::string& format : csv.date_formats) {
        if (auto checked = check_date_format(format); !checked) {
            fields.blame("dates", checked.fault());
        }
    }
    if (const auto decimal = fields.optional_object("decimal")) {
        csv.decimal = read_decimal(*decimal, trouble);
    }
    read_name(fields, "agent_kind", csv.agent_kind);
    csv.agent_group = fields.optional_string("agent_group");
    read_name(fields, "side", csv.side);
    if (const auto rules = fields.object("fields")) {
        read_fields(*rules, trouble, csv);
    }
    return csv;
}

} // namespace mapping
