// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/answers.h"
#include "app/sandbox/faults.h"
#include "app/sandbox/identity.h"
#include "app/sandbox/platform.h"
#include "app/sandbox/server.h"

#include <atomic>
#include <optional>
#include <string>
#include <string_view>

namespace sandbox {

/// Inside of Server: what its handlers share. Included by server.cpp and routes.cpp only.
struct Server::Parts {
    Parts(Platform& platform_, const EventLog& log_, Faults& faults_, const Identity& identity_)
        : platform(platform_)
        , log(log_)
        , faults(faults_)
        , bearer("Bearer " + identity_.token)
        , http(identity_.certificate_file.c_str(), identity_.private_key_file.c_str()) {}

    using Act = httplib::Server::Handler;
    [[nodiscard]] Act guarded(Act act);
    /// A request that acts: faults may lose it before, or its answer behind.
    [[nodiscard]] Act acting(Act act);

    void set_up();
    void add_feed();
    void add_decisions();
    void add_cases();
    void add_rosters();
    void add_policies();
    [[nodiscard]] bool allowed(const httplib::Request& request) const;
    void serve_feed(const httplib::Request& request, httplib::Response& response);

    Platform& platform;
    const EventLog& log;
    Faults& faults;
    std::string bearer;
    httplib::SSLServer http;
    std::atomic<bool> stopping = false;
    std::atomic<bool> serving = false; ///< serve() is under way
    int port = 0;
};

/// The whole text as a number, or nothing.
[[nodiscard]] std::optional<std::uint64_t> whole_number(std::string_view text);

} // namespace sandbox
