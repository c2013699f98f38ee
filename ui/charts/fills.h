// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QBrush>
#include <QPen>

namespace ui::charts {

/// How the parts of a stack are told apart: colour and pattern, so that nobody needs the colour.
struct Look {
    QBrush brush;
    QPen outline;
};

/// Of the tiers in their order, and of "not assessed" as the sixth.
[[nodiscard]] Look look_of(int slot, const look::Colours& colours);

} // namespace ui::charts
