// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"
#include "app/facts/contract_use.h"
#include "app/facts/habits.h"
#include "app/facts/names.h"
#include "app/facts/order_marks.h"
#include "app/facts/register.h"
#include "app/facts/spend_book.h"

#include <functional>
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
    OrderKeys keys;               ///< for apply()
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

/// What the record holds of an order: its events before the one at hand, in the order of the record, without those that
/// are no part of facts. Faults: those of the record.
using Recorded = std::function<base::Result<std::vector<domain::Event>>(const domain::TransactionKey&)>;

/// Facts as folds over events, in the order of the record and by nothing else: folding the same events again gives an
/// equal book. Late events count at their own time. Copyable; not for several threads at once.
///
/// Sums take bounded memory however many orders there were; of each order, its mark (about 120 bytes) tells what to
/// take out again when it is amended or ends. A book with `most_open` keeps so many marks and asks the record for the
/// others.
class FactBook {
public:
    explicit FactBook(std::size_t most_open = OrderMarks::keeps_all)
        : marks_(most_open) {}

    /// Whether events of this type can change a book; the others need not even be decoded.
    [[nodiscard]] static bool is_changed_by(domain::EventType type);
    /// Folds one event. For an order that is judged: look() first, then apply(). A book with `most_open`: recall()
    /// before both.
    /// `looked`: the keys that look() found for this very version just now, which saves finding them again.
    void apply(const domain::Event& event, const OrderKeys* looked = nullptr);
    /// Takes up again what was put away of the order that an event is about. Faults: those of `recorded`; nothing has
    /// changed then.
    [[nodiscard]] base::Done recall(const domain::Event& event, const Recorded& recorded);

    [[nodiscard]] Facts look(const domain::TransactionVersion& version, base::Instant now) const;
    /// The same for an order that is applied next, with the keys that come back: what is new in it has its name then.
    [[nodiscard]] Facts meet(const domain::TransactionVersion& version, base::Instant now);

    [[nodiscard]] Told told() const;
    /// Orders whose marks are kept.
    [[nodiscard]] std::size_t open_orders() const { return marks_.open(); }

    friend bool operator==(const FactBook&, const FactBook&) = default;

private:
    void order(const domain::TransactionVersion& version, const OrderKeys& keys, base::Instant at);
    [[nodiscard]] Facts known(const domain::TransactionVersion& version, OrderKeys own_keys, base::Instant now) const;
    std::optional<Mark> take_out(const domain::TransactionKey& key, Print order);

    Register register_;
    Names names_;
    OrderMarks marks_;
    SpendBook spend_;
    Habits habits_;
    ContractUse contracts_;
    std::unordered_map<domain::AgentId, base::Instant> looked_;
};

} // namespace facts
