// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"
#include "app/domain/tier.h"
#include "app/domain/untrusted_text.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

/// How far a policy goes for a group of agents: count what would have stopped, say it, or stop it.
enum class Mode { observe, advise, enforce };

/// What the word of a second AI reviewer about an order is worth.
enum class ReviewStanding {
    counts,        ///< the order may go without a person
    person_looks,  ///< it would count, but this one is of the share that a person looks at all the same
    declined,      ///< the reviewer does not confirm
    not_its_tier,  ///< the order is not of the confirm tier: a person decides
    other_content, ///< about another version of the order, or another content
    not_named,     ///< the policy names no reviewer with this key
    broken,        ///< the signature does not hold
};

/// How much a rule's author thinks is at stake.
enum class Severity { note, warning, critical };

/// What one sub-expression of a condition came to, in reading order; `depth` 0 is the whole condition.
struct TraceStep {
    enum class Outcome { value, error, skipped };
    std::string text; ///< as it stands in the condition
    int depth = 0;
    Outcome outcome = Outcome::skipped;
    UntrustedText value; ///< as an expression writes it ("12400.00 EUR"), or the error's name; data of the order
    std::string rate;    ///< the dated rate that joined two currencies here, or empty
    friend bool operator==(const TraceStep&, const TraceStep&) = default;
};

/// One rule and how it came out.
struct RuleVerdict {
    enum class Outcome {
        fired,
        quiet,  ///< the condition is false
        failed, ///< the condition has no value: the order stops
    };
    std::string rule; ///< its id in the policy
    std::string title;
    Outcome outcome = Outcome::quiet;
    Severity severity = Severity::note;
    std::optional<Tier> tier; ///< at least this, when it fired; nothing: it only notes
    UntrustedText reason;     ///< the rule's sentence with the order's values in it
    /// The cause by which firings of this rule are one work item ("agent-17"), not a case each; empty: a case each.
    UntrustedText cause;
    std::string error; ///< failed: its stable name and place, e.g. "unknown_value at 1:14"
    std::vector<TraceStep> steps;
    friend bool operator==(const RuleVerdict&, const RuleVerdict&) = default;
};

/// A limit that speaks about the order. Amounts are in the limit's currency.
struct LimitUse {
    std::string limit; ///< its id in the policy
    std::string title;
    Money most;
    std::optional<Money> before; ///< used without this order; nothing: not known (no rate, or beyond 64 bits)
    std::optional<Money> after;
    bool exceeded = false;
    friend bool operator==(const LimitUse&, const LimitUse&) = default;
};

/// What an agreement (a contract that the feed told, or a price list of the policy) says about one line of an order.
struct LineCover {
    enum class State {
        covered,         ///< price, quantity, supplier and time are within it
        over_price,      ///< a unit costs more than agreed
        over_quantity,   ///< with this line more is ordered than agreed
        expired,         ///< it was over, to the microsecond
        not_begun,       ///< it had not begun
        other_supplier,  ///< it is with somebody else
        not_in_contract, ///< it says nothing about this item in this unit
        not_on_file,     ///< the order names one that nobody has put on file
        not_checked,     ///< none is named and no list speaks about it, or a number could not be compared
    };
    State state = State::not_checked;
    std::string clause;         ///< contract or price list; empty: none
    bool of_policy = false;     ///< a price list of the policy
    SupplierId supplier;        ///< with whom it was made
    std::optional<Money> price; ///< agreed for one unit
    std::string most;           ///< agreed quantity over its life; empty: any
    std::string ordered;        ///< of it before this order
    std::optional<base::Instant> begins;
    std::optional<base::Instant> ends;
    friend bool operator==(const LineCover&, const LineCover&) = default;
};

/// "covered", "over_price", …: as conditions, `--json` and stored verdicts spell it; cover_state() reads it.
[[nodiscard]] std::string_view name_of(LineCover::State state);
[[nodiscard]] std::optional<LineCover::State> cover_state(std::string_view name);

/// What a policy says of one version of an order, and why. Unknown or failing never lowers it.
struct Verdict {
    std::string policy_version;
    Tier tier = Tier::blocked;
    /// The tier without what is one work item per cause (missing records, rules that gather): above automatic, the
    /// order is a case of its own.
    Tier case_tier = Tier::blocked;
    Mode mode = Mode::enforce;
    /// What decided the tier by size: the largest of gross, total commitment and what belongs together.
    std::optional<Money> amount;
    Tier tier_by_amount = Tier::blocked;
    bool unknown = false; ///< something needed could not be known: a person has to look
    /// Master records that are not on file ("mandate M-17"), one work item each, not one per order.
    std::vector<UntrustedText> missing;
    /// The declared bulk run whose size alone makes this order wait: one work item for the whole run; empty: none.
    UntrustedText run;
    /// What makes the order one case with all others that have the same agent, supplier and name here (pieces of one
    /// need, a loop): a person decides about it once, however many there are. Empty: it is a case by itself, or none.
    UntrustedText matter;
    std::vector<RuleVerdict> rules; ///< fired first, then failed, then quiet
    std::vector<LimitUse> limits;
    std::vector<LineCover> cover; ///< by line of the order; empty where only the decision was asked for
    std::optional<std::chrono::minutes> answer_within; ///< what the policy promises for this tier
    friend bool operator==(const Verdict&, const Verdict&) = default;

    /// Whether the order has to wait for somebody.
    [[nodiscard]] bool stops() const { return mode == Mode::enforce && tier != Tier::automatic; }
    /// Whether somebody has to look at this very order.
    [[nodiscard]] bool is_case() const { return mode == Mode::enforce && case_tier != Tier::automatic; }
};

} // namespace domain
