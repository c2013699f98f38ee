// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/authority/roster_rule.h"

#include <set>
#include <string>

namespace authority {

using base::Fault;
using base::FaultCode;

namespace {

base::Done check_member(const domain::Member& member) {
    if (member.id.empty() || member.key == domain::PublicKey{}) {
        return Fault{FaultCode::invalid_argument, "a member of the roster has no id or no key", member.id.bytes()};
    }
    std::set<std::string_view> currencies;
    for (const domain::Money& limit : member.limits) {
        if (limit.minor < 0 || !limit.currency.valid() || !currencies.insert(limit.currency.code()).second) {
            return Fault{FaultCode::invalid_argument, "a member's limits are negative or twice in one currency",
                         member.id.bytes()};
        }
    }
    return {};
}

base::Done check_members(const domain::Roster& roster) {
    if (roster.members.empty()) {
        return Fault{FaultCode::invalid_argument, "the roster has no members", "members"};
    }
    std::set<domain::PersonId> ids;
    std::set<domain::PublicKey> keys;
    for (const domain::Member& member : roster.members) {
        REEVE_TRY(check_member(member));
        if (!ids.insert(member.id).second || !keys.insert(member.key).second) {
            return Fault{FaultCode::invalid_argument, "two members of the roster share an id or a key",
                         member.id.bytes()};
        }
    }
    if (roster.solo && roster.solo_delay_seconds <= 0) {
        return Fault{FaultCode::invalid_argument, "solo mode needs a delay", "solo_delay_seconds"};
    }
    return {};
}

} // namespace

base::Done accept_roster(const domain::SignedRoster& offered, const std::optional<domain::SignedRoster>& current,
                         const std::optional<domain::PublicKey>& administrator, const Verifier& verify) {
    if (administrator ? offered.key != *administrator : current && offered.key != current->key) {
        return Fault{FaultCode::untrusted, "the roster is not signed by the configured administrator", "key"};
    }
    if (!verify || !verify(offered.key, offered.signed_bytes, offered.signature)) {
        return Fault{FaultCode::bad_signature, "the roster's signature does not verify", "signature"};
    }
    REEVE_TRY(check_members(offered.roster));
    if (!current) {
        return offered.roster.version >= 1
                   ? base::Done{}
                   : Fault{FaultCode::invalid_argument, "the first version of a roster is 1", "version"};
    }
    const std::int64_t known = current->roster.version;
    if (offered.roster.version < known) {
        return Fault{FaultCode::stale, "a newer roster is in force", std::to_string(known)};
    }
    if (offered.roster.version == known) {
        return offered.signed_bytes == current->signed_bytes
                   ? base::Done{}
                   : Fault{FaultCode::conflict, "this version of the roster has other content", std::to_string(known)};
    }
    if (offered.roster.version != known + 1) {
        return Fault{FaultCode::invalid_argument, "a version of the roster was left out", std::to_string(known)};
    }
    return {};
}

} // namespace authority
