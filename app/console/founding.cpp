// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/founding.h"

#include "app/crypto/key_file.h"
#include "app/crypto/signing.h"
#include "app/wire/signed_bytes.h"

#include <array>
#include <filesystem>
#include <system_error>

namespace console {

namespace {

constexpr std::chrono::days membership{365};

/// One million whole units in each currency that a sandbox trades in.
std::vector<domain::Money> sandbox_limits() {
    constexpr std::array<std::string_view, 9> codes = {"EUR", "GBP", "USD", "JPY", "CHF", "SEK", "KWD", "PLN", "CNY"};
    std::vector<domain::Money> limits;
    for (const std::string_view code : codes) {
        const auto currency = domain::Currency::from_code(code);
        if (currency) {
            if (const auto limit = domain::from_decimal("1000000", *currency)) {
                limits.push_back(*limit);
            }
        }
    }
    return limits;
}

domain::Member member(std::string id, std::string name, const domain::PublicKey& key, base::Instant now) {
    domain::Member one;
    one.id = domain::PersonId(std::move(id));
    one.name = domain::UntrustedText(std::move(name));
    one.role = "manager";
    one.key = key;
    one.permissions = {domain::Permission::view, domain::Permission::decide, domain::Permission::stop};
    one.limits = sandbox_limits();
    one.highest_tier = domain::Tier::dual_sign_off;
    one.not_after = now + membership;
    return one;
}

/// The administrator's key: made now, or the one of an earlier attempt that went wrong half-way.
base::Result<crypto::SigningKey> administrator(const std::filesystem::path& file, std::string_view passphrase) {
    std::error_code error;
    if (std::filesystem::exists(file, error)) {
        return crypto::KeyFile::open(file, passphrase);
    }
    auto key = crypto::SigningKey::generate();
    if (!key) {
        return key.fault();
    }
    REEVE_TRY(crypto::KeyFile::create(file, *key, passphrase));
    return key;
}

} // namespace

base::Result<domain::SignedRoster> found_roster(const premises::Folders& folders, const std::string& user,
                                                const domain::PublicKey& user_key,
                                                const std::optional<domain::PublicKey>& colleague_key,
                                                std::string_view passphrase, base::Instant now) {
    const auto key = administrator(folders.administrator_key(), passphrase);
    if (!key) {
        return key.fault();
    }
    domain::Roster roster;
    roster.version = 1;
    roster.issued = now;
    roster.members.push_back(member(user, user, user_key, now));
    roster.members.back().permissions.insert(
        roster.members.back().permissions.end(),
        {domain::Permission::configure, domain::Permission::export_, domain::Permission::verify});
    if (colleague_key) {
        roster.members.push_back(member("simulated-colleague", "Simulated colleague", *colleague_key, now));
        roster.members.back().simulated = true;
        // So that a policy finds its second person in a sandbox, too.
        roster.members.back().permissions.push_back(domain::Permission::configure);
    }
    domain::SignedRoster signed_roster;
    signed_roster.signed_bytes = wire::roster_bytes(roster);
    signed_roster.roster = std::move(roster);
    signed_roster.key = key->public_key();
    const auto signature = key->sign(signed_roster.signed_bytes);
    if (!signature) {
        return signature.fault();
    }
    signed_roster.signature = *signature;
    return signed_roster;
}

} // namespace console
