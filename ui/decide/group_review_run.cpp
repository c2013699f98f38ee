// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/group_review.h"

#include <algorithm>
#include <utility>

// The signing itself, and what becomes of it.

namespace ui::decide {

namespace {

/// What says no to one order says no to all that follow.
bool stops_all(const base::Fault& fault) {
    return fault.code == base::FaultCode::disk_full || fault.code == base::FaultCode::locked ||
           fault.where == "key_locked" || fault.where == "unknown_member";
}

} // namespace

GroupOutcome outcome_of(const GroupOrder& order) {
    using enum domain::DecisionState;
    switch (order.stage) {
    case OrderStage::looking:
    case OrderStage::ready:
    case OrderStage::waiting:
    case OrderStage::not_begun: return GroupOutcome::not_begun;
    case OrderStage::left_out: return GroupOutcome::left_out;
    case OrderStage::signing: return GroupOutcome::under_way;
    case OrderStage::refused: return GroupOutcome::refused;
    case OrderStage::signed_: break;
    }
    switch (order.decision->state) {
    case executed: return GroupOutcome::done;
    case drafted:
    case awaiting_second:
    case signed_:
    case held:
    case sent:
    case accepted: return GroupOutcome::under_way;
    case withdrawn: return GroupOutcome::taken_back;
    case in_doubt: return GroupOutcome::in_doubt;
    case refused:
    case refused_by_gateway:
    case failed:
    case void_:
    case not_applied: return GroupOutcome::refused;
    }
    return GroupOutcome::in_doubt;
}

int GroupReview::count(OrderStage stage) const {
    return static_cast<int>(std::count_if(orders_.begin(), orders_.end(),
                                          [stage](const GroupOrder& order) { return order.stage == stage; }));
}

int GroupReview::count(GroupOutcome outcome) const {
    return static_cast<int>(std::count_if(orders_.begin(), orders_.end(),
                                          [outcome](const GroupOrder& order) { return outcome_of(order) == outcome; }));
}

int GroupReview::count(domain::DecisionState state) const {
    return static_cast<int>(std::count_if(orders_.begin(), orders_.end(), [state](const GroupOrder& order) {
        return order.decision && order.decision->state == state;
    }));
}

void GroupReview::sign() {
    if (begun_ || is_looking() || reason_.empty() || count(OrderStage::ready) == 0) {
        return;
    }
    begun_ = true;
    fresh_.stop();
    for (int place = 0; place < size(); ++place) {
        if (at(place).stage == OrderStage::ready) {
            ++at(place).question; // an answer that is still on its way comes too late
            at(place).stage = OrderStage::waiting;
            Q_EMIT order_changed(place);
        }
    }
    sign_next();
}

void GroupReview::stop() {
    stopping_ = stopping_ || is_running();
}

void GroupReview::sign_next() {
    for (int place = 0; place < size(); ++place) {
        GroupOrder& order = at(place);
        if (order.stage != OrderStage::waiting) {
            continue;
        }
        if (stopping_ || stopped_by_) {
            order.stage = OrderStage::not_begun;
            Q_EMIT order_changed(place);
            continue;
        }
        order.stage = OrderStage::signing;
        Q_EMIT order_changed(place);
        decisions_.sign(*order.review, {this, [this, place](const base::Result<ports::DecisionRow>& row) {
                                            take_signed(place, row);
                                        }});
        return;
    }
    finish();
}

void GroupReview::take_signed(int place, const base::Result<ports::DecisionRow>& row) {
    GroupOrder& order = at(place);
    if (row.ok()) {
        order.stage = OrderStage::signed_;
        if (!order.decision) { // else news of a later state came before this answer
            order.decision = row.value();
        }
    } else {
        order.stage = OrderStage::refused;
        order.fault = row.fault();
        if (stops_all(row.fault())) {
            stopped_by_ = row.fault();
        }
    }
    Q_EMIT order_changed(place);
    sign_next();
}

void GroupReview::finish() {
    over_ = true;
    let_go();
    Q_EMIT over();
}

/// After a signature a lease runs out by itself: the decision names its epoch.
void GroupReview::let_go() {
    gone_ = true;
    renew_.stop();
    fresh_.stop();
    for (GroupOrder& order : orders_) {
        const bool is_signed = order.stage == OrderStage::signed_ || order.stage == OrderStage::signing;
        if (!is_signed && order.epoch > 0) {
            decisions_.release(order.row.key, std::exchange(order.epoch, 0));
        }
    }
}

void GroupReview::note_decision(const ports::DecisionRow& row) {
    for (int place = 0; place < size(); ++place) {
        GroupOrder& order = at(place);
        const bool mine = order.decision
                              ? order.decision->decision.id == row.decision.id
                              : order.stage == OrderStage::signing && order.review->decision.id == row.decision.id;
        if (mine) {
            order.decision = row;
            Q_EMIT order_changed(place);
            return;
        }
    }
}

void GroupReview::take_row(const base::Result<ports::DecisionRow>& row) {
    if (row.ok()) {
        note_decision(row.value());
    } else {
        Q_EMIT failed(row.fault());
    }
}

void GroupReview::withdraw(int place) {
    if (const auto& decision = at(place).decision; decision && decision->state == domain::DecisionState::held) {
        decisions_.withdraw(decision->decision.id, {this, [this](const auto& row) { take_row(row); }});
    }
}

void GroupReview::ask_status(int place) {
    if (const auto& decision = at(place).decision; decision && decision->state == domain::DecisionState::in_doubt) {
        decisions_.ask_status(decision->decision.id, {this, [this](const auto& row) { take_row(row); }});
    }
}

void GroupReview::withdraw_all() {
    for (int place = 0; place < size(); ++place) {
        withdraw(place);
    }
}

void GroupReview::ask_status_of_all() {
    for (int place = 0; place < size(); ++place) {
        ask_status(place);
    }
}

} // namespace ui::decide
