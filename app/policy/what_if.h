// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"
#include "app/domain/what_if.h"
#include "app/facts/fact_book.h"
#include "app/policy/needs.h"
#include "app/policy/what_if_tally.h"

#include <memory>
#include <optional>
#include <thread>
#include <unordered_map>
#include <vector>

namespace policy {

struct WhatIfOptions {
    std::size_t listed = 2000; ///< orders in the list, the largest
    std::size_t threads = 2;   ///< that judge beside the caller's, which folds; 1: the caller's does both
    domain::Effort effort;
    std::optional<domain::SourceId> only; ///< judges its orders alone; everything else is folded into facts
};

/// Lets two policies judge stored history: events go in, in the order of the record, and every order is judged once by
/// both, in its newest version, over the facts that were known before that. Facts are folded on the calling thread;
/// other threads judge meanwhile what was folded before. The answer is the same for any number of threads.
class WhatIf {
public:
    /// Nothing when one of the two does not compile; why is in `findings` then.
    [[nodiscard]] static std::optional<WhatIf> make(const Document& before, const Document& after,
                                                    const WhatIfOptions& options, std::vector<Finding>& findings);

    /// An order was amended: what came before this version is folded and not judged. To be said before its events.
    void expect(const domain::TransactionKey& key, std::int32_t newest);
    void take(domain::Event event);
    /// An event that could not be read again.
    void leave_out() { ++unreadable_; }
    /// Everything so far. The object takes no more events then.
    [[nodiscard]] domain::WhatIf finish();

private:
    /// What one thread judges with.
    struct Judge {
        RuleBook before;
        RuleBook after;
        Tally tally;
        cel::Arena arena;
    };
    struct Prepared {
        domain::Event event; ///< its payload is the version
        facts::Facts facts;
        facts::Told told;
        std::uint64_t number = 0;
    };
    WhatIf(std::vector<std::unique_ptr<Judge>> judges, Needs needs, const WhatIfOptions& options);
    void flush();
    void settle();
    void judge(Judge& judge, const Prepared& one, base::Instant beginning) const;

    std::vector<std::unique_ptr<Judge>> judges_;
    Needs needs_;
    WhatIfOptions options_;
    Wanted wanted_;                                                   ///< what either policy reads
    bool same_rows_ = false;                                          ///< both policies make the same row of an order
    std::unordered_map<domain::TransactionKey, std::int32_t> newest_; ///< of amended orders
    facts::FactBook facts_;
    std::vector<Prepared> waiting_;
    std::vector<Prepared> under_way_;        ///< being judged
    std::optional<base::Instant> beginning_; ///< of the record, by the time of its events
    std::uint64_t orders_ = 0;
    std::uint64_t unreadable_ = 0;
    std::vector<std::jthread> threads_; ///< last: they end before what they read
};

} // namespace policy
