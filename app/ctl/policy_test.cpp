// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/policy_job.h"
#include "app/policy/rehearsal.h"

namespace ctl {

Outcome test_policy(Context& context) {
    auto book = read_policy(context);
    if (!book) {
        return std::move(book).fault();
    }
    std::size_t failed = 0;
    const std::vector<policy::TestOutcome> outcomes = policy::run_tests(*book);
    for (const policy::TestOutcome& outcome : outcomes) {
        json::Value value = json::Value::object({{"what", json::Value("test")},
                                                 {"number", json::Value::decimal(std::uint64_t{outcome.number})},
                                                 {"title", json::Value(outcome.title)},
                                                 {"passed", json::Value(outcome.passed)}});
        value.set_text("trouble", outcome.trouble);
        context.terminal.give(value);
        if (!outcome.passed) {
            ++failed;
            context.terminal.say("failed  " + shown(outcome.title) + ": " + shown(outcome.trouble));
        }
    }
    context.terminal.say(counted(outcomes.size() - failed, "test case") + " passed, " + shown_number(failed) +
                         " failed");
    return failed > 0 ? ExitCode::refused : ExitCode::done;
}

} // namespace ctl
