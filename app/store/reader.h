// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/store/case_row.h"
#include "app/store/entry.h"
#include "app/store/rows.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace store {

/// Reads a store over a connection of its own that cannot write. One Reader belongs to one thread at a time (make one
/// per reader thread, keep it: opening costs about a millisecond); it never blocks the writer and is never blocked by
/// it. Each call sees one consistent state, the newest committed. All pages are by keyset, none uses OFFSET; filters
/// are answered from the sealed index segments and a scan of the open tail of at most two segments.
/// Faults of every call: corrupt, unreadable, cancelled; not_found where one named thing is asked for.
class Reader {
public:
    /// Faults: not_found (no store in the folder), newer_version, corrupt (not a store), unreadable.
    [[nodiscard]] static base::Result<Reader> open(const std::filesystem::path& folder);
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    [[nodiscard]] base::Result<EntryPage> entries(const EntryFilter& filter, const PageRequest& page) const;
    /// One entry with its body.
    [[nodiscard]] base::Result<Entry> entry(std::uint64_t index) const;
    /// Everything about one transaction in the order of the record, with bodies; at most `limit` entries.
    [[nodiscard]] base::Result<std::vector<Entry>> transaction(const domain::TransactionKey& key,
                                                               std::uint32_t limit = 1000) const;
    /// Entries [from, from + count) in order with bodies, for replay, export and verification.
    [[nodiscard]] base::Result<std::vector<Entry>> range(std::uint64_t from, std::uint32_t count) const;
    /// Hashes of complete subtrees of the Merkle tree at a level (0: leaves; 8, 16, … are kept), for proofs.
    [[nodiscard]] base::Result<std::vector<domain::Digest>> nodes(unsigned level, std::uint64_t first,
                                                                  std::size_t count) const;
    /// How many entries pass; stops counting at `most` and then returns it.
    [[nodiscard]] base::Result<std::uint64_t> count(const EntryFilter& filter, std::uint64_t most) const;

    /// The inbox: open cases, oldest first; `after` is the opened_index of the last one of the page before.
    [[nodiscard]] base::Result<std::vector<CaseRow>> open_cases(std::optional<std::uint64_t> after = {},
                                                                std::uint32_t limit = 500) const;
    /// Cases of any state, newest first by opening.
    [[nodiscard]] base::Result<std::vector<CaseRow>>
    cases(std::optional<CaseState> state, std::optional<std::uint64_t> before = {}, std::uint32_t limit = 200) const;
    /// Cases that entries from `from` on changed, in the order of their change: for those who follow a record that
    /// another process keeps.
    [[nodiscard]] base::Result<std::vector<CaseRow>> cases_changed(std::uint64_t from, std::uint32_t limit = 500) const;
    [[nodiscard]] base::Result<std::optional<CaseRow>> find_case(const domain::TransactionKey& key) const;

    /// Newest first; `before` is the index of the last row of the page before.
    [[nodiscard]] base::Result<std::vector<QuarantineRow>> quarantine(std::optional<std::uint64_t> before = {},
                                                                      std::uint32_t limit = 200) const;
    [[nodiscard]] base::Result<std::vector<ConflictRow>> conflicts(std::optional<std::uint64_t> before = {},
                                                                   std::uint32_t limit = 200) const;
    [[nodiscard]] base::Result<std::vector<DuplicateRow>> duplicates(std::optional<std::uint64_t> before = {},
                                                                     std::uint32_t limit = 200) const;
    /// By source (as first seen) and start; open ones only, or all. `after` is the last row of the page before.
    [[nodiscard]] base::Result<std::vector<GapRow>> gaps(bool open_only = false, std::uint32_t limit = 1000,
                                                         const std::optional<GapRow>& after = {}) const;
    [[nodiscard]] base::Result<std::vector<SourceRow>> sources() const;

    [[nodiscard]] base::Result<std::vector<DecisionRow>> decisions(const DecisionFilter& filter) const;
    [[nodiscard]] base::Result<DecisionRow> decision(const domain::DecisionId& id) const;
    [[nodiscard]] base::Result<std::vector<ReceiptRow>> receipts(const domain::DecisionId& id) const;

    [[nodiscard]] base::Result<std::vector<BatchRow>> batches(std::uint32_t limit = 1000) const;
    /// The newest roster of a gateway, nothing before the first.
    [[nodiscard]] base::Result<std::optional<RosterRow>> roster(const domain::SourceId& source) const;
    /// A value of the configuration, nothing when never set. Keys are the program's own.
    [[nodiscard]] base::Result<std::optional<std::string>> setting(std::string_view key) const;
    [[nodiscard]] base::Result<std::vector<CheckpointRow>> checkpoints(std::uint32_t limit = 100) const;
    [[nodiscard]] base::Result<Status> status() const;

    /// Asks a call that runs on another thread to end with `cancelled`. Safe from any thread.
    void interrupt();

private:
    class Impl;
    explicit Reader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace store
