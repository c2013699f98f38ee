// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/budgets.h"

#include "app/sandbox/market.h"
#include "app/sandbox/spend_parameters.h"
#include "app/sandbox/traffic.h"

#include <algorithm>
#include <cmath>

namespace sandbox {

namespace {

constexpr double seconds_in_a_month = 30.5 * 86'400;
constexpr double reserve = 1.5;
constexpr double largest_order_pounds = 400'000; ///< everyday orders are capped there

/// Mean of the mixture, in pounds: of a log-normal it is exp(mu + sigma^2 / 2).
double mean_order_pounds(const SpendCategory& category) {
    double mean = 0;
    for (const LogNormal& part : category.amounts) {
        mean += part.weight * std::min(std::exp(part.mu + part.sigma * part.sigma / 2), largest_order_pounds);
    }
    return mean;
}

/// Mean of a replenishment: two of the shop's items, at the middle of the usual quantities.
double mean_replenishment(const Machine& machine) {
    double dearest = 0;
    for (const std::string_view seller : suppliers_of(machine)) {
        for (const Item* each : items_of(seller)) {
            const bool by_measure = each->unit == "LTR" || each->unit == "KWH";
            dearest = std::max(dearest, static_cast<double>(each->price) * (by_measure ? 55 : 6.5) * 2);
        }
    }
    return dearest;
}

std::int64_t rounded_up(double minor) {
    const double step = std::pow(10, std::max(0.0, std::floor(std::log10(std::max(minor, 1.0))) - 1));
    return static_cast<std::int64_t>(std::ceil(minor / step) * step);
}

} // namespace

std::chrono::year_month month_of(base::Instant when) {
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(when));
    return day.year() / day.month();
}

void Budgets::take(const domain::Agent& agent) {
    if (agent.budget) {
        accounts_[agent.id].budget = *agent.budget;
    }
}

const Budgets::Account* Budgets::account_of(const domain::Subject& subject) const {
    const auto found = accounts_.find(subject.agent);
    const bool counts = found != accounts_.end() && subject.side == domain::Side::buying &&
                        found->second.budget.currency == subject.gross.currency;
    return counts ? &found->second : nullptr;
}

void Budgets::spend(const domain::Subject& subject, std::int64_t minor, base::Instant when) {
    if (account_of(subject) == nullptr) {
        return;
    }
    Account& account = accounts_[subject.agent];
    const auto month = month_of(when);
    if (account.month != month) {
        account.month = month;
        account.spent = 0;
    }
    account.spent += minor;
}

std::optional<domain::Money> Budgets::left(const domain::Subject& subject, base::Instant when) const {
    const Account* account = account_of(subject);
    if (account == nullptr) {
        return std::nullopt;
    }
    const std::int64_t spent = account->month == month_of(when) ? account->spent : 0;
    return domain::Money{account->budget.minor - spent, account->budget.currency};
}

std::int64_t budget_for(const Machine& machine, double events_per_second) {
    if (machine.budget == 0 || events_per_second <= 0) {
        return machine.budget;
    }
    double weights = 0;
    for (const Machine& each : machines()) {
        weights += each.weight;
    }
    const double orders = events_per_second / events_per_everyday_order * machine.weight / weights * seconds_in_a_month;
    const double drawn = mean_order_pounds(category_of(machine)) * minor_per_pound(machine.currency);
    const double mean =
        machine.kind == domain::AgentKind::device ? std::max(drawn, mean_replenishment(machine)) : drawn;
    return std::max(machine.budget, rounded_up(orders * mean * reserve));
}

} // namespace sandbox
