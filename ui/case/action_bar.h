// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"

#include <QFrame>
#include <QPushButton>
#include <QStackedWidget>

#include <array>

namespace ui::case_ {

/// The verbs for the case that is shown: the six of a held order in one row, all of one size, and below them those for
/// what was executed, what is in doubt, what we found ourselves, and the agent. None is a default; each opens a review,
/// none decides. A button that does not fit the state of the case stays in its place and is dead, so that nothing moves
/// under the hand. Stop and resume share a place: never both are possible.
class ActionBar final : public QFrame {
    Q_OBJECT
public:
    static constexpr std::array verbs = {
        domain::Verb::approve,   domain::Verb::approve_reduced, domain::Verb::ask,
        domain::Verb::hold,      domain::Verb::reject,          domain::Verb::escalate,
        domain::Verb::roll_back, domain::Verb::resolve,         domain::Verb::acknowledge,
        domain::Verb::stop,      domain::Verb::resume};
    static constexpr std::size_t of_open_cases = 6;

    explicit ActionBar(QWidget* parent = nullptr);

    /// `why_not` is said by the tooltip and to screen readers while the button is dead.
    void allow(domain::Verb verb, bool allowed, const QString& why_not = {});
    [[nodiscard]] QPushButton* button_for(domain::Verb verb) const;

Q_SIGNALS:
    void pressed(domain::Verb verb);

private:
    [[nodiscard]] QPushButton* make(domain::Verb verb);
    static void explain(QPushButton& button, domain::Verb verb, const QString& why_not);

    std::array<QPushButton*, verbs.size()> buttons_{};
    QStackedWidget* agent_;
};

} // namespace ui::case_
