// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/block.h"

#include <algorithm>
#include <array>
#include <utility>

namespace store {

namespace {

constexpr std::size_t block_bytes = 4000;

void append_number(std::string& out, std::uint64_t value) {
    while (value >= 0x80U) {
        out.push_back(static_cast<char>((value & 0x7fU) | 0x80U));
        value >>= 7U;
    }
    out.push_back(static_cast<char>(value));
}

/// Radix sort by key that keeps the order of equal keys; offsets are in order already. Passes whose byte is the same
/// everywhere are left out, so that small keys cost one pass.
void sort_by_key(std::vector<Posting>& postings) {
    const auto by_key = [](const Posting& left, const Posting& right) { return left.key < right.key; };
    if (std::is_sorted(postings.begin(), postings.end(), by_key)) {
        return;
    }
    std::vector<Posting> other(postings.size());
    for (unsigned shift = 0; shift < 64; shift += 8) {
        std::array<std::size_t, 256> starts{};
        for (const Posting& posting : postings) {
            ++starts[posting.key >> shift & 0xffU];
        }
        if (std::any_of(starts.begin(), starts.end(), [&](std::size_t n) { return n == postings.size(); })) {
            continue;
        }
        std::size_t sum = 0;
        for (std::size_t& start : starts) {
            sum += std::exchange(start, sum);
        }
        for (const Posting& posting : postings) {
            other[starts[posting.key >> shift & 0xffU]++] = posting;
        }
        postings.swap(other);
    }
}

} // namespace

base::Fault detail::damaged_block() {
    return base::Fault{base::FaultCode::corrupt, "an index segment is damaged; restore a backup", "segment_block"};
}

std::vector<Block> make_blocks(std::vector<Posting>& postings) {
    sort_by_key(postings);
    std::vector<Block> blocks;
    std::uint64_t last_key = 0;
    for (std::size_t at = 0; at < postings.size();) {
        std::size_t end = at;
        while (end < postings.size() && postings[end].key == postings[at].key) {
            ++end;
        }
        if (blocks.empty() || blocks.back().data.size() >= block_bytes) {
            blocks.push_back(Block{postings[at].key, {}});
            blocks.back().data.reserve(block_bytes + 64);
            last_key = postings[at].key;
        }
        std::string& data = blocks.back().data;
        append_number(data, postings[at].key - last_key);
        append_number(data, end - at);
        std::uint64_t last_offset = 0;
        last_key = postings[at].key;
        for (; at < end; ++at) {
            append_number(data, postings[at].offset - last_offset);
            last_offset = postings[at].offset;
        }
    }
    return blocks;
}

} // namespace store
