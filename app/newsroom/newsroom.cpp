// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/newsroom.h"

#include "app/courier/cause.h"

#include "app/projection/case_row.h"
#include "app/projection/feed_row.h"

#include <algorithm>

namespace newsroom {

namespace {

ports::LinkState state_of(uplink::LinkState state) {
    switch (state) {
    case uplink::LinkState::idle: return ports::LinkState::idle;
    case uplink::LinkState::connecting: return ports::LinkState::connecting;
    case uplink::LinkState::live: return ports::LinkState::live;
    case uplink::LinkState::stale: return ports::LinkState::stale;
    case uplink::LinkState::waiting: return ports::LinkState::waiting;
    case uplink::LinkState::refused: return ports::LinkState::refused;
    }
    return ports::LinkState::idle;
}

constexpr std::chrono::seconds size_interval{5};

/// Everything in a store's folder: database, its log, sealed segments.
std::uint64_t bytes_in(const std::filesystem::path& folder) {
    std::uint64_t bytes = 0;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        std::error_code no_file; // it may go while we look
        const auto size = entry.is_regular_file(no_file) ? entry.file_size(no_file) : 0;
        bytes += no_file ? 0 : size;
    }
    return bytes;
}

/// Signed and without an answer from the gateway.
bool unanswered(domain::DecisionState state) {
    return state == domain::DecisionState::signed_ || state == domain::DecisionState::held ||
           domain::is_unsettled(state);
}

bool same(const ports::Health& left, const ports::Health& right) {
    const auto key = [](const ports::Health& health) {
        return std::tie(health.link, health.source, health.gateway, health.last_heard, health.next_attempt, health.lag,
                        health.events_per_second, health.stored, health.gaps, health.duplicates, health.conflicts,
                        health.quarantined, health.unsent, health.store_bytes, health.opening, health.read_only,
                        health.keeper, health.link_fault, health.store_fault, health.delivery_fault);
    };
    return key(left) == key(right);
}

} // namespace

Newsroom::Newsroom(std::filesystem::path store, const base::Clock& clock, std::optional<Beginning> beginning,
                   std::function<void()> reconnect)
    : store_(std::move(store))
    , clock_(clock)
    , reconnect_(std::move(reconnect)) {
    health_.opening = true;
    if (beginning) {
        begin(*beginning);
    }
}

void Newsroom::begin(const Beginning& beginning) {
    const std::scoped_lock guard(mutex_);
    health_.opening = false;
    for (const store::SourceRow& row : beginning.sources) {
        sources_[row.source] = row;
    }
    for (const store::DecisionRow& row : beginning.unsettled) {
        decisions_[row.id] = row;
        if (unanswered(row.state)) {
            unsent_.insert(row.id);
        }
    }
    health_.stored = beginning.entries;
    health_.store_bytes = beginning.store_bytes;
    health_.keeper = beginning.keeper;
    health_.read_only = beginning.read_only;
}

void Newsroom::cannot_open(const base::Fault& fault) {
    const std::scoped_lock guard(mutex_);
    health_.opening = false;
    health_.store_fault = fault;
}

void Newsroom::kept_by(const std::string& keeper) {
    const std::scoped_lock guard(mutex_);
    health_.keeper = keeper;
}

void Newsroom::follow(ports::Subscription<ports::FeedBatch> subscriber) {
    const std::scoped_lock guard(mutex_);
    feed_.push_back(std::move(subscriber));
}

void Newsroom::follow_own_tiers(ports::Subscription<ports::OwnTiers> subscriber) {
    const std::scoped_lock guard(mutex_);
    own_tiers_.push_back(std::move(subscriber));
}

void Newsroom::follow_cases(ports::Subscription<ports::CaseChanges> subscriber) {
    const std::scoped_lock guard(mutex_);
    cases_.push_back(std::move(subscriber));
}

void Newsroom::watch_health(ports::Subscription<ports::Health> subscriber) {
    const std::scoped_lock guard(mutex_);
    subscriber(std::make_shared<const ports::Health>(health_now()));
    watchers_.push_back(std::move(subscriber));
}

void Newsroom::published(const record::PublishedPtr& published) {
    const std::scoped_lock guard(mutex_);
    count(*published);
    answers_.published(*published);
    if (!published->events.empty()) {
        const auto batch = std::make_shared<const ports::FeedBatch>(projection::feed_batch(*published));
        for (const auto& subscriber : feed_) {
            subscriber(batch);
        }
    }
    if (const auto tiers = std::make_shared<const ports::OwnTiers>(projection::own_tiers(published->own));
        !tiers->empty()) {
        for (const auto& subscriber : own_tiers_) {
            subscriber(tiers);
        }
    }
    if (!published->cases.empty()) {
        auto changes = std::make_shared<ports::CaseChanges>();
        std::transform(published->cases.begin(), published->cases.end(), std::back_inserter(changes->changed),
                       [this](const store::CaseRow& stored) { return row_of(stored); });
        for (const auto& subscriber : cases_) {
            subscriber(changes);
        }
    }
}

void Newsroom::count(const record::Published& published) {
    rate_.add(clock_.now(), published.events.size());
    for (const store::SourceRow& row : published.sources) {
        sources_[row.source] = row;
    }
    for (const store::DecisionRow& row : published.decisions) {
        decisions_[row.id] = row;
        unanswered(row.state) ? void(unsent_.insert(row.id)) : void(unsent_.erase(row.id));
    }
    for (const record::RecordedEvent& recorded : published.events) {
        if (recorded.event.source == health_.source) { // an import of last year is no lag of the gateway
            newest_event_ = std::max(newest_event_, recorded.event.time);
        }
    }
    health_.stored = published.size;
}

ports::CaseRow Newsroom::row_of(const store::CaseRow& stored) {
    auto found = decisions_.find(stored.decision);
    if (!reader_) {
        if (auto opened = store::Reader::open(store_)) {
            reader_ = std::move(opened).value();
        }
    }
    if (found == decisions_.end() && !stored.decision.empty()) {
        // Decided before this program started: ask the store once.
        if (reader_) {
            if (auto decision = reader_->decision(stored.decision)) {
                found = decisions_.emplace(stored.decision, std::move(decision).value()).first;
            }
        }
    }
    ports::CaseRow row = projection::case_row(stored, found == decisions_.end() ? nullptr : &found->second);
    if (reader_) {
        answers_.apply(*reader_, stored, row);
    }
    return row;
}

void Newsroom::writer_health(const record::WriterHealth& health) {
    const std::scoped_lock guard(mutex_);
    health_.store_fault = health.fault;
}

void Newsroom::link_health(const uplink::Health& health, const domain::SourceId& source) {
    const std::scoped_lock guard(mutex_);
    health_.link = state_of(health.state);
    health_.source = source;
    health_.last_heard = health.last_byte;
    health_.next_attempt = health.retry_at;
    health_.link_fault = health.fault;
}

void Newsroom::gateway_known(const std::string& name) {
    const std::scoped_lock guard(mutex_);
    health_.gateway = name;
}

void Newsroom::delivery_health(const courier::Health& health) {
    const std::scoped_lock guard(mutex_);
    const bool waits = health.waiting + health.under_way + health.in_doubt > 0;
    health_.delivery_fault = waits ? health.fault : std::nullopt;
    if (health_.delivery_fault) {
        health_.delivery_fault->where = courier::cause_of(*health.fault);
    }
}

ports::Health Newsroom::health_now() {
    ports::Health health = health_;
    const base::Instant now = clock_.now();
    health.events_per_second = rate_.per_second(now);
    if (newest_event_ != base::Instant{} && health.link == ports::LinkState::live) {
        health.lag = std::max(base::Microseconds(0), now - newest_event_);
    }
    health.unsent = unsent_.size();
    for (const auto& [source, row] : sources_) {
        health.gaps += row.open_gaps;
        health.duplicates += row.duplicates;
        health.conflicts += row.conflicts;
        health.quarantined += row.quarantined;
    }
    return health;
}

void Newsroom::tick() {
    const std::scoped_lock guard(mutex_);
    if (!health_.opening && (!sized_ || clock_.now() - *sized_ >= size_interval || clock_.now() < *sized_)) {
        sized_ = clock_.now();
        health_.store_bytes = bytes_in(store_);
    }
    ports::Health now = health_now();
    if (told_ && same(*told_, now)) {
        return;
    }
    told_ = now;
    const auto news = std::make_shared<const ports::Health>(std::move(now));
    for (const auto& watcher : watchers_) {
        watcher(news);
    }
}

} // namespace newsroom
