// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/fault.h"
#include "app/domain/event.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"
#include "app/domain/names.h"
#include "app/domain/unanswered.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ports {

/// One stored event as a table shows it. `index` is its place in the record and its identity on the screen.
struct FeedRow {
    std::uint64_t index = 0;
    domain::SourceId source;
    std::uint64_t sequence = 0;
    std::optional<domain::EventType> type; ///< nothing: a type this build does not know
    base::Instant time{};                  ///< as the platform says
    base::Instant received{};
    domain::AgentId agent;
    domain::TransactionId transaction; ///< empty where the event is about none
    std::int32_t version = 0;
    std::optional<domain::Money> amount; ///< gross
    std::optional<domain::Tier> tier;    ///< as the platform says
    std::optional<domain::Tier> ours;    ///< as our policy says; nothing: not judged yet, or no order
    std::string category;                ///< of the goods; outside text
    domain::UntrustedText counterpart;   ///< supplier or customer
    domain::UntrustedText summary;       ///< the event's own words: purpose, text of a turn, note
};

/// Immutable, in rising order of index. What a subscriber sees is durable already.
struct FeedBatch {
    std::vector<FeedRow> rows;
    base::Instant newest_read{}; ///< when the newest event was read from the socket
};

/// What our own policy says of a version of an order, which is known some milliseconds after its row.
struct OwnTier {
    std::uint64_t order = 0; ///< entry of the version in the record: FeedRow::index
    domain::Tier tier = domain::Tier::blocked;
    friend bool operator==(const OwnTier&, const OwnTier&) = default;
};
using OwnTiers = std::vector<OwnTier>; ///< in rising order of `order`

/// Which way a case came to a person.
enum class CaseOrigin { requested, raised };

/// What an open case waits for.
enum class CaseState {
    open,
    decided,
    awaiting_second,
    in_doubt,
    executed,
    rejected,
    expired,
    failed,
    rolled_back,
    partly_rolled_back,
    withdrawn,
    acknowledged ///< what we found was taken note of
};

/// One transaction that needs, or needed, a person.
struct CaseRow {
    domain::TransactionKey key;
    std::int32_t version = 1;
    domain::Digest digest{};
    CaseOrigin origin = CaseOrigin::requested;
    CaseState state = CaseState::open;
    domain::TransactionState transaction_state = domain::TransactionState::requested;
    domain::Tier tier = domain::Tier::confirm;
    domain::Moment moment = domain::Moment::before_execution;
    domain::AgentId agent;
    domain::UntrustedText counterpart;
    domain::UntrustedText purpose;
    domain::Money gross;
    std::vector<std::string> codes; ///< why: the platform's machine-readable findings
    base::Instant opened{};
    std::optional<base::Instant> expires; ///< when the hold ends without a decision
    std::optional<domain::DecisionId> decision;
    std::optional<domain::DecisionState> decision_state;
    domain::UntrustedText if_nobody_acts;       ///< what happens at `expires`, in the platform's words
    domain::PersonId claimed_by;                ///< who is looking, as the gateway says; empty: nobody
    std::int64_t claim_epoch = 0;               ///< fencing number of that claim
    std::optional<base::Instant> claim_expires; ///< until when, unless it is renewed
    std::string policy_version; ///< of the gateway's policy in force when the case opened; empty: unknown
    bool raised = false;        ///< open, but nobody waits for a decision: to be acknowledged
    bool conflict = false;      ///< versions contradict each other: not decidable
    /// What our own policy says of the current version; nothing: it is not judged yet.
    std::optional<domain::Tier> our_tier;
    /// When the time to answer of the policy that was in force when the current version came is over; nothing: it sets
    /// none for this tier.
    std::optional<base::Instant> answer_by{};
    std::optional<domain::Unanswered> unanswered{}; ///< what happens then; nothing: the gateway's own rules decide
    bool escalated = false; ///< nobody answered in time, and the one whom the policy names has it now
    /// What the policy of the two above calls itself: the one in force when the current version came.
    std::string answer_policy{};
    bool answer_policy_overtaken = false; ///< another one is in force now
    std::string category{};               ///< of the goods, as the order names it

    /// The sooner of the platform's end and the policy's.
    [[nodiscard]] std::optional<base::Instant> ends() const {
        return !expires ? answer_by : !answer_by ? expires : std::min(*expires, *answer_by);
    }
};

/// Cases that are new or changed; a row replaces the one with its key.
struct CaseChanges {
    std::vector<CaseRow> changed;
};

enum class LinkState { idle, connecting, live, stale, waiting, refused };

/// What the status strip says. Sent whenever something in it changes, at most four times a second.
struct Health {
    LinkState link = LinkState::idle;
    domain::SourceId source;
    std::string gateway; ///< the gateway's own name; outside text
    std::optional<base::Instant> last_heard;
    std::optional<base::Instant> next_attempt; ///< when waiting
    base::Microseconds lag{0};                 ///< newest event's time to now, while live
    double events_per_second = 0;              ///< over the last 5 s
    std::uint64_t stored = 0;                  ///< entries in the record
    std::uint64_t gaps = 0;                    ///< missing sequence numbers right now
    std::uint64_t duplicates = 0;
    std::uint64_t conflicts = 0;
    std::uint64_t quarantined = 0;
    std::uint64_t unsent = 0; ///< decisions signed and not yet answered
    std::uint64_t store_bytes = 0;
    bool opening = false;                   ///< the store is being opened; nothing can be asked yet
    bool read_only = false;                 ///< another process keeps the store
    std::string keeper;                     ///< who keeps it, when read_only
    std::optional<base::Fault> link_fault;  ///< why the link is refused, or why the last attempt failed
    std::optional<base::Fault> store_fault; ///< why nothing is being stored (disk full, …): loud
    /// Why signed decisions wait for the gateway, while any do; its place is a word as that of DecisionRow::fault.
    std::optional<base::Fault> delivery_fault;
};

} // namespace ports
