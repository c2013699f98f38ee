// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/files.h"

#include "app/handover/remote_access.h"
#include "app/mapping/csv_reader.h"
#include "app/mapping/guess.h"
#include "app/mapping/reader.h"
#include "app/premises/import_frame.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace console {

namespace {

constexpr std::size_t largest_append_bytes = std::size_t{16} << 20U;
constexpr std::size_t items_at_once = 2000;

bool is_runs(const std::string& path) {
    return std::filesystem::path(path).extension() == ".jsonl";
}

/// "12_2014-05.csv" without its ending, as a period that a person can change.
std::string period_of(const std::string& path) {
    return std::filesystem::path(path).stem().string();
}

bool month_first(const mapping::CsvMapping& csv) {
    return !csv.date_formats.empty() && csv.date_formats.front().starts_with('M');
}

/// Exchanges days and months in every format that begins with one of them.
void swap_days_and_months(mapping::CsvMapping& csv) {
    for (std::string& format : csv.date_formats) {
        std::string swapped;
        for (const char letter : format) {
            swapped += letter == 'd' ? 'M' : letter == 'M' ? 'd' : letter;
        }
        if (format.starts_with('d') || format.starts_with('M')) {
            format = swapped;
        }
    }
}

/// The first line of a table.
base::Result<std::vector<std::string>> header_of(const std::string& path, char delimiter) {
    constexpr qint64 enough = 1 << 18;
    QFile device(QString::fromStdString(path));
    if (!device.open(QIODevice::ReadOnly)) {
        return base::Fault{base::FaultCode::unreadable, device.errorString().toStdString(), path};
    }
    mapping::CsvReader reader(mapping::CsvRules{.delimiter = delimiter});
    std::vector<mapping::CsvRow> rows;
    reader.feed(device.read(enough).toStdString(), rows);
    if (rows.empty()) {
        reader.finish(rows);
    }
    if (rows.empty()) {
        return base::Fault{base::FaultCode::malformed, "the file is empty", path};
    }
    return std::move(rows.front().fields);
}

base::Result<ports::FileOffer> make_offer(const std::string& path) {
    ports::FileOffer offer;
    offer.file = path;
    if (is_runs(path)) {
        const auto shipped = mapping::shipped("openai-chat-tools");
        if (!shipped) {
            return shipped.fault();
        }
        offer.table = false;
        offer.shipped = shipped->name;
        offer.dataset = shipped->dataset;
        offer.period = period_of(path);
        offer.mapping = mapping::to_json(*shipped);
        return offer;
    }
    const auto guess = mapping::guess_file(path);
    if (!guess) {
        return guess.fault();
    }
    if (!guess->mapping.csv) {
        return base::Fault{base::FaultCode::unsupported, "this is not a table", path};
    }
    const mapping::CsvMapping& csv = *guess->mapping.csv;
    auto header = header_of(path, csv.delimiter);
    if (!header) {
        return std::move(header).fault();
    }
    offer.header = std::move(header).value();
    offer.shipped = guess->shipped;
    for (const mapping::CsvField& field : mapping::csv_fields()) {
        ports::FieldColumn column;
        column.field = field.name;
        column.required = column.field == "time" || column.field == "amount";
        const auto found = std::find_if(guess->columns.begin(), guess->columns.end(),
                                        [&](const auto& guessed) { return guessed.field == field.name; });
        if (found != guess->columns.end()) {
            column.column = found->column;
            column.confidence_permille = found->confidence_permille;
            for (const mapping::GuessReason& reason : found->reasons) {
                column.reasons.push_back(reason.code);
            }
        }
        offer.fields.push_back(std::move(column));
    }
    offer.doubts = guess->doubts;
    offer.month_first = month_first(csv);
    offer.decimal_comma = csv.decimal.point == ',';
    offer.spent_is_negative = csv.decimal.reversed;
    offer.dataset = guess->mapping.dataset;
    offer.period = guess->shipped.empty() ? period_of(path) : std::string(); // its own rule reads the name
    offer.mapping = mapping::to_json(guess->mapping);
    return offer;
}

/// The offer with what the person changed.
base::Result<mapping::Mapping> mapping_of(const ports::FileOffer& offer) {
    auto parsed = mapping::parse(offer.mapping);
    if (!parsed || !parsed->csv) {
        return parsed;
    }
    mapping::Mapping mapping = std::move(parsed).value();
    mapping::CsvMapping& csv = *mapping.csv;
    if (!offer.shipped.empty()) {
        return mapping;
    }
    for (const ports::FieldColumn& field : offer.fields) {
        for (const mapping::CsvField& known : mapping::csv_fields()) {
            if (known.name == field.field) {
                mapping::FieldRule& rule = csv.*known.rule;
                rule.columns = field.column.empty() ? std::vector<std::string>() : std::vector{field.column};
            }
        }
    }
    if (month_first(csv) != offer.month_first) {
        swap_days_and_months(csv);
    }
    if ((csv.decimal.point == ',') != offer.decimal_comma) {
        csv.decimal.point = offer.decimal_comma ? ',' : '.';
        csv.decimal.grouping = csv.decimal.grouping == 0 ? '\0' : offer.decimal_comma ? '.' : ',';
    }
    csv.decimal.reversed = offer.spent_is_negative;
    return mapping;
}

/// One import from beginning to end, on its own thread.
class Import {
public:
    Import(const ports::FileOffer& offer, const base::Clock& clock, const std::atomic<bool>& cancelled,
           const ports::Subscription<ports::ImportProgress>& progress)
        : offer_(offer)
        , clock_(clock)
        , cancelled_(cancelled)
        , progress_(progress) {}

    base::Result<ports::ImportSummary> run(const std::filesystem::path& store) {
        const auto mapping = mapping_of(offer_);
        if (!mapping) {
            return mapping.fault();
        }
        auto access = handover::RemoteAccess::connect(store);
        if (!access) {
            return access.fault();
        }
        const auto whole = survey(*mapping);
        if (!whole) {
            return whole.fault();
        }
        const auto batch = (*access)->begin_batch(whole->source, whole->content);
        if (!batch) {
            return batch.fault();
        }
        REEVE_TRY(store_all(**access, *mapping, batch->number));
        const auto ended = (*access)->end_batch(batch->number);
        if (!ended) {
            return ended.fault();
        }
        summary_.source = whole->source;
        summary_.rows = whole->rows;
        summary_.suspected = ended->state == store::BatchState::suspected;
        return summary_;
    }

private:
    [[nodiscard]] mapping::ReadOptions options() const { return {offer_.dataset, offer_.period}; }

    base::Done note(mapping::Reader& reader, bool storing) {
        const mapping::Progress now = reader.progress();
        progress_(
            std::make_shared<ports::ImportProgress>(ports::ImportProgress{now.bytes_read, now.bytes_total, storing}));
        return cancelled_ ? base::Done(base::Fault{base::FaultCode::cancelled, "cancelled by the person", offer_.file})
                          : base::Done();
    }

    base::Result<mapping::Summary> survey(const mapping::Mapping& mapping) {
        auto reader = mapping::Reader::open(offer_.file, mapping, options());
        if (!reader) {
            return reader.fault();
        }
        while (true) {
            const auto items = (*reader)->next(items_at_once);
            if (!items) {
                return items.fault();
            }
            if (items->empty()) {
                return (*reader)->summary();
            }
            REEVE_TRY(note(**reader, false));
        }
    }

    base::Done store_all(handover::Access& access, const mapping::Mapping& mapping, std::int64_t batch) {
        auto reader = mapping::Reader::open(offer_.file, mapping, options());
        if (!reader) {
            return reader.fault();
        }
        while (true) {
            const auto items = (*reader)->next(items_at_once);
            if (!items) {
                return items.fault();
            }
            if (items->empty()) {
                return {};
            }
            REEVE_TRY(store_some(access, *items, batch));
            REEVE_TRY(note(**reader, true));
        }
    }

    base::Done store_some(handover::Access& access, const std::vector<mapping::Item>& items, std::int64_t batch) {
        std::vector<record::Frame> frames;
        std::size_t bytes = 0;
        for (const mapping::Item& item : items) {
            if (std::holds_alternative<mapping::Outcome>(item.what)) {
                continue; // an answer sheet is never recorded
            }
            frames.push_back(premises::frame_of(item, offer_.file, batch, clock_.now()));
            bytes += frames.back().bytes.size();
            if (bytes > largest_append_bytes) {
                REEVE_TRY(append(access, frames));
                bytes = 0;
            }
        }
        return append(access, frames);
    }

    base::Done append(handover::Access& access, std::vector<record::Frame>& frames) {
        if (frames.empty()) {
            return {};
        }
        const auto counts = access.append(frames);
        if (!counts) {
            return counts.fault();
        }
        summary_.events += counts->events;
        summary_.duplicates += counts->duplicates;
        summary_.conflicts += counts->conflicts;
        summary_.set_aside += counts->quarantined;
        frames.clear();
        return {};
    }

    const ports::FileOffer& offer_;
    const base::Clock& clock_;
    const std::atomic<bool>& cancelled_;
    const ports::Subscription<ports::ImportProgress>& progress_;
    ports::ImportSummary summary_;
};

} // namespace

Files::Files(std::filesystem::path store, const base::Clock& clock)
    : store_(std::move(store))
    , clock_(clock) {
    pool_.setMaxThreadCount(1);
}

Files::~Files() {
    cancelled_ = true;
    pool_.waitForDone();
}

void Files::offer(std::string path, ports::Reply<ports::FileOffer> reply) {
    pool_.start([path = std::move(path), reply] { reply(make_offer(path)); });
}

void Files::import(ports::FileOffer offer, ports::Subscription<ports::ImportProgress> progress,
                   ports::Reply<ports::ImportSummary> reply) {
    if (running_.exchange(true)) {
        reply(base::Fault{base::FaultCode::exhausted, "another file is being imported", std::move(offer.file)});
        return;
    }
    cancelled_ = false;
    pool_.start([this, offer = std::move(offer), progress = std::move(progress), reply] {
        auto summary = Import(offer, clock_, cancelled_, progress).run(store_);
        running_ = false;
        reply(std::move(summary));
    });
}

} // namespace console
