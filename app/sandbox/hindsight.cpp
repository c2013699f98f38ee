// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/hindsight.h"

#include "app/json/value.h"
#include "app/mapping/reader.h"
#include "app/sandbox/house_rules.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <tuple>

namespace sandbox {

namespace {

constexpr std::chrono::days refund_window{60};

struct Seen {
    domain::TransactionKey key;
    std::string pair; ///< agent and supplier
    std::int64_t minor = 0;
    std::int64_t limit = 0; ///< up to which an order is automatic
    base::Instant at{};
};

using Amounts = std::multimap<std::pair<std::string, std::int64_t>, base::Instant>;

/// A file with the same rows as one before it adds nothing: its orders would all be twins.
base::Done read_file(const std::filesystem::path& file, const mapping::Mapping& mapping,
                     std::set<std::string>& contents, std::vector<Seen>& all) {
    const std::size_t before = all.size();
    auto reader = mapping::Reader::open(file, mapping);
    if (!reader) {
        return reader.fault();
    }
    while (true) {
        const auto items = (*reader)->next(2000);
        if (!items) {
            return items.fault();
        }
        for (const mapping::Item& item : *items) {
            const auto* event = std::get_if<domain::Event>(&item.what);
            const auto* version = event ? std::get_if<domain::TransactionVersion>(&event->payload) : nullptr;
            if (version != nullptr) {
                const domain::Subject& order = version->subject;
                all.push_back({version->key, order.agent.bytes() + "\n" + order.supplier.id.bytes(), order.gross.minor,
                               automatic_limit(order.gross.currency.code()), event->time});
            }
        }
        if (items->empty()) {
            const auto content = (*reader)->summary().content;
            if (!contents.emplace(content.begin(), content.end()).second) {
                all.resize(before);
            }
            return {};
        }
    }
}

bool was_refunded(const Seen& one, const Amounts& amounts) {
    const auto [begin, end] = amounts.equal_range({one.pair, -one.minor});
    return std::any_of(
        begin, end, [&](const auto& back) { return back.second >= one.at && back.second - one.at <= refund_window; });
}

bool has_twin(const Seen& one, const Amounts& amounts) {
    const auto day = std::chrono::floor<std::chrono::days>(one.at);
    const auto [begin, end] = amounts.equal_range({one.pair, one.minor});
    return std::count_if(begin, end, [&](const auto& other) {
               return std::chrono::floor<std::chrono::days>(other.second) == day;
           }) > 1;
}

const char* why_needed(const Seen& one, const Amounts& amounts, const std::map<std::string, std::size_t>& pairs) {
    return one.minor <= 0                                     ? nullptr
           : was_refunded(one, amounts)                       ? "refunded"
           : has_twin(one, amounts)                           ? "twin"
           : one.minor >= 5 * one.limit                       ? "large"
           : one.minor > one.limit && pairs.at(one.pair) == 1 ? "one_off"
                                                              : nullptr;
}

} // namespace

base::Done label_files(const std::vector<std::filesystem::path>& files, const std::string& mapping, std::ostream& out) {
    const auto found = mapping::find(mapping);
    if (!found) {
        return found.fault();
    }
    std::vector<Seen> all;
    std::set<std::string> contents;
    for (const auto& file : files) {
        REEVE_TRY(read_file(file, *found, contents, all));
    }
    Amounts amounts;
    std::map<std::string, std::size_t> pairs;
    for (const Seen& one : all) {
        amounts.emplace(std::pair(one.pair, one.minor), one.at);
        pairs[one.pair] += one.minor > 0 ? 1 : 0;
    }
    for (const Seen& one : all) {
        const char* why = why_needed(one, amounts, pairs);
        out << json::canonical(json::Value::object({{"source", json::Value(one.key.source.bytes())},
                                                    {"transaction_id", json::Value(one.key.id.bytes())},
                                                    {"label", json::Value(why == nullptr ? "needless" : "needed")},
                                                    {"why", json::Value(why == nullptr ? "routine" : why)}}))
            << '\n';
    }
    return {};
}

} // namespace sandbox
