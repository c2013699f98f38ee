// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/key_sketch.h"
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
    [[nodiscard]] base::Result<std::optional<Judged>> judged(const domain::TransactionKey& key,
                                                             std::uint64_t before) override;
    [[nodiscard]] base::Result<domain::TransactionState> reported(const domain::TransactionKey& key,
                                                                  std::uint64_t before) override;
    [[nodiscard]] bool digest_holds(const domain::Event& event) override { return record::digest_holds(event); }

private:
    /// The header of an entry, of the batch or the store; nothing where it is about another transaction.
    [[nodiscard]] base::Result<std::optional<store::Entry>> header(std::uint64_t index,
                                                                   const domain::TransactionKey& key) const;
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
    [[nodiscard]] base::Result<std::optional<Judged>> judged(const domain::TransactionKey& key,
                                                             std::uint64_t before) override;
    [[nodiscard]] base::Result<domain::TransactionState> reported(const domain::TransactionKey& key,
                                                                  std::uint64_t before) override;
    [[nodiscard]] bool digest_holds(const domain::Event& event) override { return record::digest_holds(event); }
    /// Tells which transactions were requested up to here.
    void know(std::uint64_t key) { seen_.insert(key); }
    std::function<bool(std::int64_t)> is_suspected;

private:
    [[nodiscard]] base::Result<std::optional<store::Entry>> header(std::uint64_t index,
                                                                   const domain::TransactionKey& key) const;
    store::Store& store_;
    const KnownIndex& known_;
    base::KeySketch seen_;
};

} // namespace record
