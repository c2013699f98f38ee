// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/forms.h"

#include <QWidget>

namespace ui::look {

/// A tool tip, and the same words for a screen reader: without a description of its own a widget would hand it the tool
/// tip as it stands, with its markup.
inline void set_tip(QWidget& widget, const QString& own) {
    widget.setToolTip(text::for_tooltip(own));
    widget.setAccessibleDescription(own);
}

inline void set_tip(QWidget& widget, const text::SafeText& outside) {
    widget.setToolTip(text::for_tooltip(outside));
    widget.setAccessibleDescription(outside.qstring());
}

} // namespace ui::look
