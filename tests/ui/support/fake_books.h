// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/agents.h"
#include "app/projection/books.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fake {

/// The real books behind the ports, filled by hand, without thread and store.
class Books final : public ports::Spend, public ports::Agents, private projection::OrderHistory {
public:
    /// Folds an event; tell() lets followers know.
    void fold(domain::EventType type, domain::Payload payload, base::Instant time, bool suspected = false);
    void tell();

    struct Order {
        std::string id;
        std::string agent;
        std::string supplier;
        std::string category;
        domain::Money gross;
        std::optional<domain::Tier> tier;
        bool human = false;
        bool refund = false; ///< two hours later, all of it
        /// Our verdict; nothing: the same tier as the platform's, confirm where it gave none.
        std::optional<domain::Tier> own = std::nullopt;
        bool judged = true;
    };
    /// Requested, assessed, judged, completed within a minute.
    void order(const Order& order, base::Instant time);
    void agent(const domain::Agent& agent, base::Instant heartbeat);

    std::optional<base::Fault> fault; ///< shown in the state
    std::uint64_t entries = 0;        ///< of the record; 0: as many as were folded
    int questions = 0;
    std::size_t lines_at_once = 200; ///< of orders()

    void spend(ports::SpendQuery query, ports::Reply<ports::SpendAnswer> reply) override;
    void orders(ports::OrdersQuery query, ports::Reply<ports::OrdersPage> reply) override;
    void headroom(ports::HeadroomQuery query, ports::Reply<ports::Headroom> reply) override;
    void follow_book(ports::Subscription<ports::BookState> subscriber) override;
    void fleet(ports::FleetQuery query, ports::Reply<ports::Fleet> reply) override;
    void agent(domain::AgentId id, ports::FleetQuery query, ports::Reply<ports::AgentPage> reply) override;

private:
    base::Result<std::vector<projection::Told>> told(const domain::TransactionKey& key, std::uint64_t before) override;
    [[nodiscard]] ports::BookState state() const;

    projection::Books books_;
    std::vector<record::RecordedEvent> all_;
    std::map<std::uint64_t, std::pair<domain::TransactionId, projection::OwnTier>> verdicts_; ///< by their entries
    std::vector<ports::Subscription<ports::BookState>> followers_;
};

/// A year of spend up to the fixed morning of the scenes: agents of all states, all tiers, refunds, three currencies.
void fill_books(Books& books);

} // namespace fake
