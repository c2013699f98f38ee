// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/decision.h"
#include "app/domain/receipt.h"

#include <QObject>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace courier {

/// A decision that the record holds, with the state in which it holds it.
struct Entry {
    domain::SignedDecision decision;
    domain::DecisionState state = domain::DecisionState::signed_;
    friend bool operator==(const Entry&, const Entry&) = default;
};

/// One change of state, with what caused it; or another attempt ("sent" to "sent") with what was wrong with the last.
struct Move {
    domain::DecisionId decision;
    domain::DecisionState from = domain::DecisionState::signed_;
    domain::DecisionState to = domain::DecisionState::sent;
    std::optional<domain::Receipt> receipt; ///< verified; set when the gateway's word is the cause
    std::optional<base::Fault> fault;       ///< set when a failed attempt is the cause
    base::Instant at{};
    friend bool operator==(const Move&, const Move&) = default;
};

template <class T>
using Reply = std::function<void(base::Result<T>)>;

/// The durable side of the courier, implemented over the record (app/decisions), by a list in tests. Called on the link
/// thread; never blocks; replies once, on the context's thread, and not at all when the context is gone.
class Outbox {
public:
    virtual ~Outbox() = default;

    /// Every decision that is signed, held, sent, in doubt or accepted, oldest first.
    virtual void open_entries(QObject* context, Reply<std::vector<Entry>> reply) = 0;
    /// One decision in whatever state; nothing when the record does not know it.
    virtual void find(const domain::DecisionId& id, QObject* context, Reply<std::optional<Entry>> reply) = 0;
    /// Writes the move and replies when it is durable (leaf and row in one commit). Faults: stale when the record no
    /// longer holds `from` (withdrawn, voided by an amendment): nothing was written; disk_full, locked, …
    virtual void commit(const Move& move, QObject* context, Reply<void> reply) = 0;
};

} // namespace courier
