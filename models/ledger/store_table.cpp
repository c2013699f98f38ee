// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/store_table.h"

#include <algorithm>
#include <chrono>

namespace models::ledger {

namespace {

using cel::Value;
using filter::Answer;
using filter::What;

static_assert(filter::no == 0 && filter::yes == 1 && filter::no_value == 2, "as Store writes them");

Row row_of(std::size_t row) {
    return static_cast<Row>(row);
}

const filter::Choice* choice_of(const filter::Column& column, std::int64_t number) {
    const auto found = std::find_if(column.choices.begin(), column.choices.end(),
                                    [number](const filter::Choice& one) { return one.number == number; });
    return found == column.choices.end() ? nullptr : &*found;
}

Value number_as(const filter::Column& column, std::int64_t number) {
    switch (column.what) {
    case What::number:
    case What::rank: return Value::integer(number);
    case What::flag: return Value::boolean(number != 0);
    case What::time: return Value::timestamp(base::Instant(base::Microseconds(number)));
    case What::span: return Value::duration(base::Microseconds(number));
    case What::choice: {
        const filter::Choice* choice = choice_of(column, number);
        return choice == nullptr ? Value() : Value::string(choice->word);
    }
    case What::text:
    case What::money: return {};
    }
    return {};
}

} // namespace

/// Only "from a row to the end" is asked of packed columns; a single row goes the slow way.
bool StoreTable::is_whole(std::size_t from, std::span<Answer> into) const {
    return from + into.size() == store_.size();
}

Value StoreTable::value(std::size_t row, std::size_t column) const {
    const filter::Column& meant = language_.columns()[column];
    const Place& place = places_[column];
    if (meant.what == What::text) {
        return Value::string(store_.text(row_of(row), place.column));
    }
    const std::int64_t number = store_.number(row_of(row), place.column);
    if (number == nothing) {
        return {};
    }
    if (meant.what == What::money) {
        const auto currency = domain::Currency::from_code(store_.text(row_of(row), place.currency));
        return Value::money({number, currency ? currency.value() : domain::Currency()});
    }
    return number_as(meant, number);
}

void StoreTable::numbers(std::size_t column, const filter::Range& range, std::size_t from,
                         std::span<Answer> into) const {
    if (!is_whole(from, into)) {
        filter::Table::numbers(column, range, from, into);
        return;
    }
    store_.answer_between(places_[column].column, range.least, range.most, range.outside, row_of(from), into.data());
}

void StoreTable::amounts(std::size_t column, domain::Currency currency, const filter::Range& range, std::size_t from,
                         std::span<Answer> into) const {
    if (!is_whole(from, into)) {
        filter::Table::amounts(column, currency, range, from, into);
        return;
    }
    const Place& place = places_[column];
    store_.answer_between(place.column, range.least, range.most, range.outside, row_of(from), into.data());
    // Bits that another currency sets: with them a known amount is no longer yes or no.
    std::vector<Answer> other(into.size());
    store_.answer_texts(
        place.currency,
        [&](std::string_view code) { return code == currency.code() ? filter::no : filter::not_comparable; },
        row_of(from), other.data());
    for (std::size_t i = 0; i < into.size(); ++i) {
        into[i] = into[i] == filter::no_value || other[i] == filter::no ? into[i] : other[i];
    }
}

void StoreTable::texts(std::size_t column, const std::function<Answer(std::string_view)>& says, std::size_t from,
                       std::span<Answer> into) const {
    if (!is_whole(from, into)) {
        filter::Table::texts(column, says, from, into);
        return;
    }
    const filter::Column& meant = language_.columns()[column];
    if (meant.what != What::choice) {
        store_.answer_texts(places_[column].column, says, row_of(from), into.data());
        return;
    }
    store_.answer_numbers(
        places_[column].column,
        [&](std::int64_t number) {
            const filter::Choice* choice = choice_of(meant, number);
            return choice == nullptr ? filter::no_value : says(choice->word);
        },
        row_of(from), into.data());
}

void StoreTable::ranks(std::size_t column, const std::function<Answer(std::int64_t)>& says, std::size_t from,
                       std::span<Answer> into) const {
    if (!is_whole(from, into)) {
        filter::Table::ranks(column, says, from, into);
        return;
    }
    store_.answer_numbers(places_[column].column, says, row_of(from), into.data());
}

Condition Columns::condition(std::shared_ptr<const filter::Expression> expression, filter::Shown shown) const {
    return Whole{[columns = *this, expression = std::move(expression), shown](const Store& store, Row from,
                                                                              std::vector<std::uint8_t>& keep) {
        const std::vector<Answer> answers = expression->ask(StoreTable(store, *columns.language, columns.places), from);
        if (shown == filter::Shown::passing) {
            for (std::size_t i = 0; i < keep.size(); ++i) {
                keep[i] = static_cast<std::uint8_t>(keep[i] & unsigned(answers[i] == filter::yes));
            }
            return;
        }
        for (std::size_t i = 0; i < keep.size(); ++i) {
            keep[i] = static_cast<std::uint8_t>(keep[i] & unsigned(filter::is_shown(answers[i], shown)));
        }
    }};
}

filter::Counts Columns::count(const Store& store, const filter::Expression& expression) const {
    return filter::counted(expression.ask(StoreTable(store, *language, places)));
}

} // namespace models::ledger
