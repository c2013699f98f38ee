// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/program.h"

#include "app/base/encoding.h"
#include "app/json/value.h"
#include "app/sandbox/hindsight.h"
#include "app/sandbox/identity.h"
#include "app/sandbox/platform.h"
#include "app/sandbox/scenarios.h"
#include "app/sandbox/server.h"

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <poll.h>
#include <thread>
#include <unistd.h>

namespace sandbox {

namespace {

namespace fs = std::filesystem;

constexpr int exit_failed = 1;
constexpr int exit_wrong_use = 2;
constexpr int exit_restart_fault = 70;

int fail(const base::Fault& fault) {
    std::cerr << "reeve-sandbox: " << base::describe(fault) << '\n';
    return fault.code == base::FaultCode::invalid_argument ? exit_wrong_use : exit_failed;
}

/// The state folder; a temporary one is removed at the end.
class StateFolder {
public:
    static base::Result<StateFolder> make(const fs::path& wanted) {
        std::error_code error;
        if (!wanted.empty()) {
            fs::create_directories(wanted, error);
            if (error) {
                return base::Fault{base::FaultCode::unreadable, "cannot make the state folder: " + error.message(),
                                   wanted.string()};
            }
            fs::permissions(wanted, fs::perms::owner_all, error);
            return StateFolder(wanted, false);
        }
        std::string pattern = (fs::temp_directory_path(error) / "reeve-sandbox-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            return base::Fault{base::FaultCode::unreadable, "cannot make a temporary folder", pattern};
        }
        return StateFolder(pattern, true);
    }
    StateFolder(StateFolder&& other) noexcept
        : path_(std::exchange(other.path_, {}))
        , temporary_(other.temporary_) {}
    StateFolder& operator=(StateFolder&&) = delete;
    ~StateFolder() {
        std::error_code error;
        if (temporary_ && !path_.empty()) {
            fs::remove_all(path_, error);
        }
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    StateFolder(fs::path path, bool temporary)
        : path_(std::move(path))
        , temporary_(temporary) {}
    fs::path path_;
    bool temporary_;
};

void announce(const Identity& identity, int port) {
    const auto line = json::Value::object({
        {"port", port},
        {"certificate", identity.certificate},
        {"certificate_sha256", base::to_base64(base::Bytes(identity.fingerprint))},
        {"gateway_key", base::to_base64(base::Bytes(identity.gateway_key.public_key()))},
        {"colleague_key", base::to_base64(base::Bytes(identity.colleague_key.public_key()))},
        {"source", identity.source.bytes()},
        {"token", identity.token},
    });
    std::cout << json::canonical(line) << std::endl;
}

/// Returns when standard input has ended, or the platform has failed.
void wait_for_the_end(const Platform& platform, bool keep_on) {
    while (!platform.fault()) {
        pollfd input{STDIN_FILENO, POLLIN, 0};
        const int ready = ::poll(keep_on ? nullptr : &input, keep_on ? 0 : 1, 500);
        char bytes[256];
        if (ready > 0 && ::read(STDIN_FILENO, bytes, sizeof bytes) <= 0) {
            return;
        }
    }
}

int serve(Options options) {
    auto folder = StateFolder::make(options.state);
    if (!folder) {
        return fail(folder.fault());
    }
    options.state = folder->path();
    const auto lock = FolderLock::take(folder->path());
    if (!lock) {
        return fail(lock.fault());
    }
    Timeline timeline = options.start ? Timeline::virtual_from(*options.start) : Timeline::live();
    auto identity = identity_in(folder->path(), base::SystemClock().now());
    if (!identity) {
        return fail(identity.fault());
    }
    if (options.administrator) {
        identity->administrator = options.administrator;
    }
    Faults faults(options.seed);
    for (const auto& [name, value] : options.faults) {
        if (const auto done = faults.set(name, value); !done) {
            return fail(done.fault());
        }
    }
    std::unique_ptr<EventLog> log;
    Platform platform(options, *identity, timeline, [&](std::uint64_t first, const std::vector<std::string>& events) {
        base::Done done = log->append(first, events);
        const std::uint64_t last_wanted = faults.restart_after();
        if (done && last_wanted > 0 && first + events.size() > last_wanted) {
            std::_Exit(exit_restart_fault);
        }
        return done;
    });
    auto opened =
        EventLog::open(folder->path() / "events.log", [&](std::string_view json) { return platform.recover(json); });
    if (!opened) {
        return fail(opened.fault());
    }
    log = std::move(*opened);
    if (const auto begun = platform.begin(log->last_sequence()); !begun) {
        return fail(begun.fault());
    }
    auto server = Server::bind(platform, *log, faults, *identity, options.port);
    if (!server) {
        return fail(server.fault());
    }
    announce(*identity, (*server)->port());
    std::thread ticking([&] { platform.run(); });
    std::thread serving([&] { (*server)->serve(); });
    wait_for_the_end(platform, options.keep_on);
    (*server)->stop();
    platform.stop();
    serving.join();
    ticking.join();
    const auto fault = platform.fault();
    return fault ? fail(*fault) : EXIT_SUCCESS;
}

int print(Options options) {
    if (options.scenarios == std::vector<std::string>{"all"} && options.hold == Options().hold) {
        options.hold = std::chrono::seconds(90); // so that holds are seen to lapse within the run
    }
    auto identity = rehearsal_identity(options.seed);
    if (!identity) {
        return fail(identity.fault());
    }
    const auto start = options.start.value_or(base::from_rfc3339("2026-03-02T08:00:00Z").value());
    Timeline timeline = Timeline::virtual_from(start);
    const std::uint64_t wanted = options.count == 0 ? 1000 : options.count;
    std::uint64_t printed = 0;
    Platform platform(options, *identity, timeline, [&](std::uint64_t, const std::vector<std::string>& events) {
        for (const std::string& event : events) {
            if (printed < wanted) {
                std::cout << event << '\n';
                ++printed;
            }
        }
        return base::Done();
    });
    if (const auto begun = platform.begin(0); !begun) {
        return fail(begun.fault());
    }
    while (printed < wanted && platform.tick()) {
    }
    std::cout.flush();
    return std::cout.good() ? EXIT_SUCCESS : exit_failed;
}

} // namespace

int run_program(const std::vector<std::string>& arguments) {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a limit on file size is a fault like a full disk
    auto options = parse_options(arguments);
    if (!options) {
        return fail(options.fault());
    }
    if (options->help) {
        std::cout << help_text();
        return EXIT_SUCCESS;
    }
    if (options->version) {
        std::cout << "reeve-sandbox " REEVE_VERSION "\n";
        return EXIT_SUCCESS;
    }
    if (options->list_scenarios) {
        for (const Scenario& each : scenarios()) {
            std::cout << each.name << "\t" << each.shows << "\t" << name_of(each.label) << '\n';
        }
        return EXIT_SUCCESS;
    }
    if (options->labels) {
        const auto done = label_files(options->replay, options->mapping, std::cout);
        return done ? (std::cout.flush().good() ? EXIT_SUCCESS : exit_failed) : fail(done.fault());
    }
    return options->print ? print(std::move(*options)) : serve(std::move(*options));
}

} // namespace sandbox
