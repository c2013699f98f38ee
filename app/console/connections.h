// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/link/scheduler.h"
#include "app/ports/connections.h"
#include "app/premises/folders.h"

#include <QObject>

#include <functional>

namespace console {

/// The saved connections of a state folder: one JSON file each in `connections`, readable by this user only, and the
/// one in use as `connection.json`. Saving copies what PEM files hold into it, so that a connection is one file.
class Connections final : public QObject, public ports::Connections {
    Q_OBJECT
public:
    /// On the GUI thread; nothing here blocks but reading a few small files.
    Connections(premises::Folders folders, const base::Clock& clock);
    /// Runs after use() was answered: what is open has to be opened again with the other connection.
    void on_switch(std::function<void()> action) { switch_ = std::move(action); }

    void list(ports::Reply<std::vector<ports::ConnectionForm>> reply) override;
    void save(ports::ConnectionForm form, ports::Reply<std::vector<ports::ConnectionForm>> reply) override;
    void remove(std::string name, ports::Reply<std::vector<ports::ConnectionForm>> reply) override;
    void use(std::string name, ports::Reply<std::vector<ports::ConnectionForm>> reply) override;
    void test(ports::ConnectionForm form, ports::Subscription<ports::TestLine> progress,
              ports::Reply<ports::TestReport> reply) override;

private:
    [[nodiscard]] std::filesystem::path folder() const { return folders_.root / "connections"; }
    [[nodiscard]] base::Result<std::vector<ports::ConnectionForm>> all() const;
    [[nodiscard]] base::Done put_in_use(const std::string& name) const;

    premises::Folders folders_;
    const base::Clock& clock_;
    std::function<void()> switch_;
    uplink::SystemScheduler scheduler_;
};

} // namespace console
