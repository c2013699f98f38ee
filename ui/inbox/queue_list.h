// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace ui::inbox {

/// The list of cases: J and K move, letters belong to the window, rows have one height.
class QueueList final : public QListView {
    Q_OBJECT
public:
    explicit QueueList(QWidget* parent = nullptr);

    /// Moves the cursor by rows, from nothing to the first.
    void step(int by);

Q_SIGNALS:
    void hovered_changed();
    /// Space: a page further in the case beside, or back with Shift.
    void page_wanted(bool forward);
    /// Arrow keys on the head of a group: show or hide its members.
    void unfold_wanted(bool open);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
};

} // namespace ui::inbox
