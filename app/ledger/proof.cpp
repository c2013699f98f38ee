// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/proof.h"

#include <algorithm>
#include <bit>
#include <optional>

namespace ledger {

namespace {

base::Fault invalid(const char* detail) {
    return {base::FaultCode::invalid_argument, detail, {}};
}

base::Done does_not_fit() {
    return base::Fault{base::FaultCode::bad_signature, "the proof does not lead to the root", {}};
}

/// Computes subtrees from what the reader holds. After a fault every value is meaningless and `fault` says why.
class Builder {
public:
    explicit Builder(NodeReader& reader)
        : reader_(reader) {}

    /// MTH(D[begin:end]) where begin is a multiple of the smallest power of two that is not below the length.
    Digest root(std::uint64_t begin, std::uint64_t end) {
        const std::uint64_t count = end - begin;
        if (std::has_single_bit(count)) {
            const auto level = static_cast<unsigned>(std::countr_zero(count));
            return complete(level, begin >> level);
        }
        const std::uint64_t left = std::bit_floor(count);
        const Digest left_root = root(begin, begin + left);
        return hasher_.node(left_root, root(begin + left, end));
    }

    void inclusion(std::uint64_t index, std::uint64_t begin, std::uint64_t end, std::vector<Digest>& path) {
        if (end - begin == 1) {
            return;
        }
        const std::uint64_t middle = begin + split(end - begin);
        if (index < middle) {
            inclusion(index, begin, middle, path);
            path.push_back(root(middle, end));
        } else {
            inclusion(index, middle, end, path);
            path.push_back(root(begin, middle));
        }
    }

    /// SUBPROOF(m, D[begin:end], b) with `first` = begin + m; `known` is b: the verifier has that subtree's hash.
    void consistency(std::uint64_t first, std::uint64_t begin, std::uint64_t end, bool known,
                     std::vector<Digest>& proof) {
        if (first == end) {
            if (!known) {
                proof.push_back(root(begin, end));
            }
            return;
        }
        const std::uint64_t middle = begin + split(end - begin);
        if (first <= middle) {
            consistency(first, begin, middle, known, proof);
            proof.push_back(root(middle, end));
        } else {
            consistency(first, middle, end, false, proof);
            proof.push_back(root(begin, middle));
        }
    }

    template <class Value>
    base::Result<Value> outcome(Value value) {
        return fault_ ? base::Result<Value>(*fault_) : base::Result<Value>(std::move(value));
    }

private:
    /// The largest power of two below `count`.
    static std::uint64_t split(std::uint64_t count) { return std::bit_floor(count - 1); }

    /// The hash of a complete subtree, from the kept level below it.
    Digest complete(unsigned level, std::uint64_t index) {
        const unsigned depth = level % Tree::kept_level;
        auto hashes = read(level - depth, index << depth, std::size_t{1} << depth);
        for (std::size_t count = hashes.size(); count > 1; count /= 2) {
            for (std::size_t pair = 0; pair < count / 2; ++pair) {
                hashes[pair] = hasher_.node(hashes[2 * pair], hashes[2 * pair + 1]);
            }
        }
        return hashes.front();
    }

    std::vector<Digest> read(unsigned level, std::uint64_t first, std::size_t count) {
        if (!fault_) {
            auto nodes = reader_.nodes(level, first, count);
            if (nodes && nodes->size() == count) {
                return std::move(*nodes);
            }
            fault_ = nodes
                         ? base::Fault{base::FaultCode::corrupt, "the record gives another count of hashes than asked",
                                       "level " + std::to_string(level) + ", from " + std::to_string(first)}
                         : nodes.fault();
        }
        return std::vector<Digest>(count);
    }

    NodeReader& reader_;
    Hasher hasher_;
    std::optional<base::Fault> fault_;
};

} // namespace

base::Result<Digest> root_at(std::uint64_t size, NodeReader& reader) {
    if (size == 0) {
        return empty_root();
    }
    Builder builder(reader);
    const Digest root = builder.root(0, size);
    return builder.outcome(root);
}

base::Result<std::vector<Digest>> inclusion_proof(std::uint64_t index, std::uint64_t size, NodeReader& reader) {
    if (index >= size) {
        return invalid("there is no leaf of this number in a tree of this size");
    }
    Builder builder(reader);
    std::vector<Digest> path;
    builder.inclusion(index, 0, size, path);
    return builder.outcome(std::move(path));
}

base::Result<std::vector<Digest>> consistency_proof(std::uint64_t first, std::uint64_t second, NodeReader& reader) {
    if (first == 0 || first > second) {
        return invalid("the first tree must not be empty nor larger than the second");
    }
    Builder builder(reader);
    std::vector<Digest> proof;
    builder.consistency(first, 0, second, true, proof);
    return builder.outcome(std::move(proof));
}

base::Done verify_inclusion(const Digest& leaf_hash, std::uint64_t index, std::uint64_t size,
                            const std::vector<Digest>& proof, const Digest& root) {
    if (index >= size) {
        return invalid("there is no leaf of this number in a tree of this size");
    }
    Hasher hasher;
    std::uint64_t fn = index;
    std::uint64_t sn = size - 1;
    Digest r = leaf_hash;
    for (const Digest& p : proof) {
        if (sn == 0) {
            return does_not_fit();
        }
        if ((fn & 1U) == 1 || fn == sn) {
            r = hasher.node(p, r);
            while ((fn & 1U) == 0 && fn != 0) {
                fn >>= 1U;
                sn >>= 1U;
            }
        } else {
            r = hasher.node(r, p);
        }
        fn >>= 1U;
        sn >>= 1U;
    }
    return sn == 0 && r == root ? base::Done() : does_not_fit();
}

base::Done verify_consistency(std::uint64_t first, const Digest& first_root, std::uint64_t second,
                              const Digest& second_root, const std::vector<Digest>& proof) {
    if (first > second) {
        return invalid("the first tree is larger than the second");
    }
    if (first == second || first == 0) {
        const bool same = first == second ? first_root == second_root : first_root == empty_root();
        return same && proof.empty() ? base::Done() : does_not_fit();
    }
    if (proof.empty()) {
        return does_not_fit();
    }
    // A first tree that is complete is the first hash of the path itself (RFC 9162, section 2.1.4.2, step 2).
    const bool complete = std::has_single_bit(first);
    auto next = proof.begin();
    Digest fr = complete ? first_root : *next++;
    Digest sr = fr;
    std::uint64_t fn = first - 1;
    std::uint64_t sn = second - 1;
    while ((fn & 1U) == 1) {
        fn >>= 1U;
        sn >>= 1U;
    }
    Hasher hasher;
    for (; next != proof.end(); ++next) {
        if (sn == 0) {
            return does_not_fit();
        }
        if ((fn & 1U) == 1 || fn == sn) {
            fr = hasher.node(*next, fr);
            sr = hasher.node(*next, sr);
            while ((fn & 1U) == 0 && fn != 0) {
                fn >>= 1U;
                sn >>= 1U;
            }
        } else {
            sr = hasher.node(sr, *next);
        }
        fn >>= 1U;
        sn >>= 1U;
    }
    return sn == 0 && fr == first_root && sr == second_root ? base::Done() : does_not_fit();
}

} // namespace ledger
