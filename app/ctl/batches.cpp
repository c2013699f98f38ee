// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/stored.h"
#include "app/handover/local_access.h"
#include "app/store/reader.h"

namespace ctl {

namespace {

std::string in_words(const store::BatchRow& row) {
    std::string line = std::to_string(row.number) + "  " + shown(row.source.bytes()) + "  " +
                       std::string(store::name_of(row.state)) + "  " + shown_number(row.events) + " events, " +
                       shown_number(row.duplicates) + " known already, begun " + base::to_rfc3339(row.begun);
    if (row.same_as) {
        line += ", the same rows as batch " + std::to_string(*row.same_as);
    }
    return line;
}

Outcome resolve(Context& context, const std::string& option, bool keep) {
    const auto number = number_of(context.arguments, option);
    if (!number) {
        return number.fault();
    }
    const std::string by = context.arguments.value("by");
    if (by.empty()) {
        return base::Fault{base::FaultCode::invalid_argument,
                           "say who decides this with --by PERSON; it is recorded with the name",
                           {}};
    }
    auto setup = RecordSetup::make(context.folders, "reevectl batches");
    if (!setup) {
        return std::move(setup).fault();
    }
    auto access = handover::open_access(setup->options(), context.clock);
    if (!access) {
        return std::move(access).fault();
    }
    const auto row = (*access)->resolve_batch(static_cast<std::int64_t>(**number), keep, domain::PersonId(by));
    if (!row) {
        return row.fault();
    }
    context.terminal.give(value_of(*row));
    context.terminal.say(in_words(*row));
    return ExitCode::done;
}

Outcome run_batches(Context& context) {
    if (context.arguments.has("keep") && context.arguments.has("discard")) {
        return base::Fault{base::FaultCode::invalid_argument, "--keep and --discard exclude each other", {}};
    }
    if (context.arguments.has("keep")) {
        return resolve(context, "keep", true);
    }
    if (context.arguments.has("discard")) {
        return resolve(context, "discard", false);
    }
    const auto reader = store::Reader::open(context.folders.store());
    if (!reader) {
        return reader.fault();
    }
    const auto rows = reader->batches();
    if (!rows) {
        return rows.fault();
    }
    bool suspected = false;
    for (const store::BatchRow& row : *rows) {
        suspected = suspected || row.state == store::BatchState::suspected;
        context.terminal.give(value_of(row));
        context.terminal.say(in_words(row));
    }
    return suspected ? ExitCode::reservations : ExitCode::done;
}

} // namespace

Command batches_command() {
    return {{"batches",
             "",
             "Lists imports, and settles those that are suspected duplicates",
             "Ends with 3 while a suspected duplicate waits for somebody.",
             {{"keep", "NUMBER", "the batch is no duplicate: count it", false},
              {"discard", "NUMBER", "the batch is a duplicate: never count it; it stays in the record", false},
              {"by", "PERSON", "who decides this", false}},
             0,
             0},
            run_batches};
}

} // namespace ctl
