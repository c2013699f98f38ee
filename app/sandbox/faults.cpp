// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/faults.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace sandbox {

namespace {

constexpr std::array<std::string_view, 6> names = {"lose-requests", "lose-answers", "duplicate",
                                                   "reorder",       "garbage",      "drop-connection"};

template <class Number>
bool read(std::string_view text, Number& into) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    return error == std::errc{} && end == text.data() + text.size();
}

base::Fault wrong(std::string_view name) {
    return {base::FaultCode::invalid_argument,
            "a fault is lose-requests, lose-answers, duplicate, reorder, garbage or drop-connection (0 to 1), delay "
            "(milliseconds up to 60000) or restart-after (events)",
            std::string(name)};
}

} // namespace

base::Done Faults::set(std::string_view name, std::string_view value) {
    if (name == "delay") {
        std::int64_t milliseconds = 0;
        if (!read(value, milliseconds) || milliseconds < 0 || milliseconds > 60'000) {
            return wrong(name);
        }
        delay_ = milliseconds;
        return {};
    }
    if (name == "restart-after") {
        std::uint64_t events = 0;
        if (!read(value, events)) {
            return wrong(name);
        }
        restart_after_ = events;
        return {};
    }
    const auto found = std::find(names.begin(), names.end(), name);
    double chance = 0;
    if (found == names.end() || !read(value, chance) || !(chance >= 0 && chance <= 1)) {
        return wrong(name);
    }
    const std::lock_guard lock(mutex_);
    chances_.at(static_cast<std::size_t>(found - names.begin())) = chance;
    return {};
}

bool Faults::strikes(Kind kind) {
    const std::lock_guard lock(mutex_);
    const double chance = chances_.at(static_cast<std::size_t>(kind));
    return chance > 0 && random_.chance(chance);
}

} // namespace sandbox
