// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/number.h"
#include "app/json/strings.h"
#include "app/json/tape_builder.h"

#include <algorithm>

namespace json {

/// Everything in one loop and in registers is four times as fast as one call for each value.
#define REEVE_HOT [[gnu::always_inline]] inline

/// Up to so many members, names are compared as they come; a larger object is sorted once, at its end, so that no
/// document makes the check quadratic.
inline constexpr std::uint32_t compared_one_by_one = 32;

inline constexpr const char* twice = "the name stands twice in this object";

[[nodiscard]] inline bool all_blank(const char* begin, const char* end) {
    return std::all_of(begin, end, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
}

/// The second of two members of the same name in an object with many; 0: all differ. `end` is behind its last node,
/// `sorted` is scratch.
[[nodiscard]] std::uint32_t find_repeated(const Tape& tape, std::uint32_t object, std::uint32_t end,
                                          std::vector<std::uint32_t>& sorted);

/// One pass over the tokens. All state is local, so that the compiler keeps it in registers; a step that fails leaves
/// the reason and the offset behind and gives false.
class Pass {
public:
    Pass(const TapeBuilder::Input& input, Tape& tape, std::vector<OpenContainer>& open, std::size_t depth_limit)
        : buffer_(input.buffer)
        , token_(input.tokens.data())
        , nodes_(tape.nodes.data())
        , open_(open.data())
        , room_(input.room_begin)
        , depth_limit_(static_cast<std::uint32_t>(depth_limit)) {}

    REEVE_HOT bool run(const Tape& tape, std::vector<std::uint32_t>& sorted) {
        begin_node();
        while (true) {
            switch (peek()) {
            case '{':
                if (!open(Kind::object) || (peek() != '}' && !name())) {
                    return false;
                }
                if (open_[depth_ - 1].count > 0) {
                    continue;
                }
                break;
            case '[':
                if (!open(Kind::array)) {
                    return false;
                }
                if (peek() != ']') {
                    begin_element();
                    continue;
                }
                break;
            default:
                if (!scalar()) {
                    return false;
                }
            }
            const After after = finish_containers(tape, sorted);
            if (after != After::value) {
                return after == After::end;
            }
        }
    }

    [[nodiscard]] const char* why() const { return why_; }
    [[nodiscard]] std::uint32_t where() const { return where_; }
    [[nodiscard]] bool too_deep() const { return too_deep_; }
    [[nodiscard]] std::uint32_t depth() const { return depth_; }
    [[nodiscard]] const std::uint32_t* token() const { return token_; }

private:
    /// What comes behind a value.
    enum class After { value, end, fault };

    REEVE_HOT char peek() const { return buffer_[*token_]; }

    REEVE_HOT bool fail(const char* why, std::uint32_t where) {
        why_ = why;
        where_ = where;
        return false;
    }

    REEVE_HOT void begin_node(std::uint32_t key_begin = 0, std::uint32_t key_length = 0, std::uint32_t hash = 0,
                              bool in_object = false) {
        node_ = used_++;
        Tape::Node& node = nodes_[node_];
        node.key_begin = key_begin;
        node.key_length = key_length;
        node.key_hash = hash;
        node.in_object = in_object;
    }

    REEVE_HOT void begin_element() {
        OpenContainer& array = open_[depth_ - 1];
        ++array.count;
        begin_node();
        array.child = node_;
    }

    REEVE_HOT void set(Kind kind, std::uint32_t begin, std::uint32_t length) {
        Tape::Node& node = nodes_[node_];
        node.kind = kind;
        node.begin = begin;
        node.length = length;
        node.next = used_;
    }

    REEVE_HOT bool open(Kind kind) {
        if (depth_ >= depth_limit_) {
            too_deep_ = true;
            return fail("", *token_);
        }
        nodes_[node_].kind = kind;
        nodes_[node_].offset = *token_++;
        open_[depth_++] = {0, node_, 0, 0, kind == Kind::object};
        return true;
    }

    /// Reads a string and the white space behind it.
    REEVE_HOT bool string(std::uint32_t& begin, std::uint32_t& length) {
        const std::uint32_t from = *token_ + 1;
        std::uint32_t end = find_quote_or_backslash(buffer_, from);
        begin = from;
        length = end - from;
        if (buffer_[end] == '\\') {
            const Unescaped result = unescape(buffer_, from, end, room_);
            if (result.why != nullptr) {
                return fail(result.why, result.end);
            }
            begin = room_;
            length = result.length;
            end = result.end;
            room_ += length;
        }
        return ends_at(end + 1);
    }

    /// Steps over a token, behind which nothing but white space may stand.
    REEVE_HOT bool ends_at(std::uint32_t end) {
        const std::uint32_t next = token_[1];
        if (end != next && !all_blank(buffer_ + end, buffer_ + next)) {
            return fail("this does not belong to the value before it", end);
        }
        ++token_;
        return true;
    }

    /// The name of a member, its colon, and the node of its value.
    REEVE_HOT bool name() {
        if (peek() != '"') {
            return fail("the name of a member is missing", *token_);
        }
        const std::uint32_t offset = *token_;
        std::uint32_t begin = 0;
        std::uint32_t length = 0;
        if (!string(begin, length)) {
            return false;
        }
        const std::uint32_t hash = Tape::hash_of({buffer_ + begin, length});
        begin_node(begin, length, hash, true);
        OpenContainer& object = open_[depth_ - 1];
        object.child = node_;
        ++object.count;
        const std::uint64_t bit = std::uint64_t{1} << (hash >> 26U);
        if ((object.names_seen & bit) != 0 && stands_before(object)) {
            return fail(twice, offset);
        }
        object.names_seen |= bit;
        if (peek() != ':') {
            return fail("a colon is missing", *token_);
        }
        ++token_;
        return true;
    }

    /// Whether the name of this node stands in its object already; larger objects are checked at their end.
    REEVE_HOT bool stands_before(const OpenContainer& object) const {
        const Tape::Node& name = nodes_[node_];
        if (object.count > compared_one_by_one) {
            return false;
        }
        for (std::uint32_t other = object.node + 1; other < node_; other = nodes_[other].next) {
            const Tape::Node& before = nodes_[other];
            if (before.key_hash == name.key_hash && before.key_length == name.key_length &&
                std::memcmp(buffer_ + before.key_begin, buffer_ + name.key_begin, name.key_length) == 0) {
                return true;
            }
        }
        return false;
    }

    REEVE_HOT bool scalar() {
        const std::uint32_t at = *token_;
        nodes_[node_].offset = at;
        switch (buffer_[at]) {
        case '"': {
            std::uint32_t begin = 0;
            std::uint32_t length = 0;
            const bool good = string(begin, length);
            set(Kind::string, begin, length);
            return good;
        }
        case 't': return word("true", Kind::boolean, 1);
        case 'f': return word("false", Kind::boolean, 0);
        case 'n': return word("null", Kind::null, 0);
        default: return number();
        }
    }

    REEVE_HOT bool word(std::string_view spelling, Kind kind, std::uint32_t payload) {
        const std::uint32_t at = *token_;
        if (!std::string_view(buffer_ + at, token_[1] - at).starts_with(spelling)) {
            return fail("this is not a value", at);
        }
        set(kind, at, payload);
        return ends_at(at + static_cast<std::uint32_t>(spelling.size()));
    }

    REEVE_HOT bool number() {
        const std::uint32_t at = *token_;
        if (buffer_[at] == '\0' && token_[1] <= at) {
            return fail("the document ends too early", at);
        }
        const std::string_view token(buffer_ + at, token_[1] - at);
        const NumberScan scan = scan_number(token);
        if (scan.length == 0) {
            return fail("this is not a value", at);
        }
        if (const char* why = why_not_held(token.substr(0, scan.length), scan.digits_only); why != nullptr) {
            return fail(why, at);
        }
        set(Kind::number, at, static_cast<std::uint32_t>(scan.length));
        return ends_at(at + static_cast<std::uint32_t>(scan.length));
    }

    /// Behind a value: a comma and what follows it, or the ends of containers, or the end of the document.
    REEVE_HOT After finish_containers(const Tape& tape, std::vector<std::uint32_t>& sorted) {
        while (depth_ > 0) {
            OpenContainer& top = open_[depth_ - 1];
            top.child = 0;
            if (peek() == ',' && top.count > 0) {
                ++token_;
                if (top.is_object) {
                    return name() ? After::value : After::fault;
                }
                begin_element();
                return After::value;
            }
            if (peek() != (top.is_object ? '}' : ']')) {
                fail(top.is_object ? "a comma or the end of the object is missing"
                                   : "a comma or the end of the array is missing",
                     *token_);
                return After::fault;
            }
            if (top.is_object && top.count > compared_one_by_one && !names_differ(tape, top, sorted)) {
                return After::fault;
            }
            nodes_[top.node].length = top.count;
            nodes_[top.node].next = used_;
            if (!ends_at(*token_ + 1)) {
                return After::fault;
            }
            --depth_;
        }
        return After::end;
    }

    REEVE_HOT bool names_differ(const Tape& tape, OpenContainer& object, std::vector<std::uint32_t>& sorted) {
        const std::uint32_t repeated = find_repeated(tape, object.node, used_, sorted);
        object.child = repeated;
        return repeated == 0 || fail(twice, nodes_[repeated].offset);
    }

    char* buffer_;
    const std::uint32_t* token_; ///< the one to read next
    Tape::Node* nodes_;
    OpenContainer* open_;
    std::uint32_t room_; ///< next free byte for unescaped strings
    std::uint32_t depth_limit_;
    std::uint32_t depth_ = 0;
    std::uint32_t used_ = 0; ///< nodes in use
    std::uint32_t node_ = 0; ///< the one whose value comes next
    const char* why_ = nullptr;
    std::uint32_t where_ = 0;
    bool too_deep_ = false;
};

#undef REEVE_HOT

} // namespace json
