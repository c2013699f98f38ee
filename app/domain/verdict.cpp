// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/verdict.h"

namespace domain {

std::string_view name_of(LineCover::State state) {
    switch (state) {
    case LineCover::State::covered: return "covered";
    case LineCover::State::over_price: return "over_price";
    case LineCover::State::over_quantity: return "over_quantity";
    case LineCover::State::expired: return "expired";
    case LineCover::State::not_begun: return "not_begun";
    case LineCover::State::other_supplier: return "other_supplier";
    case LineCover::State::not_in_contract: return "not_in_contract";
    case LineCover::State::not_on_file: return "not_on_file";
    case LineCover::State::not_checked: return "not_checked";
    }
    return "not_checked";
}

std::optional<LineCover::State> cover_state(std::string_view name) {
    using enum LineCover::State;
    for (const LineCover::State state : {covered, over_price, over_quantity, expired, not_begun, other_supplier,
                                         not_in_contract, not_on_file, not_checked}) {
        if (name_of(state) == name) {
            return state;
        }
    }
    return std::nullopt;
}

} // namespace domain
