// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"

#include <map>
#include <optional>
#include <set>
#include <utility>

namespace authority {

/// The first of two signatures.
struct FirstSignature {
    domain::DecisionId id;
    domain::PersonId person;
    domain::PublicKey key{};
    domain::Verb verb = domain::Verb::approve;
    std::optional<domain::Money> amount;
    bool simulated = false;
    domain::PersonId authority{}; ///< whose authority it stands on; empty: the person's own
    friend bool operator==(const FirstSignature&, const FirstSignature&) = default;
};

/// What was used up: decision ids, decided versions, and first signatures that wait for the second. A gateway keeps it
/// for ever (rebuilt from its accepted decisions after a restart).
class Spent {
public:
    /// The decision id can never be used again, whatever became of it.
    void use(const domain::DecisionId& id);
    /// The version is decided: no other decision settles it.
    void settle(const domain::TransactionId& transaction, std::int32_t version);
    /// One of two signatures is in.
    void sign_first(const domain::TransactionId& transaction, std::int32_t version, FirstSignature first);
    /// The first signature is void (the version was amended, expired or settled).
    void drop_first(const domain::TransactionId& transaction, std::int32_t version);

    [[nodiscard]] bool used(const domain::DecisionId& id) const;
    [[nodiscard]] bool settled(const domain::TransactionId& transaction, std::int32_t version) const;
    [[nodiscard]] const FirstSignature* first(const domain::TransactionId& transaction, std::int32_t version) const;

private:
    using Version = std::pair<domain::TransactionId, std::int32_t>;
    std::set<domain::DecisionId> ids_;
    std::set<Version> settled_;
    std::map<Version, FirstSignature> first_;
};

} // namespace authority
