// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record/published.h"
#include "app/record/sequence_line.h"
#include "app/store/new_entry.h"
#include "app/store/rows.h"

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace record {

/// One commit while it is put together. `rows` are views into `published->events`, `conflicting` and `drafts`, none of
/// which moves its elements afterwards.
struct Batch {
    std::shared_ptr<Published> published = std::make_shared<Published>();
    std::vector<store::NewEntry> rows;
    std::vector<const domain::SourceId*> row_sources; ///< beside rows; nothing: no source
    std::vector<const domain::Digest*> commitments;   ///< beside rows; nothing: not prepared, nor is the salt
    std::deque<domain::Event> conflicting;            ///< events set aside, kept for their bytes
    std::deque<Draft> drafts;
    std::vector<std::pair<std::int64_t, store::ConflictRow>> conflicts;
    std::vector<std::pair<std::int64_t, store::QuarantineRow>> quarantined;
    std::vector<std::pair<std::uint64_t, base::Instant>> duplicates;
    std::map<std::pair<std::uint64_t, domain::Digest>, std::size_t> conflict_by_copy;
    std::map<std::pair<std::int64_t, domain::Digest>, std::size_t> quarantine_by_bytes;
    std::map<std::int64_t, std::pair<std::uint64_t, std::uint64_t>> batch_counts; ///< events, duplicates
    std::map<std::string, store::DecisionRow> decisions; ///< those that changed, as they are after all steps
    std::vector<store::DecisionRow> new_decisions;       ///< as they begin: drafted
    std::vector<store::DecisionRow> signed_drafts;       ///< drafts that get their signed bytes
    std::vector<store::DecisionRow> decision_steps;      ///< every change, in order
    std::vector<store::ReceiptRow> receipts;
    std::vector<store::RosterRow> rosters;
    std::vector<std::pair<std::string, std::string>> settings; ///< name in meta, value
    std::vector<store::BatchRow> batches;                      ///< new or changed
};

} // namespace record
