// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/desk.h"

namespace ctl {

namespace {

constexpr std::chrono::milliseconds health_interval{250};

} // namespace

base::Result<std::unique_ptr<Desk>> Desk::open(const premises::Folders& folders, const premises::RecordSetup& setup,
                                               premises::Connection connection, const base::Clock& clock) {
    std::unique_ptr<Desk> desk(new Desk());
    Desk& self = *desk;
    auto room = premises::open_record(setup, connection.endpoint.source, {&self.outcomes_}, clock);
    if (!room) {
        return room.fault();
    }
    self.resume_after_ = room->resume_after;
    self.newsroom_ = std::make_unique<newsroom::Newsroom>(folders.store(), clock, std::move(room->beginning),
                                                          [&self] { self.link_->feed().retry_now(); });
    self.judge_ = std::make_unique<newsroom::Judge>(
        newsroom::Judge::Settings{folders.store(), folders.policy(), std::chrono::seconds(1),
                                  connection.endpoint.source, connection.embedded, &clock});
    self.writer_ = std::make_unique<record::Writer>(std::move(room->recorder), self.callbacks());
    self.link_ = std::make_unique<premises::LinkSide>(folders, connection, *self.writer_, *self.newsroom_, clock);
    decisions::Settings settings;
    settings.store = folders.store();
    settings.key_file = folders.person_key();
    settings.source = connection.endpoint.source;
    settings.admits_simulated = connection.embedded;
    self.decisions_ =
        std::make_unique<decisions::Decisions>(std::move(settings), self.writer_.get(), &self.link_->dispatch(), clock);
    QObject::connect(&self.health_timer_, &QTimer::timeout, &self.health_timer_, [&self] { self.newsroom_->tick(); });
    return desk;
}

record::Writer::Callbacks Desk::callbacks() {
    // What these reach is made before anything is submitted, and outlives the writing thread.
    return {
        [this](const record::PublishedPtr& published) {
            newsroom_->published(published);
            decisions_->published(published);
            judge_->published(published);
            link_->intake().published(published);
        },
        [this](const record::WriterHealth& health) { newsroom_->writer_health(health); },
        [this] { link_->intake().drained(); },
    };
}

base::Done Desk::start() {
    health_timer_.start(health_interval);
    link_->intake().start(resume_after_);
    link_->dispatch().start();
    decisions_->offer_roster();
    decisions_->watch_policy();
    judge_->start(writer_.get());
    return link_->open_door();
}

base::Done Desk::stop() {
    health_timer_.stop();
    link_->close_door();
    link_->feed().stop();
    const base::Done flushed = writer_->flush();
    judge_->stop();
    writer_->stop();
    return flushed;
}

Desk::~Desk() {
    health_timer_.stop();
    if (link_) {
        link_->close_door();
        link_->feed().stop();
        link_->dispatch().stop_answering();
    }
    if (judge_) {
        judge_->stop(); // it waits for the writing thread
    }
    // The writing thread calls all the others, so that it ends first.
    if (writer_) {
        writer_->stop();
    }
    decisions_.reset();
    link_.reset();
}

} // namespace ctl
