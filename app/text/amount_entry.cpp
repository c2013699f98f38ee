// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/amount_entry.h"

#include <unicode/dcfmtsym.h>
#include <unicode/decimfmt.h>

#include <memory>
#include <string>
#include <vector>

namespace text {

namespace {

constexpr char16_t no_break_space = 0x00A0;
constexpr char16_t narrow_no_break_space = 0x202F;
constexpr char16_t right_quote = 0x2019;

/// How a locale writes numbers.
struct Writing {
    char16_t point = u'.';
    char16_t group = u',';
    char16_t zero = u'0';
    int primary = 3;   ///< digits in the group before the decimal point
    int secondary = 3; ///< digits in every group before that ("12,34,567" in India)

    /// What keyboards have in place of the typographer's blank or apostrophe counts as well.
    [[nodiscard]] bool is_group(char16_t letter) const {
        const bool blank = group == no_break_space || group == narrow_no_break_space || group == u' ';
        return letter == group ||
               (blank && (letter == u' ' || letter == no_break_space || letter == narrow_no_break_space)) ||
               (group == right_quote && letter == u'\'');
    }
    /// Its value, or -1.
    [[nodiscard]] int digit(char16_t letter) const {
        if (letter >= u'0' && letter <= u'9') {
            return letter - u'0';
        }
        return letter >= zero && letter < zero + 10 ? letter - zero : -1;
    }
};

char16_t first_of(const icu::UnicodeString& symbol, char16_t otherwise) {
    return symbol.isEmpty() ? otherwise : symbol.charAt(0);
}

Writing writing_of(const QLocale& locale) {
    Writing writing;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale icu = icu::Locale::forLanguageTag(locale.bcp47Name().toStdString(), status);
    const std::unique_ptr<icu::NumberFormat> format(icu::NumberFormat::createInstance(icu, status));
    const auto* decimal = dynamic_cast<const icu::DecimalFormat*>(format.get());
    if (U_FAILURE(status) || decimal == nullptr) {
        return writing;
    }
    const icu::DecimalFormatSymbols* symbols = decimal->getDecimalFormatSymbols();
    writing.point = first_of(symbols->getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol), u'.');
    writing.group = first_of(symbols->getConstSymbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol), u',');
    writing.zero = first_of(symbols->getConstSymbol(icu::DecimalFormatSymbols::kZeroDigitSymbol), u'0');
    writing.primary = decimal->getGroupingSize();
    writing.secondary = decimal->getSecondaryGroupingSize() > 0 ? decimal->getSecondaryGroupingSize() : writing.primary;
    return writing;
}

/// The digits before and behind the decimal point, and the sizes of the groups in the first part.
struct Parts {
    std::string whole;
    std::string fraction;
    std::vector<int> groups = {0};
    bool has_point = false;
};

bool take(const Writing& writing, char16_t letter, Parts& parts) {
    if (const int digit = writing.digit(letter); digit >= 0) {
        (parts.has_point ? parts.fraction : parts.whole) += static_cast<char>('0' + digit);
        parts.groups.back() += parts.has_point ? 0 : 1;
        return true;
    }
    if (letter == writing.point && !parts.has_point) {
        parts.has_point = true;
        return true;
    }
    if (writing.is_group(letter) && !parts.has_point) {
        parts.groups.push_back(0);
        return true;
    }
    return false;
}

bool well_grouped(const Writing& writing, const std::vector<int>& groups) {
    if (groups.size() == 1) {
        return true;
    }
    if (groups.back() != writing.primary || groups.front() < 1 || groups.front() > writing.secondary) {
        return false;
    }
    for (std::size_t i = 1; i + 1 < groups.size(); ++i) {
        if (groups[i] != writing.secondary) {
            return false;
        }
    }
    return true;
}

} // namespace

AmountEntry read_amount(const QString& typed, const QLocale& locale, domain::Currency currency) {
    const QString trimmed = typed.trimmed();
    if (trimmed.isEmpty()) {
        return {{}, AmountFlaw::empty};
    }
    const Writing writing = writing_of(locale);
    Parts parts;
    for (const QChar letter : trimmed) {
        if (!take(writing, letter.unicode(), parts)) {
            // The other separator of a foreign habit is told apart from nonsense: it is the dangerous one.
            const bool separator = letter == u'.' || letter == u',';
            return {{}, separator ? AmountFlaw::misgrouped : AmountFlaw::not_a_number};
        }
    }
    if (parts.whole.empty() || (parts.has_point && parts.fraction.empty())) {
        return {{}, AmountFlaw::not_a_number};
    }
    if (!well_grouped(writing, parts.groups)) {
        return {{}, AmountFlaw::misgrouped};
    }
    if (parts.fraction.size() > static_cast<std::size_t>(currency.exponent())) {
        return {{}, AmountFlaw::too_fine};
    }
    const std::string decimal = parts.has_point ? parts.whole + "." + parts.fraction : parts.whole;
    const auto money = domain::from_decimal(decimal, currency);
    if (!money) {
        return {{},
                money.fault().code == base::FaultCode::too_large ? AmountFlaw::too_large : AmountFlaw::not_a_number};
    }
    return {*money, AmountFlaw::none};
}

} // namespace text
