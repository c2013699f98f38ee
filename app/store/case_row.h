// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"
#include "app/domain/tier.h"
#include "app/domain/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace store {

/// Who asked for a person: the platform waits (requested), or we found it ourselves (raised).
enum class CaseOrigin { requested, raised };

/// Where a case stands. The first five need a person and make the inbox.
enum class CaseState {
    waiting,      ///< the order is held, somebody has to decide
    raised,       ///< noticed; nothing waits for it
    in_doubt,     ///< nobody knows whether money moved
    troubled,     ///< approved or rolled back, and it failed: the platform could not carry it out, wholly or in part
    conflicted,   ///< contradicting versions or reports: not decidable, to be looked into
    decided,      ///< a decision is under way or accepted; the outcome is not known yet
    executed,     ///< closed: carried out
    undone,       ///< closed: returned or cancelled
    expired,      ///< closed: nobody decided
    acknowledged, ///< closed: somebody took note of what we found; the platform was never asked
};

[[nodiscard]] std::string_view name_of(CaseState state);
[[nodiscard]] std::optional<CaseState> case_state(std::string_view name);
[[nodiscard]] std::string_view name_of(CaseOrigin origin);
/// True for the five states that need a person, and for decided: what the inbox lists.
[[nodiscard]] bool is_open(CaseState state);

/// A transaction that needs, or needed, a person: what the inbox lists, folded from the record and kept beside it.
struct CaseRow {
    domain::TransactionKey key;
    CaseState state = CaseState::waiting;
    CaseOrigin origin = CaseOrigin::requested;
    std::int32_t version = 1; ///< the newest
    domain::Digest digest{};  ///< subject digest of `version`
    domain::AgentId agent;
    domain::OwnerId owner;
    domain::Supplier supplier;
    std::string category;
    domain::UntrustedText purpose;       ///< why the agent says that it wants this; its first 1,000 bytes
    std::optional<domain::Money> amount; ///< gross
    domain::Tier tier = domain::Tier::automatic;
    domain::Moment moment = domain::Moment::before_execution;
    domain::TransactionState transaction_state = domain::TransactionState::requested;
    std::string escalation;               ///< the platform's word
    std::string codes;                    ///< findings and causes, machine-readable, separated by blanks
    domain::UntrustedText if_nobody_acts; ///< in the platform's words
    std::optional<base::Instant> expires;
    std::string policy_version;  ///< of the gateway's policy when the case opened; empty: none was published yet
    std::int32_t awaited = 0;    ///< versions are missing before this one; 0: none
    domain::DecisionId decision; ///< the newest decision about it, if any
    domain::PersonId claimed_by; ///< who is looking, as the gateway says
    std::int64_t claim_epoch = 0;
    std::optional<base::Instant> claim_expires;
    base::Instant opened{};           ///< event time of what opened it
    base::Instant changed{};          ///< event time of the last change
    std::uint64_t opened_index = 0;   ///< entry that opened it
    std::uint64_t changed_index = 0;  ///< newest entry folded in
    std::uint64_t subject_index = 0;  ///< entry (requested or amended) that holds the subject of `version`
    bool suspected_duplicate = false; ///< from a batch that is set aside
    /// What our own policy says of `judged_version`; nothing: not judged yet.
    std::optional<domain::Tier> our_tier;
    std::int32_t judged_version = 0;
    friend bool operator==(const CaseRow&, const CaseRow&) = default;
};

} // namespace store
