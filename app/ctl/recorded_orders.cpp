// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/recorded_orders.h"

#include "app/archive/walk.h"

namespace ctl {

base::Result<std::uint64_t> walk_orders(Context& context, const Judge& judge) {
    facts::FactBook facts;
    std::uint64_t unreadable = 0;
    archive::Walker walker;
    walker.take = [&](const domain::Event& event) {
        if (const auto* version = std::get_if<domain::TransactionVersion>(&event.payload)) {
            judge(*version, facts, event.time);
        }
        facts.apply(event);
    };
    walker.leave_out = [&] { ++unreadable; };
    walker.go_on = [&](std::uint64_t done, std::uint64_t total) {
        context.terminal.progress("judging", done, total);
        return !Interrupt::asked();
    };
    REEVE_TRY(archive::walk_record(context.folders.store(), walker));
    context.terminal.end_progress();
    return unreadable;
}

} // namespace ctl
