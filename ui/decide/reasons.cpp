// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/reasons.h"

namespace ui::decide {

std::vector<std::string_view> reasons_for(domain::Verb verb) {
    switch (verb) {
    case domain::Verb::approve: return {"as_agreed", "price_checked", "needed_now", "confirmed_by_owner", "other"};
    case domain::Verb::approve_reduced:
        return {"above_agreed_price", "fewer_needed", "budget_left", "confirmed_by_owner", "other"};
    case domain::Verb::reject:
        return {"too_expensive", "not_needed",      "wrong_supplier", "wrong_quantity",
                "duplicate",     "suspected_fraud", "other"};
    case domain::Verb::roll_back:
        return {"ordered_in_error", "wrong_quantity", "not_delivered", "duplicate", "suspected_fraud", "other"};
    case domain::Verb::resolve: return {"moved", "not_moved"};
    case domain::Verb::stop: return {"out_of_control", "misled", "suspected_fraud", "maintenance", "other"};
    case domain::Verb::acknowledge:
        return {"as_agreed", "price_checked", "confirmed_by_owner", "rule_too_strict", "dealt_with_elsewhere", "other"};
    case domain::Verb::resume: return {"checked_again", "maintenance", "other"};
    case domain::Verb::ask:
        return {"why_needed", "why_this_supplier", "why_this_price", "who_asked", "missing_papers", "other"};
    case domain::Verb::hold:
        return {"waiting_for_owner", "waiting_for_supplier", "checking_papers", "budget_closed", "other"};
    case domain::Verb::escalate:
        return {"above_my_limit",       "needs_expert",    "legal_or_contract",
                "conflict_of_interest", "suspected_fraud", "other"};
    }
    return {"other"};
}

} // namespace ui::decide
