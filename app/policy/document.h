// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/cel/rates.h"
#include "app/domain/approval.h"
#include "app/domain/event.h"
#include "app/domain/unanswered.h"
#include "app/domain/verdict.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace policy {

/// From this amount on (inclusive) an order is of this tier.
struct TierFrom {
    domain::Tier tier = domain::Tier::confirm;
    domain::Money from;
};

struct Rule {
    std::string id;
    std::string title;
    std::string when;                 ///< a condition of app/cel
    std::optional<domain::Tier> tier; ///< at least this when it fires; nothing: a note
    domain::Severity severity = domain::Severity::warning;
    std::string reason;                ///< a sentence; {name} stands for a value
    std::string gather;                ///< a text of the vocabulary: firings with one value are one work item
    std::string join;                  ///< a text of the vocabulary: firings with one value are one case
    std::string guidance;              ///< what the person who looks should do
    std::vector<std::string> evidence; ///< what has to be at hand
    std::string owner;
    std::vector<std::string> departments; ///< that have to agree
    std::string review_by;                ///< ISO 8601 day, or empty
};

enum class Per { agent, owner, supplier, category };
enum class Period { day, week, days_30, month };

/// What may be spent within a period by each of `per`, or by the one named `key`.
struct Limit {
    std::string id;
    std::string title;
    Per per = Per::agent;
    std::string key; ///< empty: each for itself
    Period period = Period::month;
    domain::Money most;
    domain::Tier tier = domain::Tier::sign_off; ///< at least this when it is exceeded
};

/// When people are at work, in a zone of the IANA database.
struct Calendar {
    std::string zone = "UTC";
    std::array<bool, 7> days{};     ///< from Sunday
    int from_minute = 0;            ///< of the local day, inclusive
    int to_minute = 1440;           ///< exclusive
    std::set<std::string> holidays; ///< ISO 8601 days
    friend bool operator==(const Calendar&, const Calendar&) = default;
};

/// A second AI that may confirm orders of the confirm tier in a person's stead, by its signed word.
struct Reviewer {
    std::string name;
    domain::PublicKey key{};
    int look_percent = 10; ///< of its confirmations, 1 to 100: a person looks at these all the same
};

/// A given order and what the policy has to say about it; publishing is refused while one fails.
struct TestCase {
    std::string title;
    std::map<std::string, std::string> given; ///< name: its value as canonical JSON
    domain::Tier tier = domain::Tier::automatic;
    std::vector<std::string> rules; ///< exactly these fire, in any order, when `names_rules`
    bool names_rules = false;
};

/// A policy as its owners write it (resources/policy/policy.schema.json). Versions are kept for ever; a case keeps the
/// one that judged it.
struct Document {
    std::string version;
    std::string title;
    std::vector<TierFrom> tiers; ///< rising, in tier and in amount, of one currency
    std::vector<Rule> rules;
    std::vector<Limit> limits;
    /// Prices agreed with suppliers, for orders that name no contract. Without quantities: those are a contract's.
    std::vector<domain::Contract> price_lists;
    cel::RateTable rates;
    std::optional<Calendar> calendar;
    std::map<std::string, domain::Mode> modes;       ///< by group of agents; "*" for the others
    domain::Tier probation = domain::Tier::sign_off; ///< at least this for an agent on probation
    domain::Tier unknown = domain::Tier::sign_off;   ///< at least this when something cannot be known; never automatic
    std::map<domain::Tier, std::chrono::minutes> answer_within; ///< of working time
    /// What happens then, for tiers that have a time to answer; a tier that is not here is the gateway's own affair.
    std::map<domain::Tier, domain::Unanswered> when_unanswered;
    /// Of a hundred orders that a person has to sign, in how many the agent's own persuasion stays covered until that
    /// person has noted a view of their own.
    std::int32_t own_view_percent = 20;
    std::vector<Reviewer> reviewers;
    domain::AuthorityMatrix authority; ///< who may approve up to what; without a line nothing limits
    std::vector<TestCase> tests;
};

/// Reads a document strictly: every member is known, of its kind and in its range. Conditions are not compiled here.
/// Faults: malformed, too_large, unsupported (another format), with the JSON pointer of the place.
[[nodiscard]] base::Result<Document> read_document(std::string_view json);

} // namespace policy
