// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/table.h"

#include "ui/look/row_delegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace ui::look {

Table::Table(const QString& name, QWidget* parent)
    : QTableView(parent) {
    setAccessibleName(name);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setStretchLastSection(true);
    setItemDelegate(new RowDelegate(this));
    set_row_height();
}

void Table::set_widths(std::initializer_list<int> letters) {
    const int letter = QFontMetrics(font()).averageCharWidth();
    int column = 0;
    for (const int count : letters) {
        if (count > 0) {
            setColumnWidth(column, count * letter + 2 * row_padding);
        }
        ++column;
    }
}

void Table::setModel(QAbstractItemModel* new_model) {
    QTableView::setModel(new_model);
    set_row_height();
}

void Table::fit_height(int most) {
    const int rows = model() == nullptr ? 0 : std::min(model()->rowCount(), most);
    const int header = horizontalHeader()->sizeHint().height();
    setFixedHeight(header + rows * verticalHeader()->defaultSectionSize() + 2);
}

void Table::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        set_row_height();
    }
}

void Table::set_row_height() {
    verticalHeader()->setDefaultSectionSize(row_height(font()));
}

/// j and k as in every inbox; the letters do not search.
void Table::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        QKeyEvent arrow(QEvent::KeyPress, event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
        QTableView::keyPressEvent(&arrow);
        return;
    }
    const bool letter = !event->text().isEmpty() && event->text().at(0).isPrint();
    if (letter && event->key() != Qt::Key_Space) {
        event->ignore(); // belongs to the actions of the window
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace ui::look
