// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/event.h"
#include "app/facts/order_keys.h"
#include "app/ports/judging.h"
#include "app/verdicts/kept.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace newsroom {

/// What all verdicts together say: work items by cause, how every rule did, and what no rule spoke about. A fold over
/// the entries of the record in their order; pure, and the same again after a rebuild.
class JudgingTally {
public:
    /// Orders for which some rule fired; decisions about older ones are not attributed to rules any more.
    static constexpr std::size_t most_remembered = 30'000;
    static constexpr std::size_t most_items = 10'000;

    /// An order, to be followed by its verdict; or master data, which settles the work item about it.
    void event(std::uint64_t index, const domain::Event& event);
    void verdict(const domain::TransactionKey& key, base::Instant order_time, const verdicts::Kept& kept);
    /// A decision was signed, here or elsewhere; its id counts once.
    void decision(const domain::Decision& decision);
    /// A decision will not be carried out.
    void undone(const domain::DecisionId& decision);

    [[nodiscard]] std::uint64_t judged() const { return orders_; }
    /// Without the state. Names and rules that `policy` does not read or has are named as such.
    [[nodiscard]] ports::JudgingReport report(const policy::RuleBook& policy) const;

private:
    struct Order {
        std::string category;
        domain::Money gross;
        domain::Money net;
        domain::Money commitment;
    };
    /// A judged version that some rule fired for, with the amounts that a condition may compare.
    struct Fired {
        std::vector<ports::RuleScore*> scores; ///< into scores_
        domain::Money gross;
        domain::Money net;
        domain::Money commitment;
        std::optional<domain::Money> together;

        /// By the name of the policy's vocabulary; nothing: not kept, or of several currencies.
        [[nodiscard]] std::optional<domain::Money> amount(std::string_view name) const;
    };
    struct Category {
        std::uint64_t orders = 0;
        std::uint64_t silent = 0;
        std::map<domain::Currency, std::optional<std::int64_t>> sums; ///< nothing: beyond 64 bits
    };
    struct Decided {
        domain::TransactionKey key;
        domain::Verb verb = domain::Verb::approve;
        bool counts = true;
    };
    using Cause = std::pair<std::string, std::string>; ///< rule (empty: a master record) and cause

    void count_item(Cause cause, const domain::TransactionKey& key, base::Instant at);
    void count_silence(const Order& order, bool silent);
    void remember(const domain::TransactionKey& key, Fired one);
    void score(const Decided& decided, bool add);
    void suggest_raises(const policy::RuleBook& policy, std::vector<ports::RuleScore>& scores) const;
    void settle(const char* what, const std::string& id);

    std::uint64_t orders_ = 0;
    std::uint64_t silent_ = 0;
    std::uint64_t items_left_out_ = 0;
    std::map<std::uint64_t, Order> unjudged_; ///< by index
    std::map<Cause, ports::WorkItem> items_;
    std::map<std::string, ports::RuleScore> scores_;
    std::map<std::string, Category> categories_;
    std::unordered_map<facts::Print, Fired> fired_; ///< by order
    std::deque<facts::Print> fired_order_;          ///< oldest first
    std::map<domain::DecisionId, Decided> decided_;
};

} // namespace newsroom
