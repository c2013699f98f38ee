// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/ids.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sandbox {

/// What the command line asks for.
struct Options {
    bool help = false;
    bool version = false;
    bool list_scenarios = false;
    bool labels = false;         ///< says of every order of --replay what should have been done, and ends
    bool print = false;          ///< events as JSON lines on standard output, no network, virtual time
    bool keep_on = false;        ///< do not end when standard input closes
    bool fleet = true;           ///< background traffic and scenarios at intervals
    bool colleague = true;       ///< the simulated colleague signs second
    std::filesystem::path state; ///< empty: a temporary folder
    std::uint64_t seed = 1;
    double rate = 2;                    ///< events per second
    std::uint64_t count = 0;            ///< stop producing after so many events; 0: never
    std::uint64_t after = 0;            ///< scenarios play when the everyday traffic has made so many, and ends it
    bool burst = false;                 ///< produce `count` events as fast as they can be made durable
    std::vector<std::string> scenarios; ///< run first, in this order; "all"
    std::chrono::seconds scenario_every{150};
    std::chrono::seconds hold{1800};
    std::chrono::seconds colleague_delay{8};
    double pace = 1;                    ///< of what follows after execution; smaller is quicker
    std::optional<base::Instant> start; ///< virtual time from here
    std::optional<domain::PublicKey> administrator;
    std::vector<std::pair<std::string, std::string>> faults;
    std::vector<std::filesystem::path> replay;
    std::string mapping;
    double speed = 1;
    int port = 0;
};

/// Faults: invalid_argument, naming the option and what it takes.
[[nodiscard]] base::Result<Options> parse_options(const std::vector<std::string>& arguments);
[[nodiscard]] std::string help_text();

} // namespace sandbox
