// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/literal.h"

#include "app/cel/utf8.h"

#include <charconv>
#include <cmath>

namespace cel {

namespace {

/// The code point or byte that an escape of digits stands for.
std::optional<char32_t> digits_at(std::string_view text, std::size_t at, std::size_t count, int base) {
    if (at + count > text.size()) {
        return std::nullopt;
    }
    std::uint32_t value = 0;
    const char* const first = text.data() + at;
    const auto read = std::from_chars(first, first + count, value, base);
    return read.ec == std::errc() && read.ptr == first + count ? std::optional<char32_t>(value) : std::nullopt;
}

/// Unescapes the inside of a text literal.
class Unescaper {
public:
    Unescaper(std::string_view text, bool octets)
        : text_(text)
        , octets_(octets) {}

    /// False with the offset of the bad escape in `at`.
    bool run(std::string& out, std::size_t& at) {
        for (at_ = 0; at_ < text_.size();) {
            at = at_;
            if (text_[at_] != '\\') {
                out.push_back(text_[at_++]);
            } else if (!escape(out)) {
                return false;
            }
        }
        return true;
    }

private:
    bool escape(std::string& out) {
        if (at_ + 1 >= text_.size()) {
            return false;
        }
        static constexpr std::string_view names = "abfnrtv\\?\"'`";
        static constexpr std::string_view meanings = "\a\b\f\n\r\t\v\\?\"'`";
        const char c = text_[at_ + 1];
        if (const std::size_t index = names.find(c); index != std::string_view::npos) {
            out.push_back(meanings[index]);
            at_ += 2;
            return true;
        }
        std::optional<char32_t> point;
        std::size_t length = 0;
        bool is_byte = octets_;
        if (c == 'x' || c == 'X') {
            point = digits_at(text_, at_ + 2, 2, 16);
            length = 4;
        } else if (c == 'u' && !octets_) {
            point = digits_at(text_, at_ + 2, 4, 16);
            length = 6;
        } else if (c == 'U' && !octets_) {
            point = digits_at(text_, at_ + 2, 8, 16);
            length = 10;
        } else if (c >= '0' && c <= '3') {
            point = digits_at(text_, at_ + 1, 3, 8);
            length = 4;
        }
        at_ += length;
        if (!point) {
            return false;
        }
        if (is_byte) {
            out.push_back(static_cast<char>(static_cast<unsigned char>(*point)));
            return true;
        }
        return append_utf8(out, *point);
    }

    std::string_view text_;
    bool octets_;
    std::size_t at_ = 0;
};

Problem bad(ProblemCode code, Place place, std::string_view given) {
    return {code, place, {}, std::string(given.substr(0, 40)), true, {}};
}

Value read_text(std::string_view source, const Token& token, Arena& arena, std::optional<Problem>& problem) {
    const std::string_view whole = text_of(source, token.place);
    const std::size_t prefix = whole.find_first_of("\"'");
    const bool raw = whole.substr(0, prefix).find_first_of("rR") != std::string_view::npos;
    const bool octets = token.kind == TokenKind::bytes;
    const std::string three(3, whole[prefix]);
    const std::size_t quotes = whole.size() >= prefix + 6 && whole.substr(prefix, 3) == three ? 3 : 1;
    const std::string_view inside = whole.substr(prefix + quotes, whole.size() - prefix - 2 * quotes);
    std::string text;
    std::size_t at = 0;
    if (raw) {
        text = inside;
    } else if (!Unescaper(inside, octets).run(text, at)) {
        const auto begin = static_cast<std::uint32_t>(token.place.begin + prefix + quotes + at);
        problem = bad(ProblemCode::bad_escape, {begin, std::min(begin + 2, token.place.end)}, inside.substr(at, 10));
        return {};
    }
    if (!octets && !is_utf8(text)) {
        problem = bad(ProblemCode::bad_escape, token.place, "text that is not UTF-8");
        return {};
    }
    return octets ? arena.octets(text) : arena.string(text);
}

/// Reads the digits of a whole number; false beyond 64 bits.
bool read_magnitude(std::string_view text, std::uint64_t& magnitude) {
    const bool hex = text.starts_with("0x") || text.starts_with("0X");
    text.remove_prefix(hex ? 2 : 0);
    const auto read = std::from_chars(text.data(), text.data() + text.size(), magnitude, hex ? 16 : 10);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

Value read_integer(std::string_view text, bool negative) {
    std::uint64_t magnitude = 0;
    constexpr std::uint64_t bound = std::uint64_t{1} << 63U;
    if (!read_magnitude(text, magnitude) || magnitude > (negative ? bound : bound - 1)) {
        return {};
    }
    return Value::integer(static_cast<std::int64_t>(negative ? ~magnitude + 1 : magnitude));
}

Value read_unsigned(std::string_view text) {
    std::uint64_t magnitude = 0;
    text.remove_suffix(1);
    return read_magnitude(text, magnitude) ? Value::unsigned_integer(magnitude) : Value();
}

Value read_real(std::string_view text, bool negative) {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !std::isfinite(value)) {
        return {};
    }
    return Value::real(negative ? -value : value);
}

} // namespace

Value read_literal(std::string_view source, const Token& token, bool negative, Arena& arena,
                   std::optional<Problem>& problem) {
    if (token.kind == TokenKind::string || token.kind == TokenKind::bytes) {
        return read_text(source, token, arena, problem);
    }
    const std::string_view text = text_of(source, token.place);
    const Value value = token.kind == TokenKind::integer ? read_integer(text, negative)
                        : token.kind == TokenKind::real  ? read_real(text, negative)
                                                         : read_unsigned(text);
    if (value.is(Kind::absent)) {
        problem = bad(ProblemCode::bad_number, token.place, text);
    }
    return value;
}

} // namespace cel
