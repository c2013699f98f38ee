// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/policy_change.h"
#include "app/domain/rehearsed.h"
#include "app/domain/what_if.h"
#include "app/text/formats.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>

namespace ui::policy {

/// The words of the policy's screens, translated.
class PolicyWords {
    Q_DECLARE_TR_FUNCTIONS(ui::policy::PolicyWords)
public:
    [[nodiscard]] static QString of(domain::PolicyPart part);
    [[nodiscard]] static QString of(domain::ChangeKind kind);
    [[nodiscard]] static QString of(domain::ChangeDirection direction);
    /// Every part, and every direction, for the width of a column.
    [[nodiscard]] static QStringList parts();
    [[nodiscard]] static QStringList directions();
    [[nodiscard]] static QString of(domain::Lack lack);
    [[nodiscard]] static QString outcome(const domain::Rehearsed& one);
    /// A tier, or that the rule only notes.
    [[nodiscard]] static QString of_rule(const std::optional<domain::Tier>& tier);
    /// "GBP 1,234.50, EUR 12.00", "—" for nothing.
    [[nodiscard]] static QString money(const domain::Flow& flow, const text::Formats& formats);
    /// Why an order has its tier, in one line.
    [[nodiscard]] static QString why(const domain::ShortVerdict& verdict, const text::Formats& formats);
    // Of a change: what it is about, which member of it, and a value of that member. Names that the policy's owner
    // gave stay as they are.
    [[nodiscard]] static QString which(const domain::PolicyChange& change);
    [[nodiscard]] static QString member(const domain::PolicyChange& change, const std::string& name);
    [[nodiscard]] static QString value(const domain::PolicyChange& change, const std::string& member,
                                       const std::string& value, const text::Formats& formats);
};

} // namespace ui::policy
