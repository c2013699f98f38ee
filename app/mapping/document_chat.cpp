// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/document_parts.h"

namespace mapping {

using base::FaultCode;
using json::Fields;
using json::Trouble;
using json::View;

namespace {

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

} // namespace

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

} // namespace mapping
