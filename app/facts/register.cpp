// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facts/register.h"

namespace facts {

namespace {

template <class Map, class Key>
const typename Map::mapped_type* find(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

} // namespace

void Register::apply(const domain::Event& event) {
    if (const auto* agent = std::get_if<domain::Agent>(&event.payload)) {
        agents_[agent->id] = {*agent, event.time};
    } else if (const auto* mandate = std::get_if<domain::Mandate>(&event.payload)) {
        mandates_[mandate->id] = {*mandate, event.time};
        revoked_.erase(mandate->id);
    } else if (const auto* gone = std::get_if<domain::MandateRevoked>(&event.payload)) {
        revoked_.insert(gone->mandate);
    } else if (const auto* contract = std::get_if<domain::Contract>(&event.payload)) {
        contracts_[contract->id] = {*contract, event.time};
    } else if (const auto* probation = std::get_if<domain::ProbationChanged>(&event.payload)) {
        probation->on_probation ? static_cast<void>(probation_.insert(probation->agent))
                                : static_cast<void>(probation_.erase(probation->agent));
    }
}

const Register::Told<domain::Agent>* Register::agent(const domain::AgentId& id) const {
    return find(agents_, id);
}

const Register::Told<domain::Mandate>* Register::mandate(const domain::MandateId& id) const {
    return find(mandates_, id);
}

const Register::Told<domain::Contract>* Register::contract(const domain::ContractId& id) const {
    return find(contracts_, id);
}

bool Register::operator==(const Register& other) const = default;

} // namespace facts
