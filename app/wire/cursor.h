// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/currency.h"
#include "app/wire/mark.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Inner header of this room: a place in JSON text that is hoped to be plain.
namespace wire {

/// Walks over text byte by byte and knows only plain JSON: no escapes; white space may stand before every token, and
/// costs nothing where there is none. Every function says false
/// when it meets anything else, and then nobody relies on where the cursor stands: the text is read by json::Reader,
/// which knows all of JSON and tells what is wrong.
class Cursor {
public:
    Cursor(std::string_view text, domain::Currency last_currency)
        : at_(text.data())
        , end_(text.data() + text.size())
        , last_currency_(last_currency) {}

    /// The currency that was read before.
    [[nodiscard]] domain::Currency last_currency() const { return last_currency_; }
    void keep(domain::Currency currency) { last_currency_ = currency; }

    /// Nothing but white space follows.
    [[nodiscard]] bool at_end() {
        skip_space();
        return at_ == end_;
    }
    /// Whether a string had bytes beyond ASCII: then somebody has to ask whether they are UTF-8.
    [[nodiscard]] bool beyond_ascii() const { return beyond_ascii_; }

    [[nodiscard]] bool take(char c) {
        if (at_ == end_ || *at_ != c) {
            return is_at_space() && take_behind_space(c);
        }
        ++at_;
        return true;
    }

    /// The name of a member and its colon, or the cursor stays where it is (but for white space).
    [[nodiscard]] bool take_name(std::string_view name) {
        if (at_ != end_ && *at_ != '"') [[unlikely]] {
            skip_space();
        }
        const std::size_t length = name.size() + 3;
        if (static_cast<std::size_t>(end_ - at_) < length || at_[0] != '"' || at_[length - 2] != '"' ||
            !same_bytes({at_ + 1, name.size()}, name)) {
            return false;
        }
        if (at_[length - 1] != ':') [[unlikely]] {
            return take_colon(length - 1);
        }
        at_ += length;
        return true;
    }

    /// A string without escapes and control characters.
    [[nodiscard]] bool take_string(std::string_view& into) {
        if (!take('"')) {
            return false;
        }
        const char* begin = at_;
        skip_plain_words();
        while (at_ != end_ && *at_ != '"') {
            const auto byte = static_cast<std::uint8_t>(*at_);
            if (byte < 0x20 || byte == '\\') {
                return false;
            }
            beyond_ascii_ |= byte >= 0x80;
            ++at_;
        }
        into = {begin, static_cast<std::size_t>(at_ - begin)};
        return take('"');
    }

    /// A whole number of at most nine digits in its one spelling.
    [[nodiscard]] bool take_int32(std::int32_t& into) {
        const bool negative = take('-');
        const char* begin = at_;
        std::int32_t value = 0;
        while (at_ != end_ && *at_ >= '0' && *at_ <= '9' && at_ - begin < 9) {
            value = value * 10 + (*at_++ - '0');
        }
        const auto digits = at_ - begin;
        if (digits == 0 || (*begin == '0' && (digits > 1 || negative))) {
            return false;
        }
        into = negative ? -value : value;
        return true; // what follows a number is looked at by whoever takes the comma or the bracket behind it
    }

    [[nodiscard]] bool take_word(std::string_view word) {
        skip_space();
        if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(word)) {
            return false;
        }
        at_ += word.size();
        return true;
    }

private:
    [[nodiscard]] bool is_at_space() const {
        return at_ != end_ && static_cast<std::uint8_t>(*at_) <= 0x20 &&
               (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t');
    }
    void skip_space() {
        while (is_at_space()) {
            ++at_;
        }
    }
    [[gnu::noinline]] bool take_behind_space(char c) {
        skip_space();
        return at_ != end_ && *at_ == c && (++at_, true);
    }
    /// A colon with white space in front of it, behind a name of so many bytes.
    [[gnu::noinline]] bool take_colon(std::size_t length) {
        const char* const before = at_;
        at_ += length;
        const bool found = take_behind_space(':');
        at_ = found ? at_ : before;
        return found;
    }

    /// Eight bytes at a time as long as none of them ends the string ("Hacker's Delight", section 6-1: zero bytes).
    void skip_plain_words() {
        constexpr std::uint64_t ones = 0x0101010101010101U;
        constexpr std::uint64_t highs = 0x8080808080808080U;
        if constexpr (std::endian::native == std::endian::little) {
            while (end_ - at_ >= 8) {
                std::uint64_t word = 0;
                std::memcpy(&word, at_, sizeof word);
                const std::uint64_t quotes = word ^ ones * '"';
                const std::uint64_t slashes = word ^ ones * '\\';
                const std::uint64_t found =
                    (((quotes - ones) & ~quotes) | ((slashes - ones) & ~slashes) | ((word - ones * 0x20) & ~word)) &
                    highs;
                if (found != 0) {
                    const int plain = std::countr_zero(found) / 8;
                    beyond_ascii_ |= (word & highs & ((std::uint64_t{1} << plain * 8) - 1)) != 0;
                    at_ += plain;
                    return;
                }
                beyond_ascii_ |= (word & highs) != 0;
                at_ += 8;
            }
        }
    }

    const char* at_;
    const char* end_;
    domain::Currency last_currency_;
    bool beyond_ascii_ = false;
};

} // namespace wire
