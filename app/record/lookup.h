// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record/case_fold.h"
#include "app/record/recorder_impl.h"
#include "app/record/subject.h"

namespace record {

/// What the case fold asks, answered from the batch under way and the store.
class Recorder::Impl::Lookup final : public SubjectLookup {
public:
    Lookup(Impl& impl, const Batch& batch)
        : impl_(impl)
        , batch_(batch) {}

    using SubjectLookup::newest;
    [[nodiscard]] base::Result<std::optional<KnownSubject>>
    newest(const domain::TransactionKey& key, std::uint64_t before, std::optional<std::int32_t> version) override;
    [[nodiscard]] bool digest_holds(const domain::Event& event) override { return record::digest_holds(event); }

private:
    Impl& impl_;
    const Batch& batch_;
};

/// The same for a fold of the whole record, entry by entry: everything is in the store.
class HistoryLookup final : public SubjectLookup {
public:
    explicit HistoryLookup(store::Store& store, const KnownIndex& known)
        : store_(store)
        , known_(known) {}

    using SubjectLookup::newest;
    [[nodiscard]] base::Result<std::optional<KnownSubject>>
    newest(const domain::TransactionKey& key, std::uint64_t before, std::optional<std::int32_t> version) override;
    [[nodiscard]] bool digest_holds(const domain::Event& event) override { return record::digest_holds(event); }
    /// Tells which transactions were requested up to here.
    void know(std::uint64_t key) { seen_.insert(key, 0); }
    std::function<bool(std::int64_t)> is_suspected;

private:
    store::Store& store_;
    const KnownIndex& known_;
    store::Fingerprints seen_;
};

} // namespace record
