// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ledger/proof.h"
#include "app/record/leaf.h"
#include "app/store/store.h"

namespace record {

/// Hashes of the tree, for ledger's proofs, from the store.
class StoreNodes final : public ledger::NodeReader {
public:
    explicit StoreNodes(store::Store& store)
        : store_(store) {}
    [[nodiscard]] base::Result<std::vector<domain::Digest>> nodes(unsigned level, std::uint64_t first,
                                                                  std::size_t count) override {
        return store_.nodes(level, first, count);
    }

private:
    store::Store& store_;
};

/// Makes the leaves of entries [from, to) again and compares. Faults: corrupt (where names the entry), the store's.
[[nodiscard]] base::Done verify_entries(store::Store& store, std::uint64_t from, std::uint64_t to, LeafMaker& leaves);

/// The whole record: every leaf from its entry, and the tree from the leaves. Faults: corrupt.
[[nodiscard]] base::Done verify_all(store::Store& store, const domain::Digest& root, LeafMaker& leaves);

} // namespace record
