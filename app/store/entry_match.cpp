// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/entry_match.h"

#include "app/store/row_codec.h"

namespace store {

namespace {

bool text_is(const Statement& row, int column, const auto& wanted) {
    return !wanted || row.text(column) == wanted->bytes();
}

} // namespace

EntryMatch::EntryMatch(const EntryFilter& filter, std::set<std::int64_t> suspected_batches)
    : filter_(filter)
    , suspected_(std::move(suspected_batches)) {}

bool EntryMatch::passes(const Statement& row) const {
    return numbers_pass(row) && money_passes(row) && texts_pass(row);
}

bool EntryMatch::numbers_pass(const Statement& row) const {
    if (filter_.kind && row.integer(1) != static_cast<std::int64_t>(*filter_.kind)) {
        return false;
    }
    if (filter_.type && row.integer(5) != static_cast<std::int64_t>(*filter_.type)) {
        return false;
    }
    if (filter_.tier && (row.is_null(13) || row.integer(13) != static_cast<std::int64_t>(*filter_.tier))) {
        return false;
    }
    if (filter_.tier_least && (row.is_null(13) || row.integer(13) < static_cast<std::int64_t>(*filter_.tier_least))) {
        return false;
    }
    if (filter_.event && row.integer(1) != static_cast<std::int64_t>(EntryKind::event)) {
        return false;
    }
    const std::int64_t time = row.integer(6);
    if ((filter_.time_from && time < micros(*filter_.time_from)) ||
        (filter_.time_to && time >= micros(*filter_.time_to))) {
        return false;
    }
    const std::int64_t batch = row.integer(16);
    return (!filter_.batch || batch == *filter_.batch) && !(filter_.without_suspected && suspected_.contains(batch));
}

bool EntryMatch::money_passes(const Statement& row) const {
    if (!filter_.currency && !filter_.amount_least && !filter_.amount_most) {
        return true;
    }
    if (row.is_null(14)) {
        return false;
    }
    const std::int64_t amount = row.integer(14);
    return (!filter_.currency || row.text(15) == filter_.currency->code()) &&
           (!filter_.amount_least || amount >= *filter_.amount_least) &&
           (!filter_.amount_most || amount <= *filter_.amount_most);
}

bool EntryMatch::texts_pass(const Statement& row) const {
    return text_is(row, 2, filter_.source) && text_is(row, 4, filter_.event) && text_is(row, 8, filter_.agent) &&
           text_is(row, 9, filter_.transaction) && text_is(row, 11, filter_.supplier) &&
           (!filter_.category || row.text(12) == *filter_.category);
}

} // namespace store
