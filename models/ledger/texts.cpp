// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/texts.h"

#include <bit>

namespace models::ledger {

Texts::Texts(std::uint32_t block_rows)
    : block_rows_(block_rows)
    , shift_(static_cast<unsigned>(std::countr_zero(block_rows))) {}

void Texts::append(std::string_view text) {
    if (blocks_.empty() || blocks_.back().which.size() == block_rows_) {
        if (!blocks_.empty()) {
            blocks_.back().all.shrink_to_fit();
            blocks_.back().ends.shrink_to_fit();
        }
        blocks_.emplace_back();
        known_.clear();
    }
    Block& block = blocks_.back();
    const auto [known, is_new] = known_.try_emplace(std::string(text), static_cast<std::uint16_t>(block.ends.size()));
    if (is_new) {
        block.all += text;
        block.ends.push_back(static_cast<std::uint32_t>(block.all.size()));
    }
    block.which.push_back(known->second);
    ++size_;
}

std::string_view Texts::at(Row row) const {
    const Block& block = blocks_[row >> shift_];
    const std::uint16_t which = block.which[row & (block_rows_ - 1)];
    const std::uint32_t begin = which == 0 ? 0 : block.ends[which - 1U];
    return std::string_view(block.all).substr(begin, block.ends[which] - begin);
}

void Texts::drop_block() {
    if (!blocks_.empty() && blocks_.front().which.size() == block_rows_) {
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

void Texts::answer(const std::function<std::uint8_t(std::string_view)>& says, Row from, std::uint8_t* answers) const {
    constexpr std::uint8_t unknown = 255;
    std::vector<std::uint8_t> said;
    for (std::size_t number = from >> shift_; number < blocks_.size(); ++number) {
        const Block& block = blocks_[number];
        const Row first = static_cast<Row>(number << shift_);
        said.assign(block.ends.size(), unknown);
        for (std::size_t place = from > first ? from - first : 0; place < block.which.size(); ++place) {
            const std::uint16_t which = block.which[place];
            if (said[which] == unknown) {
                const std::uint32_t begin = which == 0 ? 0 : block.ends[which - 1U];
                said[which] = says(std::string_view(block.all).substr(begin, block.ends[which] - begin));
            }
            answers[first + place - from] = said[which];
        }
    }
}

std::size_t Texts::bytes() const {
    std::size_t sum = 0;
    for (const Block& block : blocks_) {
        sum += block.all.capacity() + block.ends.capacity() * sizeof(std::uint32_t) +
               block.which.capacity() * sizeof(std::uint16_t);
    }
    return sum;
}

} // namespace models::ledger
