// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/decision_row.h"

#include "app/wire/signed_bytes.h"

namespace projection {

namespace {

/// Why the last attempt to deliver failed. Its place is the cause as courier::cause_of() words it.
base::Fault attempt_fault(const store::DecisionRow& stored) {
    const std::string& cause = stored.cause;
    if (stored.state == domain::DecisionState::in_doubt) {
        return {base::FaultCode::timed_out, cause, cause};
    }
    const bool at_the_door = cause == "login_refused" || cause == "address_refused" || cause == "too_many_requests";
    return {at_the_door ? base::FaultCode::refused : base::FaultCode::unreachable, cause, cause};
}

} // namespace

base::Result<ports::DecisionRow> decision_row(const store::DecisionRow& stored,
                                              const std::optional<domain::Receipt>& receipt) {
    ports::DecisionRow row;
    if (stored.signed_bytes.empty()) {
        row.decision.id = stored.id;
        row.decision.source = stored.source;
        row.decision.transaction = stored.transaction;
        row.decision.version = stored.version;
        row.decision.agent = stored.agent;
        row.decision.verb = stored.verb;
        row.decision.person = stored.person;
        row.decision.not_before = stored.not_before;
        row.decision.not_after = stored.not_after;
    } else {
        auto decision = wire::decode_decision(stored.signed_bytes);
        if (!decision) {
            return base::Fault{base::FaultCode::corrupt, "a stored decision cannot be read: " + decision.fault().detail,
                               stored.id.bytes()};
        }
        row.decision = std::move(decision).value();
    }
    row.state = stored.state;
    row.signed_at = stored.created;
    row.changed = stored.changed;
    row.attempts = stored.attempts;
    row.receipt = receipt;
    if (!stored.cause.empty() && domain::is_unsettled(stored.state)) {
        row.fault = attempt_fault(stored);
    }
    return row;
}

} // namespace projection
