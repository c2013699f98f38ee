// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/decision_step.h"
#include "app/record/lookup.h"
#include "app/record/node_reader.h"
#include "app/record/recorder_impl.h"
#include "app/record/subject.h"

#include "app/wire/signed_bytes.h"

#include <unordered_map>

namespace record {

namespace {

base::Fault altered(std::uint64_t index) {
    return base::Fault{base::FaultCode::corrupt,
                       "an entry of the record is not the one that was recorded; it was altered, restore a backup",
                       "entry " + std::to_string(index)};
}

/// Folds the whole record again, entry by entry.
class Rebuild {
public:
    Rebuild(store::Store& store, HistoryLookup& lookup)
        : store_(store)
        , lookup_(lookup) {}

    base::Done take(const store::Entry& entry) {
        switch (entry.kind) {
        case store::EntryKind::event: return take_event(entry);
        case store::EntryKind::decision: {
            if (const auto decision = wire::decode_decision(entry.body)) {
                decisions_.insert_or_assign(entry.id.bytes(), *decision);
            } // else a draft that is not complete yet; its steps are no matter of a case
            return {};
        }
        case store::EntryKind::decision_state: return take_step(entry);
        case store::EntryKind::verdict:
            REEVE_TRY(fold_.fold(judged_in(entry), lookup_));
            adopt();
            return {};
        case store::EntryKind::receipt:
        case store::EntryKind::view:
        case store::EntryKind::configuration:
        case store::EntryKind::roster:
        case store::EntryKind::plan:
        case store::EntryKind::quarantine:
        case store::EntryKind::conflict:
        case store::EntryKind::batch:
        case store::EntryKind::export_:
        case store::EntryKind::policy:
        case store::EntryKind::note: return {};
        }
        return {};
    }

    [[nodiscard]] std::unordered_map<domain::TransactionKey, store::CaseRow>& cases() { return cases_; }

private:
    base::Done take_event(const store::Entry& entry) {
        auto event = wire::decode_event(entry.body);
        if (!event) {
            return altered(entry.index);
        }
        const RecordedEvent recorded{entry.index, std::move(*event), entry.received, entry.batch,
                                     lookup_.is_suspected(entry.batch)};
        REEVE_TRY(fold_.fold(recorded, lookup_));
        if (const auto* version = std::get_if<domain::TransactionVersion>(&recorded.event.payload)) {
            const auto source = store_.source_number(entry.source);
            if (!source) {
                return source.fault();
            }
            lookup_.know(store::transaction_key(store_.hash(), *source, version->key.id.bytes()));
        }
        adopt();
        return {};
    }

    base::Done take_step(const store::Entry& entry) {
        const auto step = read_decision_step(entry.body);
        const auto decision = decisions_.find(entry.id.bytes());
        if (step && (step->to == domain::DecisionState::drafted || step->to == domain::DecisionState::refused)) {
            return {};
        }
        if (!step || decision == decisions_.end()) {
            return altered(entry.index);
        }
        REEVE_TRY(fold_.fold(decision->second, step->to, entry.index, entry.time, lookup_));
        adopt();
        return {};
    }

    void adopt() {
        for (store::CaseRow& row : fold_.changed()) {
            cases_.insert_or_assign(row.key, row);
        }
        fold_.adopt();
    }

    store::Store& store_;
    HistoryLookup& lookup_;
    CaseFold fold_;
    std::unordered_map<std::string, domain::Decision> decisions_;
    std::unordered_map<domain::TransactionKey, store::CaseRow> cases_;
};

} // namespace

base::Done verify_entries(store::Store& store, std::uint64_t from, std::uint64_t to, LeafMaker& leaves) {
    return store.walk(from, to, true, [&](const store::Entry& entry) -> base::Done {
        if (leaves.leaf(entry) != entry.leaf) {
            return altered(entry.index);
        }
        return {};
    });
}

base::Done verify_all(store::Store& store, const domain::Digest& root, LeafMaker& leaves) {
    ledger::Tree tree;
    std::vector<ledger::KeptNode> kept;
    const auto size = store.size();
    if (!size) {
        return size.fault();
    }
    REEVE_TRY(store.walk(0, *size, true, [&](const store::Entry& entry) -> base::Done {
        const domain::Digest leaf = leaves.leaf(entry);
        if (entry.index != tree.size() || leaf != entry.leaf) {
            return altered(entry.index);
        }
        tree.append(leaf, leaves.hasher(), kept);
        kept.clear();
        return {};
    }));
    if (tree.root(leaves.hasher()) != root) {
        return base::Fault{base::FaultCode::corrupt, "the entries do not lead to the root of the record", "root"};
    }
    return {};
}

base::Done Recorder::verify_leaves() const {
    return verify_all(*impl_->store_, root(), impl_->leaves_);
}

base::Done Recorder::verify_cases() const {
    HistoryLookup lookup(*impl_->store_, impl_->known_);
    lookup.is_suspected = [this](std::int64_t batch) { return impl_->was_suspected(batch); };
    Rebuild rebuild(*impl_->store_, lookup);
    REEVE_TRY(impl_->store_->walk(0, impl_->tree_.size(), true,
                                  [&](const store::Entry& entry) { return rebuild.take(entry); }));
    const auto kept = impl_->store_->all_cases(false);
    if (!kept) {
        return kept.fault();
    }
    const auto differs = [](const domain::TransactionKey& key) {
        return base::Fault{base::FaultCode::corrupt, "a case is not what the record folds to",
                           key.source.bytes() + " " + key.id.bytes()};
    };
    for (const store::CaseRow& row : *kept) {
        const auto found = rebuild.cases().find(row.key);
        if (found == rebuild.cases().end() || !(found->second == row)) {
            return differs(row.key);
        }
        rebuild.cases().erase(found);
    }
    return rebuild.cases().empty() ? base::Done() : base::Done(differs(rebuild.cases().begin()->first));
}

} // namespace record
