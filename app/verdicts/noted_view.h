// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/tier.h"
#include "app/ports/archive.h"
#include "app/ports/decisions.h"
#include "app/record/published.h"
#include "app/store/entry.h"

#include <cstdint>

namespace verdicts {

/// Whether a person's own view of this order comes before its agent's persuasion: in tiers that a person signs, for
/// `percent` of a hundred orders. Which ones is a matter of the order's name alone (the first eight bytes of the
/// SHA-256 of source, a zero byte and transaction), so that nobody can choose it and everybody can check it.
[[nodiscard]] bool wants_own_view(const domain::TransactionKey& key, domain::Tier tier, std::int32_t percent);

/// The entry of kind view that keeps what somebody noted; body "reeve-own-view/1".
[[nodiscard]] record::Draft draft_of(const ports::NotedView& view, const domain::TransactionKey& key);

/// Faults: malformed or unsupported (an entry of kind view that was not written by draft_of).
[[nodiscard]] base::Result<ports::NotedView> read_view(const store::Entry& entry);

/// The note that a person may make now about a version of an order whose entries are these. Nobody notes twice: what
/// was seen in between has changed the view. Faults: not_found (no such order), stale (amended since), conflict (noted
/// already; without a name anybody's counts).
[[nodiscard]] base::Result<ports::NotedView> view_to_note(const std::vector<store::Entry>& entries,
                                                          const ports::OwnViewDraft& draft,
                                                          const domain::PersonId& person, base::Instant now);

/// The views among the entries of one transaction, in the order of the record.
[[nodiscard]] std::vector<ports::NotedView> views_in(const std::vector<store::Entry>& entries);

} // namespace verdicts
