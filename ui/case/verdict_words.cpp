// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/verdict_words.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/amounts.h"
#include "ui/look/words.h"

#include <algorithm>

namespace ui::case_ {

namespace {

using domain::LineCover;
using domain::RuleVerdict;
using domain::TraceStep;
using look::Level;

/// The text of a step with the values of its parts in their places.
std::string in_place(const std::vector<TraceStep>& steps, std::size_t index) {
    std::string text = steps[index].text;
    std::size_t from = 0;
    for (std::size_t part = index + 1; part < steps.size() && steps[part].depth > steps[index].depth; ++part) {
        if (steps[part].depth != steps[index].depth + 1 || steps[part].outcome != TraceStep::Outcome::value) {
            continue;
        }
        const std::size_t at = text.find(steps[part].text, from);
        if (at == std::string::npos) {
            continue;
        }
        text.replace(at, steps[part].text.size(), steps[part].value.bytes());
        from = at + steps[part].value.bytes().size();
    }
    return text;
}

} // namespace

QString VerdictWords::headline(const ports::Judgement& judgement, const ports::CaseRow& row) {
    return text::fill(tr("Our policy: %1 · %2"), {look::Words::of(judgement.verdict.tier), look::Words::of_hold(row)});
}

std::vector<Check> VerdictWords::points(const ports::CaseFile& file, const ports::Judgement& judgement,
                                        const text::Formats& formats) {
    std::vector<Check> points;
    const domain::Verdict& verdict = judgement.verdict;
    if (file.assessments.empty() || file.assessments.back().version != judgement.version) {
        points.push_back({Level::off, tr("Platform"), tr("It gave no judgement of this version.")});
    } else if (file.assessments.back().tier == verdict.tier) {
        points.push_back({Level::normal, tr("Same as the platform"), look::Words::of(verdict.tier)});
    } else {
        points.push_back({Level::serious, tr("Differs from the platform"),
                          text::fill(tr("The platform says %1, our policy says %2."),
                                     {look::Words::of(file.assessments.back().tier), look::Words::of(verdict.tier)})});
    }
    for (const domain::UntrustedText& record : verdict.missing) {
        points.push_back({Level::serious, tr("Not on file"),
                          text::fill(tr("%1. One work item for all orders that need it."), {text::safe(record)})});
    }
    if (!verdict.run.empty()) {
        points.push_back(
            {Level::caution, tr("Bulk run"),
             text::fill(
                 tr("It waits only because the declared run %1 is large as a whole: one work item for all of it."),
                 {text::safe(verdict.run)})});
    }
    if (!verdict.matter.empty()) {
        points.push_back({Level::caution, tr("One matter"),
                          text::fill(tr("It waits only because of what belongs to it: one case for all orders of %1. "
                                        "Each of them is held, and decided by itself."),
                                     {text::safe(verdict.matter)})});
    }
    if (verdict.unknown && verdict.missing.empty()) {
        points.push_back({Level::serious, tr("Not known"),
                          tr("Something that the policy needs has no value, so a person has to look.")});
    }
    if (verdict.mode != domain::Mode::enforce) {
        points.push_back({Level::caution,
                          verdict.mode == domain::Mode::observe ? tr("Only observed") : tr("Advice only"),
                          tr("For this group of agents the policy stops nothing yet; it counts what it would stop.")});
    }
    if (verdict.answer_within) {
        points.push_back({Level::off, tr("Answer"),
                          text::fill(tr("The policy promises one within %1 of working time."),
                                     {look::TimeWords::hours(*verdict.answer_within)})});
    }
    points.push_back({Level::off, tr("Judged"),
                      text::fill(tr("Version %1 of the order, for %2, by policy %3 “%4”"),
                                 {formats.number(judgement.version), formats.date_time(judgement.order_time),
                                  text::safe(judgement.policy_version), text::safe(judgement.policy_title)})});
    switch (judgement.rebuilt) {
    case ports::Rebuilt::same: break;
    case ports::Rebuilt::differs:
        points.push_back(
            {Level::serious, tr("Explanation"),
             tr("This version of Reeve comes to another verdict over the same data. The kept one counts.")});
        break;
    case ports::Rebuilt::no_policy:
        points.push_back({Level::serious, tr("Explanation"), tr("The policy that judged is not in this record.")});
        break;
    case ports::Rebuilt::unreadable:
        points.push_back({Level::serious, tr("Explanation"), tr("What was seen when it was judged cannot be read.")});
        break;
    }
    return points;
}

std::vector<Check> VerdictWords::reviewers(const ports::Judgement& judgement) {
    using domain::ReviewStanding;
    std::vector<Check> points;
    for (const ports::ReviewerWord& word : judgement.reviewers) {
        Level level = Level::serious;
        QString worth;
        switch (word.standing) {
        case ReviewStanding::counts:
            level = Level::normal;
            worth = tr("%1 confirms. The policy lets its word stand for a person’s here.");
            break;
        case ReviewStanding::person_looks:
            level = Level::caution;
            worth = tr("%1 confirms. This order is of the share that a person looks at all the same.");
            break;
        case ReviewStanding::declined: worth = tr("%1 does not confirm. A person decides."); break;
        case ReviewStanding::not_its_tier:
            level = Level::standby;
            worth = tr("%1 confirms, but only orders of the tier Confirm can be left to it. A person decides.");
            break;
        case ReviewStanding::other_content:
            worth = tr("%1 spoke about another content of this order. Its word counts for nothing.");
            break;
        case ReviewStanding::not_named:
            level = Level::standby;
            worth = tr("“%1” spoke, but the policy does not name this key. Its word counts for nothing.");
            break;
        case ReviewStanding::broken:
            worth = tr("A word that claims to be of “%1” is not signed by its key. It counts for nothing.");
            break;
        }
        points.push_back({level, tr("Second AI"), text::fill(worth, {text::safe(word.reviewer)})});
        if (!word.note.empty()) {
            points.push_back({Level::off, tr("Its note"), text::fill(tr("“%1”"), {text::safe(word.note)})});
        }
    }
    return points;
}

std::vector<Check> VerdictWords::data(const ports::Judgement& judgement, const text::Formats& formats) {
    std::vector<Check> points;
    for (const ports::DataSeen& seen : judgement.data) {
        QString name;
        switch (seen.kind) {
        case ports::DataKind::agent: name = tr("Agent"); break;
        case ports::DataKind::mandate: name = tr("Mandate"); break;
        case ports::DataKind::contract: name = tr("Contract"); break;
        case ports::DataKind::last_price: name = tr("Last prices"); break;
        case ports::DataKind::person_looked: name = tr("A person decided last"); break;
        case ports::DataKind::spend: name = tr("Spend"); break;
        }
        QString what;
        if (seen.kind == ports::DataKind::spend) {
            what = tr("Everything in the record up to this order");
        } else if (!seen.told) {
            what = seen.kind == ports::DataKind::last_price ? tr("Not bought before") : tr("Never told");
        } else {
            what =
                text::fill(tr("Told %1, %2 before the order"),
                           {formats.date_time(*seen.told), look::TimeWords::span(judgement.order_time - *seen.told)});
        }
        points.push_back({seen.on_file ? Level::normal : Level::standby, name, what});
    }
    return points;
}

std::vector<Check> VerdictWords::limits(const ports::Judgement& judgement, const text::Formats& formats) {
    std::vector<Check> points;
    for (const domain::LimitUse& use : judgement.verdict.limits) {
        const auto room = [&](const std::optional<domain::Money>& used) {
            const auto left = used ? domain::subtract(use.most, *used) : base::Result<domain::Money>(base::Fault{});
            return left ? formats.money(*left) : tr("not known");
        };
        points.push_back(
            {use.exceeded ? Level::serious
             : use.after  ? Level::normal
                          : Level::standby,
             use.exceeded ? tr("Exceeded")
             : use.after  ? tr("Within")
                          : tr("Not known"),
             text::fill(tr("%1: room of %2 before and %3 after this order, of %4"),
                        {text::safe(use.title), room(use.before), room(use.after), formats.money(use.most)})});
    }
    if (points.empty()) {
        points.push_back({Level::off, tr("None"), tr("No limit of the policy speaks about this order.")});
    }
    return points;
}

QString VerdictWords::of(RuleVerdict::Outcome outcome) {
    switch (outcome) {
    case RuleVerdict::Outcome::fired: return tr("Fired");
    case RuleVerdict::Outcome::failed: return tr("No value");
    case RuleVerdict::Outcome::quiet: return tr("Quiet");
    }
    return {};
}

QString VerdictWords::of(LineCover::State state) {
    switch (state) {
    case LineCover::State::covered: return tr("Covered");
    case LineCover::State::over_price: return tr("Over price");
    case LineCover::State::over_quantity: return tr("Over quantity");
    case LineCover::State::expired: return tr("Expired");
    case LineCover::State::not_begun: return tr("Not begun");
    case LineCover::State::other_supplier: return tr("Other supplier");
    case LineCover::State::not_in_contract: return tr("Not in the contract");
    case LineCover::State::not_on_file: return tr("Contract not on file");
    case LineCover::State::not_checked: return tr("Not checked");
    }
    return {};
}

look::Level VerdictWords::level_of(LineCover::State state) {
    switch (state) {
    case LineCover::State::covered: return Level::normal;
    case LineCover::State::not_checked: return Level::standby;
    case LineCover::State::over_price:
    case LineCover::State::over_quantity:
    case LineCover::State::expired:
    case LineCover::State::not_begun:
    case LineCover::State::other_supplier:
    case LineCover::State::not_in_contract:
    case LineCover::State::not_on_file: return Level::serious;
    }
    return Level::standby;
}

QString VerdictWords::says(const ports::JudgedRule& rule, const text::Formats& formats) {
    const RuleVerdict& verdict = rule.verdict;
    const bool quiet = verdict.outcome == RuleVerdict::Outcome::quiet || verdict.reason.empty();
    const QString words =
        quiet ? text::safe(verdict.title).qstring() : look::with_amounts(text::safe(verdict.reason).qstring(), formats);
    return verdict.error.empty() ? words : text::fill(tr("%1 (%2)"), {words, text::safe(verdict.error)});
}

QString VerdictWords::guidance(const ports::JudgedRule& rule) {
    QStringList all;
    if (!rule.guidance.empty()) {
        all.append(text::safe(rule.guidance).qstring());
    }
    const auto listed = [](const std::vector<std::string>& words) {
        QStringList safe;
        for (const std::string& word : words) {
            safe.append(text::safe(word).qstring());
        }
        return safe.join(QStringLiteral(", "));
    };
    if (!rule.evidence.empty()) {
        all.append(text::fill(tr("Evidence: %1."), {listed(rule.evidence)}));
    }
    if (!rule.departments.empty()) {
        all.append(text::fill(tr("Has to agree: %1."), {listed(rule.departments)}));
    }
    if (!rule.owner.empty()) {
        all.append(text::fill(tr("Owner of the rule: %1."), {text::safe(rule.owner)}));
    }
    return all.join(QLatin1Char(' '));
}

std::vector<ConditionPart> VerdictWords::parts(const ports::JudgedRule& rule, const text::Formats& formats) {
    std::vector<ConditionPart> parts;
    const std::vector<TraceStep>& steps = rule.verdict.steps;
    for (std::size_t index = 0; index < steps.size(); ++index) {
        const TraceStep& step = steps[index];
        ConditionPart part;
        part.depth = step.depth;
        part.text = text::safe(step.text).qstring();
        const std::string values = in_place(steps, index);
        part.values = values == step.text ? QString() : look::with_amounts(text::safe(values).qstring(), formats);
        const QString value = look::with_amounts(text::safe(step.value).qstring(), formats);
        switch (step.outcome) {
        case TraceStep::Outcome::skipped: part.came_to = tr("Not looked at: the rest decided"); break;
        case TraceStep::Outcome::error: part.came_to = text::fill(tr("No value: %1"), {value}); break;
        case TraceStep::Outcome::value:
            part.came_to = step.value.bytes() == "true" ? tr("Yes") : step.value.bytes() == "false" ? tr("No") : value;
            break;
        }
        if (!step.rate.empty()) {
            part.came_to = text::fill(tr("%1 (rate %2)"), {part.came_to, text::safe(step.rate)});
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

std::vector<Rung> VerdictWords::ladder(const ports::Judgement& judgement) {
    std::vector<Rung> rungs = {{domain::Tier::automatic, {}, false, false, {}, false}};
    for (const ports::LadderStep& step : judgement.ladder) {
        rungs.push_back({step.tier, step.from, false, false, {}, false});
    }
    for (Rung& rung : rungs) {
        rung.here = judgement.verdict.amount && rung.tier == judgement.verdict.tier_by_amount;
        rung.judged = rung.tier == judgement.verdict.tier;
        const bool above = rung.from && rung.tier > judgement.verdict.tier_by_amount && judgement.verdict.amount;
        const auto room = above ? domain::subtract(*rung.from, *judgement.verdict.amount)
                                : base::Result<domain::Money>(base::Fault{});
        rung.room = room ? std::optional(*room) : std::nullopt;
        rung.by_rate = above && !room;
    }
    return rungs;
}

QString VerdictWords::clause(const LineCover& cover, const text::Formats& formats) {
    if (cover.clause.empty()) {
        return tr("No contract is named and no price list speaks about it");
    }
    QString words = cover.of_policy ? text::fill(tr("Price list %1"), {text::safe(cover.clause)})
                                    : text::fill(tr("Contract %1"), {text::safe(cover.clause)});
    if (cover.begins && cover.ends) {
        words = text::fill(tr("%1, %2 to %3"), {words, formats.date(*cover.begins), formats.date(*cover.ends)});
    }
    if (!cover.most.empty()) {
        words = text::fill(tr("%1, %2 of %3 ordered before"),
                           {words, formats.decimal(cover.ordered), formats.decimal(cover.most)});
    }
    return words;
}

} // namespace ui::case_
