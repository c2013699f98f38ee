// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/decision_outcome.h"

#include "app/ctl/stored.h"
#include "app/ctl/waiting.h"
#include "app/domain/names.h"
#include "app/projection/decision_row.h"
#include "app/store/reader.h"
#include "app/verdicts/instead.h"

namespace ctl {

namespace {

using domain::DecisionState;
using domain::ReceiptOutcome;

/// The refusal may be recorded before the feed tells what had become of the order.
constexpr std::chrono::seconds patience_for_late{5};

struct Known {
    store::DecisionRow row;
    std::optional<domain::Receipt> receipt; ///< the newest
    bool late = false;
    std::optional<ports::Instead> instead;
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
    Known known;
    known.row = *std::move(row);
    if (!receipts->empty()) {
        known.receipt = receipts->back().receipt;
    }
    if (const auto seen = projection::decision_row(known.row, known.receipt)) {
        known.late = verdicts::came_too_late(*seen);
        known.instead = verdicts::instead_of(reader, *seen);
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

json::Value value_of(const ports::Instead& instead) {
    json::Value out = json::Value::object({{"state", json::Value(domain::name_of(instead.state))},
                                           {"at", json::Value(base::to_rfc3339(instead.at))},
                                           {"escalated", json::Value(instead.escalated)}});
    out.set_text("person", instead.person.bytes());
    out.set_text("policy", instead.policy);
    if (instead.rule) {
        out.set("rule", domain::name_of(instead.rule->then));
    }
    return out;
}

/// What had become of the order before the decision came, and what can be done now.
void say_instead(Terminal& terminal, const ports::Instead& instead) {
    const std::string at = base::to_rfc3339(instead.at);
    const std::string by = instead.person.empty() ? std::string() : " by " + shown(instead.person.bytes());
    using enum domain::TransactionState;
    if (instead.state == expired) {
        std::string rule =
            instead.rule ? ", as version " + shown(instead.policy) + " of the policy says" : std::string();
        terminal.say(std::string("Too late: nobody had answered") +
                     (instead.escalated ? ", nor whom it was escalated to" : "") + ", so the order lapsed at " + at +
                     rule + ", before your decision. Nothing was bought.");
    } else if (instead.state == cancelled) {
        terminal.say("Too late: the order was rejected or cancelled" + by + " at " + at + ", before your decision.");
    } else {
        terminal.say("Too late: the order was " + std::string(domain::name_of(instead.state)) + by + " at " + at +
                     ", before your decision.");
    }
    const bool bought = instead.state != expired && instead.state != cancelled;
    terminal.say(bought ? "Next: look at the order; what was bought wrongly is rolled back."
                        : "Next: have the agent order it again if it is still needed.");
}

void tell(Terminal& terminal, const Known& known) {
    json::Value value = ctl::value_of(known.row);
    if (known.receipt) {
        value.set("receipt", value_of(*known.receipt));
    }
    if (known.instead) {
        value.set("instead", value_of(*known.instead));
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
    if (known.instead) {
        say_instead(terminal, *known.instead);
    }
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
    if (known->late && !known->instead) {
        static_cast<void>(wait_until(
            [&] {
                known = known_now(*reader, id);
                return !known || known->instead.has_value();
            },
            std::min<std::chrono::milliseconds>(patience, patience_for_late), context.interrupt));
        if (!known) {
            return known.fault();
        }
    }
    tell(context.terminal, *known);
    if (!waited && !domain::is_final(known->row.state)) {
        context.terminal.remark(remark_on(known->row));
    }
    return code_of(*known, awaited);
}

} // namespace ctl
