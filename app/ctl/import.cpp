// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/frames.h"
#include "app/handover/local_access.h"
#include "app/mapping/guess.h"
#include "app/mapping/reader.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <filesystem>

namespace ctl {

namespace {

/// Sums up what an import did, file by file.
struct Tally {
    mapping::Summary summary;
    record::Counts counts;
    std::optional<store::BatchRow> batch;
};

base::Result<mapping::Mapping> mapping_for(const std::string& file, const Arguments& arguments) {
    if (arguments.has("mapping")) {
        return mapping::find(arguments.value("mapping"));
    }
    if (std::filesystem::path(file).extension() == ".jsonl") {
        return mapping::shipped("openai-chat-tools");
    }
    auto guess = mapping::guess_file(file);
    if (!guess) {
        return std::move(guess).fault();
    }
    if (guess->shipped.empty()) {
        return base::Fault{base::FaultCode::unsupported,
                           "no mapping that comes with Reeve fits this file; reevectl import --guess FILE writes one "
                           "to start from, and --mapping names it",
                           file};
    }
    return std::move(guess->mapping);
}

base::Fault interrupted() {
    return {base::FaultCode::cancelled, "interrupted", {}};
}

/// Reads the file once to know its content digest, before anything is stored.
base::Result<mapping::Summary> survey(Context& context, const std::string& file, const mapping::Mapping& mapping,
                                      const mapping::ReadOptions& options) {
    auto reader = mapping::Reader::open(file, mapping, options);
    if (!reader) {
        return std::move(reader).fault();
    }
    while (true) {
        auto items = (*reader)->next();
        if (!items) {
            return std::move(items).fault();
        }
        if (items->empty()) {
            return (*reader)->summary();
        }
        if (Interrupt::asked()) {
            return interrupted();
        }
        const auto progress = (*reader)->progress();
        context.terminal.progress("reading " + shown(file), progress.bytes_read, progress.bytes_total);
    }
}

base::Done append(handover::Access& access, std::vector<record::Frame>& frames, record::Counts& total) {
    if (frames.empty()) {
        return {};
    }
    const auto counts = access.append(frames);
    if (!counts) {
        return counts.fault();
    }
    total.events += counts->events;
    total.duplicates += counts->duplicates;
    total.conflicts += counts->conflicts;
    total.quarantined += counts->quarantined;
    total.gaps += counts->gaps;
    frames.clear();
    return {};
}

/// The second reading: everything goes into the record, in commits of a few thousand.
base::Result<record::Counts> store_items(Context& context, handover::Access& access, mapping::Reader& reader,
                                         const std::string& file, std::int64_t batch, QSaveFile* outcomes) {
    record::Counts total;
    std::vector<record::Frame> frames;
    std::size_t bytes = 0;
    while (true) {
        auto items = reader.next(2000);
        if (!items) {
            return std::move(items).fault();
        }
        for (const mapping::Item& item : *items) {
            if (const auto* outcome = std::get_if<mapping::Outcome>(&item.what)) {
                if (outcomes != nullptr) {
                    outcomes->write(QByteArray::fromStdString(outcome_line(*outcome)));
                }
                continue;
            }
            frames.push_back(frame_of(item, file, batch, context.clock.now()));
            bytes += frames.back().bytes.size();
            if (bytes > largest_append_bytes) {
                REEVE_TRY(append(access, frames, total));
                bytes = 0;
            }
        }
        REEVE_TRY(append(access, frames, total));
        bytes = 0;
        if (items->empty()) {
            return total;
        }
        if (Interrupt::asked()) {
            return interrupted();
        }
        const auto progress = reader.progress();
        context.terminal.progress("importing " + shown(file), progress.bytes_read, progress.bytes_total);
    }
}

base::Result<Tally> import_file(Context& context, const std::string& file, handover::Access* access,
                                QSaveFile* outcomes) {
    const mapping::ReadOptions options{context.arguments.value("dataset"), context.arguments.value("period")};
    auto mapping = mapping_for(file, context.arguments);
    if (!mapping) {
        return std::move(mapping).fault();
    }
    auto summary = survey(context, file, *mapping, options);
    if (!summary) {
        return std::move(summary).fault();
    }
    Tally tally{*std::move(summary), {}, {}};
    if (access == nullptr) {
        return tally;
    }
    auto batch = access->begin_batch(tally.summary.source, tally.summary.content);
    if (!batch) {
        return std::move(batch).fault();
    }
    auto reader = mapping::Reader::open(file, *mapping, options);
    if (!reader) {
        return std::move(reader).fault();
    }
    auto counts = store_items(context, *access, **reader, file, batch->number, outcomes);
    if (!counts) {
        return std::move(counts).fault();
    }
    tally.counts = *counts;
    auto ended = access->end_batch(batch->number);
    if (!ended) {
        return std::move(ended).fault();
    }
    tally.batch = *std::move(ended);
    return tally;
}

json::Value sums_value(const std::map<std::string, domain::Money>& sums) {
    json::Value out = json::Value::array();
    for (const auto& [code, sum] : sums) {
        out.append(value_of(sum));
    }
    return out;
}

bool is_suspected(const Tally& tally) {
    return tally.batch && tally.batch->state == store::BatchState::suspected;
}

void report_json(Context& context, const std::string& file, const Tally& tally) {
    const mapping::Summary& summary = tally.summary;
    json::Value out = json::Value::object({{"file", json::Value(file)},
                                           {"source", json::Value(summary.source.bytes())},
                                           {"rows", json::Value::decimal(summary.rows)},
                                           {"transactions", json::Value::decimal(summary.transactions)},
                                           {"agents", json::Value::decimal(summary.agents)},
                                           {"rows_set_aside", json::Value::decimal(summary.quarantined)},
                                           {"repeated_rows", json::Value::decimal(summary.repeated_rows)},
                                           {"sums", sums_value(summary.event_sums)},
                                           {"sums_set_aside", sums_value(summary.quarantine_sums)}});
    if (tally.batch) {
        out.set("recorded", json::Value::decimal(tally.counts.events));
        out.set("known", json::Value::decimal(tally.counts.duplicates));
        out.set("conflicts", json::Value::decimal(tally.counts.conflicts));
        out.set("batch", json::Value::decimal(tally.batch->number));
        out.set("batch_state", json::Value(store::name_of(tally.batch->state)));
        if (tally.batch->same_as) {
            out.set("same_as_batch", json::Value::decimal(*tally.batch->same_as));
        }
    }
    json::Value notes = json::Value::array();
    for (const std::string& note : summary.notes) {
        notes.append(json::Value(note));
    }
    out.set("notes", std::move(notes));
    context.terminal.give(out);
}

void report_text(Context& context, const std::string& file, const Tally& tally) {
    const mapping::Summary& summary = tally.summary;
    std::string line = shown(file) + ": " + counted(summary.rows, "row") + ", " +
                       counted(summary.transactions, "transaction") + " of " + counted(summary.agents, "agent");
    for (const auto& [code, sum] : summary.event_sums) {
        line += ", " + shown(sum);
    }
    if (tally.batch) {
        line += "; " + counted(tally.counts.events, "event") + " recorded, " + shown_number(tally.counts.duplicates) +
                " known already";
    }
    context.terminal.say(line + ".");
    if (summary.quarantined > 0) {
        context.terminal.say("  Set aside with the reason: " + counted(summary.quarantined, "row") +
                             "; reevectl quarantine lists them.");
    }
    if (tally.counts.conflicts > 0) {
        context.terminal.say("  Contradicting what is recorded: " + counted(tally.counts.conflicts, "event") +
                             "; reevectl quarantine --conflicts lists them.");
    }
    if (is_suspected(tally)) {
        const std::string number = std::to_string(tally.batch->number);
        context.terminal.say("  Suspected duplicate: the same rows came before, as batch " +
                             std::to_string(tally.batch->same_as.value_or(0)) +
                             ". They stay outside of spend until somebody says reevectl batches --keep " + number +
                             " or --discard " + number + ".");
    }
    for (const std::string& note : summary.notes) {
        context.terminal.remark("  note: " + shown(note));
    }
}

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
    std::unique_ptr<QSaveFile> outcomes;
    if (context.arguments.has("outcomes")) {
        outcomes = std::make_unique<QSaveFile>(QString::fromStdString(context.arguments.value("outcomes")));
        if (!outcomes->open(QIODevice::WriteOnly)) {
            return base::Fault{base::FaultCode::unreadable, outcomes->errorString().toStdString(),
                               outcomes->fileName().toStdString()};
        }
    }
    ExitCode code = ExitCode::done;
    for (const std::string& file : context.arguments.operands()) {
        const auto tally = import_file(context, file, access.get(), outcomes.get());
        if (!tally) {
            return tally.fault();
        }
        report_json(context, file, *tally);
        report_text(context, file, *tally);
        if (tally->summary.quarantined > 0 || tally->counts.conflicts > 0 || is_suspected(*tally)) {
            code = ExitCode::reservations;
        }
    }
    if (outcomes && !outcomes->commit()) {
        return base::Fault{base::FaultCode::unreadable, outcomes->errorString().toStdString(),
                           outcomes->fileName().toStdString()};
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
