// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import_file.h"

#include "app/ctl/frames.h"
#include "app/mapping/guess.h"
#include "app/premises/import_frame.h"

#include <QSaveFile>

#include <filesystem>

namespace ctl {

namespace {

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
            frames.push_back(premises::frame_of(item, file, batch, context.clock.now()));
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

} // namespace

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

} // namespace ctl
