// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/approval.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"
#include "app/domain/policy_change.h"
#include "app/domain/rehearsed.h"
#include "app/domain/tier.h"
#include "app/domain/unanswered.h"
#include "app/domain/verdict.h"
#include "app/domain/what_if.h"
#include "app/ports/reply.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ports {

/// A policy as its owners write it (JSON), and where it comes from.
struct PolicyText {
    std::string version;
    std::string title;
    std::string text;
    bool shipped = false; ///< the one that comes with Reeve
};

/// What is wrong with a policy's text. `begin` and `end` are bytes of the text; both 0: no place.
struct PolicyProblem {
    std::string place; ///< "/rules/3/when 1:14"
    std::string what;  ///< English, in the policy's terms
    std::size_t begin = 0;
    std::size_t end = 0;
    bool fatal = true; ///< false: it works, but should be mended
};

/// A number or an amount that a condition compares with.
struct Threshold {
    std::string text;                    ///< as it stands in the condition, without quotes: "500.00 GBP", "24"
    std::optional<domain::Money> amount; ///< nothing: a plain number
};

/// One rule as a form shows it. `number` is its place in the text, from 0.
struct RuleOutline {
    std::size_t number = 0;
    std::string id, title, when, reason, guidance, owner, review_by;
    std::optional<domain::Tier> tier; ///< nothing: a note
    domain::Severity severity = domain::Severity::note;
    std::vector<Threshold> thresholds;
    std::string raw; ///< its JSON, to put it back after it was taken out
};

struct TierOutline {
    domain::Tier tier = domain::Tier::confirm;
    domain::Money from;
};

struct AnswerOutline {
    domain::Tier tier = domain::Tier::confirm;
    std::optional<std::chrono::minutes> within;
    std::optional<domain::Unanswered> then;
};

/// A second AI whose signed word may stand for a person's in the confirm tier.
struct ReviewerOutline {
    std::string name;
    std::string key;       ///< Ed25519, base64 of 32 bytes
    int look_percent = 10; ///< 1 to 100: the share of its confirmations that a person looks at all the same
    friend bool operator==(const ReviewerOutline&, const ReviewerOutline&) = default;
};

/// What a text comes to. Tiers and rules only when the document could be read.
struct PolicyCheck {
    bool usable = false; ///< it compiles
    std::vector<PolicyProblem> problems;
    std::string version, title;
    std::vector<TierOutline> tiers;
    std::vector<RuleOutline> rules;
    std::vector<domain::AuthorityLine> lines; ///< of authority, as they stand in the text
    std::vector<domain::Delegation> delegations;
    std::vector<AnswerOutline> answers; ///< by tier
    int own_view_percent = 0;           ///< of a hundred orders to be signed: a person notes a view of their own first
    std::vector<ReviewerOutline> reviewers;
    std::uint64_t limits = 0;
    std::uint64_t tests = 0;
};

struct PolicyTest {
    std::string title;
    domain::Tier expected = domain::Tier::automatic;
    domain::Tier came = domain::Tier::automatic;
    bool passed = false;
    std::string trouble; ///< English; empty when it passed
};

/// One change by the form. Values are plain text; amounts exact.
struct PolicyEdit {
    enum class Kind {
        version,         ///< `text`
        tier_from,       ///< of tier `number`: `amount`
        title,           ///< of rule `number`: `text`
        guidance,        ///< of rule `number`: `text`
        tier,            ///< of rule `number`: `tier`, nothing: a note
        threshold,       ///< `threshold` of rule `number`: `amount`, or `text` for a plain number
        take_out,        ///< rule `number`
        put_back,        ///< `text`: the raw rule
        own_view,        ///< `number`: percent, 0 to 100
        reviewer,        ///< reviewer `number`, or one more behind the last: `reviewer`
        dismiss,         ///< reviewer `number`
        line_change,     ///< line of authority `number`: `line`, whose id stays
        line_in,         ///< `line`; without an id it gets one
        line_out,        ///< line of authority `number`
        lend,            ///< `delegation`; without an id it gets one
        lent_change,     ///< delegation `number`: `delegation`, whose id stays
        lent_out,        ///< delegation `number`
        answer_within,   ///< of `tier`: `number` minutes; 0: none
        when_unanswered, ///< of `tier`: `unanswered`; nothing: the gateway decides
    };
    Kind kind = Kind::title;
    std::size_t number = 0;
    std::size_t threshold = 0;
    std::string text;
    std::optional<domain::Tier> tier;
    std::optional<domain::Money> amount;
    std::optional<domain::AuthorityLine> line{};
    std::optional<domain::Delegation> delegation{};
    std::optional<domain::Unanswered> unanswered{};
    ReviewerOutline reviewer;
};

/// What a draft is tried on.
struct Trial {
    domain::Effort effort;
    std::optional<domain::SourceId> only; ///< the orders of one source, an imported file; nothing: everything on record
    Trial() = default;
    Trial(domain::Effort assumed) // as most trials are: of everything
        : effort(assumed) {}
};

struct PolicyProgress {
    std::uint64_t done = 0;
    std::uint64_t total = 0;
};

/// Policies: reading, checking, editing, comparing and trying them. Nothing here changes what is in force.
class Policies {
public:
    virtual ~Policies() = default;

    /// The one that judges now.
    virtual void in_force(Reply<PolicyText> reply) = 0;
    /// A draft in a file of a person. Faults: those of reading; too_large (above 8 MiB).
    virtual void load(std::string path, Reply<std::string> reply) = 0;
    virtual void save(std::string path, std::string text, Reply<bool> reply) = 0;
    virtual void check(std::string text, Reply<PolicyCheck> reply) = 0;
    /// Faults: those of the text.
    virtual void test(std::string text, Reply<std::vector<PolicyTest>> reply) = 0;
    virtual void compare(std::string before, std::string after, Reply<domain::PolicyDifference> reply) = 0;
    /// The text with one change; every other byte stays. Faults: malformed, not_found, invalid_argument (the edit).
    virtual void edit(std::string text, PolicyEdit edit, Reply<std::string> reply) = 0;

    /// The draft over what is on record, beside the policy in force. One of what_if and rehearse at a time.
    /// Faults: those of the texts and of the record; cancelled; exhausted (one is running).
    virtual void what_if(std::string draft, Trial trial, Subscription<PolicyProgress> progress,
                         Reply<domain::WhatIf> reply) = 0;
    /// The sandbox's scenarios against a policy. Faults: those of the text; not_found (no sandbox); as above.
    virtual void rehearse(std::string text, Subscription<PolicyProgress> progress,
                          Reply<std::vector<domain::Rehearsed>> reply) = 0;
    virtual void cancel() = 0;
};

} // namespace ports
