// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ledger/numbers.h"

#include <string>
#include <string_view>
#include <vector>

namespace models::ledger {

/// A column of texts that do not repeat (orders, words of an agent): a row costs its bytes and four more. Sorting by it
/// takes about a hundred times as long as by a number.
class Texts {
public:
    explicit Texts(std::uint32_t block_rows);

    void append(std::string_view text);
    [[nodiscard]] std::string_view at(Row row) const;
    [[nodiscard]] Row size() const { return size_; }
    void drop_block();

    void keep(const std::function<bool(std::string_view)>& passes, Row from, std::vector<std::uint8_t>& keep) const;
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Block {
        std::string all;
        std::vector<std::uint32_t> ends;
    };

    std::uint32_t block_rows_;
    unsigned shift_;
    std::deque<Block> blocks_;
    Row size_ = 0;
};

} // namespace models::ledger
