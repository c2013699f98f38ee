// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/files.h"

#include "app/console/file_offer.h"
#include "app/handover/remote_access.h"
#include "app/mapping/reader.h"
#include "app/premises/import_frame.h"

#include <utility>

namespace console {

namespace {

constexpr std::size_t largest_append_bytes = std::size_t{16} << 20U;
constexpr std::size_t items_at_once = 2000;

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
    ++looks_;
    pool_.waitForDone();
}

void Files::offer(std::string path, ports::Reply<ports::FileOffer> reply) {
    pool_.start([path = std::move(path), reply] { reply(make_offer(path)); });
}

void Files::look(ports::FileOffer offer, bool refit, ports::Reply<ports::OfferLook> reply) {
    const std::uint64_t mine = ++looks_;
    pool_.start([this, offer = std::move(offer), refit, reply, mine]() mutable {
        reply(look_at(std::move(offer), refit, [this, mine] { return looks_ == mine; }));
    });
}

void Files::import(ports::FileOffer offer, ports::Subscription<ports::ImportProgress> progress,
                   ports::Reply<ports::ImportSummary> reply) {
    if (running_.exchange(true)) {
        reply(base::Fault{base::FaultCode::exhausted, "another file is being imported", std::move(offer.file)});
        return;
    }
    cancelled_ = false;
    ++looks_; // nobody waits for what was only looked at
    pool_.start([this, offer = std::move(offer), progress = std::move(progress), reply] {
        auto summary = Import(offer, clock_, cancelled_, progress).run(store_);
        running_ = false;
        reply(std::move(summary));
    });
}

} // namespace console
