// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"
#include "app/wire/rules.h"
#include "app/wire/shape.h"
#include "app/wire/shapes_order.h"
#include "app/wire/shapes_policy.h"

/// Inner header of this room: the JSON members of decisions and what follows from them.
namespace wire {

template <>
struct Shape<domain::Decision> {
    using T = domain::Decision;
    static constexpr std::array slots = {
        field<&T::agent, optional>("agent_id"),
        field<&T::amount, optional>("amount"),
        field<&T::checkpoint, optional>("checkpoint"),
        field<&T::claim_epoch, optional, rules::not_negative64>("claim_epoch"),
        field<&T::id>("decision_id"),
        field<&T::delegation, optional>("delegation"),
        field<&T::not_after>("not_after"),
        field<&T::not_before, optional>("not_before"),
        field<&T::payee, optional>("payee"),
        field<&T::person>("person_id"),
        field<&T::plan_digest, optional>("plan_digest"),
        field<&T::policy_version, optional>("policy_version"),
        field<&T::reason_code, optional>("reason_code"),
        field<&T::reason_text, optional>("reason_text"),
        field<&T::role, optional>("role"),
        field<&T::roster_version, defaulted, rules::not_negative64>("roster_version"),
        field<&T::source>("source"),
        field<&T::subject_digest, optional>("subject_digest"),
        field<&T::transaction, optional>("transaction_id"),
        field<&T::verb>("verb"),
        field<&T::version, optional, rules::not_negative>("version"),
    };
    /// stop and resume name an agent and no transaction; all others name transaction, version and digest.
    static const char* complaint(const T& decision);
};

template <>
struct Shape<domain::Receipt> {
    using T = domain::Receipt;
    static constexpr std::array slots = {
        field<&T::advice, optional>("advice"), field<&T::claim_epoch, optional, rules::not_negative64>("claim_epoch"),
        field<&T::code, optional>("code"),     field<&T::decision_digest>("decision_digest"),
        field<&T::decision>("decision_id"),    field<&T::issued>("issued"),
        field<&T::outcome>("outcome"),         field<&T::id>("receipt_id"),
    };
};

template <>
struct Shape<domain::Member> {
    using T = domain::Member;
    static constexpr std::array slots = {
        field<&T::highest_tier, defaulted>("highest_tier"),
        field<&T::key>("key"),
        field<&T::limits, optional>("limits"),
        field<&T::name, optional>("name"),
        field<&T::not_after>("not_after"),
        field<&T::permissions, optional>("permissions"),
        field<&T::id>("person_id"),
        field<&T::role, optional>("role"),
        field<&T::simulated, defaulted>("simulated"),
    };
};

template <>
struct Shape<domain::Roster> {
    using T = domain::Roster;
    static constexpr std::array slots = {
        field<&T::issued>("issued"),
        field<&T::members, optional>("members"),
        field<&T::solo, defaulted>("solo"),
        field<&T::solo_delay_seconds, optional, rules::not_negative64>("solo_delay_seconds"),
        field<&T::version, required, rules::not_negative64>("version"),
    };
};

template <>
struct Shape<domain::ConfirmationGiven> {
    using T = domain::ConfirmationGiven;
    static constexpr std::array slots = {
        field<&T::confirms>("confirms"),          field<&T::key>("key"),
        field<&T::note, optional>("note"),        field<&T::reviewer, required, rules::not_empty>("reviewer"),
        field<&T::signature>("signature"),        field<&T::subject_digest>("subject_digest"),
        field<&T::transaction>("transaction_id"), field<&T::version, required, rules::counts_from_one>("version"),
    };
};

template <>
struct Shape<domain::Step> {
    using T = domain::Step;
    static constexpr std::array slots = {
        field<&T::action>("action"),
        field<&T::cost, optional>("cost"),
        field<&T::deadline, optional>("deadline"),
        field<&T::description, optional>("description"),
        field<&T::party, optional>("party"),
        field<&T::result, optional>("result"),
        field<&T::reversible>("reversible"),
        field<&T::state, defaulted>("state"),
        field<&T::id>("step_id"),
    };
};

template <>
struct Shape<domain::Plan> {
    using T = domain::Plan;
    static constexpr std::array slots = {
        field<&T::amount, optional>("amount"),
        field<&T::digest>("digest"),
        field<&T::id>("plan_id"),
        field<&T::steps, optional>("steps"),
        field<&T::transaction>("transaction_id"),
        field<&T::version, required, rules::counts_from_one>("version"),
    };
};

template <>
struct Shape<domain::StepTaken> {
    using T = domain::StepTaken;
    static constexpr std::array slots = {
        field<&T::cost, optional>("cost"), field<&T::plan>("plan_id"), field<&T::result, optional>("result"),
        field<&T::state>("state"),         field<&T::step>("step_id"), field<&T::transaction>("transaction_id"),
    };
};

template <>
struct Shape<domain::HoldChanged> {
    using T = domain::HoldChanged;
    static constexpr std::array slots = {
        field<&T::code, optional>("code"),
        field<&T::decision, optional>("decision_id"),
        field<&T::expires, optional>("expires"),
        field<&T::transaction>("transaction_id"),
        field<&T::version, required, rules::counts_from_one>("version"),
    };
};

template <>
struct Shape<domain::StopChanged> {
    using T = domain::StopChanged;
    static constexpr std::array slots = {
        field<&T::agent>("agent_id"),      field<&T::decision, optional>("decision_id"),
        field<&T::note, optional>("note"), field<&T::ordered_by, optional>("ordered_by"),
        field<&T::stop>("stop_id"),
    };
};

template <>
struct Shape<domain::PolicyPublished> {
    using T = domain::PolicyPublished;
    static constexpr std::array slots = {
        field<&T::digest>("digest"),
        field<&T::policy, optional>("policy"),
        field<&T::published_by, optional>("published_by"),
        field<&T::version, required, rules::not_empty>("version"),
    };
};

template <>
struct Shape<domain::ClaimChanged> {
    using T = domain::ClaimChanged;
    static constexpr std::array slots = {
        field<&T::epoch, required, rules::not_negative64>("epoch"),
        field<&T::expires, optional>("expires"),
        field<&T::person, optional>("person_id"),
        field<&T::transaction>("transaction_id"),
    };
};

} // namespace wire
