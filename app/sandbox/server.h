// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <memory>

namespace sandbox {

class EventLog;
class Faults;
class Platform;
struct Identity;

/// The gateway's HTTP interface over TLS on 127.0.0.1 (resources/protocol/openapi.json), and /sandbox/v1 for tests.
class Server {
public:
    /// Binds; `port` 0 takes any free one. Faults: unreadable (certificate or port cannot be used).
    [[nodiscard]] static base::Result<std::unique_ptr<Server>> bind(Platform& platform, const EventLog& log,
                                                                    Faults& faults, const Identity& identity, int port);
    ~Server();
    [[nodiscard]] int port() const;
    /// Serves until stop(), on the calling thread.
    void serve();
    void stop();

private:
    struct Parts;
    explicit Server(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace sandbox
