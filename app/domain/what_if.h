// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"
#include "app/domain/tier.h"
#include "app/domain/transaction.h"
#include "app/domain/untrusted_text.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace domain {

inline constexpr std::size_t tier_count = 5;

/// Orders and what they come to, exactly and by currency.
struct Flow {
    std::uint64_t orders = 0;
    std::map<Currency, std::int64_t> minor;
    bool beyond = false; ///< a sum left 64 bits: the amounts are not known
    friend bool operator==(const Flow&, const Flow&) = default;

    void add(const Money& amount);
    void add(const Flow& other);
};

/// Why an order has the tier that a policy gives it, in short.
struct ShortVerdict {
    Tier tier = Tier::blocked;
    Tier by_amount = Tier::blocked;
    bool stops = false; ///< it would wait for somebody
    bool is_case = false;
    UntrustedText matter; ///< it is one case with all others of this name
    bool unknown = false;
    std::vector<std::string> rules;     ///< that fired or failed
    std::vector<UntrustedText> reasons; ///< of those rules, in their order
    std::vector<std::string> limits;    ///< that it exceeds, by title
    std::vector<UntrustedText> missing; ///< records that are not on file
    friend bool operator==(const ShortVerdict&, const ShortVerdict&) = default;
};

/// One order that two policies judge differently.
struct ChangedOrder {
    TransactionKey key;
    std::int32_t version = 0;
    base::Instant at{};
    AgentId agent;
    SupplierId supplier;
    UntrustedText supplier_name;
    Money gross;
    ShortVerdict before;
    ShortVerdict after;
};

/// What the change means for one agent.
struct AgentShift {
    AgentId agent;
    std::uint64_t orders = 0;
    Flow newly_stopped;
    Flow newly_free;
    std::uint64_t otherwise = 0; ///< another tier or way of looking, but waiting before and after, or neither
};

/// The orders of one week by their tiers: from Monday, 0:00 UTC.
struct WeekTiers {
    base::Instant from{};
    std::array<Flow, tier_count> before;
    std::array<Flow, tier_count> after;
};

/// Facts that a rule reads and that stored history does not hold for an order, so that replaying it would be guessing.
enum class Lack {
    agent,    ///< its master record
    mandate,  ///< the one that it names, or any at all
    contract, ///< the one that it names, or any at all
    window,   ///< what was spent before the record begins
    habits,   ///< who was known and what things cost before the record begins
    people,   ///< whether a person looked: no decision is on record
};
inline constexpr std::size_t lack_count = 6;

/// How much work a policy makes.
struct Burden {
    std::uint64_t stopped = 0;    ///< orders that wait
    Flow waiting;                 ///< what those come to
    std::uint64_t cases = 0;      ///< somebody decides about each: single orders, and matters of several
    std::uint64_t matters = 0;    ///< of those: several orders that are one case (Verdict::matter)
    std::uint64_t joined = 0;     ///< orders in matters
    std::uint64_t work_items = 0; ///< causes that settle the others
    std::array<std::uint64_t, tier_count> cases_by_tier{}; ///< a matter by the strictest of its orders
};

/// What people need for it: an assumption of whoever asks.
struct Effort {
    std::array<double, tier_count> minutes = {0, 2, 8, 20, 5}; ///< for one case, by tier; dual: both people together
    double work_item_minutes = 10;
    int people = 1;
};

/// Burden as time. The wait is that of a queue in front of `people` people with Poisson arrivals spread over the
/// working time: Erlang C with the correction of Allen and Cunneen for the spread of handling times, which for one
/// person is the Pollaczek-Khinchine formula (Kleinrock, Queueing Systems I, 5.6; Allen, Probability, Statistics, and
/// Queueing Theory, 2nd ed., 5.3). What comes outside of working time and in bursts waits longer.
struct Workload {
    double cases_a_week = 0;
    double minutes_a_week = 0;
    double working_minutes_a_week = 0;
    double weeks = 0;                   ///< of history that the burden is spread over; never less than a day
    double minutes = 0;                 ///< for all of the burden
    base::Microseconds history{0};      ///< from which the burden comes
    double mean_minutes = 0;            ///< for one case or work item
    double load = 0;                    ///< share of the people's working time; 1 and more: the queue never empties
    std::optional<double> wait_minutes; ///< mean; nothing when the queue never empties

    /// Less than a day of history says nothing about a week: then only `minutes` is to be told.
    [[nodiscard]] bool tells_weeks() const { return history >= std::chrono::hours(24); }
};

/// How often a rule fired or failed for orders that wait.
struct RuleCount {
    std::string rule;
    std::uint64_t before = 0;
    std::uint64_t after = 0;
};

/// What a policy that is not in force would have made of stored history.
struct WhatIf {
    std::string before; ///< versions
    std::string after;
    std::uint64_t orders = 0;     ///< that were judged by both, each in its newest version
    std::uint64_t unreadable = 0; ///< events that could not be read again
    std::optional<base::Instant> first, last;
    /// Without the earliest and the latest hundredth of the orders: one late booking in a card export must not make a
    /// month into a year. What is said of a week is said over this time.
    std::optional<base::Instant> busy_from, busy_to;
    std::uint64_t working_days = 0; ///< Monday to Friday on which orders came

    std::uint64_t unchanged = 0;
    Flow newly_stopped;        ///< automatic before, waiting after
    Flow newly_free;           ///< waiting before, automatic after
    Flow otherwise;            ///< another tier or way of looking, but waiting before and after, or neither
    Flow newly_case;           ///< looked at one by one only after; among the three above
    Flow no_case_any_more;     ///< looked at one by one only before; among the three above
    std::uint64_t reasons = 0; ///< the same tier for other reasons; part of unchanged
    /// Nothing is said about these, whatever came out; counted nowhere else but in `orders`. By the first lack.
    Flow not_replayable;
    std::array<std::uint64_t, lack_count> lacks{};

    std::array<std::array<Flow, tier_count>, tier_count> moves; ///< [before][after], replayable orders
    std::vector<WeekTiers> weeks;                               ///< with replayable orders, rising
    std::vector<AgentShift> agents;                             ///< with a change, most first
    std::vector<RuleCount> rules;                               ///< that spoke, most first by the newer policy
    std::vector<ChangedOrder> changed;                          ///< the largest
    std::uint64_t changed_left_out = 0;                         ///< of the list
    std::vector<ChangedOrder> waiting;  ///< that the newer policy lets wait, the largest, replayable or not
    std::uint64_t waiting_left_out = 0; ///< of that list
    Burden burden_before, burden_after; ///< of all orders
    Workload work_before, work_after;
};

} // namespace domain
