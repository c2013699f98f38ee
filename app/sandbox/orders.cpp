// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/orders.h"

#include "app/crypto/digest.h"
#include "app/sandbox/basket.h"
#include "app/wire/signed_bytes.h"

#include <algorithm>
#include <cstdio>

namespace sandbox {

using domain::EventType;
using domain::ReceiptOutcome;
using domain::Tier;
using domain::TransactionId;
using domain::TransactionState;
using domain::UntrustedText;

domain::Digest digest_of(const domain::TransactionVersion& version) {
    return crypto::sha256(wire::subject_bytes(version));
}

namespace {

std::string order_number(std::uint64_t number) {
    std::string digits = std::to_string(number);
    digits.insert(0, digits.size() < 7 ? 7 - digits.size() : 0, '0');
    return digits;
}

std::string minute_of(base::Instant moment) {
    constexpr std::size_t to_the_minute = 16; // 2026-03-01T17:55
    std::string time = base::to_rfc3339(moment).substr(0, to_the_minute);
    return time.replace(time.find('T'), 1, " ");
}

std::string if_nobody_acts(base::Instant expires) {
    return "The order lapses at " + minute_of(expires) + " UTC and nothing is bought";
}

std::string whom(const domain::Unanswered& rule) {
    return rule.role.empty() ? rule.person.bytes() : "the role " + rule.role;
}

/// By the signed policy, at the end of its time to answer.
std::string if_nobody_answers(base::Instant by, const domain::Unanswered& rule) {
    switch (rule.then) {
    case domain::WhenUnanswered::expire: return if_nobody_acts(by);
    case domain::WhenUnanswered::hold: return "The order goes on waiting and nothing is bought";
    case domain::WhenUnanswered::escalate:
        return "The order is escalated to " + whom(rule) + " at " + minute_of(by) + " UTC; nothing is bought";
    }
    return {};
}

/// By the policy under which the order was held, whichever came into force meanwhile.
policy::AnswerTerms terms_of(const Order& order, base::Instant since) {
    return order.held_by ? policy::answer_terms(order.held_by->document(), order.tier, since) : policy::AnswerTerms();
}

/// The one whom the policy names had it, and did not answer either.
bool was_handed_on(const Order& order) {
    return std::any_of(order.findings.begin(), order.findings.end(),
                       [](const domain::Finding& finding) { return finding.code == domain::nobody_answered; });
}

} // namespace

Orders::Orders(Press& press, Book& book, Agenda& agenda, HouseRules& rules, Random& random)
    : press_(press)
    , book_(book)
    , agenda_(agenda)
    , rules_(rules)
    , random_(random) {}

base::Microseconds Orders::soon(double low_seconds, double high_seconds) {
    const double seconds = (low_seconds + (high_seconds - low_seconds) * random_.unit()) * pace_;
    return base::Microseconds(static_cast<std::int64_t>(seconds * 1e6));
}

const Course& Orders::course_of(const TransactionId& id) const {
    static const Course plain;
    const auto found = courses_.find(id);
    return found == courses_.end() ? plain : found->second;
}

std::optional<TransactionId> Orders::request(const domain::Subject& subject, const Course& course) {
    if (book_.stopped(subject.agent)) {
        return std::nullopt;
    }
    const std::string number = order_number(book_.orders_made() + 1);
    domain::TransactionVersion version;
    version.key = {press_.source(), TransactionId("T-" + number)};
    version.subject = subject;
    if (version.subject.po_number.empty()) {
        version.subject.po_number = "PO-" + number;
    }
    version.digest = digest_of(version);
    const TransactionId id = version.key.id;
    press_.emit(EventType::transaction_requested, std::move(version));
    judge(id, course);
    return id;
}

void Orders::adopt(const TransactionId& id, const domain::Subject& subject) {
    domain::TransactionVersion version = book_.order(id)->current;
    ++version.version;
    version.subject = subject;
    version.digest = digest_of(version);
    press_.emit(EventType::transaction_amended, std::move(version));
}

void Orders::amend(const TransactionId& id, const domain::Subject& subject, const Course& course) {
    const Order* order = book_.order(id);
    if (order == nullptr || order->state != TransactionState::held) {
        return;
    }
    const auto* first = book_.spent().first(id, order->current.version);
    const std::optional<domain::DecisionId> waiting = first != nullptr ? std::optional(first->id) : std::nullopt;
    adopt(id, subject);
    if (waiting && on_end_) {
        on_end_(*waiting, ReceiptOutcome::not_applied, "amended");
    }
    judge(id, course);
}

std::optional<Notice> Orders::over_budget(const domain::Subject& subject, base::Instant now) const {
    const auto left = book_.budgets().left(subject, now);
    if (!left || subject.gross.minor <= left->minor) {
        return std::nullopt;
    }
    const domain::Money shown{std::max<std::int64_t>(left->minor, 0), left->currency};
    return Notice{"over_budget",
                  "Only " + domain::to_decimal(shown) + ' ' + std::string(shown.currency.code()) +
                      " of this month's budget is left",
                  Tier::confirm};
}

void Orders::judge(const TransactionId& id, const Course& course) {
    const Order* order = book_.order(id);
    const base::Instant now = press_.clock().now();
    std::vector<Notice> notices = course.notices;
    if (auto over = over_budget(order->current.subject, now)) {
        notices.push_back(*std::move(over));
    }
    const std::optional<ByPolicy>& law = order->by_policy;
    domain::Assessment made =
        rules_.assess(order->current.subject, notices, now, law ? std::optional(law->tier) : std::nullopt);
    if (law) {
        made.findings.push_back({"policy", UntrustedText(law->why)});
    }
    made.transaction = id;
    made.version = order->current.version;
    const auto length = course.hold.value_or(hold_);
    const bool stopped = book_.stopped(made.tier);
    if (stopped) {
        made.findings.push_back({"tier_stopped", UntrustedText("A supervisor stopped this tier: nothing of it is "
                                                               "carried out until it is resumed")});
    }
    const bool automatic = made.tier == Tier::automatic && !stopped;
    const End end = end_of(made.tier, now + length);
    if (!automatic) {
        made.expires = end.at;
        made.if_nobody_acts = UntrustedText(end.words);
    }
    if (course.loses_network || course.fails || course.arrives_short || course.arrives_late || course.rollback_fails) {
        courses_.insert_or_assign(id, course);
    }
    press_.emit(EventType::assessment_made, std::move(made));
    if (automatic) {
        start(id);
    } else {
        hold(id, end.at, stopped ? "tier_stopped" : "policy");
    }
}

domain::TransactionStep Orders::step_of(const Order& order) const {
    domain::TransactionStep step;
    step.transaction = order.current.key.id;
    step.version = order.current.version;
    step.agent = order.current.subject.agent;
    if (!order.deciders.empty()) {
        step.decision = order.deciders.back();
    }
    return step;
}

void Orders::step(EventType type, const TransactionId& id, std::string_view code, std::string_view note,
                  std::optional<domain::Money> amount) {
    const Order* order = book_.order(id);
    if (order == nullptr) {
        return;
    }
    domain::TransactionStep step = step_of(*order);
    step.code = code;
    step.note = UntrustedText(std::string(note));
    step.amount = amount;
    press_.emit(type, std::move(step));
}

Orders::End Orders::end_of(Tier tier, base::Instant own) const {
    const policy::AnswerTerms terms = book_.statute().answer_terms(tier, press_.clock().now());
    if (!terms.by || !terms.then) {
        return {own, if_nobody_acts(own)};
    }
    return {*terms.by, if_nobody_answers(*terms.by, *terms.then)};
}

void Orders::hold(const TransactionId& id, base::Instant expires, std::string_view code) {
    domain::TransactionStep step = step_of(*book_.order(id));
    step.code = code;
    step.expires = expires;
    press_.emit(EventType::transaction_held, std::move(step));
    agenda_.at(expires, [this, id, expires] { expire(id, expires); });
}

void Orders::expire(const TransactionId& id, base::Instant expected) {
    const Order* order = book_.order(id);
    if (order == nullptr || order->state != TransactionState::held || order->expires != expected) {
        return; // decided, or the hold was extended
    }
    const policy::AnswerTerms terms = terms_of(*order, expected);
    if (terms.by && terms.then && terms.then->then != domain::WhenUnanswered::expire && !was_handed_on(*order)) {
        hand_on(id, *terms.then);
        return;
    }
    const auto* first = book_.spent().first(id, order->current.version);
    const std::optional<domain::DecisionId> waiting = first != nullptr ? std::optional(first->id) : std::nullopt;
    step(EventType::transaction_expired, id, "nobody_decided", "Expired, not executed: nobody decided");
    if (waiting && on_end_) {
        on_end_(*waiting, ReceiptOutcome::not_applied, "expired");
    }
    courses_.erase(id);
}

void Orders::hand_on(const TransactionId& id, const domain::Unanswered& rule) {
    const Order* order = book_.order(id);
    const base::Instant now = press_.clock().now();
    // As much time again; without working time ahead, as long as this gateway holds anything.
    const base::Instant until = terms_of(*order, now).by.value_or(now + hold_);
    const bool escalates = rule.then == domain::WhenUnanswered::escalate;
    if (escalates) {
        domain::Assessment made;
        made.transaction = id;
        made.version = order->current.version;
        made.tier = order->tier;
        made.findings = order->findings;
        made.findings.push_back({std::string(domain::nobody_answered),
                                 UntrustedText("Nobody answered in the policy's time; escalated to " + whom(rule))});
        made.escalation = "requires_escalation";
        made.expires = until;
        made.if_nobody_acts = UntrustedText(if_nobody_acts(until));
        press_.emit(EventType::assessment_made, std::move(made));
    }
    press_.emit(
        EventType::hold_placed,
        domain::HoldChanged{id, book_.order(id)->current.version, std::string(domain::nobody_answered), until, {}});
    agenda_.at(until, [this, id, until] { expire(id, until); });
}

void Orders::extend_hold(const TransactionId& id, base::Instant until, const domain::DecisionId& by) {
    const Order* order = book_.order(id);
    press_.emit(EventType::hold_placed, domain::HoldChanged{id, order->current.version, "supervisor", until, by});
    agenda_.at(until, [this, id, until] { expire(id, until); });
}

void Orders::confirmed(const domain::ConfirmationGiven& given) {
    constexpr std::string_view code = "second_ai_confirmed";
    const Order* order = book_.order(given.transaction);
    if (order == nullptr || order->state != TransactionState::held || book_.stopped(order->current.subject.agent) ||
        book_.stopped(order->tier) || book_.spent().first(given.transaction, order->current.version) != nullptr) {
        return; // a person's hands are on it, or it is none of the reviewer's business
    }
    if (book_.statute().weigh(given, order->current, order->tier) == domain::ReviewStanding::counts) {
        release_hold(given.transaction, code, std::nullopt);
        start(given.transaction, code);
    }
}

void Orders::release_hold(const TransactionId& id, std::string_view code, const std::optional<domain::DecisionId>& by) {
    const Order* order = book_.order(id);
    press_.emit(EventType::hold_released,
                domain::HoldChanged{id, order->current.version, std::string(code), std::nullopt, by});
}

void Orders::let_go_on(const domain::DecisionId& by) {
    for (const TransactionId& id : book_.open_orders()) {
        const Order* order = book_.order(id);
        if (order->state == TransactionState::held && order->tier == Tier::automatic &&
            !book_.stopped(order->current.subject.agent)) {
            release_hold(id, "resumed", by);
            start(id, "resumed");
        }
    }
}

void Orders::escalate(const TransactionId& id, const domain::DecisionId& by) {
    const Order* order = book_.order(id);
    domain::Assessment made;
    made.transaction = id;
    made.version = order->current.version;
    made.findings = order->findings;
    made.findings.push_back({"escalated", UntrustedText("Escalated by a supervisor")});
    made.tier = order->tier >= Tier::dual_sign_off ? order->tier : static_cast<Tier>(static_cast<int>(order->tier) + 1);
    made.escalation = "requires_escalation";
    const End end = end_of(made.tier, press_.clock().now() + hold_);
    made.expires = end.at;
    made.if_nobody_acts = UntrustedText(end.words);
    press_.emit(EventType::assessment_made, std::move(made));
    extend_hold(id, end.at, by);
}

void Orders::resume() {
    for (const TransactionId& id : book_.open_orders()) {
        const Order* order = book_.order(id);
        switch (order->state) {
        case TransactionState::requested: judge(id, {}); break;
        case TransactionState::held:
            if (order->expires) {
                const base::Instant expires = *order->expires;
                agenda_.at(expires, [this, id, expires] { expire(id, expires); });
            }
            break;
        case TransactionState::executing:
            agenda_.at(press_.clock().now() + soon(0.5, 3), [this, id] { finish(id); });
            break;
        case TransactionState::completed: plan_follow_up(id, 2, 20); break;
        case TransactionState::failed:
        case TransactionState::in_doubt:
        case TransactionState::returned:
        case TransactionState::cancelled:
        case TransactionState::expired: break;
        }
    }
}

} // namespace sandbox
