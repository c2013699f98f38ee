// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/vocabulary.h"

#include "app/policy/entries.h"

#include <cstdlib>

namespace policy {

namespace {

using cel::Value;

const std::vector<Entry>& entries() {
    static const std::vector<Entry> table = [] {
        std::vector<Entry> all;
        add_order_entries(all);
        add_party_entries(all);
        add_history_entries(all);
        return all;
    }();
    return table;
}

/// The larger of two amounts, compared at a rate where they are of two currencies; nothing when that is not known.
std::optional<domain::Money> larger(const std::optional<domain::Money>& left, const Value& right,
                                    const cel::RateTable& rates) {
    if (!left || !right.is(cel::Kind::money)) {
        return std::nullopt;
    }
    const domain::Money other = right.money();
    if (left->currency == other.currency) {
        return left->minor < other.minor ? other : *left;
    }
    const cel::Rate* rate = rates.find(left->currency, other.currency);
    const auto order = rate == nullptr ? std::nullopt : cel::compare_at(*left, other, *rate);
    return order ? std::optional(*order < 0 ? other : *left) : std::nullopt;
}

/// Everything known and in order.
struct Harmless {
    domain::TransactionVersion version;
    domain::Agent agent;
    domain::Mandate mandate;
    facts::Facts facts;
    base::Instant now = base::from_rfc3339("2026-03-03T10:00:00Z").value(); // a Tuesday
};

Harmless harmless(const Document& document) {
    Harmless all;
    const domain::Money small{100, document.tiers.empty() ? domain::Currency() : document.tiers.front().from.currency};
    domain::Subject& order = all.version.subject;
    order.agent = all.agent.id = domain::AgentId("agent");
    order.owner = domain::OwnerId("owner");
    order.supplier.id = domain::SupplierId("supplier");
    order.supplier.name = domain::UntrustedText("Supplier");
    order.payee.account = "account";
    order.mandate = all.mandate.id = domain::MandateId("mandate");
    all.mandate.agent = all.agent.id;
    all.mandate.not_after = all.now + std::chrono::hours(24);
    order.net = order.gross = small;
    order.tax = {0, small.currency};
    all.facts.together.total = small;
    const domain::Money nothing{0, small.currency};
    for (facts::Spend* spend :
         {&all.facts.agent_spend, &all.facts.owner_spend, &all.facts.supplier_spend, &all.facts.category_spend}) {
        spend->own = {nothing, nothing, nothing, nothing};
    }
    const facts::Seen known{all.now - std::chrono::hours(24 * 365), 100};
    all.facts.agent_seen = all.facts.supplier_seen = all.facts.pair_seen = all.facts.payee_seen = known;
    all.facts.human_looked = all.now - std::chrono::hours(24);
    return all;
}

} // namespace

const cel::Environment& vocabulary() {
    static const cel::Environment environment = [] {
        cel::Environment made;
        for (const Entry& entry : entries()) {
            made.declare(entry.name, entry.type, entry.description);
        }
        return made;
    }();
    return environment;
}

cel::Slot slot_of(std::string_view name) {
    const auto slot = vocabulary().find(name);
    if (!slot) {
        std::abort(); // a defect: the table and its users disagree
    }
    return *slot;
}

std::vector<Value> row_of(const Case& one, const Document& document, const std::vector<domain::LineCover>& cover,
                          cel::Arena& arena, const Wanted& wanted) {
    std::vector<Value> row(entries().size());
    const Source source{one, document, arena, cover};
    for (std::size_t slot = 0; slot < row.size(); ++slot) {
        if (wanted.empty() || wanted[slot]) {
            row[slot] = entries()[slot].value(source);
        }
    }
    complete_row(row, document);
    return row;
}

std::size_t names_of_order() {
    static const std::size_t count = [] {
        std::vector<Entry> order;
        add_order_entries(order);
        return order.size();
    }();
    return count;
}

std::vector<Value> harmless_row(const Document& document, cel::Arena& arena) {
    Harmless all = harmless(document);
    all.facts.agent = &all.agent;
    all.facts.mandate = &all.mandate;
    std::vector<Value> row = row_of({all.version, all.facts, all.now}, document, {}, arena);
    for (Value& value : row) {
        if (value.is(cel::Kind::string)) {
            value = arena.string(value.text()); // the order that it looks at ends here
        }
    }
    row[slot_of("amount")] = Value(); // follows from what is given
    return row;
}

void complete_row(std::vector<Value>& row, const Document& document) {
    Value& amount = row[slot_of("amount")];
    if (!amount.is(cel::Kind::absent)) {
        return;
    }
    const Value& gross = row[slot_of("gross")];
    std::optional<domain::Money> largest = gross.is(cel::Kind::money) ? std::optional(gross.money()) : std::nullopt;
    largest = larger(largest, row[slot_of("commitment")], document.rates);
    largest = larger(largest, row[slot_of("together.total")], document.rates);
    amount = money_value(largest);
}

} // namespace policy
