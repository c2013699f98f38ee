// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/names.h"
#include "app/json/value.h"
#include "app/mapping/mapping.h"

namespace mapping {

namespace {

using json::Value;

Value list(const std::vector<std::string>& texts) {
    Value out = Value::array();
    for (const std::string& text : texts) {
        out.append(Value(text));
    }
    return out;
}

void set_list(Value& into, const char* name, const std::vector<std::string>& texts) {
    if (!texts.empty()) {
        into.set(name, list(texts));
    }
}

Value rule_value(const FieldRule& rule) {
    Value out = Value::object();
    set_list(out, "columns", rule.columns);
    out.set_text("constant", rule.constant);
    out.set_text("prefix", rule.prefix);
    if (rule.required) {
        out.set("required", true);
    }
    switch (rule.occurrence) {
    case Occurrence::same: break;
    case Occurrence::first: out.set("occurrence", "first"); break;
    case Occurrence::last: out.set("occurrence", "last"); break;
    }
    return out;
}

Value csv_value(const CsvMapping& csv) {
    Value out = Value::object();
    out.set("delimiter", std::string(1, csv.delimiter));
    switch (csv.encoding) {
    case Encoding::utf_8: break;
    case Encoding::windows_1252: out.set("encoding", "windows-1252"); break;
    }
    out.set("dates", list(csv.date_formats));
    Value decimal = Value::object();
    decimal.set("point", std::string(1, csv.decimal.point));
    if (csv.decimal.grouping != '\0') {
        decimal.set("grouping", std::string(1, csv.decimal.grouping));
    }
    decimal.set("reversed", csv.decimal.reversed);
    decimal.set("parentheses", csv.decimal.parentheses);
    out.set("decimal", std::move(decimal));
    out.set("agent_kind", domain::name_of(csv.agent_kind));
    out.set_text("agent_group", csv.agent_group);
    out.set("side", domain::name_of(csv.side));
    Value fields = Value::object();
    for (const CsvField& field : csv_fields()) {
        const FieldRule& rule = csv.*(field.rule);
        if (!rule.columns.empty() || !rule.constant.empty()) {
            fields.set(std::string(field.name), rule_value(rule));
        }
    }
    out.set("fields", std::move(fields));
    return out;
}

Value tool_value(const ToolRule& rule) {
    Value out = Value::object();
    out.set("kind", domain::name_of(rule.kind));
    if (rule.handoff) {
        out.set("handoff", true);
        out.set("tier", domain::name_of(rule.tier));
        out.set_text("escalation", rule.escalation);
    }
    set_list(out, "asked_amount", rule.asked_amount);
    set_list(out, "moved_amount", rule.moved_amount);
    if (rule.balance_change) {
        out.set("balance_change", true);
    }
    if (rule.reversed) {
        out.set("reversed", true);
    }
    set_list(out, "reference", rule.reference);
    set_list(out, "text", rule.text);
    return out;
}

std::int32_t in_seconds(base::Microseconds span) {
    return static_cast<std::int32_t>(std::chrono::duration_cast<std::chrono::seconds>(span).count());
}

Value chat_value(const ChatMapping& chat) {
    Value out = Value::object();
    out.set("messages", list(chat.messages));
    set_list(out, "run_id", chat.run_id);
    set_list(out, "start_time", chat.start_time);
    set_list(out, "outcome", chat.outcome);
    out.set("base_time", base::to_rfc3339(chat.base_time));
    out.set("step_seconds", in_seconds(chat.step));
    out.set("run_gap_seconds", in_seconds(chat.run_gap));
    Value agent = Value::object();
    agent.set("id", chat.agent_id);
    agent.set_text("name", chat.agent_name);
    agent.set("kind", domain::name_of(chat.agent_kind));
    agent.set_text("group", chat.agent_group);
    agent.set_text("model", chat.agent_model);
    agent.set_text("owner_id", chat.owner_id);
    agent.set_text("owner_name", chat.owner_name);
    out.set("agent", std::move(agent));
    set_list(out, "counterpart", chat.counterpart);
    out.set_text("unknown_counterpart", chat.unknown_counterpart);
    set_list(out, "balance_of", chat.balance_of);
    set_list(out, "balance", chat.balance);
    out.set("currency", chat.currency);
    out.set("side", domain::name_of(chat.side));
    set_list(out, "failure_prefixes", chat.failure_prefixes);
    Value tools = Value::object();
    for (const auto& [name, rule] : chat.tools) {
        tools.set(name, tool_value(rule));
    }
    out.set("tools", std::move(tools));
    return out;
}

} // namespace

std::string to_json(const Mapping& mapping) {
    Value out = Value::object();
    out.set("reeve_mapping", 1);
    out.set("name", mapping.name);
    out.set_text("title", mapping.title);
    out.set("dataset", mapping.dataset);
    Value period = Value::object();
    period.set_text("constant", mapping.period);
    period.set_text("file_name", mapping.period_pattern);
    out.set("period", std::move(period));
    if (mapping.csv) {
        out.set("csv", csv_value(*mapping.csv));
    }
    if (mapping.chat) {
        out.set("chat", chat_value(*mapping.chat));
    }
    return json::pretty(out) + "\n";
}

} // namespace mapping
