// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sieve/feed_narrowing.h"

#include "models/feed/feed_filter.h"
#include "ui/look/feed_words.h"

#include <utility>

namespace ui::sieve {

void narrow(models::feed::FeedModel& model, const models::ledger::Columns& columns, Bar& bar) {
    const filter::Wanted& wanted = bar.wanted();
    models::ledger::Filter conditions;
    if (wanted.expression != nullptr) {
        conditions.push_back(columns.condition(wanted.expression, wanted.shown));
    } else {
        auto terms = models::feed::feed_filter(wanted.words);
        if (!terms) {
            bar.show_result(false, look::FeedFilterWords::of(terms.fault()));
            return;
        }
        conditions = std::move(terms).value();
    }
    if (wanted.narrowing != nullptr) {
        conditions.push_back(columns.condition(wanted.narrowing, filter::Shown::passing));
    }
    model.table().set_filter(std::move(conditions));
    count(model, columns, bar);
}

void count(const models::feed::FeedModel& model, const models::ledger::Columns& columns, Bar& bar) {
    const filter::Wanted& wanted = bar.wanted();
    if (wanted.expression != nullptr && wanted.narrowing == nullptr) {
        bar.show_counts(columns.count(model.table().store(), *wanted.expression));
    } else {
        bar.show_counts({model.kept(), static_cast<std::size_t>(model.rowCount()), 0, 0, 0});
    }
}

} // namespace ui::sieve
