// SPDX-License-Identifier: GPL-3.0-or-later
//
// Re-verification of a record: leaf hash of every stored body and the root of the tree, as `reevectl verify` does it,
// beside raw SHA-256 over the same bytes: once body by body (one digest each, nothing else), once as a single stream
// (what the processor can do at most). Rounds take turns in one run; the table gives medians.
//
//   build/release/bin/bench_leaves [rounds] [bodies]
#include "app/crypto/digest.h"
#include "app/ledger/tree.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t body_bytes = 600;
constexpr std::size_t batch = 4096; ///< bodies that a verifier reads from the store at once

/// All bodies in one piece of memory, as rows come from a store, each different and about as long as an event.
class Bodies {
public:
    explicit Bodies(std::size_t count) {
        bytes_.reserve(count * (body_bytes + 32));
        for (std::size_t index = 0; index < count; ++index) {
            const std::size_t begin = bytes_.size();
            bytes_ += R"({"id":"e-)" + std::to_string(index) + R"(","purpose":")";
            bytes_.append(body_bytes + index % 17 - (bytes_.size() - begin), static_cast<char>('a' + index % 26));
            ends_.push_back(bytes_.size());
        }
    }
    [[nodiscard]] std::size_t count() const { return ends_.size(); }
    [[nodiscard]] std::string_view all() const { return bytes_; }
    [[nodiscard]] std::string_view at(std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
        return std::string_view(bytes_).substr(begin, ends_[index] - begin);
    }

private:
    std::string bytes_;
    std::vector<std::size_t> ends_;
};

domain::Digest verify(const Bodies& bodies) {
    ledger::Hasher hasher;
    ledger::Tree tree;
    std::vector<ledger::KeptNode> kept;
    std::vector<domain::Digest> leaves;
    for (std::size_t begin = 0; begin < bodies.count(); begin += batch) {
        leaves.clear();
        kept.clear();
        for (std::size_t index = begin; index < std::min(begin + batch, bodies.count()); ++index) {
            leaves.push_back(hasher.leaf(bodies.at(index)));
        }
        tree.append(leaves, hasher, kept);
    }
    return tree.root(hasher);
}

/// One digest for each body; the results are folded so that none can be left out.
domain::Digest hash_each(const Bodies& bodies) {
    crypto::Sha256 sha;
    domain::Digest folded{};
    for (std::size_t index = 0; index < bodies.count(); ++index) {
        const domain::Digest digest = sha.of(bodies.at(index));
        std::transform(digest.begin(), digest.end(), folded.begin(), folded.begin(),
                       [](std::uint8_t a, std::uint8_t b) { return static_cast<std::uint8_t>(a ^ b); });
    }
    return folded;
}

domain::Digest hash_stream(const Bodies& bodies) {
    crypto::Sha256 sha;
    return sha.of(bodies.all());
}

struct Side {
    const char* name;
    domain::Digest (*work)(const Bodies&);
    domain::Digest first{};
    std::vector<double> rates; ///< bodies per second
};

/// False when a side does not give the same result each time.
bool measure(const Bodies& bodies, Side& side) {
    const auto begin = std::chrono::steady_clock::now();
    const domain::Digest result = side.work(bodies);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    if (side.rates.empty()) {
        side.first = result;
    }
    side.rates.push_back(static_cast<double>(bodies.count()) / took.count());
    return result == side.first;
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv) {
    const int rounds = std::max(5, argc > 1 ? std::atoi(argv[1]) : 9);
    const int count = std::max(1000, argc > 2 ? std::atoi(argv[2]) : 200'000);
    const Bodies bodies(static_cast<std::size_t>(count));
    Side sides[] = {{"leaves and root, re-verified", verify, {}, {}},
                    {"raw SHA-256, body by body", hash_each, {}, {}},
                    {"raw SHA-256, one stream", hash_stream, {}, {}}};
    for (int round = 0; round < rounds; ++round) {
        for (Side& side : sides) {
            if (!measure(bodies, side)) {
                std::fprintf(stderr, "%s: two rounds gave different results\n", side.name);
                return 1;
            }
        }
    }
    const double megabytes = static_cast<double>(bodies.all().size()) / 1e6 / count;
    std::printf("%d bodies of about %zu bytes, median of %d rounds\n", count, body_bytes, rounds);
    for (const Side& side : sides) {
        const double rate = median(side.rates);
        std::printf("%-30s %10.0f bodies/s %8.0f MB/s  share of time %5.2f\n", side.name, rate, rate * megabytes,
                    median(sides[0].rates) / rate);
    }
    return 0;
}
