// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/queue_list.h"

#include <QKeyEvent>

#include <algorithm>

namespace ui::inbox {

QueueList::QueueList(QWidget* parent)
    : QListView(parent) {
    setAccessibleName(tr("Cases that need a person"));
    setUniformItemSizes(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
}

void QueueList::step(int by) {
    const int rows = model() == nullptr ? 0 : model()->rowCount();
    if (rows == 0) {
        return;
    }
    const int now = currentIndex().isValid() ? currentIndex().row() + by : 0;
    setCurrentIndex(model()->index(std::clamp(now, 0, rows - 1), 0));
}

void QueueList::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        step(event->key() == Qt::Key_J ? 1 : -1);
        return;
    }
    if (event->key() == Qt::Key_Space) {
        Q_EMIT page_wanted(!event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        Q_EMIT unfold_wanted((event->key() == Qt::Key_Right) != mirrored);
        return;
    }
    if (!event->text().isEmpty() && event->text().at(0).isPrint()) {
        event->ignore(); // belongs to the actions of the window; the list does not search
        return;
    }
    QListView::keyPressEvent(event);
}

/// Unlike every item view, coming here by Tab chooses nothing: choosing a case is an act.
void QueueList::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void QueueList::enterEvent(QEnterEvent* event) {
    QListView::enterEvent(event);
    Q_EMIT hovered_changed();
}

void QueueList::leaveEvent(QEvent* event) {
    QListView::leaveEvent(event);
    Q_EMIT hovered_changed();
}

} // namespace ui::inbox
