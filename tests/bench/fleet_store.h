// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record/recorder.h"
#include "tests/record/feed_maker.h"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

/// Stores filled with orders of a fleet of 40 agents and 300 suppliers, for benchmarks over stored history.
namespace fleet {

inline domain::Money pounds(std::uint64_t minor) {
    return {static_cast<std::int64_t>(minor), domain::Currency::from_code("GBP").value()};
}

/// An order of one to three lines within a mandate; a year holds about 210,000 of them.
inline domain::Event order(FeedMaker& feed, std::size_t number, std::mt19937& random) {
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

inline std::vector<domain::Event> members(FeedMaker& feed) {
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

/// Fills a store unless it is there already: every order with so many steps behind it (at most two: assessed and
/// completed). Faults: those of the recorder.
inline base::Done fill(const std::filesystem::path& folder, std::size_t orders, int steps) {
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
    std::vector<domain::Event> events = members(feed);
    for (std::size_t number = 0; number < orders; ++number) {
        events.push_back(order(feed, number, random));
        const std::string id = "T-" + std::to_string(number);
        if (steps > 0) {
            events.push_back(feed.assessed(id, domain::Tier::automatic));
        }
        if (steps > 1) {
            events.push_back(feed.step(domain::EventType::transaction_completed, id));
        }
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

/// One in a folder that is named, which stays, or in a temporary one.
class Store {
public:
    Store(const char* folder, std::size_t orders, int steps)
        : kept_(folder != nullptr)
        , folder_(kept_ ? std::filesystem::path(folder)
                        : std::filesystem::temp_directory_path() / ("reeve-bench-" + std::to_string(::getpid()))) {
        const auto filled = fill(folder_, orders, steps);
        is_filled_ = filled.ok();
        if (!is_filled_) {
            std::fprintf(stderr, "%s\n", base::describe(filled.fault()).c_str());
        }
    }
    ~Store() {
        if (!kept_) {
            std::error_code error;
            std::filesystem::remove_all(folder_, error);
        }
    }
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    [[nodiscard]] bool is_filled() const { return is_filled_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    bool kept_;
    std::filesystem::path folder_;
    bool is_filled_ = false;
};

} // namespace fleet
