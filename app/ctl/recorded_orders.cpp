// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/recorded_orders.h"

#include "app/store/reader.h"
#include "app/wire/event_codec.h"

#include <set>

namespace ctl {

namespace {

constexpr std::uint32_t page = 5000;

base::Result<std::set<std::int64_t>> batches_left_out(const store::Reader& reader) {
    const auto rows = reader.batches(1'000'000);
    if (!rows) {
        return rows.fault();
    }
    std::set<std::int64_t> numbers;
    for (const store::BatchRow& row : *rows) {
        if (row.state == store::BatchState::suspected || row.state == store::BatchState::discarded) {
            numbers.insert(row.number);
        }
    }
    return numbers;
}

} // namespace

base::Result<std::uint64_t> walk_orders(Context& context, const Judge& judge) {
    const auto reader = store::Reader::open(context.folders.store());
    if (!reader) {
        return reader.fault();
    }
    const auto left_out = batches_left_out(*reader);
    const auto status = reader->status();
    if (!left_out || !status) {
        return left_out ? status.fault() : left_out.fault();
    }
    facts::FactBook facts;
    wire::Decoder decoder;
    std::uint64_t unreadable = 0;
    for (std::uint64_t from = 0;;) {
        const auto entries = reader->range(from, page);
        if (!entries) {
            return entries.fault();
        }
        if (entries->empty()) {
            break;
        }
        for (const store::Entry& entry : *entries) {
            from = entry.index + 1;
            if (entry.kind != store::EntryKind::event || left_out->contains(entry.batch)) {
                continue;
            }
            const auto event = decoder.decode(entry.body);
            if (!event) {
                ++unreadable;
                continue;
            }
            if (const auto* version = std::get_if<domain::TransactionVersion>(&event->payload)) {
                judge(*version, facts, event->time);
            }
            facts.apply(*event);
        }
        if (Interrupt::asked()) {
            return base::Fault{base::FaultCode::cancelled, "interrupted", {}};
        }
        context.terminal.progress("judging", from, status->entries);
    }
    context.terminal.end_progress();
    return unreadable;
}

} // namespace ctl
