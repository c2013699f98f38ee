// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace ui::sieve {

/// One condition that another screen sets. Tables call the same thing by different names and not every table knows
/// every thing, so a condition names the columns that may hold it.
struct Condition {
    QString shown;                    ///< "tier Confirm by our policy"; holds no raw outside text
    std::vector<std::string> columns; ///< the first one that a table has; none of them: the table cannot tell
    std::string test;                 ///< in the expression language, with $ for the column
};

/// What a choice on one screen narrows every table to.
struct Narrowing {
    std::vector<Condition> conditions;
    [[nodiscard]] bool everything() const { return conditions.empty(); }
};

} // namespace ui::sieve
