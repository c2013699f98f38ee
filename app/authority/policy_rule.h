// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/authority/ruling.h"
#include "app/domain/policy_edition.h"
#include "app/domain/policy_withdrawal.h"

namespace authority {

/// The edition in force, as the next one has to name it.
struct PolicyHead {
    std::int64_t number = 0;
    domain::Digest digest{};
    friend bool operator==(const PolicyHead&, const PolicyHead&) = default;
};

/// What a publication is ruled by.
struct PolicyBench {
    domain::Roster roster;
    Site site;
    std::optional<PolicyHead> head; ///< nothing: no edition is in force yet
    /// When this very edition was proposed here; the delay of solo mode counts from then.
    base::Instant proposed_here{};
    /// A gateway that was away may take an edition whose forerunners it never got; a record has them all.
    bool may_skip = false;
};

/// Whether an edition of the policy may come into force now. Asks in this order and answers with the first No: every
/// signature (an empty verifier skips only this: the console asks before it signs), every signer (on the roster, not
/// expired, permission `configure`, simulated only in a sandbox), the proposer's signature first, the address, the
/// chain, and two different people, one of them human. In solo mode one person and the delay: `earliest` says until
/// when. The first edition that somebody gets may have any number, later ones follow without a gap. The document is not
/// looked into: the caller compiles it and runs its test cases.
[[nodiscard]] Ruling rule_on_policy(const domain::SignedPolicy& offered, const PolicyBench& bench,
                                    const Verifier& verify, base::Instant now);

/// Whether a proposal may be taken back now: none, or the first No of the signature, the signer (on the roster, not
/// expired, permission `configure`), the proposer, who alone takes it back, the address, the edition that is meant
/// (wrong_digest), and whether that is in force already. A gateway keeps what was taken back until a later edition is
/// in force, and never takes it then.
[[nodiscard]] Code rule_on_withdrawal(const domain::SignedPolicyWithdrawal& offered,
                                      const domain::SignedPolicy& edition, const PolicyBench& bench,
                                      const Verifier& verify, base::Instant now);

/// Whose key it is; nullptr: the roster names nobody by it.
[[nodiscard]] const domain::Member* owner_of(const domain::PublicKey& key, const domain::Roster& roster);

/// Whether a member may sign policies at all now: none, or the No.
[[nodiscard]] Code may_configure(const domain::Member* member, const Site& site, base::Instant now);

} // namespace authority
