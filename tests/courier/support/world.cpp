// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/courier/support/world.h"

#include "app/crypto/digest.h"
#include "app/domain/names.h"
#include "app/wire/signed_bytes.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace support {

using base::Fault;
using base::FaultCode;
using domain::DecisionId;
using domain::DecisionState;

World::World()
    : clock(base::from_rfc3339("2026-03-01T12:00:00Z").value())
    , gateway_key_(crypto::SigningKey::from_seed({1}).value())
    , stranger_key_(crypto::SigningKey::from_seed({2}).value()) {
    QLoggingCategory::setFilterRules(QStringLiteral("reeve.courier.warning=false")); // forgeries are meant here
}

World::~World() {
    kill();
}

DecisionId World::sign(domain::Verb verb, base::Instant not_before, base::Instant not_after) {
    courier::Entry entry;
    domain::Decision& decision = entry.decision.decision;
    decision.id = DecisionId("d-" + std::to_string(++last_number_));
    decision.source = domain::SourceId("urn:test");
    decision.transaction = domain::TransactionId("t-1");
    decision.version = 1;
    decision.agent = domain::AgentId("a-1");
    decision.verb = verb;
    decision.reason_code = "fine";
    decision.person = domain::PersonId("p-1");
    decision.role = "manager";
    decision.policy_version = "1";
    decision.not_before = not_before;
    decision.not_after = not_after;
    entry.decision.signed_bytes = wire::decision_bytes(decision);
    entry.state = not_before > clock.now() ? DecisionState::held : DecisionState::signed_;
    record.emplace(decision.id, entry);
    return decision.id;
}

void World::start() {
    courier.reset(new courier::Courier(*this, *this, gateway_key_.public_key(), clock, scheduler));
    QObject::connect(courier.get(), &courier::Courier::forged, courier.get(),
                     [this](const DecisionId&, const Fault& fault) { forgeries.push_back(fault); });
    QObject::connect(courier.get(), &courier::Courier::outbox_failed, courier.get(),
                     [this](const Fault& fault) { outbox_faults.push_back(fault); });
    courier->start();
}

void World::kill() {
    courier.reset();
    // Requests on their way and writes begun go on without the process; their replies find nobody.
    under_way_.clear();
}

bool World::step() {
    if (events_.empty()) {
        const auto pause = scheduler.next_in();
        if (pause.count() < 0) {
            return false;
        }
        clock.advance(pause);
        scheduler.advance(pause);
        return true;
    }
    const Event event = std::move(events_.front());
    events_.pop_front();
    if (!event.needs_context || event.context) {
        event.call();
    }
    return true;
}

bool World::run(int most) {
    for (int steps = 0; steps < most; ++steps) {
        if (!step()) {
            return true;
        }
    }
    return false;
}

std::string World::path(const DecisionId& id) const {
    std::string text;
    for (const courier::Move& move : moves) {
        if (move.decision == id && move.from != move.to) {
            text += (text.empty() ? std::string(domain::name_of(move.from)) : std::string()) + ">" +
                    std::string(domain::name_of(move.to));
        }
    }
    return text;
}

domain::Receipt World::receipt_for(const DecisionId& id, domain::ReceiptOutcome told,
                                   const crypto::SigningKey& key) const {
    domain::Receipt receipt;
    receipt.id = domain::ReceiptId("r-" + id.bytes() + "-" + std::string(domain::name_of(told)));
    receipt.decision = id;
    receipt.decision_digest = crypto::sha256(record.at(id).decision.signed_bytes);
    receipt.outcome = told;
    receipt.issued = base::from_rfc3339("2026-03-01T12:00:00Z").value();
    receipt.signed_bytes = wire::receipt_bytes(receipt);
    receipt.key = key.public_key();
    receipt.signature = key.sign(receipt.signed_bytes).value();
    return receipt;
}

// The record: a write is one step, its reply the next.

void World::later(QObject* context, std::function<void()> call) {
    events_.push_back({context, context != nullptr, std::move(call)});
}

void World::open_entries(QObject* context, courier::Reply<std::vector<courier::Entry>> reply) {
    later(context, [this, reply = std::move(reply)] {
        std::vector<courier::Entry> open;
        for (const auto& [id, entry] : record) {
            if (!domain::is_final(entry.state)) {
                open.push_back(entry);
            }
        }
        reply(open);
    });
}

void World::find(const DecisionId& id, QObject* context, courier::Reply<std::optional<courier::Entry>> reply) {
    later(context, [this, id, reply = std::move(reply)] {
        const auto found = record.find(id);
        reply(found == record.end() ? std::optional<courier::Entry>() : std::optional(found->second));
    });
}

base::Done World::write(const courier::Move& move) {
    if (!commit_faults.empty()) {
        Fault fault = commit_faults.front();
        commit_faults.pop_front();
        if (fault.code != FaultCode::internal) { // internal stands for "no fault this time"
            return fault;
        }
    }
    courier::Entry& entry = record.at(move.decision);
    if (entry.state != move.from) {
        return Fault{FaultCode::stale, "the record holds another state", {}};
    }
    const bool again = move.from == DecisionState::sent && move.to == DecisionState::sent && move.fault;
    if (!again && !domain::may_follow(move.from, move.to)) {
        contradictions.push_back("a move that the table forbids: " + path(move.decision) + ">" +
                                 std::string(domain::name_of(move.to)));
    }
    entry.state = move.to;
    moves.push_back(move);
    return {};
}

void World::commit(const courier::Move& move, QObject* context, courier::Reply<void> reply) {
    later(nullptr, [this, move, context = QPointer<QObject>(context), reply = std::move(reply)] {
        const base::Done done = write(move);
        if (context) {
            later(context, [reply, done] { reply(done); });
        }
    });
}

// The gateway: a request arrives in one step, its answer in another.

Mood World::next_mood() {
    if (moods.empty()) {
        return Mood::answers;
    }
    const Mood mood = moods.front();
    moods.pop_front();
    return mood;
}

void World::receive(const domain::SignedDecision& decision) {
    const DecisionId& id = decision.decision.id;
    auto [seen, first] = at_gateway.try_emplace(id);
    if (first) {
        seen->second.bytes = decision.signed_bytes;
        seen->second.executed = 1;
        seen->second.receipt = receipt_for(id, outcome, gateway_key_);
    } else if (seen->second.bytes != decision.signed_bytes) {
        contradictions.push_back("the same decision came with other bytes");
    }
}

void World::receive_late(const domain::SignedDecision& decision, int steps) {
    later(nullptr, [this, decision, steps] {
        if (steps > 0) {
            receive_late(decision, steps - 1);
        } else {
            receive(decision);
        }
    });
}

void World::send_on_feed(const DecisionId& id) {
    // The feed is kept by the record until a process reads it: it is told to whichever process runs then.
    later(nullptr, [this, id] {
        if (courier) {
            courier->settle(at_gateway.at(id).receipt);
        } else {
            send_on_feed(id);
        }
    });
}

base::Result<domain::Receipt> World::answer_for(const domain::SignedDecision& decision, Mood mood) {
    const DecisionId& id = decision.decision.id;
    switch (mood) {
    case Mood::answers: receive(decision); return at_gateway.at(id).receipt;
    case Mood::loses_request: return Fault{FaultCode::unreachable, "no connection", {}};
    case Mood::swallows_request: return Fault{FaultCode::timed_out, "no answer", {}};
    case Mood::loses_answer: receive(decision); return Fault{FaultCode::timed_out, "no answer", {}};
    case Mood::answers_garbage: receive(decision); return Fault{FaultCode::malformed, "garbage", {}};
    case Mood::fails_before: return Fault{FaultCode::refused, "ill", "HTTP 500"};
    case Mood::refuses_login: return Fault{FaultCode::refused, "the bearer token is wrong", "HTTP 401 unauthorised"};
    case Mood::too_busy: return Fault{FaultCode::refused, "busy", "HTTP 429 busy retry-after:120"};
    case Mood::answers_forged: return receipt_for(id, domain::ReceiptOutcome::refused, stranger_key_);
    case Mood::answers_other_digest: {
        domain::Receipt receipt = receipt_for(id, domain::ReceiptOutcome::refused, gateway_key_);
        receipt.decision_digest = {};
        receipt.signed_bytes = wire::receipt_bytes(receipt);
        receipt.signature = gateway_key_.sign(receipt.signed_bytes).value();
        return receipt;
    }
    case Mood::answers_on_feed_only:
        receive(decision);
        send_on_feed(id);
        return Fault{FaultCode::timed_out, "no answer", {}};
    case Mood::answers_twice:
        receive(decision);
        send_on_feed(id);
        return at_gateway.at(id).receipt;
    case Mood::arrives_late: receive_late(decision, 3); return Fault{FaultCode::timed_out, "no answer", {}};
    }
    return Fault{};
}

void World::post(const domain::SignedDecision& decision, QObject* context, courier::Reply<domain::Receipt> reply) {
    ++posts;
    const DecisionId id = decision.decision.id;
    if (record.at(id).state != DecisionState::sent) {
        contradictions.push_back("sent before the record said so: " + path(id));
    }
    if (++under_way_[id] > 1) {
        contradictions.push_back("two sends of one decision at a time");
    }
    int total = 0;
    for (const auto& [other, count] : under_way_) {
        total += count;
    }
    most_at_once = std::max(most_at_once, total);
    later(nullptr,
          [this, decision, mood = next_mood(), context = QPointer<QObject>(context), reply = std::move(reply)] {
              const auto answer = answer_for(decision, mood);
              if (context) {
                  later(context, [this, id = decision.decision.id, reply, answer] {
                      --under_way_[id];
                      reply(answer);
                  });
              }
          });
}

void World::status(const DecisionId& id, QObject* context, courier::Reply<std::optional<domain::Receipt>> reply) {
    ++asks;
    later(context, [this, id, mood = next_mood(), reply = std::move(reply)] {
        using Answer = base::Result<std::optional<domain::Receipt>>;
        const auto seen = at_gateway.find(id);
        switch (mood) {
        case Mood::answers:
        case Mood::answers_twice:
            reply(seen == at_gateway.end() ? Answer(std::nullopt) : Answer(seen->second.receipt));
            return;
        case Mood::answers_forged:
        case Mood::answers_other_digest: reply(Answer(*answer_for(record.at(id).decision, mood))); return;
        case Mood::loses_request: reply(Answer(Fault{FaultCode::unreachable, "no connection", {}})); return;
        case Mood::answers_garbage: reply(Answer(Fault{FaultCode::malformed, "garbage", {}})); return;
        case Mood::fails_before: reply(Answer(Fault{FaultCode::refused, "ill", "HTTP 500"})); return;
        case Mood::refuses_login: reply(Answer(Fault{FaultCode::refused, "no", "HTTP 401 unauthorised"})); return;
        case Mood::too_busy: reply(Answer(Fault{FaultCode::refused, "busy", "HTTP 429 busy retry-after:120"})); return;
        case Mood::swallows_request:
        case Mood::loses_answer:
        case Mood::arrives_late:
        case Mood::answers_on_feed_only: reply(Answer(Fault{FaultCode::timed_out, "no answer", {}})); return;
        }
    });
}

} // namespace support
