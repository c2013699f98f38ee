// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/tape_builder.h"

#include "app/json/number.h"

#include <algorithm>

namespace json {

namespace {

/// Up to so many members, names are compared as they come; a larger object is sorted once, at its end, so that no
/// document makes the check quadratic.
constexpr std::uint32_t compared_one_by_one = 32;

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

} // namespace

void append_pointer_token(std::string& pointer, std::string_view name) {
    pointer += '/';
    for (const char c : name) {
        switch (c) {
        case '~': pointer += "~0"; break;
        case '/': pointer += "~1"; break;
        default: pointer += c;
        }
    }
}

base::Done TapeBuilder::build(const Input& input, std::size_t depth_limit, Tape& tape) {
    tape_ = &tape;
    buffer_ = input.buffer;
    length_ = input.length;
    room_ = input.room_begin;
    tokens_ = input.tokens;
    next_ = 0;
    used_ = 0;
    depth_limit_ = depth_limit;
    open_.clear();
    // Every value has a token of its own, and one more may be begun before it turns out to be missing; memory is kept
    // and never cleared.
    if (tape.nodes.size() <= tokens_.size()) {
        tape.nodes.resize(tokens_.size() + 1);
    }
    tape.bytes = buffer_;
    if (!value(add_node())) {
        return std::move(fault_);
    }
    if (next_ < tokens_.size()) {
        fail(offset(), "something follows the end of the document");
        return std::move(fault_);
    }
    return {};
}

std::uint32_t TapeBuilder::add_node() {
    tape_->nodes[used_] = Tape::Node{};
    return used_++;
}

bool TapeBuilder::value(std::uint32_t node) {
    auto& nodes = tape_->nodes;
    nodes[node].offset = offset();
    bool good = false;
    switch (peek()) {
    case '{': good = object(node); break;
    case '[': good = array(node); break;
    case '"': {
        Text text;
        good = string(text);
        nodes[node].kind = Kind::string;
        nodes[node].begin = text.begin;
        nodes[node].length = text.length;
        break;
    }
    case 't': good = word(node, "true", Kind::boolean, 1); break;
    case 'f': good = word(node, "false", Kind::boolean, 0); break;
    case 'n': good = word(node, "null", Kind::null, 0); break;
    default: good = number(node);
    }
    nodes[node].next = used_;
    return good;
}

bool TapeBuilder::open(std::uint32_t node, Kind kind) {
    if (open_.size() >= depth_limit_) {
        return fail(offset(), "deeper than " + std::to_string(depth_limit_) + " arrays and objects",
                    base::FaultCode::too_large);
    }
    open_.push_back({node, 0});
    tape_->nodes[node].kind = kind;
    tape_->nodes[node].length = 0;
    ++next_;
    return true;
}

bool TapeBuilder::close() {
    const bool good = blank(offset() + 1);
    ++next_;
    open_.pop_back();
    return good;
}

bool TapeBuilder::object(std::uint32_t node) {
    if (!open(node, Kind::object)) {
        return false;
    }
    std::uint64_t names_seen = 0;
    if (peek() != '}') {
        while (true) {
            if (!member(node, names_seen)) {
                return false;
            }
            open_.back().last_child = 0;
            if (peek() == '}') {
                break;
            }
            if (peek() != ',') {
                return fail(offset(), "a comma or the end of the object is missing");
            }
            ++next_;
        }
    }
    return (tape_->nodes[node].length <= compared_one_by_one || all_names_differ(node)) && close();
}

bool TapeBuilder::member(std::uint32_t parent, std::uint64_t& names_seen) {
    if (peek() != '"') {
        return fail(offset(), "the name of a member is missing");
    }
    const std::uint32_t name_offset = offset();
    Text name;
    if (!string(name)) {
        return false;
    }
    const std::uint32_t child = add_node();
    auto& node = tape_->nodes[child];
    node.in_object = true;
    node.key_begin = name.begin;
    node.key_length = name.length;
    node.offset = name_offset;
    node.key_hash = Tape::hash_of(tape_->key(node));
    open_.back().last_child = child;
    ++tape_->nodes[parent].length;
    if (!new_name(parent, child, names_seen)) {
        return false;
    }
    if (peek() != ':') {
        return fail(offset(), "a colon is missing");
    }
    ++next_;
    return value(child);
}

bool TapeBuilder::array(std::uint32_t node) {
    if (!open(node, Kind::array)) {
        return false;
    }
    if (peek() != ']') {
        while (true) {
            const std::uint32_t child = add_node();
            open_.back().last_child = child;
            ++tape_->nodes[node].length;
            if (!value(child)) {
                return false;
            }
            open_.back().last_child = 0;
            if (peek() == ']') {
                break;
            }
            if (peek() != ',') {
                return fail(offset(), "a comma or the end of the array is missing");
            }
            ++next_;
        }
    }
    return close();
}

bool TapeBuilder::number(std::uint32_t node) {
    const std::uint32_t begin = offset();
    if (begin == length_) {
        return fail(begin, "the document ends too early");
    }
    const std::string_view token(buffer_ + begin, token_end() - begin);
    const NumberScan scan = scan_number(token);
    if (scan.length == 0) {
        return fail(begin, "this is not a value");
    }
    const std::string_view literal = token.substr(0, scan.length);
    if (const char* why = why_not_held(literal, scan.digits_only); why != nullptr) {
        return fail(begin, why);
    }
    auto& target = tape_->nodes[node];
    target.kind = Kind::number;
    target.begin = begin;
    target.length = static_cast<std::uint32_t>(scan.length);
    const bool good = blank(begin + target.length);
    ++next_;
    return good;
}

bool TapeBuilder::word(std::uint32_t node, std::string_view spelling, Kind kind, std::uint32_t payload) {
    const std::uint32_t begin = offset();
    const std::string_view token(buffer_ + begin, token_end() - begin);
    if (!token.starts_with(spelling)) {
        return fail(begin, "this is not a value");
    }
    tape_->nodes[node].kind = kind;
    tape_->nodes[node].length = payload;
    const bool good = blank(begin + static_cast<std::uint32_t>(spelling.size()));
    ++next_;
    return good;
}

/// Between the end of a token and the next one there is nothing but white space.
bool TapeBuilder::blank(std::uint32_t from) {
    const std::uint32_t end = token_end();
    for (; from < end; ++from) {
        if (!is_blank(buffer_[from])) {
            return fail(from, "this does not belong to the value before it");
        }
    }
    return true;
}

bool TapeBuilder::new_name(std::uint32_t parent, std::uint32_t child, std::uint64_t& names_seen) {
    const auto& nodes = tape_->nodes;
    const auto& name = nodes[child];
    const std::uint64_t bit = std::uint64_t{1} << (name.key_hash >> 26U);
    const bool maybe_seen = (names_seen & bit) != 0;
    names_seen |= bit;
    if (!maybe_seen || nodes[parent].length > compared_one_by_one) {
        return true;
    }
    for (std::uint32_t other = parent + 1; other < child; other = nodes[other].next) {
        if (nodes[other].key_hash == name.key_hash && tape_->key(nodes[other]) == tape_->key(name)) {
            return fail(name.offset, "the name stands twice in this object");
        }
    }
    return true;
}

bool TapeBuilder::all_names_differ(std::uint32_t parent) {
    const auto& nodes = tape_->nodes;
    sorted_.clear();
    for (std::uint32_t child = parent + 1; child < used_; child = nodes[child].next) {
        sorted_.push_back(child);
    }
    std::sort(sorted_.begin(), sorted_.end(), [this, &nodes](std::uint32_t left, std::uint32_t right) {
        const int order = tape_->key(nodes[left]).compare(tape_->key(nodes[right]));
        return order != 0 ? order < 0 : left < right;
    });
    const auto same = [this, &nodes](std::uint32_t left, std::uint32_t right) {
        return tape_->key(nodes[left]) == tape_->key(nodes[right]);
    };
    const auto twice = std::adjacent_find(sorted_.begin(), sorted_.end(), same);
    if (twice == sorted_.end()) {
        return true;
    }
    open_.back().last_child = twice[1];
    return fail(nodes[twice[1]].offset, "the name stands twice in this object");
}

bool TapeBuilder::fail(std::uint32_t offset, std::string detail, base::FaultCode code) {
    const std::string pointer = path();
    fault_ = {code, std::move(detail),
              pointer.empty() ? "byte " + std::to_string(offset) : pointer + " (byte " + std::to_string(offset) + ")"};
    return false;
}

std::string TapeBuilder::path() const {
    std::string pointer;
    for (const Frame& frame : open_) {
        const auto& container = tape_->nodes[frame.node];
        if (frame.last_child == 0) {
            break;
        }
        if (container.kind == Kind::object) {
            append_pointer_token(pointer, tape_->key(tape_->nodes[frame.last_child]));
        } else {
            append_pointer_token(pointer, std::to_string(container.length - 1));
        }
    }
    return pointer;
}

} // namespace json
