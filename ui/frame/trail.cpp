// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/trail.h"

#include <utility>

namespace ui::frame {

void Trail::visit(Stop stop) {
    if (!stops_.empty() && stops_[at_] == stop) {
        return;
    }
    if (!stops_.empty()) {
        stops_.resize(at_ + 1);
    }
    stops_.push_back(std::move(stop));
    if (stops_.size() > most) {
        stops_.erase(stops_.begin());
    }
    at_ = stops_.size() - 1;
}

void Trail::stay(std::string place) {
    if (!stops_.empty()) {
        stops_[at_].place = std::move(place);
    }
}

std::optional<Trail::Stop> Trail::back() {
    if (!can_go_back()) {
        return std::nullopt;
    }
    return stops_[--at_];
}

std::optional<Trail::Stop> Trail::forward() {
    if (!can_go_forward()) {
        return std::nullopt;
    }
    return stops_[++at_];
}

} // namespace ui::frame
