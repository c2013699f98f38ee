// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include <string>

class QTableView;

namespace ui::look {

/// How rows go to the clipboard or into a file.
enum class CopyForm { tsv, csv, markdown };

/// The visible columns of the chosen rows of a table with their headers, in the order of the screen, as UTF-8 for
/// another program. Cells that a spreadsheet would take for a formula are neutralised (app/text), numbers stay numbers,
/// and no cell can leave its row or column. Without chosen rows: all rows, at most `most_rows`.
[[nodiscard]] std::string rows_as(CopyForm form, const QTableView& table);
inline constexpr int most_rows = 50'000;

/// Puts rows_as() on the clipboard; how many rows that were.
int copy_rows(CopyForm form, const QTableView& table);

} // namespace ui::look

Q_DECLARE_METATYPE(ui::look::CopyForm)
