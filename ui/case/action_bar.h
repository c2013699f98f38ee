// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"

#include <QFrame>
#include <QPushButton>

#include <array>

namespace ui::case_ {

/// The verbs for the case that is shown, all of one size and none of them a default. Each opens a review; none decides.
class ActionBar final : public QFrame {
    Q_OBJECT
public:
    static constexpr std::array verbs = {domain::Verb::approve, domain::Verb::reject, domain::Verb::roll_back,
                                         domain::Verb::resolve, domain::Verb::stop};

    explicit ActionBar(QWidget* parent = nullptr);

    void allow(domain::Verb verb, bool allowed);

Q_SIGNALS:
    void pressed(domain::Verb verb);

private:
    [[nodiscard]] QPushButton* button_for(domain::Verb verb) const;

    std::array<QPushButton*, verbs.size()> buttons_{};
};

} // namespace ui::case_
