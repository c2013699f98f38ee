// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ledger/numbers.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace models::ledger {

/// A column of texts that mostly do not repeat, or only near each other (orders, words of an agent): a row costs two
/// bytes, and each different text of a block its bytes and four more. Sorting by it takes about a hundred times as long
/// as by a number.
class Texts {
public:
    /// `block_rows` is a power of two, at most 65,536.
    explicit Texts(std::uint32_t block_rows);

    void append(std::string_view text);
    [[nodiscard]] std::string_view at(Row row) const;
    [[nodiscard]] Row size() const { return size_; }
    void drop_block();

    void keep(const std::function<bool(std::string_view)>& passes, Row from, std::vector<std::uint8_t>& keep) const;
    /// Writes what `says` says of each row's text; it is asked once per different text of a block.
    void answer(const std::function<std::uint8_t(std::string_view)>& says, Row from, std::uint8_t* answers) const;
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Block {
        std::string all;                  ///< each different text once
        std::vector<std::uint32_t> ends;  ///< of the different texts
        std::vector<std::uint16_t> which; ///< per row
    };

    std::uint32_t block_rows_;
    unsigned shift_;
    std::deque<Block> blocks_;
    std::unordered_map<std::string, std::uint16_t> known_; ///< texts of the open block
    Row size_ = 0;
};

} // namespace models::ledger
