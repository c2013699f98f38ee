// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervisor.h"

#include "app/crypto/digest.h"

namespace {

crypto::SigningKey key_of(const char* name) {
    return crypto::SigningKey::from_seed(crypto::sha256(std::string_view(name))).value();
}

domain::Member member(const char* id, const domain::PublicKey& key) {
    domain::Member made;
    made.id = domain::PersonId(id);
    made.name = domain::UntrustedText(id);
    made.role = "manager";
    made.key = key;
    made.permissions = {domain::Permission::view, domain::Permission::decide, domain::Permission::stop};
    for (const char* currency : {"EUR", "GBP", "USD"}) {
        made.limits.push_back({10'000'000, domain::Currency::from_code(currency).value()});
    }
    made.highest_tier = domain::Tier::dual_sign_off;
    made.not_after = base::from_rfc3339("2099-01-01T00:00:00Z").value();
    return made;
}

wire::Envelope sealed(const crypto::SigningKey& key, std::string bytes) {
    wire::Envelope envelope;
    envelope.signature = key.sign(bytes).value();
    envelope.signed_bytes = std::move(bytes);
    envelope.key = key.public_key();
    return envelope;
}

} // namespace

Supervisor::Supervisor()
    : administrator_(key_of("administrator"))
    , manager_(key_of("manager"))
    , second_(key_of("second")) {}

domain::Roster Supervisor::roster(std::int64_t version, const domain::PublicKey& colleague) const {
    domain::Roster roster;
    roster.version = version;
    roster.issued = base::from_rfc3339("2026-03-01T00:00:00Z").value();
    roster.members = {member("manager", manager_.public_key()), member("second", second_.public_key())};
    if (colleague != domain::PublicKey{}) {
        roster.members.push_back(member("colleague", colleague));
        roster.members.back().simulated = true;
    }
    return roster;
}

wire::Envelope Supervisor::signed_roster(const domain::Roster& roster) const {
    return sealed(administrator_, wire::roster_bytes(roster));
}

wire::Envelope Supervisor::signed_decision(const domain::Decision& decision) const {
    return sealed(decision.person.bytes() == "second" ? second_ : manager_, wire::decision_bytes(decision));
}

domain::Decision Supervisor::blank(const domain::SourceId& source, domain::Verb verb, base::Instant now,
                                   const std::string& id) {
    domain::Decision decision;
    decision.id = domain::DecisionId(id.empty() ? "decision-" + std::to_string(++decisions_) : id);
    decision.source = source;
    decision.verb = verb;
    decision.reason_code = "tested";
    decision.person = domain::PersonId("manager");
    decision.role = "manager";
    decision.roster_version = 1;
    decision.not_before = now;
    decision.not_after = now + std::chrono::minutes(10);
    return decision;
}
