// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/json/reader.h"
#include "app/json/view.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace json {

/// The second pass: checks the grammar and every strict rule, and lays the document out as a Tape. Works inside of one
/// buffer: the text, and behind it room for as many bytes of unescaped strings.
class TapeBuilder {
public:
    struct Input {
        char* buffer = nullptr;       ///< text, then room
        std::uint32_t length = 0;     ///< of the text
        std::uint32_t room_begin = 0; ///< where unescaped strings may go
        std::span<const std::uint32_t> tokens;
    };

    /// Fills the tape. Faults: malformed, too_large (depth).
    [[nodiscard]] base::Done build(const Input& input, std::size_t depth_limit, Tape& tape);

private:
    /// A container that is open, for the pointer of a fault.
    struct Frame {
        std::uint32_t node;
        std::uint32_t last_child; ///< the one being read; 0: none
    };
    struct Text {
        std::uint32_t begin = 0;
        std::uint32_t length = 0;
    };

    [[nodiscard]] bool value(std::uint32_t node);
    [[nodiscard]] bool object(std::uint32_t node);
    [[nodiscard]] bool array(std::uint32_t node);
    [[nodiscard]] bool open(std::uint32_t node, Kind kind);
    [[nodiscard]] bool close();
    [[nodiscard]] bool member(std::uint32_t parent, std::uint64_t& names_seen);
    [[nodiscard]] bool number(std::uint32_t node);
    [[nodiscard]] bool word(std::uint32_t node, std::string_view spelling, Kind kind, std::uint32_t payload);
    [[nodiscard]] bool string(Text& text);
    [[nodiscard]] bool unescape(std::uint32_t from, std::uint32_t first_escape, Text& text);
    [[nodiscard]] bool escape(std::uint32_t& from, std::uint32_t& to);
    [[nodiscard]] bool surrogates(std::uint32_t& from, char32_t& character);
    [[nodiscard]] bool blank(std::uint32_t from);
    [[nodiscard]] bool new_name(std::uint32_t parent, std::uint32_t child, std::uint64_t& names_seen);
    [[nodiscard]] bool all_names_differ(std::uint32_t parent);

    /// The first byte of the next token; NUL at the end of the text.
    [[nodiscard]] char peek() const { return next_ < tokens_.size() ? buffer_[tokens_[next_]] : '\0'; }
    [[nodiscard]] std::uint32_t offset() const { return next_ < tokens_.size() ? tokens_[next_] : length_; }
    /// Where the token behind the next one begins.
    [[nodiscard]] std::uint32_t token_end() const { return next_ + 1 < tokens_.size() ? tokens_[next_ + 1] : length_; }
    [[nodiscard]] std::uint32_t add_node();
    bool fail(std::uint32_t offset, std::string detail, base::FaultCode code = base::FaultCode::malformed);
    [[nodiscard]] std::string path() const;

    Tape* tape_ = nullptr;
    char* buffer_ = nullptr;
    std::uint32_t length_ = 0;
    std::uint32_t room_ = 0; ///< next free byte for unescaped strings
    std::span<const std::uint32_t> tokens_;
    std::size_t next_ = 0;
    std::uint32_t used_ = 0; ///< nodes in use
    std::size_t depth_limit_ = 0;
    std::vector<Frame> open_;
    std::vector<std::uint32_t> sorted_; ///< scratch for large objects
    base::Fault fault_;
};

/// Appends one reference token of RFC 6901 ("/a~1b") to a pointer.
void append_pointer_token(std::string& pointer, std::string_view name);

} // namespace json
