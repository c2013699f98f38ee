// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/ledger/tree.h"

#include <cstdint>
#include <vector>

namespace ledger {

/// Where proofs read hashes from; the store implements it.
class NodeReader {
public:
    virtual ~NodeReader() = default;
    /// `count` (1 to 256) neighbouring hashes of complete subtrees at `level`, which is 0 (leaf hashes) or a kept level
    /// (8, 16, …). Faults are handed through.
    [[nodiscard]] virtual base::Result<std::vector<Digest>> nodes(unsigned level, std::uint64_t first,
                                                                  std::size_t count) = 0;
};

/// Root of the first `size` leaves, recomputed from what the reader gives. Faults: the reader's; corrupt when it gives
/// another count than asked for.
[[nodiscard]] base::Result<Digest> root_at(std::uint64_t size, NodeReader& reader);

/// PATH(index, D[size]) of RFC 9162, section 2.1.3.1. Faults: invalid_argument (index >= size), the reader's, corrupt.
[[nodiscard]] base::Result<std::vector<Digest>> inclusion_proof(std::uint64_t index, std::uint64_t size,
                                                                NodeReader& reader);

/// PROOF(first, D[second]) of RFC 9162, section 2.1.4.1. Empty for first == second. Faults: invalid_argument
/// (first is 0 or above second), the reader's, corrupt.
[[nodiscard]] base::Result<std::vector<Digest>> consistency_proof(std::uint64_t first, std::uint64_t second,
                                                                  NodeReader& reader);

/// RFC 9162, section 2.1.3.2. Faults: bad_signature (the proof does not lead to the root), invalid_argument.
[[nodiscard]] base::Done verify_inclusion(const Digest& leaf_hash, std::uint64_t index, std::uint64_t size,
                                          const std::vector<Digest>& proof, const Digest& root);

/// RFC 9162, section 2.1.4.2. A tree of size 0 is consistent with every other (and then the proof is empty).
/// Faults: bad_signature, invalid_argument (first above second).
[[nodiscard]] base::Done verify_consistency(std::uint64_t first, const Digest& first_root, std::uint64_t second,
                                            const Digest& second_root, const std::vector<Digest>& proof);

} // namespace ledger
