// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/text/formats.h"
#include "ui/look/notice.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::case_ {

/// What was said, turn by turn, with machine and human told apart by colour, side and word; and for each spoken number
/// that became money what was heard and what was understood.
class ConversationPage final : public QStackedWidget {
    Q_OBJECT
public:
    explicit ConversationPage(const text::Formats& formats, QWidget* parent = nullptr);

    /// `covered`: of the machines' turns only who spoke and when.
    void show(const ports::CaseFile& file, bool covered = false);
    using QWidget::show;

private:
    [[nodiscard]] QWidget* frame_for(const ports::SaidTurn& turn);
    [[nodiscard]] QString who(const ports::SaidTurn& turn) const;
    [[nodiscard]] QString heard(const domain::Turn& turn) const;

    const text::Formats& formats_;
    look::EmptyState* empty_;
    QScrollArea* area_;
    QVBoxLayout* column_;
    std::vector<ports::SaidTurn> shown_;
    bool covered_ = false;
};

} // namespace ui::case_
