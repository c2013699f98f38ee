// SPDX-License-Identifier: GPL-3.0-or-later
//
// What judging history costs: facts folded again from events, beside a plain read of the same events, and the policy
// that ships over every order, without and with traces. Rounds take turns in one run; the table gives medians.
//
//   build/release/bin/bench_cel_policy [rounds]
#include "app/policy/rule_book.h"
#include "app/policy/shipped.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <random>
#include <vector>

namespace {

constexpr std::size_t order_count = 100'000;

domain::Money pounds(std::int64_t minor) {
    return {minor, domain::Currency::from_code("GBP").value()};
}

/// Half a year of a fleet of 40 agents and 300 suppliers.
std::vector<domain::Event> history() {
    std::mt19937 random(1);
    const base::Instant begin = base::from_rfc3339("2026-01-01T00:00:00Z").value();
    std::vector<domain::Event> events;
    for (int number = 0; number < 40; ++number) {
        domain::Agent agent;
        agent.id = domain::AgentId("agent-" + std::to_string(number));
        events.emplace_back().payload = agent;
    }
    for (std::size_t number = 0; number < order_count; ++number) {
        domain::TransactionVersion version;
        version.key.id = domain::TransactionId("T-" + std::to_string(number));
        domain::Subject& order = version.subject;
        order.agent = domain::AgentId("agent-" + std::to_string(random() % 40));
        order.owner = domain::OwnerId("owner-" + std::to_string(random() % 8));
        order.supplier.id = domain::SupplierId("supplier-" + std::to_string(random() % 300));
        order.category = "category-" + std::to_string(random() % 20);
        order.net = order.gross = pounds(static_cast<std::int64_t>(random() % 90'000));
        order.tax = pounds(0);
        for (std::size_t line = 0; line < 1 + random() % 3; ++line) {
            domain::Line one;
            one.item_id = "item-" + std::to_string(random() % 2000);
            one.quantity = "1";
            one.unit = "C62";
            one.unit_price = one.net = pounds(static_cast<std::int64_t>(random() % 30'000));
            order.lines.push_back(one);
        }
        domain::Event& event = events.emplace_back();
        event.type = domain::EventType::transaction_requested;
        event.time = begin + std::chrono::seconds(150 * number);
        event.payload = std::move(version);
    }
    return events;
}

double microseconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
    return took.count() / static_cast<double>(order_count);
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

std::uint64_t judged(const std::vector<domain::Event>& events, policy::RuleBook& book, policy::Detail detail) {
    facts::FactBook facts;
    std::uint64_t stopped = 0;
    for (const domain::Event& event : events) {
        const auto* version = std::get_if<domain::TransactionVersion>(&event.payload);
        if (version == nullptr) {
            facts.apply(event);
            continue;
        }
        const facts::Facts known = facts.meet(*version, event.time);
        stopped += book.judge({*version, known, event.time}, detail).stops() ? 1 : 0;
        facts.apply(event, &known.keys);
    }
    return stopped;
}

std::uint64_t folded(const std::vector<domain::Event>& events) {
    facts::FactBook facts;
    for (const domain::Event& event : events) {
        facts.apply(event);
    }
    return events.size();
}

/// What any reader of the events does at least: look at who, what and how much.
std::uint64_t read(const std::vector<domain::Event>& events) {
    return std::accumulate(events.begin(), events.end(), std::uint64_t{0}, [](std::uint64_t sum, const auto& event) {
        const auto* version = std::get_if<domain::TransactionVersion>(&event.payload);
        const std::hash<std::string> hash;
        return version == nullptr ? sum
                                  : sum + hash(version->subject.agent.bytes()) + hash(version->subject.category) +
                                        hash(version->subject.supplier.id.bytes()) + hash(version->key.id.bytes());
    });
}

} // namespace

int main(int argc, char** argv) {
    const int rounds = std::max(3, argc > 1 ? std::atoi(argv[1]) : 5);
    const auto document = policy::read_document(policy::shipped_policy());
    std::vector<policy::Finding> findings;
    auto book = document ? policy::RuleBook::compile(*document, findings) : std::nullopt;
    if (!book) {
        std::fprintf(stderr, "the policy that ships does not compile\n");
        return 1;
    }
    const std::vector<domain::Event> events = history();
    std::vector<double> plain, fold, decision, full;
    std::uint64_t stopped = 0;
    std::uint64_t sum = 0;
    for (int round = 0; round < rounds; ++round) {
        plain.push_back(microseconds([&] { sum += read(events); }));
        fold.push_back(microseconds([&] { sum += folded(events); }));
        decision.push_back(microseconds([&] { stopped = judged(events, *book, policy::Detail::decision); }));
        full.push_back(microseconds([&] { stopped = judged(events, *book, policy::Detail::full); }));
    }
    std::printf("%zu orders, %zu rules, %llu would wait, median of %d rounds (%llx)\n", order_count,
                book->document().rules.size(), static_cast<unsigned long long>(stopped), rounds,
                static_cast<unsigned long long>(sum));
    std::printf("a plain read of the events     %8.3f us per order\n", median(plain));
    std::printf("facts folded from the events   %8.3f us per order\n", median(fold));
    std::printf("folded and judged              %8.3f us per order, one thread\n", median(decision));
    std::printf("folded and judged with traces  %8.3f us per order, one thread\n", median(full));
    return stopped > 0 ? 0 : 1;
}
