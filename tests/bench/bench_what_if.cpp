// SPDX-License-Identifier: GPL-3.0-or-later
//
// What-if over stored history: a store is filled with orders of a fleet, then the policy that ships and a draft judge
// every one of them, with one and with two threads that judge (a further one reads and decodes ahead).
//
//   build/release/bin/bench_what_if [orders, default 1000000] [folder of the store, default a temporary one]
#include "app/archive/walk.h"
#include "app/policy/shipped.h"
#include "app/policy/what_if.h"
#include "tests/bench/fleet_store.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
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
    if (!done) {
        std::fprintf(stderr, "bench_what_if: %s\n", base::describe(done.fault()).c_str());
    }
    return done.ok();
}

} // namespace

int main(int argc, char** argv) {
    const std::size_t orders = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    const fleet::Store store(argc > 2 ? argv[2] : nullptr, orders, 0);
    return store.is_filled() && measure(store.folder(), 1) && measure(store.folder(), 2) ? 0 : 1;
}
