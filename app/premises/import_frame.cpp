// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/premises/import_frame.h"

#include <filesystem>

namespace premises {

record::Frame frame_of(const mapping::Item& item, const std::string& file, std::int64_t batch, base::Instant now) {
    record::Frame frame;
    frame.received = now;
    frame.batch = batch;
    frame.place = std::filesystem::path(file).filename().string() + ':';
    if (const auto* event = std::get_if<domain::Event>(&item.what)) {
        frame.bytes = event->raw;
        frame.feed = event->source;
        frame.place += ' ' + mapping::describe(item.place);
    } else if (const auto* aside = std::get_if<mapping::Quarantined>(&item.what)) {
        frame.bytes = aside->raw;
        frame.feed = aside->source;
        frame.unreadable = record::Unreadable{aside->reason, aside->id, aside->amount};
        if (aside->reason.where.empty()) {
            frame.unreadable->reason.where = mapping::describe(item.place);
        }
    }
    return frame;
}

} // namespace premises
