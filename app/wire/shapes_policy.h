// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/writer.h"
#include "app/wire/policy_bytes.h"
#include "app/wire/rules.h"
#include "app/wire/shapes_envelope.h"

/// Inner header of this room: the JSON members of a published policy and of what a gateway says about it.
namespace wire {

template <>
struct Shape<domain::PolicySignature> {
    using T = domain::PolicySignature;
    static constexpr std::array slots = {field<&T::key>("key"), field<&T::signature>("signature")};
};

template <>
struct Shape<domain::PolicyEnvelope> {
    using T = domain::PolicyEnvelope;
    static constexpr std::array slots = {
        field<&T::signatures>("signatures"),
        Slot<T>{"signed", required,
                [](json::View view, T& into, Reading& reading) { read_base64(view, into.signed_bytes, reading); },
                [](Cursor& cursor, T& into) { return quick_base64(cursor, into.signed_bytes); },
                [](json::Writer& writer, const T& value) { writer.base64(value.signed_bytes); },
                [](const T& value) { return value.signed_bytes.empty(); }},
    };
    /// One or two signatures.
    static const char* complaint(const T& envelope);
};

template <>
struct Shape<domain::PolicyEdition> {
    using T = domain::PolicyEdition;
    static void read_policy_document(json::View view, T& into, Reading& reading);
    static constexpr std::array slots = {
        // The policy itself, as an object of its own schema; kept in canonical form.
        Slot<T>{"document", required, read_policy_document, [](Cursor&, T&) { return false; },
                [](json::Writer& writer, const T& value) { writer.raw(value.document); },
                [](const T& value) { return value.document.empty(); }},
        field<&T::document_digest>("document_digest"),
        field<&T::not_before, optional>("not_before"),
        field<&T::note, optional>("note"),
        field<&T::number, required, rules::counts_from_one64>("number"),
        field<&T::previous, optional>("previous"),
        field<&T::proposed>("proposed"),
        field<&T::proposed_by>("proposed_by"),
        field<&T::roster_version, required, rules::counts_from_one64>("roster_version"),
        field<&T::solo, defaulted>("solo"),
        field<&T::source>("source"),
    };
    /// `not_before` stands where, and only where, nobody else signs.
    static const char* complaint(const T& edition);
};

template <>
struct Shape<domain::PolicyWithdrawal> {
    using T = domain::PolicyWithdrawal;
    static constexpr std::array slots = {
        field<&T::edition>("edition"),     field<&T::number, required, rules::counts_from_one64>("number"),
        field<&T::person>("person_id"),    field<&T::source>("source"),
        field<&T::withdrawn>("withdrawn"),
    };
};

template <>
struct Shape<PolicyWithdrawalRequest> {
    using T = PolicyWithdrawalRequest;
    static constexpr std::array slots = {
        field<&T::policy>("policy"),
        field<&T::withdrawal>("withdrawal"),
    };
};

template <>
struct Shape<PolicyStatus> {
    using T = PolicyStatus;
    static constexpr std::array slots = {
        field<&T::cannot_judge, optional>("cannot_judge"),
        field<&T::digest, optional>("digest"),
        field<&T::number, optional, rules::not_negative64>("number"),
        field<&T::policy, optional>("policy"),
        field<&T::proposal, optional>("proposal"),
        field<&T::version, optional>("version"),
        field<&T::waits_for, optional>("waits_for"),
        field<&T::withdrawn, optional>("withdrawn"),
    };
};

} // namespace wire
