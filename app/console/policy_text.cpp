// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/policy_text.h"

#include "app/base/encoding.h"
#include "app/console/policy_people.h"
#include "app/domain/names.h"
#include "app/json/value.h"
#include "app/policy/rule_book.h"
#include "app/policy/thresholds.h"
#include "app/verdicts/policy_doubts.h"

namespace console {

namespace {

using ports::PolicyEdit;

ports::PolicyProblem problem_of(const std::string& text, const base::Fault& fault, bool fatal) {
    ports::PolicyProblem problem{fault.where, fault.detail, 0, 0, fatal};
    if (const auto place = policy::find_fault(text, fault.where)) {
        problem.begin = place->begin;
        problem.end = place->end;
    }
    return problem;
}

std::string pointer_of(std::size_t rule) {
    return "/rules/" + std::to_string(rule);
}

ports::RuleOutline outline_of(const std::string& text, const policy::Rule& rule, std::size_t number) {
    ports::RuleOutline one;
    one.number = number;
    one.id = rule.id;
    one.title = rule.title;
    one.when = rule.when;
    one.reason = rule.reason;
    one.guidance = rule.guidance;
    one.owner = rule.owner;
    one.review_by = rule.review_by;
    one.tier = rule.tier;
    one.severity = rule.severity;
    for (policy::FoundThreshold& found : policy::thresholds_of(rule.when)) {
        one.thresholds.push_back({std::move(found.text), found.amount});
    }
    if (const auto place = policy::find_value(text, pointer_of(number))) {
        one.raw = text.substr(place->begin, place->end - place->begin);
    }
    return one;
}

std::string quoted(const std::string& text) {
    return json::canonical(json::Value(text));
}

/// How many parts of the kind that an edit is about there are; one more may be put behind the reviewers.
std::optional<std::size_t> parts_of(const policy::Document& document, PolicyEdit::Kind kind) {
    switch (kind) {
    case PolicyEdit::Kind::version:
    case PolicyEdit::Kind::put_back:
    case PolicyEdit::Kind::own_view:
    case PolicyEdit::Kind::line_change:
    case PolicyEdit::Kind::line_in:
    case PolicyEdit::Kind::line_out:
    case PolicyEdit::Kind::lend:
    case PolicyEdit::Kind::lent_change:
    case PolicyEdit::Kind::lent_out:
    case PolicyEdit::Kind::answer_within:
    case PolicyEdit::Kind::when_unanswered: return std::nullopt; // edit_people() looks itself
    case PolicyEdit::Kind::tier_from: return document.tiers.size();
    case PolicyEdit::Kind::reviewer: return document.reviewers.size() + 1;
    case PolicyEdit::Kind::dismiss: return document.reviewers.size();
    case PolicyEdit::Kind::title:
    case PolicyEdit::Kind::guidance:
    case PolicyEdit::Kind::tier:
    case PolicyEdit::Kind::threshold:
    case PolicyEdit::Kind::take_out: break;
    }
    return document.rules.size();
}

base::Result<policy::Document> document_of(const std::string& text, const PolicyEdit& edit) {
    auto document = policy::read_document(text);
    if (document && edit.number >= parts_of(*document, edit.kind).value_or(edit.number + 1)) {
        return base::Fault{base::FaultCode::not_found, "the policy has no such part", std::to_string(edit.number)};
    }
    return document;
}

base::Result<std::string> set_tier_from(const std::string& text, const PolicyEdit& edit) {
    if (!edit.amount) {
        return base::Fault{base::FaultCode::invalid_argument, "a tier begins with an amount", "amount"};
    }
    const auto amount = json::Value::object(
        {{"minor", json::Value::decimal(edit.amount->minor)}, {"currency", json::Value(edit.amount->currency.code())}});
    return policy::set_member(text, "/tiers/" + std::to_string(edit.number), "from", json::canonical(amount));
}

base::Result<std::string> set_threshold(const std::string& text, const PolicyEdit& edit, const policy::Rule& rule) {
    const std::string value =
        edit.amount ? domain::to_decimal(*edit.amount) + " " + std::string(edit.amount->currency.code()) : edit.text;
    const auto when = policy::with_threshold(rule.when, edit.threshold, value);
    return when ? policy::set_member(text, pointer_of(edit.number), "when", quoted(*when)) : when;
}

base::Result<std::string> set_own_view(const std::string& text, const PolicyEdit& edit) {
    if (edit.number > 100) {
        return base::Fault{base::FaultCode::invalid_argument, "a share is 0 to 100 of a hundred", "own_view_percent"};
    }
    return policy::set_member(text, "", "own_view_percent", std::to_string(edit.number));
}

std::string reviewers_pointer(std::size_t number) {
    return "/reviewers/" + std::to_string(number);
}

/// Only the members that change, or a new one behind the last.
base::Result<std::string> set_reviewer(const std::string& text, const PolicyEdit& edit,
                                       const policy::Document& document) {
    const ports::ReviewerOutline& wanted = edit.reviewer;
    if (edit.number < document.reviewers.size()) {
        const std::string pointer = reviewers_pointer(edit.number);
        base::Result<std::string> made = text;
        for (const auto& [member, value] :
             {std::pair("name", quoted(wanted.name)), std::pair("key", quoted(wanted.key)),
              std::pair("look_percent", std::to_string(wanted.look_percent))}) {
            const auto place = made ? policy::find_value(*made, pointer + "/" + member) : std::nullopt;
            if (place && made->substr(place->begin, place->end - place->begin) != value) {
                made = policy::set_member(*made, pointer, member, value);
            }
        }
        return made;
    }
    const std::string one = R"({"name": )" + quoted(wanted.name) + R"(, "key": )" + quoted(wanted.key) +
                            R"(, "look_percent": )" + std::to_string(wanted.look_percent) + "}";
    return policy::find_value(text, "/reviewers") ? policy::append_item(text, "/reviewers", one)
                                                  : policy::set_member(text, "", "reviewers", "[" + one + "]");
}

/// What the form may write can be read again.
base::Result<std::string> readable(base::Result<std::string> text) {
    if (text) {
        if (const auto document = policy::read_document(*text); !document) {
            return base::Fault{base::FaultCode::invalid_argument, document.fault().detail, document.fault().where};
        }
    }
    return text;
}

} // namespace

ports::PolicyCheck check_text(const std::string& text, const domain::Roster* roster, base::Instant now) {
    ports::PolicyCheck check;
    auto document = policy::read_document(text);
    if (!document) {
        check.problems.push_back(problem_of(text, document.fault(), true));
        return check;
    }
    check.version = document->version;
    check.title = document->title;
    check.limits = document->limits.size();
    check.tests = document->tests.size();
    check.own_view_percent = document->own_view_percent;
    for (const policy::Reviewer& one : document->reviewers) {
        check.reviewers.push_back({one.name, base::to_base64(one.key), one.look_percent});
    }
    for (const policy::TierFrom& tier : document->tiers) {
        check.tiers.push_back({tier.tier, tier.from});
    }
    check.lines = document->authority.lines;
    check.delegations = document->authority.delegations;
    for (const auto& [tier, within] : document->answer_within) {
        const auto then = document->when_unanswered.find(tier);
        check.answers.push_back({tier, within,
                                 then == document->when_unanswered.end() ? std::optional<domain::Unanswered>()
                                                                         : std::optional(then->second)});
    }
    for (std::size_t number = 0; number < document->rules.size(); ++number) {
        check.rules.push_back(outline_of(text, document->rules[number], number));
    }
    std::vector<policy::Finding> findings;
    const auto doubts = verdicts::doubts_about(*document, roster, now);
    check.usable = policy::RuleBook::compile(*std::move(document), findings).has_value();
    findings.insert(findings.end(), doubts.begin(), doubts.end());
    for (const policy::Finding& finding : findings) {
        check.problems.push_back(problem_of(text, finding.fault, finding.fatal));
    }
    return check;
}

base::Result<std::string> edit_text(const std::string& text, const PolicyEdit& edit) {
    const auto document = document_of(text, edit);
    if (!document) {
        return document.fault();
    }
    const std::string rule = pointer_of(edit.number);
    switch (edit.kind) {
    case PolicyEdit::Kind::version: return policy::set_member(text, "", "version", quoted(edit.text));
    case PolicyEdit::Kind::tier_from: return set_tier_from(text, edit);
    case PolicyEdit::Kind::title: return policy::set_member(text, rule, "title", quoted(edit.text));
    case PolicyEdit::Kind::guidance:
        return policy::set_member(text, rule, "guidance", edit.text.empty() ? std::string() : quoted(edit.text));
    case PolicyEdit::Kind::tier:
        return policy::set_member(text, rule, "tier",
                                  edit.tier ? quoted(std::string(domain::name_of(*edit.tier))) : std::string());
    case PolicyEdit::Kind::threshold: return set_threshold(text, edit, document->rules[edit.number]);
    case PolicyEdit::Kind::take_out: return policy::take_out(text, rule);
    case PolicyEdit::Kind::put_back: return policy::append_item(text, "/rules", edit.text);
    case PolicyEdit::Kind::line_change:
    case PolicyEdit::Kind::line_in:
    case PolicyEdit::Kind::line_out:
    case PolicyEdit::Kind::lend:
    case PolicyEdit::Kind::lent_change:
    case PolicyEdit::Kind::lent_out:
    case PolicyEdit::Kind::answer_within:
    case PolicyEdit::Kind::when_unanswered: return edit_people(text, *document, edit);
    case PolicyEdit::Kind::own_view: return set_own_view(text, edit);
    case PolicyEdit::Kind::reviewer: return readable(set_reviewer(text, edit, *document));
    case PolicyEdit::Kind::dismiss: return policy::take_out(text, reviewers_pointer(edit.number));
    }
    return base::Fault{base::FaultCode::internal, "an edit of no kind", {}};
}

} // namespace console
