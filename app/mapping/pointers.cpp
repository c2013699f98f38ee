// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/pointers.h"

#include <charconv>

namespace mapping {

namespace {

std::string unescaped(std::string_view token) {
    std::string out;
    for (std::size_t index = 0; index < token.size(); ++index) {
        if (token[index] == '~' && index + 1 < token.size()) {
            ++index;
            out += token[index] == '1' ? '/' : '~';
        } else {
            out += token[index];
        }
    }
    return out;
}

void step_into_array(json::View array, std::string_view token, std::vector<json::View>& found) {
    if (token == "*") {
        for (const json::View element : array) {
            found.push_back(element);
        }
        return;
    }
    std::int64_t index = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
    if (error != std::errc() || end != token.data() + token.size()) {
        return;
    }
    if (index < 0) {
        index += array.size();
    }
    std::int64_t at = 0;
    for (const json::View element : array) {
        if (at++ == index) {
            found.push_back(element);
            return;
        }
    }
}

} // namespace

std::vector<json::View> find_all(json::View root, std::string_view pointer) {
    std::vector<json::View> found{root};
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::string_view token = pointer.substr(0, pointer.find('/'));
        pointer.remove_prefix(token.size());
        std::vector<json::View> next;
        for (const json::View value : found) {
            if (value.is_array()) {
                step_into_array(value, token, next);
            } else if (const auto member = value.member(unescaped(token))) {
                next.push_back(*member);
            }
        }
        found = std::move(next);
    }
    return found;
}

std::optional<json::View> find_first(json::View root, const std::vector<std::string>& pointers) {
    for (const std::string& pointer : pointers) {
        const auto found = find_all(root, pointer);
        if (!found.empty()) {
            return found.front();
        }
    }
    return std::nullopt;
}

std::string text_of(json::View value) {
    switch (value.kind()) {
    case json::Kind::string: return std::string(value.string());
    case json::Kind::number: return std::string(value.literal());
    case json::Kind::boolean: return value.boolean() ? "true" : "false";
    case json::Kind::null:
    case json::Kind::array:
    case json::Kind::object: return {};
    }
    return {};
}

std::optional<domain::Money> sum_of(json::View root, const std::vector<std::string>& pointers,
                                    domain::Currency currency) {
    for (const std::string& pointer : pointers) {
        const auto found = find_all(root, pointer);
        if (found.empty()) {
            continue;
        }
        domain::Money sum{0, currency};
        for (const json::View value : found) {
            const auto amount = domain::from_decimal(text_of(value), currency);
            const auto added = amount ? domain::add(sum, *amount) : amount;
            if (!added) {
                return std::nullopt;
            }
            sum = *added;
        }
        return sum;
    }
    return std::nullopt;
}

} // namespace mapping
