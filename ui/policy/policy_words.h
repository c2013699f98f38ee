// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/policy_change.h"
#include "app/domain/rehearsed.h"
#include "app/domain/what_if.h"
#include "app/text/formats.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace ui::policy {

/// The words of the policy's screens, translated.
class PolicyWords {
    Q_DECLARE_TR_FUNCTIONS(ui::policy::PolicyWords)
public:
    [[nodiscard]] static QString of(domain::PolicyPart part);
    [[nodiscard]] static QString of(domain::ChangeKind kind);
    [[nodiscard]] static QString of(domain::ChangeDirection direction);
    [[nodiscard]] static QString of(domain::Lack lack);
    [[nodiscard]] static QString outcome(const domain::Rehearsed& one);
    /// A tier, or that the rule only notes.
    [[nodiscard]] static QString of_rule(const std::optional<domain::Tier>& tier);
    /// "GBP 1,234.50, EUR 12.00", "—" for nothing.
    [[nodiscard]] static QString money(const domain::Flow& flow, const text::Formats& formats);
    /// Why an order has its tier, in one line.
    [[nodiscard]] static QString why(const domain::ShortVerdict& verdict);
};

} // namespace ui::policy
