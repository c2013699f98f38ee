// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/access.h"
#include "app/record/recorder.h"

#include <memory>

namespace handover {

/// The lock is ours: straight into the record.
class LocalAccess final : public Access {
public:
    explicit LocalAccess(std::unique_ptr<record::Recorder> recorder)
        : recorder_(std::move(recorder)) {}

    [[nodiscard]] base::Result<record::Counts> append(const std::vector<record::Frame>& frames) override;
    [[nodiscard]] base::Result<store::BatchRow> begin_batch(const domain::SourceId& source,
                                                            const domain::Digest& content) override;
    [[nodiscard]] base::Result<store::BatchRow> end_batch(std::int64_t number) override;
    [[nodiscard]] base::Result<store::BatchRow> resolve_batch(std::int64_t number, bool keep,
                                                              const domain::PersonId& by) override;
    [[nodiscard]] base::Done decide(const domain::SignedDecision& decision, domain::DecisionState state) override;
    [[nodiscard]] base::Done keep_roster(const domain::SourceId& source, const domain::SignedRoster& roster) override;
    [[nodiscard]] base::Done keep_policy(const record::PolicyStep& step, const domain::SourceId& source,
                                         const domain::EventId& id) override;

    [[nodiscard]] record::Recorder& recorder() { return *recorder_; }

private:
    std::unique_ptr<record::Recorder> recorder_;
};

/// The lock when it is free, the keeper when it answers. Faults: those of record::Recorder::open; locked when the
/// keeper has no open door (an older program, or one that is just ending).
[[nodiscard]] base::Result<std::unique_ptr<Access>> open_access(record::Options options, const base::Clock& clock);

} // namespace handover
