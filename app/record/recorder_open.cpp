// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/node_reader.h"
#include "app/record/recorder_impl.h"

#include "app/base/encoding.h"
#include "app/base/log.h"

#include <algorithm>

namespace record {

namespace {

base::Fault altered(std::string detail, std::string where) {
    return base::Fault{base::FaultCode::corrupt, std::move(detail), std::move(where)};
}

} // namespace

Recorder::Impl::Impl(Options options, const base::Clock& clock, store::Keeper keeper,
                     std::unique_ptr<store::Store> store)
    : options_(std::move(options))
    , clock_(clock)
    , keeper_(std::move(keeper))
    , store_(std::move(store))
    , pin_(options_.pin)
    , known_(store_->folder(), options_.keys_in_memory) {}

base::Done Recorder::Impl::load() {
    REEVE_TRY(check_tree());
    REEVE_TRY(check_pin());
    if (options_.readable) {
        options_.readable();
    }
    REEVE_TRY(check_newest());
    REEVE_TRY(known_.load(*store_));
    auto rows = store_->sources();
    if (!rows) {
        return rows.fault();
    }
    for (auto& [number, row] : *rows) {
        auto state = std::make_unique<SourceState>();
        const auto gaps = store_->gaps(number, row.source);
        if (!gaps) {
            return gaps.fault();
        }
        state->number = number;
        state->line.restore(row.highest, *gaps);
        state->row = std::move(row);
        auto policy = store_->meta(policy_setting(state->row.source));
        if (!policy) {
            return policy.fault();
        }
        if (*policy) {
            cases_.load_policy(state->row.source, std::move(**policy));
        }
        sources_.emplace(state->row.source.bytes(), std::move(state));
    }
    auto open = store_->all_cases(true);
    if (!open) {
        return open.fault();
    }
    for (store::CaseRow& row : *open) {
        cases_.load(std::move(row));
    }
    auto batches = store_->batches();
    if (!batches) {
        return batches.fault();
    }
    batches_ = std::move(*batches);
    return {};
}

/// The frontier has to fit the entries and the last checkpoint. Takes the same time for every size of a record.
base::Done Recorder::Impl::check_tree() {
    const auto size = store_->size();
    const auto frontier = store_->meta("frontier");
    const auto last = store_->last_checkpoint();
    if (!size || !frontier || !last) {
        return !size ? size.fault() : !frontier ? frontier.fault() : last.fault();
    }
    if (!*frontier) {
        return *size == 0 ? base::Done()
                          : base::Done(altered("the record has entries but no tree; restore a backup", {}));
    }
    auto tree = ledger::Tree::restore(**frontier);
    if (!tree) {
        return tree.fault();
    }
    if (tree->size() != *size) {
        return altered("the record holds " + std::to_string(*size) + " entries and its tree " +
                           std::to_string(tree->size()) +
                           "; entries were removed or added behind the program's back, restore a backup",
                       "frontier");
    }
    tree_ = std::move(*tree);
    last_checkpoint_ = *last ? (*last)->size : 0;
    if (last_checkpoint_ > tree_.size()) {
        return altered("the record is shorter than its last checkpoint; entries were removed, restore a backup",
                       "checkpoint");
    }
    StoreNodes nodes(*store_);
    if (*last && last_checkpoint_ > 0) {
        const auto root = ledger::root_at(last_checkpoint_, nodes);
        if (!root) {
            return root.fault();
        }
        if (*root != (*last)->root) {
            return altered("the record is not the one that its last checkpoint was made of; it was altered, restore a "
                           "backup",
                           "checkpoint " + std::to_string(last_checkpoint_));
        }
    }
    const auto now = ledger::root_at(tree_.size(), nodes);
    if (!now) {
        return now.fault();
    }
    if (*now != tree_.root(leaves_.hasher())) {
        return altered("the leaves of the record do not lead to its root; it was altered, restore a backup", "root");
    }
    return {};
}

/// The entries since the last checkpoint have to fit their leaves: what was written last is what a crash or a hand
/// could have hurt. Where nobody signs checkpoints, those of the newest segment and the open tail are looked at. The
/// whole record is verified on demand.
base::Done Recorder::Impl::check_newest() {
    const std::uint64_t segment = tree_.size() / store::segment_entries;
    const std::uint64_t recent = segment > 0 ? (segment - 1) * store::segment_entries : 0;
    return verify_entries(*store_, std::max(last_checkpoint_, recent), tree_.size(), leaves_);
}

base::Done Recorder::Impl::check_pin() {
    if (options_.pin.empty()) {
        return {};
    }
    const auto pinned = pin_.read();
    if (!pinned) {
        return pinned.fault();
    }
    if (!*pinned) {
        return {};
    }
    const ledger::Checkpoint& was = (*pinned)->checkpoint;
    if (options_.signer && !ledger::verify(**pinned, options_.signer->name, options_.signer->key->public_key())) {
        return base::Fault{base::FaultCode::bad_signature,
                           "the pin is not signed by the key of this record; somebody changed it or the key",
                           options_.pin.string()};
    }
    if (was.origin != options_.origin) {
        return altered("the pin belongs to another record (" + was.origin + "); name the right store or the right pin",
                       options_.pin.string());
    }
    if (was.size > tree_.size()) {
        return altered("the record has " + std::to_string(tree_.size()) + " entries and once had " +
                           std::to_string(was.size) +
                           "; it was truncated or an old backup was restored, put the newer store back or start a new "
                           "record beside it",
                       options_.pin.string());
    }
    StoreNodes nodes(*store_);
    const auto root =
        was.size == 0 ? base::Result<domain::Digest>(ledger::empty_root()) : ledger::root_at(was.size, nodes);
    if (!root) {
        return root.fault();
    }
    if (*root != was.root) {
        return altered("the first " + std::to_string(was.size) +
                           " entries are not those that were pinned; the record was altered or forked, restore a "
                           "backup",
                       options_.pin.string());
    }
    pinned_ = was.size;
    return {};
}

base::Result<std::unique_ptr<Recorder>> Recorder::open(Options options, const base::Clock& clock) {
    auto keeper = store::Keeper::take(options.folder, options.program, clock.now());
    if (!keeper) {
        return keeper.fault();
    }
    store::StoreOptions store_options;
    store_options.folder = options.folder;
    store_options.free_floor = options.free_floor;
    store_options.free_bytes = options.free_bytes;
    store_options.backend = options.backend;
    store_options.log_soft_bytes = options.log_soft_bytes;
    store_options.log_hard_bytes = options.log_hard_bytes;
    store_options.moves_log_beside = options.moves_log_beside;
    auto store = store::Store::open(std::move(store_options));
    if (!store) {
        return store.fault();
    }
    auto impl = std::make_unique<Impl>(std::move(options), clock, std::move(*keeper), std::move(*store));
    REEVE_TRY(impl->load());
    REEVE_TRY(impl->note_interrupted());
    return std::unique_ptr<Recorder>(new Recorder(std::move(impl)));
}

Recorder::Recorder(std::unique_ptr<Impl> impl)
    : impl_(std::move(impl)) {}

Recorder::~Recorder() {
    impl_->checkpoint_when_due(1);
}

base::Result<store::CheckpointRow> Recorder::Impl::checkpoint() {
    const Options& options = options_;
    if (!options.signer) {
        return base::Fault{base::FaultCode::unsupported, "no key to sign a checkpoint with", {}};
    }
    store::CheckpointRow row;
    row.size = tree_.size();
    row.root = tree_.root(leaves_.hasher());
    row.made = clock_.now();
    const auto signed_note =
        ledger::sign({options.origin, row.size, row.root, {}}, options.signer->name, *options.signer->key);
    if (!signed_note) {
        return signed_note.fault();
    }
    row.note = ledger::write(*signed_note);
    REEVE_TRY(store_->begin());
    auto done = store_->insert_checkpoint(row);
    if (done) {
        done = store_->commit();
    }
    if (!done) {
        store_->rollback();
        return done.fault();
    }
    last_checkpoint_ = row.size;
    if (!options.pin.empty()) {
        REEVE_TRY(pin_.write(*signed_note));
        pinned_ = row.size;
    }
    return row;
}

void Recorder::Impl::checkpoint_when_due(std::uint64_t entries) {
    if (!options_.signer || tree_.size() < last_checkpoint_ + entries) {
        return;
    }
    if (const auto made = checkpoint(); !made) { // tried again with the next commit; the record itself is whole
        qCWarning(base::log_record, "no checkpoint: %s", base::name_of(made.fault().code));
    }
}

base::Result<store::CheckpointRow> Recorder::checkpoint() {
    return impl_->checkpoint();
}

void Recorder::tidy() {
    impl_->tidy();
}

std::uint64_t Recorder::size() const {
    return impl_->tree_.size();
}

domain::Digest Recorder::root() const {
    return impl_->tree_.root(impl_->leaves_.hasher());
}

std::vector<store::SourceRow> Recorder::sources() const {
    std::vector<store::SourceRow> rows;
    for (const auto& held : impl_->sources_) {
        rows.push_back(held.second->row);
    }
    return rows;
}

} // namespace record
