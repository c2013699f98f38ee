// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filter/form.h"

#include <algorithm>

namespace filter {

namespace {

bool is_whole_number(std::string_view text) {
    if (!text.empty() && text.front() == '-') {
        text.remove_prefix(1);
    }
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_word_of(const Column& column, std::string_view text) {
    return std::any_of(column.choices.begin(), column.choices.end(),
                       [text](const Choice& choice) { return choice.word == text; });
}

/// What a person filled in, as a literal of the column's type.
std::string literal(const Column& column, const std::string& value) {
    switch (column.what) {
    case What::text:
    case What::choice: return quoted(value);
    case What::rank: return is_word_of(column, value) || is_whole_number(value) ? value : "int(" + quoted(value) + ")";
    case What::number: return is_whole_number(value) ? value : "int(" + quoted(value) + ")";
    case What::money: return "money(" + quoted(value) + ")";
    case What::time: return "timestamp(" + quoted(value) + ")";
    case What::span: return "duration(" + quoted(value) + ")";
    case What::flag: return value == "false" ? "false" : "true";
    }
    return {};
}

const char* sign_of(Verb verb) {
    switch (verb) {
    case Verb::is: return "==";
    case Verb::is_not: return "!=";
    case Verb::less: return "<";
    case Verb::at_most: return "<=";
    case Verb::more: return ">";
    case Verb::at_least: return ">=";
    case Verb::contains:
    case Verb::contains_not: return "contains";
    case Verb::begins: return "startsWith";
    case Verb::ends: return "endsWith";
    case Verb::one_of: return "in";
    case Verb::present:
    case Verb::missing: return "has";
    }
    return "";
}

std::string text_of(const Line& line, const Column& column) {
    const std::string value = line.values.empty() ? std::string() : line.values.front();
    const std::string sign = sign_of(line.verb);
    switch (line.verb) {
    case Verb::is:
    case Verb::is_not:
        if (column.what == What::flag) {
            return ((value == "false") == (line.verb == Verb::is) ? "!" : "") + column.name;
        }
        return column.name + " " + sign + " " + literal(column, value);
    case Verb::less:
    case Verb::at_most:
    case Verb::more:
    case Verb::at_least: return column.name + " " + sign + " " + literal(column, value);
    case Verb::contains:
    case Verb::begins:
    case Verb::ends: return column.name + "." + sign + "(" + quoted(value) + ")";
    case Verb::contains_not: return "!" + column.name + "." + sign + "(" + quoted(value) + ")";
    case Verb::one_of: {
        std::string items;
        for (const std::string& one : line.values) {
            items += (items.empty() ? "" : ", ") + literal(column, one);
        }
        return column.name + " in [" + items + "]";
    }
    case Verb::present: return "has(" + column.name + ")";
    case Verb::missing: return "!has(" + column.name + ")";
    }
    return {};
}

} // namespace

const std::vector<Verb>& verbs_of(What what) {
    using enum Verb;
    static const std::vector<Verb> text = {is, is_not, contains, contains_not, begins, ends, one_of, present, missing};
    static const std::vector<Verb> choice = {is, is_not, one_of, present, missing};
    static const std::vector<Verb> ordered = {is, is_not, more, at_least, less, at_most, present, missing};
    static const std::vector<Verb> rank = {at_least, is, is_not, more, less, at_most, one_of, present, missing};
    static const std::vector<Verb> flag = {is};
    switch (what) {
    case What::text: return text;
    case What::choice: return choice;
    case What::rank: return rank;
    case What::number:
    case What::money:
    case What::time:
    case What::span: return ordered;
    case What::flag: return flag;
    }
    return text;
}

bool takes_value(Verb verb) {
    return verb != Verb::present && verb != Verb::missing;
}

std::string text_of(const Form& form, const Language& language) {
    std::string text;
    for (const Line& line : form.lines) {
        text += text.empty() ? "" : (form.joined == Joined::all ? " && " : " || ");
        text += text_of(line, language.columns().at(line.column));
    }
    return text;
}

} // namespace filter
