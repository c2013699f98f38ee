// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/parts.h"

#include <algorithm>
#include <chrono>

namespace policy {

namespace {

std::optional<int> two_digits(std::string_view text) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return text.size() == 2 && digit(text[0]) && digit(text[1]) ? std::optional((text[0] - '0') * 10 + text[1] - '0')
                                                                : std::nullopt;
}

} // namespace

std::optional<Per> per_named(std::string_view name) {
    return name == "agent"      ? std::optional(Per::agent)
           : name == "owner"    ? std::optional(Per::owner)
           : name == "supplier" ? std::optional(Per::supplier)
           : name == "category" ? std::optional(Per::category)
                                : std::nullopt;
}

std::optional<Period> period_named(std::string_view name) {
    return name == "day"       ? std::optional(Period::day)
           : name == "week"    ? std::optional(Period::week)
           : name == "days_30" ? std::optional(Period::days_30)
           : name == "month"   ? std::optional(Period::month)
                               : std::nullopt;
}

std::optional<domain::Mode> mode_named(std::string_view name) {
    using enum domain::Mode;
    return name == "observe"   ? std::optional(observe)
           : name == "advise"  ? std::optional(advise)
           : name == "enforce" ? std::optional(enforce)
                               : std::nullopt;
}

std::optional<domain::Severity> severity_named(std::string_view name) {
    using enum domain::Severity;
    return name == "note"       ? std::optional(note)
           : name == "warning"  ? std::optional(warning)
           : name == "critical" ? std::optional(critical)
                                : std::nullopt;
}

std::string_view name_of(domain::Mode mode) {
    switch (mode) {
    case domain::Mode::observe: return "observe";
    case domain::Mode::advise: return "advise";
    case domain::Mode::enforce: return "enforce";
    }
    return {};
}

std::string_view name_of(domain::Severity severity) {
    switch (severity) {
    case domain::Severity::note: return "note";
    case domain::Severity::warning: return "warning";
    case domain::Severity::critical: return "critical";
    }
    return {};
}

domain::Currency read_currency(json::Fields& fields, std::string_view name) {
    const auto currency = domain::Currency::from_code(fields.string(name));
    if (!currency) {
        fields.blame(name, currency.fault());
        return {};
    }
    return *currency;
}

domain::Money read_money(json::Fields& fields, std::string_view name) {
    const auto object = fields.object(name);
    if (!object) {
        return {};
    }
    json::Fields money(*object, fields.trouble());
    const std::int64_t minor = money.decimal_int64("minor");
    const domain::Currency currency = read_currency(money, "currency");
    money.refuse_others({"minor", "currency"});
    return {minor, currency};
}

std::string read_id(json::Fields& fields, std::string_view name) {
    std::string id(fields.string(name));
    const bool good = !id.empty() && id.size() <= 100 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-';
    });
    if (!good && !fields.trouble().any()) {
        fields.blame(name, base::FaultCode::malformed, "1 to 100 letters, digits, '.', '_' or '-' make an id");
    }
    return id;
}

std::vector<std::string> read_texts(json::Fields& fields, std::string_view name) {
    std::vector<std::string> all;
    if (const auto list = fields.optional_array(name)) {
        for (const json::View one : *list) {
            if (!one.is_string()) {
                fields.trouble().add(one.fault(base::FaultCode::malformed, "text should stand here"));
            }
            all.emplace_back(one.string());
        }
    }
    return all;
}

bool is_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return false;
    }
    const auto century = two_digits(text.substr(0, 2));
    const auto year = two_digits(text.substr(2, 2));
    const auto month = two_digits(text.substr(5, 2));
    const auto day = two_digits(text.substr(8, 2));
    return century && year && month && day && (std::chrono::year(*century * 100 + *year) / *month / *day).ok();
}

std::string read_day(json::Fields& fields, std::string_view name) {
    std::string day(fields.optional_string(name));
    if (!day.empty() && !is_day(day)) {
        fields.blame(name, base::FaultCode::malformed, "not a day (2026-12-25): " + day);
    }
    return day;
}

int read_minute(json::Fields& fields, std::string_view name) {
    const std::string_view text = fields.string(name);
    const auto hours = text.size() == 5 && text[2] == ':' ? two_digits(text.substr(0, 2)) : std::nullopt;
    const auto minutes = hours ? two_digits(text.substr(3)) : std::nullopt;
    const int minute = hours && minutes ? *hours * 60 + *minutes : -1;
    if (minute < 0 || *minutes > 59 || minute > 1440) {
        fields.blame(name, base::FaultCode::malformed, "not a time of day (08:30)");
        return 0;
    }
    return minute;
}

} // namespace policy
