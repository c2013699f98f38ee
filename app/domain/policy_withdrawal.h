// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"

#include <cstdint>
#include <string>

namespace domain {

/// Whoever proposed an edition of the policy takes it back before it is in force. Field for field the JSON object
/// behind the prefix "reeve-policy-withdrawal/v1\n", written canonically (RFC 8785) and signed by that person alone.
struct PolicyWithdrawal {
    Digest edition{};        ///< SHA-256 over the signed bytes of the edition
    std::int64_t number = 0; ///< of that edition
    SourceId source;         ///< whose gateway it was offered to
    PersonId person;         ///< who proposed it
    base::Instant withdrawn{};
    friend bool operator==(const PolicyWithdrawal&, const PolicyWithdrawal&) = default;
};

struct SignedPolicyWithdrawal {
    PolicyWithdrawal withdrawal; ///< read from the signed bytes
    std::string signed_bytes;
    PublicKey key{};
    Signature signature{};
    friend bool operator==(const SignedPolicyWithdrawal&, const SignedPolicyWithdrawal&) = default;
};

} // namespace domain
