// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/courier/courier.h"
#include "app/courier/delivery.h"

#include <list>
#include <map>
#include <memory>
#include <vector>

namespace courier {

/// The courier's round: asks each delivery what to do, does it, and tells it what came of it.
class Courier::Round final : public QObject {
    Q_OBJECT
public:
    Round(Courier& owner, Outbox& outbox, Gateway& gateway, const domain::PublicKey& key, const base::Clock& clock,
          uplink::Scheduler& scheduler, CourierSettings settings);

    void load();
    void ask_status(const domain::DecisionId& id);
    void settle(const domain::Receipt& receipt);
    void hurry();
    [[nodiscard]] Health health() const;

private:
    using Deliveries = std::list<Delivery>;

    void adopt(std::vector<Entry> entries);
    void settle_found(const domain::DecisionId& id, base::Result<std::optional<Entry>> found);
    [[nodiscard]] Delivery* find(const domain::DecisionId& id);
    Delivery& add(Entry entry);

    void go();
    void go_once();
    void act(Delivery& delivery);
    void commit(Delivery& delivery, const Move& move);
    void take_commit(const Move& move, const base::Done& done);
    void refresh(const domain::DecisionId& id);
    void post(Delivery& delivery);
    void take_answer(const domain::DecisionId& id, const base::Result<domain::Receipt>& answer);
    void ask(Delivery& delivery);
    void take_status(const domain::DecisionId& id, const base::Result<std::optional<domain::Receipt>>& answer);
    /// Verifies and hands over; the fault of a receipt that is rejected.
    [[nodiscard]] base::Done accept(Delivery& delivery, const domain::Receipt& receipt);
    void reject(const domain::DecisionId& id, const base::Fault& fault);

    [[nodiscard]] bool may_request(const Delivery& delivery) const;
    [[nodiscard]] Delivery::Time now() const { return {clock_.now(), scheduler_.elapsed()}; }

    Courier& owner_;
    Outbox& outbox_;
    Gateway& gateway_;
    domain::PublicKey key_;
    const base::Clock& clock_;
    uplink::Scheduler& scheduler_;
    CourierSettings settings_;

    Deliveries deliveries_;                                                ///< in the order of the outbox
    std::map<domain::DecisionId, std::vector<domain::Receipt>> looked_up_; ///< receipts whose decision is being found
    std::unique_ptr<uplink::Appointment> next_;
    std::unique_ptr<uplink::Appointment> next_load_;
    uplink::Milliseconds next_in_{0};
    Health counted_;
    Health told_;
    bool going_ = false;
    bool again_ = false;
};

} // namespace courier
