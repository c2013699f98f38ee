// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/run_mapper.h"

#include "app/json/value.h"
#include "app/mapping/pointers.h"
#include "app/mapping/run_documents.h"

#include <algorithm>
#include <utility>

namespace mapping {

namespace {

using domain::EventType;

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
    Run run;
    run.place = place;
    run.conversation = domain::ConversationId(name);
    run.now = mapping_.base_time + static_cast<std::int64_t>(runs_) * mapping_.run_gap;
    run.counterpart = mapping_.unknown_counterpart;
    if (const auto start = find_first(root, mapping_.start_time)) {
        if (const auto time = base::from_rfc3339(start->string())) {
            run.now = *time;
        }
    }
    run_ = std::move(run);
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
