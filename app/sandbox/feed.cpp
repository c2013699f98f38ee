// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/feed.h"

#include "app/json/reader.h"
#include "app/wire/sse.h"

#include <thread>

namespace sandbox {

namespace {

constexpr auto heartbeat_every = std::chrono::seconds(4);
constexpr auto longest_wait = std::chrono::milliseconds(250);
constexpr json::Limits group_limits{40, std::size_t{64} * 1024 * 1024};

/// The elements from number `skip` on, as one event or an array, each byte for byte as it was.
base::Result<std::string> without_first(std::string_view array, std::uint64_t skip) {
    const auto document = json::Document::parse(array, group_limits);
    if (!document) {
        return document.fault();
    }
    std::string rest;
    std::uint64_t index = 0;
    std::uint64_t kept = 0;
    for (const json::View event : document->root()) {
        if (index++ >= skip) {
            rest += kept++ == 0 ? "" : ",";
            rest += event.raw();
        }
    }
    return kept == 1 ? rest : '[' + rest + ']';
}

} // namespace

Feed::Feed(const EventLog& log, Faults& faults, const base::Clock& clock, std::uint64_t after)
    : log_(log)
    , faults_(faults)
    , clock_(clock)
    , after_(after)
    , last_sent_(std::chrono::steady_clock::now()) {}

base::Done Feed::append_group(const EventLog::Group& group, std::string& out) const {
    const auto json = log_.read(group);
    if (!json) {
        return json.fault();
    }
    if (after_ < group.first || group.first == group.last) {
        wire::SseWriter::append_event(std::to_string(group.last), *json, out);
        return {};
    }
    const auto rest = without_first(*json, after_ - group.first + 1);
    if (!rest) {
        return rest.fault();
    }
    wire::SseWriter::append_event(std::to_string(group.last), *rest, out);
    return {};
}

Feed::Next Feed::next_group(std::string& out) {
    const auto number = log_.group_behind(after_);
    const auto group = number ? log_.group(*number) : std::nullopt;
    if (!group) {
        return Next::nothing_yet;
    }
    if (faults_.strikes(Faults::Kind::drop_connection)) {
        return Next::drop;
    }
    if (const auto delay = faults_.delay(); delay.count() > 0) {
        std::this_thread::sleep_for(delay);
    }
    if (faults_.strikes(Faults::Kind::garbage)) {
        wire::SseWriter::append_event(std::to_string(after_), "{\"specversion\":\"1.0\",\"id\":", out);
    }
    const auto following = log_.group(*number + 1);
    if (following && faults_.strikes(Faults::Kind::reorder) && !append_group(*following, out)) {
        return Next::drop; // the later one first: a gap, then its filling
    }
    if (!append_group(*group, out)) {
        return Next::drop;
    }
    if (faults_.strikes(Faults::Kind::duplicate) && !append_group(*group, out)) {
        return Next::drop;
    }
    after_ = group->last;
    return Next::bytes;
}

Feed::Next Feed::next(std::string& out) {
    Next result = next_group(out);
    const auto now = std::chrono::steady_clock::now();
    if (result == Next::nothing_yet && now - last_sent_ >= heartbeat_every) {
        wire::SseWriter::append_comment("heartbeat " + base::to_rfc3339(clock_.now()), out);
        result = Next::bytes;
    }
    if (result == Next::nothing_yet) {
        log_.wait_behind(after_, longest_wait);
    } else {
        last_sent_ = now;
    }
    return result;
}

} // namespace sandbox
