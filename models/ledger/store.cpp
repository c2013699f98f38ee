// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/store.h"

#include <algorithm>
#include <bit>

namespace models::ledger {

namespace {

constexpr std::uint32_t least_block = 64;
constexpr std::uint32_t most_block = 32'768; ///< so that what counts up by one takes two bytes

std::uint32_t block_rows_for(Row window) {
    return std::clamp(std::bit_floor(std::max<std::uint32_t>(window / 16, 1)), least_block, most_block);
}

} // namespace

Store::Store(std::vector<Kind> columns, Row window)
    : window_(window)
    , block_rows_(block_rows_for(window)) {
    for (const Kind kind : columns) {
        switch (kind) {
        case Kind::number: columns_.emplace_back(std::in_place_type<Numbers>, block_rows_); break;
        case Kind::word: columns_.emplace_back(std::in_place_type<Words>, block_rows_); break;
        case Kind::text: columns_.emplace_back(std::in_place_type<Texts>, block_rows_); break;
        }
    }
}

Store::Adding Store::add() {
    return Adding(*this);
}

Store::Adding& Store::Adding::number(std::int64_t value) {
    std::get<Numbers>(store_.columns_[column_++]).append(value);
    return *this;
}

Store::Adding& Store::Adding::text(std::string_view value) {
    Column& column = store_.columns_[column_++];
    if (auto* words = std::get_if<Words>(&column)) {
        words->append(value);
    } else {
        std::get<Texts>(column).append(value);
    }
    return *this;
}

Row Store::size() const {
    // The last column: a row that is being added is not there yet.
    return columns_.empty() ? 0 : std::visit([](const auto& column) { return column.size(); }, columns_.back());
}

Kind Store::kind(int column) const {
    return static_cast<Kind>(columns_.at(static_cast<std::size_t>(column)).index());
}

std::int64_t Store::number(Row row, int column) const {
    return std::get<Numbers>(columns_.at(static_cast<std::size_t>(column))).at(row);
}

std::string_view Store::text(Row row, int column) const {
    const Column& held = columns_.at(static_cast<std::size_t>(column));
    const auto* words = std::get_if<Words>(&held);
    return words != nullptr ? words->at(row) : std::get<Texts>(held).at(row);
}

void Store::set_number(Row row, int column, std::int64_t value) {
    std::get<Numbers>(columns_.at(static_cast<std::size_t>(column))).set(row, value);
}

Row Store::surplus() const {
    const Row rows = size();
    return rows <= window_ ? 0 : (rows - window_) / block_rows_ * block_rows_;
}

void Store::drop() {
    for (Row blocks = surplus() / block_rows_; blocks > 0; --blocks) {
        for (Column& column : columns_) {
            std::visit([](auto& held) { held.drop_block(); }, column);
        }
    }
}

std::size_t Store::bytes() const {
    std::size_t sum = 0;
    for (const Column& column : columns_) {
        sum += std::visit([](const auto& held) { return held.bytes(); }, column);
    }
    return sum;
}

void Store::write_keys(int column, std::uint64_t* keys) const {
    const Column& held = columns_.at(static_cast<std::size_t>(column));
    if (const auto* numbers = std::get_if<Numbers>(&held)) {
        numbers->write_keys(numbers->span().first, keys);
    } else {
        std::get<Words>(held).write_keys(keys);
    }
}

void Store::keep_between(int column, std::int64_t least, std::int64_t most, Row from,
                         std::vector<std::uint8_t>& keep) const {
    std::get<Numbers>(columns_.at(static_cast<std::size_t>(column))).keep_between(least, most, from, keep);
}

void Store::keep(int column, const std::function<bool(std::string_view)>& passes, Row from,
                 std::vector<std::uint8_t>& keep) const {
    const Column& held = columns_.at(static_cast<std::size_t>(column));
    if (const auto* words = std::get_if<Words>(&held)) {
        words->keep(passes, from, keep);
    } else {
        std::get<Texts>(held).keep(passes, from, keep);
    }
}

void Store::answer_between(int column, std::int64_t least, std::int64_t most, bool outside, Row from,
                           std::uint8_t* answers) const {
    std::get<Numbers>(columns_.at(static_cast<std::size_t>(column)))
        .answer_between(least, most, outside, from, answers);
}

void Store::answer_numbers(int column, const std::function<std::uint8_t(std::int64_t)>& says, Row from,
                           std::uint8_t* answers) const {
    const auto& numbers = std::get<Numbers>(columns_.at(static_cast<std::size_t>(column)));
    const auto [low, high] = numbers.span();
    constexpr std::uint64_t few = 4'096;
    const std::uint64_t width = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    if (width >= few) {
        for (Row row = from; row < numbers.size(); ++row) {
            const std::int64_t value = numbers.at(row);
            answers[row - from] = value == nothing ? std::uint8_t{2} : says(value);
        }
        return;
    }
    std::vector<std::uint8_t> said(width + 1);
    for (std::uint64_t i = 0; i <= width; ++i) {
        said[i] = says(low + static_cast<std::int64_t>(i));
    }
    numbers.look_up(said.data(), low, from, answers);
}

void Store::answer_texts(int column, const std::function<std::uint8_t(std::string_view)>& says, Row from,
                         std::uint8_t* answers) const {
    const Column& held = columns_.at(static_cast<std::size_t>(column));
    if (const auto* words = std::get_if<Words>(&held)) {
        words->answer(says, from, answers);
    } else {
        std::get<Texts>(held).answer(says, from, answers);
    }
}

int Store::compare(int column, Row left, Row right) const {
    const Column& held = columns_.at(static_cast<std::size_t>(column));
    const auto three_way = [](auto a, auto b) { return a < b ? -1 : (b < a ? 1 : 0); };
    if (const auto* numbers = std::get_if<Numbers>(&held)) {
        return three_way(numbers->at(left), numbers->at(right));
    }
    if (const auto* words = std::get_if<Words>(&held)) {
        return three_way(words->rank(left), words->rank(right));
    }
    const std::string_view one = std::get<Texts>(held).at(left);
    const std::string_view other = std::get<Texts>(held).at(right);
    return before(one, other) ? -1 : (before(other, one) ? 1 : 0);
}

} // namespace models::ledger
