// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/books.h"

#include <algorithm>

namespace projection {

namespace {

/// FNV-1a (64 bits) of a transaction's name. Two names with one hash cost a look into the record, nothing else.
std::uint64_t hash_of(const domain::TransactionKey& key) {
    std::uint64_t hash = 14695981039346656037U;
    const auto mix = [&](unsigned char byte) { hash = (hash ^ byte) * 1099511628211U; };
    for (const char byte : key.source.bytes()) {
        mix(static_cast<unsigned char>(byte));
    }
    mix(0xFF);
    for (const char byte : key.id.bytes()) {
        mix(static_cast<unsigned char>(byte));
    }
    return hash;
}

} // namespace

base::Done Books::fold(const record::RecordedEvent& recorded, OrderHistory& history) {
    const domain::Event& event = recorded.event;
    if (recorded.suspected) {
        ++state_.set_aside;
        ++state_.revision;
        skip(recorded.index);
        return {};
    }
    if (const domain::TransactionId* id = order_of(event)) {
        const domain::TransactionKey key{event.source, *id};
        bool is_new = false;
        const auto found = order(key, recorded.index, history, is_new);
        if (!found) {
            return found.fault();
        }
        OrderState& order = **found;
        const std::optional<OrderState> before = is_new ? std::nullopt : std::optional(order);
        const Progress progress = advance(order, event);
        state_.contradicted += progress == Progress::contradicted ? 1 : 0;
        move(key, before, order);
        settle(key, order);
        ++state_.revision;
    }
    agents_.fold(event);
    if (const auto* agent = std::get_if<domain::Agent>(&event.payload)) {
        cube_.agent_names[cube_.agents.number(agent->id.bytes())] = agent->name;
        ++state_.revision;
    }
    skip(recorded.index);
    return {};
}

base::Done Books::fold(std::uint64_t index, const domain::TransactionKey& key, const OwnTier& verdict,
                       OrderHistory& history) {
    if (!open_.contains(key) && !away_.may_contain(hash_of(key))) {
        skip(index); // of an import that is set aside
        return {};
    }
    bool is_new = false;
    const auto found = order(key, index, history, is_new);
    if (!found) {
        return found.fault();
    }
    OrderState& order = **found;
    if (is_new) {
        open_.erase(key); // another order with the same hash was meant
    } else if (const OrderState before = order; advance(order, verdict) == Progress::folded) {
        move(key, before, order);
        ++state_.revision;
        settle(key, order);
    } else {
        settle(key, order);
    }
    skip(index);
    return {};
}

/// What ended is put away, but not before it was judged: a verdict comes behind what it is about, and looking the order
/// up in the record for every one would cost more than keeping it until then. Where nobody judges, the oldest go.
void Books::settle(const domain::TransactionKey& key, const OrderState& order) {
    if (domain::is_final(order.state) && order.state != domain::TransactionState::failed && !order.awaits_verdict()) {
        put_away(key);
    }
}

base::Result<OrderState*> Books::order(const domain::TransactionKey& key, std::uint64_t index, OrderHistory& history,
                                       bool& is_new) {
    if (const auto open = open_.find(key); open != open_.end()) {
        return &open->second.state;
    }
    OrderState state;
    is_new = true;
    if (away_.may_contain(hash_of(key))) {
        const auto told = history.told(key, index);
        if (!told) {
            return told.fault();
        }
        for (const Told& each : *told) {
            const auto* event = std::get_if<domain::Event>(&each);
            is_new = (event == nullptr || !order_of(*event)) && is_new;
            advance(state, each);
        }
    }
    if (open_.size() >= most_open_) {
        put_away_oldest();
    }
    if (order_of_opening_.size() >= 2 * most_open_) {
        std::erase_if(order_of_opening_, [this](const Opening& opening) { return !is_open(opening); });
    }
    order_of_opening_.push_back({key, openings_});
    return &open_.emplace(key, OpenOrder{std::move(state), openings_++}).first->second.state;
}

void Books::put_away_oldest() {
    while (!order_of_opening_.empty() && !is_open(order_of_opening_.front())) {
        order_of_opening_.pop_front(); // ended in the meantime
    }
    if (!order_of_opening_.empty()) {
        put_away(order_of_opening_.front().key);
        order_of_opening_.pop_front();
    }
}

void Books::put_away(const domain::TransactionKey& key) {
    if (const std::uint64_t hash = hash_of(key); !away_.may_contain(hash)) {
        away_.insert(hash);
    }
    open_.erase(key);
}

void Books::move(const domain::TransactionKey& key, const std::optional<OrderState>& before, const OrderState& after) {
    if (before) {
        book(*before, false);
    }
    book(after, true);
    const bool sold = after.side == domain::Side::selling && after.completed;
    const bool had_sold = before && before->side == domain::Side::selling && before->completed;
    state_.sales += sold ? 1 : 0;
    state_.sales -= had_sold ? 1 : 0;
    agents_.move(key, before, after);
}

void Books::book(const OrderState& order, bool add) {
    for (const auto& booking : order.bookings()) {
        if (!booking) {
            continue;
        }
        SpendPiece piece;
        piece.quarter = quarter_of(booking->time);
        piece.key.agent = cube_.agents.number(order.agent.bytes());
        piece.key.owner = cube_.owners.number(order.owner.bytes());
        piece.key.supplier = cube_.suppliers.number(order.supplier.id.bytes());
        piece.key.category = cube_.categories.number(order.category);
        piece.key.slot = static_cast<std::uint8_t>(ports::slot_of(order.tier));
        piece.key.own_slot = static_cast<std::uint8_t>(ports::slot_of(order.own_tier()));
        piece.key.handling = order.human ? ports::Handling::human : ports::Handling::machine;
        piece.key.currency = booking->money.currency;
        piece.minor = booking->money.minor;
        piece.orders = booking->order ? 1 : 0;
        if (add) {
            cube_.supplier_names[piece.key.supplier] = order.supplier.name;
            cube_.add(piece);
        } else {
            cube_.remove(piece);
        }
    }
}

ports::BookState Books::state() const {
    ports::BookState state = state_;
    state.folded = folded_;
    if (const auto reach = cube_.reach()) {
        state.earliest = instant_of(reach->first);
        state.latest = instant_of(reach->second);
    }
    return state;
}

void Books::add_money(ports::AgentRow& row,
                      const std::map<std::pair<std::uint32_t, domain::Currency>, ports::Spent>& today,
                      const std::map<std::pair<std::uint32_t, domain::Currency>, ports::Spent>& month) const {
    const std::uint32_t number = cube_.agents.find(row.agent.id.bytes());
    for (auto each = today.lower_bound({number, domain::Currency()});
         each != today.end() && each->first.first == number; ++each) {
        row.today.push_back(each->second);
    }
    std::stable_sort(row.today.begin(), row.today.end(),
                     [](const auto& left, const auto& right) { return left.orders > right.orders; });
    if (row.agent.budget) {
        const domain::Currency& currency = row.agent.budget->currency;
        const auto spent = month.find({number, currency});
        row.month = spent == month.end() ? ports::Spent{{0, currency}, false, 0} : spent->second;
    }
}

ports::Fleet Books::fleet(const ports::FleetQuery& query) const {
    const auto today = cube_.by_agent(query.day_from);
    const auto month = cube_.by_agent(query.month_from);
    ports::Fleet fleet;
    fleet.fleet_stop = agents_.fleet_stop();
    fleet.state = state();
    for (const auto& [id, known] : agents_.agents()) {
        fleet.agents.push_back(agents_.row(known, query));
        add_money(fleet.agents.back(), today, month);
    }
    return fleet;
}

base::Result<ports::AgentPage> Books::page(const domain::AgentId& id, const ports::FleetQuery& query) const {
    const auto found = agents_.agents().find(id);
    if (found == agents_.agents().end()) {
        return base::Fault{base::FaultCode::not_found, "no such agent", id.bytes()};
    }
    const std::uint32_t number = cube_.agents.find(id.bytes());
    ports::AgentPage page;
    page.row = agents_.row(found->second, query);
    add_money(page.row, cube_.by_agent(query.day_from, number), cube_.by_agent(query.month_from, number));
    page.mandates.assign(found->second.mandates.begin(), found->second.mandates.end());
    page.orders.assign(found->second.orders.begin(), found->second.orders.end());
    return page;
}

} // namespace projection
