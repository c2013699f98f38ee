// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <limits>
#include <memory>
#include <vector>

namespace models::ledger {

/// A row's place in a Store: 0 is the oldest row that is kept. Places move down when old rows are dropped.
using Row = std::uint32_t;

/// "No value here" of a number column: sorts before every number and passes no range.
inline constexpr std::int64_t nothing = std::numeric_limits<std::int64_t>::min();

/// One column of whole numbers in blocks of equally many rows. A full block keeps its numbers as distances from its
/// smallest one, in 1, 2, 4 or 8 bytes each, so a million rows of a tier cost 1 MB and of a time about 4 MB.
class Numbers {
public:
    /// `block_rows` is a power of two.
    explicit Numbers(std::uint32_t block_rows);

    void append(std::int64_t value);
    [[nodiscard]] std::int64_t at(Row row) const;
    /// For what is known later than its row. A number that its block has no room for packs the block anew.
    void set(Row row, std::int64_t value);
    [[nodiscard]] Row size() const { return size_; }
    void drop_block();

    /// Clears keep[row] where the number is not in [least, most], or is nothing. From row `from` on.
    void keep_between(std::int64_t least, std::int64_t most, Row from, std::vector<std::uint8_t>& keep) const;
    /// Writes 1 where the number is in [least, most] (with `outside`: where it is not), else 0, and 2 for nothing.
    void answer_between(std::int64_t least, std::int64_t most, bool outside, Row from, std::uint8_t* answers) const;
    /// Writes table[number - first] for each number, and 2 for nothing. The table has an entry for every number.
    void look_up(const std::uint8_t* table, std::int64_t first, Row from, std::uint8_t* answers) const;
    /// The smallest and the greatest number; {0, 0} when there is none.
    [[nodiscard]] std::pair<std::int64_t, std::int64_t> span() const;
    /// Calls `visit` with every value from `from` on, in order.
    void visit(Row from, const std::function<void(Row, std::int64_t)>& visit) const;
    /// Writes at - base + 1 for every row, 0 for nothing: keys that sort as the numbers do.
    void write_keys(std::int64_t base, std::uint64_t* keys) const;
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Block {
        std::int64_t low = 0; ///< smallest number
        std::int64_t high = 0;
        bool any = false;  ///< has a number at all
        bool gaps = false; ///< has nothing somewhere
        std::uint8_t width = 8;
        std::unique_ptr<std::uint8_t[]> packed; ///< number - low + 1; 0: nothing
    };
    template <class Visit>
    static void unpack(const Block& block, std::uint32_t from, std::uint32_t to, Visit visit);
    [[nodiscard]] static Block packed(const std::vector<std::int64_t>& values);
    [[nodiscard]] static Block bounds(const std::vector<std::int64_t>& values);
    template <class Visit>
    void blocks(Row from, Visit visit) const;

    std::uint32_t block_rows_;
    unsigned shift_;
    std::deque<Block> full_;
    std::vector<std::int64_t> open_; ///< the newest block
    Row size_ = 0;
};

} // namespace models::ledger
