// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/entry_match.h"
#include "app/store/new_entry.h"
#include "app/store/reader_impl.h"
#include "app/store/row_codec.h"
#include "app/store/segment_search.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace store {

namespace {

/// Half-open range of entries that is still to be looked at.
struct Range {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    [[nodiscard]] bool empty() const { return from >= to; }
};

Range range_of(const PageRequest& page, std::uint64_t size) {
    if (page.direction == Direction::forward) {
        return {page.from ? *page.from + 1 : 0, size};
    }
    return {0, page.from ? std::min(*page.from, size) : size};
}

constexpr std::string_view scan_forward =
    "SELECT " REEVE_ENTRY_COLUMNS REEVE_ENTRY_FROM "WHERE e.n >= ?1 AND e.n < ?2 ORDER BY e.n";
constexpr std::string_view scan_backward =
    "SELECT " REEVE_ENTRY_COLUMNS REEVE_ENTRY_FROM "WHERE e.n >= ?1 AND e.n < ?2 ORDER BY e.n DESC";

/// One search under way.
class Walk {
public:
    Walk(Statements& statements, const EntryMatch& match, const SegmentSearch& segments, const PageRequest& page,
         const std::function<bool(Entry)>& visit)
        : statements_(statements)
        , match_(match)
        , segments_(segments)
        , direction_(page.direction)
        , bodies_(page.bodies)
        , visit_(visit) {}

    [[nodiscard]] bool stopped() const { return stopped_; }

    /// Looks at every row of a range.
    base::Done scan(const Range& range) {
        const auto prepared = statements_.get(direction_ == Direction::forward ? scan_forward : scan_backward);
        if (!prepared) {
            return prepared.fault();
        }
        Statement& statement = **prepared;
        const Use use(statement);
        statement.bind(1, stored(range.from));
        statement.bind(2, stored(range.to));
        while (!stopped_) {
            const auto stepped = statement.step();
            if (!stepped) {
                return stepped.fault();
            }
            if (!*stepped) {
                return {};
            }
            REEVE_TRY(offer(statement));
        }
        return {};
    }

    /// Looks at the rows that the index of one segment names.
    base::Done segment(std::uint64_t number, const Range& range) {
        SegmentBits bits;
        REEVE_TRY(segments_.search(number, statements_, bits));
        const std::uint64_t start = number * segment_entries;
        const auto from = static_cast<std::size_t>(std::max(range.from, start) - start);
        const auto to = static_cast<std::size_t>(std::min(range.to - start, std::uint64_t{segment_entries}));
        const bool forward = direction_ == Direction::forward;
        std::size_t at = forward ? bits.first_from(from) : bits.last_before(to);
        while (at != SegmentBits::none && at >= from && at < to && !stopped_) {
            REEVE_TRY(scan({start + at, start + at + 1}));
            at = forward ? bits.first_from(at + 1) : bits.last_before(at);
        }
        return {};
    }

private:
    base::Done offer(const Statement& row) {
        if (!match_.passes(row)) {
            return {};
        }
        auto entry = read_entry(row, bodies_);
        if (!entry) {
            return entry.fault();
        }
        stopped_ = !visit_(std::move(*entry));
        return {};
    }

    Statements& statements_;
    const EntryMatch& match_;
    const SegmentSearch& segments_;
    Direction direction_;
    bool bodies_;
    const std::function<bool(Entry)>& visit_;
    bool stopped_ = false;
};

/// The entries behind the sealed segments: all of them, or those that are known to be about the transaction.
struct OpenTail {
    Range range;
    std::optional<std::vector<std::uint64_t>> only; ///< in the direction of the walk
};

base::Done walk_tail(Walk& walk, const OpenTail& tail) {
    if (!tail.only) {
        return tail.range.empty() ? base::Done() : walk.scan(tail.range);
    }
    for (const std::uint64_t entry : *tail.only) {
        if (!walk.stopped() && entry >= tail.range.from && entry < tail.range.to) {
            REEVE_TRY(walk.scan({entry, entry + 1}));
        }
    }
    return {};
}

/// Sealed segments one by one, then the open tail; or the other way round.
base::Done walk_all(Walk& walk, const Range& range, const OpenTail& tail, std::uint64_t sealed, Direction direction) {
    const std::uint64_t first = std::min(range.from / segment_entries, sealed);
    const std::uint64_t last = std::min((range.to + segment_entries - 1) / segment_entries, sealed);
    if (direction == Direction::backward) {
        REEVE_TRY(walk_tail(walk, tail));
    }
    for (std::uint64_t i = first; i < last && !walk.stopped(); ++i) {
        REEVE_TRY(walk.segment(direction == Direction::forward ? i : last - 1 - (i - first), range));
    }
    return direction == Direction::forward && !walk.stopped() ? walk_tail(walk, tail) : base::Done();
}

} // namespace

base::Done Reader::Impl::search(const EntryFilter& filter, const PageRequest& page,
                                const std::function<bool(Entry)>& visit) {
    std::vector<std::int64_t> sources;
    std::set<std::int64_t> suspected;
    REEVE_TRY(statements_.each(
        "SELECT number, name FROM source", [](Statement&) {},
        [&](const Statement& row) {
            if (!filter.source || row.text(1) == filter.source->bytes()) {
                sources.push_back(row.integer(0));
            }
            return base::Done();
        }));
    REEVE_TRY(statements_.each(
        "SELECT number FROM batch WHERE state IN (3, 5)", [](Statement&) {},
        [&](const Statement& row) {
            suspected.insert(row.integer(0));
            return base::Done();
        }));
    const auto size = number("SELECT coalesce(max(n) + 1, 0) FROM entry");
    const auto sealed = number("SELECT coalesce(max(number) + 1, 0) FROM segment");
    if (!size || !sealed) {
        return size ? sealed.fault() : size.fault();
    }
    const EntryMatch match(filter, std::move(suspected));
    const SegmentSearch segments(filter, hash_, sources);
    Walk walk(statements_, match, segments, page, visit);
    const Range range = range_of(page, *size);
    if (!segments.narrows()) {
        return walk.scan(range);
    }
    OpenTail tail{{std::max(range.from, *sealed * segment_entries), range.to}, std::nullopt};
    if (filter.transaction) {
        REEVE_TRY(tail_.follow(statements_, hash_, *sealed * segment_entries, *size));
        auto& only = tail.only.emplace();
        for (const std::int64_t source : sources) {
            tail_.find(transaction_key(hash_, source, filter.transaction->bytes()), only);
        }
        std::sort(only.begin(), only.end());
        if (page.direction == Direction::backward) {
            std::reverse(only.begin(), only.end());
        }
    }
    return walk_all(walk, range, tail, *sealed, page.direction);
}

base::Result<EntryPage> Reader::entries(const EntryFilter& filter, const PageRequest& page) const {
    return impl_->in_one_state([&]() -> base::Result<EntryPage> {
        EntryPage found;
        const std::size_t limit = std::clamp<std::size_t>(page.limit, 1, 10'000);
        REEVE_TRY(impl_->search(filter, page, [&](Entry entry) {
            if (found.entries.size() == limit) {
                found.more = true;
                return false;
            }
            found.entries.push_back(std::move(entry));
            return true;
        }));
        return found;
    });
}

base::Result<std::uint64_t> Reader::count(const EntryFilter& filter, std::uint64_t most) const {
    return impl_->in_one_state([&]() -> base::Result<std::uint64_t> {
        std::uint64_t counted = 0;
        PageRequest page;
        page.direction = Direction::forward;
        REEVE_TRY(impl_->search(filter, page, [&](const Entry&) { return ++counted < most; }));
        return std::min(counted, most);
    });
}

base::Result<std::vector<Entry>> Reader::transaction(const domain::TransactionKey& key, std::uint32_t limit) const {
    return impl_->in_one_state([&]() -> base::Result<std::vector<Entry>> {
        EntryFilter filter;
        filter.source = key.source;
        filter.transaction = key.id;
        PageRequest page;
        page.direction = Direction::forward;
        std::vector<Entry> found;
        REEVE_TRY(impl_->search(filter, page, [&](Entry entry) {
            found.push_back(std::move(entry));
            return found.size() < limit;
        }));
        for (Entry& entry : found) {
            REEVE_TRY(impl_->statements_.each(
                "SELECT body FROM entry WHERE n = ?1",
                [&](Statement& statement) { statement.bind(1, stored(entry.index)); },
                [&](const Statement& row) {
                    entry.body = copy(row.blob(0));
                    return base::Done();
                }));
        }
        return found;
    });
}

} // namespace store
