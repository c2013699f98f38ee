// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/text/formats.h"
#include "models/queue/grouping.h"
#include "ui/look/facts.h"
#include "ui/look/symbol.h"

#include <QPushButton>
#include <QWidget>

#include <array>

namespace ui::inbox {

/// What stands beside the list while the head of a group is chosen: how many alike cases there are, how much together,
/// how long they wait, and what to do: stop them or hand them on at once, show them one by one, or pause the agent
/// behind them. Each button opens a review, none decides. Approving is not among them, and the page says why.
class GroupPage final : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the page.
    GroupPage(const base::Clock& clock, const text::Formats& formats, QWidget* parent = nullptr);

    void show(const models::queue::Group& group);
    /// The verbs that may go at once, in the order of the bar below a case.
    static constexpr std::array verbs = {domain::Verb::ask, domain::Verb::hold, domain::Verb::reject,
                                         domain::Verb::escalate};
    /// Why a verb does not go for all of a group at once; empty: it does.
    [[nodiscard]] static QString why_not(domain::Verb verb, const models::queue::Group& group);
    using QWidget::show;

Q_SIGNALS:
    void unfold_wanted();
    void pause_wanted();
    void verb_wanted(domain::Verb verb);

private:
    void build();
    [[nodiscard]] QPushButton* make(domain::Verb verb);
    [[nodiscard]] static QString words_for(domain::Verb verb);

    const base::Clock& clock_;
    const text::Formats& formats_;
    look::Badge* title_;
    look::Label* advice_;
    look::Facts* facts_;
    look::Label* one_by_one_;
    std::array<QPushButton*, verbs.size()> at_once_{};
    QPushButton* unfold_;
    QPushButton* pause_;
};

} // namespace ui::inbox
