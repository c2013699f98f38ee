// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/publishing.h"
#include "app/record/published.h"
#include "app/verdicts/publishing.h"
#include "app/wire/policy_bytes.h"

#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

namespace decisions {

class Decisions;

/// Publishes policies with the key, the roster and the record of the decisions desk, on its thread, and offers what is
/// in force (and what waits for a second person) to the gateway.
class Publisher final : public ports::Publishing {
public:
    explicit Publisher(Decisions& desk)
        : desk_(desk) {}

    void standing(ports::Reply<ports::PolicyStanding> reply) override;
    void review(ports::PolicyDraft draft, ports::Reply<ports::PolicyReview> reply) override;
    void sign(ports::PolicyReview review, ports::Reply<ports::PolicyStanding> reply) override;
    void withdraw(domain::Digest digest, ports::Reply<ports::PolicyStanding> reply) override;
    void follow(ports::Subscription<ports::PolicyStanding> subscriber) override;

    /// Writing thread: a policy, a roster or a setting among what was written is news.
    void published(const record::Published& published);
    /// Gives the gateway what it does not have yet.
    void offer();
    /// Takes up proposals of other people, which the gateway holds; from now on.
    void watch();

private:
    // All of these run on the desk's worker.
    base::Result<verdicts::PolicyLine> line();
    std::optional<verdicts::PolicySeat> seat();
    base::Result<verdicts::PolicySeat> needed_seat();
    base::Result<ports::PolicyStanding> standing_now();
    base::Result<ports::PolicyReview> review_now(const ports::PolicyDraft& draft);
    base::Result<verdicts::SignedStep> signed_step(const ports::PolicyReview& review);
    using Answer = std::function<void(base::Result<ports::PolicyStanding>)>;
    void write(base::Result<verdicts::SignedStep> step, const Answer& reply);
    void take_answer(const base::Result<wire::PolicyStatus>& answer, std::int64_t offered);
    void take_proposal(const domain::PolicyEnvelope& told);
    void take_withdrawals(const std::vector<wire::Envelope>& told);
    base::Result<verdicts::SignedStep> signed_withdrawal(const domain::Digest& digest);
    void tell();

    Decisions& desk_;
    std::set<domain::Digest> told_back_; ///< worker: withdrawals that go to the gateway in this session already
    std::mutex mutex_;                   ///< everything below
    std::vector<ports::Subscription<ports::PolicyStanding>> followers_;
    ports::GatewayPolicy gateway_;
};

} // namespace decisions
