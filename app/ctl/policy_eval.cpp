// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/file.h"
#include "app/ctl/policy_job.h"
#include "app/ctl/recorded_orders.h"
#include "app/domain/names.h"
#include "app/domain/share.h"
#include "app/json/reader.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>

namespace ctl {

namespace {

using domain::Tier;

constexpr std::size_t most_causes = 20;

/// What the sandbox says in hindsight (reeve-sandbox --labels): whether somebody should have looked.
using Labels = std::map<std::pair<std::string, std::string>, bool>;

base::Result<Labels> read_labels(const std::string& file) {
    Labels labels;
    if (file.empty()) {
        return labels;
    }
    const auto text = base::read_small_file(file, std::size_t{1} << 30U);
    if (!text) {
        return text.fault();
    }
    for (std::size_t begin = 0, line = 1; begin < text->size(); ++line) {
        const std::size_t end = std::min(text->find('\n', begin), text->size());
        const auto document = json::Document::parse(std::string_view(*text).substr(begin, end - begin));
        const auto member = [&](const char* name) {
            const auto found = document ? document->root().member(name) : std::nullopt;
            return found && found->is_string() ? std::string(found->string()) : std::string();
        };
        const std::string label = member("label");
        if (label != "needed" && label != "needless") {
            return base::Fault{base::FaultCode::malformed, "not a label as reeve-sandbox --labels writes them",
                               file + " line " + std::to_string(line)};
        }
        labels[{member("source"), member("transaction_id")}] = label == "needed";
        begin = end + 1;
    }
    return labels;
}

/// Several orders that are one case: agent, supplier and domain::Verdict::matter.
using Matter = std::array<std::string, 3>;

std::optional<Matter> matter_of(const domain::TransactionVersion& version, const domain::Verdict& verdict) {
    if (!verdict.is_case() || verdict.matter.empty()) {
        return std::nullopt;
    }
    return Matter{version.subject.agent.bytes(), version.subject.supplier.id.bytes(), verdict.matter.bytes()};
}

/// Cases by what the labels say of them.
struct Hindsight {
    /// What somebody looked at in vain, and rightly so.
    struct Split {
        std::uint64_t needless = 0;
        std::uint64_t needed = 0;
        void count(bool was_needed) { ++(was_needed ? needed : needless); }
        [[nodiscard]] std::string percent() const {
            const std::uint64_t all = needless + needed;
            const auto permille =
                all == 0 ? std::int64_t{0}
                         : domain::permille_of(static_cast<std::int64_t>(needless), static_cast<std::int64_t>(all));
            return std::to_string(permille / 10) + "." + std::to_string(permille % 10);
        }
    };
    Split single;                   ///< cases of one order
    Split orders;                   ///< the orders of all cases, as if each were a case of its own
    std::map<Matter, bool> matters; ///< whether at least one of its orders was rightly looked at
    std::uint64_t unlabelled = 0;
    std::uint64_t missed = 0; ///< no case and no work item, though somebody should have looked
    /// By what made a case of it (a rule, a limit, "the amount", "what is not known"): needless and needed. A case that
    /// has several causes counts for each of them, and for `alone` where it has but one.
    struct Cause {
        std::uint64_t needless = 0, needed = 0, alone_needless = 0, alone_needed = 0;
    };
    std::map<std::string, Cause> causes;

    void count(const Labels& labels, const domain::TransactionVersion& version, const domain::Verdict& verdict) {
        const auto found = labels.find({version.key.source.bytes(), version.key.id.bytes()});
        if (found == labels.end()) {
            unlabelled += verdict.is_case() ? 1 : 0;
        } else if (verdict.is_case()) {
            count_case(found->second, version, verdict);
            count_causes(found->second, verdict);
        } else {
            missed += found->second && !verdict.stops() ? 1 : 0;
        }
    }
    void count_case(bool was_needed, const domain::TransactionVersion& version, const domain::Verdict& verdict) {
        orders.count(was_needed);
        if (const auto matter = matter_of(version, verdict)) {
            bool& needed = matters[*matter];
            needed = needed || was_needed;
        } else {
            single.count(was_needed);
        }
    }
    /// A case is what a person decides about once.
    [[nodiscard]] Split cases() const {
        Split all = single;
        for (const auto& [matter, was_needed] : matters) {
            all.count(was_needed);
        }
        return all;
    }
    void count_causes(bool was_needed, const domain::Verdict& verdict) {
        std::vector<std::string> all;
        for (const domain::RuleVerdict& rule : verdict.rules) {
            const bool raises = rule.outcome == domain::RuleVerdict::Outcome::failed ||
                                (rule.tier && *rule.tier != Tier::automatic && rule.cause.empty());
            if (raises && rule.outcome != domain::RuleVerdict::Outcome::quiet) {
                all.push_back("rule " + rule.rule);
            }
        }
        for (const domain::LimitUse& limit : verdict.limits) {
            if (limit.exceeded) {
                all.push_back("limit " + limit.limit);
            }
        }
        if (verdict.tier_by_amount != Tier::automatic) {
            all.push_back("the amount");
        }
        if (all.empty()) {
            all.push_back("what is not known");
        }
        for (const std::string& each : all) {
            Cause& cause = causes[each];
            ++(was_needed ? cause.needed : cause.needless);
            if (all.size() == 1) {
                ++(was_needed ? cause.alone_needed : cause.alone_needless);
            }
        }
    }
};

void tell_hindsight(Terminal& terminal, const Hindsight& hindsight) {
    const Hindsight::Split cases = hindsight.cases();
    terminal.give(json::Value::object({{"what", json::Value("hindsight")},
                                       {"needless_cases", json::Value::decimal(cases.needless)},
                                       {"needed_cases", json::Value::decimal(cases.needed)},
                                       {"needless_orders", json::Value::decimal(hindsight.orders.needless)},
                                       {"needed_orders", json::Value::decimal(hindsight.orders.needed)},
                                       {"unlabelled_cases", json::Value::decimal(hindsight.unlabelled)},
                                       {"missed", json::Value::decimal(hindsight.missed)}}));
    for (const auto& [name, cause] : hindsight.causes) {
        terminal.give(json::Value::object({{"what", json::Value("cause_in_hindsight")},
                                           {"cause", json::Value(name)},
                                           {"needless_cases", json::Value::decimal(cause.needless)},
                                           {"needed_cases", json::Value::decimal(cause.needed)},
                                           {"alone_needless", json::Value::decimal(cause.alone_needless)},
                                           {"alone_needed", json::Value::decimal(cause.alone_needed)}}));
        terminal.say("  because of " + shown(name) + "  " + shown_number(cause.needless) + " needless, " +
                     shown_number(cause.needed) + " needed; for nothing else " + shown_number(cause.alone_needless) +
                     " and " + shown_number(cause.alone_needed));
    }
    terminal.say("In hindsight: " + counted(cases.needless, "case") + " needless, " + shown_number(cases.needed) +
                 " needed (" + cases.percent() + " % needless); order by order " +
                 shown_number(hindsight.orders.needless) + " needless, " + shown_number(hindsight.orders.needed) +
                 " needed (" + hindsight.orders.percent() + " %); " + counted(hindsight.missed, "order") +
                 " that somebody should have looked at went through" +
                 (hindsight.unlabelled == 0 ? "" : "; " + counted(hindsight.unlabelled, "case") + " without a label"));
}

/// What a policy makes of a record.
struct Tally {
    std::uint64_t orders = 0;
    std::uint64_t stopped = 0;
    std::uint64_t single = 0; ///< cases of one order
    std::uint64_t joined = 0; ///< orders of the matters
    std::set<Matter> matters; ///< cases of several orders
    std::map<Tier, std::uint64_t> tiers;
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> rules; ///< fired, failed
    std::map<std::string, std::uint64_t> causes;                          ///< work items and their orders
    std::set<std::chrono::sys_days> working_days;                         ///< Monday to Friday on which orders came

    [[nodiscard]] std::uint64_t cases() const { return single + matters.size(); }

    void count(const domain::TransactionVersion& version, const domain::Verdict& verdict, base::Instant at) {
        ++orders;
        ++tiers[verdict.tier];
        stopped += verdict.stops() ? 1 : 0;
        if (auto matter = matter_of(version, verdict)) {
            matters.insert(std::move(*matter));
            ++joined;
        } else {
            single += verdict.is_case() ? 1 : 0;
        }
        for (const domain::RuleVerdict& rule : verdict.rules) {
            auto& [fired, failed] = rules[rule.rule];
            ++(rule.outcome == domain::RuleVerdict::Outcome::fired ? fired : failed);
            if (!rule.cause.empty()) {
                ++causes[rule.rule + " " + rule.cause.bytes()];
            }
        }
        if (!verdict.run.empty()) {
            ++causes["run " + verdict.run.bytes()];
        }
        for (const domain::UntrustedText& record : verdict.missing) {
            ++causes["missing " + record.bytes()];
        }
        const auto day = std::chrono::floor<std::chrono::days>(at);
        const unsigned weekday = std::chrono::weekday(day).c_encoding();
        if (weekday != 0 && weekday != 6) {
            working_days.insert(day);
        }
    }
};

void give_tally(Terminal& terminal, const Tally& tally, const std::string& version, std::uint64_t unreadable) {
    json::Value tiers = json::Value::object();
    for (const auto& [tier, count] : tally.tiers) {
        tiers.set(std::string(domain::name_of(tier)), json::Value::decimal(count));
    }
    terminal.give(json::Value::object({{"what", json::Value("evaluation")},
                                       {"policy_version", json::Value(version)},
                                       {"orders", json::Value::decimal(tally.orders)},
                                       {"tiers", tiers},
                                       {"stopped", json::Value::decimal(tally.stopped)},
                                       {"cases", json::Value::decimal(tally.cases())},
                                       {"matters", json::Value::decimal(std::uint64_t{tally.matters.size()})},
                                       {"orders_in_matters", json::Value::decimal(tally.joined)},
                                       {"work_items", json::Value::decimal(std::uint64_t{tally.causes.size()})},
                                       {"working_days", json::Value::decimal(std::uint64_t{tally.working_days.size()})},
                                       {"unreadable", json::Value::decimal(unreadable)}}));
    for (const auto& [rule, counts] : tally.rules) {
        terminal.give(json::Value::object({{"what", json::Value("rule")},
                                           {"rule", json::Value(rule)},
                                           {"fired", json::Value::decimal(counts.first)},
                                           {"failed", json::Value::decimal(counts.second)}}));
    }
    for (const auto& [cause, count] : tally.causes) {
        terminal.give(json::Value::object({{"what", json::Value("work_item")},
                                           {"cause", json::Value(cause)},
                                           {"orders", json::Value::decimal(count)}}));
    }
}

/// "12.3", of tenths.
std::string a_day(std::uint64_t count, std::size_t days) {
    const std::uint64_t tenths = days == 0 ? 0 : (count * 10 + days / 2) / days;
    return shown_number(tenths / 10) + "." + std::to_string(tenths % 10);
}

/// The work items that settle most orders; --json has all of them.
void say_causes(Terminal& terminal, const Tally& tally) {
    std::vector<std::pair<std::uint64_t, std::string>> causes;
    for (const auto& [cause, count] : tally.causes) {
        causes.emplace_back(count, cause);
    }
    std::sort(causes.begin(), causes.end(), std::greater<>());
    for (std::size_t index = 0; index < std::min(causes.size(), most_causes); ++index) {
        terminal.say("  work item: " + shown(causes[index].second) + "  " + counted(causes[index].first, "order"));
    }
    if (causes.size() > most_causes) {
        terminal.say("  and " + counted(causes.size() - most_causes, "more work item"));
    }
}

void say_tally(Terminal& terminal, const Tally& tally) {
    terminal.say(counted(tally.orders, "order") + ": " + shown_number(tally.stopped) + " would wait, " +
                 counted(tally.cases(), "case") + " (" + a_day(tally.cases(), tally.working_days.size()) +
                 " a working day) and " + counted(tally.causes.size(), "work item") + " for " +
                 shown_number(tally.stopped - tally.single - tally.joined) + " of them");
    if (!tally.matters.empty()) {
        terminal.say("  " + counted(tally.matters.size(), "case") + " of several orders, " +
                     shown_number(tally.joined) + " together; each of these is held, listed and decided by itself");
    }
    for (const auto& [tier, count] : tally.tiers) {
        terminal.say("  " + std::string(domain::name_of(tier)) + "  " + shown_number(count));
    }
    for (const auto& [rule, counts] : tally.rules) {
        terminal.say("  rule " + shown(rule) + "  fired " + shown_number(counts.first) +
                     (counts.second == 0 ? "" : ", failed " + shown_number(counts.second)));
    }
    say_causes(terminal, tally);
}

} // namespace

Outcome evaluate_policy(Context& context) {
    auto book = read_policy(context);
    if (!book) {
        return std::move(book).fault();
    }
    const auto labels = read_labels(context.arguments.value("labels"));
    if (!labels) {
        return labels.fault();
    }
    Hindsight hindsight;
    Tally tally;
    const auto unreadable = walk_orders(
        context, [&](const domain::TransactionVersion& version, const facts::FactBook& facts, base::Instant at) {
            const facts::Facts known = facts.look(version, at);
            const domain::Verdict verdict = book->judge({version, known, at}, policy::Detail::decision);
            tally.count(version, verdict, at);
            hindsight.count(*labels, version, verdict);
        });
    if (!unreadable) {
        return unreadable.fault();
    }
    give_tally(context.terminal, tally, book->document().version, *unreadable);
    say_tally(context.terminal, tally);
    if (!labels->empty()) {
        tell_hindsight(context.terminal, hindsight);
    }
    if (*unreadable > 0) {
        context.terminal.remark(counted(*unreadable, "event") + " could not be read again and was left out");
    }
    return *unreadable > 0 ? ExitCode::reservations : ExitCode::done;
}

} // namespace ctl
