// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/rule_book.h"

namespace policy {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

std::string place_of(std::size_t rule, const char* member) {
    return "/rules/" + std::to_string(rule) + "/" + member;
}

Finding finding(const cel::Problem& problem, const std::string& source, std::size_t rule) {
    const std::string where = place_of(rule, "when") + " " + cel::line_and_column(source, problem.place.begin);
    return {{base::FaultCode::malformed, cel::describe(problem), where}, problem.fatal};
}

/// The slot of a text of the vocabulary; `good` false where the name is of none.
std::optional<cel::Slot> text_named(const std::string& name, const std::string& place, std::vector<Finding>& findings,
                                    bool& good) {
    const auto slot = vocabulary().find(name);
    if (slot && vocabulary().names()[*slot].type.is(cel::Kind::string)) {
        return slot;
    }
    if (!name.empty()) {
        findings.push_back({{base::FaultCode::malformed, "no text of the vocabulary: " + name, place}, true});
        good = false;
    }
    return std::nullopt;
}

} // namespace

std::optional<RuleBook::Reason> RuleBook::read_reason(std::string_view text, std::string& unknown) {
    Reason reason;
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
        const std::size_t close = text.find('}', open);
        const std::string_view name = text.substr(open + 1, close == std::string_view::npos ? close : close - open - 1);
        const auto slot = close == std::string_view::npos ? std::nullopt : vocabulary().find(name);
        if (!slot) {
            unknown = name;
            return std::nullopt;
        }
        reason.words.emplace_back(text.substr(0, open));
        reason.slots.push_back(*slot);
        text.remove_prefix(close + 1);
    }
    reason.words.emplace_back(text);
    return reason;
}

base::Result<RuleBook> RuleBook::read(std::string_view json) {
    auto document = read_document(json);
    return document ? make(std::move(document).value()) : base::Result<RuleBook>(document.fault());
}

base::Result<RuleBook> RuleBook::make(Document document) {
    std::vector<Finding> findings;
    auto book = compile(std::move(document), findings);
    if (book) {
        return std::move(*book);
    }
    const auto fatal = std::find_if(findings.begin(), findings.end(), [](const Finding& one) { return one.fatal; });
    return fatal != findings.end() ? fatal->fault
                                   : base::Fault{base::FaultCode::internal, "the policy does not compile", {}};
}

std::optional<RuleBook> RuleBook::compile(Document document, std::vector<Finding>& findings) {
    RuleBook book(std::move(document));
    cel::CompileOptions options;
    options.result = cel::Type(cel::Kind::boolean);
    bool good = true;
    for (std::size_t index = 0; index < book.document_.rules.size(); ++index) {
        const Rule& rule = book.document_.rules[index];
        cel::Compilation made = cel::compile(rule.when, vocabulary(), options);
        for (const cel::Problem& problem : made.problems) {
            findings.push_back(finding(problem, rule.when, index));
        }
        std::string unknown;
        auto reason = read_reason(rule.reason, unknown);
        if (!reason) {
            findings.push_back({{base::FaultCode::malformed, "no name of the vocabulary: {" + unknown + "}",
                                 place_of(index, "reason")},
                                true});
        }
        bool named = true;
        const auto gather = text_named(rule.gather, place_of(index, "gather"), findings, named);
        const auto join = text_named(rule.join, place_of(index, "join"), findings, named);
        good = good && made.ok() && reason && named;
        if (good) {
            book.rules_.push_back({std::move(*made.program), std::move(*reason), gather, join});
        }
    }
    if (book.document_.calendar && !working(book.document_.calendar, {})) {
        findings.push_back({{base::FaultCode::malformed, "no zone of this machine: " + book.document_.calendar->zone,
                             "/calendar/zone"},
                            true});
        good = false;
    }
    book.find_limit_slots();
    if (good) {
        book.find_wanted();
    }
    return good ? std::optional(std::move(book)) : std::nullopt;
}

void RuleBook::liken(const RuleBook& other) {
    like_.assign(rules_.size(), none);
    const std::vector<Rule>& theirs = other.document_.rules;
    for (std::size_t index = 0; index < rules_.size() && document_.rates == other.document_.rates; ++index) {
        const auto same = std::find_if(theirs.begin(), theirs.end(),
                                       [&](const Rule& rule) { return rule.when == document_.rules[index].when; });
        if (same != theirs.end()) {
            like_[index] = static_cast<std::size_t>(same - theirs.begin());
        }
    }
}

bool RuleBook::was_quiet(std::size_t rule, const RuleBook* other) const {
    return other != nullptr && rule < like_.size() && like_[rule] != none && other->quiet_[like_[rule]];
}

} // namespace policy
