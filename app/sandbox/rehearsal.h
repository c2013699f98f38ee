// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/desk.h"

#include <functional>

namespace sandbox {

/// A supervisor of straw for runs that print: puts a roster in force and decides what is held, every verb in turn, so
/// that a run shows everything that the protocol can say. Its keys follow from the seed.
class Rehearsal {
public:
    /// Faults: internal (no key from the seed).
    [[nodiscard]] static base::Result<std::unique_ptr<Rehearsal>>
    make(std::uint64_t seed, Press& press, Book& book, Agenda& agenda, Desk& desk, Compensation& compensation);
    /// The colleague's key goes onto the roster as well.
    void begin(const domain::PublicKey& colleague);

private:
    Rehearsal(crypto::SigningKey administrator, crypto::SigningKey manager, Press& press, Book& book, Agenda& agenda,
              Desk& desk, Compensation& compensation)
        : administrator_(std::move(administrator))
        , manager_(std::move(manager))
        , press_(press)
        , book_(book)
        , agenda_(agenda)
        , desk_(desk)
        , compensation_(compensation) {}
    void publish_roster(const domain::PublicKey& colleague);
    void look();
    void decide_on(const Order& order);
    void decide_on_agents();
    void roll_something_back();
    [[nodiscard]] domain::Decision blank(domain::Verb verb);
    [[nodiscard]] domain::Decision draft(const Order& order, domain::Verb verb);
    void submit(const domain::Decision& decision);

    crypto::SigningKey administrator_;
    crypto::SigningKey manager_;
    Press& press_;
    Book& book_;
    Agenda& agenda_;
    Desk& desk_;
    Compensation& compensation_;
    std::uint64_t looks_ = 0;
    std::uint64_t decisions_ = 0;
};

} // namespace sandbox
