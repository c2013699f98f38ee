// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/thresholds.h"

#include "app/cel/token.h"

#include <algorithm>

namespace policy {

namespace {

using cel::TokenKind;

std::optional<domain::Money> amount_of(std::string_view text) {
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos) {
        return std::nullopt;
    }
    const auto currency = domain::Currency::from_code(text.substr(blank + 1));
    const auto amount = currency ? domain::from_decimal(text.substr(0, blank), *currency)
                                 : base::Result<domain::Money>(currency.fault());
    return amount ? std::optional(*amount) : std::nullopt;
}

bool compares(TokenKind kind) {
    return kind == TokenKind::less || kind == TokenKind::less_equal || kind == TokenKind::greater ||
           kind == TokenKind::greater_equal;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 18 &&
           std::all_of(text.begin(), text.end(), [](char one) { return one >= '0' && one <= '9'; });
}

} // namespace

std::vector<FoundThreshold> thresholds_of(std::string_view condition) {
    const cel::Tokens tokens = cel::tokens_of(condition);
    std::vector<FoundThreshold> found;
    for (std::size_t index = 1; index < tokens.all.size(); ++index) {
        const cel::Token& token = tokens.all[index];
        const auto text = cel::text_of(condition, token.place);
        if (token.kind == TokenKind::string && index >= 2 && text.size() > 2 &&
            cel::text_of(condition, tokens.all[index - 2].place) == "money") {
            const std::string_view inner = text.substr(1, text.size() - 2);
            if (const auto amount = amount_of(inner); amount && amount->minor != 0) {
                found.push_back({{token.place.begin + 1U, token.place.end - 1U}, std::string(inner), amount});
            }
        } else if (token.kind == TokenKind::integer && compares(tokens.all[index - 1].kind) && is_number(text) &&
                   text != "0") {
            found.push_back({{token.place.begin, token.place.end}, std::string(text), std::nullopt});
        }
    }
    return found;
}

base::Result<std::string> with_threshold(std::string_view condition, std::size_t number, const std::string& text) {
    const auto all = thresholds_of(condition);
    if (number >= all.size()) {
        return base::Fault{base::FaultCode::not_found, "the condition has no such threshold", std::to_string(number)};
    }
    const FoundThreshold& one = all[number];
    if (one.amount ? !amount_of(text) : !is_number(text)) {
        return base::Fault{base::FaultCode::invalid_argument, "not a value for this threshold: " + text, "threshold"};
    }
    return std::string(condition.substr(0, one.place.begin)) + text + std::string(condition.substr(one.place.end));
}

} // namespace policy
