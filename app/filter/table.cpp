// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filter/table.h"

#include <optional>

namespace filter {

namespace {

std::optional<std::int64_t> number_of(const cel::Value& value) {
    switch (value.kind()) {
    case cel::Kind::integer: return value.integer();
    case cel::Kind::boolean: return value.is_true() ? 1 : 0;
    case cel::Kind::timestamp: // years 1 to 9999 fit into microseconds
        return value.timestamp().seconds * 1'000'000 + value.timestamp().nanoseconds / 1'000;
    case cel::Kind::duration: return std::chrono::floor<std::chrono::microseconds>(value.duration()).count();
    case cel::Kind::absent:
    case cel::Kind::error:
    case cel::Kind::dyn:
    case cel::Kind::null:
    case cel::Kind::unsigned_integer:
    case cel::Kind::real:
    case cel::Kind::string:
    case cel::Kind::bytes:
    case cel::Kind::money:
    case cel::Kind::list:
    case cel::Kind::map:
    case cel::Kind::record:
    case cel::Kind::type: return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

void Table::numbers(std::size_t column, const Range& range, std::size_t from, std::span<Answer> into) const {
    for (std::size_t i = 0; i < into.size(); ++i) {
        const auto number = number_of(value(from + i, column));
        into[i] = number ? static_cast<Answer>(range.has(*number)) : no_value;
    }
}

void Table::amounts(std::size_t column, domain::Currency currency, const Range& range, std::size_t from,
                    std::span<Answer> into) const {
    for (std::size_t i = 0; i < into.size(); ++i) {
        const cel::Value cell = value(from + i, column);
        if (!cell.is(cel::Kind::money)) {
            into[i] = cell.is_error() ? answer_of(cell) : no_value;
        } else if (cell.money().currency != currency) {
            into[i] = not_comparable;
        } else {
            into[i] = static_cast<Answer>(range.has(cell.money().minor));
        }
    }
}

void Table::texts(std::size_t column, const std::function<Answer(std::string_view)>& says, std::size_t from,
                  std::span<Answer> into) const {
    for (std::size_t i = 0; i < into.size(); ++i) {
        const cel::Value cell = value(from + i, column);
        into[i] = cell.is(cel::Kind::string) ? says(cell.text()) : no_value;
    }
}

void Table::ranks(std::size_t column, const std::function<Answer(std::int64_t)>& says, std::size_t from,
                  std::span<Answer> into) const {
    for (std::size_t i = 0; i < into.size(); ++i) {
        const auto number = number_of(value(from + i, column));
        into[i] = number ? says(*number) : no_value;
    }
}

} // namespace filter
