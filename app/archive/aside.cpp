// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/aside.h"

#include <algorithm>

namespace archive {

namespace {

using base::Result;

constexpr std::size_t beginning_bytes = 4096;

/// One more than asked for, to know whether there are more.
std::uint32_t one_more(std::uint32_t limit) {
    return std::clamp<std::uint32_t>(limit, 1, 10'000) + 1;
}

/// Cuts the row that was read only to know that it is there.
template <class Row>
bool cut(std::vector<Row>& rows, std::uint32_t asked) {
    if (rows.size() < asked) {
        return false;
    }
    rows.resize(asked - 1);
    return true;
}

ports::ConflictKind kind_of(store::ConflictKind kind) {
    switch (kind) {
    case store::ConflictKind::other_body: return ports::ConflictKind::other_body;
    case store::ConflictKind::other_identity: return ports::ConflictKind::other_identity;
    case store::ConflictKind::other_version: return ports::ConflictKind::other_version;
    }
    return ports::ConflictKind::other_body;
}

Result<ports::QuarantineRow> row_of(const store::Reader& reader, const store::QuarantineRow& stored) {
    auto entry = reader.entry(stored.index);
    if (!entry) {
        return entry.fault();
    }
    ports::QuarantineRow row;
    row.index = stored.index;
    row.source = stored.source;
    row.sequence = entry->sequence;
    row.received = stored.received;
    row.reason = base::Fault{stored.code, stored.detail, stored.place};
    row.size = stored.size;
    row.kept = stored.kept;
    row.times = stored.times;
    row.last_received = stored.last_received;
    row.beginning = domain::UntrustedText(entry->body.substr(0, beginning_bytes));
    return row;
}

} // namespace

Result<ports::QuarantinePage> read_quarantine(const store::Reader& reader, const ports::AsideQuery& query) {
    const std::uint32_t asked = one_more(query.limit);
    auto stored = reader.quarantine(query.before, asked);
    if (!stored) {
        return stored.fault();
    }
    ports::QuarantinePage page;
    page.more = cut(*stored, asked);
    for (const store::QuarantineRow& one : *stored) {
        auto row = row_of(reader, one);
        if (!row) {
            return row.fault();
        }
        page.rows.push_back(std::move(row).value());
    }
    return page;
}

Result<ports::ConflictPage> read_conflicts(const store::Reader& reader, const ports::AsideQuery& query) {
    const std::uint32_t asked = one_more(query.limit);
    auto stored = reader.conflicts(query.before, asked);
    if (!stored) {
        return stored.fault();
    }
    ports::ConflictPage page;
    page.more = cut(*stored, asked);
    for (store::ConflictRow& one : *stored) {
        page.rows.push_back(ports::ConflictRow{one.index, one.other, kind_of(one.kind), std::move(one.source),
                                               std::move(one.id), one.sequence, std::move(one.transaction), one.times,
                                               one.received, one.last_received});
    }
    return page;
}

Result<ports::GapPage> read_gaps(const store::Reader& reader, const ports::GapQuery& query) {
    const std::uint32_t asked = one_more(query.limit);
    std::optional<store::GapRow> after;
    if (query.after) {
        after.emplace();
        after->source = query.after->source;
        after->from = query.after->from;
    }
    auto stored = reader.gaps(query.open_only, asked, after);
    if (!stored) {
        return stored.fault();
    }
    ports::GapPage page;
    page.more = cut(*stored, asked);
    for (const store::GapRow& gap : *stored) {
        page.rows.push_back(ports::GapRow{gap.source, gap.from, gap.to, gap.filled, gap.given_up, gap.noticed});
    }
    return page;
}

} // namespace archive
