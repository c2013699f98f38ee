// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace domain {

/// What of a policy a change is about.
enum class PolicyPart {
    document,
    tier,
    rule,
    limit,
    rate,
    calendar,
    mode,
    answer,
    unanswered,
    price_list,
    reviewer,
    authority,
    delegation,
    test
};

enum class ChangeKind { added, removed, changed };

/// Whether more orders wait after the change, as far as that can be told without history: a condition that became
/// another one is `either`, a title is `none`.
enum class ChangeDirection { none, stricter, looser, either };

/// One member, as the document's owners write it; empty where it is not there. Amounts as "1000.00 GBP".
struct FieldChange {
    std::string field;
    std::string before;
    std::string after;
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

struct PolicyChange {
    PolicyPart part = PolicyPart::document;
    ChangeKind kind = ChangeKind::changed;
    ChangeDirection direction = ChangeDirection::none;
    std::string id;    ///< of the rule or limit, name of the tier or group, "GBP EUR", the title of a test case
    std::string title; ///< of a rule or limit; empty elsewhere
    std::vector<FieldChange> fields; ///< added and removed: every member that says something
    friend bool operator==(const PolicyChange&, const PolicyChange&) = default;
};

/// What makes two policies different by meaning.
struct PolicyDifference {
    std::string before; ///< versions
    std::string after;
    std::vector<PolicyChange> changes; ///< by part, as above; within a part as the newer policy has it, removed last

    [[nodiscard]] bool same() const { return changes.empty(); }
    /// Whether some of it may let orders through that wait today.
    [[nodiscard]] bool may_loosen() const {
        for (const PolicyChange& change : changes) {
            if (change.direction == ChangeDirection::looser || change.direction == ChangeDirection::either) {
                return true;
            }
        }
        return false;
    }
};

} // namespace domain
