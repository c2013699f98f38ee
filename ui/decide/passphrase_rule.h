// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui::decide {

/// What is wrong with a new passphrase. Length counts (NIST SP 800-63B, section 5.1.1.2), not kinds of characters; only
/// what is plainly a repetition is refused beside that.
enum class PassphraseFlaw { none, too_short, too_uniform, differs };

inline constexpr int shortest_passphrase = 12;

[[nodiscard]] PassphraseFlaw flaw_of(const QString& passphrase, const QString& repeated);

} // namespace ui::decide
