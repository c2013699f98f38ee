// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/texts.h"

#include <bit>

namespace models::ledger {

Texts::Texts(std::uint32_t block_rows)
    : block_rows_(block_rows)
    , shift_(static_cast<unsigned>(std::countr_zero(block_rows))) {}

void Texts::append(std::string_view text) {
    if (blocks_.empty() || blocks_.back().ends.size() == block_rows_) {
        if (!blocks_.empty()) {
            blocks_.back().all.shrink_to_fit();
        }
        blocks_.emplace_back();
    }
    Block& block = blocks_.back();
    block.all += text;
    block.ends.push_back(static_cast<std::uint32_t>(block.all.size()));
    ++size_;
}

std::string_view Texts::at(Row row) const {
    const Block& block = blocks_[row >> shift_];
    const std::uint32_t place = row & (block_rows_ - 1);
    const std::uint32_t begin = place == 0 ? 0 : block.ends[place - 1];
    return std::string_view(block.all).substr(begin, block.ends[place] - begin);
}

void Texts::drop_block() {
    if (!blocks_.empty() && blocks_.front().ends.size() == block_rows_) {
        blocks_.pop_front();
        size_ -= block_rows_;
    }
}

void Texts::keep(const std::function<bool(std::string_view)>& passes, Row from, std::vector<std::uint8_t>& keep) const {
    for (Row row = from; row < size_; ++row) {
        std::uint8_t& flag = keep[row - from];
        flag = flag != 0 && passes(at(row)) ? 1 : 0;
    }
}

std::size_t Texts::bytes() const {
    std::size_t sum = 0;
    for (const Block& block : blocks_) {
        sum += block.all.capacity() + block.ends.capacity() * sizeof(std::uint32_t);
    }
    return sum;
}

} // namespace models::ledger
