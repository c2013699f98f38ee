// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/encoding.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace json {

/// Writes JSON without white space straight into a string, the fast way. With members added in the order of their
/// names (see less_by_utf16; for ASCII names that is plain byte order) the output is the canonical form of RFC 8785;
/// that order is the caller's matter, commas and colons are the Writer's.
///
/// Text must be UTF-8. A byte that is not becomes U+FFFD, so that the output is JSON whatever happens; who takes text
/// from outside of a Reader (CSV, argv) asks is_utf8 first.
class Writer {
public:
    Writer() = default;
    /// Continues behind the content of `out`, e.g. behind the prefix line of signed bytes.
    explicit Writer(std::string out)
        : out_(std::move(out)) {}

    Writer& begin_object();
    Writer& end_object();
    Writer& begin_array();
    Writer& end_array();
    /// The name of the next value.
    Writer& key(std::string_view name);

    Writer& string(std::string_view text);
    Writer& int32(std::int32_t value);
    Writer& boolean(bool value);
    Writer& null();
    /// A finite double in the form of ECMAScript (RFC 8785, section 3.2.2.3); anything else is written as null.
    Writer& number(double value);
    /// 64-bit integers travel as decimal strings.
    Writer& decimal(std::int64_t value);
    Writer& decimal(std::uint64_t value);
    /// Bytes as a base64 string.
    Writer& base64(base::Bytes bytes);
    Writer& base64(std::string_view bytes) { return base64(base::as_bytes(bytes)); }
    /// A value that is canonical JSON already.
    Writer& raw(std::string_view json);

    /// The member of name and text in one call; `optional_member` leaves it out when the text is empty.
    Writer& member(std::string_view name, std::string_view text) { return key(name).string(text); }
    Writer& optional_member(std::string_view name, std::string_view text) {
        return text.empty() ? *this : member(name, text);
    }

    [[nodiscard]] const std::string& text() const { return out_; }
    /// Takes the text out and leaves the writer empty.
    [[nodiscard]] std::string take();
    /// Empties it and keeps the memory.
    void clear();

private:
    void separate();

    std::string out_;
    bool comma_ = false; ///< a value stands before the next one in the same container
};

/// The order of names in RFC 8785, section 3.2.3: by UTF-16 code units.
[[nodiscard]] bool less_by_utf16(std::string_view left, std::string_view right);

/// True when the bytes are UTF-8 (RFC 3629).
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// Appends the shortest number that reads back as `value` (ECMA-262, Number::toString). Must be finite.
void append_number(std::string& out, double value);
/// Appends a quoted JSON string with the escapes of RFC 8785, section 3.2.2.2, and no others.
void append_string(std::string& out, std::string_view text);

} // namespace json
