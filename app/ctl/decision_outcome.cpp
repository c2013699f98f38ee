// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/decision_outcome.h"

#include "app/ctl/stored.h"
#include "app/ctl/waiting.h"
#include "app/domain/names.h"
#include "app/store/reader.h"

namespace ctl {

namespace {

using domain::DecisionState;
using domain::ReceiptOutcome;

struct Known {
    store::DecisionRow row;
    std::optional<domain::Receipt> receipt; ///< the newest
};

base::Result<Known> known_now(const store::Reader& reader, const domain::DecisionId& id) {
    auto row = reader.decision(id);
    if (!row) {
        return row.fault();
    }
    auto receipts = reader.receipts(id);
    if (!receipts) {
        return receipts.fault();
    }
    Known known{*std::move(row), {}};
    if (!receipts->empty()) {
        known.receipt = receipts->back().receipt;
    }
    return known;
}

bool awaits_second(const Known& known) {
    return known.row.state == DecisionState::awaiting_second ||
           (known.row.state == DecisionState::accepted && known.receipt &&
            known.receipt->outcome == ReceiptOutcome::awaiting_second);
}

bool is_there(const Known& known, Awaited awaited) {
    if (domain::is_final(known.row.state)) {
        // The feed may tell what came of it before the answer to the delivery is recorded: that is the proof.
        const bool is_proof_due = known.row.state == DecisionState::executed && known.row.attempts > 0;
        return known.receipt.has_value() || !is_proof_due;
    }
    const bool answered = known.row.state == DecisionState::accepted || awaits_second(known);
    return answered && awaited == Awaited::answer;
}

ExitCode code_of(const Known& known, Awaited awaited) {
    using enum DecisionState;
    switch (known.row.state) {
    case executed: return ExitCode::done;
    case accepted: return awaited == Awaited::answer && !awaits_second(known) ? ExitCode::done : ExitCode::reservations;
    case drafted:
    case awaiting_second:
    case signed_:
    case held:
    case sent:
    case in_doubt: return ExitCode::reservations;
    case refused:
    case withdrawn:
    case refused_by_gateway:
    case failed:
    case void_:
    case not_applied: return ExitCode::refused;
    }
    return ExitCode::failed;
}

json::Value value_of(const domain::Receipt& receipt) {
    json::Value out = json::Value::object({{"receipt_id", json::Value(receipt.id.bytes())},
                                           {"outcome", json::Value(domain::name_of(receipt.outcome))},
                                           {"issued", json::Value(base::to_rfc3339(receipt.issued))}});
    out.set_text("code", receipt.code);
    out.set_text("advice", receipt.advice.bytes());
    return out;
}

void tell(Terminal& terminal, const Known& known) {
    json::Value value = ctl::value_of(known.row);
    if (known.receipt) {
        value.set("receipt", value_of(*known.receipt));
    }
    terminal.give(value);
    std::string line = "Decision " + shown(known.row.id.bytes()) + ": " + std::string(domain::name_of(known.row.state));
    if (awaits_second(known)) {
        line += ", waits for a second person";
    }
    if (known.receipt && !known.receipt->code.empty()) {
        line += " (" + shown(known.receipt->code) + ")";
    }
    if (!known.receipt && !known.row.cause.empty()) {
        line += " (" + shown(known.row.cause) + ")";
    }
    terminal.say(line);
    if (known.receipt && !known.receipt->advice.empty()) {
        terminal.say("The gateway says: " + shown(known.receipt->advice.bytes()));
    }
}

const char* remark_on(const store::DecisionRow& row) {
    if (row.state == DecisionState::accepted) {
        return "accepted, and its outcome is still to come";
    }
    if (row.cause == "login_refused") {
        return "the gateway refuses the login, so it did not arrive; put a valid token into the connection file. It "
               "stays "
               "in the outbox and is delivered by whoever keeps the record, until its time is over";
    }
    return "not answered yet; it stays in the outbox and is delivered by whoever keeps the record";
}

} // namespace

Outcome follow_decision(Context& context, const domain::DecisionId& id, Awaited awaited,
                        std::chrono::seconds patience) {
    const auto reader = store::Reader::open(context.folders.store());
    if (!reader) {
        return reader.fault();
    }
    auto known = known_now(*reader, id);
    const auto waited = wait_until(
        [&] {
            known = known_now(*reader, id);
            return known && is_there(*known, awaited);
        },
        patience, context.interrupt);
    if (!known) {
        return known.fault();
    }
    tell(context.terminal, *known);
    if (!waited && !domain::is_final(known->row.state)) {
        context.terminal.remark(remark_on(known->row));
    }
    return code_of(*known, awaited);
}

} // namespace ctl
