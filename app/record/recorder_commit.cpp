// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/describe.h"
#include "app/record/recorder_impl.h"

#include "app/base/encoding.h"
#include "app/base/log.h"

#include <algorithm>

namespace record {

namespace {

const domain::SourceId no_source;

} // namespace

base::Done Recorder::Impl::begin() {
    tidy(); // does nothing when the caller has done it
    return store_->begin();
}

void Recorder::Impl::tidy() {
    if (const auto tidied = store_->tidy(); !tidied) {
        qCWarning(base::log_record, "the log of the store cannot be moved: %s", base::name_of(tidied.fault().code));
    }
    checkpoint_when_due(options_.checkpoint_every);
}

void Recorder::Impl::abandon() {
    store_->rollback();
    known_.go_back(tree_.size());
    cases_.discard();
    for (Stage* stage : options_.stages) {
        stage->discard();
    }
    last_source_ = nullptr;
    std::erase_if(sources_, [](const auto& held) { return held.second->is_new; });
    for (const auto& held : sources_) {
        SourceState& state = *held.second;
        if (state.touched) {
            state.row = state.row_before;
            state.line = state.line_before;
            state.touched = false;
        }
    }
}

base::Result<SourceState*> Recorder::Impl::source(const domain::SourceId& id) {
    if (last_source_ != nullptr && last_source_->row.source == id) {
        return last_source_;
    }
    auto& held = sources_[id.bytes()];
    if (held == nullptr) {
        const auto number = store_->source_number(id);
        if (!number) {
            sources_.erase(id.bytes());
            return number.fault();
        }
        held = std::make_unique<SourceState>();
        held->number = *number;
        held->row.source = id;
        held->is_new = true;
    }
    last_source_ = held.get();
    return last_source_;
}

void Recorder::Impl::touch(SourceState& state) {
    if (!state.touched) {
        state.touched = true;
        state.row_before = state.row;
        state.line_before = state.line;
    }
}

void Recorder::Impl::add_row(Batch& batch, const store::NewEntry& row, const domain::SourceId* source,
                             const domain::Digest* commitment) {
    batch.commitments.push_back(commitment);
    known_.add(store::keys_of(row, store_->hash()));
    batch.rows.push_back(row);
    batch.row_sources.push_back(source != nullptr ? source : &no_source);
}

base::Done Recorder::Impl::add_draft(Batch& batch, Draft draft) {
    draft.header.index = next_index(batch);
    draft.header.received = clock_.now();
    if (draft.header.time == base::Instant{}) {
        draft.header.time = draft.header.received;
    }
    std::int64_t number = 0;
    if (!draft.header.source.empty()) {
        const auto state = source(draft.header.source);
        if (!state) {
            return state.fault();
        }
        number = (*state)->number;
    }
    batch.drafts.push_back(std::move(draft));
    const Draft& kept = batch.drafts.back();
    add_row(batch, describe(kept, number), &kept.header.source);
    return {};
}

base::Result<PublishedPtr> Recorder::Impl::finish(Batch& batch) {
    ledger::Tree tree = tree_;
    std::vector<ledger::KeptNode> kept;
    REEVE_TRY(seal_leaves(batch, tree, kept));
    REEVE_TRY(write_rows(batch));
    REEVE_TRY(write_aside(batch));
    REEVE_TRY(write_sources(batch));
    REEVE_TRY(write_cases(batch));
    REEVE_TRY(write_tree(tree, kept));
    REEVE_TRY(known_.seal(*store_, batch.rows.size()));
    REEVE_TRY(store_->commit());

    // Durable: what follows cannot fail.
    tree_ = std::move(tree);
    known_.adopt_sealed();
    batch.published->cases = cases_.changed();
    cases_.adopt();
    for (Stage* stage : options_.stages) {
        stage->adopt();
    }
    for (const auto& held : sources_) {
        SourceState& state = *held.second;
        if (state.touched) {
            batch.published->sources.push_back(state.row);
        }
        state.touched = false;
        state.is_new = false;
    }
    for (const Draft& draft : batch.drafts) {
        batch.published->own.push_back(draft.header);
    }
    for (const auto& decision : batch.decisions) {
        batch.published->decisions.push_back(decision.second);
    }
    for (const store::BatchRow& changed : batch.batches) {
        const auto at = static_cast<std::size_t>(changed.number) - 1;
        if (at == batches_.size()) {
            batches_.push_back(changed);
        } else {
            batches_[at] = changed;
        }
    }
    batch.published->size = tree_.size();
    return PublishedPtr(batch.published);
}

base::Done Recorder::Impl::seal_leaves(Batch& batch, ledger::Tree& tree, std::vector<ledger::KeptNode>& kept) {
    if (batch.rows.empty()) {
        return {};
    }
    for (std::size_t i = 0; i < batch.rows.size(); ++i) {
        store::NewEntry& row = batch.rows[i];
        if (batch.commitments[i] == nullptr) {
            const auto salt = crypto::random_bytes(row.salt.size());
            if (!salt) {
                return salt.fault();
            }
            std::copy(salt->begin(), salt->end(), row.salt.begin());
        }
        row.leaf = leaves_.leaf(row, batch.row_sources[i]->bytes(), batch.commitments[i]);
        tree.append(row.leaf, leaves_.hasher(), kept);
    }
    for (Draft& draft : batch.drafts) {
        const store::NewEntry& row = batch.rows[static_cast<std::size_t>(draft.header.index - tree_.size())];
        draft.header.salt = row.salt;
        draft.header.leaf = row.leaf;
    }
    return {};
}

base::Done Recorder::Impl::write_rows(Batch& batch) {
    for (const store::NewEntry& row : batch.rows) {
        REEVE_TRY(store_->insert(row));
    }
    return {};
}

base::Done Recorder::Impl::write_aside(Batch& batch) {
    for (const auto& [index, received] : batch.duplicates) {
        REEVE_TRY(store_->count_duplicate(index, received));
    }
    for (const Contradiction& found : cases_.contradictions()) {
        store::ConflictRow row;
        row.index = found.index;
        row.other = found.other;
        row.kind = store::ConflictKind::other_version;
        row.source = found.key.source;
        row.transaction = found.key.id;
        const std::uint64_t first = tree_.size();
        const store::NewEntry& entry = batch.rows[static_cast<std::size_t>(found.index - first)];
        row.id = domain::EventId(std::string(entry.id));
        row.sequence = entry.sequence;
        row.digest = sha_.of(entry.body);
        row.received = row.last_received = entry.received;
        batch.conflicts.emplace_back(entry.source, std::move(row));
        ++batch.published->counts.conflicts;
        if (const auto state = source(found.key.source)) {
            touch(**state);
            ++(*state)->row.conflicts;
        }
    }
    for (const auto& [source, row] : batch.conflicts) {
        REEVE_TRY(store_->insert_conflict(source, row));
        batch.published->conflicts.push_back(row);
    }
    for (const auto& [source, row] : batch.quarantined) {
        REEVE_TRY(store_->insert_quarantine(source, row));
        batch.published->quarantined.push_back(row);
    }
    for (store::BatchRow changed : batch.batches) {
        const auto state = source(changed.source);
        if (!state) {
            return state.fault();
        }
        REEVE_TRY(store_->save_batch((*state)->number, changed));
    }
    return {};
}

base::Done Recorder::Impl::write_sources(Batch& batch) {
    for (const auto& held : sources_) {
        SourceState& state = *held.second;
        if (!state.touched) {
            continue;
        }
        for (auto& [from, gap] : state.line.take_changes()) {
            REEVE_TRY(gap ? store_->save_gap(state.number, *gap) : store_->drop_gap(state.number, from));
        }
        const std::uint64_t before = state.row.open_gaps;
        state.row.highest = state.line.highest();
        state.row.contiguous = state.line.contiguous();
        state.row.settled = state.line.settled();
        state.row.open_gaps = state.line.open_gaps();
        batch.published->counts.gaps += state.row.open_gaps > before ? state.row.open_gaps - before : 0;
        REEVE_TRY(store_->save_source(state.number, state.row));
    }
    return {};
}

base::Done Recorder::Impl::write_cases(Batch& batch) {
    for (const store::CaseRow& row : cases_.changed()) {
        const auto state = source(row.key.source);
        if (!state) {
            return state.fault();
        }
        REEVE_TRY(store_->save_case((*state)->number, row));
    }
    for (const store::DecisionRow& row : batch.new_decisions) {
        const auto state = source(row.source);
        if (!state) {
            return state.fault();
        }
        REEVE_TRY(store_->insert_decision((*state)->number, row));
    }
    for (const store::DecisionRow& row : batch.signed_drafts) {
        REEVE_TRY(store_->replace_draft(row));
    }
    for (const store::ReceiptRow& row : batch.receipts) {
        REEVE_TRY(store_->insert_receipt(row));
    }
    // The store checks every single step against the rules, so they are written one by one.
    for (const store::DecisionRow& row : batch.decision_steps) {
        REEVE_TRY(store_->update_decision(row));
    }
    for (const store::RosterRow& row : batch.rosters) {
        const auto state = source(row.source);
        if (!state) {
            return state.fault();
        }
        REEVE_TRY(store_->insert_roster((*state)->number, row));
    }
    for (const auto& [name, value] : batch.settings) {
        REEVE_TRY(store_->set_meta(name, value));
    }
    return {};
}

base::Done Recorder::Impl::write_tree(const ledger::Tree& tree, const std::vector<ledger::KeptNode>& kept) {
    for (const ledger::KeptNode& node : kept) {
        REEVE_TRY(store_->insert_node(node.level, node.index, node.hash));
    }
    const domain::Digest root = tree.root(leaves_.hasher());
    REEVE_TRY(store_->set_meta("frontier", tree.serialise()));
    return store_->set_meta("root", base::as_text(root));
}

} // namespace record
