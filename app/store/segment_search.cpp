// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/segment_search.h"

#include "app/store/new_entry.h"
#include "app/store/row_codec.h"

#include <limits>

namespace store {

namespace {

constexpr std::uint64_t highest_key = EntryKeys::none - 1;

} // namespace

SegmentSearch::SegmentSearch(const EntryFilter& filter, const base::KeyedHash& hash,
                             const std::vector<std::int64_t>& sources) {
    if (filter.event) {
        Term term{Dimension::identity, 0, 0, {}};
        for (const std::int64_t source : sources) {
            term.any.push_back(identity_key(hash, source, filter.event->bytes()));
        }
        terms_.push_back(std::move(term));
    }
    if (filter.transaction) {
        Term term{Dimension::transaction, 0, 0, {}};
        for (const std::int64_t source : sources) {
            term.any.push_back(transaction_key(hash, source, filter.transaction->bytes()));
        }
        terms_.push_back(std::move(term));
    }
    if (filter.agent) {
        add(Dimension::agent, text_key(hash, Dimension::agent, filter.agent->bytes()));
    }
    if (filter.supplier) {
        add(Dimension::supplier, text_key(hash, Dimension::supplier, filter.supplier->bytes()));
    }
    if (filter.category && !filter.category->empty()) {
        add(Dimension::category, text_key(hash, Dimension::category, *filter.category));
    }
    if (filter.tier) {
        add(Dimension::tier, static_cast<std::uint64_t>(*filter.tier));
    }
    if (filter.tier_least) {
        terms_.push_back(Term{Dimension::tier, static_cast<std::uint64_t>(*filter.tier_least), highest_key, {}});
    }
    if (filter.type) {
        add(Dimension::type, static_cast<std::uint64_t>(*filter.type));
    }
    if (filter.time_from || filter.time_to) {
        const std::int64_t from =
            filter.time_from ? micros(*filter.time_from) : std::numeric_limits<std::int64_t>::min();
        const std::int64_t to = filter.time_to ? micros(*filter.time_to) : std::numeric_limits<std::int64_t>::max();
        terms_.push_back(Term{Dimension::time, key_of(from), key_of(to), {}});
    }
    if (filter.amount_least || filter.amount_most) {
        terms_.push_back(Term{Dimension::amount,
                              amount_key(filter.amount_least.value_or(std::numeric_limits<std::int64_t>::min())),
                              amount_key(filter.amount_most.value_or(std::numeric_limits<std::int64_t>::max())),
                              {}});
    }
    if (filter.currency) {
        add(Dimension::currency, text_key(hash, Dimension::currency, filter.currency->code()));
    }
    if (filter.source && !filter.transaction && !filter.event) { // whose keys are made with the source
        terms_.push_back(Term{Dimension::source, 0, 0, {sources.begin(), sources.end()}});
    }
    if (filter.kind) {
        add(Dimension::kind, static_cast<std::uint64_t>(*filter.kind));
    }
}

void SegmentSearch::add(Dimension dimension, std::uint64_t key) {
    terms_.push_back(Term{dimension, key, key, {}});
}

base::Done SegmentSearch::search(std::uint64_t segment, Statements& statements, SegmentBits& into) const {
    into.mark_all();
    SegmentBits found;
    for (const Term& term : terms_) {
        found.clear();
        const bool single = !term.any.empty() || term.dimension == Dimension::transaction ||
                            term.dimension == Dimension::source || term.dimension == Dimension::identity;
        for (const std::uint64_t key : term.any) {
            REEVE_TRY(mark(segment, term.dimension, key, key, statements, found));
        }
        if (!single) {
            REEVE_TRY(mark(segment, term.dimension, term.low, term.high, statements, found));
        }
        into &= found;
        if (into.is_empty()) {
            return {};
        }
    }
    return {};
}

/// The block that may begin before `low` and all that begin within the range.
base::Done SegmentSearch::mark(std::uint64_t segment, Dimension dimension, std::uint64_t low, std::uint64_t high,
                               Statements& statements, SegmentBits& into) {
    return statements.each(
        "SELECT key, data FROM segment_block WHERE segment = ?1 AND dimension = ?2 AND key <= ?4 AND key >= "
        "coalesce((SELECT max(key) FROM segment_block WHERE segment = ?1 AND dimension = ?2 AND key <= ?3), ?3) "
        "ORDER BY key",
        [&](Statement& statement) {
            statement.bind(1, stored(segment));
            statement.bind(2, static_cast<std::int64_t>(dimension));
            statement.bind(3, stored_key(low));
            statement.bind(4, stored_key(high));
        },
        [&](const Statement& row) {
            return walk_block(key_from_stored(row.integer(0)), row.blob(1),
                              [&](std::uint64_t key, std::uint16_t offset) {
                                  if (key >= low && key <= high) {
                                      into.mark(offset);
                                  }
                              });
        });
}

} // namespace store
