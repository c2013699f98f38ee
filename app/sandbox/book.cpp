// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/book.h"

#include "app/domain/stop_target.h"

#include <algorithm>

namespace sandbox {

using domain::EventType;
using domain::TransactionState;

namespace {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

/// The state that a step leads to; nothing for steps that only accompany one.
std::optional<TransactionState> state_after(EventType type) {
    if (type == EventType::transaction_held) {
        return TransactionState::held;
    }
    if (type == EventType::transaction_started) {
        return TransactionState::executing;
    }
    if (type == EventType::transaction_completed) {
        return TransactionState::completed;
    }
    if (type == EventType::transaction_failed) {
        return TransactionState::failed;
    }
    if (type == EventType::transaction_doubted) {
        return TransactionState::in_doubt;
    }
    if (type == EventType::transaction_returned) {
        return TransactionState::returned;
    }
    if (type == EventType::transaction_cancelled) {
        return TransactionState::cancelled;
    }
    if (type == EventType::transaction_expired) {
        return TransactionState::expired;
    }
    return std::nullopt;
}

/// Whether something is still to come by itself: goods and invoices of completed orders included.
bool is_open(const Order& order) {
    if (order.rolling_back || !domain::is_final(order.state)) {
        return true;
    }
    return is_own(order.current.key.id) && order.state == TransactionState::completed &&
           order.last_step != EventType::transaction_invoiced;
}

} // namespace

bool is_own(const domain::TransactionId& id) {
    return id.bytes().starts_with("T-");
}

void Book::apply(const domain::Event& event) {
    last_time_ = std::max(last_time_, event.time);
    first_time_ = first_time_ == base::Instant{} ? event.time : first_time_;
    const EventType type = event.type.value_or(EventType::heartbeat_sent);
    std::visit(Overloaded{
                   [&](const domain::Agent& agent) {
                       agents_.insert(agent.id);
                       budgets_.take(agent);
                   },
                   [&](const domain::TransactionVersion& version) {
                       apply_version(version, type == EventType::transaction_amended, event.time);
                   },
                   [&](const domain::TransactionStep& step) { apply_step(type, step, event.time); },
                   [&](const domain::Assessment& made) {
                       if (const auto found = orders_.find(made.transaction); found != orders_.end()) {
                           found->second.tier = made.tier;
                           found->second.findings = made.findings;
                       }
                   },
                   [&](const domain::SignedDecision& decision) { apply_decision(decision); },
                   [&](const domain::Receipt& receipt) { apply_receipt(receipt); },
                   [&](const domain::Plan& plan) { apply_plan(plan); },
                   [&](const domain::StepTaken& taken) { apply_plan_step(taken); },
                   [&](const domain::HoldChanged& change) {
                       const auto found = orders_.find(change.transaction);
                       if (found != orders_.end() && change.expires) {
                           found->second.expires = change.expires;
                       }
                   },
                   [&](const domain::StopChanged& change) { apply_stop(type, change); },
                   [&](const domain::Turn& turn) { apply_turn(turn); },
                   [&](const domain::SignedRoster& roster) { roster_ = roster; },
                   [&](const domain::PolicyPublished& policy) { policy_version_ = policy.version; },
                   [&](const domain::ClaimChanged& change) {
                       claims_.restore(
                           {change.transaction, change.person, change.epoch, change.expires.value_or(base::Instant{})});
                   },
                   [](const auto&) {},
               },
               event.payload);
    statute_.apply(event);
}

void Book::apply_version(const domain::TransactionVersion& version, bool amended, base::Instant time) {
    Order& order = orders_[version.key.id];
    spent_.drop_first(version.key.id, order.current.version);
    order.current = version;
    order.by_policy = statute_.judge(version, time);
    order.state = TransactionState::requested;
    if (!amended) {
        ++orders_made_;
        order.conversation = version.subject.conversation;
        open_.insert(version.key.id);
    }
}

void Book::move(Order& order, TransactionState state) {
    order.state = state;
    order.expires.reset();
    if (state != TransactionState::held) {
        spent_.drop_first(order.current.key.id, order.current.version);
    }
}

void Book::apply_step(EventType type, const domain::TransactionStep& step, base::Instant time) {
    const auto found = orders_.find(step.transaction);
    if (found == orders_.end()) {
        return;
    }
    Order& order = found->second;
    account(order, type, step, time);
    order.last_step = type;
    if (const auto state = state_after(type)) {
        if (*state == TransactionState::held && order.state != TransactionState::held) {
            order.held_since = time;
        }
        move(order, *state);
    }
    if (type == EventType::transaction_held) {
        order.expires = step.expires;
        order.held_by = statute_.rules();
    }
    if (!is_open(order) && open_.erase(step.transaction) > 0) {
        finished_.push_back(step.transaction);
        retire_old();
    }
}

/// What leaves and comes back to the agent's budget.
void Book::account(const Order& order, EventType type, const domain::TransactionStep& step, base::Instant time) {
    const domain::Subject& subject = order.current.subject;
    const bool was_out = order.state == TransactionState::executing || order.state == TransactionState::in_doubt;
    if (type == EventType::transaction_started) {
        budgets_.spend(subject, subject.gross.minor, time);
    } else if (type == EventType::transaction_failed && was_out) {
        budgets_.spend(subject, -subject.gross.minor, time);
    } else if (type == EventType::transaction_returned && step.amount) {
        budgets_.spend(subject, step.amount->minor, time);
    }
}

void Book::retire_old() {
    while (finished_.size() > finished_orders_kept) {
        const auto found = orders_.find(finished_.front());
        if (found != orders_.end() && !is_open(found->second)) {
            if (found->second.conversation) {
                turns_.erase(*found->second.conversation);
            }
            orders_.erase(found);
        }
        finished_.pop_front();
    }
}

void Book::apply_decision(const domain::SignedDecision& decision) {
    answered_.try_emplace(decision.decision.id, Answered{decision, {}, {}});
}

void Book::apply_receipt(const domain::Receipt& receipt) {
    const auto found = answered_.find(receipt.decision);
    ++receipts_made_;
    if (found == answered_.end()) {
        return;
    }
    Answered& answered = found->second;
    answered.last = receipt;
    if (answered.first.id.empty()) {
        answered.first = receipt;
        apply_outcome(answered);
    }
}

void Book::apply_outcome(const Answered& answered) {
    const domain::Decision& decision = answered.decision.decision;
    spent_.use(decision.id);
    const auto found = orders_.find(decision.transaction);
    if (found == orders_.end()) {
        return;
    }
    Order& order = found->second;
    if (answered.first.outcome == domain::ReceiptOutcome::awaiting_second) {
        const domain::Member* member = roster_ ? authority::member_of(roster_->roster, decision.person) : nullptr;
        const auto* approvals = statute_.approvals();
        const domain::PersonId holder =
            approvals != nullptr ? authority::holder_behind(approvals->matrix, decision) : decision.person;
        spent_.sign_first(decision.transaction, decision.version,
                          {decision.id, decision.person, answered.decision.key, decision.verb, decision.amount,
                           member != nullptr && member->simulated, holder});
    }
    if (answered.first.outcome != domain::ReceiptOutcome::accepted) {
        return;
    }
    if (authority::settles(decision.verb)) {
        order.deciders.clear();
        const auto* first = spent_.first(decision.transaction, decision.version);
        if (first != nullptr && first->verb == decision.verb) {
            order.deciders.push_back(first->id);
        }
        spent_.settle(decision.transaction, decision.version);
        order.deciders.push_back(decision.id);
    }
    if (decision.verb == domain::Verb::roll_back) {
        order.deciders = {decision.id};
    }
    if (decision.verb == domain::Verb::resolve) {
        order.deciders.push_back(decision.id); // behind those who approved, whose outcome is known only now
    }
    if (decision.verb == domain::Verb::roll_back) {
        order.rolling_back = true;
        open_.insert(decision.transaction);
    }
    order.asked = order.asked || decision.verb == domain::Verb::ask;
}

void Book::apply_plan(const domain::Plan& plan) {
    ++plans_made_;
    if (const auto found = orders_.find(plan.transaction); found != orders_.end()) {
        found->second.plan = plan;
    }
}

void Book::apply_plan_step(const domain::StepTaken& taken) {
    const auto found = orders_.find(taken.transaction);
    if (found == orders_.end() || !found->second.plan || found->second.plan->id != taken.plan) {
        return;
    }
    Order& order = found->second;
    for (domain::Step& step : order.plan->steps) {
        if (step.id == taken.step) {
            step.state = taken.state;
            step.result = taken.result;
            step.cost = taken.cost ? taken.cost : step.cost;
        }
    }
    const domain::PlanState state = domain::state_of(*order.plan);
    const bool any_open = std::any_of(order.plan->steps.begin(), order.plan->steps.end(), [](const domain::Step& step) {
        return step.state == domain::StepState::planned || step.state == domain::StepState::running;
    });
    if (state != domain::PlanState::planned && !any_open) {
        order.rolling_back = false;
    }
}

void Book::apply_stop(EventType type, const domain::StopChanged& change) {
    if (type == EventType::stop_ordered) {
        stops_[change.agent] = Stop{change.stop, change.agent, false, change.decision, change.ordered_by};
    } else if (type == EventType::stop_lifted) {
        stops_.erase(change.agent);
    } else if (const auto found = stops_.find(change.agent); found != stops_.end()) {
        found->second.acknowledged = true;
    }
}

void Book::apply_turn(const domain::Turn& turn) {
    auto& count = turns_[turn.conversation];
    count = std::max(count, static_cast<std::uint64_t>(turn.number));
    if (turn.transaction && turn.party == domain::Party::agent) {
        if (const auto found = orders_.find(*turn.transaction); found != orders_.end()) {
            found->second.asked = false;
        }
    }
}

const Order* Book::order(const domain::TransactionId& id) const {
    const auto found = orders_.find(id);
    return found == orders_.end() ? nullptr : &found->second;
}

std::vector<domain::TransactionId> Book::open_orders() const {
    return {open_.begin(), open_.end()};
}

const Answered* Book::answered(const domain::DecisionId& id) const {
    const auto found = answered_.find(id);
    return found == answered_.end() ? nullptr : &found->second;
}

bool Book::stopped(const domain::AgentId& agent) const {
    return stops_.contains(agent) || stops_.contains(domain::fleet_target());
}

bool Book::stopped(domain::Tier tier) const {
    return stops_.contains(domain::target_of(tier));
}

authority::Target Book::target(const domain::AgentId& target) const {
    const bool known = domain::is_fleet(target) || domain::tier_in(target) || agents_.contains(target);
    return {known, stops_.contains(target)};
}

std::uint64_t Book::turns_in(const domain::ConversationId& conversation) const {
    const auto found = turns_.find(conversation);
    return found == turns_.end() ? 0 : found->second;
}

std::optional<authority::Case> Book::case_of(const domain::TransactionId& id) const {
    const Order* order = this->order(id);
    if (order == nullptr) {
        return std::nullopt;
    }
    authority::Case about;
    about.current = order->current;
    about.state = order->state;
    about.tier = order->tier;
    about.claim = claims_.last(id);
    about.plan_digest = order->plan ? std::optional(order->plan->digest) : std::nullopt;
    about.plan_amount = order->plan ? order->plan->amount : std::nullopt;
    about.stopped = stopped(order->current.subject.agent) || stopped(order->tier);
    about.rolling_back = order->rolling_back;
    about.held_since = order->held_since;
    about.group = statute_.group_of(order->current, last_time_);
    return about;
}

} // namespace sandbox
