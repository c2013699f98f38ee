// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/subject.h"

namespace domain {

/// Where a transaction stands on its platform. `in_doubt`: nobody knows whether money moved (a lost answer).
enum class TransactionState { requested, held, executing, completed, failed, in_doubt, returned, cancelled, expired };

/// Whether a platform may report `to` after `from`. The tested table of the lifecycle; a report outside of it is kept
/// and shown as a contradiction, never applied silently.
[[nodiscard]] bool may_follow(TransactionState from, TransactionState to);

/// True for states after which nothing moves any more but a rollback.
[[nodiscard]] bool is_final(TransactionState state);

/// A version of a transaction as requested or amended. `digest` is SHA-256 over the canonical JSON (RFC 8785) of
/// {source, transaction_id, version, subject}: what a decision binds to.
struct TransactionVersion {
    TransactionKey key;
    std::int32_t version = 1; ///< 1, 2, …, set by the platform without gaps
    Subject subject;
    Digest digest{};
    friend bool operator==(const TransactionVersion&, const TransactionVersion&) = default;
};

} // namespace domain
