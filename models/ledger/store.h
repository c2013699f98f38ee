// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ledger/texts.h"
#include "models/ledger/words.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace models::ledger {

enum class Kind {
    number, ///< whole numbers: indexes, times in microseconds, minor units, enumerators
    word,   ///< texts that repeat
    text,   ///< texts that do not, or only near each other
};

/// Rows as columns, oldest first, of which the newest `window` are kept. Old rows go a block at a time.
class Store {
public:
    /// Keeps `window` rows at least, and at most one block (a sixteenth of the window, 64 to 32,768 rows) more.
    Store(std::vector<Kind> columns, Row window);

    /// Adds one row: one call per column, in the order of the columns, with the kind of the column.
    class Adding {
    public:
        Adding& number(std::int64_t value);
        Adding& text(std::string_view value); ///< for word and text
    private:
        friend class Store;
        explicit Adding(Store& store)
            : store_(store) {}
        Store& store_;
        std::size_t column_ = 0;
    };
    [[nodiscard]] Adding add();

    [[nodiscard]] Row size() const;
    [[nodiscard]] int columns() const { return static_cast<int>(columns_.size()); }
    [[nodiscard]] Kind kind(int column) const;
    [[nodiscard]] std::int64_t number(Row row, int column) const;
    [[nodiscard]] std::string_view text(Row row, int column) const;
    /// Of a number column: what became known later than its row.
    void set_number(Row row, int column, std::int64_t value);

    /// How many rows may go now: whole blocks beyond the window, 0 mostly.
    [[nodiscard]] Row surplus() const;
    /// Drops surplus() rows; every place moves down by that many.
    void drop();
    /// What the rows take, in bytes.
    [[nodiscard]] std::size_t bytes() const;

    // For Arrangement.
    void write_keys(int column, std::uint64_t* keys) const;
    void keep_between(int column, std::int64_t least, std::int64_t most, Row from,
                      std::vector<std::uint8_t>& keep) const;
    void keep(int column, const std::function<bool(std::string_view)>& passes, Row from,
              std::vector<std::uint8_t>& keep) const;
    void answer_between(int column, std::int64_t least, std::int64_t most, bool outside, Row from,
                        std::uint8_t* answers) const;
    /// Of a number column: what `says` says of each number, 2 for nothing. Asked once per number where those are few.
    void answer_numbers(int column, const std::function<std::uint8_t(std::int64_t)>& says, Row from,
                        std::uint8_t* answers) const;
    /// Of a word or text column.
    void answer_texts(int column, const std::function<std::uint8_t(std::string_view)>& says, Row from,
                      std::uint8_t* answers) const;
    /// -1, 0, 1
    [[nodiscard]] int compare(int column, Row left, Row right) const;

private:
    using Column = std::variant<Numbers, Words, Texts>;
    Row window_;
    std::uint32_t block_rows_;
    std::deque<Column> columns_; ///< a deque: a column cannot be copied
};

} // namespace models::ledger
