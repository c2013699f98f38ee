// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/feed.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace models::queue {

/// What makes cases alike: the same agent with the same counterpart for the same kind of problem, or in one matter (the
/// code of cases that our policy judges together). A flood has only the agent.
struct GroupKey {
    bool flood = false;
    std::string agent;
    std::string counterpart;
    std::string code;
    friend auto operator<=>(const GroupKey&, const GroupKey&) = default;
};

/// Alike cases in one row. The most urgent of them is not among them: it stands alone, so that a group never hides it.
struct Group {
    GroupKey key;
    domain::AgentId agent;
    domain::UntrustedText counterpart; ///< empty for a flood of several counterparts
    std::string code;                  ///< the first machine-readable finding; empty: none, or several
    int count = 0;                     ///< of those that still need a person
    int raised = 0;                    ///< of these, those that the platform does not hold: nobody waits for a decision
    std::vector<domain::Money> sums;   ///< exact, one per currency
    bool sums_complete = true;         ///< false: a sum is beyond 64 bits
    base::Instant oldest{};
    std::optional<base::Instant> nearest_end;
    domain::Tier worst = domain::Tier::automatic;
    bool open = false; ///< its members are shown below it
};

/// From how many alike cases on the rest of them is one row, and from how many of one agent on it is a flood.
struct GroupRules {
    int least_alike = 4;
    int least_matter = 3; ///< of cases that our policy judges as one matter
    int flood = 20;
};

/// A row of the inbox: a case, or the head of a group. Indices into what was given to arrange().
struct Item {
    int slot = -1;
    int group = -1; ///< a head, or for a case the open group that it stands under
    [[nodiscard]] bool is_head() const { return slot < 0; }
};

struct Arrangement {
    std::vector<Item> items;
    std::vector<Group> groups;
    std::vector<int> group_of; ///< by slot: the group that a case belongs to, -1 for none
};

/// `order` are slots of `cases` in the order of work. Cases that are in doubt, failed, contradictory or settled are
/// never grouped, nor are those of an unnamed agent. A group stands where the most urgent of its members would.
[[nodiscard]] Arrangement arrange(const std::vector<ports::CaseRow>& cases, const std::vector<int>& order,
                                  const std::set<GroupKey>& opened, const GroupRules& rules);

/// Adds a case to the sums of a group, or takes it out again.
void count_in(const ports::CaseRow& row, Group& group);
void count_out(const ports::CaseRow& row, Group& group);
/// Adds to the sum of its currency: one per currency, never one into another. `complete` turns false, and the sum stays
/// as it was, where it would be beyond 64 bits.
void add_amount(std::vector<domain::Money>& sums, const domain::Money& amount, bool& complete);
/// Whether a case is of the kind that may stand in a group.
[[nodiscard]] bool can_be_grouped(const ports::CaseRow& row);
/// Whether it would stand in this group, or would be the one that stands alone above it.
[[nodiscard]] bool is_alike(const ports::CaseRow& row, const GroupKey& key);

} // namespace models::queue
