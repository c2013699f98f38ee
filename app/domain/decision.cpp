// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/decision.h"

namespace domain {

bool may_follow(DecisionState from, DecisionState to) {
    using enum DecisionState;
    switch (from) {
    case drafted: return to == refused || to == awaiting_second || to == signed_ || to == held || to == withdrawn;
    case awaiting_second: return to == signed_ || to == held || to == withdrawn || to == void_ || to == not_applied;
    case held: return to == withdrawn || to == signed_ || to == sent || to == void_;
    // Executed at once: what stays here (stays_here()) is carried out by being on record.
    case signed_: return to == sent || to == executed || to == void_ || to == not_applied;
    // An answer may overtake the bookkeeping of the attempt, and the outcome may overtake the answer.
    case sent:
        return to == accepted || to == refused_by_gateway || to == executed || to == failed || to == not_applied ||
               to == void_ || to == in_doubt;
    case in_doubt:
        return to == accepted || to == refused_by_gateway || to == executed || to == failed || to == not_applied ||
               to == void_ || to == sent;
    case accepted: return to == executed || to == failed || to == not_applied || to == void_;
    case failed: return to == executed;
    case refused:
    case withdrawn:
    case refused_by_gateway:
    case executed:
    case void_:
    case not_applied: return false;
    }
    return false;
}

bool is_final(DecisionState state) {
    using enum DecisionState;
    switch (state) {
    case drafted:
    case awaiting_second:
    case signed_:
    case held:
    case sent:
    case accepted:
    case in_doubt: return false;
    case refused:
    case withdrawn:
    case refused_by_gateway:
    case executed:
    case failed:
    case void_:
    case not_applied: return true;
    }
    return true;
}

bool is_unsettled(DecisionState state) {
    return state == DecisionState::sent || state == DecisionState::in_doubt;
}

} // namespace domain
