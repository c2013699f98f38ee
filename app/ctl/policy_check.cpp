// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/policy_job.h"

namespace ctl {

Outcome check_policy(Context& context) {
    std::size_t warnings = 0;
    const auto book = read_policy(context, &warnings);
    if (!book) {
        return book.fault();
    }
    const policy::Document& document = book->document();
    context.terminal.give(json::Value::object({{"what", json::Value("policy")},
                                               {"version", json::Value(document.version)},
                                               {"title", json::Value(document.title)},
                                               {"rules", json::Value::decimal(std::uint64_t{document.rules.size()})},
                                               {"limits", json::Value::decimal(std::uint64_t{document.limits.size()})},
                                               {"tests", json::Value::decimal(std::uint64_t{document.tests.size()})}}));
    context.terminal.say("Policy " + shown(document.version) + ", " + shown(document.title) + ": " +
                         counted(document.rules.size(), "rule") + ", " + counted(document.limits.size(), "limit") +
                         ", " + counted(document.tests.size(), "test case"));
    return warnings > 0 ? ExitCode::reservations : ExitCode::done;
}

} // namespace ctl
