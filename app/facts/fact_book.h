// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/facts/contract_use.h"
#include "app/facts/habits.h"
#include "app/facts/register.h"
#include "app/facts/spend_book.h"

#include <unordered_map>
#include <vector>

namespace facts {

/// What is known of one line.
struct LineFacts {
    std::optional<PriceSeen> last_price;
    const domain::Contract* contract = nullptr; ///< under which it is ordered, where that is on file
    std::optional<Millionths> used; ///< of the item under that contract, by other orders; nothing: not known
    friend bool operator==(const LineFacts&, const LineFacts&) = default;
};

/// Everything that is known around one version of an order before it is folded. Pointers look into the book and live
/// until its next event.
struct Facts {
    const domain::Agent* agent = nullptr;     ///< nullptr: never registered
    const domain::Mandate* mandate = nullptr; ///< the one that the order names
    bool mandate_revoked = false;
    const domain::Contract* contract = nullptr; ///< the one that the order names
    /// When these three were told last.
    std::optional<base::Instant> agent_told, mandate_told, contract_told;
    bool on_probation = false;
    Spend agent_spend, owner_spend, supplier_spend, category_spend;
    Seen agent_seen, supplier_seen, pair_seen, payee_seen;
    std::vector<LineFacts> lines; ///< as many as the order has
    Together together;
    Twins twins;
    std::int64_t repeats = 0;
    std::optional<base::Instant> human_looked; ///< when a person last decided about an order of this agent
};

/// Which kinds of facts a book has any of: what nobody ever told it cannot be known of a single order.
struct Told {
    bool agents = false;
    bool mandates = false;
    bool contracts = false;
    bool people = false; ///< decisions of persons
    friend bool operator==(const Told&, const Told&) = default;
};

/// Facts as folds over events, in the order of the record and by nothing else: folding the same events again gives an
/// equal book. Late events count at their own time. Copyable; not for several threads at once.
class FactBook {
public:
    /// Folds one event. For an order that is judged: look() first, then apply().
    void apply(const domain::Event& event);

    [[nodiscard]] Facts look(const domain::TransactionVersion& version, base::Instant now) const;

    [[nodiscard]] Told told() const;

    friend bool operator==(const FactBook&, const FactBook&) = default;

private:
    Register register_;
    SpendBook spend_;
    Habits habits_;
    ContractUse contracts_;
    std::unordered_map<domain::AgentId, base::Instant> looked_;
};

} // namespace facts
