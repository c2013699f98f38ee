// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes as a policy: refused with a place, or compiled; what compiles judges an order to a verdict that is told.
#include "app/policy/rehearsal.h"
#include "app/policy/rule_book.h"
#include "app/policy/seen.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

domain::TransactionVersion order(std::string_view bytes) {
    domain::TransactionVersion version;
    version.subject.agent = domain::AgentId("agent");
    version.subject.supplier.id = domain::SupplierId(std::string(bytes.substr(0, 20)));
    std::int64_t minor = 0;
    for (const char byte : bytes.substr(0, 8)) {
        minor = static_cast<std::int64_t>(static_cast<std::uint64_t>(minor) << 8U | static_cast<std::uint8_t>(byte));
    }
    const auto currency = domain::Currency::from_code("GBP").value();
    version.subject.gross = version.subject.net = {minor, currency};
    version.subject.tax = {0, currency};
    return version;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    auto document = policy::read_document(text);
    if (!document) {
        return 0;
    }
    std::vector<policy::Finding> findings;
    auto book = policy::RuleBook::compile(std::move(document).value(), findings);
    if (!book) {
        if (findings.empty()) {
            std::abort(); // refused without a reason
        }
        return 0;
    }
    static_cast<void>(policy::run_tests(*book));
    const domain::TransactionVersion version = order(text);
    const facts::FactBook facts;
    const facts::Facts known = facts.look(version, {});
    const policy::Case one{version, known, {}};
    const policy::Judged judged = book->judge_and_show(one);
    if (judged.verdict.unknown && judged.verdict.tier == domain::Tier::automatic) {
        std::abort(); // what cannot be known is never automatic
    }
    const std::string kept = json::canonical(policy::write_seen(one, judged, *book));
    const auto parsed = json::Document::parse(kept);
    cel::Arena arena;
    const auto recalled = parsed ? policy::read_seen(parsed->root(), version, *book, arena)
                                 : base::Result<policy::Recalled>(base::Fault{});
    if (!recalled || book->judge_again(*recalled).tier != judged.verdict.tier) {
        std::abort(); // what was seen gives the same verdict again
    }
    return 0;
}
