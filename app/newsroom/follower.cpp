// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/follower.h"

#include "app/store/keeper.h"
#include "app/wire/event_codec.h"

#include <set>

namespace newsroom {

namespace {

constexpr std::uint32_t entries_at_once = 2'000;
constexpr std::uint32_t cases_at_once = 500;

base::Done add_cases(const store::Reader& reader, std::uint64_t from, record::Published& into) {
    for (;;) {
        auto rows = reader.cases_changed(from, cases_at_once);
        if (!rows) {
            return rows.fault();
        }
        const bool more = rows->size() == cases_at_once;
        from = rows->empty() ? from : rows->back().changed_index + 1;
        std::move(rows->begin(), rows->end(), std::back_inserter(into.cases));
        if (!more) {
            return {};
        }
    }
}

/// The decisions that an entry may have changed.
base::Done add_decisions(const store::Reader& reader, const store::Entry& entry, std::set<domain::DecisionId>& seen,
                         record::Published& into) {
    std::vector<store::DecisionRow> rows;
    if (entry.kind == store::EntryKind::decision || entry.kind == store::EntryKind::decision_state) {
        auto row = reader.decision(domain::DecisionId(entry.id.bytes()));
        if (!row) {
            return row.fault();
        }
        rows.push_back(std::move(row).value());
    } else if (entry.kind == store::EntryKind::receipt && !entry.transaction.empty()) {
        store::DecisionFilter filter;
        filter.transaction = domain::TransactionKey{entry.source, entry.transaction};
        auto all = reader.decisions(filter);
        if (!all) {
            return all.fault();
        }
        rows = std::move(all).value();
    }
    for (store::DecisionRow& row : rows) {
        if (seen.insert(row.id).second) {
            into.decisions.push_back(std::move(row));
        }
    }
    return {};
}

} // namespace

Follower::Follower(std::filesystem::path store, std::uint64_t from, Callbacks callbacks,
                   std::chrono::milliseconds interval)
    : store_(std::move(store))
    , callbacks_(std::move(callbacks))
    , interval_(interval)
    , next_(from)
    , thread_([this] { run(); }) {}

Follower::~Follower() {
    {
        const std::scoped_lock guard(mutex_);
        ending_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void Follower::run() {
    std::unique_lock guard(mutex_);
    while (!ending_) {
        guard.unlock();
        look();
        guard.lock();
        wake_.wait_for(guard, interval_, [this] { return ending_; });
    }
}

void Follower::look() {
    look_for_keeper();
    for (;;) {
        const auto more = read_more();
        if (!more) {
            reader_.reset(); // opened anew with the next look
            tell_health(more.fault());
            return;
        }
        tell_health(std::nullopt);
        const std::scoped_lock guard(mutex_);
        if (!*more || ending_) {
            return;
        }
    }
}

void Follower::look_for_keeper() {
    const auto holder = store::Keeper::holder(store_);
    const std::string now = holder && holder->has_value() ? (*holder)->program : std::string();
    if (keeper_ != now && callbacks_.keeper) {
        callbacks_.keeper(now);
    }
    keeper_ = now;
}

void Follower::tell_health(std::optional<base::Fault> fault) {
    if (fault_ != fault && callbacks_.health) {
        callbacks_.health(record::WriterHealth{fault.has_value(), fault, 0});
    }
    fault_ = std::move(fault);
}

/// True: there may be more at once.
base::Result<bool> Follower::read_more() {
    if (!reader_) {
        auto opened = store::Reader::open(store_);
        if (!opened) {
            return opened.fault();
        }
        reader_ = std::move(opened).value();
    }
    auto entries = reader_->range(next_, entries_at_once);
    if (!entries) {
        return entries.fault();
    }
    if (entries->empty()) {
        return false;
    }
    const std::size_t count = entries->size();
    const auto published = read(std::move(*entries));
    if (!published) {
        return published.fault();
    }
    next_ += count;
    callbacks_.published(*published);
    return count == entries_at_once;
}

base::Result<record::PublishedPtr> Follower::read(std::vector<store::Entry> entries) {
    auto made = std::make_shared<record::Published>();
    made->size = next_ + entries.size();
    std::set<domain::DecisionId> seen;
    wire::Decoder decoder;
    for (store::Entry& entry : entries) {
        if (entry.kind == store::EntryKind::event) {
            auto event = decoder.decode(entry.body);
            if (!event) {
                return base::Fault{base::FaultCode::corrupt, "a stored event cannot be read: " + event.fault().detail,
                                   "entry " + std::to_string(entry.index)};
            }
            made->events.push_back(
                record::RecordedEvent{entry.index, std::move(*event), entry.received, entry.batch, false});
            continue;
        }
        REEVE_TRY(add_decisions(*reader_, entry, seen, *made));
        entry.body.clear();
        made->own.push_back(std::move(entry));
    }
    REEVE_TRY(add_cases(*reader_, next_, *made));
    auto sources = reader_->sources();
    if (!sources) {
        return sources.fault();
    }
    made->sources = std::move(sources).value();
    return record::PublishedPtr(std::move(made));
}

} // namespace newsroom
