// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/order_list.h"

namespace projection {

namespace {

template <class T>
bool is(const std::optional<T>& wanted, const T& has) {
    return !wanted || *wanted == has;
}

bool is_chosen(const OrderState& order, const ports::SpendSelection& only, ports::TierBy by) {
    const std::size_t own = ports::slot_of(order.own_tier());
    const std::size_t platform = ports::slot_of(order.tier);
    return is(only.agent, order.agent) && is(only.owner, order.owner) && is(only.supplier, order.supplier.id) &&
           is(only.category, order.category) && is(only.slot, by == ports::TierBy::policy ? own : platform) &&
           is(only.handling, order.human ? ports::Handling::human : ports::Handling::machine) &&
           is(only.agreement, ports::agreement_of(own, platform));
}

} // namespace

std::optional<ports::OrderLine> order_line(const domain::TransactionKey& key, const OrderState& order,
                                           const ports::OrdersQuery& query) {
    const auto moved = order.bookings()[0];
    const bool counts = moved && moved->time >= query.time.from && moved->time < query.time.to &&
                        (!query.currency.valid() || moved->money.currency == query.currency);
    if (!counts || !is_chosen(order, query.only, query.by)) {
        return std::nullopt;
    }
    const auto& within = query.only.within;
    if (within && (moved->time < within->from || moved->time >= within->to)) {
        return std::nullopt;
    }
    ports::OrderLine line;
    line.key = key;
    line.time = moved->time;
    line.agent = order.agent;
    line.supplier = order.supplier.name;
    line.category = order.category;
    line.money = moved->money;
    line.own_tier = order.own_tier();
    line.platform_tier = order.tier;
    line.handling = order.human ? ports::Handling::human : ports::Handling::machine;
    line.undone = order.undone.has_value() && order.bookings()[1].has_value();
    return line;
}

} // namespace projection
