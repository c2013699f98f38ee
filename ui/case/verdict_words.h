// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/text/formats.h"
#include "ui/case/card.h"

#include <QCoreApplication>

#include <vector>

namespace ui::case_ {

/// One sub-expression of a condition, as a person reads it.
struct ConditionPart {
    int depth = 0;
    QString text;   ///< as the policy says it
    QString values; ///< the same with the values in place: "12,400.00 EUR > 10,000.00 EUR"
    QString came_to;
};

/// A line of an order and what an agreement says about it.
struct CoveredLine {
    domain::Line line;
    domain::LineCover cover;
};

/// A step of the ladder of tiers, with this order on it.
struct Rung {
    domain::Tier tier = domain::Tier::automatic;
    std::optional<domain::Money> from; ///< nothing: the first one
    bool here = false;                 ///< the amount of this order belongs here
    bool judged = false;               ///< the verdict is this tier
    std::optional<domain::Money> room; ///< what is missing to it, where it is above the order's amount
    bool by_rate = false;              ///< above it, but in another currency: only the policy's rate tells
};

/// Our verdict in words.
class VerdictWords {
    Q_DECLARE_TR_FUNCTIONS(ui::case_::VerdictWords)
public:
    [[nodiscard]] static QString headline(const ports::Judgement& judgement, const ports::CaseRow& row);
    /// The platform's word beside ours, what is not known, how far the policy goes for this agent, and whether the
    /// explanation can be trusted.
    [[nodiscard]] static std::vector<Check> points(const ports::CaseFile& file, const ports::Judgement& judgement,
                                                   const text::Formats& formats);
    /// What second AI reviewers said, and what it is worth.
    [[nodiscard]] static std::vector<Check> reviewers(const ports::Judgement& judgement);
    [[nodiscard]] static std::vector<Check> data(const ports::Judgement& judgement, const text::Formats& formats);
    [[nodiscard]] static std::vector<Check> limits(const ports::Judgement& judgement, const text::Formats& formats);
    [[nodiscard]] static QString of(domain::RuleVerdict::Outcome outcome);
    [[nodiscard]] static QString of(domain::LineCover::State state);
    [[nodiscard]] static look::Level level_of(domain::LineCover::State state);
    /// What the rule says of this order: its reason, or its title where it did not fire.
    [[nodiscard]] static QString says(const ports::JudgedRule& rule, const text::Formats& formats);
    [[nodiscard]] static QString guidance(const ports::JudgedRule& rule);
    [[nodiscard]] static std::vector<ConditionPart> parts(const ports::JudgedRule& rule, const text::Formats& formats);
    [[nodiscard]] static std::vector<Rung> ladder(const ports::Judgement& judgement);
    [[nodiscard]] static QString clause(const domain::LineCover& cover, const text::Formats& formats);
};

} // namespace ui::case_
