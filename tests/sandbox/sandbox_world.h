// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/platform.h"
#include "supervisor.h"

#include <string>
#include <vector>

/// A whole platform in memory and in virtual time: no files, no network, no waiting.
class SandboxWorld {
public:
    /// With a roster of manager, second and simulated colleague, unless `with_roster` is false.
    explicit SandboxWorld(bool with_roster = true, sandbox::Options options = quiet());
    [[nodiscard]] static sandbox::Options quiet();

    void play(const std::string& scenario, int seconds = 60);
    void advance(int seconds);

    /// The transactions that are in this state now, oldest first.
    [[nodiscard]] std::vector<domain::TransactionId> in_state(domain::TransactionState state) const;
    [[nodiscard]] domain::TransactionId only_held() const;
    [[nodiscard]] wire::TransactionStatus status(const domain::TransactionId& id) const;

    /// A decision about the order as it stands; amount and payee where approving needs them.
    [[nodiscard]] domain::Decision draft(const domain::TransactionId& id, domain::Verb verb);
    [[nodiscard]] domain::Decision draft_stop(const std::string& agent, domain::Verb verb);
    /// Stops or resumes a tier; the gateway has to accept it.
    domain::Decision stop_tier(domain::Tier tier, domain::Verb verb);
    /// "accepted", "awaiting_second", "refused over_limit", or the fault's code.
    std::string decide(const domain::Decision& decision);

    /// What happened to a transaction from event number `from` on, in short words: "held started completed".
    [[nodiscard]] std::string story(const domain::TransactionId& id, std::size_t from = 0) const;
    /// The receipts of a decision in order, "accepted executed".
    [[nodiscard]] std::string receipts(const domain::DecisionId& id) const;
    [[nodiscard]] std::size_t count(domain::EventType type) const;
    template <class Payload>
    [[nodiscard]] std::vector<Payload> payloads() const {
        std::vector<Payload> found;
        for (const domain::Event& event : events) {
            if (const auto* payload = std::get_if<Payload>(&event.payload)) {
                found.push_back(*payload);
            }
        }
        return found;
    }

    sandbox::Options options;
    sandbox::Identity identity;
    sandbox::Timeline timeline;
    Supervisor people;
    std::vector<std::string> groups; ///< as the log would keep them
    std::vector<domain::Event> events;
    bool disk_is_full = false;
    sandbox::Platform platform;
};
