// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ui::look {

/// Every tier in our words: how wide a column of them has to be.
[[nodiscard]] QStringList tier_words();
/// Every state of an order.
[[nodiscard]] QStringList state_words();

} // namespace ui::look
