// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fake_books.h"

#include "app/projection/headroom.h"
#include "app/projection/order_list.h"

#include "tests/ui/support/scenes.h"

#include <array>

namespace fake {

namespace {
const domain::SourceId feed("https://gateway.example/feed/1");
}

void Books::fold(domain::EventType type, domain::Payload payload, base::Instant time, bool suspected) {
    record::RecordedEvent recorded;
    recorded.index = all_.size();
    recorded.suspected = suspected;
    recorded.event.source = feed;
    recorded.event.type = type;
    recorded.event.time = time;
    recorded.event.payload = std::move(payload);
    all_.push_back(std::move(recorded));
    static_cast<void>(books_.fold(all_.back(), *this));
}

void Books::tell() {
    const auto news = std::make_shared<const ports::BookState>(state());
    for (const auto& follower : followers_) {
        follower(news);
    }
}

ports::BookState Books::state() const {
    ports::BookState state = books_.state();
    state.entries = entries == 0 ? state.folded : entries;
    state.fault = fault;
    return state;
}

base::Result<std::vector<projection::Told>> Books::told(const domain::TransactionKey& key, std::uint64_t before) {
    std::vector<projection::Told> found;
    for (const auto& recorded : all_) {
        if (const auto verdict = verdicts_.find(recorded.index); verdict != verdicts_.end()) {
            if (recorded.index < before && verdict->second.first == key.id) {
                found.emplace_back(verdict->second.second);
            }
            continue;
        }
        const auto* id = projection::order_of(recorded.event);
        if (recorded.index < before && id != nullptr && *id == key.id && !recorded.suspected) {
            found.emplace_back(recorded.event);
        }
    }
    return found;
}

void Books::order(const Order& order, base::Instant time) {
    domain::TransactionVersion version;
    version.key = {feed, domain::TransactionId(order.id)};
    version.subject.agent = domain::AgentId(order.agent);
    version.subject.owner = domain::OwnerId("halden");
    version.subject.supplier = {domain::SupplierId(order.supplier), domain::UntrustedText(order.supplier)};
    version.subject.category = order.category;
    version.subject.gross = order.gross;
    version.subject.conversation = domain::ConversationId("conv-" + order.id);
    fold(domain::EventType::transaction_requested, version, time);
    if (order.tier) {
        domain::Assessment assessment;
        assessment.transaction = version.key.id;
        assessment.tier = *order.tier;
        fold(domain::EventType::assessment_made, assessment, time);
    }
    if (order.judged) {
        const std::uint64_t index = all_.size();
        all_.emplace_back().index = index;
        const domain::Tier tier = order.own.value_or(order.tier.value_or(domain::Tier::confirm));
        verdicts_.insert({index, {version.key.id, {version.version, tier}}});
        static_cast<void>(books_.fold(index, version.key, verdicts_.at(index).second, *this));
    }
    domain::TransactionStep step;
    step.transaction = version.key.id;
    step.agent = version.subject.agent;
    step.amount = order.gross;
    if (order.human) {
        step.decision = domain::DecisionId("d-" + order.id);
    }
    fold(domain::EventType::transaction_completed, step, time + std::chrono::seconds(40));
    if (order.refund) {
        fold(domain::EventType::transaction_returned, step, time + std::chrono::hours(2));
    }
}

void Books::agent(const domain::Agent& agent, base::Instant heartbeat) {
    fold(domain::EventType::agent_registered, agent, heartbeat - std::chrono::hours(24 * 300));
    fold(domain::EventType::heartbeat_sent, domain::HeartbeatSent{agent.id}, heartbeat);
}

void Books::spend(ports::SpendQuery query, ports::Reply<ports::SpendAnswer> reply) {
    ++questions;
    auto answer = books_.cube().answer(query);
    if (answer) {
        answer->state = state();
    }
    reply(std::move(answer));
}

/// As the bookkeeper does it, from memory.
void Books::orders(ports::OrdersQuery query, ports::Reply<ports::OrdersPage> reply) {
    ports::OrdersPage page;
    page.more = true;
    std::uint64_t index = query.before.value_or(all_.size());
    while (page.more && page.lines.size() < lines_at_once) {
        page.more = index > 0;
        if (index == 0) {
            break;
        }
        const record::RecordedEvent& recorded = all_[--index];
        page.reached = index;
        if (verdicts_.contains(index) || recorded.suspected ||
            recorded.event.type != domain::EventType::transaction_completed) {
            continue;
        }
        ++page.looked_at;
        const domain::TransactionKey key{feed, *projection::order_of(recorded.event)};
        projection::OrderState order;
        const auto history = told(key, all_.size());
        for (const projection::Told& each : *history) {
            projection::advance(order, each);
        }
        if (auto line = projection::order_line(key, order, query)) {
            page.lines.push_back(std::move(*line));
        }
    }
    reply(std::move(page));
}

void Books::headroom(ports::HeadroomQuery query, ports::Reply<ports::Headroom> reply) {
    query.limits.push_back({"supplier-month",
                            "One supplier in a month",
                            ports::Whose::supplier,
                            {},
                            {300'000'00, domain::Currency::from_code("EUR").value()},
                            ports::Span::month});
    query.limits.push_back({"owner-week",
                            "One owner in a week",
                            ports::Whose::owner,
                            {},
                            {9'000'00, domain::Currency::from_code("EUR").value()},
                            ports::Span::week});
    ports::Headroom answer = projection::headroom(books_, query);
    answer.state = state();
    reply(std::move(answer));
}

void Books::follow_book(ports::Subscription<ports::BookState> subscriber) {
    subscriber(std::make_shared<const ports::BookState>(state()));
    followers_.push_back(std::move(subscriber));
}

void Books::fleet(ports::FleetQuery query, ports::Reply<ports::Fleet> reply) {
    ports::Fleet fleet = books_.fleet(query);
    fleet.state = state();
    reply(std::move(fleet));
}

void Books::agent(domain::AgentId id, ports::FleetQuery query, ports::Reply<ports::AgentPage> reply) {
    reply(books_.page(id, query));
}

namespace {

struct Machine {
    const char* id;
    const char* name;
    domain::AgentKind kind;
    const char* currency;
    std::int64_t budget;
    const char* supplier;
    const char* category;
    int minutes_silent;
};

constexpr std::array machines{
    Machine{"bot-7", "Office Supplies Buyer", domain::AgentKind::procurement_agent, "EUR", 2'000'000, "Nordlicht GmbH",
            "Stationery", 3},
    Machine{"bot-12", "Laboratory Buyer", domain::AgentKind::procurement_agent, "EUR", 900'000, "Glaswerk AG",
            "Laboratory", 8},
    Machine{"voice-2", "Canteen Voice Line", domain::AgentKind::voice_bot, "EUR", 600'000, "Käserei Sennhof", "Food",
            2},
    Machine{"toner-1", "Printer Fleet North", domain::AgentKind::device, "EUR", 300'000, "Nordlicht GmbH", "Stationery",
            95},
    Machine{"tokyo-1", "Tokyo Office Buyer", domain::AgentKind::procurement_agent, "JPY", 400'000'00, "Kanda Shokai",
            "Equipment", 5},
    Machine{"gulf-1", "Gulf Site Buyer", domain::AgentKind::procurement_agent, "KWD", 30'000'000, "Gulf Trading",
            "Raw material", 5},
    Machine{"sub-1", "Software Renewals", domain::AgentKind::subscription_renewer, "EUR", 0, "Cloudworks Ltd",
            "Software", 20},
};

/// Repeatable and uneven.
std::uint32_t mixed(std::uint32_t value) {
    value ^= value >> 16;
    value *= 0x7feb352dU;
    value ^= value >> 15;
    value *= 0x846ca68bU;
    return value ^ (value >> 16);
}

void register_machines(Books& books, base::Instant now) {
    for (const Machine& machine : machines) {
        domain::Agent agent;
        agent.id = domain::AgentId(machine.id);
        agent.name = domain::UntrustedText(machine.name);
        agent.kind = machine.kind;
        agent.owner = domain::OwnerId("halden");
        agent.owner_name = domain::UntrustedText("Halden Works");
        agent.group = "procurement";
        agent.model = "buyer-agent 4.2";
        agent.heartbeat_seconds = 600;
        if (machine.budget > 0) {
            agent.budget = domain::Money{machine.budget, domain::Currency::from_code(machine.currency).value()};
        }
        books.agent(agent, now - std::chrono::minutes(machine.minutes_silent));
        domain::Mandate mandate;
        mandate.id = domain::MandateId(std::string("m-") + machine.id);
        mandate.agent = agent.id;
        mandate.purpose = domain::UntrustedText("Keeps the shelves filled");
        mandate.categories = {machine.category};
        mandate.per_transaction = domain::Money{50'000, domain::Currency::from_code(machine.currency).value()};
        mandate.per_month = agent.budget;
        mandate.not_after = now + std::chrono::hours(24 * 200);
        books.fold(domain::EventType::mandate_granted, mandate, now - std::chrono::hours(24 * 299));
    }
    const auto change = [&](const char* id, domain::AgentStatus status) {
        books.fold(domain::EventType::agent_updated, domain::AgentUpdated{domain::AgentId(id), status, {}},
                   now - std::chrono::minutes(4));
    };
    change("bot-12", domain::AgentStatus::degraded);
    change("sub-1", domain::AgentStatus::idle);
    books.fold(domain::EventType::stop_ordered,
               domain::StopChanged{domain::StopId("s-1"), domain::AgentId("gulf-1"), domain::PersonId("ada"), {}, {}},
               now - std::chrono::minutes(1));
    books.fold(domain::EventType::probation_changed, domain::ProbationChanged{domain::AgentId("tokyo-1"), true, {}},
               now - std::chrono::hours(30));
}

} // namespace

void fill_books(Books& books) {
    const base::Instant now = morning();
    register_machines(books, now);
    std::uint32_t number = 0;
    for (int hour = 24 * 330; hour > 0; hour -= hour > 40 ? 3 : 1) {
        ++number;
        const std::uint32_t chance = mixed(number);
        const Machine& machine = machines[chance % machines.size()];
        Books::Order order;
        order.id = "TX-" + std::to_string(10'000 + number);
        order.agent = machine.id;
        order.supplier = chance % 5 == 0 ? "Bürohaus Nord" : machine.supplier;
        order.category = machine.category;
        const std::int64_t amount = 400 + static_cast<std::int64_t>(chance >> 8 & 0xFFFF) % 90'000;
        order.gross = {amount, domain::Currency::from_code(machine.currency).value()};
        const std::uint32_t tier = chance >> 24 & 31;
        if (tier < 30) {
            order.tier = tier < 18 ? domain::Tier::automatic
                                   : (tier < 25 ? domain::Tier::confirm
                                                : (tier < 29 ? domain::Tier::sign_off : domain::Tier::dual_sign_off));
        }
        order.human = tier >= 22 && tier < 30;
        order.refund = (chance >> 4 & 31) == 0;
        if ((chance >> 3 & 15) == 0) { // we are stricter here, and there the platform is
            order.own = order.tier == domain::Tier::automatic ? domain::Tier::sign_off : domain::Tier::automatic;
        }
        order.judged = hour > 2; // the newest are not judged yet
        books.order(order, now - std::chrono::hours(hour) + std::chrono::minutes(chance % 50));
    }
    domain::TransactionStep copy;
    copy.transaction = domain::TransactionId("copy");
    books.fold(domain::EventType::transaction_completed, copy, now, true);
}

} // namespace fake
