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

/// Which order an event is about, as far as facts go.
std::optional<domain::TransactionKey> order_of(const domain::Event& event) {
    if (const auto* version = std::get_if<domain::TransactionVersion>(&event.payload)) {
        return version->key;
    }
    const auto* step = std::get_if<domain::TransactionStep>(&event.payload);
    return step != nullptr && event.type && ends_without_money(*event.type)
               ? std::optional(domain::TransactionKey{event.source, step->transaction})
               : std::nullopt;
}

} // namespace

std::optional<Mark> FactBook::take_out(const domain::TransactionKey& key, Print order) {
    std::optional<Mark> mark = marks_.take(order);
    if (mark) {
        spend_.take_out(*mark);
        habits_.take_out(key, *mark);
        contracts_.take_out(mark->pieces);
    }
    return mark;
}

void FactBook::order(const domain::TransactionVersion& version, const OrderKeys& keys, base::Instant at) {
    const bool again = take_out(version.key, keys.order).has_value();
    Mark mark = mark_of(version, keys, at);
    spend_.add(mark);
    habits_.order(version, keys, mark, again);
    contracts_.add(mark.pieces);
    marks_.put(keys.order, std::move(mark));
}

bool FactBook::is_changed_by(domain::EventType type) {
    using enum domain::EventType;
    switch (type) {
    case agent_registered:
    case probation_changed:
    case mandate_granted:
    case mandate_revoked:
    case transaction_requested:
    case transaction_amended:
    case transaction_failed:
    case transaction_cancelled:
    case transaction_expired:
    case transaction_returned:
    case decision_taken:
    case contract_published: return true;
    case agent_updated:
    case heartbeat_sent:
    case turn_taken:
    case transaction_held:
    case transaction_started:
    case transaction_completed:
    case transaction_doubted:
    case transaction_shipped:
    case transaction_delayed:
    case transaction_delivered:
    case transaction_shorted:
    case transaction_invoiced:
    case assessment_made:
    case confirmation_given:
    case receipt_issued:
    case plan_made:
    case step_taken:
    case hold_placed:
    case hold_released:
    case stop_ordered:
    case stop_acknowledged:
    case stop_lifted:
    case price_published:
    case stock_counted:
    case policy_published:
    case roster_published:
    case claim_changed: return false;
    }
    return true;
}

void FactBook::apply(const domain::Event& event, const OrderKeys* looked) {
    register_.apply(event);
    if (const auto* version = std::get_if<domain::TransactionVersion>(&event.payload)) {
        if (looked != nullptr && looked->complete) {
            order(*version, *looked, event.time);
        } else {
            order(*version, give_keys(*version, names_), event.time);
        }
    } else if (const auto ended = order_of(event)) {
        take_out(*ended, print_of(*ended));
    } else if (const auto* decision = std::get_if<domain::SignedDecision>(&event.payload)) {
        base::Instant& last = looked_.try_emplace(decision->decision.agent, event.time).first->second;
        last = std::max(last, event.time);
    }
}

base::Done FactBook::recall(const domain::Event& event, const Recorded& recorded) {
    const auto key = order_of(event);
    if (!key || !marks_.may_be_away(print_of(*key))) {
        return {};
    }
    const auto events = recorded(*key);
    if (!events) {
        return events.fault();
    }
    std::optional<Mark> counts;
    for (const domain::Event& one : *events) {
        if (const auto* version = std::get_if<domain::TransactionVersion>(&one.payload)) {
            counts = mark_of(*version, find_keys(*version, names_), one.time);
        } else if (order_of(one)) {
            counts.reset();
        }
    }
    if (counts) {
        marks_.put(print_of(*key), *std::move(counts));
    }
    return {};
}

Told FactBook::told() const {
    return {register_.has_agents(), register_.has_mandates(), register_.has_contracts(), !looked_.empty()};
}

Facts FactBook::look(const domain::TransactionVersion& version, base::Instant now) const {
    return known(version, find_keys(version, names_), now);
}

Facts FactBook::meet(const domain::TransactionVersion& version, base::Instant now) {
    return known(version, give_keys(version, names_), now);
}

Facts FactBook::known(const domain::TransactionVersion& version, OrderKeys own_keys, base::Instant now) const {
    const domain::Subject& subject = version.subject;
    Facts facts;
    facts.agent = record_of(register_.agent(subject.agent), facts.agent_told);
    facts.mandate = subject.mandate ? record_of(register_.mandate(*subject.mandate), facts.mandate_told) : nullptr;
    facts.mandate_revoked = subject.mandate && register_.revoked(*subject.mandate);
    facts.contract = subject.contract ? record_of(register_.contract(*subject.contract), facts.contract_told) : nullptr;
    facts.on_probation = register_.on_probation(subject.agent);
    facts.keys = std::move(own_keys);
    const OrderKeys& keys = facts.keys;
    const Print order = keys.order;
    const Mark* own = marks_.find(order);
    const auto spend = [&](Dimension dimension) {
        return spend_.look(dimension, keys.spend[static_cast<std::size_t>(dimension)], subject.gross.currency, own,
                           now);
    };
    facts.agent_spend = spend(Dimension::agent);
    facts.owner_spend = spend(Dimension::owner);
    facts.supplier_spend = spend(Dimension::supplier);
    facts.category_spend = spend(Dimension::category);
    facts.agent_seen = habits_.seen(keys.agent(), order, own);
    facts.supplier_seen = habits_.seen(keys.supplier(), order, own);
    facts.pair_seen = habits_.seen(keys.pair, order, own);
    facts.payee_seen = habits_.seen(keys.payee, order, own);
    facts.lines.reserve(subject.lines.size());
    for (std::size_t number = 0; number < subject.lines.size(); ++number) {
        const domain::Line& line = subject.lines[number];
        const auto* told = line.contract ? register_.contract(*line.contract) : nullptr;
        const domain::Contract* contract = !line.contract ? facts.contract : told == nullptr ? nullptr : &told->record;
        const bool is_under = contract_of(subject, line) != nullptr && !line.item_id.empty();
        facts.lines.push_back({habits_.price(keys.prices[number], order), contract,
                               is_under
                                   ? contracts_.used(keys.contracts[number], own != nullptr ? &own->pieces : nullptr)
                                   : std::nullopt});
    }
    facts.together = habits_.together(subject.gross, keys, own, now);
    facts.twins = habits_.twins(version.key, keys, own, now);
    facts.repeats = habits_.repeats(keys, now);
    if (const auto looked = looked_.find(subject.agent); looked != looked_.end()) {
        facts.human_looked = looked->second;
    }
    return facts;
}

} // namespace facts
