// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace policy {

/// A piece of a document's text, in bytes.
struct TextPlace {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const TextPlace&, const TextPlace&) = default;
};

/// Where the value that a JSON pointer (RFC 6901, without escapes) names stands in the text of a document. Nothing when
/// it is not there, or the text is no JSON up to it.
[[nodiscard]] std::optional<TextPlace> find_value(std::string_view text, std::string_view pointer);

/// Where a fault of read_document() or RuleBook::compile() points to: "/rules/3/when 1:14" is inside of that text.
/// Nothing when it names no place.
[[nodiscard]] std::optional<TextPlace> find_fault(std::string_view text, std::string_view where);

/// Sets a member of an object to a value (JSON text), in place or as the object's last member; everything else keeps
/// its bytes. An empty value takes the member away. Faults: not_found (no such object), malformed (no JSON).
[[nodiscard]] base::Result<std::string> set_member(std::string_view text, std::string_view object,
                                                   std::string_view member, std::string_view value);
/// Puts a value (JSON text) behind the last item of a list. Faults as above.
[[nodiscard]] base::Result<std::string> append_item(std::string_view text, std::string_view list,
                                                    std::string_view value);
/// Takes a value out of its list or object. Faults as above.
[[nodiscard]] base::Result<std::string> take_out(std::string_view text, std::string_view pointer);

} // namespace policy
