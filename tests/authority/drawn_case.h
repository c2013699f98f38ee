// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/authority/ruling.h"

#include <string>

/// A situation drawn as text: "verb:approve tier:dual_sign_off amount:11900" says only what differs from the plain one,
/// in which Mara, manager up to dual sign-off and 20,000.00 EUR, approves 119.00 EUR of a held order at 10:00.
///
/// About the order: state, tier, gross, commitment (minor EUR), current (version), owner, held (hh:mm), plan (letter),
/// rolling. About the decision: verb, amount (minor, or "none"), currency, payee, version, digest, source, about
/// (transaction), person, key, role, roster, epoch, from, until (hh:mm), id, reason, shown (letter of the plan),
/// agent. Around it: now (hh:mm), claim (person/epoch/hh:mm), used (id), settled, first (person/verb/amount), solo
/// (seconds), simulated (yes: the site admits it), signature (bad), planned (minor: what the plan gives back),
/// line (who/minor EUR[/category]; "*manager" is a role; repeat for more), lend (from/to/hh:mm-hh:mm[/minor EUR], named
/// D-1, D-2 …), under (the delegation that the decision names), category and group of the order,
/// stop (yes: the agent, tier or fleet is stopped), target (unknown, running or stopped: what the gateway knows of the
/// target of a stop).
struct DrawnCase {
    authority::Case about;
    domain::SignedDecision decision;
    domain::Roster roster;
    authority::Spent spent;
    authority::Site site;
    base::Instant now{};
    bool signature_holds = true;
    authority::Target target;
    authority::Approvals approvals;

    explicit DrawnCase(const std::string& drawing);
    /// "allowed", "needs_second" or the code of the refusal, with "until hh:mm" where the ruling says when.
    [[nodiscard]] std::string ruling() const;
    [[nodiscard]] std::string ruling_on_agent() const;
};

/// Ten o'clock is 2026-03-02T10:00Z.
[[nodiscard]] base::Instant at_clock(const std::string& hours_and_minutes);
[[nodiscard]] domain::PublicKey key_named(char letter);
