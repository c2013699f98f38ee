// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/roster_member.h"

#include "app/base/encoding.h"
#include "app/crypto/key_file.h"
#include "app/crypto/signing.h"
#include "app/domain/names.h"

namespace ctl {

namespace {

constexpr std::chrono::days membership{365};

base::Fault wrong(std::string detail) {
    return {base::FaultCode::invalid_argument, std::move(detail), {}};
}

json::Value value_of(const domain::Member& member) {
    json::Value out = json::Value::object({{"person_id", json::Value(member.id.bytes())},
                                           {"name", json::Value(member.name.bytes())},
                                           {"role", json::Value(member.role)},
                                           {"key", json::Value(base::to_base64(member.key))},
                                           {"highest_tier", json::Value(domain::name_of(member.highest_tier))},
                                           {"simulated", json::Value(member.simulated)},
                                           {"not_after", json::Value(base::to_rfc3339(member.not_after))}});
    json::Value permissions = json::Value::array();
    for (const domain::Permission permission : member.permissions) {
        permissions.append(json::Value(domain::name_of(permission)));
    }
    out.set("permissions", std::move(permissions));
    json::Value limits = json::Value::array();
    for (const domain::Money& limit : member.limits) {
        limits.append(ctl::value_of(limit));
    }
    out.set("limits", std::move(limits));
    return out;
}

base::Result<domain::PublicKey> member_key(const Context& context) {
    const std::string text = context.arguments.value("key");
    if (text.empty()) {
        return crypto::KeyFile::public_key(context.folders.person_key());
    }
    auto key = base::array_from_base64<32>(text);
    if (!key) {
        return wrong("--key needs a public key in base64, as reevectl key show prints it");
    }
    return key;
}

base::Result<domain::Money> limit_of(const std::string& text) {
    const auto currency = domain::Currency::from_code(text.substr(0, 3));
    if (!currency || text.size() < 5 || text[3] != ':') {
        return wrong("--limit needs a currency and an amount, e.g. GBP:5000");
    }
    auto amount = domain::from_decimal(text.substr(4), *currency);
    if (!amount || amount->minor < 0) {
        return wrong("--limit needs a currency and an amount, e.g. GBP:5000");
    }
    return amount;
}

} // namespace

void show_roster(Terminal& terminal, const domain::Roster& roster, const std::optional<domain::PublicKey>& signer) {
    json::Value members = json::Value::array();
    terminal.say("Roster version " + std::to_string(roster.version) + ", issued " + base::to_rfc3339(roster.issued) +
                 (signer ? ", signed by " + crypto::fingerprint(*signer) : ", not signed"));
    for (const domain::Member& member : roster.members) {
        members.append(value_of(member));
        std::string line = "  " + shown(member.id.bytes()) + "  " + shown(member.name.bytes()) + "  " +
                           shown(member.role) + "  up to " + std::string(domain::name_of(member.highest_tier));
        for (const domain::Money& limit : member.limits) {
            line += ", " + shown(limit);
        }
        for (const domain::Permission permission : member.permissions) {
            line += " " + std::string(domain::name_of(permission));
        }
        terminal.say(line + (member.simulated ? "  SIMULATED" : "") + "  until " +
                     base::to_rfc3339(member.not_after).substr(0, 10) + "  " + crypto::fingerprint(member.key));
    }
    json::Value out = json::Value::object({{"version", json::Value::decimal(roster.version)},
                                           {"issued", json::Value(base::to_rfc3339(roster.issued))},
                                           {"members", std::move(members)}});
    if (signer) {
        out.set("administrator", crypto::fingerprint(*signer));
    }
    terminal.give(out);
}

base::Result<domain::Member> member_of(const Context& context) {
    const Arguments& arguments = context.arguments;
    domain::Member member;
    member.id = domain::PersonId(arguments.value("person"));
    if (member.id.empty()) {
        return wrong("--person says who is added");
    }
    member.name = domain::UntrustedText(arguments.has("name") ? arguments.value("name") : arguments.value("person"));
    member.role = arguments.has("role") ? arguments.value("role") : "manager";
    member.simulated = arguments.has("simulated");
    member.not_after = context.clock.now() + membership;
    const auto key = member_key(context);
    if (!key) {
        return key.fault();
    }
    member.key = *key;
    for (const std::string& text : arguments.values("permission")) {
        const auto permission = domain::from_name<domain::Permission>(text);
        if (!permission) {
            return wrong("--permission is one of view, decide, configure, export, verify, stop");
        }
        member.permissions.push_back(*permission);
    }
    if (member.permissions.empty()) {
        member.permissions = {domain::Permission::view};
    }
    for (const std::string& text : arguments.values("limit")) {
        const auto limit = limit_of(text);
        if (!limit) {
            return limit.fault();
        }
        member.limits.push_back(*limit);
    }
    if (arguments.has("tier")) {
        const auto tier = domain::from_name<domain::Tier>(arguments.value("tier"));
        if (!tier) {
            return wrong("--tier is one of automatic, confirm, sign_off, dual_sign_off, blocked");
        }
        member.highest_tier = *tier;
    }
    return member;
}

} // namespace ctl
