// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace base {

/// Any bytes. Text and octets meet here: as_bytes(text) and as_text(bytes) change the view, never the content.
using Bytes = std::span<const std::uint8_t>;

[[nodiscard]] inline Bytes as_bytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

[[nodiscard]] inline std::string_view as_text(Bytes bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Lower-case hexadecimal digits, two for each byte.
[[nodiscard]] std::string to_hex(Bytes bytes);
[[nodiscard]] inline std::string to_hex(std::string_view bytes) {
    return to_hex(as_bytes(bytes));
}

/// Reads hexadecimal of either case. Faults: malformed (odd length, another character).
[[nodiscard]] Result<std::string> from_hex(std::string_view text);

/// Base64 of RFC 4648, section 4, padded and in one line: the one form of bytes in the protocol.
[[nodiscard]] std::string to_base64(Bytes bytes);
[[nodiscard]] inline std::string to_base64(std::string_view bytes) {
    return to_base64(as_bytes(bytes));
}

/// Appends the same to `out`, without another allocation where it has room.
void append_base64(std::string& out, Bytes bytes);

/// Reads exactly what to_base64 writes: no white space, no missing padding, no set bits behind the end (RFC 4648,
/// section 3.5), so that equal bytes have one text. Faults: malformed, with the offset in `where`.
[[nodiscard]] Result<std::string> from_base64(std::string_view text);

/// Reads base64 of exactly as many bytes as `bytes` has, into it. Faults: malformed (also for another length).
[[nodiscard]] Done read_base64(std::string_view text, std::span<std::uint8_t> bytes);

/// Reads base64 into a value of fixed size (digest, key, signature). Faults: malformed (also for another length).
template <std::size_t Size>
[[nodiscard]] Result<std::array<std::uint8_t, Size>> array_from_base64(std::string_view text) {
    std::array<std::uint8_t, Size> value;
    if (auto read = read_base64(text, value); !read) {
        return Fault(read.fault());
    }
    return value;
}

} // namespace base
