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

struct Job {
    const char* name;
    std::size_t operands; ///< with the name
    Outcome (*run)(Context&);
};
constexpr Job jobs[] = {{"check", 1, check_policy},        {"test", 1, test_policy},   {"eval", 1, evaluate_policy},
                        {"explain", 2, explain_by_policy}, {"diff", 3, diff_policies}, {"what-if", 2, what_if_policy},
                        {"rehearse", 1, rehearse_policy}};

Outcome run_policy(Context& context) {
    const auto& operands = context.arguments.operands();
    std::string names;
    for (const Job& job : jobs) {
        if (operands.front() == job.name && operands.size() == job.operands) {
            return job.run(context);
        }
        names += (names.empty() ? "" : ", ") + std::string(job.name);
    }
    return base::Fault{base::FaultCode::invalid_argument,
                       "the jobs are " + names + "; \"" + operands.front() +
                           "\" does not fit, or not with so many words",
                       {}};
}

base::Result<std::string> policy_text(const std::string& name) {
    return name.empty() || name == "shipped" ? base::Result<std::string>(std::string(policy::shipped_policy()))
                                             : base::read_small_file(name, most_bytes);
}

} // namespace

base::Result<policy::Document> read_document(Context&, const std::string& name) {
    const auto text = policy_text(name);
    if (!text) {
        return text.fault();
    }
    auto document = policy::read_document(*text);
    if (!document) {
        base::Fault fault = std::move(document).fault();
        fault.where = name + (fault.where.empty() ? "" : ": " + fault.where);
        return fault;
    }
    return document;
}

base::Result<policy::RuleBook> read_policy(Context& context, std::size_t* warnings) {
    return read_policy(context, context.arguments.value("policy"), warnings);
}

base::Result<policy::RuleBook> read_policy(Context& context, const std::string& name, std::size_t* warnings) {
    auto document = read_document(context, name);
    if (!document) {
        return std::move(document).fault();
    }
    std::vector<policy::Finding> findings;
    auto book = policy::RuleBook::compile(*std::move(document), findings);
    for (const policy::Finding& finding : findings) {
        say_finding(context.terminal, finding);
    }
    if (!book) {
        return base::Fault{base::FaultCode::malformed, "the policy is not used: see what is wrong in it", name};
    }
    if (warnings != nullptr) {
        *warnings = findings.size();
    }
    return *std::move(book);
}

Command policy_command() {
    return {{"policy",
             "JOB [...]",
             "Checks, tests and compares policies, and judges what is on record by them",
             "check               is the document right, does every condition compile\n"
             "test                runs its test cases; ends with 7 when one fails\n"
             "eval                judges every order on record as it came in: tiers, cases, rules\n"
             "explain TRANSACTION which rules saw which values, for every version of one order\n"
             "diff A B            what is different by meaning, member by member\n"
             "what-if DRAFT       what DRAFT would have changed of what is on record, or of --file\n"
             "rehearse            the scenarios of the sandbox against the policy; ends with 7 when one gets through\n"
             "A policy is a file, or \"shipped\" for the one that comes with the program.",
             {{"policy", "FILE", "the policy (default: the one that comes with the program)", false},
              {"labels", "FILE", "eval: what reeve-sandbox --labels says of the orders in hindsight", false},
              {"file", "FILE", "what-if: judges this file through a mapping instead of the record; repeatable", true},
              {"mapping", "NAME", "what-if: the mapping of --file (default: one that fits)", false},
              {"minutes", "TIER=MIN", "what-if: what one case takes a person; also work_item=MIN; repeatable", true},
              {"people", "N", "what-if: who share the cases (default 1)", false},
              {"list", "N", "what-if: orders in the list, the largest (default 50)", false}},
             1,
             3},
            run_policy};
}

} // namespace ctl
