// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/tier.h"

#include <cstdint>
#include <string>
#include <vector>

namespace domain {

/// What a policy should do about the orders of a scenario.
enum class ScenarioLabel { honest, stop, other };

/// How a policy took one scenario of the sandbox's library.
struct Rehearsed {
    std::string name;
    std::string shows;
    ScenarioLabel label = ScenarioLabel::other;
    std::uint64_t orders = 0;  ///< versions of orders in it
    std::uint64_t stopped = 0; ///< that would have waited
    std::uint64_t cases = 0;   ///< of those: somebody looks at each
    Tier highest = Tier::automatic;
    std::vector<std::string> rules; ///< that fired or failed, each once
    friend bool operator==(const Rehearsed&, const Rehearsed&) = default;

    /// A harmful scenario of which every order would have been carried out by machines alone.
    [[nodiscard]] bool let_through() const { return label == ScenarioLabel::stop && orders > 0 && stopped == 0; }
    /// An honest scenario in which somebody would have had to look at an order.
    [[nodiscard]] bool false_alarm() const { return label == ScenarioLabel::honest && cases > 0; }
};

} // namespace domain
