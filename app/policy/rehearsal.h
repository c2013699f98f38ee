// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/policy/rule_book.h"

namespace policy {

/// How one test case of a policy came out.
struct TestOutcome {
    std::string title;
    std::size_t number = 0; ///< in the document, from 0
    bool passed = false;
    std::string trouble; ///< what was expected and what came instead, in English; empty when it passed
    domain::Verdict verdict;
};

/// Runs the document's test cases: each a harmless order with some values changed.
[[nodiscard]] std::vector<TestOutcome> run_tests(RuleBook& book);
/// Faults: refused with the first test case that fails, at "/tests/3".
[[nodiscard]] base::Done pass_tests(RuleBook& book);

} // namespace policy
