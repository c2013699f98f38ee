// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/feed_search.h"

#include "app/domain/event_type.h"
#include "app/domain/names.h"
#include "models/feed/term.h"
#include "models/ledger/words.h"

#include <QDate>
#include <QDateTime>

#include <algorithm>
#include <charconv>
#include <vector>

namespace models::feed {

namespace {

using base::Done;

/// "2026-11-30"; anything else is no valid day.
QDate day_of(std::string_view text) {
    int parts[3] = {};
    const char* at = text.data();
    const char* const end = at + text.size();
    for (int i = 0; i < 3; ++i) {
        const auto read = std::from_chars(at, end, parts[i]);
        const bool last = i == 2;
        if (read.ec != std::errc() || (last ? read.ptr != end : read.ptr == end || *read.ptr != '-')) {
            return {};
        }
        at = last ? read.ptr : read.ptr + 1;
    }
    return {parts[0], parts[1], parts[2]};
}

class Reading {
public:
    explicit Reading(const QTimeZone& zone)
        : zone_(zone) {}

    Done take(const Term& term) {
        if (term.negated) {
            return wrong_term("negated", term);
        }
        if (term.value.empty()) {
            return wrong_term("empty", term);
        }
        if (term.field.empty()) {
            query_.text += query_.text.empty() ? term.value : " " + term.value;
            return {};
        }
        if (term.field == "amount") {
            amounts_.push_back(term);
            return {};
        }
        if (term.field == "currency") {
            return take_currency(term);
        }
        if (term.field == "tier") {
            return take_tier(term);
        }
        if (term.field == "event") {
            return take_event(term);
        }
        if (term.field == "from" || term.field == "to") {
            return take_day(term);
        }
        return take_id(term);
    }

    base::Result<ports::FeedQuery> finish() {
        for (const Term& term : amounts_) {
            if (const auto taken = take_amount(term); !taken) {
                return taken.fault();
            }
        }
        return query_;
    }

private:
    Done take_id(const Term& term) {
        if (term.field == "id") {
            query_.id = term.value;
        } else if (term.field == "agent") {
            query_.agent = domain::AgentId(term.value);
        } else if (term.field == "order") {
            query_.transaction = domain::TransactionId(term.value);
        } else if (term.field == "supplier") {
            query_.supplier = domain::SupplierId(term.value);
        } else {
            return wrong_term("field", term);
        }
        return {};
    }

    Done take_currency(const Term& term) {
        const auto currency = domain::Currency::from_code(term.value);
        if (!currency) {
            return wrong_term("currency", term);
        }
        query_.amount.currency = currency.value();
        return {};
    }

    Done take_tier(const Term& term) {
        const auto tier = domain::from_name<domain::Tier>(term.value);
        if (!tier || term.comparison != ">=") {
            return wrong_term("tier", term);
        }
        query_.at_least = *tier;
        return {};
    }

    /// The whole name before a part of one: "held" means transaction.held, not every event with these letters.
    Done take_event(const Term& term) {
        for (int number = 1; number <= domain::event_type_count; ++number) {
            const auto type = static_cast<domain::EventType>(number);
            if (ledger::contains(domain::type_name(type), term.value)) {
                query_.type = type;
                return {};
            }
        }
        return wrong_term("event", term);
    }

    Done take_amount(const Term& term) {
        if (!query_.amount.currency) {
            return wrong_term("currency", term);
        }
        const auto bound = domain::from_decimal(term.value, *query_.amount.currency);
        const std::string& sign = term.comparison;
        if (!bound || (sign != ">=" && sign != "<=" && sign != "=" && sign != ":")) {
            return wrong_term("amount", term);
        }
        if (sign != "<=") {
            query_.amount.least = bound.value().minor;
        }
        if (sign != ">=") {
            query_.amount.most = bound.value().minor;
        }
        return {};
    }

    Done take_day(const Term& term) {
        const QDate day = day_of(term.value);
        if (!day.isValid()) {
            return wrong_term("date", term);
        }
        const bool from = term.field == "from";
        const QDateTime start = (from ? day : day.addDays(1)).startOfDay(zone_);
        (from ? query_.time_from : query_.time_to) =
            base::Instant(std::chrono::milliseconds(start.toMSecsSinceEpoch()));
        return {};
    }

    const QTimeZone& zone_;
    ports::FeedQuery query_;
    std::vector<Term> amounts_; ///< read when the currency is known
};

} // namespace

base::Result<ports::FeedQuery> feed_search(std::string_view typed, const QTimeZone& zone) {
    Reading reading(zone);
    while (const auto term = next_term(typed)) {
        if (!*term) {
            return term->fault();
        }
        REEVE_TRY(reading.take(term->value()));
    }
    return reading.finish();
}

bool may_be_an_id(std::string_view typed) {
    const auto first = next_term(typed);
    const bool alone = first && !next_term(typed);
    if (!alone || !*first || !first->value().field.empty() || first->value().negated) {
        return false;
    }
    const std::string& word = first->value().value;
    return std::any_of(word.begin(), word.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

} // namespace models::feed
