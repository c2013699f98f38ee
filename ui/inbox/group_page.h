// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/text/formats.h"
#include "models/queue/grouping.h"
#include "ui/look/facts.h"
#include "ui/look/symbol.h"

#include <QPushButton>
#include <QWidget>

namespace ui::inbox {

/// What stands beside the list while the head of a group is chosen: how many alike cases there are, how much together,
/// how long they wait, and the two things to do: show them one by one, or pause the agent behind them.
class GroupPage final : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the page.
    GroupPage(const base::Clock& clock, const text::Formats& formats, QWidget* parent = nullptr);

    void show(const models::queue::Group& group);
    using QWidget::show;

Q_SIGNALS:
    void unfold_wanted();
    void pause_wanted();

private:
    void build();

    const base::Clock& clock_;
    const text::Formats& formats_;
    look::Badge* title_;
    look::Label* advice_;
    look::Facts* facts_;
    QPushButton* unfold_;
    QPushButton* pause_;
};

} // namespace ui::inbox
