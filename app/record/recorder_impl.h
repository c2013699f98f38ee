// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ledger/pin.h"
#include "app/record/batch.h"
#include "app/record/case_fold.h"
#include "app/record/known_index.h"
#include "app/record/leaf.h"
#include "app/record/recorder.h"
#include "app/record/sequence_line.h"
#include "app/store/keeper.h"
#include "app/store/store.h"
#include "app/wire/event_codec.h"

#include <map>
#include <memory>
#include <unordered_map>

namespace record {

/// One source as the recorder holds it.
struct SourceState {
    std::int64_t number = 0;
    store::SourceRow row;
    SequenceLine line;
    bool touched = false; ///< by the batch under way
    bool is_new = false;  ///< its row is in the open transaction
    store::SourceRow row_before;
    SequenceLine line_before;
};

/// The name in meta under which a source's newest policy version is kept, for the fold.
[[nodiscard]] inline std::string policy_setting(const domain::SourceId& source) {
    return "policy." + source.bytes();
}

/// Private to the recorder's files. A writing call is: begin(), fill a Batch, finish(batch); on any fault abandon().
class Recorder::Impl {
public:
    Impl(Options options, const base::Clock& clock, store::Keeper keeper, std::unique_ptr<store::Store> store);

    // recorder_open.cpp
    [[nodiscard]] base::Done load();
    [[nodiscard]] base::Done check_tree();
    [[nodiscard]] base::Done check_pin();
    [[nodiscard]] base::Done check_newest();
    [[nodiscard]] base::Result<store::CheckpointRow> checkpoint();
    /// Makes one when at least so many entries came since the last one, and somebody signs.
    void checkpoint_when_due(std::uint64_t entries);

    // recorder_commit.cpp
    [[nodiscard]] base::Done begin();
    void tidy();
    [[nodiscard]] base::Result<PublishedPtr> finish(Batch& batch);
    void abandon();
    /// Runs `fill` between begin() and finish(), abandons on its fault.
    template <class Fill>
    [[nodiscard]] base::Result<PublishedPtr> in_one_commit(Fill fill) {
        Batch batch;
        auto done = begin();
        if (done) {
            done = fill(batch);
        }
        if (!done) {
            abandon();
            return done.fault();
        }
        auto published = finish(batch);
        if (!published) {
            abandon();
        }
        return published;
    }
    [[nodiscard]] base::Result<SourceState*> source(const domain::SourceId& id);
    void touch(SourceState& state);
    /// Index of the next entry of the batch.
    [[nodiscard]] std::uint64_t next_index(const Batch& batch) const { return tree_.size() + batch.rows.size(); }
    void add_row(Batch& batch, const store::NewEntry& row, const domain::SourceId* source,
                 const domain::Digest* commitment = nullptr);
    [[nodiscard]] base::Done add_draft(Batch& batch, Draft draft);
    [[nodiscard]] base::Done seal_leaves(Batch& batch, ledger::Tree& tree, std::vector<ledger::KeptNode>& kept);
    [[nodiscard]] base::Done write_rows(Batch& batch);
    [[nodiscard]] base::Done write_aside(Batch& batch);
    [[nodiscard]] base::Done write_sources(Batch& batch);
    [[nodiscard]] base::Done write_cases(Batch& batch);
    [[nodiscard]] base::Done write_tree(const ledger::Tree& tree, const std::vector<ledger::KeptNode>& kept);

    class Lookup; ///< lookup.h: what the case fold asks

    // recorder_append.cpp
    /// What was prepared for the bytes of an item.
    struct Seal {
        const store::Salt& salt;
        const domain::Digest& commitment;
    };
    [[nodiscard]] base::Done take_items(Batch& batch, Prepared& prepared);
    [[nodiscard]] base::Done take_event(Batch& batch, domain::Event&& event, const Frame& frame, const Seal& seal);
    [[nodiscard]] base::Done take_refusal(Batch& batch, const wire::Refusal& refusal, const Frame& frame,
                                          const SequenceRange& carries);
    [[nodiscard]] base::Done take_given_up(const Frame& frame);
    [[nodiscard]] base::Done take_conflict(Batch& batch, domain::Event&& event, const Frame& frame, SourceState& state,
                                           store::ConflictKind kind, std::uint64_t other);
    /// The entry with this identity, nothing when it is new; `same` says whether it has the same content
    /// (wire::same_content): written anew it is still the same event.
    struct Found {
        std::uint64_t index = 0;
        bool same = false;
    };
    [[nodiscard]] base::Result<std::optional<Found>> find_identity(const Batch& batch, const SourceState& state,
                                                                   const domain::Event& event);
    [[nodiscard]] base::Result<std::optional<std::uint64_t>> find_sequence(const Batch& batch, const SourceState& state,
                                                                           std::uint64_t sequence);
    [[nodiscard]] base::Done run_stages(Batch& batch);
    [[nodiscard]] base::Done add_judged(Batch& batch, Draft draft, Lookup& lookup);
    [[nodiscard]] base::Done add_own(Batch& batch, std::vector<Draft> drafts);

    // recorder_batches.cpp
    [[nodiscard]] base::Done count_batches(Batch& batch);
    [[nodiscard]] base::Done note_interrupted();
    [[nodiscard]] bool is_suspected(std::int64_t batch) const;
    /// Whether its events came while it was suspected: what folds over the record go by, whatever was resolved later.
    [[nodiscard]] bool was_suspected(std::int64_t batch) const;
    [[nodiscard]] base::Done add_batch_note(Batch& batch, const store::BatchRow& row, std::string_view what,
                                            const domain::PersonId& by);

    // recorder_decisions.cpp
    [[nodiscard]] base::Done may_acknowledge(const domain::Decision& decision, domain::DecisionState state);
    [[nodiscard]] base::Done add_decision(Batch& batch, const domain::SignedDecision& decision,
                                          domain::DecisionState state);
    [[nodiscard]] base::Done add_move(Batch& batch, const DecisionMove& move);
    [[nodiscard]] base::Done add_receipt(Batch& batch, const domain::Receipt& receipt);
    [[nodiscard]] base::Done step_to(Batch& batch, store::DecisionRow& row, domain::DecisionState to,
                                     const std::string& cause);
    /// The decision as the batch leaves it so far; nothing when it does not exist.
    [[nodiscard]] base::Result<store::DecisionRow*> decision_in(Batch& batch, const domain::DecisionId& id);

    Options options_;
    const base::Clock& clock_;
    store::Keeper keeper_;
    std::unique_ptr<store::Store> store_;
    ledger::Pin pin_;
    Preparer preparer_;
    mutable LeafMaker leaves_;
    mutable crypto::Sha256 sha_;
    ledger::Tree tree_;
    KnownIndex known_;
    CaseFold cases_;
    std::unordered_map<std::string, std::unique_ptr<SourceState>> sources_;
    SourceState* last_source_ = nullptr;
    std::vector<store::BatchRow> batches_;
    std::uint64_t last_checkpoint_ = 0;
    std::optional<std::uint64_t> pinned_; ///< size in the pin
};

} // namespace record
