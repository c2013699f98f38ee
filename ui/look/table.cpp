// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/table.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "ui/look/copy.h"
#include "ui/look/row_delegate.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>
#include <utility>

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
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setStretchLastSection(true);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        // Only a hand drags: the header itself moves the last column, and what was the last one, whenever it likes.
        const bool by_hand = QGuiApplication::mouseButtons() != Qt::NoButton && horizontalHeader()->underMouse();
        dragged_ = dragged_ || (by_hand && !spreading_);
    });
    setItemDelegate(new RowDelegate(this));
    set_row_height();
}

void Table::set_widths(std::vector<int> letters) {
    letters_ = std::move(letters);
    spread();
}

void Table::set_words(int column, const QStringList& words, bool always) {
    words_[static_cast<std::size_t>(column)] = {words, always};
    spread();
}

bool Table::never_shrinks(std::size_t column) const {
    const auto words = words_.find(column);
    return words == words_.end() ? letters_[column] <= 0 : words->second.always;
}

/// A header of very many words may be cut.
int Table::head_width(std::size_t column) const {
    constexpr int most_letters = 28;
    const QFontMetrics metrics(horizontalHeader()->font());
    const QString words = model()->headerData(static_cast<int>(column), Qt::Horizontal).toString();
    return std::min(metrics.horizontalAdvance(words), most_letters * metrics.averageCharWidth()) + 2 * row_padding + 1;
}

Table::Wish Table::wish_of_words(std::size_t column, const Words& words) const {
    const QFontMetrics metrics = fontMetrics();
    int longest = 0;
    for (const QString& each : words.all) {
        longest = std::max(longest, metrics.horizontalAdvance(each));
    }
    const int head = head_width(column);
    const int whole = std::max(longest + 2 * row_padding + 1, head);
    const int letters = std::abs(letters_[column]) * metrics.averageCharWidth() + 2 * row_padding;
    return {whole, words.always ? whole : std::min(whole, letters), head};
}

/// What the column wants and what it may shrink to before others have to, in pixels: columns of long words go first.
Table::Wish Table::wish(std::size_t column) const {
    constexpr int long_words = 30;
    constexpr int few_words = 12;
    if (isColumnHidden(static_cast<int>(column))) {
        return {};
    }
    if (const auto words = words_.find(column); words != words_.end()) {
        return wish_of_words(column, words->second);
    }
    constexpr int half_days = 6; // letters more: "PM" and a zone that has no name
    const bool long_moment = letters_[column] == moment && QLocale().timeFormat().contains(u'A', Qt::CaseInsensitive);
    const int count = letters_[column] - (long_moment ? half_days : 0);
    const int head = head_width(column);
    const auto pixels = [this, head](int letters) {
        return std::max(head, letters * fontMetrics().averageCharWidth() + 2 * row_padding);
    };
    if (count == 0) {
        return {money_width(font()), money_width(font()), head};
    }
    if (count < 0) {
        return {pixels(-count), pixels(-count), head};
    }
    return {pixels(count), pixels(count < long_words ? count : few_words), head};
}

/// Amounts and moments never shrink; no other column gets narrower than its header and half of the least that it
/// wanted: then the table scrolls. Measuring words takes time: what nobody sees waits until it is shown.
void Table::spread() {
    if (letters_.empty() || dragged_ || model() == nullptr || !isVisible()) {
        return;
    }
    std::vector<Wish> wishes;
    int wanted = 0;
    int least = 0;
    int fixed = 0;
    for (std::size_t i = 0; i < letters_.size(); ++i) {
        const Wish& each = wishes.emplace_back(wish(i));
        (never_shrinks(i) ? fixed : wanted) += each.wanted;
        least += never_shrinks(i) ? 0 : each.least;
    }
    const double room = viewport()->width() - fixed;
    const double give = wanted == least ? 0 : std::clamp((room - least) / (wanted - least), 0.0, 1.0);
    const double share = least == 0 ? 1.0 : std::clamp(room / least, 0.5, 1.0);
    spreading_ = true;
    int used = 0;
    for (std::size_t i = 0; i < letters_.size(); ++i) {
        if (const Wish& each = wishes[i]; each.wanted > 0) {
            const double width =
                never_shrinks(i) ? each.wanted : share * each.least + give * (each.wanted - each.least);
            const int whole = std::max(each.head, static_cast<int>(width));
            setColumnWidth(static_cast<int>(i), whole);
            used += whole;
        }
    }
    keep_numbers_together(viewport()->width() - used);
    spreading_ = false;
}

/// The last column takes what is left. A number there would stand far from what it is about: then the longest words do.
void Table::keep_numbers_together(int left) {
    int longest = -1;
    int last = -1;
    for (int column = 0; column < static_cast<int>(letters_.size()); ++column) {
        if (!isColumnHidden(column)) {
            last = column;
            longest =
                longest < 0 || letters_[static_cast<std::size_t>(column)] > letters_[static_cast<std::size_t>(longest)]
                    ? column
                    : longest;
        }
    }
    if (last < 0 || left <= 0 || longest == last) {
        return;
    }
    const int side = model()->headerData(last, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
    if ((side & (Qt::AlignRight | Qt::AlignTrailing)) != 0) {
        setColumnWidth(longest, columnWidth(longest) + left);
    }
}

void Table::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    spread();
    fit();
}

void Table::showEvent(QShowEvent* event) {
    QTableView::showEvent(event);
    spread();
    fit();
}

void Table::setModel(QAbstractItemModel* new_model) {
    QTableView::setModel(new_model);
    show_hidden();
    spread();
    set_row_height();
}

void Table::fit_height(int most) {
    fitted_ = most;
    fit();
}

void Table::fit() {
    if (!fitted_) {
        return;
    }
    const int rows = model() == nullptr ? 0 : std::min(model()->rowCount(), *fitted_);
    const int header = horizontalHeader()->sizeHint().height();
    const bool scrolls = horizontalHeader()->length() > viewport()->width();
    const int bar = scrolls ? horizontalScrollBar()->sizeHint().height() : 0; // it would lie on the last row
    setFixedHeight(header + rows * verticalHeader()->defaultSectionSize() + bar + 2);
}

void Table::set_hidden(const std::vector<int>& columns) {
    hidden_ = columns;
    if (!chosen_) {
        show_hidden();
        spread();
    }
}

void Table::show_hidden() {
    const bool inside = std::exchange(spreading_, true);
    for (int column = 0; model() != nullptr && column < model()->columnCount(); ++column) {
        setColumnHidden(column, std::find(hidden_.begin(), hidden_.end(), column) != hidden_.end());
    }
    spreading_ = inside;
}

QByteArray Table::arrangement() const {
    return horizontalHeader()->saveState();
}

void Table::arrange(const QByteArray& arrangement) {
    spreading_ = true;
    chosen_ = horizontalHeader()->restoreState(arrangement);
    spreading_ = false;
    dragged_ = dragged_ || chosen_;
}

void Table::reset_columns() {
    chosen_ = false;
    dragged_ = false;
    QHeaderView& header = *horizontalHeader();
    for (int column = 0; column < header.count(); ++column) {
        header.moveSection(header.visualIndex(column), column);
    }
    show_hidden();
    spread();
}

void Table::step(int by) {
    const int rows = model() == nullptr ? 0 : model()->rowCount();
    if (rows == 0) {
        return;
    }
    const QModelIndex now = currentIndex();
    const int row = now.isValid() ? std::clamp(now.row() + by, 0, rows - 1) : 0;
    const int column = now.isValid() ? now.column() : std::max(0, horizontalHeader()->logicalIndexAt(0));
    setCurrentIndex(model()->index(row, column));
    setFocus(Qt::ShortcutFocusReason);
}

void Table::offer_columns() {
    if (model() == nullptr) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Columns"));
    for (int column = 0; column < model()->columnCount(); ++column) {
        // Headers are words of our own.
        QAction* action = menu->addAction(
            text::for_button(text::safe(model()->headerData(column, Qt::Horizontal).toString().toStdString())));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            if (!on && horizontalHeader()->hiddenSectionCount() + 1 >= horizontalHeader()->count()) {
                return;
            }
            chosen_ = true;
            spreading_ = true;
            setColumnHidden(column, !on);
            spreading_ = false;
            spread();
        });
    }
    menu->popup(horizontalHeader()->mapToGlobal(QPoint(row_padding, horizontalHeader()->height())));
}

void Table::set_sortable() {
    sortable_ = true;
    QHeaderView& header = *horizontalHeader();
    header.setSectionsClickable(true);
    header.setSortIndicatorShown(true);
    header.setSortIndicator(-1, Qt::AscendingOrder);
    header.setToolTip(tr("Click to sort: up, down, and as the rows came"));
    connect(&header, &QHeaderView::sectionClicked, this, [this](int column) { sort_by(column); });
}

/// The next of up, down, as it came. The header has moved its indicator by itself already on a click; ours counts.
void Table::sort_by(int column) {
    const bool same = sorted_by_ == column;
    const bool descending = sorted_down_;
    if (!same) {
        sort_by(column, Qt::AscendingOrder);
    } else if (!descending) {
        sort_by(column, Qt::DescendingOrder);
    } else {
        sort_by(-1, Qt::AscendingOrder);
    }
}

void Table::sort_by(int column, Qt::SortOrder order) {
    sorted_by_ = column;
    sorted_down_ = order == Qt::DescendingOrder;
    horizontalHeader()->setSortIndicator(column, order);
    model()->sort(column, order);
    Q_EMIT sorted();
}

void Table::offer_order() {
    if (model() == nullptr || !sortable_) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Sort by"));
    connect(menu->addAction(tr("As the rows came")), &QAction::triggered, this,
            [this] { sort_by(-1, Qt::AscendingOrder); });
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (!isColumnHidden(column)) {
            const auto name = text::safe(model()->headerData(column, Qt::Horizontal).toString().toStdString());
            connect(menu->addAction(text::for_button(name)), &QAction::triggered, this,
                    [this, column] { sort_by(column); });
        }
    }
    menu->popup(horizontalHeader()->mapToGlobal(QPoint(row_padding, horizontalHeader()->height())));
}

/// The keys stand beside the words; the actions that own the keys are the window's.
void Table::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::tuple<QString, const char*, CopyForm> forms[] = {
        {tr("&Copy rows"), "Ctrl+C", CopyForm::tsv},
        {tr("Copy rows as CS&V"), "Ctrl+Shift+C", CopyForm::csv},
        {tr("Copy rows as &Markdown"), "Ctrl+Alt+C", CopyForm::markdown}};
    for (const auto& [name, key, form] : forms) {
        const QString keys = QKeySequence(QLatin1String(key)).toString(QKeySequence::NativeText);
        QAction* action = menu->addAction(text::fill(QStringLiteral("%1\t%2"), {name, keys}));
        connect(action, &QAction::triggered, this, [this, wanted = form] { copy_rows(wanted, *this); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Choose co&lumns …")), &QAction::triggered, this, &Table::offer_columns);
    menu->popup(event->globalPos());
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

/// Unlike every item view, coming here by Tab chooses nothing: choosing a row is an act.
void Table::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

bool Table::begin_at_the_last_visible_row(int key) {
    const bool moves = key == Qt::Key_J || key == Qt::Key_K || key == Qt::Key_Up || key == Qt::Key_Down;
    if (!moves || currentIndex().isValid() || model() == nullptr || model()->rowCount() == 0) {
        return false;
    }
    setCurrentIndex(model()->index(std::max(0, rowAt(viewport()->height() - 1)), 0));
    return true;
}

/// j and k as in every inbox; the letters do not search.
void Table::keyPressEvent(QKeyEvent* event) {
    if (begin_at_the_last_visible_row(event->key())) {
        return;
    }
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
