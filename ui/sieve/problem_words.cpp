// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sieve/problem_words.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/sieve/own_text.h"

#include <algorithm>
#include <utility>

namespace ui::sieve {

namespace {

text::SafeText shown(const std::string& word) {
    return text::safe(word);
}

} // namespace

QString ProblemWords::part(const std::string& word) {
    // As the language names them; the sources are looked up as they are.
    static constexpr const char* known[] = {
        QT_TR_NOOP("an operator or the end"),
        QT_TR_NOOP("the name of a field or function"),
        QT_TR_NOOP("a value"),
        QT_TR_NOOP("a name"),
        QT_TR_NOOP("the end"),
        QT_TR_NOOP("\",\" or \")\""),
        QT_TR_NOOP("\",\" or \"]\""),
        QT_TR_NOOP("\",\" or \"}\""),
        QT_TR_NOOP("messages (type{field: value})"),
        QT_TR_NOOP("optional fields (.?)"),
    };
    for (const char* name : known) {
        if (word == name) {
            return tr(name);
        }
    }
    return shown(word).qstring();
}

QString ProblemWords::type(const std::string& name) {
    const std::pair<const char*, QString> known[] = {
        {"bool", tr("yes or no")},
        {"int", tr("a whole number")},
        {"double", tr("a fraction")},
        {"uint", tr("a number not below zero")},
        {"string", tr("text")},
        {"bytes", tr("bytes")},
        {"null_type", tr("nothing")},
        {"timestamp", tr("a moment")},
        {"duration", tr("a span of time")},
        {"money", tr("an amount of money")},
        {"record", tr("a record")},
        {"dyn", tr("a value of any kind")},
    };
    for (const auto& [of, meaning] : known) {
        if (name == of) {
            return meaning;
        }
    }
    if (name == QT_TR_NOOP("bool, int, uint or string")) {
        return tr("text, a whole number, or yes or no");
    }
    return name.starts_with("list") || name.starts_with("map(") ? tr("a list") : shown(name).qstring();
}

/// "(string, list(int))" as a sentence names them.
QString ProblemWords::types(const std::string& names) {
    if (names.size() < 2 || names.front() != '(' || names.back() != ')') {
        return type(names);
    }
    QStringList all;
    std::string one;
    int depth = 0;
    for (const char letter : names.substr(1, names.size() - 2) + ',') {
        depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
        if (letter != ',' || depth > 0) {
            one += one.empty() && letter == ' ' ? std::string() : std::string(1, letter);
        } else if (!one.empty()) {
            all.push_back(type(std::exchange(one, {})));
        }
    }
    return all.join(QStringLiteral(", "));
}

QString ProblemWords::of(const cel::Problem& problem) {
    using enum cel::ProblemCode;
    const text::SafeText given = shown(problem.given);
    const text::SafeText asked = shown(problem.asked);
    switch (problem.code) {
    case unexpected_character: return text::fill(tr("%1 means nothing here"), {given});
    case unterminated_text: return tr("The closing quote is missing");
    case bad_escape: return tr("A backslash needs another one before it");
    case bad_number: return text::fill(tr("%1 is no number"), {given});
    case expected:
        return problem.given.empty() || problem.given == QT_TR_NOOP("the end")
                   ? text::fill(tr("Expected here: %1"), {part(problem.asked)})
                   : text::fill(tr("Expected %1, not %2"), {part(problem.asked), given});
    case reserved_word: return text::fill(tr("%1 is a reserved word"), {given});
    case too_long: return tr("Too long");
    case too_deep: return tr("Too many brackets within each other");
    case unsupported: return text::fill(tr("%1 is not supported"), {part(problem.asked)});
    case unknown_name:
        return problem.nearby.empty()
                   ? text::fill(tr("There is no column %1"), {given})
                   : text::fill(tr("There is no column %1. Meant: %2?"), {given, shown(problem.nearby)});
    case unknown_function:
        return problem.nearby.empty()
                   ? text::fill(tr("There is no function %1"), {given})
                   : text::fill(tr("There is no function %1. Meant: %2?"), {given, shown(problem.nearby)});
    case no_such_field: return text::fill(tr("There is no %1 in it"), {given});
    case wrong_type: return text::fill(tr("Needs %1, not %2"), {type(problem.asked), type(problem.given)});
    case no_overload: return text::fill(tr("%1 does not go with %2"), {asked, types(problem.given)});
    case wrong_arguments: return text::fill(tr("To be written as %1"), {asked});
    case always_fails:
        return text::fill(
            tr("Cannot be read. An amount: %1; a time: %2"),
            {QStringLiteral("money(\"10.00 EUR\")"), QStringLiteral("timestamp(\"2026-03-01T17:55:00Z\")")});
    }
    return {};
}

bool ProblemWords::is_unfinished(const cel::Problem& problem, std::string_view source) {
    const auto end = source.find_last_not_of(" \t") + 1; // npos + 1 is 0
    return (problem.code == cel::ProblemCode::expected && problem.place.begin >= end) ||
           problem.code == cel::ProblemCode::unterminated_text;
}

QString ProblemWords::with_place(const cel::Problem& problem, std::string_view source) {
    const Stretch stretch = stretch_of(problem.place, source);
    return text::fill(tr("At character %1: %2"), {QString::number(stretch.first + 1), of(problem)});
}

Stretch stretch_of(const cel::Place& place, std::string_view source) {
    const auto units = [](std::string_view part) { return static_cast<int>(own_text(part).size()); };
    const std::size_t begin = std::min<std::size_t>(place.begin, source.size());
    const std::size_t end = std::clamp<std::size_t>(place.end, begin, source.size());
    Stretch stretch{units(source.substr(0, begin)), units(source.substr(begin, end - begin))};
    if (stretch.count == 0 && !source.empty()) {
        const int all = units(source);
        stretch.first = std::min(stretch.first, all - 1);
        stretch.count = 1;
    }
    return stretch;
}

} // namespace ui::sieve
