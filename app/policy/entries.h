// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/policy/vocabulary.h"

namespace policy {

/// What an entry of the vocabulary reads from.
struct Source {
    const Case& one;
    const Document& document;
    cel::Arena& arena;
    const std::vector<domain::LineCover>& cover; ///< by line

    [[nodiscard]] const domain::Subject& order() const { return one.version.subject; }
    [[nodiscard]] const facts::Facts& facts() const { return one.facts; }
};

struct Entry {
    std::string name;
    cel::Type type;
    std::string description;
    cel::Value (*value)(const Source& source);
};

// The table in three parts; the first reads only the order, the moment and what is known of its lines.
void add_order_entries(std::vector<Entry>& all);
void add_party_entries(std::vector<Entry>& all);
void add_history_entries(std::vector<Entry>& all);

[[nodiscard]] inline cel::Value text_value(const std::string& text) {
    return text.empty() ? cel::Value() : cel::Value::string(text);
}
[[nodiscard]] inline cel::Value money_value(const std::optional<domain::Money>& amount) {
    return amount ? cel::Value::money(*amount) : cel::Value();
}
[[nodiscard]] inline cel::Value moment_value(const std::optional<base::Instant>& at) {
    return at ? cel::Value::timestamp(*at) : cel::Value();
}

} // namespace policy
