// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/encoding.h"
#include "app/ctl/command.h"
#include "app/ctl/stored.h"
#include "app/store/keeper.h"
#include "app/store/reader.h"

namespace ctl {

namespace {

constexpr std::uint32_t shown_gaps = 10;

json::Value status_value(const store::Status& status, const std::optional<store::Holder>& holder) {
    using json::Value;
    Value out = Value::object({{"schema", Value(status.schema)},
                               {"entries", Value::decimal(status.entries)},
                               {"events", Value::decimal(status.events)},
                               {"duplicates", Value::decimal(status.duplicates)},
                               {"conflicts", Value::decimal(status.conflicts)},
                               {"quarantined", Value::decimal(status.quarantined)},
                               {"open_gaps", Value::decimal(status.open_gaps)},
                               {"open_cases", Value::decimal(status.open_cases)},
                               {"unsettled_decisions", Value::decimal(status.unsettled_decisions)},
                               {"file_bytes", Value::decimal(status.file_bytes)},
                               {"wal_bytes", Value::decimal(status.wal_bytes)},
                               {"root", Value(base::to_base64(status.root))}});
    if (holder) {
        out.set("keeper", Value::object({{"program", Value(holder->program)},
                                         {"pid", Value::decimal(holder->pid)},
                                         {"since", Value(base::to_rfc3339(holder->since))}}));
    }
    if (status.last_checkpoint) {
        out.set("checkpoint", Value::object({{"size", Value::decimal(status.last_checkpoint->size)},
                                             {"root", Value(base::to_base64(status.last_checkpoint->root))},
                                             {"made", Value(base::to_rfc3339(status.last_checkpoint->made))}}));
    }
    Value sources = Value::array();
    for (const store::SourceRow& row : status.sources) {
        sources.append(value_of(row));
    }
    out.set("sources", std::move(sources));
    return out;
}

void say_status(Terminal& terminal, const store::Status& status, const std::optional<store::Holder>& holder) {
    terminal.say("Record:    " + shown_number(status.entries) + " entries, " + shown_number(status.events) +
                 " events, " + shown_number(status.file_bytes / 1024) + " KiB");
    terminal.say("Root:      " + base::to_base64(status.root));
    terminal.say("Keeper:    " + (holder ? shown(holder->program) + ", process " + std::to_string(holder->pid) +
                                               ", since " + base::to_rfc3339(holder->since)
                                         : std::string("nobody; nothing is recorded now")));
    terminal.say("Cases:     " + shown_number(status.open_cases) + " open; " +
                 shown_number(status.unsettled_decisions) + " decisions not settled");
    terminal.say("Set aside: " + shown_number(status.quarantined) + " not readable, " + shown_number(status.conflicts) +
                 " contradicting, " + shown_number(status.duplicates) + " came twice, " +
                 shown_number(status.open_gaps) + " gaps");
    for (const store::SourceRow& row : status.sources) {
        terminal.say("Source:    " + shown(row.source.bytes()) + ": complete to " + shown_number(row.contiguous) +
                     " of " + shown_number(row.highest) + ", last received " + base::to_rfc3339(row.last_received));
    }
}

/// The first gaps, so that nobody has to ask which they are.
void say_gaps(Terminal& terminal, const std::vector<store::GapRow>& gaps, std::uint64_t open) {
    for (const store::GapRow& row : gaps) {
        const std::string range =
            row.from == row.to ? shown_number(row.from) : shown_number(row.from) + " to " + shown_number(row.to);
        terminal.say("Missing:   " + shown(row.source.bytes()) + ": " + range +
                     (row.given_up ? ", asked for again and not given" : ""));
    }
    if (open > gaps.size()) {
        terminal.say("           and " + shown_number(open - gaps.size()) + " more; reevectl quarantine --gaps");
    }
}

Outcome run_status(Context& context) {
    const auto reader = store::Reader::open(context.folders.store());
    if (!reader) {
        return reader.fault();
    }
    const auto status = reader->status();
    if (!status) {
        return status.fault();
    }
    const auto holder = store::Keeper::holder(context.folders.store());
    if (!holder) {
        return holder.fault();
    }
    const auto gaps = reader->gaps(true, shown_gaps);
    if (!gaps) {
        return gaps.fault();
    }
    json::Value value = status_value(*status, *holder);
    json::Value missing = json::Value::array();
    for (const store::GapRow& row : *gaps) {
        missing.append(value_of(row));
    }
    value.set("gaps", std::move(missing));
    context.terminal.give(value);
    say_status(context.terminal, *status, *holder);
    say_gaps(context.terminal, *gaps, status->open_gaps);
    return ExitCode::done;
}

} // namespace

Command status_command() {
    return {{"status", "", "Says how the record stands: size, root, keeper, sources, what was set aside", "", {}, 0, 0},
            run_status};
}

} // namespace ctl
