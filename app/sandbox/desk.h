// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/compensation.h"
#include "app/sandbox/identity.h"
#include "app/wire/signed_bytes.h"

namespace sandbox {

class Colleague;

/// Where decisions arrive: verified against the authority's law, answered with a signed receipt, carried out. The
/// decision, its receipt and the first step of its effect are one group of the log.
class Desk {
public:
    Desk(Press& press, Book& book, Agenda& agenda, Orders& orders, Compensation& compensation,
         const Identity& identity);

    /// The answer to a decision: the same bytes again get the same receipt. A refusal that the sender can cure with
    /// the same bytes (too early) or that does not prove who signed is answered and forgotten; every other answer is
    /// kept and on the feed. Faults: malformed (no decision), conflict (this id was used with other bytes),
    /// not_found (no roster yet), internal.
    [[nodiscard]] base::Result<domain::Receipt> submit(const wire::Envelope& envelope);

    /// Faults: those of authority::accept_roster and of opening the envelope.
    [[nodiscard]] base::Done take_roster(const wire::Envelope& envelope,
                                         const std::optional<domain::PublicKey>& administrator);

    /// What a restart interrupted: stops without acknowledgement, questions without an answer.
    void resume();
    /// Called when one signature of two is in.
    void set_on_first_signature(std::function<void(const domain::SignedDecision&)> on_first) {
        on_first_ = std::move(on_first);
    }

private:
    [[nodiscard]] authority::Ruling rule_on(const domain::SignedDecision& decision) const;
    [[nodiscard]] base::Result<domain::Receipt> receipt_for(const domain::SignedDecision& decision,
                                                            domain::ReceiptOutcome outcome, std::string_view code,
                                                            std::string_view advice, std::string id) const;
    [[nodiscard]] base::Result<domain::Receipt> issue(const domain::SignedDecision& decision,
                                                      domain::ReceiptOutcome outcome, std::string_view code,
                                                      std::string_view advice);
    void issue_later(const domain::DecisionId& id, domain::ReceiptOutcome outcome, std::string_view code);
    void carry_out(const domain::Decision& decision);
    void approve(const domain::Decision& decision);
    void approve_reduced(const domain::Decision& decision);
    void ask(const domain::Decision& decision);
    void answer(const domain::TransactionId& id);
    void stop(const domain::Decision& decision);
    void acknowledge_stop(const domain::AgentId& agent);
    void lift_stop(const domain::Decision& decision);
    [[nodiscard]] std::optional<domain::DecisionId> unacknowledged(const domain::AgentId& target) const;
    void mark_agents(const domain::AgentId& target);

    Press& press_;
    Book& book_;
    Agenda& agenda_;
    Orders& orders_;
    Compensation& compensation_;
    const Identity& identity_;
    std::function<void(const domain::SignedDecision&)> on_first_;
};

} // namespace sandbox
