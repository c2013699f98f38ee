// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/tree.h"

#include "app/base/encoding.h"
#include "app/json/fields.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

namespace ledger {

namespace {

constexpr std::string_view frontier_header = "reeve-frontier/v1";

base::Fault malformed(const char* detail) {
    return {base::FaultCode::malformed, detail, "frontier"};
}

/// Takes one line off the front; nothing when there is no whole line.
std::optional<std::string_view> take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

} // namespace

Digest Hasher::leaf(std::string_view body) {
    static constexpr std::uint8_t prefix[] = {0x00};
    return sha_.of({base::Bytes(prefix), base::as_bytes(body)});
}

Digest Hasher::node(const Digest& left, const Digest& right) {
    std::array<std::uint8_t, 1 + 2 * std::tuple_size_v<Digest>> bytes;
    bytes[0] = 0x01;
    std::copy(left.begin(), left.end(), bytes.begin() + 1);
    std::copy(right.begin(), right.end(), bytes.begin() + 1 + left.size());
    return sha_.of(bytes);
}

Digest empty_root() {
    return crypto::sha256(std::string_view());
}

void Tree::append(const Digest& leaf_hash, Hasher& hasher, std::vector<KeptNode>& kept) {
    Digest hash = leaf_hash;
    std::uint64_t index = size_++;
    for (unsigned level = 1; (index & 1U) == 1; ++level) {
        hash = hasher.node(frontier_.back(), hash);
        frontier_.pop_back();
        index >>= 1U;
        if (level % kept_level == 0) {
            kept.push_back({level, index, hash});
        }
    }
    frontier_.push_back(hash);
}

void Tree::append(std::span<const Digest> leaf_hashes, Hasher& hasher, std::vector<KeptNode>& kept) {
    for (const Digest& leaf_hash : leaf_hashes) {
        append(leaf_hash, hasher, kept);
    }
}

Digest Tree::root(Hasher& hasher) const {
    if (frontier_.empty()) {
        return empty_root();
    }
    Digest root = frontier_.back();
    for (auto left = frontier_.rbegin() + 1; left != frontier_.rend(); ++left) {
        root = hasher.node(*left, root);
    }
    return root;
}

std::string Tree::serialise() const {
    std::string text(frontier_header);
    text += '\n' + std::to_string(size_) + '\n';
    for (const Digest& hash : frontier_) {
        text += base::to_hex(hash) + '\n';
    }
    return text;
}

base::Result<Tree> Tree::restore(std::string_view text) {
    const auto header = take_line(text);
    const auto size_line = take_line(text);
    if (header != frontier_header || !size_line) {
        return malformed("this is not a frontier");
    }
    const auto size = json::uint64_from_decimal(*size_line);
    if (!size) {
        return malformed("the size is no whole number");
    }
    Tree tree;
    tree.size_ = *size;
    while (!text.empty()) {
        const auto line = take_line(text);
        const auto bytes = base::from_hex(line.value_or("?"));
        if (!bytes || bytes->size() != std::tuple_size_v<Digest> || base::to_hex(*bytes) != *line) {
            return malformed("a hash is not 32 bytes in lower-case hexadecimal");
        }
        std::copy(bytes->begin(), bytes->end(), tree.frontier_.emplace_back().begin());
    }
    if (tree.frontier_.size() != static_cast<std::size_t>(std::popcount(tree.size_))) {
        return base::Fault{base::FaultCode::corrupt, "the number of hashes does not fit the size", "frontier"};
    }
    return tree;
}

} // namespace ledger
