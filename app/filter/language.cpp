// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filter/language.h"

#include "app/filter/expression.h"

#include <algorithm>

namespace filter {

namespace {

constexpr char now_name[] = "now";

/// Code points that do not show, or turn the line around: they are written as what they are.
bool is_hidden(std::uint32_t point) {
    return point < 0x20 || (point >= 0x7F && point <= 0xA0) || point == 0xAD || (point >= 0x300 && point <= 0x36F) ||
           point == 0x61C || (point >= 0x180B && point <= 0x180F) || (point >= 0x2000 && point <= 0x200F) ||
           (point >= 0x2028 && point <= 0x202F) || (point >= 0x205F && point <= 0x206F) || point == 0x3000 ||
           (point >= 0xFE00 && point <= 0xFE0F) || point == 0xFEFF || (point >= 0xFFF0 && point <= 0xFFFB) ||
           point >= 0xE0000;
}

/// The next code point of valid UTF-8 and how many bytes it takes; a byte that is none is itself.
std::pair<std::uint32_t, std::size_t> next_point(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t size = first < 0x80 ? 1 : (first < 0xE0 ? 2 : (first < 0xF0 ? 3 : 4));
    if (size == 1 || size > text.size()) {
        return {first, 1};
    }
    std::uint32_t point = first & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        point = (point << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    return {point, size};
}

std::string escape(std::uint32_t point) {
    static constexpr char digits[] = "0123456789abcdef";
    const int width = point > 0xFFFF ? 8 : 4;
    std::string text = width == 8 ? "\\U" : "\\u";
    for (int i = width - 1; i >= 0; --i) {
        text += digits[(point >> (4U * static_cast<unsigned>(i))) & 0xFU];
    }
    return text;
}

} // namespace

Language::Language(std::vector<Column> columns)
    : columns_(std::move(columns)) {
    for (const Column& column : columns_) {
        environment_.declare(column.name, kind_of(column.what), column.shown);
    }
    now_ = environment_.declare(now_name, cel::Kind::timestamp);
    for (const Column& column : columns_) {
        if (column.what != What::rank) {
            continue;
        }
        for (const Choice& choice : column.choices) {
            rank_values_.emplace_back(environment_.declare(choice.word, cel::Kind::integer, choice.shown),
                                      choice.number);
        }
    }
}

std::optional<std::size_t> Language::find(std::string_view column) const {
    const auto found =
        std::find_if(columns_.begin(), columns_.end(), [column](const Column& one) { return one.name == column; });
    return found == columns_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns_.begin()));
}

std::vector<cel::Value> Language::constants(base::Instant now) const {
    std::vector<cel::Value> values(environment_.size());
    values[now_] = cel::Value::timestamp(now);
    for (const auto& [slot, number] : rank_values_) {
        values[slot] = cel::Value::integer(number);
    }
    return values;
}

Reading Language::read(std::string_view source, base::Instant now) const {
    cel::CompileOptions options;
    options.result = cel::Type(cel::Kind::boolean);
    options.most_bytes = 8'192;
    options.has_names = true;
    cel::Compilation made = cel::compile(source, environment_, options);
    Reading reading;
    reading.problems = std::move(made.problems);
    if (made.program) {
        Plan plan = Plan::make(*made.program, *this, constants(now));
        reading.expression = std::make_shared<const Expression>(std::move(*made.program), std::move(plan));
    }
    return reading;
}

std::string quoted(std::string_view text) {
    std::string literal = "\"";
    while (!text.empty()) {
        const auto [point, size] = next_point(text);
        if (point == '"' || point == '\\') {
            literal += '\\';
            literal += static_cast<char>(point);
        } else if (is_hidden(point)) {
            literal += escape(point);
        } else {
            literal += text.substr(0, size);
        }
        text.remove_prefix(size);
    }
    return literal + "\"";
}

} // namespace filter
