// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/desk.h"

namespace ctl {

namespace {

constexpr std::chrono::milliseconds health_interval{250};

} // namespace

Desk::Desk(const Folders& folders, Connection connection, const base::Clock& clock)
    : folders_(folders)
    , connection_(std::move(connection))
    , clock_(clock) {
    QObject::connect(&health_timer_, &QTimer::timeout, &health_timer_, [this] { newsroom_->tick(); });
}

base::Result<std::unique_ptr<Desk>> Desk::open(const Folders& folders, const RecordSetup& setup, Connection connection,
                                               const base::Clock& clock) {
    std::unique_ptr<Desk> desk(new Desk(folders, std::move(connection), clock));
    Desk& self = *desk;
    REEVE_TRY(self.open_record(setup));
    self.newsroom_ = std::make_unique<newsroom::Newsroom>(folders.store(), clock, self.beginning_,
                                                          [&self] { self.feed_->retry_now(); });
    const uplink::Endpoint& endpoint = self.connection_.endpoint;
    self.feed_ = std::make_unique<uplink::FeedLink>(endpoint, clock, self.scheduler_);
    self.client_ = std::make_unique<uplink::GatewayClient>(endpoint, self.scheduler_);
    self.writer_ = std::make_unique<record::Writer>(std::move(self.recorder_), self.callbacks());
    self.intake_ =
        std::make_unique<newsroom::Intake>(*self.feed_, *self.client_, *self.writer_, *self.newsroom_, endpoint.source);
    self.dispatch_ = std::make_unique<decisions::Dispatch>(*self.writer_, folders.store(), *self.client_,
                                                           self.connection_.gateway_key, clock, self.scheduler_);
    decisions::Settings settings;
    settings.store = folders.store();
    settings.key_file = folders.person_key();
    settings.source = endpoint.source;
    settings.admits_simulated = self.connection_.embedded;
    self.decisions_ =
        std::make_unique<decisions::Decisions>(std::move(settings), self.writer_.get(), self.dispatch_.get(), clock);
    self.door_ = std::make_unique<handover::Server>(
        *self.writer_, handover::Keeper{[&self] { self.dispatch_->wake(); },
                                        [&self](const auto& id, const auto& amount, auto answer) {
                                            self.dispatch_->make_plan(id, amount, std::move(answer));
                                        },
                                        {self.connection_.endpoint.source, self.connection_.embedded}});
    return desk;
}

base::Done Desk::open_record(const RecordSetup& setup) {
    record::Options options = setup.options();
    options.stages = {&outcomes_};
    auto recorder = record::Recorder::open(std::move(options), clock_);
    if (!recorder) {
        return recorder.fault();
    }
    recorder_ = std::move(recorder).value();
    beginning_.sources = recorder_->sources();
    beginning_.entries = recorder_->size();
    for (const store::SourceRow& row : beginning_.sources) {
        if (row.source == connection_.endpoint.source) {
            resume_after_ = row.settled;
        }
    }
    auto unsettled = recorder_->unsettled();
    if (!unsettled) {
        return unsettled.fault();
    }
    beginning_.unsettled = std::move(unsettled).value();
    return {};
}

record::Writer::Callbacks Desk::callbacks() {
    // What these reach is made before anything is submitted, and outlives the writing thread.
    return {
        [this](const record::PublishedPtr& published) {
            newsroom_->published(published);
            decisions_->published(published);
            intake_->published(published);
        },
        [this](const record::WriterHealth& health) { newsroom_->writer_health(health); },
        [this] { intake_->drained(); },
    };
}

base::Done Desk::start() {
    health_timer_.start(health_interval);
    intake_->start(resume_after_);
    dispatch_->start();
    decisions_->offer_roster();
    return door_->listen(folders_.store());
}

base::Done Desk::stop() {
    health_timer_.stop();
    door_.reset();
    feed_->stop();
    const base::Done flushed = writer_->flush();
    writer_->stop();
    return flushed;
}

Desk::~Desk() {
    health_timer_.stop();
    door_.reset();
    if (feed_) {
        feed_->stop();
    }
    // The writing thread calls all the others, so that it ends first.
    if (writer_) {
        writer_->stop();
    }
    decisions_.reset();
    dispatch_.reset();
    intake_.reset();
}

} // namespace ctl
