// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/feed_rows.h"

namespace models::feed {

namespace {

std::int64_t number_of(base::Instant instant) {
    return instant.time_since_epoch().count();
}

template <class Enum>
std::int64_t number_of(const std::optional<Enum>& value) {
    return value ? static_cast<std::int64_t>(*value) : ledger::nothing;
}

std::string string_at(const ledger::Store& store, ledger::Row row, int column) {
    return std::string(store.text(row, column));
}

} // namespace

std::vector<ledger::Kind> feed_columns() {
    using enum ledger::Kind;
    return {number, number, number, number, number, number, number, number,
            word,   word,   word,   word,   text,   number, word,   text};
}

void append(ledger::Store& store, const ports::FeedRow& row) {
    store.add()
        .number(static_cast<std::int64_t>(row.index))
        .number(number_of(row.time))
        .number(number_of(row.received))
        .number(static_cast<std::int64_t>(row.sequence))
        .number(row.version)
        .number(number_of(row.type))
        .number(number_of(row.tier))
        .number(row.amount ? row.amount->minor : ledger::nothing)
        .text(row.amount ? row.amount->currency.code() : std::string_view())
        .text(row.agent.bytes())
        .text(row.counterpart.bytes())
        .text(row.source.bytes())
        .text(row.transaction.bytes())
        .number(number_of(row.ours))
        .text(row.category)
        .text(row.summary.bytes());
}

ports::FeedRow feed_row(const ledger::Store& store, ledger::Row row) {
    ports::FeedRow made;
    made.index = static_cast<std::uint64_t>(store.number(row, kept::index));
    made.time = base::Instant(base::Microseconds(store.number(row, kept::time)));
    made.received = base::Instant(base::Microseconds(store.number(row, kept::received)));
    made.sequence = static_cast<std::uint64_t>(store.number(row, kept::sequence));
    made.version = static_cast<std::int32_t>(store.number(row, kept::version));
    if (const std::int64_t type = store.number(row, kept::type); type != ledger::nothing) {
        made.type = static_cast<domain::EventType>(type);
    }
    if (const std::int64_t tier = store.number(row, kept::tier); tier != ledger::nothing) {
        made.tier = static_cast<domain::Tier>(tier);
    }
    if (const std::int64_t minor = store.number(row, kept::minor); minor != ledger::nothing) {
        const auto currency = domain::Currency::from_code(store.text(row, kept::currency));
        made.amount = domain::Money{minor, currency ? currency.value() : domain::Currency()};
    }
    made.agent = domain::AgentId(string_at(store, row, kept::agent));
    made.counterpart = domain::UntrustedText(string_at(store, row, kept::counterpart));
    made.source = domain::SourceId(string_at(store, row, kept::source));
    made.transaction = domain::TransactionId(string_at(store, row, kept::transaction));
    if (const std::int64_t ours = store.number(row, kept::ours); ours != ledger::nothing) {
        made.ours = static_cast<domain::Tier>(ours);
    }
    made.category = string_at(store, row, kept::category);
    made.summary = domain::UntrustedText(string_at(store, row, kept::summary));
    return made;
}

} // namespace models::feed
