// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/handover/message.h"
#include "app/record/writer.h"

#include <QLocalServer>
#include <QObject>

#include <filesystem>
#include <functional>

class QLocalSocket;

namespace handover {

/// What the door needs of the process behind it.
struct Keeper {
    /// Called on the writing thread after a decision was taken in: the courier wants to know.
    std::function<void()> decided;
    /// Asks the gateway for the plan of a rollback; the answer comes on the door's thread. Empty: there is no gateway.
    std::function<void(const domain::TransactionId&, const std::optional<domain::Money>&,
                       std::function<void(base::Result<domain::Plan>)>)>
        make_plan;
    KeeperInfo info;
};

/// The keeper's door: other processes of the same user hand in write jobs, which run on the writing thread in their
/// order and are answered when they are durable. The socket lies in the store's folder (0700) and admits this user
/// only.
class Server final : public QObject {
    Q_OBJECT
public:
    Server(record::Writer& writer, Keeper keeper, QObject* parent = nullptr);
    ~Server() override;

    /// Faults: unreadable (the socket cannot be made; a path above 107 bytes is too long for one).
    [[nodiscard]] base::Done listen(const std::filesystem::path& store);

private:
    void serve(QLocalSocket* socket);
    void take(QLocalSocket* socket, const QByteArray& message);
    void write(QLocalSocket* socket, const Job& job);
    void plan(QLocalSocket* socket, const MakePlan& job);

    record::Writer& writer_;
    Keeper keeper_;
    std::filesystem::path store_;
    QLocalServer server_;
};

} // namespace handover
