// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/remote_access.h"

#include <QFile>

namespace handover {

namespace {

constexpr int connect_patience_ms = 3'000;
/// A keeper with a full disk does not answer until there is room: as long as this we wait for it.
constexpr int answer_patience_ms = 60'000;

base::Fault gone(const QLocalSocket& socket) {
    return base::Fault{base::FaultCode::unreachable, "the keeper of the store went away",
                       socket.errorString().toStdString()};
}

} // namespace

base::Result<std::unique_ptr<RemoteAccess>> RemoteAccess::connect(const std::filesystem::path& store) {
    std::unique_ptr<RemoteAccess> access(new RemoteAccess());
    access->socket_.connectToServer(QFile::decodeName(socket_of(store).c_str()));
    if (!access->socket_.waitForConnected(connect_patience_ms)) {
        return gone(access->socket_);
    }
    return access;
}

base::Result<Answer> RemoteAccess::ask(const Job& job) {
    socket_.write(framed(encode(job)));
    while (socket_.bytesToWrite() > 0) {
        if (!socket_.waitForBytesWritten(answer_patience_ms)) {
            return gone(socket_);
        }
    }
    for (;;) {
        auto message = take_message(read_);
        if (!message) {
            return message.fault();
        }
        if (!message->isEmpty()) {
            return decode_answer(*message);
        }
        if (!socket_.waitForReadyRead(answer_patience_ms)) {
            return gone(socket_);
        }
        read_ += socket_.readAll();
    }
}

template <class T>
base::Result<T> RemoteAccess::ask_for(const Job& job) {
    auto answer = ask(job);
    if (!answer) {
        return answer.fault();
    }
    if (const auto* fault = std::get_if<base::Fault>(&*answer)) {
        return *fault;
    }
    if (const auto* value = std::get_if<T>(&*answer)) {
        return *value;
    }
    return base::Fault{base::FaultCode::malformed, "the keeper answered another question", {}};
}

base::Done RemoteAccess::ask_done(const Job& job) {
    const auto answer = ask_for<Nothing>(job);
    return answer ? base::Done() : base::Done(answer.fault());
}

base::Result<record::Counts> RemoteAccess::append(const std::vector<record::Frame>& frames) {
    return ask_for<record::Counts>(Append{frames});
}

base::Result<store::BatchRow> RemoteAccess::begin_batch(const domain::SourceId& source, const domain::Digest& content) {
    return ask_for<store::BatchRow>(BeginBatch{source, content});
}

base::Result<store::BatchRow> RemoteAccess::end_batch(std::int64_t number) {
    return ask_for<store::BatchRow>(EndBatch{number});
}

base::Result<store::BatchRow> RemoteAccess::resolve_batch(std::int64_t number, bool keep, const domain::PersonId& by) {
    return ask_for<store::BatchRow>(ResolveBatch{number, keep, by});
}

base::Done RemoteAccess::decide(const domain::SignedDecision& decision, domain::DecisionState state) {
    return ask_done(Decide{decision, state});
}

base::Result<domain::Plan> RemoteAccess::make_plan(const domain::TransactionId& transaction,
                                                   const std::optional<domain::Money>& amount) {
    return ask_for<domain::Plan>(MakePlan{transaction, amount});
}

base::Result<KeeperInfo> RemoteAccess::who() {
    return ask_for<KeeperInfo>(AskWho{});
}

base::Done RemoteAccess::keep_roster(const domain::SourceId& source, const domain::SignedRoster& roster) {
    return ask_done(KeepRoster{source, roster});
}

base::Done RemoteAccess::keep_policy(const record::PolicyStep& step, const domain::SourceId& source,
                                     const domain::EventId& id) {
    return ask_done(KeepPolicy{step, source, id});
}

base::Done RemoteAccess::note_view(const NoteView& view) {
    return ask_done(view);
}

} // namespace handover
