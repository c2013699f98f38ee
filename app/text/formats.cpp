// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/formats.h"

#include <unicode/dtptngen.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <map>

namespace text {

namespace {

using icu::number::FormattedNumber;
using icu::number::LocalizedNumberFormatter;
using icu::number::Precision;

QString unset() {
    return QString(QChar(0x2014)); // em dash
}

QString qstring(const icu::UnicodeString& made) {
    return QString::fromUtf16(made.getBuffer(), made.length());
}

icu::Locale icu_locale(const QLocale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Locale::forLanguageTag(locale.bcp47Name().toStdString(), status);
}

/// Qt says "UTC+02:00" where ICU says "GMT+02:00"; names of the tz database are the same.
icu::TimeZone* icu_zone(const QTimeZone& zone) {
    std::string id = zone.isValid() ? zone.id().toStdString() : "UTC";
    if (id.size() > 3 && id.rfind("UTC", 0) == 0) {
        id.replace(0, 3, "GMT");
    }
    return icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(id));
}

/// Formats exact decimal text; ICU's decimal quantity keeps every digit.
QString formatted(const LocalizedNumberFormatter& formatter, std::string_view decimal) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece piece(decimal.data(), static_cast<int32_t>(decimal.size()));
    const FormattedNumber made = formatter.formatDecimal(piece, status);
    const icu::UnicodeString shown = made.toString(status);
    return U_SUCCESS(status) ? qstring(shown) : unset();
}

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool is_decimal(std::string_view text) {
    constexpr std::size_t longest = 64;
    if (!text.empty() && text.front() == '-') {
        text.remove_prefix(1);
    }
    return !text.empty() && text.size() <= longest && is_digit(text.front()) && is_digit(text.back()) &&
           std::count(text.begin(), text.end(), '.') <= 1 &&
           std::all_of(text.begin(), text.end(), [](char byte) { return is_digit(byte) || byte == '.'; });
}

int digits_after_point(std::string_view text) {
    const std::size_t point = text.find('.');
    return point == std::string_view::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

LocalizedNumberFormatter money_formatter(const icu::Locale& locale, const domain::Currency& currency, bool with_code) {
    auto formatter =
        icu::number::NumberFormatter::withLocale(locale).precision(Precision::fixedFraction(currency.exponent()));
    if (!with_code) {
        return formatter;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::CurrencyUnit unit(icu::StringPiece(currency.code().data(), 3), status);
    return formatter.unit(unit).unitWidth(UNUM_UNIT_WIDTH_ISO_CODE);
}

} // namespace

struct Formats::Parts {
    QLocale locale;
    QTimeZone zone;
    icu::Locale icu;
    std::map<domain::Currency, LocalizedNumberFormatter> with_code;
    std::map<domain::Currency, LocalizedNumberFormatter> without_code;
    LocalizedNumberFormatter whole;
    LocalizedNumberFormatter share;
    std::unique_ptr<icu::SimpleDateFormat> date_time;
    std::unique_ptr<icu::SimpleDateFormat> date;
    std::unique_ptr<icu::SimpleDateFormat> time;

    [[nodiscard]] std::unique_ptr<icu::SimpleDateFormat> pattern(const char* skeleton) const {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::DateTimePatternGenerator> generator(
            icu::DateTimePatternGenerator::createInstance(icu, status));
        if (U_FAILURE(status)) {
            return nullptr;
        }
        const icu::UnicodeString best = generator->getBestPattern(icu::UnicodeString::fromUTF8(skeleton), status);
        auto format = std::make_unique<icu::SimpleDateFormat>(best, icu, status);
        if (U_FAILURE(status)) {
            return nullptr;
        }
        format->adoptTimeZone(icu_zone(zone));
        return format;
    }

    [[nodiscard]] static QString shown(const icu::SimpleDateFormat* format, base::Instant instant) {
        if (format == nullptr) {
            return QString::fromStdString(base::to_rfc3339(instant));
        }
        const auto since = std::chrono::floor<std::chrono::milliseconds>(instant.time_since_epoch());
        icu::UnicodeString made;
        format->format(static_cast<UDate>(since.count()), made);
        return qstring(made);
    }

    const LocalizedNumberFormatter& for_currency(const domain::Currency& currency, bool code) {
        auto& formatters = code ? with_code : without_code;
        const auto found = formatters.find(currency);
        return found != formatters.end()
                   ? found->second
                   : formatters.emplace(currency, money_formatter(icu, currency, code)).first->second;
    }
};

Formats::Formats(const QLocale& locale, const QTimeZone& zone)
    : parts_(std::make_unique<Parts>()) {
    parts_->locale = locale;
    parts_->zone = zone.isValid() ? zone : QTimeZone::utc();
    parts_->icu = icu_locale(locale);
    parts_->whole = icu::number::NumberFormatter::withLocale(parts_->icu).precision(Precision::integer());
    parts_->share = icu::number::NumberFormatter::withLocale(parts_->icu)
                        .unit(icu::NoUnit::percent())
                        .scale(icu::number::Scale::powerOfTen(-1))
                        .precision(Precision::fixedFraction(1));
    parts_->date_time = parts_->pattern("yMMddjjmmssz");
    parts_->date = parts_->pattern("yMMdd");
    parts_->time = parts_->pattern("jjmmss");
}

Formats::~Formats() = default;
Formats::Formats(Formats&&) noexcept = default;
Formats& Formats::operator=(Formats&&) noexcept = default;

QString Formats::money(const domain::Money& amount) const {
    return amount.currency.valid() ? formatted(parts_->for_currency(amount.currency, true), domain::to_decimal(amount))
                                   : unset();
}

QString Formats::amount(const domain::Money& amount) const {
    return amount.currency.valid() ? formatted(parts_->for_currency(amount.currency, false), domain::to_decimal(amount))
                                   : unset();
}

QString Formats::number(std::int64_t value) const {
    return formatted(parts_->whole, std::to_string(value));
}

QString Formats::decimal(std::string_view text) const {
    if (!is_decimal(text)) {
        return unset();
    }
    const LocalizedNumberFormatter exact = icu::number::NumberFormatter::withLocale(parts_->icu)
                                               .precision(Precision::fixedFraction(digits_after_point(text)));
    return formatted(exact, text);
}

QString Formats::permille(std::int32_t thousandths) const {
    return formatted(parts_->share, std::to_string(thousandths));
}

QString Formats::date_time(base::Instant instant) const {
    return Parts::shown(parts_->date_time.get(), instant);
}

QString Formats::date(base::Instant instant) const {
    return Parts::shown(parts_->date.get(), instant);
}

QString Formats::time(base::Instant instant) const {
    return Parts::shown(parts_->time.get(), instant);
}

const QLocale& Formats::locale() const {
    return parts_->locale;
}

const QTimeZone& Formats::zone() const {
    return parts_->zone;
}

QString money(const domain::Money& amount, const QLocale& locale) {
    return amount.currency.valid()
               ? formatted(money_formatter(icu_locale(locale), amount.currency, true), domain::to_decimal(amount))
               : unset();
}

} // namespace text
