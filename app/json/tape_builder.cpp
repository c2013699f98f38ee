// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/tape_builder.h"

#include "app/json/pass.h"

#include <algorithm>

namespace json {

namespace {

std::string path(const Tape& tape, std::span<const OpenContainer> open) {
    std::string pointer;
    for (const OpenContainer& container : open) {
        if (container.child == 0) {
            break;
        }
        append_pointer_token(pointer, container.is_object ? std::string(tape.key(tape.nodes[container.child]))
                                                          : std::to_string(container.count - 1));
    }
    return pointer;
}

} // namespace

std::uint32_t find_repeated(const Tape& tape, std::uint32_t object, std::uint32_t end,
                            std::vector<std::uint32_t>& sorted) {
    const auto key = [&tape](std::uint32_t node) { return tape.key(tape.nodes[node]); };
    sorted.clear();
    for (std::uint32_t child = object + 1; child < end; child = tape.nodes[child].next) {
        sorted.push_back(child);
    }
    std::sort(sorted.begin(), sorted.end(), [&key](std::uint32_t left, std::uint32_t right) {
        const int order = key(left).compare(key(right));
        return order != 0 ? order < 0 : left < right;
    });
    const auto repeated =
        std::adjacent_find(sorted.begin(), sorted.end(),
                           [&key](std::uint32_t left, std::uint32_t right) { return key(left) == key(right); });
    return repeated == sorted.end() ? 0 : repeated[1];
}

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
    // Every value has a token of its own, and one more may be begun before it turns out to be missing; memory is kept
    // and never cleared.
    if (tape.nodes.size() <= input.tokens.size()) {
        tape.nodes.resize(input.tokens.size() + 1);
    }
    open_.resize(std::max(open_.size(), depth_limit));
    tape.bytes = input.buffer;
    Pass pass(input, tape, open_, depth_limit);
    const bool read = pass.run(tape, sorted_);
    const bool whole = read && pass.token() == input.tokens.data() + input.tokens.size();
    if (whole) {
        return {};
    }
    const std::uint32_t where = read ? *pass.token() : pass.where();
    const std::string pointer = path(tape, std::span(open_).first(pass.depth()));
    const std::string place = "byte " + std::to_string(where);
    return base::Fault{pass.too_deep() ? base::FaultCode::too_large : base::FaultCode::malformed,
                       read              ? "something follows the end of the document"
                       : pass.too_deep() ? "deeper than " + std::to_string(depth_limit) + " arrays and objects"
                                         : pass.why(),
                       pointer.empty() ? place : pointer + " (" + place + ")"};
}

} // namespace json
