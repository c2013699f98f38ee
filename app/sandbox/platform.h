// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/burst.h"
#include "app/sandbox/colleague.h"
#include "app/sandbox/event_log.h"
#include "app/sandbox/faults.h"
#include "app/sandbox/options.h"
#include "app/sandbox/policy_desk.h"
#include "app/sandbox/rehearsal.h"
#include "app/sandbox/replay.h"
#include "app/sandbox/scenarios.h"
#include "app/sandbox/timeline.h"
#include "app/sandbox/traffic.h"
#include "app/wire/api.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace sandbox {

/// The simulated agent platform as a whole: one lock, one agenda, one log. Requests of the server and the ticking of
/// time enter here, and nothing leaves before it is durable.
class Platform {
public:
    Platform(const Options& options, Identity& identity, Timeline& timeline, Press::Sink sink);
    ~Platform();

    /// Enters an event that the log kept, before begin(). Faults: malformed.
    [[nodiscard]] base::Done recover(std::string_view json);
    /// Registers the fleet, or takes up where the log ended; then traffic and scenarios.
    [[nodiscard]] base::Done begin(std::uint64_t last_sequence);

    /// Carries out what is due now, in virtual time one moment of the agenda. False when nothing is left to do.
    bool tick();
    /// Ticks on a thread of its own until stop() or a fault.
    void run();
    void stop();
    /// The fault that ended the ticking, if one did.
    [[nodiscard]] std::optional<base::Fault> fault() const;

    // The gateway's interface. Each is durable when it returns; after a commit that failed, each returns that fault.
    // Faults become problem documents in the server.
    [[nodiscard]] base::Result<domain::Receipt> decide(const wire::Envelope& envelope);
    [[nodiscard]] base::Result<domain::Receipt> receipt_of(const domain::DecisionId& id) const;
    [[nodiscard]] base::Result<wire::Claim> claim(const wire::ClaimRequest& request);
    [[nodiscard]] base::Done release(const domain::TransactionId& id, std::int64_t epoch);
    [[nodiscard]] base::Result<wire::TransactionStatus> transaction(const domain::TransactionId& id) const;
    [[nodiscard]] base::Result<domain::Plan> plan(const domain::TransactionId& id,
                                                  const std::optional<domain::Money>& amount = std::nullopt);
    /// The administrator's key to keep, when the first roster was trusted on first use.
    [[nodiscard]] base::Done put_roster(const wire::Envelope& envelope);
    [[nodiscard]] std::optional<domain::SignedRoster> roster() const;
    /// Faults: PolicyDesk::take's.
    [[nodiscard]] base::Result<wire::PolicyStatus> put_policy(const domain::PolicyEnvelope& envelope);
    /// Kept before it is answered. Faults: PolicyDesk::withdraw's, those of keeping it.
    [[nodiscard]] base::Result<wire::PolicyStatus> withdraw_policy(const wire::PolicyWithdrawalRequest& request);
    [[nodiscard]] wire::PolicyStatus policy() const;
    [[nodiscard]] wire::GatewayInfo info() const;

    [[nodiscard]] const base::Clock& clock() const { return timeline_; }

    // For tests.
    [[nodiscard]] base::Done play(const std::string& scenario);
    [[nodiscard]] base::Done advance(std::chrono::seconds by);

private:
    void found_world();
    void begin_traffic();
    /// Plays the scenarios that were asked for, at once or behind the everyday traffic.
    [[nodiscard]] base::Done begin_scenarios();
    void play_behind_traffic();
    void resume_world();
    [[nodiscard]] base::Done commit();
    [[nodiscard]] base::Done run_due(base::Instant now);
    [[nodiscard]] base::Done begin_replay();
    [[nodiscard]] base::Done begin_rehearsal();
    /// What the fast path owes since the last time. True when there is more to do at once.
    [[nodiscard]] base::Result<bool> run_burst(base::Instant now);
    [[nodiscard]] bool is_enough() const;

    const Options& options_;
    Identity& identity_;
    Timeline& timeline_;
    mutable std::mutex mutex_;
    std::condition_variable stopping_;
    bool stop_ = false;
    std::optional<base::Fault> fault_;
    Book book_;
    Press press_;
    Agenda agenda_;
    HouseRules rules_;
    Random random_;
    Orders orders_;
    Compensation compensation_;
    Desk desk_;
    PolicyDesk policy_desk_;
    Colleague colleague_;
    Traffic traffic_;
    Stage stage_;
    std::unique_ptr<Burst> burst_;
    base::Instant burst_since_{};
    std::unique_ptr<Replay> replay_;
    std::unique_ptr<Rehearsal> rehearsal_;
};

} // namespace sandbox
