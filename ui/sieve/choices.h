// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/names.h"
#include "app/filter/column.h"
#include "ui/look/words.h"

#include <QString>

#include <string>
#include <vector>

namespace ui::sieve {

/// The values of an enumeration from its first to `last`, each with its name in the protocol and its words here.
template <class Enum, class Name, class Shown>
[[nodiscard]] std::vector<filter::Choice> choices(Enum last, Name name, Shown shown) {
    std::vector<filter::Choice> all;
    for (int number = 0; number <= static_cast<int>(last); ++number) {
        const auto value = static_cast<Enum>(number);
        all.push_back({std::string(name(value)), number, QString(shown(value)).toStdString()});
    }
    return all;
}

/// For enumerations of the protocol.
template <class Enum>
[[nodiscard]] std::vector<filter::Choice> choices(Enum last) {
    return choices(
        last, [](Enum value) { return domain::name_of(value); }, [](Enum value) { return look::Words::of(value); });
}

} // namespace ui::sieve
