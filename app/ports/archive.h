// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/own_view.h"
#include "app/ports/approving.h"
#include "app/ports/case_cards.h"
#include "app/ports/feed.h"
#include "app/ports/judging.h"
#include "app/ports/reply.h"

namespace ports {

/// An inclusive range of gross amounts in minor units; without a currency it is compared with amounts of any currency.
struct AmountRange {
    std::optional<domain::Currency> currency;
    std::optional<std::int64_t> least;
    std::optional<std::int64_t> most;
};

/// A page of the record by keyset: at most `limit` rows with index below `before` (newest first), or above `after`
/// (oldest first) when that is set. Rows pass when every member that is set holds.
///
/// To page the live table back beyond what it holds: `before` = the index of its oldest row. To search: any of the
/// members below, and `before` = FeedPage::reached to go on.
struct FeedQuery {
    std::optional<std::uint64_t> before;
    std::optional<std::uint64_t> after;
    std::uint32_t limit = 200;
    std::optional<domain::AgentId> agent;
    std::optional<domain::TransactionId> transaction;
    std::optional<domain::SupplierId> supplier;
    std::optional<domain::EventType> type;
    std::optional<domain::Tier> at_least;
    AmountRange amount;
    std::optional<base::Instant> time_from; ///< as the platform says, inclusive
    std::optional<base::Instant> time_to;   ///< exclusive
    /// What a person typed to find one thing: exactly the id of an event, a transaction, an agent or a supplier.
    std::string id;
    /// What a person remembers: words that all occur, upper and lower case alike, in what the row shows or in the texts
    /// of the event (lines of an order, turns, findings, notes). Looks through at most `text_reach` entries per page.
    std::string text;
    static constexpr std::uint64_t text_reach = 50'000;
};

struct FeedPage {
    std::vector<FeedRow> rows;
    bool more = false; ///< something is left to look at; a page of a text search may be empty and still say so
    /// How far this page looked: the next page's `before` (or `after`). Nothing when it looked at nothing.
    std::optional<std::uint64_t> reached;
};

/// How one version of a transaction looked.
struct Version {
    domain::TransactionVersion version;
    base::Instant time{};
    std::uint64_t index = 0;
};

/// Somebody's own view of a version, as the record holds it.
struct NotedView {
    domain::OwnView view = domain::OwnView::odd;
    domain::PersonId person; ///< empty: before anybody at this console had a key
    std::int32_t version = 0;
    base::Instant time{};
    std::uint64_t index = 0; ///< of the entry
};

/// A step in the life of a transaction, in the order of the record.
struct TimelineEntry {
    FeedRow row;
    std::string code;
    domain::UntrustedText note;
    std::optional<domain::DecisionId> decision;
    std::optional<NotedView> view = std::nullopt; ///< this step is a view that a person noted, and no event
    /// This step is an acknowledgement, which no gateway ever tells of; `code` is its reason.
    std::optional<domain::PersonId> acknowledged_by = std::nullopt;
    std::optional<domain::PersonId> decided_by = std::nullopt; ///< this step is a decision of theirs, taken anywhere
};

/// A decision as the record holds it, for lists and for the case.
/// What had become of an order when a decision about it came too late.
struct Instead {
    domain::TransactionState state = domain::TransactionState::expired; ///< what it was then
    base::Instant at{};                                                 ///< since when, as the platform says
    domain::PersonId person; ///< whose decision that was, where the record knows it; empty: nobody's, or unknown
    bool escalated = false;  ///< expired: nor did the one answer to whom the policy had escalated it
    /// Expired: what the policy of the order says of orders that nobody answers; nothing: it says nothing.
    std::optional<domain::Unanswered> rule;
    std::string policy; ///< what that policy calls itself
    friend bool operator==(const Instead&, const Instead&) = default;
};

struct DecisionRow {
    domain::Decision decision;
    domain::DecisionState state = domain::DecisionState::drafted;
    bool simulated = false; ///< signed by the simulated colleague
    base::Instant signed_at{};
    base::Instant changed{};
    std::int32_t attempts = 0;
    std::optional<domain::Receipt> receipt;
    /// Of the last attempt to deliver, while sent or in doubt. Its place is a word: "login_refused" (the gateway
    /// refuses the login), "address_refused", "too_many_requests", or a fault code's name.
    /// ui::look::CodeWords::of_delivery has sentences.
    std::optional<base::Fault> fault;
    std::optional<Instead> instead{}; ///< of one that came too late, as soon as the record knows it
};

/// A turn of a conversation with its place in the record.
struct SaidTurn : domain::Turn {
    base::Instant time{};    ///< as the platform says; the beginning of time where it is not known
    std::uint64_t index = 0; ///< likewise 0
};

/// Everything about one transaction, as of one moment of the record.
struct CaseFile {
    CaseRow row;
    bool is_case = false;          ///< false: an ordinary transaction opened from Live
    std::vector<Version> versions; ///< in order; the last is current
    std::optional<domain::Agent> agent;
    std::optional<domain::Mandate> mandate;
    bool agent_stopped = false; ///< a stop of the agent or of the fleet is in force
    std::vector<domain::Assessment> assessments;
    std::vector<SaidTurn> turns;
    std::vector<TimelineEntry> timeline;
    std::vector<DecisionRow> decisions;
    std::optional<domain::Plan> plan; ///< with the states of its steps
    std::uint64_t as_of = 0;          ///< entries in the record when this was read
    CaseCards cards;                  ///< derived from all of the above
    /// What our policy said, by version, the newest last; empty: not judged yet.
    std::vector<Judgement> judgements;
    /// The policy wants a person's own view of this order before its agent's persuasion is read.
    bool wants_own_view = false;
    std::vector<NotedView> views; ///< in the order of the record
    CaseAuthority authority{};    ///< who may approve it, by the policy in force
};

/// A page of what was set aside, newest first: `before` is the index of the last row of the page before.
struct AsideQuery {
    std::optional<std::uint64_t> before;
    std::uint32_t limit = 200;
};

/// Input that was kept but not understood.
struct QuarantineRow {
    std::uint64_t index = 0; ///< of its entry; Archive::original() gives what was kept of it (at most 64 KiB)
    domain::SourceId source;
    std::uint64_t sequence = 0; ///< 0 where unknown
    base::Instant received{};
    /// Why it could not be read: `code` for a sentence, `detail` the reason in the codec's, mapping's or transport's
    /// English (quotes input: untrusted), `where` the place in the feed or file and in the JSON.
    base::Fault reason;
    std::uint64_t size = 0; ///< bytes as they arrived
    std::uint64_t kept = 0; ///< bytes that the record keeps
    std::int64_t times = 1; ///< how often the same bytes came
    base::Instant last_received{};
    domain::UntrustedText beginning; ///< of what arrived, at most 4 KiB
};

struct QuarantinePage {
    std::vector<QuarantineRow> rows;
    bool more = false;
};

enum class ConflictKind {
    other_body,     ///< source and id are known, the content differs
    other_identity, ///< the place in the sequence is taken by another event
    other_version,  ///< the same version of a transaction with another digest, or a gap in versions
};

/// Two things that cannot both be true; both are kept, `original()` gives either.
struct ConflictRow {
    std::uint64_t index = 0; ///< the later copy
    std::uint64_t other = 0; ///< what it contradicts
    ConflictKind kind = ConflictKind::other_body;
    domain::SourceId source;
    domain::EventId id;
    std::uint64_t sequence = 0;        ///< 0 where unknown
    domain::TransactionId transaction; ///< empty where it is about none
    std::int64_t times = 1;            ///< how often the later copy came
    base::Instant received{};
    base::Instant last_received{};
};

struct ConflictPage {
    std::vector<ConflictRow> rows;
    bool more = false;
};

/// Sequence numbers that a source did not give, both ends included. They stay listed when they arrive late (filled).
struct GapRow {
    domain::SourceId source;
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    bool filled = false;
    /// The gateway was asked again and does not give them: they will not come by themselves.
    bool given_up = false;
    base::Instant noticed{};
};

/// A page of gaps by source and start; `after` is the last row of the page before.
struct GapQuery {
    std::optional<GapRow> after;
    std::uint32_t limit = 200;
    bool open_only = true;
};

struct GapPage {
    std::vector<GapRow> rows;
    bool more = false;
};

/// History out. Answers come from reader threads, never from the one that writes.
class Archive {
public:
    virtual ~Archive() = default;

    virtual void page(FeedQuery query, Reply<FeedPage> reply) = 0;
    /// What our policy says of the orders between two entries of the record, both included, as far as they are judged.
    virtual void own_tiers(std::uint64_t /*first*/, std::uint64_t /*last*/, Reply<OwnTiers> reply) {
        reply(OwnTiers());
    }
    virtual void open_cases(Reply<CaseChanges> reply) = 0;
    /// Faults: not_found.
    virtual void case_file(domain::TransactionKey key, Reply<CaseFile> reply) = 0;
    /// The bytes of an event as they arrived. Faults: not_found.
    virtual void original(std::uint64_t index, Reply<domain::UntrustedText> reply) = 0;

    // What is not in the feed, so that a person sees that it is missing. Health counts the same things.
    virtual void quarantine(AsideQuery query, Reply<QuarantinePage> reply) = 0;
    virtual void conflicts(AsideQuery query, Reply<ConflictPage> reply) = 0;
    virtual void gaps(GapQuery query, Reply<GapPage> reply) = 0;
};

} // namespace ports
