// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/keyed_hash.h"
#include "app/base/result.h"
#include "app/store/backend.h"
#include "app/store/case_row.h"
#include "app/store/entry.h"
#include "app/store/log_mover.h"
#include "app/store/new_entry.h"
#include "app/store/rows.h"
#include "app/store/statements.h"
#include "app/store/tail.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

struct StoreOptions {
    std::filesystem::path folder;
    std::uint64_t free_floor = 512ULL * 1024 * 1024;                       ///< bytes that must stay free
    std::function<std::uint64_t(const std::filesystem::path&)> free_bytes; ///< empty: asks the file system
    std::shared_ptr<const Backend> backend;                                ///< empty: SQLite
    std::uint64_t log_soft_bytes = 64ULL * 1024 * 1024; ///< of the WAL: from here on it is begun anew
    bool moves_log_beside = true; ///< on a thread of its own (LogMover); tests that count faults do it in place
    /// From here on a commit waits until it is moved: a reader that stays in one state would let it grow without end.
    std::uint64_t log_hard_bytes = 512ULL * 1024 * 1024;
};

/// The writing side of a store, for app/record only: rows go in between begin() and commit(), everything else reads.
/// One object, one thread, one connection; the caller holds the Keeper. The functions that write need an open
/// transaction. Every function has the faults of Connection, and disk_full from begin() on when the disk is nearly
/// full.
class Store {
public:
    /// Opens or makes, and migrates. Faults: newer_version, corrupt, unreadable, disk_full.
    [[nodiscard]] static base::Result<std::unique_ptr<Store>> open(StoreOptions options);
    ~Store();

    /// Faults: disk_full when less than the floor is free.
    [[nodiscard]] base::Done begin();
    /// Durable when it returns without fault. A fault leaves nothing of the transaction.
    [[nodiscard]] base::Done commit();
    void rollback();
    /// Moves the WAL into the file when it has grown; also bounds it while commits follow each other without a pause.
    [[nodiscard]] base::Done tidy();

    [[nodiscard]] const base::KeyedHash& hash() const { return hash_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return options_.folder; }

    // Entries and their index.
    [[nodiscard]] base::Result<std::uint64_t> size();
    [[nodiscard]] base::Done insert(const NewEntry& entry);
    [[nodiscard]] base::Result<Entry> entry(std::uint64_t index);
    /// The entry without its body.
    [[nodiscard]] base::Result<Entry> header(std::uint64_t index);
    /// Walks entries [from, to) in order; bodies only when asked for. `visit` may stop by a fault.
    [[nodiscard]] base::Done walk(std::uint64_t from, std::uint64_t to, bool with_body,
                                  const std::function<base::Done(const Entry&)>& visit);
    /// The keys of the entries from `from` on, to fill a Tail.
    [[nodiscard]] base::Done load_tail(std::uint64_t from, Tail& tail);
    [[nodiscard]] base::Result<std::uint64_t> sealed_segments();
    /// Writes what one dimension of a segment is searched by; nobody looks at it before the segment is sealed.
    [[nodiscard]] base::Done index_segment(std::uint64_t segment, Dimension dimension, const Tail& tail,
                                           std::size_t from);
    /// All dimensions are written: from its commit on the segment is searched by them.
    [[nodiscard]] base::Done seal_segment(std::uint64_t segment, const Tail& tail, std::size_t from);
    /// Entry indexes of a sealed segment with this key.
    [[nodiscard]] base::Result<std::vector<std::uint64_t>> find(std::uint64_t segment, Dimension dimension,
                                                                std::uint64_t key);
    /// Visits every (key, segment) of a dimension, to rebuild what is kept in memory.
    [[nodiscard]] base::Done walk_keys(Dimension dimension,
                                       const std::function<void(std::uint64_t, std::uint16_t)>& visit);

    // Sources, gaps and what was set aside. A source's number is given once and kept.
    [[nodiscard]] base::Result<std::int64_t> source_number(const domain::SourceId& source);
    [[nodiscard]] base::Result<std::vector<std::pair<std::int64_t, SourceRow>>> sources();
    [[nodiscard]] base::Done save_source(std::int64_t number, const SourceRow& row);
    [[nodiscard]] base::Result<std::vector<GapRow>> gaps(std::int64_t source, const domain::SourceId& name);
    [[nodiscard]] base::Done save_gap(std::int64_t source, const GapRow& gap);
    [[nodiscard]] base::Done drop_gap(std::int64_t source, std::uint64_t from);
    [[nodiscard]] base::Done count_duplicate(std::uint64_t index, base::Instant received);
    /// True when the same contradiction was known and only counted.
    [[nodiscard]] base::Result<bool> count_conflict(std::uint64_t other, const domain::Digest& digest,
                                                    base::Instant received);
    [[nodiscard]] base::Done insert_conflict(std::int64_t source, const ConflictRow& row);
    [[nodiscard]] base::Result<bool> count_quarantine(std::int64_t source, const domain::Digest& digest,
                                                      base::Instant received);
    [[nodiscard]] base::Done insert_quarantine(std::int64_t source, const QuarantineRow& row);

    // Batches.
    [[nodiscard]] base::Result<std::vector<BatchRow>> batches();
    [[nodiscard]] base::Done save_batch(std::int64_t source, const BatchRow& row);

    // Cases.
    [[nodiscard]] base::Result<std::vector<CaseRow>> all_cases(bool open_only);
    [[nodiscard]] base::Done save_case(std::int64_t source, const CaseRow& row);

    // Decisions, receipts, rosters, settings.
    [[nodiscard]] base::Result<std::optional<DecisionRow>> decision(const domain::DecisionId& id);
    [[nodiscard]] base::Result<std::vector<DecisionRow>> unsettled_decisions();
    [[nodiscard]] base::Done insert_decision(std::int64_t source, const DecisionRow& row);
    [[nodiscard]] base::Done update_decision(const DecisionRow& row);
    /// A draft, or a decision that waits for its second signature, gets its signed bytes.
    [[nodiscard]] base::Done replace_draft(const DecisionRow& row);
    [[nodiscard]] base::Result<bool> has_receipt(const domain::ReceiptId& id);
    [[nodiscard]] base::Done insert_receipt(const ReceiptRow& row);
    [[nodiscard]] base::Result<std::optional<RosterRow>> roster(const domain::SourceId& source);
    [[nodiscard]] base::Done insert_roster(std::int64_t source, const RosterRow& row);
    [[nodiscard]] base::Result<std::optional<std::string>> meta(std::string_view key);
    [[nodiscard]] base::Done set_meta(std::string_view key, std::string_view value);
    /// Hashes of complete subtrees, for proofs: level 8, 16, … ; level 0 are the entries' leaves.
    [[nodiscard]] base::Done insert_node(unsigned level, std::uint64_t position, const domain::Digest& hash);
    [[nodiscard]] base::Result<std::vector<domain::Digest>> nodes(unsigned level, std::uint64_t first,
                                                                  std::size_t count);
    [[nodiscard]] base::Done insert_checkpoint(const CheckpointRow& row);
    [[nodiscard]] base::Result<std::optional<CheckpointRow>> last_checkpoint();

private:
    Store(StoreOptions options, std::unique_ptr<Connection> connection);
    [[nodiscard]] base::Done prepare_meta();
    [[nodiscard]] base::Done prepare_rules();
    [[nodiscard]] base::Done in_one(const std::function<base::Done()>& work);
    [[nodiscard]] base::Done check_space() const;
    [[nodiscard]] base::Result<Entry> one(std::uint64_t index, bool with_body);
    /// True when the bulk of the log is moved and the rest is for the caller's thread.
    [[nodiscard]] base::Result<bool> moved_beside();

    StoreOptions options_;
    std::uint64_t log_wait_bytes_; ///< from here on the next commit waits for readers
    std::unique_ptr<Connection> connection_;
    Statements statements_;
    base::KeyedHash hash_;
    LogMover mover_;
    std::uint64_t move_began_ = 0; ///< bytes of the log when the last move beside was begun
    std::uint64_t move_left_ = 0;  ///< bytes that were committed during the one before; 0: there was none
};

} // namespace store
