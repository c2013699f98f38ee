// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/decision_step.h"

#include "app/domain/names.h"

#include <algorithm>

namespace record {

namespace {

constexpr std::string_view first_line = "reeve-decision-state/v1";

std::string_view next_line(std::string_view& text) {
    const auto end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    return line;
}

} // namespace

std::string write(const DecisionStep& step) {
    std::string cause = step.cause;
    std::replace(cause.begin(), cause.end(), '\n', ' ');
    std::string text(first_line);
    text += '\n';
    text += domain::name_of(step.from);
    text += '\n';
    text += domain::name_of(step.to);
    text += '\n' + cause + '\n';
    return text;
}

std::optional<DecisionStep> read_decision_step(std::string_view body) {
    if (next_line(body) != first_line) {
        return std::nullopt;
    }
    const auto from = domain::from_name<domain::DecisionState>(next_line(body));
    const auto to = domain::from_name<domain::DecisionState>(next_line(body));
    if (!from || !to) {
        return std::nullopt;
    }
    return DecisionStep{*from, *to, std::string(next_line(body))};
}

} // namespace record
