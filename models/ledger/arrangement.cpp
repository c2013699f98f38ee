// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/arrangement.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace models::ledger {

namespace {

constexpr unsigned digit_bits = 11;
constexpr std::size_t digits = std::size_t{1} << digit_bits;

/// Least significant digit first, stable; digits that are the same everywhere are skipped.
void radix_sort(std::vector<Row>& rows, const std::vector<std::uint64_t>& keys) {
    std::uint64_t ones = 0;
    std::uint64_t zeros = ~std::uint64_t{0};
    for (const Row row : rows) {
        ones |= keys[row];
        zeros &= keys[row];
    }
    const std::uint64_t differs = ones ^ zeros;
    std::vector<Row> other(rows.size());
    for (unsigned shift = 0; shift < 64; shift += digit_bits) {
        if (((differs >> shift) & (digits - 1)) == 0) {
            continue;
        }
        std::array<Row, digits> place{};
        for (const Row row : rows) {
            ++place[(keys[row] >> shift) & (digits - 1)];
        }
        std::exclusive_scan(place.begin(), place.end(), place.begin(), Row{0});
        for (const Row row : rows) {
            other[place[(keys[row] >> shift) & (digits - 1)]++] = row;
        }
        rows.swap(other);
    }
}

/// The rows whose flag is 1, without a branch for each.
std::vector<Row> flagged(const std::vector<std::uint8_t>& flags, Row from, std::size_t count) {
    std::vector<Row> rows(count);
    std::size_t at = 0;
    for (std::size_t i = 0; i < flags.size() && at < count; ++i) {
        rows[at] = from + static_cast<Row>(i);
        at += flags[i];
    }
    return rows;
}

/// Below this, comparing is cheaper than making a key of every row.
constexpr std::size_t few = 4'096;

} // namespace

bool Arrangement::less(Row left, Row right) const {
    for (const Sort& key : keys_) {
        const int result = store_.compare(key.column, left, right);
        if (result != 0) {
            return key.descending ? result > 0 : result < 0;
        }
    }
    return left < right;
}

void Arrangement::sort(std::vector<Row>& rows) const {
    if (keys_.empty()) {
        return; // they come in the order of the store
    }
    const bool texts = std::any_of(keys_.begin(), keys_.end(),
                                   [this](const Sort& key) { return store_.kind(key.column) == Kind::text; });
    if (texts || rows.size() < few) {
        std::sort(rows.begin(), rows.end(), [this](Row left, Row right) { return less(left, right); });
    } else {
        sort_by_keys(rows);
    }
}

void Arrangement::sort_by_keys(std::vector<Row>& rows) const {
    std::vector<std::uint64_t> keys(store_.size());
    for (auto key = keys_.rbegin(); key != keys_.rend(); ++key) {
        store_.write_keys(key->column, keys.data());
        if (key->descending) {
            for (std::uint64_t& value : keys) {
                value = ~value;
            }
        }
        radix_sort(rows, keys);
    }
}

std::vector<Row> Arrangement::passing(Row from) const {
    const Row count = store_.size() - from;
    std::vector<std::uint8_t> keep(count, 1);
    const auto narrow = [&](const auto& condition) {
        using Which = std::decay_t<decltype(condition)>;
        if constexpr (std::is_same_v<Which, Between>) {
            store_.keep_between(condition.column, condition.least, condition.most, from, keep);
        } else if constexpr (std::is_same_v<Which, OneOf>) {
            store_.keep(
                condition.column,
                [&](std::string_view text) {
                    return std::find(condition.texts.begin(), condition.texts.end(), text) != condition.texts.end();
                },
                from, keep);
        } else if constexpr (std::is_same_v<Which, Contains>) {
            store_.keep(
                condition.column, [&](std::string_view text) { return contains(text, condition.part); }, from, keep);
        } else if constexpr (std::is_same_v<Which, Whole>) {
            condition.narrow(store_, from, keep);
        } else {
            for (Row row = 0; row < count; ++row) {
                keep[row] = keep[row] != 0 && condition.row(store_, from + row) ? 1 : 0;
            }
        }
    };
    for (const Condition& condition : filter_) {
        std::visit(narrow, condition);
    }
    std::vector<Row> rows =
        flagged(keep, from, static_cast<std::size_t>(std::accumulate(keep.begin(), keep.end(), std::uint64_t{0})));
    sort(rows);
    return rows;
}

void Arrangement::rebuild() {
    rows_ = passing(0);
}

void Arrangement::set_order(std::vector<Sort> keys) {
    keys_ = std::move(keys);
    std::vector<std::uint8_t> shown(store_.size(), 0);
    for (const Row row : rows_) {
        shown[row] = 1;
    }
    rows_ = flagged(shown, 0, rows_.size());
    sort(rows_);
}

void Arrangement::set_filter(Filter filter) {
    // Expressions are asked only about what the quick conditions leave.
    std::stable_partition(filter.begin(), filter.end(),
                          [](const Condition& one) { return !std::holds_alternative<Matches>(one); });
    filter_ = std::move(filter);
    rebuild();
}

std::optional<Row> Arrangement::position_of(Row row) const {
    const auto end = rows_.end() - static_cast<std::ptrdiff_t>(leaving_);
    const auto found =
        std::lower_bound(rows_.begin(), end, row, [this](Row left, Row right) { return less(left, right); });
    return found != end && *found == row ? std::optional(static_cast<Row>(found - rows_.begin())) : std::nullopt;
}

std::optional<Row> Arrangement::one_place(const std::vector<Row>& sorted) const {
    const auto by = [this](Row left, Row right) { return less(left, right); };
    const auto first = std::lower_bound(rows_.begin(), rows_.end(), sorted.front(), by);
    const bool fits = first == rows_.end() || less(sorted.back(), *first);
    return fits ? std::optional(static_cast<Row>(first - rows_.begin())) : std::nullopt;
}

void Arrangement::insert_at(Row position, const std::vector<Row>& sorted) {
    rows_.insert(rows_.begin() + position, sorted.begin(), sorted.end());
}

void Arrangement::merge(const std::vector<Row>& sorted) {
    const auto by = [this](Row left, Row right) { return less(left, right); };
    auto old_end = rows_.size();
    rows_.resize(old_end + sorted.size());
    auto into = rows_.end();
    // From the back: each new row finds its place by halving, what is behind it moves in one piece.
    for (auto fresh = sorted.rbegin(); fresh != sorted.rend(); ++fresh) {
        const auto old = rows_.begin() + static_cast<std::ptrdiff_t>(old_end);
        const auto place = std::lower_bound(rows_.begin(), old, *fresh, by);
        into = std::move_backward(place, old, into);
        *--into = *fresh;
        old_end = static_cast<std::size_t>(place - rows_.begin());
    }
}

Row Arrangement::push_back_oldest(Row count) {
    const auto stay = std::stable_partition(rows_.begin(), rows_.end(), [count](Row row) { return row >= count; });
    leaving_ = static_cast<Row>(rows_.end() - stay);
    return leaving_;
}

void Arrangement::cut(Row shown, Row dropped) {
    rows_.resize(rows_.size() - shown);
    leaving_ = 0;
    for (Row& row : rows_) {
        row -= dropped;
    }
}

} // namespace models::ledger
