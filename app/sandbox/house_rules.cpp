// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/house_rules.h"

#include "app/sandbox/market.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace sandbox {

using domain::Finding;
using domain::Subject;
using domain::Tier;
using domain::UntrustedText;

namespace {

constexpr std::size_t recent_kept = 64;
constexpr auto duplicate_window = std::chrono::hours(24);
constexpr auto split_window = std::chrono::hours(1);

Finding finding(std::string code, std::string text) {
    return {std::move(code), UntrustedText(std::move(text))};
}

std::int64_t exposure(const Subject& subject) {
    const std::int64_t commitment = subject.total_commitment ? std::abs(subject.total_commitment->minor) : 0;
    return std::max(std::abs(subject.gross.minor), commitment);
}

double log_pounds(const Subject& subject) {
    const double minor = std::max<double>(1.0, std::abs(static_cast<double>(subject.gross.minor)));
    return std::log(minor / minor_per_pound(subject.gross.currency.code()));
}

std::string first_line(const Subject& subject) {
    return subject.lines.empty() ? std::string() : subject.lines.front().description.bytes();
}

std::string decimal(const domain::Money& amount) {
    return domain::to_decimal(amount) + ' ' + std::string(amount.currency.code());
}

/// A name folded so that what looks alike is equal: the Cyrillic letters that copy Latin ones, digits for letters.
std::string skeleton(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, char>, 8> twins = {{{"\xD0\xB0", 'a'},
                                                                         {"\xD0\xB5", 'e'},
                                                                         {"\xD0\xBE", 'o'},
                                                                         {"\xD1\x80", 'p'},
                                                                         {"\xD1\x81", 'c'},
                                                                         {"\xD1\x85", 'x'},
                                                                         {"\xD1\x83", 'y'},
                                                                         {"\xD1\x96", 'i'}}};
    std::string folded;
    while (!name.empty()) {
        const auto twin =
            std::find_if(twins.begin(), twins.end(), [&](const auto& each) { return name.starts_with(each.first); });
        const char letter = twin != twins.end() ? twin->second : name.front();
        folded += letter == '0' ? 'o' : letter == '1' ? 'l' : letter;
        name.remove_prefix(twin != twins.end() ? twin->first.size() : 1);
    }
    return folded;
}

std::string_view escalation_word(Tier tier) {
    switch (tier) {
    case Tier::automatic: return "";
    case Tier::confirm: return "requires_buyer_review";
    case Tier::sign_off: return "requires_escalation";
    case Tier::dual_sign_off: return "pending_approval";
    case Tier::blocked: return "manual_review";
    }
    return "";
}

} // namespace

std::int64_t automatic_limit(std::string_view currency) {
    return static_cast<std::int64_t>(std::llround(1000 * minor_per_pound(currency)));
}

Tier tier_by_amount(const Subject& subject) {
    const std::int64_t automatic = automatic_limit(subject.gross.currency.code());
    const std::int64_t amount = exposure(subject);
    if (amount <= automatic) {
        return Tier::automatic;
    }
    if (amount <= 5 * automatic) {
        return Tier::confirm;
    }
    if (amount <= 25 * automatic) {
        return Tier::sign_off;
    }
    return amount <= 250 * automatic ? Tier::dual_sign_off : Tier::blocked;
}

Tier tier_of_finding(std::string_view code) {
    if (code == "supplier_imitated") {
        return Tier::blocked;
    }
    if (code == "unusual_amount" || code == "duplicate_suspected" || code == "over_catalogue_price" ||
        code == "supplier_outside_mandate" || code == "over_mandate") {
        return Tier::confirm;
    }
    if (code == "declared_batch") {
        return Tier::automatic;
    }
    return Tier::sign_off;
}

void HouseRules::find_prices(const Subject& subject, base::Instant now, Findings& into) const {
    for (const domain::Line& line : subject.lines) {
        const Item* known = find_item(line.item_id);
        if (known == nullptr) {
            continue;
        }
        const Item& listed = *known;
        if (listed.contract.empty() && line.unit_price.minor > listed.price) {
            into.push_back(finding("over_catalogue_price", "Line " + line.line_id + " costs " +
                                                               decimal(line.unit_price) + ", the catalogue says " +
                                                               decimal({listed.price, line.unit_price.currency})));
        }
        if (!listed.contract.empty() && line.unit_price.minor > listed.contract_price) {
            into.push_back(
                finding("over_contract_price", "Line " + line.line_id + " costs " + decimal(line.unit_price) +
                                                   ", contract " + std::string(listed.contract) + " says " +
                                                   decimal({listed.contract_price, line.unit_price.currency})));
        }
    }
    for (const Agreement& each : agreements()) {
        const bool named = subject.contract && subject.contract->bytes() == each.id;
        if (named && now >= beginning_ + std::chrono::days(each.ends_days)) {
            into.push_back(finding("contract_expired", "Contract " + std::string(each.id) + " has ended"));
        }
    }
}

void HouseRules::find_habits(const Subject& subject, base::Instant now, Findings& into) const {
    const auto seen = agents_.find(subject.agent);
    if (seen != agents_.end() && seen->second.count >= 12 && !subject.batch) {
        const double deviation =
            std::max(0.4, std::sqrt(seen->second.square / static_cast<double>(seen->second.count - 1)));
        if (log_pounds(subject) > seen->second.mean + 4 * deviation) {
            into.push_back(finding("unusual_amount", decimal(subject.gross) + " is far above what this agent spends (" +
                                                         std::to_string(seen->second.count) + " orders seen)"));
        }
    }
    const auto recent = recent_.find(subject.agent);
    if (recent == recent_.end() || subject.batch) {
        return;
    }
    const std::int64_t limit = automatic_limit(subject.gross.currency.code());
    const auto just_under = [limit](std::int64_t minor) { return minor <= limit && minor > limit * 9 / 10; };
    int pieces = just_under(subject.gross.minor) ? 1 : 0;
    for (const Recent& before : recent->second) {
        const bool same_supplier = before.supplier == subject.supplier.id.bytes();
        if (same_supplier && before.minor == subject.gross.minor && before.first_line == first_line(subject) &&
            std::abs(before.minor) > limit / 20 && now - before.when < duplicate_window) {
            into.push_back(finding(
                "duplicate_suspected",
                "The same order was placed " +
                    std::to_string(std::chrono::duration_cast<std::chrono::minutes>(now - before.when).count()) +
                    " minutes before"));
            break;
        }
        pieces += same_supplier && just_under(before.minor) && now - before.when < split_window ? 1 : 0;
    }
    if (pieces >= 3 && just_under(subject.gross.minor)) {
        into.push_back(finding("split_suspected",
                               std::to_string(pieces) + " orders just under the automatic limit within one hour"));
    }
}

void HouseRules::find_supplier(const Subject& subject, Findings& into) const {
    const std::string& name = subject.supplier.name.bytes();
    for (const Shop& known : shops()) {
        if (known.id == subject.supplier.id.bytes()) {
            if (subject.payee.account != known.account) {
                into.push_back(finding("payee_changed", "The account is not the one known for " + name));
            }
            return;
        }
    }
    for (const Shop& known : shops()) {
        if (known.name != name && skeleton(name) == skeleton(known.name)) {
            into.push_back(finding("supplier_imitated", "The name looks like " + std::string(known.name) +
                                                            " and is spelt with other letters"));
            return;
        }
    }
    into.push_back(finding("supplier_unknown", "No such supplier is known"));
}

domain::Assessment HouseRules::assess(const Subject& subject, const std::vector<Notice>& notices, base::Instant now,
                                      const std::optional<Tier>& by_policy) {
    domain::Assessment made;
    made.tier = by_policy.value_or(tier_by_amount(subject));
    find_supplier(subject, made.findings);
    find_prices(subject, now, made.findings);
    find_habits(subject, now, made.findings);
    if (subject.total_commitment && tier_by_amount(subject) >= Tier::sign_off) {
        made.findings.push_back(finding("term_commitment", "Binds " + decimal(*subject.total_commitment) + " over " +
                                                               std::to_string(subject.term_months) + " months"));
    }
    if (subject.batch) {
        made.findings.push_back(finding("declared_batch", "Part of the declared run " + subject.batch->bytes()));
    }
    for (const Finding& each : made.findings) {
        made.tier = std::max(made.tier, tier_of_finding(each.code));
    }
    for (const Notice& notice : notices) {
        made.findings.push_back(finding(notice.code, notice.text));
        made.tier = std::max(made.tier, notice.at_least);
    }
    made.escalation = escalation_word(made.tier);
    remember(subject, now);
    return made;
}

void HouseRules::remember(const Subject& subject, base::Instant when) {
    Seen& seen = agents_[subject.agent];
    ++seen.count;
    const double value = log_pounds(subject);
    const double before = value - seen.mean;
    seen.mean += before / static_cast<double>(seen.count);
    seen.square += before * (value - seen.mean);
    auto& recent = recent_[subject.agent];
    recent.push_back({when, subject.gross.minor, subject.supplier.id.bytes(), first_line(subject),
                      subject.batch ? subject.batch->bytes() : std::string()});
    if (recent.size() > recent_kept) {
        recent.pop_front();
    }
}

} // namespace sandbox
