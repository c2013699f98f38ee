// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox_world.h"

#include "app/domain/names.h"
#include "app/domain/stop_target.h"
#include "app/wire/event_codec.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace {

void must(const base::Done& done) {
    if (!done) {
        std::cerr << base::describe(done.fault()) << '\n';
        std::abort();
    }
}

/// "dev.reeve.transaction.started.v1" is "started"; other nouns keep their name: "plan.made".
std::string short_name(domain::EventType type) {
    std::string name(domain::type_name(type));
    name = name.substr(10, name.size() - 10 - 3);
    const std::string noun = "transaction.";
    return name.starts_with(noun) ? name.substr(noun.size()) : name;
}

const domain::TransactionId* transaction_of(const domain::Event& event) {
    static const domain::TransactionId none;
    return std::visit(
        [](const auto& payload) -> const domain::TransactionId* {
            using Payload = std::decay_t<decltype(payload)>;
            if constexpr (std::is_same_v<Payload, domain::TransactionVersion>) {
                return &payload.key.id;
            } else if constexpr (std::is_same_v<Payload, domain::TransactionStep> ||
                                 std::is_same_v<Payload, domain::Plan> || std::is_same_v<Payload, domain::StepTaken> ||
                                 std::is_same_v<Payload, domain::HoldChanged>) {
                return &payload.transaction;
            } else {
                return &none;
            }
        },
        event.payload);
}

} // namespace

sandbox::Options SandboxWorld::quiet() {
    sandbox::Options options;
    options.fleet = false;
    options.rate = 1;
    return options;
}

SandboxWorld::SandboxWorld(bool with_roster, sandbox::Options wanted)
    : options(std::move(wanted))
    , identity(sandbox::rehearsal_identity(options.seed).value())
    , timeline(sandbox::Timeline::virtual_from(base::from_rfc3339("2026-03-02T08:00:00Z").value()))
    , platform(options, identity, timeline, [this](std::uint64_t first, const std::vector<std::string>& group) {
        if (disk_is_full) {
            return base::Done(base::Fault{base::FaultCode::disk_full, "nothing more can be written", {}});
        }
        std::string json = "[";
        for (const std::string& event : group) {
            json += (json.size() == 1 ? "" : ",") + event;
            auto decoded = wire::decode_event(event);
            if (!decoded || decoded->sequence != first + (&event - group.data())) {
                return base::Done(decoded ? base::Fault{base::FaultCode::internal, "a wrong sequence", event}
                                          : decoded.fault());
            }
            events.push_back(std::move(*decoded));
        }
        groups.push_back(json + "]");
        return base::Done();
    }) {
    must(platform.begin(0));
    if (with_roster) {
        must(platform.put_roster(people.signed_roster(people.roster(1, identity.colleague_key.public_key()))));
    }
}

void SandboxWorld::play(const std::string& scenario, int seconds) {
    must(platform.play(scenario));
    advance(seconds);
}

void SandboxWorld::advance(int seconds) {
    must(platform.advance(std::chrono::seconds(seconds)));
}

std::vector<domain::TransactionId> SandboxWorld::in_state(domain::TransactionState state) const {
    std::vector<domain::TransactionId> found;
    for (const domain::Event& event : events) {
        if (event.type == domain::EventType::transaction_requested) {
            const auto& id = std::get<domain::TransactionVersion>(event.payload).key.id;
            if (status(id).state == state) {
                found.push_back(id);
            }
        }
    }
    return found;
}

domain::TransactionId SandboxWorld::only_held() const {
    const auto held = in_state(domain::TransactionState::held);
    return held.size() == 1 ? held.front() : domain::TransactionId("not exactly one is held");
}

wire::TransactionStatus SandboxWorld::status(const domain::TransactionId& id) const {
    const auto status = platform.transaction(id);
    return status ? *status : wire::TransactionStatus{};
}

domain::Decision SandboxWorld::draft(const domain::TransactionId& id, domain::Verb verb) {
    domain::Decision decision = people.blank(identity.source, verb, timeline.now());
    const auto now = status(id);
    decision.transaction = id;
    decision.version = now.version;
    decision.subject_digest = now.subject_digest;
    decision.agent = now.subject.agent;
    if (verb == domain::Verb::approve || verb == domain::Verb::approve_reduced) {
        decision.amount = now.subject.gross;
        decision.payee = now.subject.payee;
    }
    return decision;
}

domain::Decision SandboxWorld::draft_stop(const std::string& agent, domain::Verb verb) {
    domain::Decision decision = people.blank(identity.source, verb, timeline.now());
    decision.agent = domain::AgentId(agent);
    return decision;
}

domain::Decision SandboxWorld::stop_tier(domain::Tier tier, domain::Verb verb) {
    domain::Decision decision = draft_stop(domain::target_of(tier).bytes(), verb);
    const std::string answer = decide(decision);
    must(answer == "accepted" ? base::Done() : base::Done(base::Fault{base::FaultCode::internal, answer, "stop_tier"}));
    return decision;
}

std::string SandboxWorld::decide(const domain::Decision& decision) {
    const auto receipt = platform.decide(people.signed_decision(decision));
    if (!receipt) {
        return base::name_of(receipt.fault().code);
    }
    std::string words(domain::name_of(receipt->outcome));
    return receipt->outcome == domain::ReceiptOutcome::refused ? words + ' ' + receipt->code : words;
}

std::string SandboxWorld::story(const domain::TransactionId& id, std::size_t from) const {
    std::string words;
    for (std::size_t index = from; index < events.size(); ++index) {
        if (*transaction_of(events[index]) == id) {
            words += (words.empty() ? "" : " ") + short_name(*events[index].type);
            if (const auto* step = std::get_if<domain::StepTaken>(&events[index].payload)) {
                words += '=' + std::string(domain::name_of(step->state));
            }
        }
    }
    return words;
}

std::string SandboxWorld::receipts(const domain::DecisionId& id) const {
    std::string words;
    for (const auto& receipt : payloads<domain::Receipt>()) {
        if (receipt.decision == id) {
            words += (words.empty() ? "" : " ") + std::string(domain::name_of(receipt.outcome));
            words += receipt.code.empty() ? "" : ":" + receipt.code;
        }
    }
    return words;
}

std::size_t SandboxWorld::count(domain::EventType type) const {
    return static_cast<std::size_t>(
        std::count_if(events.begin(), events.end(), [&](const domain::Event& event) { return event.type == type; }));
}
