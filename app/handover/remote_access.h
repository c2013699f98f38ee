// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/access.h"
#include "app/handover/message.h"

#include <QLocalSocket>

#include <filesystem>
#include <memory>

namespace handover {

/// The keeper writes for us, over the private socket in the store's folder.
class RemoteAccess final : public Access {
public:
    /// Faults: unreachable.
    [[nodiscard]] static base::Result<std::unique_ptr<RemoteAccess>> connect(const std::filesystem::path& store);

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

    /// A person's own view of an order. Faults besides: conflict (noted already).
    [[nodiscard]] base::Done note_view(const NoteView& view);
    /// The keeper asks its gateway for the plan of a rollback. Faults besides: those of the gateway; unsupported (the
    /// keeper has no gateway).
    [[nodiscard]] base::Result<domain::Plan> make_plan(const domain::TransactionId& transaction,
                                                       const std::optional<domain::Money>& amount);
    [[nodiscard]] base::Result<KeeperInfo> who();

private:
    RemoteAccess() = default;
    [[nodiscard]] base::Result<Answer> ask(const Job& job);
    template <class T>
    [[nodiscard]] base::Result<T> ask_for(const Job& job);
    [[nodiscard]] base::Done ask_done(const Job& job);

    QLocalSocket socket_;
    QByteArray read_;
};

} // namespace handover
