// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/run_mapper.h"

#include "app/json/value.h"
#include "app/mapping/pointers.h"

#include <algorithm>
#include <utility>

namespace mapping {

namespace {

using domain::EventType;

/// A run may be long; a single event of it may not.
constexpr json::Limits run_limits{.depth = 64, .bytes = std::size_t{16} << 20U};

std::optional<json::Document> parsed(std::string_view text) {
    auto document = json::Document::parse(text, run_limits);
    return document ? std::optional(*std::move(document)) : std::nullopt;
}

/// Pointers of the mapping begin with the name of what they look into; this takes those that do, without it.
std::vector<std::string> into(std::string_view part, const std::vector<std::string>& pointers) {
    std::vector<std::string> out;
    for (const std::string& pointer : pointers) {
        if (pointer.starts_with(part) && (pointer.size() == part.size() || pointer[part.size()] == '/')) {
            out.push_back(pointer.substr(part.size()));
        }
    }
    return out;
}

std::string first_text(const std::optional<json::Document>& document, const std::vector<std::string>& pointers) {
    const auto found = document ? find_first(document->root(), pointers) : std::nullopt;
    return found ? text_of(*found) : std::string();
}

/// The text of a message: a string, or the text parts of a list.
std::string content_of(json::View message) {
    const auto content = message.member("content");
    if (!content) {
        return {};
    }
    if (!content->is_array()) {
        return std::string(content->string());
    }
    std::string text;
    for (const json::View part : *content) {
        if (const auto piece = part.member("text")) {
            text += text.empty() ? "" : "\n";
            text += piece->string();
        }
    }
    return text;
}

} // namespace

RunMapper::RunMapper(ChatMapping mapping, Emitter& emitter)
    : mapping_(std::move(mapping))
    , emitter_(emitter)
    , reader_(run_limits)
    , currency_(domain::Currency::from_code(mapping_.currency).value()) {}

void RunMapper::take(const Place& place, std::string_view line) {
    auto root = reader_.read(line);
    const auto messages = root ? find_first(*root, mapping_.messages) : std::nullopt;
    if (!root || !messages || !messages->is_array()) {
        base::Fault reason =
            root ? base::Fault{base::FaultCode::malformed, "the run has no list of messages", mapping_.messages.front()}
                 : root.fault();
        Place where = place;
        where.column = reason.where;
        refuse(where, std::move(reason), std::string(line));
        return;
    }
    ++emitter_.summary().rows;
    static_cast<void>(ids_.of_bytes(line));
    begin_run(place, *root);
    std::size_t index = 0;
    for (const json::View message : *messages) {
        take_message(message, index++);
    }
    leave_in_doubt();
    emit_outcome(*root);
    ++runs_;
}

void RunMapper::refuse(const Place& place, base::Fault reason, std::string raw) {
    ++emitter_.summary().rows;
    ++runs_;
    const RowIds::Id id = ids_.of_bytes(raw);
    emitter_.quarantine(place, id.text, std::move(reason), std::move(raw), std::nullopt);
}

void RunMapper::finish() {
    emitter_.summary().repeated_rows = ids_.repeated();
    emitter_.summary().content = ids_.content();
}

void RunMapper::begin_run(const Place& place, json::View root) {
    std::string name;
    for (const std::string& pointer : mapping_.run_id) {
        for (const json::View part : find_all(root, pointer)) {
            name += (name.empty() ? "" : "-") + text_of(part);
        }
    }
    name = "run-" + (name.empty() ? std::to_string(runs_ + 1) : name);
    const std::uint64_t bearers = ++names_[name];
    if (bearers > 1) {
        name += "~" + std::to_string(bearers);
    }
    run_ = Run{};
    run_.place = place;
    run_.conversation = domain::ConversationId(name);
    run_.now = mapping_.base_time + static_cast<std::int64_t>(runs_) * mapping_.run_gap;
    run_.counterpart = mapping_.unknown_counterpart;
    if (const auto start = find_first(root, mapping_.start_time)) {
        if (const auto time = base::from_rfc3339(start->string())) {
            run_.now = *time;
        }
    }
    register_agent(place, run_.now);
}

void RunMapper::register_agent(const Place& place, base::Instant time) {
    if (std::exchange(registered_, true)) {
        return;
    }
    domain::Agent agent;
    agent.id = domain::AgentId(mapping_.agent_id);
    agent.name = domain::UntrustedText(mapping_.agent_name.empty() ? mapping_.agent_id : mapping_.agent_name);
    agent.kind = mapping_.agent_kind;
    agent.owner = domain::OwnerId(mapping_.owner_id);
    agent.owner_name = domain::UntrustedText(mapping_.owner_name);
    agent.group = mapping_.agent_group;
    agent.model = mapping_.agent_model;
    agent.holds_orders = false;
    emitter_.event(place, "agent", EventType::agent_registered, time, std::move(agent));
}

void RunMapper::take_message(json::View message, std::size_t index) {
    run_.place.column = "message " + std::to_string(index);
    const auto role_member = message.member("role");
    const std::string_view role = role_member ? role_member->string() : std::string_view();
    const std::string content = content_of(message);
    using domain::Channel;
    using domain::Party;
    using domain::Speaker;
    if (role == "tool" || role == "function") {
        take_result(message);
    } else if (role == "user") {
        emit_turn(next_turn(Party::counterpart, Channel::chat, Speaker::unknown, "user", content));
    } else if (role == "system" || role == "developer") {
        emit_turn(next_turn(Party::owner, Channel::chat, Speaker::unknown, std::string(role), content));
    } else if (role == "assistant") {
        if (!content.empty()) {
            emit_turn(next_turn(Party::agent, Channel::chat, Speaker::machine, mapping_.agent_name, content));
        }
        const auto text = [](json::View object, std::string_view name) {
            const auto member = object.member(name);
            return member ? std::string(member->string()) : std::string();
        };
        if (const auto calls = message.member("tool_calls")) {
            for (const json::View call : *calls) {
                if (const auto function = call.member("function")) {
                    take_call({text(call, "id"), text(*function, "name"), text(*function, "arguments")});
                }
            }
        }
        if (const auto function = message.member("function_call"); function && function->is_object()) {
            take_call({{}, text(*function, "name"), text(*function, "arguments")});
        }
    } else {
        const std::string raw(message.raw());
        emitter_.quarantine(run_.place, ids_.of_bytes(raw).text,
                            {base::FaultCode::malformed, "a message without a known role", describe(run_.place)}, raw,
                            std::nullopt);
    }
    run_.now += mapping_.step;
}

domain::Turn RunMapper::next_turn(domain::Party party, domain::Channel channel, domain::Speaker speaker,
                                  std::string name, std::string text) {
    domain::Turn turn;
    turn.conversation = run_.conversation;
    turn.number = ++run_.turns;
    turn.channel = channel;
    turn.party = party;
    turn.speaker = speaker;
    turn.speaker_name = domain::UntrustedText(std::move(name));
    turn.text = domain::UntrustedText(std::move(text));
    return turn;
}

std::string RunMapper::event_id(std::string_view what, std::int32_t number) const {
    return run_.conversation.bytes() + "/" + std::string(what) + "-" + std::to_string(number);
}

void RunMapper::emit_turn(domain::Turn turn) {
    const std::string id = event_id("turn", turn.number);
    emitter_.event(run_.place, id, EventType::turn_taken, run_.now, std::move(turn));
}

void RunMapper::take_call(const Call& call) {
    const auto arguments = parsed(call.arguments);
    if (std::string who = first_text(arguments, into("/arguments", mapping_.counterpart)); !who.empty()) {
        run_.counterpart = std::move(who);
    }
    domain::Turn turn =
        next_turn(domain::Party::agent, domain::Channel::api, domain::Speaker::machine, call.tool, call.arguments);
    const auto rule = mapping_.tools.find(call.tool);
    if (rule == mapping_.tools.end()) {
        emit_turn(std::move(turn));
        return;
    }
    ++run_.transactions;
    turn.transaction = domain::TransactionId(event_id("order", run_.transactions));
    emit_turn(std::move(turn));
    request(call, rule->second, arguments);
}

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

void RunMapper::take_result(json::View message) {
    const auto text = [message](std::string_view name) {
        const auto member = message.member(name);
        return member ? std::string(member->string()) : std::string();
    };
    const std::string content = content_of(message);
    const std::string call_id = text("tool_call_id");
    domain::Turn turn =
        next_turn(domain::Party::counterpart, domain::Channel::api, domain::Speaker::machine, text("name"), content);
    // The oldest call of that id that has no result yet: ids come twice in real runs.
    const auto pending = std::find_if(run_.pending.begin(), run_.pending.end(),
                                      [&call_id](const Pending& one) { return one.call_id == call_id; });
    const auto result = parsed(content);
    if (pending == run_.pending.end()) {
        emit_turn(std::move(turn));
        note_balance(result);
        return;
    }
    turn.transaction = pending->transaction;
    emit_turn(std::move(turn));
    settle(*pending, content, result);
    run_.pending.erase(pending);
    note_balance(result);
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

void RunMapper::emit_outcome(json::View root) {
    json::Value outcome = json::Value::object();
    for (const std::string& pointer : mapping_.outcome) {
        for (const json::View value : find_all(root, pointer)) {
            outcome.set(pointer, json::Value::from(value));
        }
    }
    if (!outcome.members().empty()) {
        run_.place.column.clear();
        emitter_.outcome(run_.place, run_.conversation, json::canonical(outcome));
    }
}

} // namespace mapping
