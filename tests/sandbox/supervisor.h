// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/crypto/signing.h"
#include "app/domain/roster.h"
#include "app/wire/signed_bytes.h"

#include <string>

/// The people of the tests: an administrator, a manager and a second one, with keys of their own.
class Supervisor {
public:
    Supervisor();

    /// A roster with manager and second, and the colleague where a key is given.
    [[nodiscard]] domain::Roster roster(std::int64_t version, const domain::PublicKey& colleague = {}) const;
    [[nodiscard]] wire::Envelope signed_roster(const domain::Roster& roster) const;
    /// Signed by the manager, or by the second.
    [[nodiscard]] wire::Envelope signed_decision(const domain::Decision& decision) const;

    /// A decision of the manager about nothing yet, valid for ten minutes from `now` on.
    [[nodiscard]] domain::Decision blank(const domain::SourceId& source, domain::Verb verb, base::Instant now,
                                         const std::string& id = {});

    [[nodiscard]] const domain::PublicKey& administrator() const { return administrator_.public_key(); }

private:
    crypto::SigningKey administrator_;
    crypto::SigningKey manager_;
    crypto::SigningKey second_;
    int decisions_ = 0;
};
