// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"
#include "app/courier/round.h"
#include "app/courier/verify.h"

#include <utility>

// The gateway's side of the round: requests, answers, receipts.

namespace courier {

using base::Fault;
using base::FaultCode;
using domain::DecisionId;

// Receipts by the feed.

void Courier::Round::settle(const domain::Receipt& receipt) {
    if (Delivery* const delivery = find(receipt.decision)) {
        if (const base::Done accepted = accept(*delivery, receipt); !accepted) {
            reject(receipt.decision, accepted.fault());
        }
        go();
        return;
    }
    auto& waiting = looked_up_[receipt.decision];
    waiting.push_back(receipt);
    if (waiting.size() == 1) {
        const DecisionId id = receipt.decision;
        outbox_.find(id, this,
                     [this, id](base::Result<std::optional<Entry>> found) { settle_found(id, std::move(found)); });
    }
}

void Courier::Round::settle_found(const DecisionId& id, base::Result<std::optional<Entry>> found) {
    const auto node = looked_up_.extract(id);
    if (node.empty()) {
        return;
    }
    if (!found) {
        Q_EMIT owner_.outbox_failed(found.fault());
        return;
    }
    if (!found->has_value()) {
        return; // another console's
    }
    Delivery* delivery = find(id);
    if (delivery == nullptr) {
        delivery = &add(std::move(**found));
    }
    for (const domain::Receipt& receipt : node.mapped()) {
        if (const base::Done accepted = accept(*delivery, receipt); !accepted) {
            reject(id, accepted.fault());
        }
    }
    go();
}

base::Done Courier::Round::accept(Delivery& delivery, const domain::Receipt& receipt) {
    REEVE_TRY(verify(receipt, delivery.entry().decision, key_));
    if (!delivery.take(receipt, now())) {
        return Fault{FaultCode::conflict, "the gateway's receipt contradicts what is known of this decision",
                     "receipt"};
    }
    return {};
}

void Courier::Round::reject(const DecisionId& id, const Fault& fault) {
    ++counted_.forged;
    qCWarning(base::log_courier, "receipt rejected: %s", base::name_of(fault.code));
    Q_EMIT owner_.forged(id, fault);
}

// Requests and their answers.

void Courier::Round::post(Delivery& delivery) {
    ++counted_.attempts;
    delivery.begin_post();
    const DecisionId id = delivery.entry().decision.decision.id;
    gateway_.post(delivery.entry().decision, this,
                  [this, id](const base::Result<domain::Receipt>& answer) { take_answer(id, answer); });
}

void Courier::Round::take_answer(const DecisionId& id, const base::Result<domain::Receipt>& answer) {
    Delivery* const delivery = find(id);
    if (delivery == nullptr) {
        return;
    }
    delivery->end_request();
    base::Done taken = answer ? accept(*delivery, *answer) : base::Done(answer.fault());
    counted_.fault = taken ? std::nullopt : std::optional(taken.fault());
    if (!taken) {
        if (answer) {
            reject(id, taken.fault());
        }
        delivery->post_failed(taken.fault(), now(), scheduler_.chance());
    }
    go();
}

void Courier::Round::ask(Delivery& delivery) {
    ++counted_.attempts;
    delivery.begin_ask();
    const DecisionId id = delivery.entry().decision.decision.id;
    gateway_.status(
        id, this, [this, id](const base::Result<std::optional<domain::Receipt>>& answer) { take_status(id, answer); });
}

void Courier::Round::take_status(const DecisionId& id, const base::Result<std::optional<domain::Receipt>>& answer) {
    Delivery* const delivery = find(id);
    if (delivery == nullptr) {
        return;
    }
    delivery->end_request();
    if (answer && !answer->has_value()) {
        counted_.fault.reset();
        delivery->never_seen(now());
        go();
        return;
    }
    const base::Done taken = answer ? accept(*delivery, **answer) : base::Done(answer.fault());
    counted_.fault = taken ? std::nullopt : std::optional(taken.fault());
    if (!taken) {
        if (answer) {
            reject(id, taken.fault());
        }
        delivery->ask_failed(taken.fault(), now(), scheduler_.chance());
    }
    go();
}

} // namespace courier
