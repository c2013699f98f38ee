// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/bookkeeper.h"

#include "app/policy/document.h"
#include "app/policy/working_days.h"
#include "app/projection/headroom.h"
#include "app/verdicts/policy_shelf.h"

namespace archive {

namespace {

ports::Whose whose(policy::Per per) {
    switch (per) {
    case policy::Per::agent: return ports::Whose::agent;
    case policy::Per::owner: return ports::Whose::owner;
    case policy::Per::supplier: return ports::Whose::supplier;
    case policy::Per::category: return ports::Whose::category;
    }
    return ports::Whose::agent;
}

ports::Span span(policy::Period period) {
    switch (period) {
    case policy::Period::day: return ports::Span::day;
    case policy::Period::week: return ports::Span::week;
    case policy::Period::days_30: return ports::Span::days_30;
    case policy::Period::month: return ports::Span::month;
    }
    return ports::Span::month;
}

constexpr std::chrono::seconds policy_interval{1};
constexpr int days_back = 28;
constexpr int days_ahead = 31;

} // namespace

void Bookkeeper::headroom(ports::HeadroomQuery query, ports::Reply<ports::Headroom> reply) {
    ask([this, query = std::move(query), reply = std::move(reply)]() mutable {
        const policy::Document* policy = policy_in_force();
        std::optional<policy::DaysAround> days;
        if (policy != nullptr && policy->calendar) {
            days = policy::days_around(*policy->calendar, query.now, days_back, days_ahead);
        }
        if (days) {
            query.days = {days->month_from, days->month_to, days->today, std::move(days->past), std::move(days->later)};
        }
        if (policy != nullptr) {
            for (const policy::Limit& limit : policy->limits) {
                query.limits.push_back(
                    {limit.id, limit.title, whose(limit.per), limit.key, limit.most, span(limit.period)});
            }
        }
        ports::Headroom answer = projection::headroom(*books_, query);
        if (days) {
            answer.zone = policy->calendar->zone;
            answer.holidays = policy->calendar->holidays.size();
        }
        answer.state = state();
        reply(std::move(answer));
    });
}

/// Its limits and its calendar; nothing where it cannot be read (judging says so). Asked ten times a second while the
/// page is seen, so it is read again after a moment only.
const policy::Document* Bookkeeper::policy_in_force() {
    const Time now = std::chrono::steady_clock::now();
    if (policy_ != nullptr && now < policy_read_ + policy_interval) {
        return policy_.get();
    }
    policy_read_ = now;
    policy_.reset();
    if (open()) {
        if (const auto policy = verdicts::in_force(*reader_)) {
            policy_ = std::make_shared<const policy::Document>(policy->book.document());
        }
    }
    return policy_.get();
}

} // namespace archive
