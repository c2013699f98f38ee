// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/traffic.h"

#include "app/sandbox/basket.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sandbox {

const SpendCategory& category_of(const Machine& machine) {
    const auto all = spend_categories();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const SpendCategory& each) { return each.name == machine.category; });
    return found == all.end() ? all.front() : *found;
}

double busyness(base::Instant when) {
    const auto day = std::chrono::floor<std::chrono::days>(when);
    const unsigned weekday = std::chrono::weekday(day).iso_encoding() - 1;
    const auto hour = std::chrono::duration_cast<std::chrono::hours>(when - day).count();
    // The files have no times of day: office hours are an assumption of the sandbox.
    const double of_hour = hour >= 7 && hour < 18 ? 1.6 : 0.5;
    // Nobody shall wait in front of an empty screen at night: the quietest hour keeps two fifths of the mean.
    return std::clamp(spend_rhythm().weekdays.at(weekday) * 7 * of_hour, 0.4, 2.0);
}

Traffic::Traffic(Press& press, Book& book, Agenda& agenda, Orders& orders, Random& random)
    : press_(press)
    , book_(book)
    , agenda_(agenda)
    , orders_(orders)
    , random_(random) {
    for (const Machine& each : machines()) {
        weights_.push_back(each.weight);
    }
}

void Traffic::begin(double events_per_second) {
    rate_ = events_per_second;
    if (rate_ <= 0) {
        return;
    }
    plan_next();
    for (const Machine& each : machines()) {
        if (each.heartbeat_seconds > 0) {
            const auto first =
                base::Microseconds(static_cast<std::int64_t>(each.heartbeat_seconds * 1e6 * random_.unit()));
            agenda_.at(press_.clock().now() + first, [this, &each] { beat(each); });
        }
    }
}

bool Traffic::has_ended() const {
    return last_wanted_ > 0 && press_.next_sequence() > last_wanted_;
}

void Traffic::beat(const Machine& machine) {
    if (has_ended()) {
        return;
    }
    const domain::AgentId id{std::string(machine.id)};
    if (!silent(machine.id) && !book_.stopped(id)) {
        press_.emit(domain::EventType::heartbeat_sent, domain::HeartbeatSent{id});
    }
    agenda_.at(press_.clock().now() + std::chrono::seconds(machine.heartbeat_seconds),
               [this, &machine] { beat(machine); });
}

double Traffic::rhythm_now() const {
    return busyness(press_.clock().now());
}

void Traffic::plan_next() {
    const double orders_per_second = rate_ * rhythm_now() / events_per_everyday_order;
    const auto pause = static_cast<std::int64_t>(random_.exponential() / orders_per_second * 1e6);
    agenda_.at(press_.clock().now() + base::Microseconds(pause), [this] {
        if (!has_ended()) {
            order_of(machines()[random_.weighted(weights_)]);
            plan_next();
        }
    });
}

void Traffic::order_of(const Machine& machine) {
    if (silent(machine.id) || waits_for_next_month(machine)) {
        return;
    }
    Course course;
    course.arrives_late = random_.chance(0.04);
    course.arrives_short = random_.chance(0.01);
    course.fails = random_.chance(0.005);
    const domain::Subject subject = everyday(machine);
    const auto left = book_.budgets().left(subject, press_.clock().now());
    if (left && subject.gross.minor > left->minor) {
        // Asked for once; until somebody decided or the month is over, the agent orders nothing more by itself.
        asked_beyond_budget_[std::string(machine.id)] = month_of(press_.clock().now());
    }
    orders_.request(subject, course);
}

bool Traffic::waits_for_next_month(const Machine& machine) const {
    const auto found = asked_beyond_budget_.find(std::string(machine.id));
    return found != asked_beyond_budget_.end() && found->second == month_of(press_.clock().now());
}

domain::Subject Traffic::replenishment(const Machine& machine, const Shop& seller) {
    const auto stocked = items_of(seller.id);
    Basket basket(machine, seller);
    basket.purpose("Stock fell below the reorder point");
    const std::size_t lines = std::min<std::size_t>(stocked.size(), static_cast<std::size_t>(random_.between(1, 3)));
    const std::size_t first = random_.below(static_cast<std::uint32_t>(stocked.size()));
    for (std::size_t index = 0; index < lines; ++index) {
        const Item& each = *stocked[(first + index) % stocked.size()];
        const bool by_measure = each.unit == "LTR" || each.unit == "KWH";
        basket.add(each, by_measure ? random_.between(20, 90) : random_.between(1, 12));
    }
    return basket.finish();
}

domain::Subject Traffic::everyday(const Machine& machine) {
    const SpendCategory& category = category_of(machine);
    const auto sellers = suppliers_of(machine);
    std::string& last = last_supplier_[std::string(machine.id)];
    if (last.empty() || !random_.chance(spend_rhythm().same_merchant_again)) {
        last = sellers[random_.below(static_cast<std::uint32_t>(sellers.size()))];
    }
    const Shop& seller = shop(last);
    const bool refund = random_.chance(category.refund_share);
    if (machine.kind == domain::AgentKind::device && !refund && !items_of(seller.id).empty()) {
        return replenishment(machine, seller);
    }
    const double pounds = random_.amount_of(category) * (refund ? category.refund_ratio : 1.0);
    const auto minor =
        std::max<std::int64_t>(1, std::llround(std::min(pounds, 400'000.0) * minor_per_pound(seller.currency)));
    Basket basket(machine, seller);
    basket.kind(refund                                                    ? domain::TransactionKind::return_of_goods
                : machine.kind == domain::AgentKind::subscription_renewer ? domain::TransactionKind::renewal
                                                                          : domain::TransactionKind::purchase);
    basket.purpose(refund ? "Money back for returned goods" : std::string(machine.category));
    return basket.finish_at(refund ? -minor : minor, machine.category, random_.between(1, 6));
}

} // namespace sandbox
