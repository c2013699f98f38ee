// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace models::feed {

/// One term of what a person types into a filter or a search: "pump", "-pump", "agent:bot-7", "tier>=sign_off".
struct Term {
    std::string_view whole; ///< as it was typed, for the fault
    bool negated = false;
    std::string field;      ///< lower-case letters; empty: a bare word
    std::string comparison; ///< of : < > =
    std::string value;      ///< without quotes
};

/// Cuts the next term off `rest`; nothing at the end. Faults: invalid_argument (an open quote).
[[nodiscard]] std::optional<base::Result<Term>> next_term(std::string_view& rest);
/// What is wrong with a term, as feed_filter() and feed_search() say it.
[[nodiscard]] base::Fault wrong_term(const char* what, const Term& term);

} // namespace models::feed
