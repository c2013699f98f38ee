// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/approval_reader.h"

#include "app/policy/parts.h"

#include <set>

namespace policy {

namespace {

domain::AuthorityLine read_line(const json::View& view, json::Trouble& trouble) {
    json::Fields fields(view, trouble);
    domain::AuthorityLine line;
    line.id = read_id(fields, "id");
    line.person = domain::PersonId(std::string(fields.optional_string("person")));
    line.role = fields.optional_string("role");
    if (line.person.empty() == line.role.empty() && !trouble.any()) {
        fields.blame("id", base::FaultCode::malformed, "a line is for one person or for one role of the roster");
    }
    line.categories = read_texts(fields, "categories");
    line.cost_centres = read_texts(fields, "cost_centres");
    line.groups = read_texts(fields, "groups");
    line.up_to = read_money(fields, "up_to");
    if (line.up_to.minor < 0) {
        fields.blame("up_to", base::FaultCode::malformed, "authority is not below zero");
    }
    fields.refuse_others({"id", "person", "role", "categories", "cost_centres", "groups", "up_to"});
    return line;
}

base::Instant read_moment(json::Fields& fields, std::string_view name) {
    const auto moment = base::from_rfc3339(fields.string(name));
    if (!moment && !fields.trouble().any()) {
        fields.blame(name, moment.fault());
    }
    return moment ? *moment : base::Instant{};
}

domain::Delegation read_delegation(const json::View& view, json::Trouble& trouble) {
    json::Fields fields(view, trouble);
    domain::Delegation lent;
    lent.id = read_id(fields, "id");
    lent.from = domain::PersonId(std::string(fields.string("from")));
    lent.to = domain::PersonId(std::string(fields.string("to")));
    lent.since = read_moment(fields, "since");
    lent.until = read_moment(fields, "until");
    if (fields.has("up_to")) {
        lent.up_to = read_money(fields, "up_to");
    }
    lent.reason = fields.string("reason");
    if (!trouble.any()) {
        if (lent.from.empty() || lent.from == lent.to) {
            fields.blame("to", base::FaultCode::malformed, "authority is lent by one person to another");
        } else if (lent.until <= lent.since) {
            fields.blame("until", base::FaultCode::malformed, "a delegation ends after it begins");
        } else if (lent.up_to && lent.up_to->minor < 0) {
            fields.blame("up_to", base::FaultCode::malformed, "authority is not below zero");
        } else if (lent.reason.empty()) {
            fields.blame("reason", base::FaultCode::malformed, "a delegation says why it is made");
        }
    }
    fields.refuse_others({"id", "from", "to", "since", "until", "up_to", "reason"});
    return lent;
}

} // namespace

domain::AuthorityMatrix read_authority(const json::View& view, json::Trouble& trouble) {
    json::Fields fields(view, trouble);
    domain::AuthorityMatrix matrix;
    std::set<std::string> ids;
    if (const auto lines = fields.optional_array("lines")) {
        for (const json::View one : *lines) {
            matrix.lines.push_back(read_line(one, trouble));
            if (!ids.insert(matrix.lines.back().id).second && !trouble.any()) {
                fields.blame("lines", base::FaultCode::malformed, "the id " + matrix.lines.back().id + " is taken");
            }
        }
    }
    if (const auto delegations = fields.optional_array("delegations")) {
        for (const json::View one : *delegations) {
            matrix.delegations.push_back(read_delegation(one, trouble));
            if (!ids.insert(matrix.delegations.back().id).second && !trouble.any()) {
                fields.blame("delegations", base::FaultCode::malformed,
                             "the id " + matrix.delegations.back().id + " is taken");
            }
        }
    }
    fields.refuse_others({"lines", "delegations"});
    return matrix;
}

domain::Unanswered read_unanswered_rule(const json::View& view, json::Trouble& trouble) {
    json::Fields fields(view, trouble);
    domain::Unanswered rule;
    const std::string then(fields.string("then"));
    const auto known = domain::when_unanswered(then);
    if (!known && !trouble.any()) {
        fields.blame("then", base::FaultCode::malformed, "not expire, hold or escalate: " + then);
    }
    rule.then = known.value_or(domain::WhenUnanswered::expire);
    rule.person = domain::PersonId(std::string(fields.optional_string("person")));
    rule.role = fields.optional_string("role");
    const bool names_one = rule.person.empty() != rule.role.empty();
    const bool names_any = !rule.person.empty() || !rule.role.empty();
    const bool escalates = rule.then == domain::WhenUnanswered::escalate;
    if (!trouble.any() && (escalates ? !names_one : names_any)) {
        fields.blame("then", base::FaultCode::malformed,
                     escalates ? "escalating names one person or one role" : "only escalating names somebody");
    }
    fields.refuse_others({"then", "person", "role"});
    return rule;
}

} // namespace policy
