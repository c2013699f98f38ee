// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/members.h"

#include "app/base/encoding.h"

#include <algorithm>

namespace policy {

namespace {

/// Collects members that say something.
struct Collector {
    Members all;

    Collector& put(std::string name, std::string value) {
        if (!value.empty()) {
            all.emplace_back(std::move(name), std::move(value));
        }
        return *this;
    }
};

std::string listed(const auto& texts) {
    std::string all;
    for (const std::string& text : texts) {
        all += (all.empty() ? "" : ", ") + text;
    }
    return all;
}

std::string two_digits(int value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string time_of_day(int minute) {
    return two_digits(minute / 60) + ":" + two_digits(minute % 60);
}

/// As short as the rate allows: 1.150 is 1.15.
std::string decimal_of(const cel::Rate& rate) {
    std::string digits = std::to_string(rate.mantissa);
    const auto decimals = static_cast<std::size_t>(rate.decimals);
    if (decimals == 0) {
        return digits;
    }
    if (digits.size() <= decimals) {
        digits.insert(0, decimals + 1 - digits.size(), '0');
    }
    digits.insert(digits.size() - decimals, ".");
    digits.erase(digits.find_last_not_of('0') + 1);
    return digits.back() == '.' ? digits.substr(0, digits.size() - 1) : digits;
}

std::string tier_text(const std::optional<domain::Tier>& tier) {
    return tier ? std::string(domain::name_of(*tier)) : std::string();
}

bool alike(const std::string& field, const std::string& before, const std::string& after) {
    return before == after || (field == "when" && same_words(before) == same_words(after));
}

} // namespace

std::string_view name_of(Per per) {
    switch (per) {
    case Per::agent: return "agent";
    case Per::owner: return "owner";
    case Per::supplier: return "supplier";
    case Per::category: return "category";
    }
    return {};
}

std::string_view name_of(Period period) {
    switch (period) {
    case Period::day: return "day";
    case Period::week: return "week";
    case Period::days_30: return "days_30";
    case Period::month: return "month";
    }
    return {};
}

std::string text_of(const domain::Money& amount) {
    return domain::to_decimal(amount) + " " + std::string(amount.currency.code());
}

Members members_of(const TierFrom& tier) {
    return {{"from", text_of(tier.from)}};
}

Members members_of(const Rule& rule) {
    auto departments = rule.departments;
    auto evidence = rule.evidence;
    std::sort(departments.begin(), departments.end());
    std::sort(evidence.begin(), evidence.end());
    return Collector()
        .put("title", rule.title)
        .put("when", rule.when)
        .put("tier", tier_text(rule.tier))
        .put("severity", std::string(name_of(rule.severity)))
        .put("reason", rule.reason)
        .put("gather", rule.gather)
        .put("join", rule.join)
        .put("guidance", rule.guidance)
        .put("evidence", listed(evidence))
        .put("owner", rule.owner)
        .put("departments", listed(departments))
        .put("review_by", rule.review_by)
        .all;
}

Members members_of(const Limit& limit) {
    return Collector()
        .put("title", limit.title)
        .put("per", std::string(name_of(limit.per)))
        .put("key", limit.key)
        .put("period", std::string(name_of(limit.period)))
        .put("most", text_of(limit.most))
        .put("tier", std::string(domain::name_of(limit.tier)))
        .all;
}

Members members_of(const cel::Rate& rate) {
    return {{"rate", decimal_of(rate)}};
}

Members members_of(const Calendar& calendar) {
    constexpr const char* names[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    std::vector<std::string> days;
    for (std::size_t day = 0; day < 7; ++day) {
        if (calendar.days[day]) {
            days.emplace_back(names[day]);
        }
    }
    return Collector()
        .put("zone", calendar.zone)
        .put("days", listed(days))
        .put("from", time_of_day(calendar.from_minute))
        .put("to", time_of_day(calendar.to_minute))
        .put("holidays", listed(calendar.holidays))
        .all;
}

Members members_of(const std::pair<std::string, domain::Mode>& mode) {
    return {{"mode", std::string(name_of(mode.second))}};
}

Members members_of(const std::pair<domain::Tier, std::chrono::minutes>& answer) {
    return {{"minutes", std::to_string(answer.second.count())}};
}

Members members_of(const std::pair<domain::Tier, domain::Unanswered>& unanswered) {
    return Collector()
        .put("then", std::string(domain::name_of(unanswered.second.then)))
        .put("person", unanswered.second.person.bytes())
        .put("role", unanswered.second.role)
        .all;
}

Members members_of(const domain::Contract& price_list) {
    Collector collector;
    collector.put("title", price_list.title.bytes())
        .put("supplier", price_list.supplier.id.bytes())
        .put("from", base::to_rfc3339(price_list.not_before))
        .put("until", base::to_rfc3339(price_list.not_after));
    for (const domain::ContractPrice& price : price_list.prices) {
        collector.put("price of " + price.item_id + " in " + price.unit, text_of(price.unit_price));
    }
    return collector.all;
}

Members members_of(const Reviewer& reviewer) {
    return {{"name", reviewer.name},
            {"key", base::to_base64(reviewer.key)},
            {"look_percent", std::to_string(reviewer.look_percent)}};
}

Members members_of(const domain::AuthorityLine& line) {
    const auto sorted = [](std::vector<std::string> all) {
        std::sort(all.begin(), all.end());
        return listed(all);
    };
    return Collector()
        .put("person", line.person.bytes())
        .put("role", line.role)
        .put("categories", sorted(line.categories))
        .put("cost_centres", sorted(line.cost_centres))
        .put("groups", sorted(line.groups))
        .put("up_to", text_of(line.up_to))
        .all;
}

Members members_of(const domain::Delegation& delegation) {
    return Collector()
        .put("from", delegation.from.bytes())
        .put("to", delegation.to.bytes())
        .put("since", base::to_rfc3339(delegation.since))
        .put("until", base::to_rfc3339(delegation.until))
        .put("up_to", delegation.up_to ? text_of(*delegation.up_to) : std::string())
        .put("reason", delegation.reason)
        .all;
}

Members members_of(const TestCase& test) {
    Collector collector;
    for (const auto& [name, value] : test.given) {
        collector.put("given " + name, value);
    }
    collector.put("tier", std::string(domain::name_of(test.tier)));
    auto rules = test.rules;
    std::sort(rules.begin(), rules.end());
    return collector.put("rules", test.names_rules && rules.empty() ? "none" : listed(rules)).all;
}

std::vector<FieldChange> differing(const Members& before, const Members& after) {
    const auto value_of = [](const Members& all, const std::string& name) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == name; });
        return found == all.end() ? std::string() : found->second;
    };
    std::vector<FieldChange> changes;
    for (const auto& [name, is] : after) {
        const std::string was = value_of(before, name);
        if (!alike(name, was, is)) {
            changes.push_back({name, was, is});
        }
    }
    for (const auto& [name, was] : before) {
        if (value_of(after, name).empty()) {
            changes.push_back({name, was, {}});
        }
    }
    return changes;
}

} // namespace policy
