// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/crypto/digest.h"
#include "app/domain/ids.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ledger {

using domain::Digest;

/// Leaf and node hashes of RFC 9162, section 2.1.1, with one reusable SHA-256 context. One per thread.
class Hasher {
public:
    /// SHA-256(0x00 || body).
    [[nodiscard]] Digest leaf(std::string_view body);
    /// SHA-256(0x01 || left || right).
    [[nodiscard]] Digest node(const Digest& left, const Digest& right);

private:
    crypto::Sha256 sha_;
};

/// Root of the tree without leaves: SHA-256 of nothing.
[[nodiscard]] Digest empty_root();

/// A complete subtree that ended with an append and is worth keeping, so that proofs read hundreds of hashes instead
/// of millions: only levels 8, 16, 24, … are given out (one for every 256 leaves). `index` counts the subtrees of
/// that level from the left.
struct KeptNode {
    unsigned level = 0;
    std::uint64_t index = 0;
    Digest hash{};
    friend bool operator==(const KeptNode&, const KeptNode&) = default;
};

/// The append-only Merkle tree of RFC 9162, section 2.1, held as its frontier: the roots of the complete subtrees at
/// the right edge, at most 64 hashes, whatever the size. A value: copy it, append to the copy, adopt the copy after
/// the commit.
class Tree {
public:
    static constexpr unsigned kept_level = 8;

    Tree() = default;

    [[nodiscard]] std::uint64_t size() const { return size_; }
    /// One amortised node hash for each leaf. The nodes to keep are added to `kept`, in order.
    void append(const Digest& leaf_hash, Hasher& hasher, std::vector<KeptNode>& kept);
    void append(std::span<const Digest> leaf_hashes, Hasher& hasher, std::vector<KeptNode>& kept);
    [[nodiscard]] Digest root(Hasher& hasher) const;

    /// Size and frontier in a few bytes for the store: "reeve-frontier/v1", then the size in decimal and the hashes in
    /// hexadecimal from the left, one to a line.
    [[nodiscard]] std::string serialise() const;
    /// Faults: malformed, corrupt (the count of hashes does not fit the size).
    [[nodiscard]] static base::Result<Tree> restore(std::string_view text);

    friend bool operator==(const Tree&, const Tree&) = default;

private:
    std::uint64_t size_ = 0;
    std::vector<Digest> frontier_; ///< largest subtree first; one for each set bit of size_
};

} // namespace ledger
