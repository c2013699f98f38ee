// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/policy_job.h"

#include "app/base/file.h"
#include "app/policy/shipped.h"
#include "app/verdicts/policy_doubts.h"
#include "app/verdicts/policy_line.h"
#include "app/verdicts/policy_shelf.h"

namespace ctl {

namespace {

constexpr std::size_t most_bytes = std::size_t{8} * 1024 * 1024;
constexpr std::string_view edition_prefix = "edition:";

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
    std::size_t operands; ///< with the name, at least and at most
    std::size_t most_operands;
    Outcome (*run)(Context&);
};
constexpr Job jobs[] = {{"check", 1, 1, check_policy},       {"test", 1, 1, test_policy},
                        {"eval", 1, 1, evaluate_policy},     {"explain", 2, 2, explain_by_policy},
                        {"diff", 3, 3, diff_policies},       {"what-if", 2, 2, what_if_policy},
                        {"rehearse", 1, 1, rehearse_policy}, {"publish", 1, 2, publish_policy},
                        {"withdraw", 2, 2, withdraw_policy}, {"versions", 1, 1, list_policies}};

Outcome run_policy(Context& context) {
    const auto& operands = context.arguments.operands();
    std::string names;
    for (const Job& job : jobs) {
        if (operands.front() == job.name && operands.size() >= job.operands && operands.size() <= job.most_operands) {
            return job.run(context);
        }
        names += (names.empty() ? "" : ", ") + std::string(job.name);
    }
    return base::Fault{base::FaultCode::invalid_argument,
                       "the jobs are " + names + "; \"" + operands.front() +
                           "\" does not fit, or not with so many words",
                       {}};
}

/// The document of an edition, by its number in the line that is in force.
base::Result<std::string> edition_text(const Context& context, const std::string& number) {
    const auto reader = store::Reader::open(context.folders.store());
    const auto line = reader ? verdicts::read_line(*reader) : base::Result<verdicts::PolicyLine>(reader.fault());
    if (!line) {
        return line.fault();
    }
    const auto& editions = line->editions();
    for (auto one = editions.rbegin(); one != editions.rend(); ++one) {
        if (std::to_string(one->policy.edition.number) == number) {
            return one->policy.edition.document;
        }
    }
    return base::Fault{base::FaultCode::not_found, "no edition of the policy has this number", number};
}

base::Result<std::string> policy_text(const Context& context, const std::string& name) {
    if (name.empty() || name == "in-force") {
        auto policy = verdicts::in_force(context.folders.store());
        return policy ? base::Result<std::string>(std::move(policy->text)) : policy.fault();
    }
    if (name.starts_with(edition_prefix)) {
        return edition_text(context, name.substr(edition_prefix.size()));
    }
    return name == "shipped" ? base::Result<std::string>(std::string(policy::shipped_policy()))
                             : base::read_small_file(name, most_bytes);
}

/// What compiles and should be mended all the same, by the roster on record where there is one.
std::vector<policy::Finding> doubts(const Context& context, const policy::Document& document) {
    const auto reader = store::Reader::open(context.folders.store());
    const auto roster = reader
                            ? verdicts::roster_on_record(*reader, domain::SourceId(context.arguments.value("source")))
                            : base::Result<std::optional<domain::Roster>>(std::optional<domain::Roster>());
    const bool known = roster.ok() && roster->has_value();
    return verdicts::doubts_about(document, known ? &**roster : nullptr, context.clock.now());
}

} // namespace

base::Result<policy::Document> read_document(Context& context, const std::string& name) {
    const auto text = policy_text(context, name);
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
    if (book && warnings != nullptr) {
        for (policy::Finding& doubt : doubts(context, book->document())) {
            findings.push_back(std::move(doubt));
        }
    }
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
    return {
        {"policy",
         "JOB [...]",
         "Checks, tests and compares policies, and judges what is on record by them",
         "check               is the document right, does every condition compile\n"
         "test                runs its test cases; ends with 7 when one fails\n"
         "eval                judges every order on record as it came in: tiers, cases, rules\n"
         "explain TRANSACTION which rules saw which values, for every version of one order\n"
         "diff A B            what is different by meaning, member by member\n"
         "what-if DRAFT       what DRAFT would have changed of what is on record, or of --file\n"
         "rehearse            the scenarios of the sandbox against the policy; ends with 7 when one gets through\n"
         "publish FILE        signs FILE as the next edition; with --approve DIGEST signs a proposal as the second\n"
         "                    person. In force with two signatures, or behind the delay of solo mode; ends with 3\n"
         "                    while it waits, with 7 when a rule, a test case or the chain says no\n"
         "withdraw DIGEST     takes back a proposal of one's own that waits, under a signature; nobody can sign it "
         "any\n"
         "                    more (eight digits are enough)\n"
         "versions            every edition ever proposed: who signed, since when in force, when taken back, why "
         "refused\n"
         "A policy is a file, edition:N for one that was published, \"in-force\" for the one that the record judges "
         "by, or \"shipped\" for the one that "
         "comes with the\nprogram.",
         {{"policy", "FILE", "the policy (default: the one in force)", false},
          {"labels", "FILE", "eval: what reeve-sandbox --labels says of the orders in hindsight", false},
          {"file", "FILE", "what-if: judges this file through a mapping instead of the record; repeatable", true},
          {"mapping", "NAME", "what-if: the mapping of --file (default: one that fits)", false},
          {"minutes", "TIER=MIN", "what-if: what one case takes a person; also work_item=MIN; repeatable", true},
          {"people", "N", "what-if: who share the cases (default 1)", false},
          {"list", "N", "what-if: orders in the list, the largest (default 50)", false},
          {"note", "TEXT", "publish: why, signed with it", false},
          {"approve", "DIGEST", "publish: sign this proposal as the second person (eight digits are enough)", false},
          {"key", "FILE", "publish, withdraw: key of the person who signs (default: the one in the state folder)",
           false},
          {"passphrase-file", "FILE", "publish, withdraw: first line is the passphrase; only its owner may read it",
           false},
          {"yes", "", "publish, withdraw: sign without asking; the rules still apply", false},
          {"connection", "FILE", "publish, withdraw: the gateway (default: connection.json in the state folder)",
           false},
          {"source", "SOURCE", "publish, withdraw, versions: whose policy, without a connection", false}},
         1,
         3},
        run_policy};
}

} // namespace ctl
