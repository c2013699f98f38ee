// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace ui::sieve {

/// Text of our own as Qt has it: names of columns and functions, words that were translated already, and what the
/// person typed into this very control. Never a value of a row.
[[nodiscard]] inline QString own_text(std::string_view ours) {
    return QString::fromUtf8(ours.data(), static_cast<qsizetype>(ours.size()));
}

} // namespace ui::sieve
