// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/link/scheduler.h"
#include "app/ports/connections.h"
#include "app/premises/folders.h"

#include <QObject>

namespace console {

/// The saved connections of a state folder: one JSON file each in `connections`, readable by this user only, and the
/// one in use as `connection.json`, which read_connection() reads at the next start.
class Connections final : public QObject, public ports::Connections {
    Q_OBJECT
public:
    /// On the GUI thread; nothing here blocks but reading a few small files.
    Connections(premises::Folders folders, const base::Clock& clock);

    void list(ports::Reply<std::vector<ports::ConnectionForm>> reply) override;
    void save(ports::ConnectionForm form, ports::Reply<std::vector<ports::ConnectionForm>> reply) override;
    void remove(std::string name, ports::Reply<std::vector<ports::ConnectionForm>> reply) override;
    void use(std::string name, ports::Reply<std::vector<ports::ConnectionForm>> reply) override;
    void test(ports::ConnectionForm form, ports::Subscription<ports::TestLine> progress,
              ports::Reply<ports::TestReport> reply) override;

private:
    [[nodiscard]] std::filesystem::path folder() const { return folders_.root / "connections"; }
    [[nodiscard]] base::Result<std::vector<ports::ConnectionForm>> all() const;

    premises::Folders folders_;
    const base::Clock& clock_;
    uplink::SystemScheduler scheduler_;
};

} // namespace console
