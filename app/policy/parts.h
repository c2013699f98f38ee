// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/names.h"
#include "app/json/fields.h"
#include "app/json/value.h"
#include "app/policy/document.h"

namespace policy {

// Readers of single members. Each reports what is wrong to the fields' Trouble and gives a neutral value then.

[[nodiscard]] std::optional<Per> per_named(std::string_view name);
[[nodiscard]] std::optional<Period> period_named(std::string_view name);
[[nodiscard]] std::optional<domain::Mode> mode_named(std::string_view name);
[[nodiscard]] std::optional<domain::Severity> severity_named(std::string_view name);
[[nodiscard]] std::string_view name_of(domain::Mode mode);
[[nodiscard]] std::string_view name_of(domain::Severity severity);

template <class Enum>
[[nodiscard]] std::optional<Enum> named(std::string_view name) {
    if constexpr (std::is_same_v<Enum, Per>) {
        return per_named(name);
    } else if constexpr (std::is_same_v<Enum, Period>) {
        return period_named(name);
    } else if constexpr (std::is_same_v<Enum, domain::Mode>) {
        return mode_named(name);
    } else if constexpr (std::is_same_v<Enum, domain::Severity>) {
        return severity_named(name);
    } else {
        return domain::from_name<Enum>(name);
    }
}

template <class Enum>
[[nodiscard]] Enum read_name(json::Fields& fields, std::string_view name) {
    const std::string text(fields.string(name));
    const auto value = named<Enum>(text);
    if (!value && !fields.trouble().any()) {
        fields.blame(name, base::FaultCode::malformed, "not one of the words that may stand here: " + text);
    }
    return value.value_or(Enum{});
}

/// {"minor": "50000", "currency": "EUR"}
[[nodiscard]] domain::Money read_money(json::Fields& fields, std::string_view name);
[[nodiscard]] domain::Currency read_currency(json::Fields& fields, std::string_view name);
/// Letters, digits, '.', '_' and '-', 1 to 100 of them.
[[nodiscard]] std::string read_id(json::Fields& fields, std::string_view name);
[[nodiscard]] std::vector<std::string> read_texts(json::Fields& fields, std::string_view name);
/// "2026-12-25", or empty when absent.
[[nodiscard]] std::string read_day(json::Fields& fields, std::string_view name);
[[nodiscard]] bool is_day(std::string_view text);
/// "08:30" as minutes of the day; "24:00" is its end.
[[nodiscard]] int read_minute(json::Fields& fields, std::string_view name);

} // namespace policy
