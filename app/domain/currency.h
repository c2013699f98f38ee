// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <array>
#include <compare>
#include <string>
#include <string_view>

namespace domain {

/// An ISO 4217 alphabetic code that is in use and has minor units (not XAU, XTS, XXX and the like, which have none).
class Currency {
public:
    /// The neutral value of an unset amount; never valid in an event.
    Currency() = default;

    /// Faults: malformed (not three capital letters), unsupported (not a current ISO 4217 currency).
    [[nodiscard]] static base::Result<Currency> from_code(std::string_view code);

    [[nodiscard]] std::string_view code() const { return {code_.data(), code_[0] == '\0' ? 0U : 3U}; }
    /// Digits behind the decimal point: 0 (JPY), 2 (EUR), 3 (KWD) or 4 (CLF), as ISO 4217 table A.1 says.
    [[nodiscard]] int exponent() const { return exponent_; }
    [[nodiscard]] bool valid() const { return code_[0] != '\0'; }

    friend auto operator<=>(const Currency&, const Currency&) = default;

private:
    std::array<char, 3> code_{};
    signed char exponent_ = 0;
};

} // namespace domain
