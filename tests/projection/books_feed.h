// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/projection/books.h"

#include <QTest>

#include <map>
#include <random>

/// Feeds for tests of the books: told by hand, or long and disorderly.
namespace books_feed {

using namespace projection;
using domain::EventType;
using domain::Money;
using ports::Handling;

inline domain::Currency currency(const char* code) {
    return domain::Currency::from_code(code).value();
}

inline Money euros(std::int64_t minor) {
    return {minor, currency("EUR")};
}

inline base::Instant at(const char* text) {
    return base::from_rfc3339(text).value();
}

/// A feed as a list of events, and the record's answer about single orders.
class Feed final : public OrderHistory {
public:
    std::vector<record::RecordedEvent> all;

    void add(EventType type, domain::Payload payload, base::Instant time, bool suspected = false) {
        record::RecordedEvent recorded;
        recorded.index = all.size();
        recorded.suspected = suspected;
        recorded.event.source = domain::SourceId("urn:test");
        recorded.event.type = type;
        recorded.event.time = time;
        recorded.event.payload = std::move(payload);
        all.push_back(std::move(recorded));
    }
    void requested(const std::string& id, Money gross, const char* time, const std::string& agent = "bot-1",
                   std::int32_t version = 1, domain::Side side = domain::Side::buying) {
        add(version == 1 ? EventType::transaction_requested : EventType::transaction_amended,
            version_of(id, gross, agent, version, side), at(time));
    }
    static domain::TransactionVersion version_of(const std::string& id, Money gross, const std::string& agent,
                                                 std::int32_t version, domain::Side side) {
        domain::TransactionVersion made;
        made.key = {domain::SourceId("urn:test"), domain::TransactionId(id)};
        made.version = version;
        made.subject.agent = domain::AgentId(agent);
        made.subject.owner = domain::OwnerId(agent == "bot-1" ? "works" : "office");
        made.subject.supplier = {domain::SupplierId("s-" + agent), domain::UntrustedText("Supplier of " + agent)};
        made.subject.category = "paper";
        made.subject.side = side;
        made.subject.gross = gross;
        return made;
    }
    void assessed(const std::string& id, domain::Tier tier, const char* time, std::int32_t version = 1) {
        domain::Assessment made;
        made.transaction = domain::TransactionId(id);
        made.version = version;
        made.tier = tier;
        add(EventType::assessment_made, made, at(time));
    }
    void step(EventType type, const std::string& id, const char* time, std::optional<Money> amount = {},
              const char* decision = nullptr, bool suspected = false) {
        domain::TransactionStep made;
        made.transaction = domain::TransactionId(id);
        made.agent = domain::AgentId("bot-1");
        made.amount = amount;
        if (decision != nullptr) {
            made.decision = domain::DecisionId(decision);
        }
        add(type, made, at(time), suspected);
    }

    /// Our verdict about a version, as an entry of the record.
    void judged(const std::string& id, domain::Tier tier, std::int32_t version = 1) {
        const std::uint64_t index = all.size();
        verdicts.emplace(index, Verdict{domain::TransactionId(id), {version, tier}});
        all.emplace_back().index = index;
    }

    base::Result<std::vector<Told>> told(const domain::TransactionKey& key, std::uint64_t before) override {
        ++asked;
        std::vector<Told> found;
        for (const auto& recorded : all) {
            if (const auto verdict = verdicts.find(recorded.index); verdict != verdicts.end()) {
                if (recorded.index < before && verdict->second.order == key.id) {
                    found.emplace_back(verdict->second.tier);
                }
                continue;
            }
            const auto* id = order_of(recorded.event);
            if (recorded.index < before && !recorded.suspected && id != nullptr && *id == key.id) {
                found.emplace_back(recorded.event);
            }
        }
        return found;
    }
    /// Folds one entry, an event or a verdict.
    [[nodiscard]] base::Done fold_into(Books& books, std::size_t index) {
        const auto verdict = verdicts.find(index);
        return verdict == verdicts.end() ? books.fold(all[index], *this)
                                         : books.fold(index, {domain::SourceId("urn:test"), verdict->second.order},
                                                      verdict->second.tier, *this);
    }
    struct Verdict {
        domain::TransactionId order;
        OwnTier tier;
    };
    std::map<std::uint64_t, Verdict> verdicts; ///< by their entries
    int asked = 0;
};

inline void fold(Books& books, Feed& feed) {
    for (std::size_t i = 0; i < feed.all.size(); ++i) {
        QVERIFY(feed.fold_into(books, i).ok());
    }
}

inline ports::SpendAnswer answer(const Books& books, ports::SpendSelection only = {}, const char* code = "EUR",
                                 ports::TierBy by = ports::TierBy::platform) {
    ports::SpendQuery query;
    query.edges = {at("2026-03-01T00:00:00Z"), at("2026-03-02T00:00:00Z"), at("2026-03-03T00:00:00Z")};
    query.currency = currency(code);
    query.only = std::move(only);
    query.by = by;
    return books.cube().answer(query).value();
}

using Cells =
    std::map<std::tuple<Quarter, std::string, std::string, std::string, std::string, int, int, int, std::string>,
             std::pair<Total, std::int64_t>>;

inline Cells cells_of(const SpendCube& cube) {
    Cells cells;
    cube.visit([&](Quarter quarter, const SpendKey& key, const Total& total, std::int64_t orders) {
        cells[{quarter, cube.agents.name(key.agent), cube.owners.name(key.owner), cube.suppliers.name(key.supplier),
               cube.categories.name(key.category), key.slot, key.own_slot, static_cast<int>(key.handling),
               std::string(key.currency.code())}] = {total, orders};
    });
    return cells;
}

/// A long disorderly feed: everything that may be told about an order, in any sequence, also twice and late.
inline void disorder(Feed& feed, unsigned seed, int count) {
    std::mt19937 engine(seed);
    const auto pick = [&](unsigned below) { return static_cast<unsigned>(engine() % below); };
    const std::array<EventType, 8> steps{EventType::transaction_held,      EventType::transaction_started,
                                         EventType::transaction_completed, EventType::transaction_failed,
                                         EventType::transaction_doubted,   EventType::transaction_returned,
                                         EventType::transaction_cancelled, EventType::transaction_completed};
    for (int i = 0; i < count; ++i) {
        const std::string id = "tx-" + std::to_string(pick(static_cast<unsigned>(count) / 6 + 1));
        const std::string time =
            "2026-03-0" + std::to_string(1 + pick(2)) + "T" + std::to_string(10 + pick(10)) + ":30:00Z";
        const Money money{pick(20) == 0 ? std::numeric_limits<std::int64_t>::max() - pick(3)
                                        : static_cast<std::int64_t>(pick(10'000)) - 2'000,
                          currency(pick(4) == 0 ? "JPY" : "EUR")};
        const std::string agent = "bot-" + std::to_string(pick(4));
        switch (pick(5)) {
        case 0:
            feed.requested(id, money, time.c_str(), agent, static_cast<std::int32_t>(1 + pick(3)),
                           pick(7) == 0 ? domain::Side::selling : domain::Side::buying);
            break;
        case 1:
            feed.assessed(id, static_cast<domain::Tier>(pick(5)), time.c_str(), static_cast<std::int32_t>(1 + pick(3)));
            break;
        case 2: feed.judged(id, static_cast<domain::Tier>(pick(5)), static_cast<std::int32_t>(1 + pick(3))); break;
        default:
            feed.step(steps[pick(8)], id, time.c_str(), pick(2) == 0 ? std::optional(money) : std::nullopt,
                      pick(3) == 0 ? "d-1" : nullptr, pick(15) == 0);
        }
    }
}

} // namespace books_feed
