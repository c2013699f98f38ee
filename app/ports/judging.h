// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/money.h"
#include "app/domain/transaction.h"
#include "app/domain/verdict.h"
#include "app/ports/reply.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ports {

/// One rule of a verdict with what its owners wrote about it.
struct JudgedRule {
    domain::RuleVerdict verdict;
    std::string when; ///< the condition as it is written
    std::string guidance;
    std::vector<std::string> evidence;
    std::string owner;
    std::vector<std::string> departments; ///< that have to agree
    std::string review_by;
};

/// From this amount on an order is of this tier.
struct LadderStep {
    domain::Tier tier = domain::Tier::confirm;
    domain::Money from;
};

/// A piece of data that judging looked at, and how old it was.
enum class DataKind { agent, mandate, contract, last_price, person_looked, spend };
struct DataSeen {
    DataKind kind = DataKind::agent;
    bool on_file = false;
    std::optional<base::Instant> told; ///< when it was told last; for spend: up to the order itself
};

/// What a second AI reviewer said about the order, and what that is worth by the policy that judged it.
struct ReviewerWord {
    std::uint64_t index = 0; ///< entry of the record
    base::Instant time{};
    domain::UntrustedText reviewer; ///< as the policy names it; as it names itself where the policy does not
    bool confirms = false;
    domain::UntrustedText note;
    domain::ReviewStanding standing = domain::ReviewStanding::not_named;
};

/// Whether the explanation below is still the one that the verdict was made by.
enum class Rebuilt {
    same,      ///< judged again over what was seen then, by the version in force then: the same verdict
    differs,   ///< this build comes to another verdict over the same data: the kept one counts, its reasons may not
    no_policy, ///< the version that judged is not in the record
    unreadable ///< what was kept cannot be read
};

/// What our policy said of one version of an order, and why. Read from the record: what was judged stays as it was
/// judged.
struct Judgement {
    std::uint64_t index = 0;       ///< entry of the verdict
    std::uint64_t order_index = 0; ///< entry of the order
    base::Instant order_time{};    ///< the moment that it was judged for
    base::Instant recorded{};      ///< when the verdict was made
    std::int32_t version = 1;
    std::string policy_version;
    std::string policy_title;
    std::string policy_digest; ///< SHA-256 of the document, hexadecimal
    Rebuilt rebuilt = Rebuilt::unreadable;
    domain::Verdict verdict;       ///< without `rules`, which are below
    std::vector<JudgedRule> rules; ///< fired first, then failed, then quiet
    std::vector<LadderStep> ladder;
    std::int64_t pieces = 1; ///< orders that belong together, with this one
    bool batch = false;      ///< they declare themselves one bulk run
    std::optional<domain::Money> together;
    std::vector<DataSeen> data;
    std::optional<std::int32_t> own_view_percent; ///< of the version that judged; nothing: it cannot be read
    std::vector<ReviewerWord> reviewers;          ///< about this version, in the order of the record
};

/// The policy in force, and how far judging has come.
struct JudgeState {
    std::string policy_version;
    std::string policy_title;
    std::string policy_digest;
    bool shipped = false;             ///< the one that comes with the program
    std::uint64_t judged = 0;         ///< orders (each version once) since the record began
    std::uint64_t folded = 0;         ///< entries of the record
    std::uint64_t entries = 0;        ///< in the record
    std::optional<base::Fault> fault; ///< why judging stands still
    /// A policy that was put in place and is refused, with its place; the one above stays in force.
    std::optional<base::Fault> refused;
    friend bool operator==(const JudgeState&, const JudgeState&) = default;
};

/// One cause for which many orders wait, to be mended once: a master record that is not on file, what a rule gathers,
/// or a declared bulk run that is large as a whole.
struct WorkItem {
    std::string rule;            ///< empty: a master record, or a bulk run
    bool run = false;            ///< a bulk run that declares itself and waits as one
    domain::UntrustedText cause; ///< "mandate M-17", or the value by which the rule gathers
    std::uint64_t orders = 0;
    base::Instant first{};
    base::Instant last{};
    domain::TransactionKey example; ///< the newest
};

/// So many have to be approved as they were, and nothing else may have happened, before a rule is called too low.
inline constexpr std::uint64_t least_approved = 20;

/// A higher threshold of a rule that would have left alone every order that people approved as it was.
struct Raise {
    std::size_t threshold = 0; ///< its number in the condition
    domain::Money from;        ///< where it stands
    domain::Money to;
    friend bool operator==(const Raise&, const Raise&) = default;
};

/// How a rule did: what people made of the orders for which it fired.
struct RuleScore {
    std::string rule;
    std::string title;
    bool in_force = false; ///< of the policy in force; false: of an earlier one
    std::uint64_t fired = 0;
    std::uint64_t failed = 0;
    std::uint64_t cases = 0; ///< of those that fired, how many somebody had to look at
    std::uint64_t approved = 0;
    std::uint64_t reduced = 0;
    std::uint64_t rejected = 0;
    std::uint64_t rolled_back = 0;
    std::uint64_t acknowledged = 0; ///< raised by us, and somebody took note
    /// "212 of 212 approved unchanged: raise to X?"; nothing where people ever changed, rejected or undid one, where
    /// too few decided, in the blocked tier, and where the condition has no amount that can simply be raised.
    std::optional<Raise> raise;
};

/// Orders of a category that no rule fired for.
struct Uncovered {
    std::string category;
    std::uint64_t orders = 0;        ///< of the category
    std::uint64_t silent = 0;        ///< of those: no rule fired, and the amount was below every tier
    std::vector<domain::Money> sums; ///< of the silent ones, by currency; sums beyond 64 bits are left out
};

/// What the policy does not speak about.
struct Coverage {
    std::uint64_t orders = 0;
    std::uint64_t silent = 0;
    std::vector<Uncovered> categories;     ///< most silent orders first, at most 200
    std::vector<std::string> unread_names; ///< of the vocabulary that no condition, limit or tier reads
    std::vector<std::string> never_fired;  ///< rules in force that never fired nor failed
};

struct JudgingReport {
    JudgeState state;
    std::vector<WorkItem> work_items; ///< most orders first, at most 500
    std::uint64_t more_work_items = 0;
    std::vector<RuleScore> scores; ///< in the order of the policy in force, then earlier rules
    Coverage coverage;
};

/// Our own judgement of what agents order.
class Judging {
public:
    virtual ~Judging() = default;

    /// The state now, and every change of it (at most four times a second).
    virtual void watch(Subscription<JudgeState> subscriber) = 0;
    virtual void report(Reply<JudgingReport> reply) = 0;
};

} // namespace ports
