// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/needs.h"

#include "app/policy/difference.h"
#include "app/policy/members.h"

#include <algorithm>

namespace policy {

namespace {

using domain::Lack;
using std::chrono::hours;

hours span_of(Period period) {
    switch (period) {
    case Period::day: return hours(24);
    case Period::week: return hours(24 * 7);
    case Period::days_30: return hours(24 * 30);
    case Period::month: return hours(24 * 31);
    }
    return hours(0);
}

Need window(hours span) {
    return {Lack::window, span};
}

Need kind(Lack lack) {
    return {lack, hours(0)};
}

std::optional<Need> need_of(std::string_view name) {
    const auto begins = [name](std::string_view with) { return name.starts_with(with); };
    if (begins("spend.") || begins("orders.")) {
        const std::string_view last = name.substr(name.rfind('.') + 1);
        return window(span_of(period_named(last).value_or(Period::month)));
    }
    if (begins("together.") || name == "amount") {
        return window(hours(24));
    }
    if (name == "twins" || name == "repeats") {
        return window(name == "twins" ? hours(24 * 7) : hours(1));
    }
    if (begins("mandate.") && name != "mandate.id") {
        return kind(Lack::mandate);
    }
    if (begins("contract.") && name != "contract.id") {
        return kind(Lack::contract);
    }
    if (begins("human.")) {
        return kind(Lack::people);
    }
    if (name == "supplier.id" || name == "supplier.name" || name == "agent.id" || name == "payee.account") {
        return std::nullopt; // the order itself says
    }
    if (begins("supplier.") || begins("payee.") || name == "agent.orders" || name == "agent.days_known") {
        return kind(Lack::habits);
    }
    return begins("agent.") ? std::optional(kind(Lack::agent)) : std::nullopt;
}

/// Lines carry two facts among what the order says, so that their members have to be looked for.
std::optional<Need> need_of_lines(std::string_view condition) {
    return condition.find("contract_price") != std::string_view::npos ? std::optional(kind(Lack::contract))
           : condition.find("last_price") != std::string_view::npos   ? std::optional(kind(Lack::habits))
                                                                      : std::nullopt;
}

void add_rule(std::vector<RuleNeeds>& into, const RuleBook& book, const std::string& id) {
    const auto& rules = book.document().rules;
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == id; });
    if (found == rules.end()) {
        return;
    }
    RuleNeeds needs{static_cast<std::size_t>(found - rules.begin()), {}};
    for (const cel::Slot slot : book.reads(needs.rule)) {
        const std::string& name = vocabulary().names()[slot].name;
        const auto need = name == "lines" ? need_of_lines(found->when) : need_of(name);
        if (need) {
            needs.slots.emplace_back(slot, *need);
        }
    }
    if (!needs.slots.empty()) {
        into.push_back(std::move(needs));
    }
}

void add_limit(std::vector<Need>& into, const RuleBook& book, const std::string& id) {
    for (const Limit& limit : book.document().limits) {
        if (limit.id == id) {
            into.push_back(window(span_of(limit.period)));
        }
    }
}

bool names_a_contract(const domain::Subject& order) {
    return order.contract || std::any_of(order.lines.begin(), order.lines.end(),
                                         [](const domain::Line& line) { return line.contract.has_value(); });
}

bool is_lacking(const Need& need, const Case& one, const facts::Told& told, base::Instant beginning) {
    const domain::Subject& order = one.version.subject;
    switch (need.lack) {
    case Lack::agent: return one.facts.agent == nullptr;
    case Lack::mandate: return !told.mandates || (order.mandate && one.facts.mandate == nullptr);
    case Lack::contract: return !told.contracts || (names_a_contract(order) && one.facts.contract == nullptr);
    case Lack::window: return one.now - beginning < need.window;
    case Lack::habits: return one.now - beginning < habits_settle;
    case Lack::people: return !told.people;
    }
    return true;
}

/// The row with every fact that is lacking as this value.
std::vector<cel::Value> masked(const RuleNeeds& needs, const Side& side, const std::vector<bool>& lacks,
                               const cel::Value& as) {
    std::vector<cel::Value> row(side.row.begin(), side.row.end());
    for (std::size_t index = 0; index < needs.slots.size(); ++index) {
        if (lacks[index]) {
            row[needs.slots[index].first] = as;
        }
    }
    return row;
}

/// What is lacking of a rule's facts, where its outcome hangs on it: neither "there, but nobody knows what" nor "not
/// there" may make a difference.
std::optional<Lack> lacking_in(const std::vector<RuleNeeds>& rules, const Side& side, const Case& one,
                               const facts::Told& told, base::Instant beginning) {
    for (const RuleNeeds& needs : rules) {
        std::optional<Lack> first;
        std::vector<bool> lacks(needs.slots.size());
        for (std::size_t index = 0; index < needs.slots.size(); ++index) {
            lacks[index] = is_lacking(needs.slots[index].second, one, told, beginning);
            first = first || !lacks[index] ? first : std::optional(needs.slots[index].second.lack);
        }
        if (!first) {
            continue;
        }
        const auto unknown = side.book.value_of(
            needs.rule, masked(needs, side, lacks, cel::Value::error(cel::ErrorCode::unknown_value)));
        if (!unknown || unknown != side.book.value_of(needs.rule, masked(needs, side, lacks, cel::Value()))) {
            return first;
        }
    }
    return std::nullopt;
}

} // namespace

Needs needs_of(const RuleBook& before, const RuleBook& after) {
    Needs needs;
    for (const Change& change : compare(before.document(), after.document()).changes) {
        switch (change.part) {
        case Part::rule:
            add_rule(needs.before, before, change.id);
            add_rule(needs.after, after, change.id);
            break;
        case Part::limit:
            add_limit(needs.others, before, change.id);
            add_limit(needs.others, after, change.id);
            break;
        case Part::tier: needs.others.push_back(window(hours(24))); break; // pieces that belong together
        case Part::mode: needs.others.push_back(kind(Lack::agent)); break; // its group
        case Part::document:
        case Part::rate:
        case Part::calendar:
        case Part::answer:
        case Part::unanswered:
        case Part::price_list:
        case Part::reviewer:
        case Part::authority:
        case Part::delegation:
        case Part::test: break;
        }
    }
    return needs;
}

std::optional<Lack> lacking(const Needs& needs, const Side& before, const Side& after, const Case& one,
                            const facts::Told& told, base::Instant beginning) {
    for (const Need& need : needs.others) {
        if (is_lacking(need, one, told, beginning)) {
            return need.lack;
        }
    }
    const auto lack = lacking_in(needs.before, before, one, told, beginning);
    return lack ? lack : lacking_in(needs.after, after, one, told, beginning);
}

std::string_view name_of(Lack lack) {
    switch (lack) {
    case Lack::agent: return "agent";
    case Lack::mandate: return "mandate";
    case Lack::contract: return "contract";
    case Lack::window: return "window";
    case Lack::habits: return "habits";
    case Lack::people: return "people";
    }
    return {};
}

} // namespace policy
