// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace domain {

/// One line of a policy's delegation of authority (procurement's DOA matrix): up to which total commitment a person, or
/// everybody in a role of the roster, may approve.
struct AuthorityLine {
    std::string id;
    PersonId person;  ///< either a person …
    std::string role; ///< … or a role
    /// What it speaks about; an empty list: any. All three have to fit.
    std::vector<std::string> categories;
    std::vector<std::string> cost_centres;
    std::vector<std::string> groups; ///< of agents
    Money up_to;
    friend bool operator==(const AuthorityLine&, const AuthorityLine&) = default;
};

/// Authority that one person lends another for a time. Only what a line of the policy gives can be lent; what was lent
/// cannot be lent again.
struct Delegation {
    std::string id;
    PersonId from;
    PersonId to;
    base::Instant since{};      ///< inclusive
    base::Instant until{};      ///< exclusive
    std::optional<Money> up_to; ///< nothing: all that `from` has
    std::string reason;
    friend bool operator==(const Delegation&, const Delegation&) = default;
};

struct AuthorityMatrix {
    std::vector<AuthorityLine> lines;
    std::vector<Delegation> delegations;

    /// Without a line nothing limits who may approve how much; the roster's own limits hold all the same.
    [[nodiscard]] bool limits() const { return !lines.empty(); }
    friend bool operator==(const AuthorityMatrix&, const AuthorityMatrix&) = default;
};

/// An amount in another currency; nothing where no rate joins the two.
using Exchange = std::function<std::optional<Money>(const Money&, const Currency&)>;

} // namespace domain
