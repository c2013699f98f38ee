// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/agenda.h"
#include "app/sandbox/book.h"
#include "app/sandbox/house_rules.h"
#include "app/sandbox/press.h"
#include "app/sandbox/random.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sandbox {

/// What a scenario wants to happen to an order on its way.
struct Course {
    std::vector<Notice> notices;
    bool loses_network = false; ///< the payment stays undefined
    bool fails = false;         ///< the supplier refuses
    bool arrives_short = false; ///< fewer pieces than ordered
    bool arrives_late = false;
    bool rollback_fails = false;              ///< one compensating step fails
    std::optional<std::chrono::seconds> hold; ///< other than the usual time
};

/// The life of orders: judged, held or executed, delivered, invoiced. Every change is an event first.
class Orders {
public:
    Orders(Press& press, Book& book, Agenda& agenda, HouseRules& rules, Random& random);

    /// How fast things happen after execution: 1 is lifelike (seconds to minutes), smaller is quicker.
    void set_pace(double pace) { pace_ = pace; }
    void set_hold(std::chrono::seconds hold) { hold_ = hold; }

    /// A machine asks for an order: requested, assessed, then held or started. Nothing when the agent is stopped.
    std::optional<domain::TransactionId> request(const domain::Subject& subject, const Course& course = {});
    /// The agent changes an open order: a new version, judged again.
    void amend(const domain::TransactionId& id, const domain::Subject& subject, const Course& course = {});

    /// A new version that a decision made (approved for less): not judged again, it is what was decided.
    void adopt(const domain::TransactionId& id, const domain::Subject& subject);

    /// Carries the order out, now.
    void start(const domain::TransactionId& id, std::string_view code = {});
    void cancel(const domain::TransactionId& id, std::string_view code, const domain::UntrustedText& note);
    /// The hold runs on until then.
    void extend_hold(const domain::TransactionId& id, base::Instant until, const domain::DecisionId& by);
    void release_hold(const domain::TransactionId& id, std::string_view code,
                      const std::optional<domain::DecisionId>& by);
    /// A second AI reviewer spoke: where the signed policy lets its word stand for a person's, the order is carried
    /// out.
    void confirmed(const domain::ConfirmationGiven& given);
    /// The automatic tier goes on: what was held for its stop alone is carried out.
    void let_go_on(const domain::DecisionId& by);
    /// One tier up, with a fresh hold.
    void escalate(const domain::TransactionId& id, const domain::DecisionId& by);
    /// What was in doubt turned out so.
    void settle_doubt(const domain::TransactionId& id, bool moved);

    /// One more step of a transaction, e.g. transaction_returned.
    void step(domain::EventType type, const domain::TransactionId& id, std::string_view code = {},
              std::string_view note = {}, std::optional<domain::Money> amount = std::nullopt);

    /// Tells the decisions behind the present state what became of them.
    void end_decisions(const domain::TransactionId& id, domain::ReceiptOutcome outcome, std::string_view code);

    /// After a restart: puts what is still to come back onto the agenda.
    void resume();

    /// Called when a decision found its end: (decision, executed or failed or not applied, code).
    using OnEnd = std::function<void(const domain::DecisionId&, domain::ReceiptOutcome, std::string_view code)>;
    void set_on_end(OnEnd on_end) { on_end_ = std::move(on_end); }

    [[nodiscard]] const Course& course_of(const domain::TransactionId& id) const;
    /// Seconds of the lifelike world, drawn and scaled by the pace.
    [[nodiscard]] base::Microseconds soon(double low_seconds, double high_seconds);

private:
    [[nodiscard]] std::optional<Notice> over_budget(const domain::Subject& subject, base::Instant now) const;
    void judge(const domain::TransactionId& id, const Course& course);
    void hold(const domain::TransactionId& id, base::Instant expires, std::string_view code);
    void expire(const domain::TransactionId& id, base::Instant expected);
    /// By the signed policy: the one whom it names has the order now.
    void hand_on(const domain::TransactionId& id, const domain::Unanswered& rule);
    /// When the hold of an order ends, and what is said of it.
    struct End {
        base::Instant at{};
        std::string words;
    };
    [[nodiscard]] End end_of(domain::Tier tier, base::Instant own) const;
    void finish(const domain::TransactionId& id);
    void follow_up(const domain::TransactionId& id);
    void plan_follow_up(const domain::TransactionId& id, double low_seconds, double high_seconds);
    [[nodiscard]] domain::TransactionStep step_of(const Order& order) const;

    Press& press_;
    Book& book_;
    Agenda& agenda_;
    HouseRules& rules_;
    Random& random_;
    double pace_ = 1;
    std::chrono::seconds hold_{1800};
    std::map<domain::TransactionId, Course> courses_; ///< only of orders with a course of their own
    OnEnd on_end_;
};

/// SHA-256 over the canonical subject: what decisions bind to.
[[nodiscard]] domain::Digest digest_of(const domain::TransactionVersion& version);

} // namespace sandbox
