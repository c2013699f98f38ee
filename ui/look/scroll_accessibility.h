// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui::look {

/// Gives every scroll area an accessible interface that refuses an index which is out of range.
///
/// Qt's own (up to 6.4) answers "child 1 of 2" without looking how many there are now, so a screen reader that asks for
/// the scroll bar in the moment in which it goes ends the program. Installing it twice does no harm.
void install_scroll_accessibility();

} // namespace ui::look
