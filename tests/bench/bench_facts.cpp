// SPDX-License-Identifier: GPL-3.0-or-later
//
// What it costs to make all facts again from a record, against a plain read of the same record: both walk through the
// store and decode every event; the one only looks at the time of each. Every order has three events. Both sides take
// turns; the medians count.
//
//   build/release/bin/bench_facts [events, default 1000000] [folder of the store, default a temporary one] [rounds]
#include "app/archive/walk.h"
#include "app/facts/fact_book.h"
#include "tests/bench/fleet_store.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>

namespace {

constexpr std::size_t events_of_an_order = 3;
constexpr std::size_t most_open = 100'000; // as the judge keeps them

struct Round {
    double seconds = 0;
    std::uint64_t events = 0;
};

Round walk(const std::filesystem::path& store, const std::function<void(const domain::Event&)>& take) {
    Round round;
    const auto begin = std::chrono::steady_clock::now();
    archive::Walker walker;
    walker.take = [&](const domain::Event& event) {
        take(event);
        ++round.events;
    };
    walker.leave_out = [] {};
    walker.go_on = [](std::uint64_t, std::uint64_t) { return true; };
    if (const auto done = archive::walk_record(store, walker); !done) {
        std::fprintf(stderr, "bench_facts: %s\n", base::describe(done.fault()).c_str());
        std::exit(1);
    }
    round.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return round;
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

long peak_mebibytes() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (long value = 0; word == "VmHWM:" && status >> value) {
            return value / 1024;
        }
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const std::size_t wanted = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    const int rounds = std::max(1, argc > 3 ? std::atoi(argv[3]) : 3);
    const fleet::Store store(argc > 2 ? argv[2] : nullptr, wanted / events_of_an_order, 2);
    if (!store.is_filled()) {
        return 1;
    }
    std::vector<double> plain;
    std::vector<double> fold;
    std::uint64_t events = 0;
    std::size_t open = 0;
    base::Instant newest;
    for (int number = 0; number < rounds; ++number) {
        plain.push_back(
            walk(store.folder(), [&](const domain::Event& event) { newest = std::max(newest, event.time); }).seconds);
        facts::FactBook book(most_open);
        const Round made = walk(store.folder(), [&](const domain::Event& event) { book.apply(event); });
        fold.push_back(made.seconds);
        events = made.events;
        open = book.open_orders();
    }
    const double each = 1e6 / static_cast<double>(events);
    std::printf("%llu events up to %s, %zu orders kept open, median of %d rounds, peak %ld MiB\n",
                static_cast<unsigned long long>(events), base::to_rfc3339(newest).c_str(), open, rounds,
                peak_mebibytes());
    std::printf("a plain read      %7.2f s, %.2f us per event\n", median(plain), median(plain) * each);
    std::printf("facts made again  %7.2f s, %.2f us per event\n", median(fold), median(fold) * each);
    std::printf("ratio             %7.2f\n", median(fold) / median(plain));
    return 0;
}
