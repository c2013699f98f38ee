// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/policy_edition.h"
#include "app/ports/decisions.h"
#include "app/ports/policies.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ports {

enum class PolicyStage {
    waiting, ///< for a second person, or for the delay of solo mode
    in_force,
    overtaken, ///< by a newer edition
    withdrawn,
    refused, ///< brought here, but it does not count
};

struct PolicySigner {
    domain::PersonId person; ///< empty: a key that the roster does not have
    domain::UntrustedText name;
    bool simulated = false;
};

/// One edition of the policy, as the record has it.
struct PolicyVersion {
    domain::PolicyEdition edition; ///< read from the signed bytes
    domain::Digest digest{};       ///< names the edition
    std::string version;           ///< what the document calls itself
    std::string title;
    PolicyStage stage = PolicyStage::waiting;
    std::optional<base::Instant> since;     ///< in force from then on, as recorded
    std::optional<base::Instant> withdrawn; ///< its proposer took it back then
    PolicySigner proposer;
    std::vector<PolicySigner> signers; ///< in the order of the signatures
    std::string code;                  ///< machine-readable: why it does not count
    std::string place;                 ///< in the document, where the code is about that
    bool approvable = false;           ///< waits for a second person, and the one at this console may be it
    bool own = false;                  ///< proposed by the person at this console
};

/// What the gateway said when it was offered the policy in force.
struct GatewayPolicy {
    enum class State {
        unasked,
        holds_by_it,
        refused, ///< `code`
        away,    ///< no answer yet; it is offered again
    };
    State state = State::unasked;
    std::int64_t number = 0;               ///< the edition that it goes by; 0: none that was signed
    std::vector<std::string> cannot_judge; ///< what it holds because it cannot evaluate it
    std::string code;
};

/// Everything about the published policy.
struct PolicyStanding {
    PolicyText in_force;
    std::optional<std::size_t> current;  ///< of versions; nothing: what is in force was never signed
    std::vector<PolicyVersion> versions; ///< the newest first
    GatewayPolicy gateway;
    bool read_only = false; ///< another program keeps the record: nothing can be signed here
};

/// What a person wants to sign: a text as the next edition, or the proposal of somebody else.
struct PolicyDraft {
    std::string text;
    domain::UntrustedText note;
    std::optional<domain::Digest> approve; ///< then the two above are not looked at
};

/// What will be signed, and what comes of it. Everything is read from `bytes_to_sign`.
struct PolicyReview {
    domain::PolicyEdition edition;
    std::string bytes_to_sign;
    domain::Digest digest{};
    std::vector<domain::PolicySignature> before; ///< the signatures that are there already
    std::string version, title;
    Standing standing = Standing::refused;
    std::string code;                      ///< of the refusal, or why it is not in force at once
    std::string place;                     ///< of the fault in the document
    std::string detail;                    ///< English, in the policy's terms
    std::optional<base::Instant> earliest; ///< solo: in force from then on
    domain::PolicyDifference difference;   ///< to the policy in force
    std::uint64_t tests = 0;               ///< test cases, all passed unless the code says so
    PolicySigner proposer;
};

/// Publishing policies: two different people sign the same bytes, in solo mode one and a delay. Keys are those of
/// ports::Decisions.
class Publishing {
public:
    virtual ~Publishing() = default;

    virtual void standing(Reply<PolicyStanding> reply) = 0;
    /// Faults: malformed (the text cannot be read at all), too_large, not_found (no such proposal), refused (nobody on
    /// the roster sits here: "unknown_member").
    virtual void review(PolicyDraft draft, Reply<PolicyReview> reply) = 0;
    /// Signs exactly review.bytes_to_sign; answers when it is durable. Faults: refused (the key is locked; the law),
    /// stale (another edition came between), locked (another program keeps the record), disk_full.
    virtual void sign(PolicyReview review, Reply<PolicyStanding> reply) = 0;
    /// Signs that one's own proposal, which is not in force, is taken back; the gateway is told, and nobody can sign it
    /// any more. Faults: not_found, refused (somebody else's; the key is locked: "key_locked"), locked, disk_full.
    virtual void withdraw(domain::Digest digest, Reply<PolicyStanding> reply) = 0;
    /// Every change from now on.
    virtual void follow(Subscription<PolicyStanding> subscriber) = 0;
};

} // namespace ports
