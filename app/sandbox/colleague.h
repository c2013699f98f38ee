// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/desk.h"
#include "app/sandbox/policy_desk.h"

namespace sandbox {

/// The simulated colleague: signs second where two people are asked for, by a simple rule, with a key of its own that
/// the roster names. Does nothing while the roster does not have it.
class Colleague {
public:
    Colleague(Press& press, Book& book, Agenda& agenda, Desk& desk, PolicyDesk& policies, const Identity& identity)
        : press_(press)
        , book_(book)
        , agenda_(agenda)
        , desk_(desk)
        , policies_(policies)
        , identity_(identity) {}

    void set_delay(std::chrono::seconds delay) { delay_ = delay; }
    /// A first signature is in: look at the case after a while.
    void notice(const domain::SignedDecision& first);
    /// A policy waits for a second person: the colleague signs what compiles and passes its own test cases.
    void notice(const domain::SignedPolicy& proposal);

private:
    void look(const domain::TransactionId& transaction, std::int32_t version, int attempt);
    [[nodiscard]] const domain::Member* self() const;
    [[nodiscard]] std::string borrowed_for(const Order& order, const authority::FirstSignature& first,
                                           const domain::Member& member) const;
    [[nodiscard]] domain::Decision second_to(const Order& order, const authority::FirstSignature& first,
                                             const domain::Member& member) const;

    Press& press_;
    Book& book_;
    Agenda& agenda_;
    Desk& desk_;
    PolicyDesk& policies_;
    const Identity& identity_;
    std::chrono::seconds delay_{8};
};

} // namespace sandbox
