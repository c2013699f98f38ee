// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/view.h"

#include "app/json/number.h"
#include "app/json/tape_builder.h"

#include <cmath>
#include <limits>

namespace json {

const char* name_of(Kind kind) {
    switch (kind) {
    case Kind::null: return "null";
    case Kind::boolean: return "boolean";
    case Kind::number: return "number";
    case Kind::string: return "string";
    case Kind::array: return "array";
    case Kind::object: return "object";
    }
    return "null";
}

double View::number() const {
    return kind() == Kind::number ? double_of(literal()) : 0;
}

std::optional<std::int32_t> View::int32() const {
    using Range = std::numeric_limits<std::int32_t>;
    const double value = number();
    if (kind() != Kind::number || value != std::trunc(value) || value < Range::min() || value > Range::max()) {
        return std::nullopt;
    }
    return static_cast<std::int32_t>(value);
}

std::optional<View> View::member(std::string_view name) const {
    if (!is_object()) {
        return std::nullopt;
    }
    const std::uint32_t hash = Tape::hash_of(name);
    for (std::uint32_t at = index_ + 1; at < node().next; at = tape_->nodes[at].next) {
        const auto& child = tape_->nodes[at];
        if (child.key_hash == hash && tape_->key(child) == name) {
            return View(*tape_, at);
        }
    }
    return std::nullopt;
}

std::string_view View::raw() const {
    const char* begin = tape_->bytes + node().offset;
    switch (kind()) {
    case Kind::null: return {begin, 4};
    case Kind::boolean: return {begin, boolean() ? 4U : 5U};
    case Kind::number: return literal();
    case Kind::string:
    case Kind::array:
    case Kind::object: break;
    }
    // The document is known to be well formed: the value ends with the quote or the bracket that closes it.
    std::size_t depth = 0;
    bool inside = false;
    for (const char* at = begin;; ++at) {
        if (*at == '\\') {
            ++at;
        } else if (*at == '"') {
            inside = !inside;
        } else if (!inside && (*at == '{' || *at == '[')) {
            ++depth;
        } else if (!inside && (*at == '}' || *at == ']')) {
            --depth;
        }
        if (depth == 0 && !inside) {
            return {begin, static_cast<std::size_t>(at + 1 - begin)};
        }
    }
}

std::string View::pointer() const {
    std::string pointer;
    std::uint32_t at = 0;
    while (at != index_) {
        const bool named = tape_->nodes[at].kind == Kind::object;
        std::uint32_t child = at + 1;
        std::uint32_t position = 0;
        for (; tape_->nodes[child].next <= index_; child = tape_->nodes[child].next) {
            ++position;
        }
        append_pointer_token(pointer, named ? std::string(tape_->key(tape_->nodes[child])) : std::to_string(position));
        at = child;
    }
    return pointer;
}

base::Fault View::fault(base::FaultCode code, std::string detail) const {
    const std::string place = "byte " + std::to_string(offset());
    const std::string path = pointer();
    return {code, std::move(detail), path.empty() ? place : path + " (" + place + ")"};
}

} // namespace json
