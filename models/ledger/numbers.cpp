// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/numbers.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace models::ledger {

namespace {

/// As a distance above `low`, without the overflow that a signed difference may have.
std::uint64_t above(std::int64_t value, std::int64_t low) {
    return static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(low);
}

std::int64_t number(std::uint64_t code, std::int64_t low) {
    return code == 0 ? nothing : static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + (code - 1));
}

template <class Code>
void pack(const std::vector<std::int64_t>& values, std::int64_t low, std::uint8_t* into) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto code = static_cast<Code>(values[i] == nothing ? 0 : above(values[i], low) + 1);
        std::memcpy(into + i * sizeof(Code), &code, sizeof(Code));
    }
}

template <class Code>
std::uint64_t code_at(const std::uint8_t* packed, std::uint32_t place) {
    Code code;
    std::memcpy(&code, packed + std::size_t{place} * sizeof(Code), sizeof(Code));
    return code;
}

std::uint8_t width_for(std::uint64_t most) {
    if (most <= 0xFF) {
        return 1;
    }
    return most <= 0xFFFF ? 2 : (most <= 0xFFFF'FFFF ? 4 : 8);
}

} // namespace

Numbers::Numbers(std::uint32_t block_rows)
    : block_rows_(block_rows)
    , shift_(static_cast<unsigned>(std::countr_zero(block_rows))) {}

template <class Visit>
void Numbers::unpack(const Block& block, std::uint32_t from, std::uint32_t to, Visit visit) {
    const std::uint8_t* packed = block.packed.get();
    const auto each = [&](auto code) {
        for (std::uint32_t i = from; i < to; ++i) {
            visit(i, code_at<decltype(code)>(packed, i));
        }
    };
    switch (block.width) {
    case 1: each(std::uint8_t{}); break;
    case 2: each(std::uint16_t{}); break;
    case 4: each(std::uint32_t{}); break;
    default: each(std::uint64_t{}); break;
    }
}

Numbers::Block Numbers::bounds(const std::vector<std::int64_t>& values) {
    Block block;
    for (const std::int64_t value : values) {
        if (value == nothing) {
            block.gaps = true;
            continue;
        }
        block.low = block.any ? std::min(block.low, value) : value;
        block.high = block.any ? std::max(block.high, value) : value;
        block.any = true;
    }
    return block;
}

Numbers::Block Numbers::packed(const std::vector<std::int64_t>& values) {
    Block block = bounds(values);
    block.width = width_for(block.any ? above(block.high, block.low) + 1 : 0);
    block.packed = std::make_unique<std::uint8_t[]>(values.size() * block.width);
    switch (block.width) {
    case 1: pack<std::uint8_t>(values, block.low, block.packed.get()); break;
    case 2: pack<std::uint16_t>(values, block.low, block.packed.get()); break;
    case 4: pack<std::uint32_t>(values, block.low, block.packed.get()); break;
    default: pack<std::uint64_t>(values, block.low, block.packed.get()); break;
    }
    return block;
}

void Numbers::append(std::int64_t value) {
    open_.push_back(value);
    ++size_;
    if (open_.size() == block_rows_) {
        full_.push_back(packed(open_));
        open_.clear();
    }
}

std::int64_t Numbers::at(Row row) const {
    const std::size_t block = row >> shift_;
    const std::uint32_t place = row & (block_rows_ - 1);
    if (block >= full_.size()) {
        return open_[place];
    }
    const Block& full = full_[block];
    switch (full.width) {
    case 1: return number(code_at<std::uint8_t>(full.packed.get(), place), full.low);
    case 2: return number(code_at<std::uint16_t>(full.packed.get(), place), full.low);
    case 4: return number(code_at<std::uint32_t>(full.packed.get(), place), full.low);
    default: return number(code_at<std::uint64_t>(full.packed.get(), place), full.low);
    }
}

void Numbers::set(Row row, std::int64_t value) {
    const std::size_t block = row >> shift_;
    const std::uint32_t place = row & (block_rows_ - 1);
    if (block >= full_.size()) {
        open_[place] = value;
        return;
    }
    Block& full = full_[block];
    if (value != nothing && full.any && value >= full.low && value <= full.high && full.width == 1) {
        full.packed[place] = static_cast<std::uint8_t>(above(value, full.low) + 1);
        return;
    }
    std::vector<std::int64_t> values(block_rows_);
    unpack(full, 0, block_rows_, [&](std::uint32_t i, std::uint64_t code) { values[i] = number(code, full.low); });
    values[place] = value;
    full = packed(values);
}

void Numbers::drop_block() {
    if (!full_.empty()) {
        full_.pop_front();
        size_ -= block_rows_;
    }
}

template <class Visit>
void Numbers::blocks(Row from, Visit visit) const {
    for (std::size_t i = from >> shift_; i < full_.size(); ++i) {
        const Row first = static_cast<Row>(i << shift_);
        visit(full_[i], first, from > first ? from - first : 0U);
    }
}

void Numbers::keep_between(std::int64_t least, std::int64_t most, Row from, std::vector<std::uint8_t>& keep) const {
    blocks(from, [&](const Block& block, Row first, std::uint32_t begin) {
        std::uint8_t* flags = keep.data() + (first + begin - from); // of the first row that is asked about
        const std::uint32_t count = block_rows_ - begin;
        if (!block.any || block.high < least || block.low > most) {
            std::fill(flags, flags + count, std::uint8_t{0});
            return;
        }
        if (!block.gaps && block.low >= least && block.high <= most) {
            return;
        }
        const std::uint64_t lowest = least <= block.low ? 1 : above(least, block.low) + 1;
        const std::uint64_t highest = above(std::min(most, block.high), block.low) + 1;
        unpack(block, begin, block_rows_, [&](std::uint32_t i, std::uint64_t code) {
            std::uint8_t& flag = flags[i - begin];
            flag = static_cast<std::uint8_t>(flag & unsigned(code >= lowest && code <= highest));
        });
    });
    const Row open_first = static_cast<Row>(full_.size() << shift_);
    for (Row row = std::max(from, open_first); row < size_; ++row) {
        const std::int64_t value = open_[row - open_first];
        keep[row - from] =
            static_cast<std::uint8_t>(keep[row - from] & unsigned(value != nothing && value >= least && value <= most));
    }
}

void Numbers::answer_between(std::int64_t least, std::int64_t most, bool outside, Row from,
                             std::uint8_t* answers) const {
    const auto inside = static_cast<std::uint8_t>(outside ? 0 : 1);
    blocks(from, [&](const Block& block, Row first, std::uint32_t begin) {
        std::uint8_t* into = answers + (first + begin - from);
        const std::uint32_t count = block_rows_ - begin;
        const bool none = least > most || block.high < least || block.low > most;
        const bool all = !none && block.low >= least && block.high <= most;
        if (!block.any || (!block.gaps && (none || all))) {
            const auto one = static_cast<std::uint8_t>(block.any ? (all ? inside : 1U - inside) : 2U);
            std::fill(into, into + count, one);
            return;
        }
        const std::uint64_t lowest = least <= block.low ? 1 : above(least, block.low) + 1;
        const std::uint64_t width = none ? 0 : above(std::min(most, block.high), block.low) + 1 - lowest;
        const auto far = static_cast<std::uint8_t>(1U - inside);
        const std::uint8_t near = none ? far : inside;
        unpack(block, begin, block_rows_, [&](std::uint32_t i, std::uint64_t code) {
            const std::uint8_t known = code - lowest <= width ? near : far;
            into[i - begin] = code == 0 ? std::uint8_t{2} : known;
        });
    });
    const Row open_first = static_cast<Row>(full_.size() << shift_);
    for (Row row = std::max(from, open_first); row < size_; ++row) {
        const std::int64_t value = open_[row - open_first];
        answers[row - from] = value == nothing
                                  ? std::uint8_t{2}
                                  : static_cast<std::uint8_t>((value >= least && value <= most) != outside);
    }
}

void Numbers::look_up(const std::uint8_t* table, std::int64_t first_number, Row from, std::uint8_t* answers) const {
    blocks(from, [&](const Block& block, Row first, std::uint32_t begin) {
        std::uint8_t* into = answers + (first + begin - from);
        const std::uint8_t* entries = table + above(block.low, first_number);
        unpack(block, begin, block_rows_, [&](std::uint32_t i, std::uint64_t code) {
            into[i - begin] = code == 0 ? std::uint8_t{2} : entries[code - 1];
        });
    });
    const Row open_first = static_cast<Row>(full_.size() << shift_);
    for (Row row = std::max(from, open_first); row < size_; ++row) {
        const std::int64_t value = open_[row - open_first];
        answers[row - from] = value == nothing ? std::uint8_t{2} : table[above(value, first_number)];
    }
}

std::pair<std::int64_t, std::int64_t> Numbers::span() const {
    Block all = bounds(open_);
    for (const Block& block : full_) {
        if (block.any) {
            all.low = all.any ? std::min(all.low, block.low) : block.low;
            all.high = all.any ? std::max(all.high, block.high) : block.high;
            all.any = true;
        }
    }
    return {all.low, all.high};
}

void Numbers::visit(Row from, const std::function<void(Row, std::int64_t)>& visit) const {
    blocks(from, [&](const Block& block, Row first, std::uint32_t begin) {
        unpack(block, begin, block_rows_,
               [&](std::uint32_t i, std::uint64_t code) { visit(first + i, number(code, block.low)); });
    });
    const Row open_first = static_cast<Row>(full_.size() << shift_);
    for (Row row = std::max(from, open_first); row < size_; ++row) {
        visit(row, open_[row - open_first]);
    }
}

void Numbers::write_keys(std::int64_t base, std::uint64_t* keys) const {
    blocks(0, [&](const Block& block, Row first, std::uint32_t begin) {
        const std::uint64_t shift = above(block.low, base);
        unpack(block, begin, block_rows_,
               [&](std::uint32_t i, std::uint64_t code) { keys[first + i] = code == 0 ? 0 : code + shift; });
    });
    const std::size_t open_first = full_.size() << shift_;
    for (std::size_t i = 0; i < open_.size(); ++i) {
        keys[open_first + i] = open_[i] == nothing ? 0 : above(open_[i], base) + 1;
    }
}

std::size_t Numbers::bytes() const {
    std::size_t sum = open_.capacity() * sizeof(std::int64_t);
    for (const Block& block : full_) {
        sum += sizeof(Block) + std::size_t{block_rows_} * block.width;
    }
    return sum;
}

} // namespace models::ledger
