// SPDX-License-Identifier: GPL-3.0-or-later
//
// What-if over stored history: a store is filled with orders of a fleet, then the policy that ships and a draft judge
// every one of them, with one and with two threads that judge (a further one reads and decodes ahead).
//
//   build/release/bin/bench_what_if [orders, default 1000000] [folder of the store, default a temporary one]
#include "app/archive/walk.h"
#include "app/policy/shipped.h"
#include "app/policy/what_if.h"
#include "app/record/recorder.h"
#include "tests/record/feed_maker.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>

namespace {

double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

policy::Document draft() {
    policy::Document document = *policy::read_document(policy::shipped_policy());
    document.version = "draft";
    document.tiers.front().from.minor *= 2;
    for (policy::Rule& rule : document.rules) {
        if (rule.id == "new-supplier") {
            rule.when = "supplier.is_new && amount >= money('750.00 GBP')";
        }
    }
    return document;
}

domain::Money pounds(std::uint64_t minor) {
    return {static_cast<std::int64_t>(minor), domain::Currency::from_code("GBP").value()};
}

/// An order of one to three lines within a mandate; a year holds about 210,000 of them.
domain::Event order(FeedMaker& feed, std::size_t number, std::mt19937& random) {
    domain::TransactionVersion version = feed.version("T-" + std::to_string(number), 1, 0);
    domain::Subject& subject = version.subject;
    const std::string agent = std::to_string(random() % 40);
    subject.agent = domain::AgentId("agent-" + agent);
    subject.owner = domain::OwnerId("owner-" + std::to_string(random() % 8));
    subject.mandate = domain::MandateId("mandate-" + agent);
    const std::string supplier = "supplier-" + std::to_string(random() % 300);
    subject.supplier = {domain::SupplierId(supplier), domain::UntrustedText(supplier)};
    subject.category = "category-" + std::to_string(random() % 20);
    subject.net = subject.gross = pounds(random() % 110'000);
    subject.tax = pounds(0);
    for (std::size_t line = 0; line < 1 + random() % 3; ++line) {
        domain::Line one;
        one.line_id = std::to_string(line + 1);
        one.item_id = "item-" + std::to_string(random() % 2000);
        one.quantity = "1";
        one.unit = "C62";
        one.unit_price = one.net = pounds(random() % 30'000);
        subject.lines.push_back(one);
    }
    version.digest = crypto::sha256(wire::subject_bytes(version));
    domain::Event event = feed.event(domain::EventType::transaction_requested, std::move(version));
    event.time = FeedMaker::start() + std::chrono::seconds(150 * number);
    event.raw = wire::encode_event(event);
    return event;
}

std::vector<domain::Event> fleet(FeedMaker& feed) {
    std::vector<domain::Event> events;
    for (int number = 0; number < 40; ++number) {
        domain::Agent agent;
        agent.id = domain::AgentId("agent-" + std::to_string(number));
        agent.owner = domain::OwnerId("owner-1");
        events.push_back(feed.event(domain::EventType::agent_registered, agent));
        domain::Mandate mandate;
        mandate.id = domain::MandateId("mandate-" + std::to_string(number));
        mandate.agent = agent.id;
        mandate.owner = agent.owner;
        mandate.not_after = FeedMaker::start() + std::chrono::hours(24 * 3650);
        events.push_back(feed.event(domain::EventType::mandate_granted, mandate));
    }
    return events;
}

/// Fills a store unless it is there already. Faults: those of the recorder.
base::Done fill(const std::filesystem::path& folder, std::size_t orders) {
    if (std::filesystem::exists(folder)) {
        return {};
    }
    const base::SystemClock clock;
    record::Options options;
    options.folder = folder;
    auto recorder = record::Recorder::open(options, clock);
    if (!recorder) {
        return recorder.fault();
    }
    FeedMaker feed("urn:bench:gateway");
    std::mt19937 random(1);
    record::Preparer preparer;
    std::vector<domain::Event> events = fleet(feed);
    for (std::size_t number = 0; number < orders; ++number) {
        events.push_back(order(feed, number, random));
        if (events.size() >= 5000 || number + 1 == orders) {
            auto prepared = preparer.prepare(FeedMaker::frames(events));
            const auto published =
                prepared ? (*recorder)->append(*prepared) : base::Result<record::PublishedPtr>(prepared.fault());
            if (!published) {
                return published.fault();
            }
            events.clear();
        }
    }
    return {};
}

bool measure(const std::filesystem::path& store, std::size_t threads) {
    policy::WhatIfOptions options;
    options.threads = threads;
    std::vector<policy::Finding> findings;
    auto what_if = policy::WhatIf::make(*policy::read_document(policy::shipped_policy()), draft(), options, findings);
    const auto begin = std::chrono::steady_clock::now();
    archive::Walker walker;
    walker.take = [&](domain::Event event) { what_if->take(std::move(event)); };
    walker.leave_out = [&] { what_if->leave_out(); };
    walker.go_on = [](std::uint64_t, std::uint64_t) { return true; };
    const auto done = archive::walk_record(store, walker);
    const domain::WhatIf made = what_if->finish();
    const double took = seconds_since(begin);
    std::printf("%zu judging: %.2f s for %llu orders, %.2f us per order; %llu newly free, %llu not replayable\n",
                threads, took, static_cast<unsigned long long>(made.orders),
                took * 1e6 / static_cast<double>(made.orders), static_cast<unsigned long long>(made.newly_free.orders),
                static_cast<unsigned long long>(made.not_replayable.orders));
    return done.ok();
}

} // namespace

int main(int argc, char** argv) {
    const std::size_t orders = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    const bool kept = argc > 2;
    const std::filesystem::path folder =
        kept ? std::filesystem::path(argv[2])
             : std::filesystem::temp_directory_path() / ("reeve-bench-what-if-" + std::to_string(::getpid()));
    const auto filled = fill(folder, orders);
    bool good = filled.ok();
    if (!good) {
        std::fprintf(stderr, "%s\n", base::describe(filled.fault()).c_str());
    }
    good = good && measure(folder, 1) && measure(folder, 2);
    if (!kept) {
        std::filesystem::remove_all(folder);
    }
    return good ? 0 : 1;
}
