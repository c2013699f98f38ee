// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/json/view.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace json {

/// An array or object that is being read.
struct OpenContainer {
    std::uint64_t names_seen = 0; ///< one bit for each name's hash
    std::uint32_t node = 0;
    std::uint32_t count = 0; ///< children begun
    std::uint32_t child = 0; ///< the one being read; 0: none
    bool is_object = false;
};

/// The second pass: checks the grammar and every strict rule, and lays the document out as a Tape. Works inside of one
/// buffer: the text, and behind it room for as many bytes of unescaped strings. Keeps its memory from text to text.
class TapeBuilder {
public:
    struct Input {
        char* buffer = nullptr;                ///< text, then zeros (Scanner::padding), then room
        std::uint32_t length = 0;              ///< of the text
        std::uint32_t room_begin = 0;          ///< where unescaped strings may go
        std::span<const std::uint32_t> tokens; ///< as Scanner gives them, with `length` behind the end
    };

    /// Fills the tape. Faults: malformed, too_large (depth).
    [[nodiscard]] base::Done build(const Input& input, std::size_t depth_limit, Tape& tape);

private:
    std::vector<OpenContainer> open_;
    std::vector<std::uint32_t> sorted_;
};

/// Appends one reference token of RFC 6901 ("/a~1b") to a pointer.
void append_pointer_token(std::string& pointer, std::string_view name);

} // namespace json
