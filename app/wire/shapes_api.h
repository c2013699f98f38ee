// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wire/api.h"
#include "app/wire/rules.h"
#include "app/wire/shapes_decision.h"
#include "app/wire/shapes_envelope.h"
#include "app/wire/shapes_order.h"

/// Inner header of this room: the JSON members of the bodies of the HTTP interface.
namespace wire {

template <>
struct Shape<Ack> {
    static constexpr std::array slots = {
        field<&Ack::sequence>("sequence"),
        field<&Ack::source>("source"),
    };
};

template <>
struct Shape<ClaimRequest> {
    using T = ClaimRequest;
    static constexpr std::array slots = {
        field<&T::epoch, optional, rules::not_negative64>("epoch"),
        field<&T::person>("person_id"),
        field<&T::transaction>("transaction_id"),
    };
};

template <>
struct Shape<Claim> {
    using T = Claim;
    static constexpr std::array slots = {
        field<&T::epoch, required, rules::not_negative64>("epoch"),
        field<&T::expires>("expires"),
        field<&T::person>("person_id"),
        field<&T::transaction>("transaction_id"),
    };
};

template <>
struct Shape<ReceiptAnswer> {
    static constexpr std::array slots = {field<&ReceiptAnswer::receipt>("receipt")};
};

template <>
struct Shape<TransactionStatus> {
    using T = TransactionStatus;
    static constexpr std::array slots = {
        field<&T::expires, optional>("expires"),
        field<&T::plan, optional>("plan"),
        field<&T::state>("state"),
        field<&T::subject>("subject"),
        field<&T::subject_digest>("subject_digest"),
        field<&T::transaction>("transaction_id"),
        field<&T::version, required, rules::counts_from_one>("version"),
    };
};

template <>
struct Shape<PlanRequest> {
    static constexpr std::array slots = {field<&PlanRequest::amount, optional>("amount")};
};

template <>
struct Shape<GatewayInfo> {
    using T = GatewayInfo;
    static constexpr std::array slots = {
        field<&T::administrator_key, optional>("administrator_key"),
        field<&T::first_sequence, optional>("first_sequence"),
        field<&T::gateway_key>("gateway_key"),
        field<&T::holds_orders, defaulted>("holds_orders"),
        field<&T::last_sequence, optional>("last_sequence"),
        field<&T::name>("name"),
        field<&T::policy_version, optional>("policy_version"),
        field<&T::roster_version, optional, rules::not_negative64>("roster_version"),
        field<&T::source>("source"),
        field<&T::time>("time"),
        field<&T::version>("version"),
    };
};

template <>
struct Shape<Problem> {
    using T = Problem;
    static constexpr std::array slots = {
        field<&T::advice, optional>("advice"), field<&T::code, optional>("code"),
        field<&T::detail, optional>("detail"), field<&T::status, optional, rules::http_status>("status"),
        field<&T::title, optional>("title"),   field<&T::type, defaulted>("type"),
    };
};

template <>
struct Shape<Announcement> {
    using T = Announcement;
    static constexpr std::array slots = {
        field<&T::certificate, required, rules::not_empty>("certificate"),
        field<&T::gateway_key>("gateway_key"),
        field<&T::port, required, rules::port>("port"),
        field<&T::source>("source"),
        field<&T::token, optional>("token"),
    };
};

} // namespace wire
