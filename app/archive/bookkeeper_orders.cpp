// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/bookkeeper.h"
#include "app/projection/order_list.h"

#include <algorithm>

// The orders behind a sum. The sums know none of them, so they are read from the record, the newest first.

namespace archive {

namespace {

constexpr std::uint32_t most_lines = 200;
constexpr std::uint32_t entries_in_a_page = 256;
/// Folding waits for a question, so that one answer looks at no more orders than this; whoever wants more asks on.
constexpr std::uint64_t most_looked_at = 256;

} // namespace

void Bookkeeper::orders(ports::OrdersQuery query, ports::Reply<ports::OrdersPage> reply) {
    ask([this, query = std::move(query), reply = std::move(reply)] { reply(find_orders(query)); });
}

base::Result<ports::OrdersPage> Bookkeeper::find_orders(const ports::OrdersQuery& query) {
    REEVE_TRY(open());
    store::EntryFilter filter;
    filter.kind = store::EntryKind::event;
    filter.type = domain::EventType::transaction_completed;
    filter.time_from = query.only.within ? std::max(query.only.within->from, query.time.from) : query.time.from;
    filter.time_to = query.only.within ? std::min(query.only.within->to, query.time.to) : query.time.to;
    filter.without_suspected = true;
    ports::OrdersPage page;
    page.reached = query.before;
    page.more = true;
    while (page.more && page.looked_at < most_looked_at && page.lines.size() < most_lines) {
        const auto entries =
            reader_->entries(filter, {page.reached, store::Direction::backward, entries_in_a_page, false});
        if (!entries) {
            return entries.fault();
        }
        for (const store::Entry& entry : entries->entries) {
            const domain::TransactionKey key{entry.source, entry.transaction};
            const auto told = told_of(key);
            if (!told) {
                return told.fault();
            }
            projection::OrderState order;
            for (const projection::Told& each : *told) {
                projection::advance(order, each);
            }
            ++page.looked_at;
            page.reached = entry.index;
            // Reported twice: the first report is the one that counts, and the one at which the order is listed.
            const bool counted_here = order.completed && order.completed->time == entry.time;
            if (auto line = projection::order_line(key, order, query); line && counted_here) {
                page.lines.push_back(std::move(*line));
            }
        }
        page.more = entries->more;
    }
    return page;
}

} // namespace archive
