// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/assessment.h"
#include "app/domain/subject.h"

#include <deque>
#include <map>
#include <string>
#include <tuple>

namespace sandbox {

/// What else the platform noticed about an order that its subject does not show (in a conversation or an invoice).
struct Notice {
    std::string code;
    std::string text;
    domain::Tier at_least = domain::Tier::sign_off;
};

/// The sandbox platform's own simple judgement: a tier by amount, raised by findings. Reeve puts its own beside it.
/// Remembers what it has seen, in the order of the events.
class HouseRules {
public:
    /// When the sandbox's world began: the dates of contracts count from there.
    void set_beginning(base::Instant beginning) { beginning_ = beginning; }

    /// Judges a version and remembers it. Transaction and version of the answer are the caller's to fill in.
    /// `by_policy`: what the last signed policy says instead of our own tier by amount.
    [[nodiscard]] domain::Assessment assess(const domain::Subject& subject, const std::vector<Notice>& notices,
                                            base::Instant now,
                                            const std::optional<domain::Tier>& by_policy = std::nullopt);
    /// Only remembers, for versions that were judged before a restart.
    void remember(const domain::Subject& subject, base::Instant when);

private:
    struct Seen {
        std::int64_t count = 0;
        double mean = 0;   ///< of ln(pounds)
        double square = 0; ///< sum of squared deviations (Welford)
    };
    struct Recent {
        base::Instant when;
        std::int64_t minor;
        std::string supplier;
        std::string first_line;
        std::string batch;
    };
    using Findings = std::vector<domain::Finding>;
    void find_prices(const domain::Subject& subject, base::Instant now, Findings& into) const;
    void find_habits(const domain::Subject& subject, base::Instant now, Findings& into) const;
    void find_supplier(const domain::Subject& subject, Findings& into) const;

    base::Instant beginning_{};
    std::map<domain::AgentId, Seen> agents_;
    std::map<domain::AgentId, std::deque<Recent>> recent_;
};

/// Up to which gross amount an order is automatic, in minor units of the currency; the higher tiers begin at 5, 25 and
/// 250 times that.
[[nodiscard]] std::int64_t automatic_limit(std::string_view currency);
[[nodiscard]] domain::Tier tier_by_amount(const domain::Subject& subject);
/// The tier that a finding asks for at least.
[[nodiscard]] domain::Tier tier_of_finding(std::string_view code);

} // namespace sandbox
