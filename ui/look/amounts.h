// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/formats.h"

#include <QString>

namespace ui::look {

/// Amounts in a sentence of the policy as a person of this locale reads them, whether it writes money('12400.00 EUR')
/// or 12400.00 EUR. `text` is safe text already; what is no amount of a known currency stays as it is.
[[nodiscard]] QString with_amounts(const QString& text, const text::Formats& formats);

} // namespace ui::look
