// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/courier/courier.h"

#include "app/courier/round.h"

namespace courier {

Courier::Courier(Outbox& outbox, Gateway& gateway, const domain::PublicKey& gateway_key, const base::Clock& clock,
                 uplink::Scheduler& scheduler, CourierSettings settings, QObject* parent)
    : QObject(parent)
    , round_(std::make_unique<Round>(*this, outbox, gateway, gateway_key, clock, scheduler, settings)) {
    qRegisterMetaType<courier::Move>();
    qRegisterMetaType<courier::Health>();
}

Courier::~Courier() = default;

void Courier::start() {
    round_->load();
}

void Courier::wake() {
    round_->hurry();
    round_->load();
}

void Courier::ask_status(const domain::DecisionId& id) {
    round_->ask_status(id);
}

void Courier::settle(const domain::Receipt& receipt) {
    round_->settle(receipt);
}

Health Courier::health() const {
    return round_->health();
}

} // namespace courier
