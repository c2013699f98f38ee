// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/compensation.h"

#include "app/crypto/digest.h"
#include "app/wire/signed_bytes.h"

#include <algorithm>
#include <cstdlib>

namespace sandbox {

using base::Fault;
using base::FaultCode;
using domain::EventType;
using domain::Plan;
using domain::Reversibility;
using domain::Step;
using domain::StepAction;
using domain::StepState;
using domain::TransactionId;
using domain::UntrustedText;

namespace {

/// Collects the steps of one plan.
class Draft {
public:
    Draft(const Order& order, base::Instant now)
        : order_(order)
        , now_(now) {}

    void add(StepAction action, std::string description, std::string party, Reversibility reversible,
             std::chrono::hours within, std::optional<std::int64_t> cost_permille) {
        Step step;
        step.id = domain::StepId("step-" + std::to_string(steps_.size() + 1));
        step.action = action;
        step.description = UntrustedText(std::move(description));
        step.party = UntrustedText(std::move(party));
        step.reversible = reversible;
        step.deadline = now_ + within;
        if (cost_permille) {
            const domain::Money& gross = order_.current.subject.gross;
            step.cost = domain::Money{std::abs(gross.minor) / 1000 * *cost_permille, gross.currency};
        }
        steps_.push_back(std::move(step));
    }
    [[nodiscard]] std::vector<Step> take() { return std::move(steps_); }

private:
    const Order& order_;
    base::Instant now_;
    std::vector<Step> steps_;
};

bool goods_left(const Order& order) {
    const EventType last = order.last_step;
    return order.current.subject.kind == domain::TransactionKind::purchase &&
           (last == EventType::transaction_shipped || last == EventType::transaction_delayed ||
            last == EventType::transaction_delivered || last == EventType::transaction_shorted ||
            last == EventType::transaction_invoiced);
}

void add_undoing(const Order& order, const std::string& supplier, Draft& draft) {
    using std::chrono::hours;
    switch (order.current.subject.kind) {
    case domain::TransactionKind::renewal:
    case domain::TransactionKind::contract_change:
        draft.add(StepAction::withdraw_change, "Withdraw the change of the contract", supplier, Reversibility::partly,
                  hours(14 * 24), 0);
        break;
    case domain::TransactionKind::purchase:
    case domain::TransactionKind::service:
    case domain::TransactionKind::appointment:
    case domain::TransactionKind::return_of_goods:
        if (!goods_left(order)) {
            draft.add(StepAction::cancel_order, "Cancel the order before it leaves", supplier, Reversibility::yes,
                      hours(2), 0);
        }
        break;
    }
    if (goods_left(order)) {
        draft.add(StepAction::restock, "Take the goods back into the supplier's stock", supplier, Reversibility::partly,
                  hours(30 * 24), 50);
    }
}

std::vector<Step> steps_for(const Order& order, const std::optional<domain::Money>& part, base::Instant now) {
    using std::chrono::hours;
    const std::string supplier = order.current.subject.supplier.name.bytes();
    Draft draft(order, now);
    if (!part) {
        add_undoing(order, supplier, draft);
    }
    const std::string amount =
        part ? domain::to_decimal(*part) + ' ' + std::string(part->currency.code()) : std::string("the amount");
    draft.add(StepAction::refund, "Give " + amount + " back to the paying account", "Payment provider",
              Reversibility::yes, hours(5 * 24), 0);
    draft.add(StepAction::notify_supplier, "Tell the supplier why", supplier, Reversibility::no, hours(24),
              std::nullopt);
    return draft.take();
}

/// A part of the order's amount; nothing for the whole. Faults: invalid_argument.
base::Result<std::optional<domain::Money>> part_of(const domain::Money& gross,
                                                   const std::optional<domain::Money>& amount) {
    if (!amount || *amount == gross) {
        return std::optional<domain::Money>();
    }
    const bool inside = gross.minor < 0 ? amount->minor < 0 && amount->minor > gross.minor
                                        : amount->minor > 0 && amount->minor < gross.minor;
    if (amount->currency != gross.currency || !inside) {
        return Fault{FaultCode::invalid_argument, "this is no part of the order's amount", "amount"};
    }
    return amount;
}

bool same_steps(const Plan& left, const Plan& right) {
    const auto same_action = [](const Step& one, const Step& other) { return one.action == other.action; };
    return std::equal(left.steps.begin(), left.steps.end(), right.steps.begin(), right.steps.end(), same_action);
}

} // namespace

base::Result<Plan> Compensation::plan_for(const TransactionId& id, const std::optional<domain::Money>& amount) {
    const Order* order = book_.order(id);
    if (order == nullptr) {
        return Fault{FaultCode::not_found, "no such transaction", id.bytes()};
    }
    if (order->rolling_back) {
        return *order->plan;
    }
    if (order->state != domain::TransactionState::completed && order->state != domain::TransactionState::held) {
        return Fault{FaultCode::refused, "there is nothing to roll back", id.bytes()};
    }
    const auto part = part_of(order->current.subject.gross, amount);
    if (!part) {
        return part.fault();
    }
    Plan plan;
    plan.id = domain::PlanId("plan-" + std::to_string(book_.plans_made() + 1));
    plan.transaction = id;
    plan.version = order->current.version;
    plan.amount = *part;
    plan.steps = steps_for(*order, *part, press_.clock().now());
    if (order->plan && order->plan->version == plan.version && order->plan->amount == plan.amount &&
        domain::state_of(*order->plan) == domain::PlanState::planned && same_steps(plan, *order->plan)) {
        return *order->plan;
    }
    plan.digest = crypto::sha256(wire::plan_bytes(plan));
    press_.emit(EventType::plan_made, plan);
    return plan;
}

void Compensation::carry_out(const TransactionId& id) {
    agenda_.at(press_.clock().now() + orders_.soon(0.5, 2), [this, id] { take_step(id); });
}

void Compensation::resume() {
    for (const TransactionId& id : book_.open_orders()) {
        if (book_.order(id)->rolling_back) {
            carry_out(id);
        }
    }
}

void Compensation::report(const Order& order, const Step& step, StepState state, std::string_view result) {
    domain::StepTaken taken;
    taken.plan = order.plan->id;
    taken.transaction = order.current.key.id;
    taken.step = step.id;
    taken.state = state;
    taken.result = UntrustedText(std::string(result));
    taken.cost = state == StepState::done ? step.cost : std::nullopt;
    press_.emit(EventType::step_taken, std::move(taken));
}

void Compensation::take_step(const TransactionId& id) {
    const Order* order = book_.order(id);
    if (order == nullptr || !order->rolling_back || !order->plan) {
        return;
    }
    const auto& steps = order->plan->steps;
    const auto open = std::find_if(steps.begin(), steps.end(), [](const Step& step) {
        return step.state == StepState::planned || step.state == StepState::running;
    });
    if (open == steps.end()) {
        end(id);
        return;
    }
    const Step step = *open;
    if (step.state == StepState::planned) {
        report(*order, step, StepState::running, {});
    }
    agenda_.at(press_.clock().now() + orders_.soon(1, 4), [this, id, step_id = step.id] { finish_step(id, step_id); });
}

void Compensation::finish_step(const TransactionId& id, const domain::StepId& step_id) {
    const Order* order = book_.order(id);
    if (order == nullptr || !order->rolling_back || !order->plan) {
        return;
    }
    const Plan plan = *order->plan;
    const bool fails = orders_.course_of(id).rollback_fails;
    bool failed = false;
    for (const Step& step : plan.steps) {
        if (step.id == step_id && fails && step.action == StepAction::refund) {
            report(*order, step, StepState::failed, "The payment provider refused: the refund window is closed");
            failed = true;
        } else if (step.id == step_id) {
            report(*order, step, StepState::done, "Confirmed");
        } else if (failed && step.state == StepState::planned) {
            report(*order, step, StepState::skipped, "An earlier step failed");
        }
    }
    take_next_or_end(id, failed);
}

void Compensation::take_next_or_end(const TransactionId& id, bool failed) {
    const Order* order = book_.order(id);
    if (failed || !order->rolling_back) {
        end(id);
    } else {
        take_step(id);
    }
}

void Compensation::end(const TransactionId& id) {
    const Order* order = book_.order(id);
    if (domain::state_of(*order->plan) == domain::PlanState::undone) {
        const bool partly = order->plan->amount.has_value();
        const domain::Money back = order->plan->amount.value_or(order->current.subject.gross);
        orders_.step(EventType::transaction_returned, id, partly ? "partly_refunded" : "rolled_back",
                     partly ? "A part of the amount was given back; the order stays" : "Rolled back by a supervisor",
                     domain::Money{-back.minor, back.currency});
        orders_.end_decisions(id, domain::ReceiptOutcome::executed, {});
    } else {
        orders_.end_decisions(id, domain::ReceiptOutcome::failed, "partly_undone");
    }
}

} // namespace sandbox
