// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"
#include "app/domain/untrusted_text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace domain {

/// One version of a policy as it is published. Field for field the JSON object behind the prefix "reeve-policy/v1\n",
/// written canonically (RFC 8785); two different people sign these very bytes, in solo mode one.
struct PolicyEdition {
    std::int64_t number = 0;  ///< from 1, rises by one with every publication
    std::string document;     ///< the policy itself, canonical JSON
    Digest document_digest{}; ///< SHA-256 of exactly that: what verdicts name
    SourceId source;          ///< whose roster says who may sign
    PersonId proposed_by;     ///< signs first
    std::int64_t roster_version = 0;
    UntrustedText note;
    std::optional<Digest> previous; ///< SHA-256 over the signed bytes of the edition before; nothing: the first
    base::Instant proposed{};
    bool solo = false;          ///< no second person: in force from `not_before` on, when the roster is in solo mode
    base::Instant not_before{}; ///< solo only
    friend bool operator==(const PolicyEdition&, const PolicyEdition&) = default;
};

struct PolicySignature {
    PublicKey key{};
    Signature signature{};
    friend bool operator==(const PolicySignature&, const PolicySignature&) = default;
};

/// An edition as it travels: the signed bytes and one or two signatures over them.
struct PolicyEnvelope {
    std::string signed_bytes;
    std::vector<PolicySignature> signatures; ///< the proposer's first
    friend bool operator==(const PolicyEnvelope&, const PolicyEnvelope&) = default;
};

/// What the bytes of an envelope say. `digest` is SHA-256 over them: it names the edition.
struct SignedPolicy {
    PolicyEdition edition;
    PolicyEnvelope envelope;
    Digest digest{};
    friend bool operator==(const SignedPolicy&, const SignedPolicy&) = default;
};

} // namespace domain
