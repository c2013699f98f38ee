// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/options.h"

#include "app/base/encoding.h"

#include <charconv>
#include <functional>
#include <map>

namespace sandbox {

using base::Fault;
using base::FaultCode;

namespace {

Fault wrong(const std::string& option, std::string expected) {
    return {FaultCode::invalid_argument, option + " takes " + std::move(expected), option};
}

template <class Number>
base::Done read_number(const std::string& option, const std::string& text, Number least, Number& into) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !(value >= least)) {
        return wrong(option, "a number from " + std::to_string(least) + " on");
    }
    into = value;
    return {};
}

base::Done read_seconds(const std::string& option, const std::string& text, std::chrono::seconds& into) {
    std::int64_t seconds = 0;
    REEVE_TRY(read_number<std::int64_t>(option, text, 0, seconds));
    if (seconds > 10'000'000) {
        return wrong(option, "at most 10000000 seconds");
    }
    into = std::chrono::seconds(seconds);
    return {};
}

base::Done read_administrator(const std::string& option, const std::string& text, Options& into) {
    const auto key = base::array_from_base64<32>(text);
    if (!key) {
        return wrong(option, "an Ed25519 public key in base64");
    }
    into.administrator = *key;
    return {};
}

base::Done read_start(const std::string& option, const std::string& text, Options& into) {
    const auto start = base::from_rfc3339(text);
    if (!start) {
        return wrong(option, "a time as 2026-03-02T08:00:00Z");
    }
    into.start = *start;
    return {};
}

base::Done read_fault(const std::string& option, const std::string& text, Options& into) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
        return wrong(option, "NAME=VALUE, e.g. lose-answers=0.2");
    }
    into.faults.emplace_back(text.substr(0, equals), text.substr(equals + 1));
    return {};
}

using Read = std::function<base::Done(const std::string& option, const std::string& value, Options& into)>;

const std::map<std::string, bool Options::*>& switches() {
    static const std::map<std::string, bool Options::*> all = {
        {"--help", &Options::help},
        {"--version", &Options::version},
        {"--list-scenarios", &Options::list_scenarios},
        {"--print", &Options::print},
        {"--no-stdin", &Options::keep_on},
        {"--burst", &Options::burst},
        {"--labels", &Options::labels},
    };
    return all;
}

const std::map<std::string, Read>& settings() {
    const auto done = [](auto&& assign) {
        return [assign](const std::string&, const std::string& value, Options& into) {
            assign(value, into);
            return base::Done();
        };
    };
    static const std::map<std::string, Read> all = {
        {"--state", done([](const std::string& value, Options& into) { into.state = value; })},
        {"--mapping", done([](const std::string& value, Options& into) { into.mapping = value; })},
        {"--scenario", done([](const std::string& value, Options& into) { into.scenarios.push_back(value); })},
        {"--replay", done([](const std::string& value, Options& into) { into.replay.emplace_back(value); })},
        {"--seed",
         [](const auto& o, const auto& v, Options& i) { return read_number<std::uint64_t>(o, v, 0, i.seed); }},
        {"--rate", [](const auto& o, const auto& v, Options& i) { return read_number<double>(o, v, 0, i.rate); }},
        {"--count",
         [](const auto& o, const auto& v, Options& i) { return read_number<std::uint64_t>(o, v, 0, i.count); }},
        {"--after",
         [](const auto& o, const auto& v, Options& i) { return read_number<std::uint64_t>(o, v, 0, i.after); }},
        {"--speed", [](const auto& o, const auto& v, Options& i) { return read_number<double>(o, v, 0, i.speed); }},
        {"--pace", [](const auto& o, const auto& v, Options& i) { return read_number<double>(o, v, 0, i.pace); }},
        {"--port", [](const auto& o, const auto& v, Options& i) { return read_number<int>(o, v, 0, i.port); }},
        {"--scenario-every",
         [](const auto& o, const auto& v, Options& i) { return read_seconds(o, v, i.scenario_every); }},
        {"--hold", [](const auto& o, const auto& v, Options& i) { return read_seconds(o, v, i.hold); }},
        {"--colleague-delay",
         [](const auto& o, const auto& v, Options& i) { return read_seconds(o, v, i.colleague_delay); }},
        {"--admin-key", read_administrator},
        {"--start", read_start},
        {"--fault", read_fault},
    };
    return all;
}

} // namespace

base::Result<Options> parse_options(const std::vector<std::string>& arguments) {
    Options options;
    for (std::size_t index = 0; index < arguments.size(); ++index) {
        std::string name = arguments[index];
        if (const auto found = switches().find(name); found != switches().end()) {
            options.*(found->second) = true;
            continue;
        }
        if (name == "--no-fleet" || name == "--no-colleague") {
            (name == "--no-fleet" ? options.fleet : options.colleague) = false;
            continue;
        }
        std::optional<std::string> value;
        if (const std::size_t equals = name.find('='); equals != std::string::npos) {
            value = name.substr(equals + 1);
            name.resize(equals);
        } else if (index + 1 < arguments.size()) {
            value = arguments[index + 1];
            ++index;
        }
        const auto setting = settings().find(name);
        if (setting == settings().end()) {
            return Fault{FaultCode::invalid_argument, "there is no option " + name + "; --help lists them", name};
        }
        if (!value) {
            return wrong(name, "a value");
        }
        REEVE_TRY(setting->second(name, *value, options));
    }
    if (options.mapping.empty() && !options.replay.empty()) {
        return Fault{FaultCode::invalid_argument, "--replay needs --mapping, the name or file of a mapping",
                     "--mapping"};
    }
    if (options.labels && options.replay.empty()) {
        return Fault{FaultCode::invalid_argument, "--labels needs --replay, the files whose orders it labels",
                     "--labels"};
    }
    return options;
}

std::string help_text() {
    return R"(reeve-sandbox: a gateway on loopback with a fleet of simulated machine customers

Prints one JSON line (port, certificate, keys, source, token) and serves until its standard input closes.

  --state DIR            keep events, keys, decisions and rosters here (default: a temporary folder)
  --seed N               what happens follows from the seed (default 1)
  --rate R               background events per second, 0 for none, up to 100000 (default 2)
  --burst --count N      make N events as fast as they become durable, for measurements
  --count N              stop producing after N events
  --scenario NAME        play this first; may be given again; "all" plays every one
  --after N              play it a quiet week after the everyday traffic has made N events
  --scenario-every SEC   weave scenarios into the traffic (default 150, 0: never)
  --list-scenarios       names, what they show, and what a policy should do about their orders
  --replay FILE --mapping NAME|FILE --speed N
                         real input as live activity; --replay may be given again
  --labels               with --replay: what should have been done about each order, in hindsight, and end
  --hold SEC             how long orders wait for a decision (default 1800)
  --pace F               0.1: executions and deliveries take a tenth of the time (default 1)
  --admin-key BASE64     take rosters signed by this key only (default: the first one's signer)
  --colleague-delay SEC  the simulated colleague signs second after so long (default 8); --no-colleague
  --no-fleet             no traffic and no scenarios but those that are named
  --fault NAME=VALUE     lose-requests, lose-answers, duplicate, reorder, garbage, drop-connection (0 to 1),
                         delay (milliseconds), restart-after (events); may be given again
  --print --count N      no network: print N events as JSON lines, in virtual time, and end
  --start TIME           virtual time from here (RFC 3339), moved by POST /sandbox/v1/advance
  --port N               listen there instead of on any free port
  --no-stdin             keep on when standard input closes
  --help, --version
)";
}

} // namespace sandbox
