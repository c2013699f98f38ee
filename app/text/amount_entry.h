// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/money.h"

#include <QLocale>
#include <QString>

#include <optional>

namespace text {

/// Why a typed amount was not taken.
enum class AmountFlaw {
    none,
    empty,
    not_a_number, ///< something beside digits and the locale's separators, or a sign
    misgrouped,   ///< separators where the locale has none: "1,23" in English could mean 1.23 or 123
    too_fine,     ///< more decimal places than the currency has
    too_large,    ///< beyond 64 bits of minor units
};

struct AmountEntry {
    std::optional<domain::Money> amount; ///< set exactly when `flaw` is none
    AmountFlaw flaw = AmountFlaw::empty;
};

/// Reads an amount that a person typed, as their locale writes it (ICU's separators, digits and group sizes), exactly:
/// nothing is rounded, and nothing is guessed. A grouping separator has to stand where the locale puts it, because
/// "1.234" and "1,234" differ by a factor of a thousand between two offices of one company. Groups may be left out;
/// ASCII digits are always understood; blanks around it are ignored. Never negative: people type sizes, not signs.
[[nodiscard]] AmountEntry read_amount(const QString& typed, const QLocale& locale, domain::Currency currency);

} // namespace text
