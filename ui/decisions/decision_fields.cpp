// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/decision_fields.h"

#include "ui/sieve/choices.h"

namespace ui::decisions {

using filter::What;
using models::sieve::Scratch;
using ports::DecisionRow;

std::vector<models::sieve::Field<DecisionRow>> DecisionFields::all() {
    namespace rows = models::sieve;
    const auto named = [](const QString& shown) { return shown.toStdString(); };
    return {
        {{"order", What::text, named(tr("Order")), {}},
         [](const DecisionRow& row, Scratch&) { return rows::text(row.decision.transaction.bytes()); }},
        {{"agent", What::text, named(tr("Agent")), {}},
         [](const DecisionRow& row, Scratch&) { return rows::text(row.decision.agent.bytes()); }},
        {{"decision", What::choice, named(tr("Decision")), sieve::choices(domain::Verb::acknowledge)},
         [](const DecisionRow& row, Scratch&) { return rows::text(domain::name_of(row.decision.verb)); }},
        {{"state", What::choice, named(tr("State")), sieve::choices(domain::DecisionState::not_applied)},
         [](const DecisionRow& row, Scratch&) { return rows::text(domain::name_of(row.state)); }},
        {{"amount", What::money, named(tr("Amount")), {}},
         [](const DecisionRow& row, Scratch&) { return rows::money(row.decision.amount); }},
        {{"decided", What::time, named(tr("Decided")), {}},
         [](const DecisionRow& row, Scratch&) { return rows::time(row.signed_at); }},
        {{"changed", What::time, named(tr("Last changed")), {}},
         [](const DecisionRow& row, Scratch&) { return rows::time(row.changed); }},
        {{"person", What::text, named(tr("Person")), {}},
         [](const DecisionRow& row, Scratch&) { return rows::text(row.decision.person.bytes()); }},
        {{"delegation", What::text, named(tr("Delegation")), {}},
         [](const DecisionRow& row, Scratch&) { return rows::text(row.decision.delegation); }},
        {{"reason", What::text, named(tr("Reason")), {}},
         [](const DecisionRow& row, Scratch&) { return rows::text(row.decision.reason_code); }},
        {{"note", What::text, named(tr("Note")), {}},
         [](const DecisionRow& row, Scratch&) { return rows::text(row.decision.reason_text.bytes()); }},
        {{"receipt", What::text, named(tr("Receipt")), {}},
         [](const DecisionRow& row, Scratch&) {
             return rows::text(row.receipt ? std::string_view(row.receipt->id.bytes()) : std::string_view());
         }},
        {{"attempts", What::number, named(tr("Attempts")), {}},
         [](const DecisionRow& row, Scratch&) { return cel::Value::integer(row.attempts); }},
        {{"simulated", What::flag, named(tr("Simulated")), {}},
         [](const DecisionRow& row, Scratch&) { return cel::Value::boolean(row.simulated); }},
    };
}

} // namespace ui::decisions
