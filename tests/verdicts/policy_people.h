// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/authority/policy_rule.h"
#include "app/crypto/digest.h"
#include "app/crypto/signing.h"
#include "app/domain/roster.h"
#include "app/wire/policy_bytes.h"
#include "app/wire/signed_bytes.h"

#include <map>
#include <string>
#include <vector>

/// The people of the tests of publishing, each with a key of their own: ann and ben may publish, cid may not, dan's
/// membership is over, sim is simulated; eve is on no roster. And a small policy with a tier to move.
class PolicyPeople {
public:
    static constexpr const char* source = "urn:test:gateway";

    PolicyPeople() {
        std::uint8_t number = 1;
        for (const char* name : {"ann", "ben", "cid", "dan", "sim", "eve", "admin"}) {
            crypto::Seed seed{};
            seed.fill(number++);
            keys_.emplace(name, crypto::SigningKey::from_seed(seed).value());
        }
    }

    [[nodiscard]] const crypto::SigningKey& key(const std::string& name) const { return keys_.at(name); }

    [[nodiscard]] domain::SignedRoster roster(std::int64_t version = 1, bool solo = false) const {
        domain::SignedRoster made;
        made.roster.version = version;
        made.roster.solo = solo;
        made.roster.solo_delay_seconds = solo ? 3600 : 0;
        made.roster.issued = base::from_rfc3339("2026-03-01T08:00:00Z").value();
        for (const char* name : {"ann", "ben", "cid", "dan", "sim"}) {
            domain::Member member;
            member.id = domain::PersonId(name);
            member.name = domain::UntrustedText(name);
            member.role = "manager";
            member.key = key(name).public_key();
            member.permissions = {domain::Permission::view};
            if (std::string(name) != "cid") {
                member.permissions.push_back(domain::Permission::configure);
            }
            member.simulated = std::string(name) == "sim";
            member.not_after =
                base::from_rfc3339(std::string(name) == "dan" ? "2026-03-01T09:00:00Z" : "2030-01-01T00:00:00Z")
                    .value();
            made.roster.members.push_back(member);
        }
        made.signed_bytes = wire::roster_bytes(made.roster);
        made.key = key("admin").public_key();
        made.signature = key("admin").sign(made.signed_bytes).value();
        return made;
    }

    /// A policy whose confirm tier begins at so many cents; `test_tier`: what its one test case expects of 500 euros.
    [[nodiscard]] static std::string document(const std::string& version, int from_cents,
                                              const std::string& test_tier = "confirm") {
        return R"({"format":"reeve-policy/1","version":")" + version +
               R"(","title":"Ours","modes":{"*":"enforce"},"tiers":[{"tier":"confirm","from":{"minor":")" +
               std::to_string(from_cents) +
               R"(","currency":"EUR"}}],"tests":[{"title":"Five hundred euros","given":{"gross":"500.00 EUR"},"tier":")" +
               test_tier + R"("}]})";
    }

    [[nodiscard]] static domain::PolicyEdition edition(std::int64_t number, const std::string& document,
                                                       const std::optional<domain::Digest>& previous = {}) {
        domain::PolicyEdition made;
        made.number = number;
        made.document = json_canonical(document);
        made.document_digest = crypto::sha256(made.document);
        made.source = domain::SourceId(source);
        made.proposed_by = domain::PersonId("ann");
        made.roster_version = 1;
        made.note = domain::UntrustedText("because");
        made.previous = previous;
        made.proposed = base::from_rfc3339("2026-03-01T10:00:00Z").value();
        return made;
    }

    [[nodiscard]] domain::PolicyEnvelope sign(const domain::PolicyEdition& edition,
                                              const std::vector<std::string>& names) const {
        domain::PolicyEnvelope envelope{wire::policy_bytes(edition), {}};
        for (const std::string& name : names) {
            envelope.signatures.push_back({key(name).public_key(), key(name).sign(envelope.signed_bytes).value()});
        }
        return envelope;
    }

    [[nodiscard]] static domain::Digest digest(const domain::PolicyEnvelope& envelope) {
        return crypto::sha256(envelope.signed_bytes);
    }

    /// What takes a proposal back, signed by `who` as `as`.
    [[nodiscard]] domain::SignedPolicyWithdrawal take_back(const domain::PolicyEnvelope& proposal,
                                                           const std::string& who, const std::string& as) const {
        const auto edition = wire::decode_policy(proposal.signed_bytes).value();
        domain::SignedPolicyWithdrawal made;
        made.withdrawal = {digest(proposal), edition.number, edition.source, domain::PersonId(as),
                           base::from_rfc3339("2026-03-02T10:00:00Z").value()};
        made.signed_bytes = wire::withdrawal_bytes(made.withdrawal);
        made.key = key(who).public_key();
        made.signature = key(who).sign(made.signed_bytes).value();
        return made;
    }

private:
    static std::string json_canonical(const std::string& text);

    std::map<std::string, crypto::SigningKey> keys_;
};

#include "app/json/value.h"

inline std::string PolicyPeople::json_canonical(const std::string& text) {
    return json::canonicalize(text).value();
}
