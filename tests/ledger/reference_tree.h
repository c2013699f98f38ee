// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/encoding.h"
#include "app/ledger/proof.h"
#include "app/ledger/tree.h"

#include <map>
#include <vector>

/// The definitions of RFC 9162, section 2.1, word for word and slow, as the other side of every comparison.
namespace reference {

using ledger::Digest;
using Leaves = std::vector<Digest>;

/// The leaves of the reference data of Certificate Transparency.
inline std::vector<std::string> transparency_bodies() {
    std::vector<std::string> bodies;
    for (const char* hex :
         {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"}) {
        bodies.push_back(base::from_hex(hex).value());
    }
    return bodies;
}

inline Leaves leaves(std::size_t count) {
    ledger::Hasher hasher;
    Leaves hashes;
    for (std::size_t index = 0; index < count; ++index) {
        hashes.push_back(hasher.leaf("body " + std::to_string(index)));
    }
    return hashes;
}

inline std::size_t split(std::size_t count) {
    std::size_t power = 1;
    while (power * 2 < count) {
        power *= 2;
    }
    return power;
}

/// MTH(D[begin:end])
inline Digest root(const Leaves& all, std::size_t begin, std::size_t end) {
    ledger::Hasher hasher;
    if (begin == end) {
        return ledger::empty_root();
    }
    if (end - begin == 1) {
        return all[begin];
    }
    const std::size_t middle = begin + split(end - begin);
    return hasher.node(root(all, begin, middle), root(all, middle, end));
}

/// Appends everything and answers as a store would: leaf hashes and the kept nodes.
class Stored final : public ledger::NodeReader {
public:
    explicit Stored(const Leaves& all)
        : leaves_(all) {
        ledger::Hasher hasher;
        std::vector<ledger::KeptNode> kept;
        tree_.append(all, hasher, kept);
        for (const auto& node : kept) {
            kept_[{node.level, node.index}] = node.hash;
        }
    }

    base::Result<std::vector<Digest>> nodes(unsigned level, std::uint64_t first, std::size_t count) override {
        ++reads;
        largest = std::max(largest, count);
        std::vector<Digest> hashes;
        for (std::uint64_t index = first; index < first + count; ++index) {
            const auto kept = kept_.find({level, index});
            if (level == 0 && index < leaves_.size()) {
                hashes.push_back(leaves_[index]);
            } else if (kept != kept_.end()) {
                hashes.push_back(kept->second);
            } else {
                return base::Fault{base::FaultCode::not_found, "no such node", {}};
            }
        }
        return hashes;
    }

    [[nodiscard]] const ledger::Tree& tree() const { return tree_; }
    int reads = 0;
    std::size_t largest = 0;

private:
    Leaves leaves_;
    ledger::Tree tree_;
    std::map<std::pair<unsigned, std::uint64_t>, Digest> kept_;
};

} // namespace reference
