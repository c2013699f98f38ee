// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/encoding.h"
#include "app/ctl/command.h"
#include "app/ctl/stored.h"
#include "app/store/reader.h"

namespace ctl {

namespace {

constexpr std::uint32_t page_rows = 500;

base::Done show(Context& context, const store::Reader& reader, const store::QuarantineRow& row) {
    const auto entry = reader.entry(row.index);
    if (!entry) {
        return entry.fault();
    }
    json::Value value = value_of(row);
    if (entry->amount) {
        value.set("amount", value_of(*entry->amount));
    }
    value.set("raw_base64", base::to_base64(entry->body));
    context.terminal.give(value);
    const std::string times = row.times > 1 ? " (" + std::to_string(row.times) + " times)" : "";
    context.terminal.say(std::to_string(row.index) + "  " + shown(row.source.bytes()) + "  " + shown(row.place) + ": " +
                         shown(row.detail) + times);
    if (context.arguments.has("raw")) {
        context.terminal.say("    " + shown(entry->body));
    }
    return {};
}

/// Goes through a list page by page, newest first, as far as --limit says.
template <class Page, class Show>
base::Done each(std::uint64_t limit, Page page, Show show_row) {
    std::optional<std::uint64_t> before;
    for (std::uint64_t shown_rows = 0; shown_rows < limit;) {
        const auto rows = page(before);
        if (!rows) {
            return rows.fault();
        }
        for (const auto& row : *rows) {
            if (shown_rows++ == limit) {
                return {};
            }
            REEVE_TRY(show_row(row));
            before = row.index;
        }
        if (rows->size() < page_rows) {
            return {};
        }
    }
    return {};
}

base::Done list_quarantine(Context& context, const store::Reader& reader, std::uint64_t limit) {
    return each(
        limit, [&](auto before) { return reader.quarantine(before, page_rows); },
        [&](const store::QuarantineRow& row) { return show(context, reader, row); });
}

base::Done list_conflicts(Context& context, const store::Reader& reader, std::uint64_t limit) {
    return each(
        limit, [&](auto before) { return reader.conflicts(before, page_rows); },
        [&](const store::ConflictRow& row) -> base::Done {
            context.terminal.give(value_of(row));
            context.terminal.say(std::to_string(row.index) + "  " + shown(row.source.bytes()) + "  " +
                                 shown(row.id.bytes()) + " contradicts entry " + std::to_string(row.other) + " (" +
                                 std::string(store::name_of(row.kind)) + ")");
            return {};
        });
}

base::Done list_duplicates(Context& context, const store::Reader& reader, std::uint64_t limit) {
    return each(
        limit, [&](auto before) { return reader.duplicates(before, page_rows); },
        [&](const store::DuplicateRow& row) -> base::Done {
            context.terminal.give(value_of(row));
            context.terminal.say(std::to_string(row.index) + "  " + shown(row.source.bytes()) + "  " +
                                 shown(row.id.bytes()) + " came " + std::to_string(row.times) + " times more");
            return {};
        });
}

base::Done list_gaps(Context& context, const store::Reader& reader, bool all) {
    const auto rows = reader.gaps(!all);
    if (!rows) {
        return rows.fault();
    }
    for (const store::GapRow& row : *rows) {
        context.terminal.give(value_of(row));
        context.terminal.say(shown(row.source.bytes()) + "  " + std::to_string(row.from) + " to " +
                             std::to_string(row.to) +
                             (row.filled     ? " came later"
                              : row.given_up ? " are missing: asked for again and not given"
                                             : " are missing"));
    }
    return {};
}

Outcome run_quarantine(Context& context) {
    const auto limit = number_of(context.arguments, "limit");
    if (!limit) {
        return limit.fault();
    }
    const std::uint64_t most = limit->value_or(0) == 0 ? UINT64_MAX : **limit;
    const auto reader = store::Reader::open(context.folders.store());
    if (!reader) {
        return reader.fault();
    }
    const bool conflicts = context.arguments.has("conflicts") || context.arguments.has("all");
    const bool duplicates = context.arguments.has("duplicates") || context.arguments.has("all");
    const bool gaps = context.arguments.has("gaps") || context.arguments.has("all");
    if (context.arguments.has("all") || !(conflicts || duplicates || gaps)) {
        REEVE_TRY(list_quarantine(context, *reader, most));
    }
    if (conflicts) {
        REEVE_TRY(list_conflicts(context, *reader, most));
    }
    if (duplicates) {
        REEVE_TRY(list_duplicates(context, *reader, most));
    }
    if (gaps) {
        REEVE_TRY(list_gaps(context, *reader, context.arguments.has("all")));
    }
    return ExitCode::done;
}

} // namespace

Command quarantine_command() {
    return {{"quarantine",
             "",
             "Lists what was set aside, newest first: unreadable input with its reason, and more on request",
             "",
             {{"conflicts", "", "instead: events that contradict what was recorded", false},
              {"duplicates", "", "instead: events that came again, byte for byte", false},
              {"gaps", "", "instead: sequences that are missing", false},
              {"all", "", "all four", false},
              {"raw", "", "the input itself, below each line", false},
              {"limit", "N", "at most N of each (default: all)", false}},
             0,
             0},
            run_quarantine};
}

} // namespace ctl
