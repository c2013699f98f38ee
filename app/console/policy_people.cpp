// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/policy_people.h"

#include "app/domain/names.h"
#include "app/json/value.h"
#include "app/policy/text_place.h"

#include <algorithm>
#include <set>

namespace console {

namespace {

using base::Fault;
using base::FaultCode;
using json::Value;
using ports::PolicyEdit;

Value money(const domain::Money& amount) {
    return Value::object({{"minor", Value::decimal(amount.minor)}, {"currency", Value(amount.currency.code())}});
}

Value texts(const std::vector<std::string>& all) {
    std::vector<Value> values;
    for (const std::string& one : all) {
        values.emplace_back(one);
    }
    return Value::array(std::move(values));
}

/// "L-1", "L-2", …: the first that nothing in the matrix is called.
std::string free_id(const domain::AuthorityMatrix& matrix, const char* prefix) {
    std::set<std::string> taken;
    for (const domain::AuthorityLine& line : matrix.lines) {
        taken.insert(line.id);
    }
    for (const domain::Delegation& lent : matrix.delegations) {
        taken.insert(lent.id);
    }
    for (std::size_t number = 1;; ++number) {
        std::string id = prefix + std::to_string(number);
        if (!taken.contains(id)) {
            return id;
        }
    }
}

std::string text_of(const domain::AuthorityLine& line, const domain::AuthorityMatrix& matrix) {
    Value made = Value::object({{"id", Value(line.id.empty() ? free_id(matrix, "L-") : line.id)}});
    line.person.empty() ? made.set("role", Value(line.role)) : made.set("person", Value(line.person.bytes()));
    for (const auto& [name, all] : {std::pair("categories", &line.categories),
                                    std::pair("cost_centres", &line.cost_centres), std::pair("groups", &line.groups)}) {
        if (!all->empty()) {
            made.set(name, texts(*all));
        }
    }
    made.set("up_to", money(line.up_to));
    return json::canonical(made);
}

std::string text_of(const domain::Delegation& lent, const domain::AuthorityMatrix& matrix) {
    Value made = Value::object({{"id", Value(lent.id.empty() ? free_id(matrix, "D-") : lent.id)},
                                {"from", Value(lent.from.bytes())},
                                {"to", Value(lent.to.bytes())},
                                {"since", Value(base::to_rfc3339(lent.since))},
                                {"until", Value(base::to_rfc3339(lent.until))},
                                {"reason", Value(lent.reason)}});
    if (lent.up_to) {
        made.set("up_to", money(*lent.up_to));
    }
    return json::canonical(made);
}

/// What an item of the authority says beside its id, as JSON text; empty for what it does not say.
using Members = std::vector<std::pair<const char*, std::string>>;

Members members_of(const domain::AuthorityLine& line) {
    const auto all = [](const std::vector<std::string>& values) {
        return values.empty() ? std::string() : json::canonical(texts(values));
    };
    const auto word = [](const std::string& value) {
        return value.empty() ? std::string() : json::canonical(Value(value));
    };
    return {{"person", word(line.person.bytes())}, {"role", word(line.role)},
            {"categories", all(line.categories)},  {"cost_centres", all(line.cost_centres)},
            {"groups", all(line.groups)},          {"up_to", json::canonical(money(line.up_to))}};
}

Members members_of(const domain::Delegation& lent) {
    const auto word = [](const std::string& value) { return json::canonical(Value(value)); };
    return {{"from", word(lent.from.bytes())},
            {"to", word(lent.to.bytes())},
            {"since", word(base::to_rfc3339(lent.since))},
            {"until", word(base::to_rfc3339(lent.until))},
            {"up_to", lent.up_to ? json::canonical(money(*lent.up_to)) : std::string()},
            {"reason", word(lent.reason)}};
}

/// Sets what is said otherwise now, and nothing else: every other byte stays.
base::Result<std::string> change(const std::string& text, const std::string& item, const Members& was,
                                 const Members& now) {
    std::string made = text;
    for (std::size_t at = 0; at < now.size(); ++at) {
        if (was.at(at).second == now[at].second) {
            continue;
        }
        auto changed = policy::set_member(made, item, now[at].first, now[at].second);
        if (!changed) {
            return changed.fault();
        }
        made = std::move(changed).value();
    }
    return made;
}

std::string text_of(const domain::Unanswered& rule) {
    Value made = Value::object({{"then", Value(domain::name_of(rule.then))}});
    if (!rule.person.empty()) {
        made.set("person", Value(rule.person.bytes()));
    }
    if (!rule.role.empty()) {
        made.set("role", Value(rule.role));
    }
    return json::canonical(made);
}

/// Puts an item behind the last of a list of the authority, which is made where it is not there.
base::Result<std::string> append(const std::string& text, const std::string& list, const std::string& item) {
    if (!policy::find_value(text, "/authority")) {
        return policy::set_member(text, "", "authority", "{\"" + list + "\": [" + item + "]}");
    }
    if (!policy::find_value(text, "/authority/" + list)) {
        return policy::set_member(text, "/authority", list, "[" + item + "]");
    }
    return policy::append_item(text, "/authority/" + list, item);
}

/// Sets, or with an empty value takes away, what an object at the top says of a tier.
base::Result<std::string> set_for_tier(const std::string& text, const std::string& object, domain::Tier tier,
                                       const std::string& value) {
    const std::string name(domain::name_of(tier));
    if (!policy::find_value(text, "/" + object)) {
        return value.empty() ? base::Result<std::string>(text)
                             : policy::set_member(text, "", object, "{\"" + name + "\": " + value + "}");
    }
    if (value.empty() && !policy::find_value(text, "/" + object + "/" + name)) {
        return text;
    }
    return policy::set_member(text, "/" + object, name, value);
}

Fault wrong(const char* what, const char* where) {
    return {FaultCode::invalid_argument, what, where};
}

} // namespace

base::Result<std::string> edit_people(const std::string& text, const policy::Document& document,
                                      const PolicyEdit& edit) {
    using Kind = PolicyEdit::Kind;
    const domain::AuthorityMatrix& matrix = document.authority;
    const bool of_line = edit.kind == Kind::line_change || edit.kind == Kind::line_out;
    const bool of_lent = edit.kind == Kind::lent_change || edit.kind == Kind::lent_out;
    if ((of_line && edit.number >= matrix.lines.size()) || (of_lent && edit.number >= matrix.delegations.size())) {
        return Fault{FaultCode::not_found, "the policy has no such part", std::to_string(edit.number)};
    }
    const std::string number = std::to_string(edit.number);
    if (edit.kind == Kind::line_change) {
        return edit.line ? change(text, "/authority/lines/" + number, members_of(matrix.lines.at(edit.number)),
                                  members_of(*edit.line))
                         : base::Result<std::string>(wrong("no line is given", "line"));
    }
    if (edit.kind == Kind::lent_change) {
        return edit.delegation ? change(text, "/authority/delegations/" + number,
                                        members_of(matrix.delegations.at(edit.number)), members_of(*edit.delegation))
                               : base::Result<std::string>(wrong("no delegation is given", "delegation"));
    }
    if (edit.kind == Kind::line_in) {
        return edit.line ? append(text, "lines", text_of(*edit.line, matrix))
                         : base::Result<std::string>(wrong("no line is given", "line"));
    }
    if (edit.kind == Kind::lend) {
        return edit.delegation ? append(text, "delegations", text_of(*edit.delegation, matrix))
                               : base::Result<std::string>(wrong("no delegation is given", "delegation"));
    }
    if (edit.kind == Kind::line_out) {
        return policy::take_out(text, "/authority/lines/" + number);
    }
    if (edit.kind == Kind::lent_out) {
        return policy::take_out(text, "/authority/delegations/" + number);
    }
    if (!edit.tier) {
        return wrong("no tier is named", "tier");
    }
    if (edit.kind == Kind::when_unanswered) {
        return set_for_tier(text, "when_unanswered", *edit.tier, edit.unanswered ? text_of(*edit.unanswered) : "");
    }
    if (edit.number > 0) {
        return set_for_tier(text, "answer_within", *edit.tier, number);
    }
    // Without a time to answer there is nothing that happens when it is over.
    const auto without = set_for_tier(text, "when_unanswered", *edit.tier, "");
    return without ? set_for_tier(*without, "answer_within", *edit.tier, "") : without;
}

} // namespace console
