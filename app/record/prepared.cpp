// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/prepared.h"

#include "app/base/encoding.h"

#include <algorithm>

namespace record {

namespace {

std::string_view raw_of(const wire::Item& item) {
    if (const auto* event = std::get_if<domain::Event>(&item)) {
        return event->raw;
    }
    return std::get<wire::Refusal>(item).raw;
}

wire::Refusal refusal_of(const Frame& frame) {
    wire::Refusal refusal;
    refusal.fault = frame.unreadable->reason;
    if (!frame.unreadable->id.empty()) {
        refusal.id = frame.unreadable->id;
    }
    refusal.raw = frame.bytes;
    return refusal;
}

bool is_only_news_of_gaps(const Frame& frame) {
    return frame.bytes.empty() && !frame.given_up.empty();
}

} // namespace

base::Result<Prepared> Preparer::prepare(std::vector<Frame> frames) {
    Prepared made;
    made.frames = std::move(frames);
    made.ends.reserve(made.frames.size());
    made.items.reserve(made.frames.size());
    for (const Frame& frame : made.frames) {
        if (frame.unreadable) {
            made.items.emplace_back(refusal_of(frame));
        } else if (!is_only_news_of_gaps(frame)) {
            if (const auto done = decoder_.decode_frame(frame.bytes, made.items); !done) {
                made.items.emplace_back(wire::Refusal{done.fault(), {}, {}, {}, frame.bytes});
            }
        }
        made.ends.push_back(made.items.size());
    }
    constexpr std::size_t salt_size = sizeof(store::Salt);
    const auto random = crypto::random_bytes(made.items.size() * salt_size);
    if (!random) {
        return random.fault();
    }
    made.salts.resize(made.items.size());
    made.commitments.reserve(made.items.size());
    for (std::size_t i = 0; i < made.items.size(); ++i) {
        std::copy_n(random->begin() + static_cast<std::ptrdiff_t>(i * salt_size), salt_size, made.salts[i].begin());
        made.commitments.push_back(sha_.of({base::Bytes(made.salts[i]), base::as_bytes(raw_of(made.items[i]))}));
    }
    return made;
}

} // namespace record
