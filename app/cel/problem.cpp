// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/problem.h"

#include <algorithm>

namespace cel {

std::string_view name_of(ProblemCode code) {
    switch (code) {
    case ProblemCode::unexpected_character: return "unexpected_character";
    case ProblemCode::unterminated_text: return "unterminated_text";
    case ProblemCode::bad_escape: return "bad_escape";
    case ProblemCode::bad_number: return "bad_number";
    case ProblemCode::expected: return "expected";
    case ProblemCode::reserved_word: return "reserved_word";
    case ProblemCode::too_long: return "too_long";
    case ProblemCode::too_deep: return "too_deep";
    case ProblemCode::unsupported: return "unsupported";
    case ProblemCode::unknown_name: return "unknown_name";
    case ProblemCode::unknown_function: return "unknown_function";
    case ProblemCode::no_such_field: return "no_such_field";
    case ProblemCode::wrong_type: return "wrong_type";
    case ProblemCode::no_overload: return "no_overload";
    case ProblemCode::wrong_arguments: return "wrong_arguments";
    case ProblemCode::always_fails: return "always_fails";
    }
    return {};
}

std::string describe(const Problem& problem) {
    const std::string hint = problem.nearby.empty() ? std::string() : ", did you mean " + problem.nearby;
    switch (problem.code) {
    case ProblemCode::unexpected_character: return "unexpected character " + problem.given;
    case ProblemCode::unterminated_text: return "the text is not closed by " + problem.asked;
    case ProblemCode::bad_escape: return "not an escape sequence or not UTF-8: " + problem.given;
    case ProblemCode::bad_number: return "not a number of 64 bits: " + problem.given;
    case ProblemCode::expected: return "expected " + problem.asked + " instead of " + problem.given;
    case ProblemCode::reserved_word: return problem.given + " is a reserved word";
    case ProblemCode::too_long: return "the expression is longer than " + problem.asked;
    case ProblemCode::too_deep: return "the expression is nested deeper than " + problem.asked;
    case ProblemCode::unsupported: return "outside of this language: " + problem.asked;
    case ProblemCode::unknown_name: return "unknown name " + problem.given + hint;
    case ProblemCode::unknown_function: return "unknown function " + problem.given + hint;
    case ProblemCode::no_such_field: return problem.asked + " has no field " + problem.given + hint;
    case ProblemCode::wrong_type: return "expected " + problem.asked + ", this is " + problem.given;
    case ProblemCode::no_overload: return problem.asked + " does not take " + problem.given;
    case ProblemCode::wrong_arguments: return problem.given + " is called as " + problem.asked;
    case ProblemCode::always_fails: return "always fails: " + problem.given;
    }
    return {};
}

std::string line_and_column(std::string_view source, std::uint32_t offset) {
    const std::string_view before = source.substr(0, offset);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::string_view line = before.substr(before.rfind('\n') + 1); // npos + 1 is 0
    const auto column = std::count_if(line.begin(), line.end(),
                                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return std::to_string(lines + 1) + ":" + std::to_string(column + 1);
}

} // namespace cel
