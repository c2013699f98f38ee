// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox_world.h"

#include "app/crypto/digest.h"
#include "app/json/value.h"
#include "app/wire/policy_bytes.h"

#include <QtGlobal>

#include <string>

/// A world in which manager and second may also publish, and a policy with these further members is in
/// force. One order waits, of the tier sign-off.
class PolicyCourt {
public:
    explicit PolicyCourt(const std::string& members)
        : world(false) {
        domain::Roster roster = world.people.roster(1);
        for (domain::Member& member : roster.members) {
            member.permissions.push_back(domain::Permission::configure);
        }
        roster.members.back().role = "buyer";
        if (!world.platform.put_roster(world.people.signed_roster(roster))) {
            qFatal("the roster is not taken");
        }
        const std::string text =
            R"({"format":"reeve-policy/1","version":"v1","title":"T","modes":{"*":"enforce"},)"
            R"("tiers":[{"tier":"confirm","from":{"minor":"100","currency":"GBP"}}],)"
            R"("rates":{"name":"R","date":"2026-03-02","rates":[{"from":"GBP","to":"EUR","rate":"1.15"}]},)" +
            members + "}";
        domain::PolicyEdition edition;
        edition.number = 1;
        edition.document = json::canonicalize(text).value();
        edition.document_digest = crypto::sha256(edition.document);
        edition.source = world.identity.source;
        edition.proposed_by = domain::PersonId("manager");
        edition.roster_version = 1;
        edition.note = domain::UntrustedText("because");
        edition.proposed = world.timeline.now();
        domain::PolicyEnvelope envelope{wire::policy_bytes(edition), {}};
        for (const char* seed : {"manager", "second"}) {
            const auto key = crypto::SigningKey::from_seed(crypto::sha256(std::string_view(seed))).value();
            envelope.signatures.push_back({key.public_key(), key.sign(envelope.signed_bytes).value()});
        }
        if (!world.platform.put_policy(envelope)) {
            qFatal("the policy is not taken");
        }
        world.play("expired-contract");
        id = world.only_held();
        for (const domain::Event& event : world.events) {
            held_at = event.type == domain::EventType::transaction_held ? event.time : held_at;
        }
    }

    std::string decide(domain::Verb verb, const std::string& person = "manager", const std::string& delegation = {}) {
        domain::Decision decision = world.draft(id, verb);
        decision.person = domain::PersonId(person);
        decision.role = person == "second" ? "buyer" : "manager";
        decision.delegation = delegation;
        return world.decide(decision);
    }

    SandboxWorld world;
    domain::TransactionId id;
    base::Instant held_at{};
};
