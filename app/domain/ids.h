// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/strong_id.h"

#include <array>
#include <cstdint>

namespace domain {

/// One feed: the platform, dataset or file that events come from (CloudEvents `source`, a URI reference).
using SourceId = base::StrongId<struct SourceTag>;
/// An event's `id`; unique only together with its source (CloudEvents 1.0, section 3.1).
using EventId = base::StrongId<struct EventTag>;
using AgentId = base::StrongId<struct AgentTag>;
using OwnerId = base::StrongId<struct OwnerTag>;
using SupplierId = base::StrongId<struct SupplierTag>;
using MandateId = base::StrongId<struct MandateTag>;
using ContractId = base::StrongId<struct ContractTag>;
using TransactionId = base::StrongId<struct TransactionTag>;
using ConversationId = base::StrongId<struct ConversationTag>;
using BatchId = base::StrongId<struct BatchTag>;
using DecisionId = base::StrongId<struct DecisionTag>;
using ReceiptId = base::StrongId<struct ReceiptTag>;
using PlanId = base::StrongId<struct PlanTag>;
using StepId = base::StrongId<struct StepTag>;
using StopId = base::StrongId<struct StopTag>;
using PersonId = base::StrongId<struct PersonTag>;

/// A SHA-256 value (FIPS 180-4), 32 bytes.
using Digest = std::array<std::uint8_t, 32>;
/// An Ed25519 public key (RFC 8032), 32 bytes.
using PublicKey = std::array<std::uint8_t, 32>;
/// An Ed25519 signature (RFC 8032), 64 bytes.
using Signature = std::array<std::uint8_t, 64>;

/// A transaction is named by its platform; two platforms may use the same name.
struct TransactionKey {
    SourceId source;
    TransactionId id;
    friend auto operator<=>(const TransactionKey&, const TransactionKey&) = default;
};

} // namespace domain

template <>
struct std::hash<domain::TransactionKey> {
    std::size_t operator()(const domain::TransactionKey& key) const noexcept {
        return std::hash<domain::SourceId>{}(key.source) * 1099511628211U ^ std::hash<domain::TransactionId>{}(key.id);
    }
};
