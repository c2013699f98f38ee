// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/amounts.h"

#include "app/mapping/text_tools.h"

#include <algorithm>

namespace mapping {

namespace {

base::Fault no_amount() {
    return {base::FaultCode::malformed, "not an amount as the mapping says that amounts are written", {}};
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
}

/// Removes the grouping of "1,234,567"; false when a group is not of three digits.
bool ungroup(std::string_view whole, char grouping, std::string& digits) {
    if (grouping == '\0' || whole.find(grouping) == std::string_view::npos) {
        digits = whole;
        return all_digits(whole);
    }
    bool first = true;
    while (true) {
        const std::size_t end = whole.find(grouping);
        const std::string_view group = whole.substr(0, end);
        if (!all_digits(group) || group.size() > 3 || (!first && group.size() != 3)) {
            return false;
        }
        digits += group;
        if (end == std::string_view::npos) {
            return true;
        }
        whole.remove_prefix(end + 1);
        first = false;
    }
}

} // namespace

base::Result<std::string> plain_decimal(std::string_view text, const DecimalRule& rule) {
    text = trimmed(text);
    bool negative = false;
    if (rule.parentheses && text.size() > 2 && text.front() == '(' && text.back() == ')') {
        negative = true;
        text = text.substr(1, text.size() - 2);
    } else if (text.starts_with('-')) {
        negative = true;
        text.remove_prefix(1);
    }
    const std::size_t point = text.find(rule.point);
    std::string digits;
    if (!ungroup(text.substr(0, point), rule.grouping, digits)) {
        return no_amount();
    }
    if (point != std::string_view::npos) {
        const std::string_view fraction = text.substr(point + 1);
        if (!all_digits(fraction)) {
            return no_amount();
        }
        digits += '.';
        digits += fraction;
    }
    const bool zero = digits.find_first_not_of("0.") == std::string::npos;
    return (negative != rule.reversed && !zero ? "-" : "") + digits;
}

base::Result<domain::Money> read_amount(std::string_view text, const DecimalRule& rule, domain::Currency currency) {
    auto plain = plain_decimal(text, rule);
    if (!plain) {
        return std::move(plain).fault();
    }
    return domain::from_decimal(*plain, currency);
}

} // namespace mapping
