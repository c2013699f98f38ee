// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/money.h"
#include "app/domain/untrusted_text.h"
#include "app/text/safe_text.h"

#include <QString>

#include <string>
#include <string_view>

namespace text {

/// For QWidget::setToolTip, setWhatsThis, setStatusTip and Qt::ToolTipRole, which guess whether a text is rich
/// (Qt::mightBeRichText): returns one paragraph of rich text whose content is escaped, so that there is nothing left to
/// guess. It renders as exactly the characters of `shown`. Never set it as plain text.
[[nodiscard]] QString for_tooltip(const SafeText& shown);

/// For a text of our own that was filled with outside text (text::fill): the same treatment.
[[nodiscard]] QString for_tooltip(const QString& plain);

/// For buttons, actions, menus, tabs, group boxes and labels with a buddy, where "&" makes a mnemonic: doubles it.
[[nodiscard]] QString for_button(const SafeText& shown);

/// For the clipboard: hidden characters as tokens, line breaks kept, no isolates, at most 1,000,000 code points.
[[nodiscard]] QString for_clipboard(const domain::UntrustedText& untrusted);

/// One field of a CSV file (RFC 4180), quoted where needed. A spreadsheet reads a field that begins with = + - @, tab
/// or carriage return (also full-width, also after blanks) as a formula: such a field gets an apostrophe before it,
/// unless the whole field is a plain number ("-12.50", "-1,234"), which stays one. Hidden characters become tokens;
/// line breaks stay (quoted). At most 32,000 code points, because a spreadsheet cell ends at 32,767.
[[nodiscard]] std::string for_csv_field(std::string_view bytes);
[[nodiscard]] std::string for_csv_field(const domain::UntrustedText& untrusted);
/// The exact amount with a decimal point, without currency: a number in every spreadsheet.
[[nodiscard]] std::string for_csv_field(const domain::Money& amount);

/// One field of tab-separated text (clipboard to spreadsheet): as for_csv_field, but never quoted; tabs and line breaks
/// become ⇥ and ⏎.
[[nodiscard]] std::string for_tsv_field(std::string_view bytes);
[[nodiscard]] std::string for_tsv_field(const domain::UntrustedText& untrusted);
[[nodiscard]] std::string for_tsv_field(const domain::Money& amount);

/// For the editor of a document that the person owns: its characters as they are, because it is typed on and saved
/// again. Never for what agents or suppliers say, and only into a widget that knows plain text alone.
[[nodiscard]] QString for_editor(std::string_view bytes);

} // namespace text
