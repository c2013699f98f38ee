// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/feed_search.h"

#include "app/projection/event_texts.h"
#include "app/projection/feed_row.h"
#include "app/text/word_search.h"
#include "app/wire/event_codec.h"

#include <algorithm>

namespace archive {

namespace {

using base::Result;
using store::EntryFilter;
using store::EntryPage;
using store::PageRequest;

constexpr std::uint32_t looked_at_once = 1'000;

EntryFilter filter_of(const ports::FeedQuery& query) {
    EntryFilter filter;
    filter.kind = store::EntryKind::event;
    filter.agent = query.agent;
    filter.transaction = query.transaction;
    filter.supplier = query.supplier;
    filter.type = query.type;
    filter.tier_least = query.at_least;
    filter.currency = query.amount.currency;
    filter.amount_least = query.amount.least;
    filter.amount_most = query.amount.most;
    filter.time_from = query.time_from;
    filter.time_to = query.time_to;
    return filter;
}

/// The ways in which one thing may carry the id that was typed. Where the query names another one already, that way
/// finds nothing.
std::vector<EntryFilter> filters_of(const ports::FeedQuery& query) {
    const EntryFilter plain = filter_of(query);
    if (query.id.empty()) {
        return {plain};
    }
    std::vector<EntryFilter> all;
    const auto add = [&](auto member, auto id) {
        if (plain.*member && *(plain.*member) != id) {
            return;
        }
        EntryFilter filter = plain;
        filter.*member = std::move(id);
        all.push_back(std::move(filter));
    };
    add(&EntryFilter::event, domain::EventId(query.id));
    add(&EntryFilter::transaction, domain::TransactionId(query.id));
    add(&EntryFilter::agent, domain::AgentId(query.id));
    add(&EntryFilter::supplier, domain::SupplierId(query.id));
    return all;
}

/// One search under way, page by page of entries.
class Search {
public:
    Search(const store::Reader& reader, const ports::FeedQuery& query)
        : reader_(reader)
        , filters_(filters_of(query))
        , words_(query.text)
        , limit_(std::clamp<std::size_t>(query.limit, 1, 10'000)) {
        request_.direction = query.after ? store::Direction::forward : store::Direction::backward;
        request_.from = query.after ? query.after : query.before;
        request_.bodies = true;
    }

    [[nodiscard]] Result<ports::FeedPage> run() {
        std::uint64_t looked_at = 0;
        for (;;) {
            // Without words every entry becomes a row, so none is read for nothing.
            request_.limit = words_.empty() ? static_cast<std::uint32_t>(limit_ - page_.rows.size()) : looked_at_once;
            const auto entries = next();
            if (!entries) {
                return entries.fault();
            }
            page_.more = entries->more;
            for (const store::Entry& entry : entries->entries) {
                if (page_.rows.size() == limit_) {
                    page_.more = true;
                    return page_;
                }
                REEVE_TRY(look_at(entry));
            }
            looked_at += entries->entries.size();
            if (!page_.more || page_.rows.size() == limit_ || looked_at >= ports::FeedQuery::text_reach) {
                return page_;
            }
            request_.from = page_.reached;
        }
    }

private:
    /// The next entries of any of the filters, in the page's order, each once.
    [[nodiscard]] Result<EntryPage> next() const {
        if (filters_.size() == 1) {
            return reader_.entries(filters_.front(), request_);
        }
        EntryPage merged;
        for (const EntryFilter& filter : filters_) {
            auto page = reader_.entries(filter, request_);
            if (!page) {
                return page.fault();
            }
            merged.more = merged.more || page->more;
            std::move(page->entries.begin(), page->entries.end(), std::back_inserter(merged.entries));
        }
        const bool forward = request_.direction == store::Direction::forward;
        std::sort(merged.entries.begin(), merged.entries.end(),
                  [forward](const store::Entry& left, const store::Entry& right) {
                      return forward ? left.index < right.index : left.index > right.index;
                  });
        const auto same = [](const store::Entry& left, const store::Entry& right) { return left.index == right.index; };
        merged.entries.erase(std::unique(merged.entries.begin(), merged.entries.end(), same), merged.entries.end());
        // Behind the limit another filter's entries may be missing between these.
        if (merged.entries.size() > request_.limit) {
            merged.entries.resize(request_.limit);
            merged.more = true;
        }
        return merged;
    }

    [[nodiscard]] base::Done look_at(const store::Entry& entry) {
        page_.reached = entry.index;
        const auto event = decoder_.decode(entry.body);
        if (!event) {
            return event.fault();
        }
        ports::FeedRow row = projection::feed_row(*event, entry.index, entry.received);
        if (words_.empty() || words_.matches(projection::event_texts(*event, row))) {
            page_.rows.push_back(std::move(row));
        }
        return {};
    }

    const store::Reader& reader_;
    std::vector<EntryFilter> filters_;
    text::WordSearch words_;
    std::size_t limit_;
    PageRequest request_;
    wire::Decoder decoder_;
    ports::FeedPage page_;
};

} // namespace

Result<ports::FeedPage> read_feed(const store::Reader& reader, const ports::FeedQuery& query) {
    return Search(reader, query).run();
}

} // namespace archive
