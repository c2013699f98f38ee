// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facts/fact_book.h"

#include <algorithm>

namespace facts {

namespace {

/// After these an order's money does not move, or has come back.
bool ends_without_money(domain::EventType type) {
    return type == domain::EventType::transaction_failed || type == domain::EventType::transaction_cancelled ||
           type == domain::EventType::transaction_expired || type == domain::EventType::transaction_returned;
}

template <class T>
const T* record_of(const Register::Told<T>* told, std::optional<base::Instant>& at) {
    if (told == nullptr) {
        return nullptr;
    }
    at = told->at;
    return &told->record;
}

} // namespace

void FactBook::apply(const domain::Event& event) {
    register_.apply(event);
    if (const auto* version = std::get_if<domain::TransactionVersion>(&event.payload)) {
        spend_.order(*version, event.time);
        habits_.order(*version, event.time);
        contracts_.order(*version);
    } else if (const auto* step = std::get_if<domain::TransactionStep>(&event.payload)) {
        if (event.type && ends_without_money(*event.type)) {
            spend_.take_out({event.source, step->transaction});
            habits_.take_out({event.source, step->transaction});
            contracts_.take_out({event.source, step->transaction});
        }
    } else if (const auto* decision = std::get_if<domain::SignedDecision>(&event.payload)) {
        base::Instant& last = looked_.try_emplace(decision->decision.agent, event.time).first->second;
        last = std::max(last, event.time);
    }
}

Told FactBook::told() const {
    return {register_.has_agents(), register_.has_mandates(), register_.has_contracts(), !looked_.empty()};
}

Facts FactBook::look(const domain::TransactionVersion& version, base::Instant now) const {
    const domain::Subject& subject = version.subject;
    Facts facts;
    facts.agent = record_of(register_.agent(subject.agent), facts.agent_told);
    facts.mandate = subject.mandate ? record_of(register_.mandate(*subject.mandate), facts.mandate_told) : nullptr;
    facts.mandate_revoked = subject.mandate && register_.revoked(*subject.mandate);
    facts.contract = subject.contract ? record_of(register_.contract(*subject.contract), facts.contract_told) : nullptr;
    facts.on_probation = register_.on_probation(subject.agent);
    facts.agent_spend = spend_.look(Dimension::agent, version, now);
    facts.owner_spend = spend_.look(Dimension::owner, version, now);
    facts.supplier_spend = spend_.look(Dimension::supplier, version, now);
    facts.category_spend = spend_.look(Dimension::category, version, now);
    facts.agent_seen = habits_.agent(version);
    facts.supplier_seen = habits_.supplier(version);
    facts.pair_seen = habits_.pair(version);
    facts.payee_seen = habits_.payee(version);
    for (const domain::Line& line : subject.lines) {
        const auto* own = line.contract ? register_.contract(*line.contract) : nullptr;
        const domain::Contract* contract = !line.contract ? facts.contract : own == nullptr ? nullptr : &own->record;
        facts.lines.push_back({habits_.price(version, line), contract, contracts_.used(version, line)});
    }
    facts.together = habits_.together(version, now);
    facts.twins = habits_.twins(version, now);
    facts.repeats = habits_.repeats(version, now);
    if (const auto looked = looked_.find(subject.agent); looked != looked_.end()) {
        facts.human_looked = looked->second;
    }
    return facts;
}

} // namespace facts
