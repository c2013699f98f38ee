// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/fleet.h"
#include "app/sandbox/market.h"
#include "app/sandbox/orders.h"
#include "app/sandbox/spend_parameters.h"

#include <set>

namespace sandbox {

/// The everyday orders of the fleet. Amounts, refunds, categories and weekdays follow spend_parameters.
class Traffic {
public:
    Traffic(Press& press, Book& book, Agenda& agenda, Orders& orders, Random& random);

    /// `events_per_second` over a long time; an everyday order makes about seven events. 0: none.
    void begin(double events_per_second);
    /// No more once the feed has this many events; 0: no end.
    void end_behind(std::uint64_t count) { last_wanted_ = count; }
    /// One order of this machine, as its everyday goes.
    void order_of(const Machine& machine);
    /// The agent neither orders nor sends heartbeats until it is woken.
    void silence(std::string_view agent) { silent_.insert(std::string(agent)); }
    void wake(std::string_view agent) { silent_.erase(std::string(agent)); }
    [[nodiscard]] bool silent(std::string_view agent) const { return silent_.contains(std::string(agent)); }

private:
    void plan_next();
    void beat(const Machine& machine);
    [[nodiscard]] double rhythm_now() const;
    [[nodiscard]] domain::Subject everyday(const Machine& machine);
    [[nodiscard]] domain::Subject replenishment(const Machine& machine, const Shop& seller);

    Press& press_;
    Book& book_;
    Agenda& agenda_;
    Orders& orders_;
    Random& random_;
    [[nodiscard]] bool has_ended() const;

    double rate_ = 0;
    std::uint64_t last_wanted_ = 0;
    std::vector<double> weights_;
    std::set<std::string> silent_;
    [[nodiscard]] bool waits_for_next_month(const Machine& machine) const;

    std::map<std::string, std::string> last_supplier_; ///< by agent
    std::map<std::string, std::chrono::year_month> asked_beyond_budget_;
};

/// What the machine buys, as the real files spend it.
[[nodiscard]] const SpendCategory& category_of(const Machine& machine);
/// About so many events follow from one everyday order.
inline constexpr double events_per_everyday_order = 7;

/// How busy the organisation is at this moment, mean about 1: weekdays as in the real files, office hours assumed.
[[nodiscard]] double busyness(base::Instant when);

} // namespace sandbox
