// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/rehearsal.h"

#include "app/domain/names.h"

#include <algorithm>

namespace policy {

namespace {

std::string listed(std::vector<std::string> ids) {
    std::sort(ids.begin(), ids.end());
    std::string text;
    for (const std::string& id : ids) {
        text += (text.empty() ? "" : ", ") + id;
    }
    return text.empty() ? "none" : text;
}

std::vector<std::string> fired_rules(const domain::Verdict& verdict) {
    std::vector<std::string> ids;
    for (const domain::RuleVerdict& rule : verdict.rules) {
        if (rule.outcome == domain::RuleVerdict::Outcome::fired) {
            ids.push_back(rule.rule);
        }
    }
    return ids;
}

std::string trouble_of(const TestCase& test, const domain::Verdict& verdict) {
    if (verdict.tier != test.tier) {
        return "expected " + std::string(domain::name_of(test.tier)) + ", got " +
               std::string(domain::name_of(verdict.tier)) + " (fired: " + listed(fired_rules(verdict)) + ")";
    }
    const std::string expected = listed(test.rules);
    const std::string fired = listed(fired_rules(verdict));
    return test.names_rules && expected != fired ? "expected the rules " + expected + ", fired: " + fired
                                                 : std::string();
}

} // namespace

std::vector<TestOutcome> run_tests(RuleBook& book) {
    std::vector<TestOutcome> outcomes;
    const Document& document = book.document();
    for (std::size_t number = 0; number < document.tests.size(); ++number) {
        const TestCase& test = document.tests[number];
        cel::Arena arena;
        std::vector<cel::Value> row = harmless_row(document, arena);
        TestOutcome outcome{test.title, number, false, {}, {}};
        if (const auto given = give(test.given, row, arena); !given) {
            outcome.trouble = given.fault().detail + " (" + given.fault().where + ")";
        } else {
            complete_row(row, document);
            outcome.verdict = book.judge_row(row, Detail::full);
            outcome.trouble = trouble_of(test, outcome.verdict);
        }
        outcome.passed = outcome.trouble.empty();
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

base::Done pass_tests(RuleBook& book) {
    for (const TestOutcome& outcome : run_tests(book)) {
        if (!outcome.passed) {
            return base::Fault{base::FaultCode::refused, outcome.title + ": " + outcome.trouble,
                               "/tests/" + std::to_string(outcome.number)};
        }
    }
    return {};
}

} // namespace policy
