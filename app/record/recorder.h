// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/crypto/signing.h"
#include "app/domain/event.h"
#include "app/record/policy_step.h"
#include "app/record/prepared.h"
#include "app/record/published.h"
#include "app/record/stage.h"
#include "app/store/backend.h"
#include "app/store/key_runs.h"
#include "app/store/rows.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace record {

/// Who signs checkpoints of the tree (C2SP signed note).
struct CheckpointSigner {
    std::string name;                        ///< of the key, in the note
    const crypto::SigningKey* key = nullptr; ///< must outlive the recorder
};

struct Options {
    std::filesystem::path folder;  ///< of the store
    std::string program = "reeve"; ///< whom others see as the keeper
    std::filesystem::path pin;     ///< file outside of the store's folder; empty: no pin
    std::string origin = "reeve";  ///< first line of checkpoints: names this log
    std::optional<CheckpointSigner> signer;
    std::uint64_t checkpoint_every = 65'536;                               ///< entries
    std::uint64_t free_floor = 512ULL * 1024 * 1024;                       ///< bytes that must stay free on the disk
    std::function<std::uint64_t(const std::filesystem::path&)> free_bytes; ///< empty: asks the file system
    std::uint64_t log_soft_bytes = 64ULL * 1024 * 1024;           ///< of the database's log, see store::StoreOptions
    std::uint64_t log_hard_bytes = 512ULL * 1024 * 1024;          ///< the same
    bool moves_log_beside = true;                                 ///< the same
    std::size_t keys_in_memory = store::KeyRuns::usual_in_memory; ///< newest identities, and transactions
    std::shared_ptr<const store::Backend> backend;                ///< kind of database; empty: SQLite
    std::vector<Stage*> stages; ///< run in this order on every batch; must outlive the recorder
    /// Called once by open(), on its thread, as soon as version, checkpoint and pin fit: what is recorded may be read
    /// and shown from then on. open() still looks at the newest entries and rebuilds its folds, and may end with a
    /// fault.
    std::function<void()> readable;
};

/// The only writer of a record. Takes the store's lock when it opens. Every call is one commit (WAL, synchronous=FULL):
/// when it returns with a value everything in it is durable; when it returns a fault nothing of it is in the record
/// and no fold has moved, so that the same input may be given again. Belongs to one thread (see Writer).
///
/// Faults of every writing call: disk_full (below the floor, or the disk said so; nothing is lost, call again later),
/// unreadable (I/O error), corrupt.
class Recorder {
public:
    /// Opens or makes the store, migrates it, rebuilds the folds and checks the tail against the frontier and the pin.
    /// Faults: locked (detail says by whom), newer_version, corrupt (not a store; or truncated, restored or forked
    /// against the pin: detail says which and what to do), unreadable, disk_full.
    [[nodiscard]] static base::Result<std::unique_ptr<Recorder>> open(Options options, const base::Clock& clock);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// Decode, identity, stages, leaves, rows: one commit. A frame that cannot be read becomes a quarantine entry, a
    /// known event (same source and id, same content) is counted and the bytes that came first stay, a contradicting
    /// one (same source and id, other content) is kept as conflict; none of these is a fault.
    [[nodiscard]] base::Result<PublishedPtr> append(std::span<const Frame> frames);
    /// The same for frames that another thread prepared. Their items are used up, also by a fault: prepare the frames
    /// again then. `own`: entries of our own in the same commit, behind those of the frames.
    [[nodiscard]] base::Result<PublishedPtr> append(Prepared& prepared, std::vector<Draft> own = {});

    /// Entries of our own (verdicts, views, exports, configuration, notes, fetched plans): one commit.
    [[nodiscard]] base::Result<PublishedPtr> append_own(std::vector<Draft> drafts);

    /// Leaf and outbox row in one commit, in the state drafted, refused, awaiting_second, signed_ or held. For drafted
    /// and refused the signature may be empty (the bytes are those that would be signed). The same id with the same
    /// bytes again changes nothing. Faults: conflict (the id exists with other bytes), invalid_argument (another
    /// state). An acknowledgement is recorded signed_ and goes on to executed in the same commit, because it is never
    /// sent; further faults of it: refused (no finding is open about the order), stale (it was amended).
    [[nodiscard]] base::Result<PublishedPtr> decide(const domain::SignedDecision& decision,
                                                    domain::DecisionState state);
    /// Leaf of kind decision_state and the row, in one commit. Faults: not_found, refused (may_follow says no).
    [[nodiscard]] base::Result<PublishedPtr> move_decision(const DecisionMove& move);
    /// A verified receipt: leaf, row, and the decision's state as the outcome says, in one commit. The same receipt
    /// again changes nothing. Faults: not_found (no such decision), conflict (the digest names other bytes).
    [[nodiscard]] base::Result<PublishedPtr> keep_receipt(const domain::Receipt& receipt);

    /// Faults: stale (version not above the stored one), conflict (same version, other bytes).
    [[nodiscard]] base::Result<PublishedPtr> keep_roster(const domain::SourceId& source,
                                                         const domain::SignedRoster& roster);
    /// An edition of the policy, as an entry of kind policy; whether it counts is asked by whoever reads it. `source`
    /// and `id` name its gateway and the edition.
    [[nodiscard]] base::Result<PublishedPtr> keep_policy(const PolicyStep& step, const domain::SourceId& source,
                                                         const domain::EventId& id);
    /// A setting with its leaf of kind configuration.
    [[nodiscard]] base::Result<PublishedPtr> keep_setting(const std::string& key, const std::string& value,
                                                          const domain::PersonId& by);

    /// Starts an import. `content` is the digest of the content without source and period: when another source brought
    /// the same content already the batch is `suspected`, and its entries stay outside of spend until it is resolved.
    /// Put the batch's number into Frame::batch. The same source with the same content again is an ordinary second
    /// import (every event is a duplicate).
    [[nodiscard]] base::Result<store::BatchRow> begin_batch(const domain::SourceId& source,
                                                            const domain::Digest& content);
    [[nodiscard]] base::Result<store::BatchRow> end_batch(std::int64_t number);
    /// Keeps or discards a suspected batch; recorded with who did it. Faults: not_found, refused (not suspected).
    [[nodiscard]] base::Result<store::BatchRow> resolve_batch(std::int64_t number, bool keep,
                                                              const domain::PersonId& by);

    /// Signs a checkpoint now and moves the pin. Faults: unsupported (no signer and no pin).
    [[nodiscard]] base::Result<store::CheckpointRow> checkpoint();

    /// Signs a checkpoint and moves the database's log on when it is time to, which may take as long as some commits:
    /// for after what was written is published. Who does not call it has it done before the next commit.
    void tidy();

    [[nodiscard]] std::uint64_t size() const; ///< entries
    [[nodiscard]] domain::Digest root() const;
    /// Recorded state of every source, to resume from.
    [[nodiscard]] std::vector<store::SourceRow> sources() const;
    [[nodiscard]] base::Result<std::vector<store::DecisionRow>> unsettled() const;

    /// Makes every leaf from its entry again and the tree from the leaves. Faults: corrupt (where names the entry).
    [[nodiscard]] base::Done verify_leaves() const;
    /// Folds the whole record again and compares with the kept cases. Faults: corrupt (they differ; where names the
    /// first transaction).
    [[nodiscard]] base::Done verify_cases() const;

private:
    class Impl;
    explicit Recorder(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace record
