// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <optional>
#include <string>
#include <string_view>

namespace domain {

/// What becomes of an order when the policy's time to answer is over. There is none that approves.
enum class WhenUnanswered {
    expire,   ///< it lapses and nothing is bought
    hold,     ///< it goes on waiting
    escalate, ///< a named person or role gets as much time again; then it lapses
};

struct Unanswered {
    WhenUnanswered then = WhenUnanswered::expire;
    PersonId person;  ///< escalate: either a person …
    std::string role; ///< … or a role of the roster
    friend bool operator==(const Unanswered&, const Unanswered&) = default;
};

/// The code of the finding by which a gateway tells that nobody answered in time.
inline constexpr std::string_view nobody_answered = "nobody_answered";

[[nodiscard]] constexpr std::string_view name_of(WhenUnanswered then) {
    switch (then) {
    case WhenUnanswered::expire: return "expire";
    case WhenUnanswered::hold: return "hold";
    case WhenUnanswered::escalate: return "escalate";
    }
    return {};
}

[[nodiscard]] constexpr std::optional<WhenUnanswered> when_unanswered(std::string_view name) {
    for (const WhenUnanswered each : {WhenUnanswered::expire, WhenUnanswered::hold, WhenUnanswered::escalate}) {
        if (name_of(each) == name) {
            return each;
        }
    }
    return std::nullopt;
}

} // namespace domain
