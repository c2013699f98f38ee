// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/event.h"
#include "app/record/case_fold.h"
#include "app/store/entry.h"

#include <optional>

namespace record {

/// Whether the subject digest of a requested or amended event is the one of its subject: of what was understood, or of
/// the bytes as received when these say more.
[[nodiscard]] bool digest_holds(const domain::Event& event);

/// The version that an entry of the record holds; nothing when it is none of this transaction. Faults: corrupt (an
/// entry of kind event does not read).
[[nodiscard]] base::Result<std::optional<KnownSubject>> subject_in(const store::Entry& entry,
                                                                   const domain::TransactionKey& key, bool suspected);

} // namespace record
