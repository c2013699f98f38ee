// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spend/place.h"

#include <QWidget>

class QHBoxLayout;

namespace ui::spend {

/// What the screen is narrowed to, one button per condition: pressing it takes that condition away.
class Chips final : public QWidget {
    Q_OBJECT
public:
    explicit Chips(QWidget* parent = nullptr);

    void show_parts(const std::vector<SelectionPart>& parts);

Q_SIGNALS:
    /// The selection without the condition that was pressed.
    void chosen(const ports::SpendSelection& only);

private:
    QHBoxLayout* row_;
    std::vector<SelectionPart> parts_; ///< that are shown
};

} // namespace ui::spend
