// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/agent.h"
#include "app/domain/subject.h"
#include "app/sandbox/fleet.h"

#include <cstdint>
#include <map>
#include <optional>

namespace sandbox {

/// The agents' budgets of a calendar month (UTC), and what went out of them: an order counts from the moment at which
/// it is carried out, and comes off again when it fails or is given back. Part of the book: a fold over events.
class Budgets {
public:
    void take(const domain::Agent& agent);
    /// `minor` of the subject's currency went out, or came back when it is negative. Counts only in the currency of the
    /// agent's budget and only for what is bought.
    void spend(const domain::Subject& subject, std::int64_t minor, base::Instant when);

    /// How much of this month's budget is left; nothing for an agent without a budget in the order's currency.
    [[nodiscard]] std::optional<domain::Money> left(const domain::Subject& subject, base::Instant when) const;

private:
    struct Account {
        domain::Money budget;
        std::chrono::year_month month{};
        std::int64_t spent = 0;
    };
    [[nodiscard]] const Account* account_of(const domain::Subject& subject) const;

    std::map<domain::AgentId, Account> accounts_;
};

/// The calendar month in UTC.
[[nodiscard]] std::chrono::year_month month_of(base::Instant when);

/// The budget that a machine is registered with: its own, or where the traffic is so fast that an honest month would
/// burst it, one and a half times what is to be expected at that rate, rounded up to two digits.
[[nodiscard]] std::int64_t budget_for(const Machine& machine, double events_per_second);

} // namespace sandbox
