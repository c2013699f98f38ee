// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/tail_index.h"

#include "app/store/new_entry.h"
#include "app/store/row_codec.h"

namespace store {

base::Done TailIndex::follow(Statements& statements, const base::KeyedHash& hash, std::uint64_t from,
                             std::uint64_t to) {
    if (from != from_ || to < to_) {
        entries_.clear();
        from_ = to_ = from;
    }
    if (to == to_) {
        return {};
    }
    const auto read = statements.each(
        "SELECT n, source, txn FROM entry WHERE n >= ?1 AND n < ?2",
        [&](Statement& statement) {
            statement.bind(1, stored(to_));
            statement.bind(2, stored(to));
        },
        [&](const Statement& row) {
            if (const std::string_view transaction = row.text(2); !transaction.empty()) {
                entries_.emplace(transaction_key(hash, row.integer(1), transaction), whole(row, 0));
            }
            return base::Done();
        });
    if (!read) {
        entries_.clear();
        from_ = to_ = 0;
        return read;
    }
    to_ = to;
    return {};
}

void TailIndex::find(std::uint64_t key, std::vector<std::uint64_t>& into) const {
    const auto [first, last] = entries_.equal_range(key);
    for (auto one = first; one != last; ++one) {
        into.push_back(one->second);
    }
}

} // namespace store
