// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/text_place.h"

#include "app/json/reader.h"
#include "app/json/value.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace policy {

namespace {

base::Fault nowhere(std::string_view pointer) {
    return {base::FaultCode::not_found, "there is no such value in the document", std::string(pointer)};
}

/// Walks over JSON text without reading it: the text was or will be read strictly elsewhere.
class Walk {
public:
    explicit Walk(std::string_view text)
        : text_(text) {}

    [[nodiscard]] std::size_t at() const { return at_; }
    void blanks() {
        while (at_ < text_.size() &&
               (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r')) {
            ++at_;
        }
    }
    bool take(char wanted) {
        blanks();
        if (at_ < text_.size() && text_[at_] == wanted) {
            ++at_;
            return true;
        }
        return false;
    }
    /// A text; its bytes between the quotes.
    std::optional<std::string_view> quoted() {
        if (!take('"')) {
            return std::nullopt;
        }
        const std::size_t begin = at_;
        while (at_ < text_.size() && text_[at_] != '"') {
            at_ += text_[at_] == '\\' ? 2 : 1;
        }
        if (at_ >= text_.size()) {
            return std::nullopt;
        }
        return text_.substr(begin, at_++ - begin);
    }
    /// Any value. False: no JSON.
    bool skip() {
        blanks();
        if (at_ >= text_.size()) {
            return false;
        }
        if (text_[at_] == '"') {
            return quoted().has_value();
        }
        if (text_[at_] == '{' || text_[at_] == '[') {
            return skip_group();
        }
        const std::size_t begin = at_;
        at_ = std::min(text_.find_first_of(",]} \n\t\r", at_), text_.size());
        return at_ > begin;
    }

private:
    bool skip_group() {
        int depth = 0;
        do {
            const char one = text_[at_];
            if (one == '"') {
                if (!quoted()) {
                    return false;
                }
                continue;
            }
            depth += one == '{' || one == '[' ? 1 : one == '}' || one == ']' ? -1 : 0;
            ++at_;
        } while (depth > 0 && at_ < text_.size());
        return depth == 0;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

/// Goes to the member or item; false when it is not there.
bool enter(Walk& walk, std::string_view step) {
    const bool object = walk.take('{');
    if (!object && !walk.take('[')) {
        return false;
    }
    std::size_t number = 0;
    std::from_chars(step.data(), step.data() + step.size(), number);
    for (std::size_t index = 0;; ++index) {
        const auto key = object ? walk.quoted() : std::optional(std::string_view());
        if (!key || (object && !walk.take(':'))) {
            return false;
        }
        if (object ? *key == step : index == number) {
            walk.blanks();
            return true;
        }
        if (!walk.skip() || !walk.take(',')) {
            return false;
        }
    }
}

base::Result<std::string> checked(std::string text) {
    const auto document = json::Document::parse(text, {32, std::size_t{8} * 1024 * 1024});
    return document ? base::Result<std::string>(std::move(text)) : base::Result<std::string>(document.fault());
}

/// The blanks of the line on which the first item of a group stands, or four for a group without one.
std::string indent_of(std::string_view text, TextPlace group) {
    const std::size_t first = text.find_first_not_of(" \n\t\r", group.begin + 1);
    const std::size_t line = text.rfind('\n', first);
    return first == std::string_view::npos || line == std::string_view::npos || line < group.begin
               ? std::string(" ")
               : "\n" + std::string(text.substr(line + 1, first - line - 1));
}

/// Puts an item behind the last one of a group.
base::Result<std::string> put_last(std::string_view text, TextPlace group, const std::string& item) {
    const std::size_t last = text.find_last_not_of(" \n\t\r", group.end - 2);
    const bool is_empty = last == group.begin;
    std::string made(text.substr(0, last + 1));
    made += (is_empty ? "" : ",") + indent_of(text, group) + item;
    return checked(made.append(text.substr(last + 1)));
}

} // namespace

std::optional<TextPlace> find_value(std::string_view text, std::string_view pointer) {
    Walk walk(text);
    walk.blanks();
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        if (!enter(walk, pointer.substr(0, end))) {
            return std::nullopt;
        }
        pointer.remove_prefix(end);
    }
    const std::size_t begin = walk.at();
    return walk.skip() ? std::optional(TextPlace{begin, walk.at()}) : std::nullopt;
}

std::optional<TextPlace> find_fault(std::string_view text, std::string_view where) {
    if (const std::size_t byte = where.rfind("byte "); byte != std::string_view::npos) {
        std::size_t at = 0;
        std::from_chars(where.data() + byte + 5, where.data() + where.size(), at);
        at = std::min(at, text.size());
        return TextPlace{at, std::min(at + 1, text.size())};
    }
    const std::size_t blank = where.find(' ');
    auto place = find_value(text, where.substr(0, blank));
    if (!place) { // a member that is missing: the object that should have it
        const std::string_view above = where.substr(0, where.substr(0, blank).rfind('/'));
        place = where.starts_with('/') ? find_value(text, above) : std::nullopt;
        return place ? std::optional(TextPlace{place->begin, place->begin + 1}) : std::nullopt;
    }
    const std::size_t colon = blank == std::string_view::npos ? blank : where.find(':', blank);
    std::size_t column = 0;
    if (colon != std::string_view::npos) {
        std::from_chars(where.data() + colon + 1, where.data() + where.size(), column);
    }
    const bool escaped = text.substr(place->begin, place->end - place->begin).find('\\') != std::string_view::npos;
    if (column == 0 || escaped || place->begin + column >= place->end) {
        return place;
    }
    return TextPlace{place->begin + column, place->end - 1};
}

base::Result<std::string> set_member(std::string_view text, std::string_view object, std::string_view member,
                                     std::string_view value) {
    const auto group = find_value(text, object);
    if (!group || text[group->begin] != '{') {
        return nowhere(object);
    }
    const std::string pointer = std::string(object) + "/" + std::string(member);
    const auto place = find_value(text, pointer);
    if (value.empty()) {
        return place ? take_out(text, pointer) : checked(std::string(text));
    }
    if (!place) {
        return put_last(text, *group, json::canonical(json::Value(std::string(member))) + ": " + std::string(value));
    }
    std::string made(text.substr(0, place->begin));
    made += value;
    return checked(made.append(text.substr(place->end)));
}

base::Result<std::string> append_item(std::string_view text, std::string_view list, std::string_view value) {
    const auto group = find_value(text, list);
    if (!group || text[group->begin] != '[') {
        return nowhere(list);
    }
    return put_last(text, *group, std::string(value));
}

base::Result<std::string> take_out(std::string_view text, std::string_view pointer) {
    const auto place = find_value(text, pointer);
    if (!place || pointer.empty()) {
        return nowhere(pointer);
    }
    // The item with the blanks before it and, for a member, its name; and the comma on one side.
    std::size_t begin = place->begin;
    const std::string name = "\"" + std::string(pointer.substr(pointer.rfind('/') + 1)) + "\"";
    const std::size_t key = text.rfind(name, begin);
    const std::size_t colon =
        key == std::string_view::npos ? key : text.find_first_not_of(" \n\t\r", key + name.size());
    if (colon != std::string_view::npos && text[colon] == ':' &&
        text.find_first_not_of(" \n\t\r", colon + 1) == place->begin) {
        begin = key;
    }
    const std::size_t before = text.find_last_not_of(" \n\t\r", begin - 1);
    std::size_t end = place->end;
    const std::size_t behind = text.find_first_not_of(" \n\t\r", end);
    if (text[before] == ',') {
        begin = before;
    } else if (behind != std::string_view::npos && text[behind] == ',') {
        end = std::min(text.find_first_not_of(" \n\t\r", behind + 1), text.size());
    }
    return checked(std::string(text.substr(0, begin)).append(text.substr(end)));
}

} // namespace policy
