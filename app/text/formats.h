// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/money.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <cstdint>
#include <memory>
#include <string_view>

namespace text {

/// Amounts, numbers and times as a person of one locale and one time zone reads them. Exact: an amount goes to ICU as
/// decimal text, never through a double. Keep one per model or view: making it costs about a millisecond, using it
/// microseconds. One thread at a time.
class Formats {
public:
    /// An unknown time zone is read as UTC.
    Formats(const QLocale& locale, const QTimeZone& zone);
    ~Formats();
    Formats(Formats&&) noexcept;
    Formats& operator=(Formats&&) noexcept;
    Formats(const Formats&) = delete;
    Formats& operator=(const Formats&) = delete;

    /// "1.234,50 EUR" in German, "EUR 1,234.50" in English: the code always, a sign such as $ never, because several
    /// currencies share one; fraction digits by ISO 4217. An unset amount is "—".
    [[nodiscard]] QString money(const domain::Money& amount) const;
    /// The same without the code, for a column whose header or neighbour names the currency.
    [[nodiscard]] QString amount(const domain::Money& amount) const;
    [[nodiscard]] QString number(std::int64_t value) const;
    /// An exact decimal given as text ("12", "0.750": quantities), all its digits kept. Not a number: "—".
    [[nodiscard]] QString decimal(std::string_view text) const;
    /// A share in thousandths (confidence_permille) as "87.3 %".
    [[nodiscard]] QString permille(std::int32_t thousandths) const;
    /// Date, time with seconds, and the zone: "01.03.2026, 18:55:00 MEZ".
    [[nodiscard]] QString date_time(base::Instant instant) const;
    [[nodiscard]] QString date(base::Instant instant) const;
    /// Time of day with seconds, without zone: for columns of the current day.
    [[nodiscard]] QString time(base::Instant instant) const;

    [[nodiscard]] const QLocale& locale() const;
    [[nodiscard]] const QTimeZone& zone() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// As Formats::money, for a single use.
[[nodiscard]] QString money(const domain::Money& amount, const QLocale& locale);

} // namespace text
