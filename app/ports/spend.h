// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"
#include "app/domain/tier.h"
#include "app/domain/transaction.h"
#include "app/domain/untrusted_text.h"
#include "app/ports/reply.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ports {

/// Who let an order pass: machines alone, or a person whose decision caused it.
enum class Handling { machine, human };

/// Whose tier tells orders apart: our verdict by the policy in force when it was made, or the platform's assessment.
enum class TierBy { policy, platform };

/// Place of a tier in the arrays below; the last is for orders that nobody assessed, or that we have not judged yet.
inline constexpr std::size_t tier_slots = 6;
inline constexpr std::size_t not_assessed = 5;
[[nodiscard]] inline std::size_t slot_of(const std::optional<domain::Tier>& tier) {
    return tier ? static_cast<std::size_t>(*tier) : not_assessed;
}
[[nodiscard]] inline std::optional<domain::Tier> tier_of(std::size_t slot) {
    return slot < not_assessed ? std::optional(static_cast<domain::Tier>(slot)) : std::nullopt;
}

/// Our tier beside the platform's. Where one of the two is missing there is nothing to compare.
enum class Agreement { same, policy_stricter, platform_stricter, not_compared };
inline constexpr std::size_t agreements = 4;
[[nodiscard]] inline Agreement agreement_of(std::size_t policy_slot, std::size_t platform_slot) {
    if (policy_slot >= not_assessed || platform_slot >= not_assessed) {
        return Agreement::not_compared;
    }
    return policy_slot == platform_slot  ? Agreement::same
           : policy_slot > platform_slot ? Agreement::policy_stricter
                                         : Agreement::platform_stricter;
}

/// Half open: [from, to).
struct Stretch {
    base::Instant from{};
    base::Instant to{};
    friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// Money spent, exactly, in one currency: what orders moved, less what came back. `orders` counts those carried out; a
/// refund takes money away and no order.
struct Spent {
    domain::Money money;
    bool beyond = false; ///< the sum does not fit into 64 bits; `money` is then the nearest amount that does
    std::int64_t orders = 0;
    friend bool operator==(const Spent&, const Spent&) = default;
};

/// Which orders to look at. Empty members do not restrict; the others all hold.
struct SpendSelection {
    std::optional<domain::AgentId> agent;
    std::optional<domain::OwnerId> owner;
    std::optional<domain::SupplierId> supplier;
    std::optional<std::string> category;
    std::optional<std::size_t> slot; ///< of a tier, by SpendQuery::by
    std::optional<Handling> handling;
    std::optional<Agreement> agreement;
    /// A part of the period, at full quarters of an hour: sums and lists are of it, buckets are not cut by it.
    std::optional<Stretch> within;
    friend bool operator==(const SpendSelection&, const SpendSelection&) = default;
};

struct SpendQuery {
    std::vector<base::Instant> edges; ///< of the buckets, rising, at full quarters of an hour; two at least
    domain::Currency currency;        ///< not valid: the one with the most orders in the period
    SpendSelection only;
    TierBy by = TierBy::policy;
    std::uint32_t top = 10; ///< lines of each list
};

struct SpendBucket {
    base::Instant from{};
    std::array<Spent, tier_slots> tiers{};
    std::array<Spent, 2> handling{}; ///< by Handling
};

/// One agent, supplier or category; `id` as the feed gives it (may be empty: the order names none).
struct SpendLine {
    std::string id;
    domain::UntrustedText name; ///< empty where none is known
    Spent spent;
    Spent human; ///< the part that a person decided
};

struct SpendList {
    std::vector<SpendLine> lines; ///< greatest first
    Spent others;                 ///< everything below
    std::uint64_t others_count = 0;
};

/// How far the fold has come. Complete: everything in the record is in the sums.
struct BookState {
    std::uint64_t folded = 0;                      ///< entries of the record
    std::uint64_t entries = 0;                     ///< in the record
    std::uint64_t revision = 0;                    ///< rises with every change of a sum
    std::uint64_t set_aside = 0;                   ///< events in suspected duplicate imports, outside of every sum
    std::uint64_t contradicted = 0;                ///< reports of money that cannot follow what was reported before
    std::uint64_t sales = 0;                       ///< orders on the selling side: income, not spend
    std::optional<base::Instant> earliest, latest; ///< quarters of an hour in which money first and last moved
    std::optional<base::Fault> fault;              ///< why the fold stands still
    /// The sums are not of the whole record, by more than what comes within a moment of a busy feed.
    [[nodiscard]] bool is_behind() const { return entries > folded + 10'000; }
    friend bool operator==(const BookState&, const BookState&) = default;
};

struct SpendAnswer {
    domain::Currency currency;
    std::vector<Spent> currencies; ///< every currency in the period and selection, most orders first
    Spent total;
    std::vector<SpendBucket> buckets; ///< one fewer than edges
    std::array<Spent, tier_slots> tiers{};
    std::array<Spent, 2> handling{};
    std::array<Spent, agreements> agreement{}; ///< by Agreement
    SpendList agents, suppliers, categories;
    BookState state;
};

/// Which orders stand behind a sum: those that were carried out within `time` and are chosen.
struct OrdersQuery {
    Stretch time;
    domain::Currency currency; ///< not valid: any
    SpendSelection only;
    TierBy by = TierBy::policy;
    std::optional<std::uint64_t> before; ///< OrdersPage::reached of the page before
};

/// An order that was carried out: what moved, when, and both tiers.
struct OrderLine {
    domain::TransactionKey key;
    base::Instant time{}; ///< when its money moved
    domain::AgentId agent;
    domain::UntrustedText supplier;
    std::string category;
    domain::Money money;
    std::optional<domain::Tier> own_tier;      ///< nothing: not judged yet
    std::optional<domain::Tier> platform_tier; ///< nothing: not assessed
    Handling handling = Handling::machine;
    bool undone = false; ///< returned or cancelled afterwards
    friend bool operator==(const OrderLine&, const OrderLine&) = default;
};

/// The newest first. An answer looks at so many orders only; `more`: ask on with `reached`.
struct OrdersPage {
    std::vector<OrderLine> lines;
    std::uint64_t looked_at = 0;
    std::optional<std::uint64_t> reached; ///< entry down to which it has looked
    bool more = false;
};

/// What may be spent, and by whom or at whom: an agent's budget and an agent's mandate in a calendar month, or a limit
/// of the policy within its period.
enum class Allowance { budget, mandate, limit };
enum class Whose { agent, owner, supplier, category };

/// Within what: the last 24 whole hours, the last 7 or 30 UTC days, the calendar month so far. The windows of the
/// policy's limits (facts::Sums).
enum class Span { day, week, days_30, month };

/// A limit of the policy, for each of its kind or for the one that it names.
struct SpendLimit {
    std::string id;
    std::string title;
    Whose whose = Whose::agent;
    std::string key; ///< empty: each for itself
    domain::Money most;
    Span span = Span::month;
};

/// Working days by a calendar, told by their midnights, rising.
struct WorkingDays {
    base::Instant month_from{};
    base::Instant month_to{};         ///< exclusive
    base::Instant today{};            ///< midnight
    std::vector<base::Instant> past;  ///< of the 28 days before today
    std::vector<base::Instant> later; ///< of the 31 days after today
};

struct HeadroomQuery {
    base::Instant now{};
    WorkingDays days; ///< of the person who asks: used where the policy has no calendar
    std::vector<SpendLimit> limits;
};

/// Below it there is no pace to go by.
inline constexpr std::chrono::days least_history{14};

enum class Outlook {
    over,           ///< used up already
    used_up,        ///< within this month, or within the next period, at the pace of the last 28 days
    lasts,          ///< not within that time
    little_history, ///< less than least_history on record
    unknown,        ///< a sum does not fit into 64 bits
};

/// One allowance: what is used, what is left, and how long it lasts. The pace is the money of the last 28
/// days (or of as many as are on record) divided by their working days; it goes on from the next working day.
struct HeadroomLine {
    Allowance allowance = Allowance::budget;
    Whose whose = Whose::agent;
    std::string whom;           ///< id
    domain::UntrustedText name; ///< of whom; empty where none is known
    std::string rule;           ///< mandate or limit
    std::string title;          ///< of the limit
    Span span = Span::month;
    domain::Money most;
    Spent used;
    domain::Money left; ///< below zero: over
    Outlook outlook = Outlook::lasts;
    std::optional<domain::Money> pace;    ///< a working day
    std::optional<base::Instant> used_up; ///< the day, at midnight
    std::int64_t share = 0;               ///< used, in thousandths of `most`; at most 1,000,000
};

struct Headroom {
    std::vector<HeadroomLine> lines; ///< over first, then what is used up soonest, then by share
    std::int64_t history_days = 0;   ///< between the first movement on record and today
    std::string zone;                ///< of the policy's calendar, by which days were counted; empty: it has none
    std::uint64_t holidays = 0;      ///< of that calendar
    BookState state;
};

/// What was spent, out of a fold over the record. Rules: an order counts when its platform reports it completed, at the
/// time and with the amount of that report (the order's gross where the report names none); money that comes back
/// counts against it when it is returned or cancelled afterwards; our tier is that of the verdict about the newest
/// version (none yet: not judged, whatever an older version came to), the platform's that of its newest assessment, the
/// handling human as soon as a person's decision caused it, and all three may be told late, which moves the order.
/// Amounts of two currencies are never added. Suspected duplicate imports stay outside until resolved.
class Spend {
public:
    virtual ~Spend() = default;

    /// Faults: invalid_argument (edges).
    virtual void spend(SpendQuery query, Reply<SpendAnswer> reply) = 0;
    /// The orders behind a sum, read from the record. Faults: those of the record.
    virtual void orders(OrdersQuery query, Reply<OrdersPage> reply) = 0;
    /// `query.limits` may be empty: whoever answers adds those of the policy in force.
    virtual void headroom(HeadroomQuery query, Reply<Headroom> reply) = 0;
    /// The state now, and again whenever it changed, at most ten times a second.
    virtual void follow_book(Subscription<BookState> subscriber) = 0;
};

} // namespace ports
