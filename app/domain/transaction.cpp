// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/transaction.h"

namespace domain {

bool may_follow(TransactionState from, TransactionState to) {
    using enum TransactionState;
    switch (from) {
    case requested:
        return to == held || to == executing || to == completed || to == failed || to == cancelled || to == expired ||
               to == in_doubt;
    case held: return to == executing || to == cancelled || to == expired || to == requested || to == failed;
    case executing: return to == completed || to == failed || to == in_doubt || to == cancelled;
    case in_doubt: return to == completed || to == failed || to == cancelled || to == returned;
    case completed: return to == returned || to == cancelled;
    case failed: return to == executing || to == cancelled;
    case returned:
    case cancelled:
    case expired: return false;
    }
    return false;
}

bool is_final(TransactionState state) {
    using enum TransactionState;
    switch (state) {
    case requested:
    case held:
    case executing:
    case in_doubt: return false;
    case completed:
    case failed:
    case returned:
    case cancelled:
    case expired: return true;
    }
    return false;
}

} // namespace domain
