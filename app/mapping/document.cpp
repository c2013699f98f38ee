// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/currency.h"
#include "app/domain/names.h"
#include "app/json/fields.h"
#include "app/json/reader.h"
#include "app/mapping/dates.h"
#include "app/mapping/mapping.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <array>
#include <limits>

namespace mapping {

namespace {

using base::FaultCode;
using json::Fields;
using json::Trouble;
using json::View;

constexpr std::array<CsvField, 14> all_csv_fields{{
    {"time", &CsvMapping::time},
    {"amount", &CsvMapping::amount},
    {"net", &CsvMapping::net},
    {"tax", &CsvMapping::tax},
    {"currency", &CsvMapping::currency},
    {"agent", &CsvMapping::agent},
    {"agent_name", &CsvMapping::agent_name},
    {"owner", &CsvMapping::owner},
    {"supplier", &CsvMapping::supplier},
    {"category", &CsvMapping::category},
    {"description", &CsvMapping::description},
    {"cost_centre", &CsvMapping::cost_centre},
    {"po_number", &CsvMapping::po_number},
    {"reference", &CsvMapping::reference},
}};

std::vector<std::string> strings(Fields& fields, std::string_view name) {
    std::vector<std::string> out;
    const auto list = fields.optional_array(name);
    if (!list) {
        return out;
    }
    for (const View element : *list) {
        if (!element.is_string()) {
            fields.blame(name, FaultCode::malformed, "every element must be a string");
            return {};
        }
        out.emplace_back(element.string());
    }
    return out;
}

std::vector<std::string> pointers(Fields& fields, std::string_view name) {
    auto out = strings(fields, name);
    for (const std::string& pointer : out) {
        if (pointer.empty() || pointer.front() != '/') {
            fields.blame(name, FaultCode::invalid_argument, "a pointer begins with '/', e.g. \"/arguments/amount\"");
        }
    }
    return out;
}

template <class Enum>
void read_name(Fields& fields, std::string_view name, Enum& value) {
    const std::string_view text = fields.optional_string(name);
    if (text.empty()) {
        return;
    }
    if (const auto known = domain::from_name<Enum>(text)) {
        value = *known;
    } else {
        fields.blame(name, FaultCode::invalid_argument, "the value is not among those that the schema lists");
    }
}

char one_character(Fields& fields, std::string_view name, char when_absent) {
    const std::string_view text = fields.optional_string(name);
    if (text.empty()) {
        return when_absent;
    }
    if (text.size() != 1 || static_cast<unsigned char>(text[0]) >= 0x80U) {
        fields.blame(name, FaultCode::invalid_argument, "exactly one ASCII character is needed here");
        return when_absent;
    }
    return text[0];
}

void check_currency(Fields& fields, std::string_view name, const std::string& code) {
    if (code.empty()) {
        return;
    }
    if (const auto currency = domain::Currency::from_code(code); !currency) {
        fields.blame(name, currency.fault().code, "an ISO 4217 currency code is needed here, e.g. \"GBP\"");
    }
}

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
    for (const View member : view) {
        const auto known = std::find_if(all_csv_fields.begin(), all_csv_fields.end(),
                                        [&member](const CsvField& field) { return field.name == member.key(); });
        if (known == all_csv_fields.end()) {
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

CsvMapping read_csv(View view, Trouble& trouble) {
    Fields fields(view, trouble);
    fields.refuse_others({"delimiter", "dates", "decimal", "agent_kind", "agent_group", "side", "fields"});
    CsvMapping csv;
    csv.delimiter = one_character(fields, "delimiter", ',');
    if (csv.delimiter == '"' || csv.delimiter == '\r' || csv.delimiter == '\n') {
        fields.blame("delimiter", FaultCode::invalid_argument, "a quote or a line end cannot separate fields");
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

ToolRule read_tool(View view, Trouble& trouble) {
    Fields fields(view, trouble);
    fields.refuse_others({"kind", "handoff", "asked_amount", "moved_amount", "balance_change", "reversed", "reference",
                          "text", "escalation", "tier"});
    ToolRule rule;
    read_name(fields, "kind", rule.kind);
    rule.handoff = fields.optional_boolean("handoff", false);
    rule.asked_amount = pointers(fields, "asked_amount");
    rule.moved_amount = pointers(fields, "moved_amount");
    rule.balance_change = fields.optional_boolean("balance_change", false);
    rule.reversed = fields.optional_boolean("reversed", false);
    rule.reference = pointers(fields, "reference");
    rule.text = pointers(fields, "text");
    rule.escalation = fields.optional_string("escalation");
    read_name(fields, "tier", rule.tier);
    return rule;
}

base::Microseconds seconds(Fields& fields, std::string_view name, std::int32_t when_absent) {
    const std::int32_t value = fields.optional_int32(name, when_absent);
    if (value < 0) {
        fields.blame(name, FaultCode::invalid_argument, "a number of seconds, 0 or more, is needed here");
        return {};
    }
    return std::chrono::seconds(value);
}

void read_agent(View view, Trouble& trouble, ChatMapping& chat) {
    Fields fields(view, trouble);
    fields.refuse_others({"id", "name", "kind", "group", "model", "owner_id", "owner_name"});
    chat.agent_id = fields.string("id");
    chat.agent_name = fields.optional_string("name");
    read_name(fields, "kind", chat.agent_kind);
    chat.agent_group = fields.optional_string("group");
    chat.agent_model = fields.optional_string("model");
    chat.owner_id = fields.optional_string("owner_id");
    chat.owner_name = fields.optional_string("owner_name");
}

ChatMapping read_chat(View view, Trouble& trouble) {
    Fields fields(view, trouble);
    fields.refuse_others({"messages", "run_id", "start_time", "outcome", "base_time", "step_seconds", "run_gap_seconds",
                          "agent", "counterpart", "unknown_counterpart", "balance_of", "balance", "currency", "side",
                          "failure_prefixes", "tools"});
    ChatMapping chat;
    chat.messages = pointers(fields, "messages");
    if (chat.messages.empty()) {
        fields.blame("messages", FaultCode::invalid_argument, "say where the messages are, e.g. [\"/messages\"]");
    }
    chat.run_id = pointers(fields, "run_id");
    chat.start_time = pointers(fields, "start_time");
    chat.outcome = pointers(fields, "outcome");
    if (const auto base_time = base::from_rfc3339(fields.string("base_time"))) {
        chat.base_time = *base_time;
    } else {
        fields.blame("base_time", FaultCode::invalid_argument, "a time like \"2024-05-15T15:00:00Z\" is needed here");
    }
    chat.step = seconds(fields, "step_seconds", 10);
    chat.run_gap = seconds(fields, "run_gap_seconds", 3600);
    if (const auto agent = fields.object("agent")) {
        read_agent(*agent, trouble, chat);
    }
    chat.counterpart = pointers(fields, "counterpart");
    chat.unknown_counterpart = fields.optional_string("unknown_counterpart");
    chat.balance_of = pointers(fields, "balance_of");
    chat.balance = pointers(fields, "balance");
    chat.currency = fields.string("currency");
    check_currency(fields, "currency", chat.currency);
    read_name(fields, "side", chat.side);
    chat.failure_prefixes = strings(fields, "failure_prefixes");
    if (const auto tools = fields.optional_object("tools")) {
        for (const View tool : *tools) {
            chat.tools.emplace(tool.key(), read_tool(tool, trouble));
        }
    }
    return chat;
}

void read_period(View view, Trouble& trouble, Mapping& mapping) {
    Fields fields(view, trouble);
    fields.refuse_others({"constant", "file_name"});
    mapping.period = fields.optional_string("constant");
    mapping.period_pattern = fields.optional_string("file_name");
    if (!mapping.period_pattern.empty()) {
        const QRegularExpression pattern(QString::fromStdString(mapping.period_pattern));
        if (!pattern.isValid() || pattern.captureCount() < 1) {
            fields.blame("file_name", FaultCode::invalid_argument,
                         "a regular expression with one group is needed, e.g. \"([0-9]{4}-[0-9]{2})\"");
        }
    }
}

} // namespace

std::span<const CsvField> csv_fields() {
    return all_csv_fields;
}

base::Result<Mapping> parse(std::string_view json) {
    auto document = json::Document::parse(json);
    if (!document) {
        return std::move(document).fault();
    }
    Trouble trouble;
    if (!document->root().is_object()) {
        return base::Fault{FaultCode::malformed, "a mapping is a JSON object", {}};
    }
    Fields fields(document->root(), trouble);
    fields.refuse_others({"$schema", "reeve_mapping", "name", "title", "dataset", "period", "csv", "chat"});
    if (fields.int32("reeve_mapping") != 1) {
        fields.blame("reeve_mapping", FaultCode::unsupported, "this program reads mappings of version 1");
    }
    Mapping mapping;
    mapping.name = fields.string("name");
    mapping.title = fields.optional_string("title");
    mapping.dataset = fields.string("dataset");
    if (const auto period = fields.optional_object("period")) {
        read_period(*period, trouble, mapping);
    }
    if (const auto csv = fields.optional_object("csv")) {
        mapping.csv = read_csv(*csv, trouble);
    }
    if (const auto chat = fields.optional_object("chat")) {
        mapping.chat = read_chat(*chat, trouble);
    }
    if (mapping.csv.has_value() == mapping.chat.has_value()) {
        fields.blame({}, FaultCode::invalid_argument, "a mapping has either \"csv\" or \"chat\"");
    }
    REEVE_TRY(trouble.done());
    return mapping;
}

} // namespace mapping
