// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/decisions.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace ui::decisions {

/// How far a decision came, as people sort them. `taken_back` has no tab of its own: it is among all.
enum class Phase { held, sent, in_doubt, failed, executed, rolled_back, taken_back };
inline constexpr int phases_with_tab = 6;

[[nodiscard]] Phase phase_of(const ports::DecisionRow& row);

/// Whether it can still be taken back: it waits for its undo window to end.
[[nodiscard]] bool can_be_withdrawn(const ports::DecisionRow& row);
/// Whether asking the gateway tells anything new.
[[nodiscard]] bool can_be_asked_for(const ports::DecisionRow& row);

class PhaseWords {
    Q_DECLARE_TR_FUNCTIONS(ui::decisions::PhaseWords)
public:
    [[nodiscard]] static QString of(Phase phase);
    /// What a person can do about it, or what happens by itself, with the time that is left to take it back.
    [[nodiscard]] static QString next_step(const ports::DecisionRow& row, base::Instant now);
    /// Everything that next_step() may say, with a number of two digits.
    [[nodiscard]] static QStringList every_step();
};

} // namespace ui::decisions
