// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/server.h"

#include "app/base/log.h"
#include "app/store/reader.h"

#include <QFile>
#include <QLocalSocket>
#include <QMetaObject>
#include <QPointer>

#include <memory>

namespace handover {

namespace {

/// Carries out a job on the writing thread and gives what was written to those who follow the record.
struct Carry {
    record::Recorder& recorder;
    record::Writer& writer;
    const std::function<void()>& decided;
    const std::filesystem::path& store;

    Answer operator()(const Append& job) const {
        const auto written = recorder.append(job.frames);
        if (!written) {
            return written.fault();
        }
        writer.publish(*written);
        return (*written)->counts;
    }
    Answer operator()(const BeginBatch& job) const { return row(recorder.begin_batch(job.source, job.content)); }
    Answer operator()(const EndBatch& job) const { return row(recorder.end_batch(job.number)); }
    Answer operator()(const ResolveBatch& job) const {
        return row(recorder.resolve_batch(job.number, job.keep, job.by));
    }
    Answer operator()(const Decide& job) const {
        const Answer answer = done(recorder.decide(job.decision, job.state));
        if (std::holds_alternative<Nothing>(answer)) {
            decided();
        }
        return answer;
    }
    Answer operator()(const KeepRoster& job) const { return done(recorder.keep_roster(job.source, job.roster)); }
    Answer operator()(const KeepPolicy& job) const { return done(recorder.keep_policy(job.step, job.source, job.id)); }
    Answer operator()(const NoteView& job) const {
        if (const base::Done fresh = is_fresh(job); !fresh) {
            return fresh.fault();
        }
        record::Draft draft;
        draft.header.kind = store::EntryKind::view;
        draft.header.source = job.key.source;
        draft.header.id = domain::EventId(job.person.bytes());
        draft.header.transaction = job.key.id;
        draft.header.version = job.version;
        draft.header.time = job.time;
        draft.body = job.body;
        return done(recorder.append_own({std::move(draft)}));
    }
    // What asks and does not write never comes here.
    Answer operator()(const MakePlan&) const { return Nothing{}; }
    Answer operator()(const AskWho&) const { return Nothing{}; }

    /// Nobody notes twice: here, where nothing is written in between.
    [[nodiscard]] base::Done is_fresh(const NoteView& job) const {
        const auto reader = store::Reader::open(store);
        const auto entries =
            reader ? reader->transaction(job.key) : base::Result<std::vector<store::Entry>>(reader.fault());
        if (!entries) {
            return entries.fault();
        }
        for (const store::Entry& entry : *entries) {
            if (entry.kind == store::EntryKind::view && entry.version == job.version &&
                (entry.id.empty() || entry.id.bytes() == job.person.bytes())) {
                return base::Fault{base::FaultCode::conflict, "a view of this version was noted already", {}};
            }
        }
        return {};
    }
    static Answer row(const base::Result<store::BatchRow>& result) {
        return result ? Answer(*result) : Answer(result.fault());
    }
    Answer done(const base::Result<record::PublishedPtr>& written) const {
        if (!written) {
            return written.fault();
        }
        writer.publish(*written);
        return Nothing{};
    }
};

} // namespace

Server::Server(record::Writer& writer, Keeper keeper, QObject* parent)
    : QObject(parent)
    , writer_(writer)
    , keeper_(std::move(keeper)) {
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* socket = server_.nextPendingConnection()) {
            serve(socket);
        }
    });
}

Server::~Server() = default;

base::Done Server::listen(const std::filesystem::path& store) {
    store_ = store;
    const QString name = QFile::decodeName(socket_of(store).c_str());
    // We hold the store's lock, so a socket that lies there is what a killed keeper left.
    QLocalServer::removeServer(name);
    if (!server_.listen(name)) {
        return base::Fault{base::FaultCode::unreadable, server_.errorString().toStdString(), name.toStdString()};
    }
    return {};
}

void Server::serve(QLocalSocket* socket) {
    const auto read = std::make_shared<QByteArray>();
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket, read] {
        *read += socket->readAll();
        for (;;) {
            const auto message = take_message(*read);
            if (!message) {
                socket->abort();
                return;
            }
            if (message->isEmpty()) {
                return;
            }
            take(socket, *message);
        }
    });
}

void Server::take(QLocalSocket* socket, const QByteArray& message) {
    const auto job = decode_job(message);
    if (!job) {
        socket->write(framed(encode(Answer(job.fault()))));
    } else if (const auto* wanted = std::get_if<MakePlan>(&*job)) {
        plan(socket, *wanted);
    } else if (std::holds_alternative<AskWho>(*job)) {
        socket->write(framed(encode(Answer(keeper_.info))));
    } else {
        write(socket, *job);
    }
}

void Server::write(QLocalSocket* socket, const Job& job) {
    // The answer comes back to this thread; a client that has gone is nobody's loss, its job is done all the same.
    const QPointer<QLocalSocket> asker(socket);
    writer_.post([this, asker, job](record::Recorder& recorder) {
        const QByteArray answer = framed(encode(std::visit(Carry{recorder, writer_, keeper_.decided, store_}, job)));
        QMetaObject::invokeMethod(this, [asker, answer] {
            if (asker) {
                asker->write(answer);
            }
        });
    });
}

void Server::plan(QLocalSocket* socket, const MakePlan& job) {
    if (!keeper_.make_plan) {
        const base::Fault fault{base::FaultCode::unsupported, "the keeper of the store has no gateway", {}};
        socket->write(framed(encode(Answer(fault))));
        return;
    }
    const QPointer<QLocalSocket> asker(socket);
    // The door may be closed before the gateway answers.
    const QPointer<Server> door(this);
    keeper_.make_plan(job.transaction, job.amount, [door, asker](base::Result<domain::Plan> plan) {
        const QByteArray answer = framed(encode(plan ? Answer(std::move(plan).value()) : Answer(plan.fault())));
        if (door) {
            QMetaObject::invokeMethod(door, [asker, answer] {
                if (asker) {
                    asker->write(answer);
                }
            });
        }
    });
}

} // namespace handover
