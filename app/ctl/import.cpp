// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/import_file.h"
#include "app/handover/local_access.h"
#include "app/mapping/guess.h"

#include <QSaveFile>

namespace ctl {

namespace {

Outcome offer_mapping(Context& context) {
    for (const std::string& file : context.arguments.operands()) {
        const auto guess = mapping::guess_file(file);
        if (!guess) {
            return guess.fault();
        }
        context.terminal.write(mapping::to_json(guess->mapping));
        for (const mapping::GuessedColumn& column : guess->columns) {
            std::string reasons;
            for (const mapping::GuessReason& reason : column.reasons) {
                reasons += (reasons.empty() ? "" : ", ") + reason.code + " " + reason.detail;
            }
            context.terminal.remark(column.field + ": \"" + shown(column.column) + "\" (" +
                                    std::to_string(column.confidence_permille / 10) + " %: " + shown(reasons) + ")");
        }
        for (const std::string& field : guess->missing) {
            context.terminal.remark("missing: no column looks like \"" + field + "\"; name one or a constant");
        }
        for (const std::string& doubt : guess->doubts) {
            context.terminal.remark("doubt: " + doubt);
        }
        if (!guess->missing.empty() || !guess->doubts.empty()) {
            return ExitCode::reservations;
        }
    }
    return ExitCode::done;
}

base::Fault file_fault(const QSaveFile& file) {
    return {base::FaultCode::unreadable, file.errorString().toStdString(), file.fileName().toStdString()};
}

/// The file for labels and rewards, if one is asked for.
base::Result<std::unique_ptr<QSaveFile>> open_outcomes(const Arguments& arguments) {
    if (!arguments.has("outcomes")) {
        return std::unique_ptr<QSaveFile>();
    }
    auto file = std::make_unique<QSaveFile>(QString::fromStdString(arguments.value("outcomes")));
    if (!file->open(QIODevice::WriteOnly)) {
        return file_fault(*file);
    }
    return file;
}

Outcome run_import(Context& context) {
    if (context.arguments.has("guess")) {
        return offer_mapping(context);
    }
    const bool dry = context.arguments.has("dry-run");
    std::optional<RecordSetup> setup;
    std::unique_ptr<handover::Access> access;
    if (!dry) {
        auto made = RecordSetup::make(context.folders, "reevectl import");
        if (!made) {
            return std::move(made).fault();
        }
        setup = *std::move(made);
        auto opened = handover::open_access(setup->options(), context.clock);
        if (!opened) {
            return std::move(opened).fault();
        }
        access = *std::move(opened);
    }
    auto outcomes = open_outcomes(context.arguments);
    if (!outcomes) {
        return std::move(outcomes).fault();
    }
    ExitCode code = ExitCode::done;
    for (const std::string& file : context.arguments.operands()) {
        const auto tally = import_file(context, file, access.get(), outcomes->get());
        if (!tally) {
            return tally.fault();
        }
        report(context, file, *tally);
        if (tally->summary.quarantined > 0 || tally->counts.conflicts > 0 || tally->is_suspected()) {
            code = ExitCode::reservations;
        }
    }
    if (*outcomes && !(*outcomes)->commit()) {
        return file_fault(**outcomes);
    }
    return code;
}

} // namespace

Command import_command() {
    return {
        {"import",
         "FILE...",
         "Brings files into the record by a mapping: purchase lists (CSV) and agent runs (JSON lines)",
         "Every row becomes events or is set aside with its reason. Importing a file again adds nothing. A file "
         "with the\nsame rows as another period is kept as a suspected duplicate, outside of spend, until it is "
         "resolved.",
         {{"mapping", "NAME", "a mapping that comes with Reeve (purchase-card, openai-chat-tools) or a file", false},
          {"dataset", "NAME", "instead of the mapping's", false},
          {"period", "PERIOD", "e.g. 2014-05; by default found in the file's name", false},
          {"outcomes", "FILE", "writes labels and rewards of agent runs there; they are never recorded", false},
          {"dry-run", "", "reads and sums up, records nothing", false},
          {"guess", "", "writes a mapping for an unknown CSV file to standard output", false}},
         1,
         100'000},
        run_import};
}

} // namespace ctl
