// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/spend_cube.h"

#include <algorithm>
#include <unordered_map>

namespace projection {

namespace {

using domain::Currency;
using ports::SpendAnswer;
using ports::Spent;

struct Sum {
    Total total;
    std::int64_t orders = 0;
    void add(const Total& more, std::int64_t count) {
        total.add(more);
        orders += count;
    }
    [[nodiscard]] Spent spent(const Currency& currency) const {
        return {{total.nearest(), currency}, !total.whole().has_value(), orders};
    }
};

using ByNumber = std::unordered_map<std::uint32_t, std::pair<Sum, Sum>>; ///< all, and the part of people

std::uint32_t name_in(const SpendKey& key, SpendCube::By by) {
    switch (by) {
    case SpendCube::By::agent: return key.agent;
    case SpendCube::By::owner: return key.owner;
    case SpendCube::By::supplier: return key.supplier;
    case SpendCube::By::category: return key.category;
    }
    return 0;
}

bool is_edge_list(const std::vector<base::Instant>& edges) {
    const auto whole = [](base::Instant edge) { return instant_of(quarter_of(edge)) == edge; };
    return edges.size() >= 2 && std::is_sorted(edges.begin(), edges.end()) &&
           std::all_of(edges.begin(), edges.end(), whole) && edges.size() <= 100'000;
}

ports::SpendList list_of(const ByNumber& sums, const Interned& names, std::uint32_t top, const Currency& currency,
                         const std::unordered_map<std::uint32_t, domain::UntrustedText>& shown_names) {
    std::vector<const ByNumber::value_type*> order;
    for (const auto& entry : sums) {
        order.push_back(&entry);
    }
    std::sort(order.begin(), order.end(), [&](const auto* left, const auto* right) {
        const Total& one = left->second.first.total;
        const Total& other = right->second.first.total;
        return one == other ? names.name(left->first) < names.name(right->first) : other < one;
    });
    ports::SpendList list;
    Sum others;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto& [number, both] = *order[i];
        if (i < top) {
            const auto name = shown_names.find(number);
            list.lines.push_back({names.name(number),
                                  name == shown_names.end() ? domain::UntrustedText() : name->second,
                                  both.first.spent(currency), both.second.spent(currency)});
        } else {
            others.add(both.first.total, both.first.orders);
            ++list.others_count;
        }
    }
    list.others = others.spent(currency);
    return list;
}

} // namespace

Quarter quarter_of(base::Instant instant) {
    return std::chrono::floor<std::chrono::duration<std::int64_t, std::ratio<900>>>(instant.time_since_epoch()).count();
}

base::Instant instant_of(Quarter quarter) {
    return base::Instant{quarter * quarter_length};
}

void SpendCube::change(const SpendPiece& piece, int sign) {
    std::vector<Cell>& cells = quarters_[piece.quarter];
    auto at = std::lower_bound(cells.begin(), cells.end(), piece.key,
                               [](const Cell& cell, const SpendKey& key) { return cell.key < key; });
    if (at == cells.end() || at->key != piece.key) {
        at = cells.insert(at, Cell{piece.key, {}, 0});
        ++cells_;
    }
    if (sign > 0) {
        at->total.add(piece.minor);
    } else {
        at->total.subtract(piece.minor);
    }
    at->orders += sign * piece.orders;
    if (at->orders == 0 && at->total == Total()) {
        cells.erase(at);
        --cells_;
        if (cells.empty()) {
            quarters_.erase(piece.quarter);
        }
    }
}

/// The sums of one answer, in one currency.
struct SpendCube::Gathering {
    struct Sums {
        std::array<Sum, ports::tier_slots> tiers{};
        std::array<Sum, 2> handling{};

        void add(const Cell& cell, std::size_t slot) {
            tiers[slot].add(cell.total, cell.orders);
            handling[static_cast<std::size_t>(cell.key.handling)].add(cell.total, cell.orders);
        }
        void write(const Currency& currency, std::array<Spent, ports::tier_slots>& tiers_into,
                   std::array<Spent, 2>& handling_into) const {
            const auto spent = [&](const Sum& sum) { return sum.spent(currency); };
            std::transform(tiers.begin(), tiers.end(), tiers_into.begin(), spent);
            std::transform(handling.begin(), handling.end(), handling_into.begin(), spent);
        }
    };
    std::vector<Sums> buckets;
    Sums all;
    Sum total;
    std::array<Sum, ports::agreements> agreement{};
    ByNumber agents, suppliers, categories;

    /// What is in the whole of it, beside the buckets.
    void add(const Cell& cell, std::size_t slot) {
        all.add(cell, slot);
        total.add(cell.total, cell.orders);
        const auto compared = ports::agreement_of(cell.key.own_slot, cell.key.slot);
        agreement[static_cast<std::size_t>(compared)].add(cell.total, cell.orders);
        add_to(agents[cell.key.agent], cell);
        add_to(suppliers[cell.key.supplier], cell);
        add_to(categories[cell.key.category], cell);
    }
    static void add_to(std::pair<Sum, Sum>& both, const Cell& cell) {
        both.first.add(cell.total, cell.orders);
        if (cell.key.handling == ports::Handling::human) {
            both.second.add(cell.total, cell.orders);
        }
    }
};

SpendCube::Wanted SpendCube::wanted(const ports::SpendQuery& query) const {
    const ports::SpendSelection& only = query.only;
    Wanted wanted;
    wanted.by = query.by;
    wanted.agreement = only.agreement;
    if (only.agent) {
        wanted.agent = agents.find(only.agent->bytes());
    }
    if (only.owner) {
        wanted.owner = owners.find(only.owner->bytes());
    }
    if (only.supplier) {
        wanted.supplier = suppliers.find(only.supplier->bytes());
    }
    if (only.category) {
        wanted.category = categories.find(*only.category);
    }
    wanted.slot = only.slot;
    wanted.handling = only.handling;
    return wanted;
}

std::vector<Spent> SpendCube::currencies(Quarter from, Quarter to, const Wanted& wanted) const {
    std::map<Currency, Sum> sums;
    const auto end = quarters_.lower_bound(to);
    for (auto quarter = quarters_.lower_bound(from); quarter != end; ++quarter) {
        for (const Cell& cell : quarter->second) {
            if (wanted.has(cell.key)) {
                sums[cell.key.currency].add(cell.total, cell.orders);
            }
        }
    }
    std::vector<Spent> all;
    for (const auto& [currency, sum] : sums) {
        all.push_back(sum.spent(currency));
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Spent& left, const Spent& right) { return left.orders > right.orders; });
    return all;
}

SpendCube::Gathering SpendCube::gather(const ports::SpendQuery& query, const Currency& currency,
                                       const Wanted& wanted) const {
    const std::vector<base::Instant>& edges = query.edges;
    const auto& within = query.only.within;
    Gathering sums;
    sums.buckets.resize(edges.size() - 1);
    std::size_t bucket = 0;
    const auto end = quarters_.lower_bound(quarter_of(edges.back()));
    for (auto quarter = quarters_.lower_bound(quarter_of(edges.front())); quarter != end; ++quarter) {
        while (instant_of(quarter->first) >= edges[bucket + 1]) {
            ++bucket;
        }
        const base::Instant time = instant_of(quarter->first);
        const bool inside = !within || (time >= within->from && time < within->to);
        for (const Cell& cell : quarter->second) {
            if (cell.key.currency != currency || !wanted.has(cell.key)) {
                continue;
            }
            const std::size_t slot = wanted.slot_in(cell.key);
            sums.buckets[bucket].add(cell, slot);
            if (inside) {
                sums.add(cell, slot);
            }
        }
    }
    return sums;
}

base::Result<SpendAnswer> SpendCube::answer(const ports::SpendQuery& query) const {
    if (!is_edge_list(query.edges)) {
        return base::Fault{base::FaultCode::invalid_argument, "edges must rise and lie at quarters of an hour", {}};
    }
    const Wanted only = wanted(query);
    SpendAnswer answer;
    answer.currencies = currencies(quarter_of(query.edges.front()), quarter_of(query.edges.back()), only);
    answer.currency = query.currency;
    if (!answer.currency.valid() && !answer.currencies.empty()) {
        answer.currency = answer.currencies.front().money.currency;
    }
    const Currency& currency = answer.currency;
    const Gathering sums = gather(query, currency, only);
    answer.total = sums.total.spent(currency);
    sums.all.write(currency, answer.tiers, answer.handling);
    std::transform(sums.agreement.begin(), sums.agreement.end(), answer.agreement.begin(),
                   [&currency](const Sum& sum) { return sum.spent(currency); });
    for (std::size_t i = 0; i < sums.buckets.size(); ++i) {
        ports::SpendBucket& bucket = answer.buckets.emplace_back();
        bucket.from = query.edges[i];
        sums.buckets[i].write(currency, bucket.tiers, bucket.handling);
    }
    answer.agents = list_of(sums.agents, agents, query.top, currency, agent_names);
    answer.suppliers = list_of(sums.suppliers, suppliers, query.top, currency, supplier_names);
    answer.categories = list_of(sums.categories, categories, query.top, currency, {});
    return answer;
}

std::map<std::pair<std::uint32_t, Currency>, Spent> SpendCube::by_agent(base::Instant from,
                                                                        std::uint32_t only_agent) const {
    std::map<std::pair<std::uint32_t, Currency>, Sum> sums;
    for (auto quarter = quarters_.lower_bound(quarter_of(from)); quarter != quarters_.end(); ++quarter) {
        for (const Cell& cell : quarter->second) {
            if (only_agent == UINT32_MAX || only_agent == cell.key.agent) {
                sums[{cell.key.agent, cell.key.currency}].add(cell.total, cell.orders);
            }
        }
    }
    std::map<std::pair<std::uint32_t, Currency>, Spent> spent;
    for (const auto& [key, sum] : sums) {
        spent.emplace(key, sum.spent(key.second));
    }
    return spent;
}

std::map<std::pair<std::uint32_t, Currency>, Spent> SpendCube::sums(By by, base::Instant from, base::Instant to) const {
    std::map<std::pair<std::uint32_t, Currency>, Sum> sums;
    const auto end = quarters_.lower_bound(quarter_of(to));
    for (auto quarter = quarters_.lower_bound(quarter_of(from)); quarter != end; ++quarter) {
        for (const Cell& cell : quarter->second) {
            sums[{name_in(cell.key, by), cell.key.currency}].add(cell.total, cell.orders);
        }
    }
    std::map<std::pair<std::uint32_t, Currency>, Spent> spent;
    for (const auto& [key, sum] : sums) {
        spent.emplace(key, sum.spent(key.second));
    }
    return spent;
}

std::vector<Quarter> SpendCube::firsts(By by) const {
    const std::size_t names = std::max({agents.size(), owners.size(), suppliers.size(), categories.size()});
    std::vector<Quarter> firsts(names, never);
    for (const auto& [quarter, cells] : quarters_) {
        for (const Cell& cell : cells) {
            Quarter& first = firsts[name_in(cell.key, by)];
            first = std::min(first, quarter);
        }
    }
    return firsts;
}

void SpendCube::visit(
    const std::function<void(Quarter, const SpendKey&, const Total&, std::int64_t orders)>& visit) const {
    for (const auto& [quarter, cells] : quarters_) {
        for (const Cell& cell : cells) {
            visit(quarter, cell.key, cell.total, cell.orders);
        }
    }
}

} // namespace projection
