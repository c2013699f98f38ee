// SPDX-License-Identifier: GPL-3.0-or-later
// What state-changing tools of a run ask for, and what comes of it.
#include "app/mapping/pointers.h"
#include "app/mapping/run_documents.h"
#include "app/mapping/run_mapper.h"

#include <algorithm>
#include <utility>

namespace mapping {

namespace {

using domain::EventType;

} // namespace

void RunMapper::request(const Call& call, const ToolRule& rule, const std::optional<json::Document>& arguments) {
    domain::Subject subject;
    subject.kind = rule.kind;
    subject.side = mapping_.side;
    subject.agent = domain::AgentId(mapping_.agent_id);
    subject.owner = domain::OwnerId(mapping_.owner_id);
    subject.supplier = {domain::SupplierId(run_.counterpart), domain::UntrustedText(run_.counterpart)};
    subject.category = call.tool;
    std::string text = first_text(arguments, into("/arguments", rule.text));
    subject.purpose = domain::UntrustedText(text.empty() ? call.arguments : std::move(text));
    subject.po_number = first_text(arguments, into("/arguments", rule.reference));
    subject.gross = {0, currency_};
    if (arguments) {
        const auto asked = sum_of(arguments->root(), into("/arguments", rule.asked_amount), currency_);
        subject.gross = asked.value_or(subject.gross);
    }
    if (rule.reversed) {
        subject.gross = domain::multiply(subject.gross, -1).value();
    }
    subject.net = subject.gross;
    subject.tax = {0, currency_};
    subject.conversation = run_.conversation;

    domain::TransactionId id(event_id("order", run_.transactions));
    const auto version = emitter_.version_of(id, std::move(subject));
    if (!emitter_.event(run_.place, id.bytes(), EventType::transaction_requested, run_.now, version)) {
        return;
    }
    if (rule.handoff) {
        assess(version, rule);
    } else {
        run_.pending.push_back({call.id, std::move(id), &rule});
    }
}

void RunMapper::assess(const domain::TransactionVersion& version, const ToolRule& rule) {
    domain::Assessment assessment;
    assessment.transaction = version.key.id;
    assessment.version = version.version;
    assessment.tier = rule.tier;
    assessment.moment = domain::Moment::observed_only;
    assessment.escalation = rule.escalation;
    assessment.findings.push_back({"handed_to_person", version.subject.purpose});
    emitter_.event(run_.place, version.key.id.bytes() + "/assessed", EventType::assessment_made, run_.now,
                   std::move(assessment));
}

bool RunMapper::has_failed(std::string_view content) const {
    return std::any_of(mapping_.failure_prefixes.begin(), mapping_.failure_prefixes.end(),
                       [content](const std::string& prefix) { return content.starts_with(prefix); });
}

void RunMapper::settle(const Pending& pending, std::string_view content, const std::optional<json::Document>& result) {
    domain::TransactionStep step;
    step.transaction = pending.transaction;
    step.agent = domain::AgentId(mapping_.agent_id);
    if (has_failed(content)) {
        step.code = "tool_failed";
        step.note = domain::UntrustedText(std::string(content));
        emitter_.event(run_.place, pending.transaction.bytes() + "/failed", EventType::transaction_failed, run_.now,
                       std::move(step));
        return;
    }
    step.amount = moved_amount(*pending.rule, result);
    step.reference = first_text(result, into("/result", pending.rule->reference));
    emitter_.event(run_.place, pending.transaction.bytes() + "/completed", EventType::transaction_completed, run_.now,
                   std::move(step));
}

std::optional<domain::Money> RunMapper::moved_amount(const ToolRule& rule,
                                                     const std::optional<json::Document>& result) {
    if (!result) {
        return std::nullopt;
    }
    if (!rule.balance_change) {
        return sum_of(result->root(), into("/result", rule.moved_amount), currency_);
    }
    const auto known = run_.balances.find(first_text(result, into("/result", mapping_.balance_of)));
    const auto balance = sum_of(result->root(), into("/result", mapping_.balance), currency_);
    if (known == run_.balances.end() || !balance) {
        return std::nullopt;
    }
    const auto change = domain::subtract(*balance, known->second);
    return change ? std::optional(*change) : std::nullopt;
}

void RunMapper::note_balance(const std::optional<json::Document>& result) {
    const std::string number = first_text(result, into("/result", mapping_.balance_of));
    if (number.empty()) {
        return;
    }
    if (const auto balance = sum_of(result->root(), into("/result", mapping_.balance), currency_)) {
        run_.balances.insert_or_assign(number, *balance);
    }
}

void RunMapper::leave_in_doubt() {
    for (const Pending& pending : run_.pending) {
        domain::TransactionStep step;
        step.transaction = pending.transaction;
        step.agent = domain::AgentId(mapping_.agent_id);
        step.code = "no_result";
        emitter_.event(run_.place, pending.transaction.bytes() + "/doubted", EventType::transaction_doubted, run_.now,
                       std::move(step));
    }
    run_.pending.clear();
}

} // namespace mapping
