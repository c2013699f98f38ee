// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/feed_filter.h"

#include "app/domain/event_type.h"
#include "app/domain/money.h"
#include "app/domain/names.h"
#include "app/text/word_search.h"
#include "models/feed/feed_rows.h"
#include "models/feed/term.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <memory>
#include <optional>
#include <string>

namespace models::feed {

namespace {

using ledger::Row;
using ledger::Store;
using Test = std::function<bool(const Store&, Row)>;

/// Whether a number compares so with a bound: three-way result against the sign that was typed.
std::optional<std::function<bool(int)>> comparison_of(const std::string& sign) {
    if (sign == ":" || sign == "=" || sign == "==") {
        return [](int order) { return order == 0; };
    }
    if (sign == ">") {
        return [](int order) { return order > 0; };
    }
    if (sign == ">=") {
        return [](int order) { return order >= 0; };
    }
    if (sign == "<") {
        return [](int order) { return order < 0; };
    }
    if (sign == "<=") {
        return [](int order) { return order <= 0; };
    }
    return std::nullopt;
}

base::Result<Test> tier_test(const Term& term) {
    auto tier = domain::from_name<domain::Tier>(term.value);
    if (term.value.size() == 1 && term.value[0] >= '0' && term.value[0] <= '4') {
        tier = static_cast<domain::Tier>(term.value[0] - '0');
    }
    const auto holds = comparison_of(term.comparison);
    if (!tier || !holds) {
        return wrong_term("tier", term);
    }
    return Test([wanted = static_cast<std::int64_t>(*tier), holds = *holds](const Store& store, Row row) {
        const std::int64_t value = store.number(row, kept::tier);
        return value != ledger::nothing && holds(value < wanted ? -1 : value > wanted ? 1 : 0);
    });
}

/// The bound is read once for every number of minor digits that ISO 4217 has; it may be finer than a currency.
base::Result<Test> amount_test(const Term& term) {
    const auto holds = comparison_of(term.comparison);
    const auto fine = domain::Currency::from_code("CLF"); // four minor digits, the most there are
    const auto bound = fine ? domain::from_decimal(term.value, fine.value()) : fine.fault();
    if (!holds || !bound) {
        return wrong_term("amount", term);
    }
    const std::int64_t wanted = bound.value().minor;
    return Test([wanted, holds = *holds](const Store& store, Row row) {
        const std::int64_t minor = store.number(row, kept::minor);
        if (minor == ledger::nothing) {
            return false;
        }
        const auto currency = domain::Currency::from_code(store.text(row, kept::currency));
        __extension__ using Wide = __int128;
        Wide value = minor;
        for (int digits = currency ? currency.value().exponent() : 0; digits < 4; ++digits) {
            value *= 10;
        }
        return holds(value < wanted ? -1 : value > wanted ? 1 : 0);
    });
}

base::Result<Test> event_test(const Term& term) {
    std::bitset<domain::event_type_count + 1> wanted;
    for (int number = 1; number <= domain::event_type_count; ++number) {
        const auto name = domain::type_name(static_cast<domain::EventType>(number));
        wanted.set(static_cast<std::size_t>(number), ledger::contains(name, term.value));
    }
    if (wanted.none()) {
        return wrong_term("event", term);
    }
    return Test([wanted](const Store& store, Row row) {
        const std::int64_t type = store.number(row, kept::type);
        return type != ledger::nothing && wanted.test(static_cast<std::size_t>(type));
    });
}

Test word_test(const std::string& word) {
    const bool plain =
        std::all_of(word.begin(), word.end(), [](char letter) { return static_cast<signed char>(letter) > 0; });
    static constexpr int columns[] = {kept::agent, kept::counterpart, kept::transaction, kept::summary};
    if (plain) {
        return [word](const Store& store, Row row) {
            return std::any_of(std::begin(columns), std::end(columns),
                               [&](int column) { return ledger::contains(store.text(row, column), word); });
        };
    }
    const auto search = std::make_shared<const text::WordSearch>(word);
    return [search](const Store& store, Row row) {
        return search->matches({store.text(row, kept::agent), store.text(row, kept::counterpart),
                                store.text(row, kept::transaction), store.text(row, kept::summary)});
    };
}

std::optional<int> column_of(const std::string& field) {
    static constexpr std::pair<const char*, int> columns[] = {
        {"agent", kept::agent},       {"supplier", kept::counterpart}, {"counterpart", kept::counterpart},
        {"order", kept::transaction}, {"source", kept::source},        {"currency", kept::currency}};
    for (const auto& [name, column] : columns) {
        if (field == name) {
            return column;
        }
    }
    return std::nullopt;
}

base::Result<Test> test_of(const Term& term) {
    if (term.value.empty()) {
        return wrong_term("empty", term);
    }
    if (term.field.empty()) {
        return word_test(term.value);
    }
    if (term.field == "tier") {
        return tier_test(term);
    }
    if (term.field == "amount") {
        return amount_test(term);
    }
    if (term.field == "event") {
        return event_test(term);
    }
    const auto column = column_of(term.field);
    if (!column) {
        return wrong_term("field", term);
    }
    const bool exact = term.comparison != ":";
    return Test([column = *column, exact, value = term.value](const Store& store, Row row) {
        const std::string_view text = store.text(row, column);
        return exact ? text == value : ledger::contains(text, value);
    });
}

/// The quick forms, which a store answers for whole columns.
std::optional<ledger::Condition> quick(const Term& term) {
    const auto column = term.field.empty() || term.negated || term.value.empty() ? std::nullopt : column_of(term.field);
    if (!column) {
        return std::nullopt;
    }
    return term.comparison == ":" ? ledger::Condition(ledger::Contains{*column, term.value})
                                  : ledger::Condition(ledger::OneOf{*column, {term.value}});
}

} // namespace

base::Result<ledger::Filter> feed_filter(std::string_view typed) {
    ledger::Filter filter;
    while (const auto term = next_term(typed)) {
        if (!*term) {
            return term->fault();
        }
        if (auto condition = quick(term->value())) {
            filter.push_back(std::move(*condition));
            continue;
        }
        auto test = test_of(term->value());
        if (!test) {
            return test.fault();
        }
        if (term->value().negated) {
            filter.push_back(ledger::Matches{
                [inner = std::move(test).value()](const Store& store, Row row) { return !inner(store, row); }});
        } else {
            filter.push_back(ledger::Matches{std::move(test).value()});
        }
    }
    return filter;
}

} // namespace models::feed
