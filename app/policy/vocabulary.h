// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/arena.h"
#include "app/cel/environment.h"
#include "app/domain/verdict.h"
#include "app/facts/fact_book.h"
#include "app/policy/document.h"

#include <string_view>
#include <vector>

namespace policy {

/// What is judged: a version, what was known around it, and when.
struct Case {
    const domain::TransactionVersion& version;
    const facts::Facts& facts;
    base::Instant now{};
};

/// The names that conditions may use, with their types and one line each: for rules, completion and test cases.
[[nodiscard]] const cel::Environment& vocabulary();

/// The slot of a name of the vocabulary that judging itself needs. The name must be one.
[[nodiscard]] cel::Slot slot_of(std::string_view name);

/// Which names a row has to hold, by slot; empty: all of them.
using Wanted = std::vector<bool>;

/// The case as a row of the vocabulary. Values look into the case, `cover` (cover_lines()) and the arena. Rates join
/// spend of several currencies; where they cannot, the sum is absent, so that what needs it stops.
[[nodiscard]] std::vector<cel::Value> row_of(const Case& one, const Document& document,
                                             const std::vector<domain::LineCover>& cover, cel::Arena& arena,
                                             const Wanted& wanted = {});

/// How many names come first that read only the order, the moment and what is known of its lines: everything behind
/// them is what was known around the order.
[[nodiscard]] std::size_t names_of_order();

/// A harmless order: what test cases change. Small, known agent and supplier, within working time.
[[nodiscard]] std::vector<cel::Value> harmless_row(const Document& document, cel::Arena& arena);

/// Puts values of test cases (name: canonical JSON) into a row: money as "12400.00 EUR", moments as RFC 3339, null for
/// absent. A given gross is the commitment and the total as well, unless those are given. Faults: malformed (not of the
/// name's type), not_found (no such name), with the name as place.
[[nodiscard]] base::Done give(const std::map<std::string, std::string>& given, std::vector<cel::Value>& row,
                              cel::Arena& arena);

/// Fills in what follows from the rest: `amount`, where nobody gave it.
void complete_row(std::vector<cel::Value>& row, const Document& document);

/// Whether people are at work; always without a calendar, nothing for an unknown zone.
[[nodiscard]] std::optional<bool> working(const std::optional<Calendar>& calendar, base::Instant now);
/// The same of the day alone, for what came without an hour.
[[nodiscard]] std::optional<bool> working_day(const std::optional<Calendar>& calendar, base::Instant day);
/// Whether the order is from a file that has days and no hours: then nobody knows what was within an hour or outside
/// of working time.
[[nodiscard]] bool has_day_only(const Case& one);

} // namespace policy
