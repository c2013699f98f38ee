// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/courier/courier.h"
#include "app/link/health.h"
#include "app/newsroom/rate.h"
#include "app/ports/newsroom.h"
#include "app/record/writer.h"
#include "app/store/reader.h"
#include "app/verdicts/answer_clock.h"

#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace newsroom {

/// How the record stood when the program started.
struct Beginning {
    bool read_only = false; ///< another process keeps the store: nothing is read from the link
    std::vector<store::SourceRow> sources;
    std::vector<store::DecisionRow> unsettled;
    std::uint64_t entries = 0;
    std::uint64_t store_bytes = 0;
    std::string keeper; ///< who keeps the store, when it is not us
};

/// Tells subscribers what became durable, and how link and store do. Fed by the writing thread and by the link thread;
/// tick() from any one thread sends the health when it changed, at most as often as it is called.
class Newsroom final : public ports::Newsroom {
public:
    /// Without a beginning the store is still being opened: begin() or cannot_open() follows.
    Newsroom(std::filesystem::path store, const base::Clock& clock, std::optional<Beginning> beginning,
             std::function<void()> reconnect);

    void begin(const Beginning& beginning);
    void cannot_open(const base::Fault& fault);

    void follow(ports::Subscription<ports::FeedBatch> subscriber) override;
    void follow_own_tiers(ports::Subscription<ports::OwnTiers> subscriber) override;
    void follow_cases(ports::Subscription<ports::CaseChanges> subscriber) override;
    void watch_health(ports::Subscription<ports::Health> subscriber) override;
    void reconnect() override { reconnect_(); }

    /// Writing thread.
    void published(const record::PublishedPtr& published);
    void writer_health(const record::WriterHealth& health);
    /// Thread of the Follower.
    void kept_by(const std::string& keeper);
    /// Link thread.
    void link_health(const uplink::Health& health, const domain::SourceId& source);
    void gateway_known(const std::string& name);
    void delivery_health(const courier::Health& health);

    void tick();

private:
    ports::CaseRow row_of(const store::CaseRow& stored);
    ports::Health health_now();
    void count(const record::Published& published);

    std::filesystem::path store_;
    const base::Clock& clock_;
    std::function<void()> reconnect_;
    std::optional<store::Reader> reader_; ///< of the writing thread, for decisions made before this program started

    verdicts::AnswerClock answers_; ///< of the writing thread

    std::mutex mutex_; ///< everything below
    std::vector<ports::Subscription<ports::FeedBatch>> feed_;
    std::vector<ports::Subscription<ports::OwnTiers>> own_tiers_;
    std::vector<ports::Subscription<ports::CaseChanges>> cases_;
    std::vector<ports::Subscription<ports::Health>> watchers_;
    std::map<domain::SourceId, store::SourceRow> sources_;
    std::map<domain::DecisionId, store::DecisionRow> decisions_;
    std::set<domain::DecisionId> unsent_;
    Rate rate_;
    ports::Health health_;
    std::optional<base::Instant> sized_; ///< when the store's files were last measured
    std::optional<ports::Health> told_;
    base::Instant newest_event_{};
};

} // namespace newsroom
