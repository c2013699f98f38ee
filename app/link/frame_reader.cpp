// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/frame_reader.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>

namespace uplink {

using base::Fault;
using base::FaultCode;

namespace {

/// A sequence as the framing writes it: plain decimal, 1 or more. 0 when it is none.
std::uint64_t sequence_of(const std::string& id) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), value);
    const bool whole = error == std::errc{} && end == id.data() + id.size();
    return whole && value < std::numeric_limits<std::uint64_t>::max() ? value : 0;
}

std::optional<base::Instant> heartbeat_time(std::string_view comment) {
    constexpr std::string_view word = "heartbeat ";
    if (!comment.starts_with(word)) {
        return std::nullopt;
    }
    const auto time = base::from_rfc3339(comment.substr(word.size()));
    return time ? std::optional(*time) : std::nullopt;
}

std::string name_of(const Gap& gap) {
    const std::string first = std::to_string(gap.first);
    return gap.first == gap.last ? "sequence " + first + " is missing"
                                 : "sequences " + first + " to " + std::to_string(gap.last) + " are missing";
}

} // namespace

FrameReader::FrameReader(int attempts, std::size_t frame_limit)
    : attempts_(attempts)
    , parser_(wire::SseLimits{.line_bytes = frame_limit, .data_bytes = frame_limit, .id_bytes = 64})
    , watch_(attempts) {}

std::uint64_t FrameReader::begin(std::uint64_t durable) {
    parser_.reset();
    frames_.clear();
    const std::uint64_t after = std::max(durable, stepped_over_);
    watch_.begin(after);
    return after;
}

FrameReader::Taken FrameReader::feed(std::string_view bytes, base::Instant now) {
    Taken taken;
    auto batch = std::make_shared<Batch>();
    batch->received = now;
    frames_.clear();
    const base::Done fed = parser_.feed(bytes, frames_);
    for (wire::SseFrame& frame : frames_) {
        if (taken.again) {
            break;
        }
        take(frame, *batch, taken);
    }
    if (!fed && !taken.again) {
        pass_limit(fed.fault(), *batch, taken);
    }
    for (const Frame& frame : batch->frames) {
        batch->bytes += frame.bytes.size();
    }
    taken.batch = std::move(batch);
    return taken;
}

void FrameReader::take(wire::SseFrame& frame, Batch& batch, Taken& taken) {
    switch (frame.kind) {
    case wire::SseFrame::Kind::comment:
        if (const auto time = heartbeat_time(frame.data)) {
            taken.heartbeat = time;
        }
        return;
    case wire::SseFrame::Kind::event: take_event(frame, batch, taken); return;
    }
}

void FrameReader::take_event(wire::SseFrame& frame, Batch& batch, Taken& taken) {
    Frame out{.sequence = sequence_of(frame.id), .first = 0, .bytes = std::move(frame.data), .fault = {}};
    if (out.sequence == 0) {
        out.fault = Fault{FaultCode::malformed, "the event's id is no sequence number", "id"};
        batch.frames.push_back(std::move(out));
        return;
    }
    const std::uint64_t count = count_events(out.bytes);
    const std::uint64_t before = watch_.expected();
    // A batch that cannot be counted, or that claims to reach back before 1, is taken as it is: no gap can be told.
    const bool counted = count > 0 && count <= out.sequence;
    const std::uint64_t first = counted ? out.sequence - count + 1 : std::min(before, out.sequence);
    out.first = counted ? first : 0;
    const auto judged = watch_.see(first, out.sequence);
    switch (judged.verdict) {
    case SequenceWatch::Verdict::ask_again:
        taken.again = Fault{FaultCode::not_found, name_of(judged.missing.value_or(Gap{})), "id"};
        taken.gap = true;
        return;
    case SequenceWatch::Verdict::take: break;
    }
    if (judged.given_up) {
        batch.gaps.push_back(*judged.given_up);
    }
    taken.progress = taken.progress || watch_.expected() > before;
    batch.frames.push_back(std::move(out));
}

void FrameReader::pass_limit(const Fault& fault, Batch& batch, Taken& taken) {
    const std::uint64_t at = watch_.expected();
    too_large_times_ = too_large_at_ == at ? too_large_times_ + 1 : 1;
    too_large_at_ = at;
    taken.again = fault;
    if (too_large_times_ >= attempts_) {
        batch.frames.push_back(Frame{.sequence = at, .first = at, .bytes = {}, .fault = fault});
        watch_.step_over();
        stepped_over_ = at;
    }
}

} // namespace uplink
