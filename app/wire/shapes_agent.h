// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"
#include "app/wire/rules.h"
#include "app/wire/shape.h"

/// Inner header of this room: the JSON members of agents, mandates, conversations and assessments.
namespace wire {

template <>
struct Shape<domain::Agent> {
    using T = domain::Agent;
    static constexpr std::array slots = {
        field<&T::id>("agent_id"),
        field<&T::budget, optional>("budget"),
        field<&T::group, optional>("group"),
        field<&T::heartbeat_seconds, optional, rules::not_negative>("heartbeat_seconds"),
        field<&T::holds_orders, defaulted>("holds_orders"),
        field<&T::kind>("kind"),
        field<&T::model, optional>("model"),
        field<&T::name, optional>("name"),
        field<&T::owner, optional>("owner_id"),
        field<&T::owner_name, optional>("owner_name"),
    };
};

template <>
struct Shape<domain::AgentUpdated> {
    using T = domain::AgentUpdated;
    static constexpr std::array slots = {
        field<&T::agent>("agent_id"),
        field<&T::note, optional>("note"),
        field<&T::status>("status"),
    };
};

template <>
struct Shape<domain::HeartbeatSent> {
    static constexpr std::array slots = {field<&domain::HeartbeatSent::agent>("agent_id")};
};

template <>
struct Shape<domain::ProbationChanged> {
    using T = domain::ProbationChanged;
    static constexpr std::array slots = {
        field<&T::agent>("agent_id"),
        field<&T::note, optional>("note"),
        field<&T::on_probation>("on_probation"),
    };
};

template <>
struct Shape<domain::Mandate> {
    using T = domain::Mandate;
    static constexpr std::array slots = {
        field<&T::agent>("agent_id"),
        field<&T::categories, optional>("categories"),
        field<&T::id>("mandate_id"),
        field<&T::not_after>("not_after"),
        field<&T::not_before, optional>("not_before"),
        field<&T::owner, optional>("owner_id"),
        field<&T::per_month, optional>("per_month"),
        field<&T::per_transaction, optional>("per_transaction"),
        field<&T::purpose, optional>("purpose"),
        field<&T::suppliers, optional>("supplier_ids"),
    };
};

template <>
struct Shape<domain::MandateRevoked> {
    using T = domain::MandateRevoked;
    static constexpr std::array slots = {
        field<&T::mandate>("mandate_id"),
        field<&T::note, optional>("note"),
    };
};

template <>
struct Shape<domain::HeardAlternative> {
    using T = domain::HeardAlternative;
    static constexpr std::array slots = {
        field<&T::confidence_permille, required, rules::permille>("confidence_permille"),
        field<&T::text>("text"),
    };
};

template <>
struct Shape<domain::HeardAmount> {
    using T = domain::HeardAmount;
    static constexpr std::array slots = {
        field<&T::read_back, optional>("read_back"),
        field<&T::said>("said"),
        field<&T::understood>("understood"),
    };
};

template <>
struct Shape<domain::Turn> {
    using T = domain::Turn;
    static constexpr std::array slots = {
        field<&T::alternatives, optional>("alternatives"),
        field<&T::amounts, optional>("amounts"),
        field<&T::channel>("channel"),
        field<&T::confidence_permille, optional, rules::optional_permille>("confidence_permille"),
        field<&T::conversation>("conversation_id"),
        field<&T::number, required, rules::counts_from_one>("number"),
        field<&T::party>("party"),
        field<&T::speaker, defaulted>("speaker"),
        field<&T::speaker_name, optional>("speaker_name"),
        field<&T::text, optional>("text"),
        field<&T::transaction, optional>("transaction_id"),
    };
};

template <>
struct Shape<domain::Finding> {
    using T = domain::Finding;
    static constexpr std::array slots = {
        field<&T::code, required, rules::not_empty>("code"),
        field<&T::text, optional>("text"),
    };
};

template <>
struct Shape<domain::Assessment> {
    using T = domain::Assessment;
    static constexpr std::array slots = {
        field<&T::escalation, optional>("escalation"),
        field<&T::expires, optional>("expires"),
        field<&T::findings, optional>("findings"),
        field<&T::if_nobody_acts, optional>("if_nobody_acts"),
        field<&T::moment>("moment"),
        field<&T::tier>("tier"),
        field<&T::transaction>("transaction_id"),
        field<&T::version, required, rules::counts_from_one>("version"),
    };
};

} // namespace wire
