// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"

#include <map>
#include <set>

namespace facts {

/// Master data as the feed tells it: agents, mandates, contracts, probation. The latest word counts.
class Register {
public:
    void apply(const domain::Event& event);

    /// A record and when it was told last.
    template <class T>
    struct Told {
        T record;
        base::Instant at{};
        friend bool operator==(const Told&, const Told&) = default;
    };

    /// nullptr: not on file.
    [[nodiscard]] const Told<domain::Agent>* agent(const domain::AgentId& id) const;
    [[nodiscard]] const Told<domain::Mandate>* mandate(const domain::MandateId& id) const;
    [[nodiscard]] bool revoked(const domain::MandateId& id) const { return revoked_.contains(id); }
    [[nodiscard]] const Told<domain::Contract>* contract(const domain::ContractId& id) const;
    [[nodiscard]] bool on_probation(const domain::AgentId& id) const { return probation_.contains(id); }

    [[nodiscard]] bool has_agents() const { return !agents_.empty(); }
    [[nodiscard]] bool has_mandates() const { return !mandates_.empty(); }
    [[nodiscard]] bool has_contracts() const { return !contracts_.empty(); }

    /// Defaulted behind the class: in it, clang forgets the templates that were called before (up to 16 at least).
    bool operator==(const Register& other) const;

private:
    std::map<domain::AgentId, Told<domain::Agent>> agents_;
    std::map<domain::MandateId, Told<domain::Mandate>> mandates_;
    std::set<domain::MandateId> revoked_;
    std::map<domain::ContractId, Told<domain::Contract>> contracts_;
    std::set<domain::AgentId> probation_;
};

} // namespace facts
