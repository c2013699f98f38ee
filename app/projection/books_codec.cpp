// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/books_codec.h"

#include "app/projection/packing.h"

#include <algorithm>

// Each list below names every member of its type (a structured binding), so that a member that comes later does not
// compile until it is kept as well.

namespace domain {

template <class Io>
void fields(Io& io, Money& money) {
    auto& [minor, currency] = money;
    projection::pack_all(io, minor, currency);
}

template <class Io>
void fields(Io& io, Supplier& supplier) {
    auto& [id, name] = supplier;
    projection::pack_all(io, id, name);
}

template <class Io>
void fields(Io& io, TransactionKey& key) {
    auto& [source, id] = key;
    projection::pack_all(io, source, id);
}

template <class Io>
void fields(Io& io, Tier& tier) {
    projection::pack_choice(io, tier, Tier::blocked);
}

template <class Io>
void fields(Io& io, Side& side) {
    projection::pack_choice(io, side, Side::selling);
}

template <class Io>
void fields(Io& io, TransactionState& state) {
    projection::pack_choice(io, state, TransactionState::expired);
}

template <class Io>
void fields(Io& io, AgentKind& kind) {
    projection::pack_choice(io, kind, AgentKind::other);
}

template <class Io>
void fields(Io& io, AgentStatus& status) {
    projection::pack_choice(io, status, AgentStatus::retired);
}

template <class Io>
void fields(Io& io, Agent& agent) {
    auto& [id, name, kind, owner, owner_name, group, model, budget, heartbeat, holds] = agent;
    projection::pack_all(io, id, name, kind, owner, owner_name, group, model, budget, heartbeat, holds);
}

template <class Io>
void fields(Io& io, Mandate& mandate) {
    auto& [id, agent, owner, purpose, categories, suppliers, per_transaction, per_month, not_before, not_after] =
        mandate;
    projection::pack_all(io, id, agent, owner, purpose, categories, suppliers, per_transaction, per_month, not_before,
                         not_after);
}

} // namespace domain

namespace ports {

template <class Io>
void fields(Io& io, StopState& state) {
    projection::pack_choice(io, state, StopState::acknowledged);
}

template <class Io>
void fields(Io& io, Handling& handling) {
    projection::pack_choice(io, handling, Handling::human);
}

template <class Io>
void fields(Io& io, AgentOrder& order) {
    auto& [key, time, gross, supplier, state, tier, escalated, human, conversation] = order;
    projection::pack_all(io, key, time, gross, supplier, state, tier, escalated, human, conversation);
}

} // namespace ports

namespace projection {

template <class Io>
void fields(Io& io, OwnTier& own) {
    auto& [version, tier] = own;
    pack_all(io, version, tier);
}

namespace {

template <class Io>
void fields(Io& io, SpendKey& key) {
    auto& [agent, owner, supplier, category, slot, own_slot, handling, currency] = key;
    pack_all(io, agent, owner, supplier, category, slot, own_slot, handling, currency);
}

/// Names after the empty one, in the order of their numbers.
template <class Io>
void names(Io& io, Interned& all) {
    if constexpr (Io::reads) {
        for (std::size_t left = io.count(); left > 0 && io.ok(); --left) {
            all.number(io.bytes());
        }
    } else {
        io.number(all.size() - 1);
        for (std::uint32_t i = 1; i < all.size(); ++i) {
            io.bytes(all.name(i));
        }
    }
}

template <class Io>
void by_number(Io& io, std::unordered_map<std::uint32_t, domain::UntrustedText>& map) {
    std::map<std::uint32_t, domain::UntrustedText> ordered(map.begin(), map.end());
    pack(io, ordered);
    if constexpr (Io::reads) {
        map.insert(ordered.begin(), ordered.end());
    }
}

template <class Io>
void moved(Io& io, std::optional<OrderState::Moved>& value) {
    bool is_there = value.has_value();
    pack(io, is_there);
    if constexpr (Io::reads) {
        value = is_there ? std::optional(OrderState::Moved()) : std::nullopt;
    }
    if (value) {
        auto& [time, amount] = *value;
        pack_all(io, time, amount);
    }
}

template <class Io>
void order(Io& io, OrderState& state) {
    auto& [version, agent, owner, supplier, category, side, gross, conversation, requested, step, tier, tier_version,
           own, escalated, human, completed, undone, is_returned] = state;
    pack_all(io, version, agent, owner, supplier, category, side, gross, conversation, requested, step, tier,
             tier_version, own, escalated, human);
    moved(io, completed);
    moved(io, undone);
    pack(io, is_returned);
}

template <class Io>
void known_agent(Io& io, AgentBook::Known& known) {
    auto& [agent, registered, status, note, probation, stop, heartbeat, seen, mandates, orders, hours] = known;
    pack_all(io, agent, registered, status, note, probation, stop, heartbeat, seen, mandates, orders);
    auto list = std::vector<std::pair<std::int64_t, AgentBook::Known::Hour>>(hours.begin(), hours.end());
    std::uint64_t left = list.size();
    if constexpr (Io::reads) {
        left = io.count();
    } else {
        io.number(left);
    }
    for (std::uint64_t i = 0; i < left; ++i) {
        auto hour = Io::reads ? std::pair<std::int64_t, AgentBook::Known::Hour>() : list[i];
        auto& [count, escalated] = hour.second;
        pack_all(io, hour.first, count, escalated);
        if constexpr (Io::reads) {
            hours.insert(hour);
        }
    }
}

} // namespace

template <class Io>
void BooksCodec::cube(Io& io, SpendCube& cube) {
    names(io, cube.agents);
    names(io, cube.owners);
    names(io, cube.suppliers);
    names(io, cube.categories);
    by_number(io, cube.supplier_names);
    by_number(io, cube.agent_names);
    if constexpr (Io::reads) {
        for (std::size_t quarters = io.count(); quarters > 0 && io.ok(); --quarters) {
            Quarter quarter = 0;
            pack(io, quarter);
            std::vector<SpendCube::Cell>& cells = cube.quarters_[quarter];
            cells.resize(io.count());
            for (SpendCube::Cell& cell : cells) {
                auto& [key, total, orders] = cell;
                fields(io, key);
                pack_all(io, total, orders);
                if (key.agent >= cube.agents.size() || key.owner >= cube.owners.size() ||
                    key.supplier >= cube.suppliers.size() || key.category >= cube.categories.size() ||
                    key.slot >= ports::tier_slots || key.own_slot >= ports::tier_slots) {
                    io.fail();
                }
            }
            cube.cells_ += cells.size();
        }
    } else {
        io.number(cube.quarters_.size());
        for (auto& [quarter, cells] : cube.quarters_) {
            Quarter number = quarter;
            pack(io, number);
            io.number(cells.size());
            for (SpendCube::Cell& cell : cells) {
                fields(io, cell.key);
                pack_all(io, cell.total, cell.orders);
            }
        }
    }
}

template <class Io>
void BooksCodec::agents(Io& io, AgentBook& book) {
    pack(io, book.fleet_stop_);
    if constexpr (Io::reads) {
        for (std::size_t left = io.count(); left > 0 && io.ok(); --left) {
            AgentBook::Known known;
            known_agent(io, known);
            const domain::AgentId id = known.agent.id;
            book.agents_.emplace(id, std::move(known));
        }
    } else {
        io.number(book.agents_.size());
        for (auto& [id, known] : book.agents_) {
            known_agent(io, known);
        }
    }
}

/// `folded`, `entries` and `fault` of the state are not the books' own; its reach is that of the cube.
template <class Io>
void BooksCodec::state(Io& io, Books& books) {
    pack_all(io, books.folded_, books.state_.revision, books.state_.set_aside, books.state_.contradicted,
             books.state_.sales);
}

/// Open orders in the order in which they came up, then what was put away.
void BooksCodec::write_orders(Packer& packer, const Books& books) {
    packer.number(books.open_.size());
    for (const Books::Opening& opening : books.order_of_opening_) {
        if (books.is_open(opening)) {
            domain::TransactionKey key = opening.key;
            OrderState state = books.open_.at(opening.key).state;
            pack(packer, key);
            order(packer, state);
        }
    }
    packer.number(books.away_.size());
    for (const std::uint64_t word : books.away_.words()) {
        packer.fixed(word);
    }
}

void BooksCodec::read_orders(Unpacker& unpacker, Books& books) {
    const std::size_t open = unpacker.count();
    books.open_.reserve(open);
    for (; books.openings_ < open && unpacker.ok(); ++books.openings_) {
        Books::Opening opening{{}, books.openings_};
        OrderState state;
        pack(unpacker, opening.key);
        order(unpacker, state);
        if (!books.open_.emplace(opening.key, Books::OpenOrder{std::move(state), opening.number}).second) {
            unpacker.fail(); // twice
        }
        books.order_of_opening_.push_back(std::move(opening));
    }
    const std::uint64_t away = unpacker.number();
    const std::uint64_t count = base::KeySketch::words_of(away);
    std::vector<std::uint64_t> words;
    for (std::uint64_t i = 0; i < count && unpacker.ok(); ++i) {
        words.push_back(unpacker.fixed());
    }
    if (!unpacker.ok() || !books.away_.restore(away, std::move(words))) {
        unpacker.fail();
    }
}

void BooksCodec::write(const Books& books, const std::function<void(std::string_view)>& sink) {
    Packer packer(sink);
    auto& source = const_cast<Books&>(books); // one list of fields serves both ways; a Packer changes nothing
    state(packer, source);
    cube(packer, source.cube_);
    agents(packer, source.agents_);
    write_orders(packer, books);
    packer.flush();
}

std::unique_ptr<Books> BooksCodec::read(std::string_view bytes, std::size_t most_open) {
    Unpacker unpacker(bytes);
    auto books = std::make_unique<Books>(most_open);
    state(unpacker, *books);
    cube(unpacker, books->cube_);
    agents(unpacker, books->agents_);
    read_orders(unpacker, *books);
    return unpacker.ok() && unpacker.at_end() ? std::move(books) : nullptr;
}

} // namespace projection
