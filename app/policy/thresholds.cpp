// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/thresholds.h"

#include "app/cel/token.h"

#include <algorithm>

namespace policy {

namespace {

using cel::TokenKind;

bool compares(TokenKind kind) {
    return kind == TokenKind::less || kind == TokenKind::less_equal || kind == TokenKind::greater ||
           kind == TokenKind::greater_equal;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 18 &&
           std::all_of(text.begin(), text.end(), [](char one) { return one >= '0' && one <= '9'; });
}

} // namespace

std::optional<domain::Money> amount_in(std::string_view text) {
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos) {
        return std::nullopt;
    }
    const auto currency = domain::Currency::from_code(text.substr(blank + 1));
    const auto amount = currency ? domain::from_decimal(text.substr(0, blank), *currency)
                                 : base::Result<domain::Money>(currency.fault());
    return amount ? std::optional(*amount) : std::nullopt;
}

std::vector<FoundThreshold> thresholds_of(std::string_view condition) {
    const cel::Tokens tokens = cel::tokens_of(condition);
    std::vector<FoundThreshold> found;
    for (std::size_t index = 1; index < tokens.all.size(); ++index) {
        const cel::Token& token = tokens.all[index];
        const auto text = cel::text_of(condition, token.place);
        if (token.kind == TokenKind::string && index >= 2 && text.size() > 2 &&
            cel::text_of(condition, tokens.all[index - 2].place) == "money") {
            const std::string_view inner = text.substr(1, text.size() - 2);
            if (const auto amount = amount_in(inner); amount && amount->minor != 0) {
                found.push_back({{token.place.begin + 1U, token.place.end - 1U}, std::string(inner), amount});
            }
        } else if (token.kind == TokenKind::integer && compares(tokens.all[index - 1].kind) && is_number(text) &&
                   text != "0") {
            found.push_back({{token.place.begin, token.place.end}, std::string(text), std::nullopt});
        }
    }
    return found;
}

std::optional<Floor> floor_of(std::string_view condition) {
    const cel::Tokens tokens = cel::tokens_of(condition);
    const auto& all = tokens.all;
    const auto joins = [](TokenKind kind) { return kind == TokenKind::and_and || kind == TokenKind::end; };
    const bool simple = std::none_of(all.begin(), all.end(), [](const cel::Token& token) {
        return token.kind == TokenKind::or_or || token.kind == TokenKind::question;
    });
    if (tokens.problem || !simple) {
        return std::nullopt;
    }
    const auto thresholds = thresholds_of(condition);
    int depth = 0;
    for (std::size_t begin = 0; begin < all.size(); ++begin) {
        depth += all[begin].kind == TokenKind::left_parenthesis ? 1 : 0;
        depth -= all[begin].kind == TokenKind::right_parenthesis ? 1 : 0;
        if (depth != 0 || all[begin].kind != TokenKind::name || (begin > 0 && !joins(all[begin - 1].kind))) {
            continue;
        }
        std::size_t at = begin + 1; // NAME.NAME > money ( '…' ) &&
        while (at + 1 < all.size() && all[at].kind == TokenKind::dot && all[at + 1].kind == TokenKind::name) {
            at += 2;
        }
        const bool inclusive = at < all.size() && all[at].kind == TokenKind::greater_equal;
        const bool whole = at + 5 < all.size() && (inclusive || all[at].kind == TokenKind::greater) &&
                           all[at + 3].kind == TokenKind::string && all[at + 4].kind == TokenKind::right_parenthesis &&
                           joins(all[at + 5].kind);
        const auto found = std::find_if(thresholds.begin(), thresholds.end(), [&](const FoundThreshold& threshold) {
            return whole && threshold.amount && threshold.place.begin == all[at + 3].place.begin + 1U;
        });
        if (found != thresholds.end()) {
            return Floor{
                std::string(condition.substr(all[begin].place.begin, all[at - 1].place.end - all[begin].place.begin)),
                static_cast<std::size_t>(found - thresholds.begin()), *found->amount, inclusive};
        }
    }
    return std::nullopt;
}

std::optional<domain::Money> round_floor_above(const domain::Money& most, bool inclusive) {
    if (most.minor < 0) {
        return std::nullopt;
    }
    std::int64_t step = 1;
    while (most.minor / step >= 100) {
        step *= 10;
    }
    const bool is_round = most.minor % step == 0 && !inclusive;
    std::int64_t steps = most.minor / step + (is_round ? 0 : 1);
    std::int64_t raised = 0;
    if (__builtin_mul_overflow(steps, step, &raised)) {
        return std::nullopt;
    }
    return domain::Money{raised, most.currency};
}

base::Result<std::string> with_threshold(std::string_view condition, std::size_t number, const std::string& text) {
    const auto all = thresholds_of(condition);
    if (number >= all.size()) {
        return base::Fault{base::FaultCode::not_found, "the condition has no such threshold", std::to_string(number)};
    }
    const FoundThreshold& one = all[number];
    if (one.amount ? !amount_in(text) : !is_number(text)) {
        return base::Fault{base::FaultCode::invalid_argument, "not a value for this threshold: " + text, "threshold"};
    }
    return std::string(condition.substr(0, one.place.begin)) + text + std::string(condition.substr(one.place.end));
}

} // namespace policy
