// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import_file.h"

namespace ctl {

namespace {

json::Value sums_value(const std::map<std::string, domain::Money>& sums) {
    json::Value out = json::Value::array();
    for (const auto& [code, sum] : sums) {
        out.append(value_of(sum));
    }
    return out;
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
    if (tally.is_suspected()) {
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

} // namespace

void report(Context& context, const std::string& file, const Tally& tally) {
    report_json(context, file, tally);
    report_text(context, file, tally);
}

} // namespace ctl
