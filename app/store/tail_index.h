// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/keyed_hash.h"
#include "app/base/result.h"
#include "app/store/statements.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace store {

/// Where the transactions of the entries behind the last sealed segment are, so that a reader who looks for one does
/// not walk through all of them. About 32 bytes for each entry, at most 4 MiB. One for each reader; it sees the
/// state that the reader sees.
class TailIndex {
public:
    /// Brings it up to the entries [from, to): reads what is new, and forgets what was sealed. Faults: those of the
    /// connection; it is read again then.
    [[nodiscard]] base::Done follow(Statements& statements, const base::KeyedHash& hash, std::uint64_t from,
                                    std::uint64_t to);
    /// Adds the entries that may be about a transaction (by its transaction_key), in no order.
    void find(std::uint64_t key, std::vector<std::uint64_t>& into) const;

private:
    std::uint64_t from_ = 0;
    std::uint64_t to_ = 0;
    std::unordered_multimap<std::uint64_t, std::uint64_t> entries_;
};

} // namespace store
