// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/frames.h"

#include <string>

namespace newsroom {

namespace {

record::Frame frame_of(const uplink::Frame& frame, base::Instant received, const domain::SourceId& source) {
    record::Frame made;
    made.bytes = frame.bytes;
    made.received = received;
    made.feed = source;
    made.place = frame.sequence == 0 ? std::string("feed") : "feed " + std::to_string(frame.sequence);
    made.carries = {frame.first == 0 ? frame.sequence : frame.first, frame.sequence};
    if (frame.fault) {
        made.unreadable = record::Unreadable{*frame.fault, {}, {}};
    }
    return made;
}

} // namespace

std::vector<record::Frame> frames_of(const uplink::Batch& batch, const domain::SourceId& source) {
    std::vector<record::Frame> frames;
    frames.reserve(batch.frames.size() + 1);
    for (const uplink::Frame& frame : batch.frames) {
        frames.push_back(frame_of(frame, batch.received, source));
    }
    if (batch.gaps.empty()) {
        return frames;
    }
    if (frames.empty()) {
        frames.emplace_back();
        frames.back().received = batch.received;
        frames.back().feed = source;
    }
    // With the last frame: what lies behind a gap, and shows that it is one, is in the record by then.
    for (const uplink::Gap& gap : batch.gaps) {
        frames.back().given_up.push_back({gap.first, gap.last});
    }
    return frames;
}

} // namespace newsroom
