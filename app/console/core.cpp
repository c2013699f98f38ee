// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/core.h"

#include "app/base/log.h"
#include "app/console/founding.h"
#include "app/store/keeper.h"
#include "app/store/reader.h"

#include <QMetaObject>

namespace console {

namespace {

constexpr std::chrono::milliseconds health_interval{250};

} // namespace

Core::Core(const premises::Folders& folders, premises::Connection connection, std::string user,
           const base::Clock& clock)
    : folders_(folders)
    , connection_(std::move(connection))
    , user_(std::move(user))
    , clock_(clock)
    , judge_({folders.store(), folders.policy(), std::chrono::seconds(1), connection_.endpoint.source,
              connection_.embedded, &clock})
    , archive_(folders.store(), archive::Archive::Start::later, &clock)
    , books_(folders.store()) {
    link_thread_.setObjectName(QStringLiteral("link"));
    link_anchor_.moveToThread(&link_thread_);
    link_thread_.start();
    newsroom_ = std::make_unique<newsroom::Newsroom>(
        folders_.store(), clock_, std::nullopt, [this] { on_link_thread([this] { link_side_->feed().retry_now(); }); });
    decisions_ = std::make_unique<decisions::Decisions>(decision_settings(), clock_);
    QObject::connect(&health_timer_, &QTimer::timeout, &health_timer_, [this] { newsroom_->tick(); });
}

base::Done Core::open_record() {
    auto setup = premises::RecordSetup::make(folders_, "reeve");
    if (!setup) {
        return setup.fault();
    }
    setup_ = std::move(setup).value();
    // Screens read history from here on; the writer's indexes are made behind it.
    auto room =
        premises::open_record(*setup_, connection_.endpoint.source, {&outcomes_}, clock_, [this] { archive_.open(); });
    if (room) {
        room_ = std::move(room).value();
        return {};
    }
    if (room.fault().code != base::FaultCode::locked) {
        return room.fault();
    }
    const auto holder = store::Keeper::holder(folders_.store());
    room_.beginning.read_only = true;
    room_.beginning.keeper = holder && holder->has_value() ? (*holder)->program : "another program";
    return read_beginning();
}

/// How far the record of another keeper is; what comes behind is followed.
base::Done Core::read_beginning() {
    const auto reader = store::Reader::open(folders_.store());
    const auto status = reader ? reader->status() : base::Result<store::Status>(reader.fault());
    if (!status) {
        return status.fault();
    }
    room_.beginning.sources = status->sources;
    room_.beginning.entries = status->entries;
    room_.beginning.store_bytes = status->file_bytes;
    store::DecisionFilter filter;
    filter.unsettled_only = true;
    auto unsettled = reader->decisions(filter);
    if (!unsettled) {
        return unsettled.fault();
    }
    room_.beginning.unsettled = std::move(unsettled).value();
    return {};
}

record::Writer::Callbacks Core::callbacks() {
    // What these reach is made before anything is submitted, and outlives the writing thread.
    return record::Writer::Callbacks{
        [this](const record::PublishedPtr& published) {
            newsroom_->published(published);
            decisions_->published(published);
            books_.published(published);
            judge_.published(published);
            link_side_->intake().published(published);
        },
        [this](const record::WriterHealth& health) { newsroom_->writer_health(health); },
        [this] { link_side_->intake().drained(); },
    };
}

void Core::on_link_thread(const std::function<void()>& call) {
    if (link_side_) {
        QMetaObject::invokeMethod(&link_anchor_, call, Qt::QueuedConnection);
    }
}

void Core::make_link_side() {
    QMetaObject::invokeMethod(
        &link_anchor_,
        [this] {
            link_side_ = std::make_unique<premises::LinkSide>(folders_, connection_, *writer_, *newsroom_, clock_);
            if (const auto open = link_side_->open_door(); !open) {
                qCWarning(base::log_console) << "no door for reevectl:" << base::name_of(open.fault().code);
            }
        },
        Qt::BlockingQueuedConnection);
}

decisions::Settings Core::decision_settings() const {
    decisions::Settings settings;
    settings.store = folders_.store();
    settings.key_file = folders_.person_key();
    settings.source = connection_.endpoint.source;
    settings.admits_simulated = connection_.embedded;
    if (connection_.embedded) {
        settings.found_roster = [this](const domain::PublicKey& key, std::string_view passphrase) {
            return found_roster(folders_, user_, key, connection_.colleague_key, passphrase, clock_.now());
        };
    }
    return settings;
}

void Core::start(std::function<void(const base::Done&)> opened) {
    health_timer_.start(health_interval);
    opened_ = std::move(opened);
    opening_ = std::thread([this] {
        base::Done done = open_record();
        QMetaObject::invokeMethod(&health_timer_, [this, done = std::move(done)] { finish_opening(done); });
    });
}

void Core::finish_opening(const base::Done& opened) {
    opening_.join();
    if (!opened) {
        newsroom_->cannot_open(opened.fault());
        archive_.refuse(opened.fault());
        decisions_->begin(nullptr, nullptr);
    } else {
        const bool keeps = room_.recorder != nullptr;
        newsroom_->begin(room_.beginning);
        keeps ? begin_recording() : begin_following();
        archive_.open();
        books_.start(keeps ? archive::Bookkeeper::Keep::books : archive::Bookkeeper::Keep::nothing);
        judge_.start(writer_.get());
    }
    newsroom_->tick();
    if (opened_) {
        opened_(opened);
    }
}

void Core::begin_recording() {
    writer_ = std::make_unique<record::Writer>(std::move(room_.recorder), callbacks(), record::WriterLimits::prompt());
    make_link_side();
    decisions_->begin(writer_.get(), &link_side_->dispatch());
    on_link_thread([this] { link_side_->intake().start(room_.resume_after); });
    link_side_->dispatch().start();
    decisions_->offer_roster();
    decisions_->watch_policy();
}

void Core::begin_following() {
    decisions_->begin(nullptr, nullptr);
    follower_ = std::make_unique<newsroom::Follower>(
        folders_.store(), room_.beginning.entries,
        newsroom::Follower::Callbacks{
            [this](const record::PublishedPtr& published) {
                newsroom_->published(published);
                decisions_->published(published);
            }, // bookkeeper and judge look by themselves
            [this](const record::WriterHealth& health) { newsroom_->writer_health(health); },
            [this](const std::string& keeper) { newsroom_->kept_by(keeper); },
        });
}

Core::~Core() {
    health_timer_.stop();
    if (opening_.joinable()) {
        opening_.join();
    }
    follower_.reset();
    judge_.stop();
    if (link_side_) {
        // First no more input, then everything accepted is written, then nobody calls any more.
        QMetaObject::invokeMethod(
            &link_anchor_,
            [this] {
                link_side_->feed().stop();
                link_side_->dispatch().stop_answering();
            },
            Qt::BlockingQueuedConnection);
        writer_->stop();
    }
    decisions_.reset();
    if (link_side_) {
        QMetaObject::invokeMethod(
            &link_anchor_, [this] { link_side_.reset(); }, Qt::BlockingQueuedConnection);
    }
    link_thread_.quit();
    link_thread_.wait();
}

} // namespace console
