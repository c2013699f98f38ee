// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ledger/numbers.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace models::ledger {

/// A column of texts that repeat (agents, suppliers, currencies): each different word is kept once, for as long as a
/// row holds it, and a row costs one to four bytes. Bytes are kept as they came; they are as untrusted as ever.
class Words {
public:
    explicit Words(std::uint32_t block_rows);

    void append(std::string_view word);
    [[nodiscard]] std::string_view at(Row row) const { return words_[code(row)].text; }
    [[nodiscard]] Row size() const { return codes_.size(); }
    void drop_block();

    /// Clears keep[row - from] where the word is none of those that `passes` accepts. It is asked once per word.
    void keep(const std::function<bool(std::string_view)>& passes, Row from, std::vector<std::uint8_t>& keep) const;
    /// Writes what `says` says of each row's word; it is asked once per word.
    void answer(const std::function<std::uint8_t(std::string_view)>& says, Row from, std::uint8_t* answers) const;
    /// Place of the row's word among all words, in the order of before().
    [[nodiscard]] std::uint32_t rank(Row row) const { return ranks()[code(row)]; }
    void write_keys(std::uint64_t* keys) const;
    [[nodiscard]] std::size_t different() const { return codes_of_.size(); }
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Word {
        std::string text;
        std::uint32_t blocks = 0;          ///< how many blocks hold it
        std::uint64_t newest = UINT64_MAX; ///< number of the newest block that holds it
    };
    [[nodiscard]] std::size_t code(Row row) const { return static_cast<std::size_t>(codes_.at(row)); }
    [[nodiscard]] std::size_t intern(std::string_view word);
    [[nodiscard]] const std::vector<std::uint32_t>& ranks() const;

    std::uint32_t block_rows_;
    Numbers codes_;
    std::deque<Word> words_; ///< a deque: the map's keys are views into it
    std::unordered_map<std::string_view, std::size_t> codes_of_;
    std::vector<std::size_t> free_;
    std::deque<std::vector<std::uint32_t>> held_; ///< per block, the words in it
    std::uint64_t block_ = 0;                     ///< number of the open block
    std::uint32_t in_block_ = 0;
    mutable std::vector<std::uint32_t> ranks_; ///< empty: to be made
};

/// The order of texts: ASCII letters without regard to case, everything else by bytes; equal ones by all their bytes.
[[nodiscard]] bool before(std::string_view left, std::string_view right);
/// Whether `text` contains `part`; ASCII letters without regard to case.
[[nodiscard]] bool contains(std::string_view text, std::string_view part);

} // namespace models::ledger
