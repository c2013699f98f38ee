// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/policy_job.h"

#include "app/base/file.h"
#include "app/policy/shipped.h"

namespace ctl {

namespace {

constexpr std::size_t most_bytes = std::size_t{8} * 1024 * 1024;

void say_finding(Terminal& terminal, const policy::Finding& finding) {
    terminal.give(json::Value::object({{"what", json::Value("finding")},
                                       {"fatal", json::Value(finding.fatal)},
                                       {"place", json::Value(finding.fault.where)},
                                       {"detail", json::Value(finding.fault.detail)}}));
    terminal.say(std::string(finding.fatal ? "wrong" : "doubtful") + "  " + shown(finding.fault.where) + ": " +
                 shown(finding.fault.detail));
}

Outcome run_policy(Context& context) {
    const std::string& job = context.arguments.operands().front();
    const std::size_t operands = context.arguments.operands().size();
    if (job == "explain" && operands == 2) {
        return explain_by_policy(context);
    }
    if (job == "check" && operands == 1) {
        return check_policy(context);
    }
    if (job == "test" && operands == 1) {
        return test_policy(context);
    }
    if (job == "eval" && operands == 1) {
        return evaluate_policy(context);
    }
    return base::Fault{base::FaultCode::invalid_argument,
                       "the jobs are check, test, eval and explain TRANSACTION; \"" + job + "\" does not fit",
                       {}};
}

} // namespace

base::Result<policy::RuleBook> read_policy(Context& context, std::size_t* warnings) {
    std::string text(policy::shipped_policy());
    const std::string file = context.arguments.value("policy");
    if (!file.empty()) {
        auto content = base::read_small_file(file, most_bytes);
        if (!content) {
            return std::move(content).fault();
        }
        text = *std::move(content);
    }
    auto document = policy::read_document(text);
    if (!document) {
        return std::move(document).fault();
    }
    std::vector<policy::Finding> findings;
    auto book = policy::RuleBook::compile(*std::move(document), findings);
    for (const policy::Finding& finding : findings) {
        say_finding(context.terminal, finding);
    }
    if (!book) {
        return base::Fault{base::FaultCode::malformed, "the policy is not used: see what is wrong in it", file};
    }
    if (warnings != nullptr) {
        *warnings = findings.size();
    }
    return *std::move(book);
}

Command policy_command() {
    return {{"policy",
             "JOB [TRANSACTION]",
             "Checks and tests a policy, and judges what is on record by it",
             "check               is the document right, does every condition compile\n"
             "test                runs its test cases; ends with 7 when one fails\n"
             "eval                judges every order on record as it came in: tiers, cases, rules\n"
             "explain TRANSACTION which rules saw which values, for every version of one order\n"
             "Nothing is changed, and nothing is sent.",
             {{"policy", "FILE", "the policy (default: the one that comes with the program)", false}},
             1,
             2},
            run_policy};
}

} // namespace ctl
