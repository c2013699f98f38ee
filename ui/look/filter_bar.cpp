// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/filter_bar.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "ui/look/icons.h"
#include "ui/look/tip.h"

#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace ui::look {

namespace {
constexpr int pause_milliseconds = 120;
} // namespace

FilterBar::FilterBar(const QString& name, const QString& hint, const QStringList& help, QWidget* parent)
    : QWidget(parent)
    , help_(help)
    , line_(new QLineEdit(this))
    , result_(new Badge(this))
    , help_button_(new QToolButton(this))
    , row_(new QHBoxLayout(this)) {
    line_->setAccessibleName(name);
    line_->setPlaceholderText(hint);
    line_->setClearButtonEnabled(true);
    line_->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    line_->setMaxLength(1000);
    line_->installEventFilter(this);
    help_button_->setIcon(icon(Glyph::help));
    help_button_->setAutoRaise(true);
    help_button_->setAccessibleName(tr("What can be typed here"));
    help_button_->setToolTip(tr("What can be typed here"));
    connect(help_button_, &QToolButton::clicked, this, &FilterBar::show_help);
    pause_.setSingleShot(true);
    pause_.setInterval(pause_milliseconds);
    connect(&pause_, &QTimer::timeout, this, [this] { Q_EMIT changed(line_->text()); });
    connect(line_, &QLineEdit::textChanged, &pause_, qOverload<>(&QTimer::start));
    connect(line_, &QLineEdit::returnPressed, this, [this] {
        pause_.stop();
        Q_EMIT changed(line_->text());
        Q_EMIT entered();
    });
    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(gap::small);
    row_->addWidget(line_, 1);
    row_->addWidget(help_button_);
    row_->addWidget(result_);
    result_->hide();
}

void FilterBar::put_result_below() {
    below_ = new QWidget(this);
    auto* second = new QHBoxLayout(below_);
    second->setContentsMargins(0, 0, 0, 0);
    second->setSpacing(gap::small);
    if (in_front_ != nullptr) {
        row_->removeWidget(in_front_);
        second->addWidget(in_front_);
    }
    const int at = row_->indexOf(result_);
    while (row_->count() > at) {
        QWidget* part = row_->itemAt(at)->widget();
        row_->removeWidget(part);
        second->addWidget(part);
    }
    second->addStretch(1);
    auto* both = new QVBoxLayout;
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(gap::tight);
    auto* first = new QHBoxLayout;
    first->setSpacing(gap::small);
    while (row_->count() > 0) {
        QWidget* part = row_->itemAt(0)->widget();
        row_->removeWidget(part);
        first->addWidget(part, part == line_ ? 1 : 0);
    }
    both->addLayout(first);
    both->addWidget(below_);
    row_->addLayout(both, 1);
    below_->hide();
}

void FilterBar::add_behind_result(QWidget* button) {
    row_->addWidget(button);
}

void FilterBar::add_in_front(QWidget* button) {
    in_front_ = button;
    row_->insertWidget(0, button);
    show_in_front(false);
}

void FilterBar::show_in_front(bool shown) {
    in_front_->setVisible(shown);
    show_below();
}

void FilterBar::show_below() {
    if (below_ != nullptr) {
        const bool has_chip = in_front_ != nullptr && !in_front_->isHidden();
        below_->setVisible(has_chip || !result_->isHidden());
    }
}

void FilterBar::add_button(QWidget* button) {
    row_->insertWidget(row_->indexOf(result_), button);
}

void FilterBar::hurry() {
    if (pause_.isActive()) {
        pause_.stop();
        Q_EMIT changed(line_->text());
    }
}

void FilterBar::take_focus() {
    line_->setFocus(Qt::ShortcutFocusReason);
    line_->selectAll();
}

void FilterBar::show_result(bool understood, const QString& words) {
    understood_ = understood;
    say(understood ? Level::normal : Level::serious, words);
    colour();
}

/// However long it is, it never asks for more room than the bar can give: the rest is in the tooltip.
void FilterBar::say(Level level, const QString& words) {
    const int letters = below_ == nullptr ? 64 : 40;
    const QString shown = fontMetrics().elidedText(words, Qt::ElideRight, letters * fontMetrics().averageCharWidth());
    result_->setVisible(!words.isEmpty());
    result_->show_level(level, shown);
    set_tip(*result_, words);
    show_below();
    line_->setAccessibleDescription(words);
}

void FilterBar::show_unfinished(const QString& words) {
    understood_ = false;
    say(Level::standby, words);
    line_->setPalette({});
}

void FilterBar::colour() {
    QPalette colours;
    if (!understood_) {
        const Colours& set = colours_for(palette());
        colours.setColor(QPalette::Text, set.of(Level::serious));
    }
    line_->setPalette(colours);
}

void FilterBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && line_ != nullptr) {
        colour();
    }
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event) {
    const bool escape =
        event->type() == QEvent::KeyPress && static_cast<const QKeyEvent&>(*event).key() == Qt::Key_Escape;
    if (watched == line_ && escape && !line_->text().isEmpty()) {
        line_->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// A window of its own below the button; any key or click ends it.
void FilterBar::show_help() {
    auto* sheet = new QFrame(this, Qt::Popup);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setFrameShape(QFrame::StyledPanel);
    sheet->setAccessibleName(tr("What can be typed here"));
    auto* grid = new QGridLayout(sheet);
    grid->setContentsMargins(gap::medium, gap::medium, gap::medium, gap::medium);
    grid->setHorizontalSpacing(gap::large);
    grid->setVerticalSpacing(gap::tight);
    int row = 0;
    for (const QString& line : std::as_const(help_)) {
        auto* typed = new Label(sheet);
        typed->set_type(Type::strong);
        typed->say(line.section(u'\t', 0, 0));
        typed->setWordWrap(false);
        typed->setLayoutDirection(Qt::LeftToRight); // it is a language of its own
        auto* meaning = new Label(sheet);
        meaning->say(line.section(u'\t', 1));
        meaning->setWordWrap(false);
        grid->addWidget(typed, row, 0);
        grid->addWidget(meaning, row++, 1);
    }
    sheet->adjustSize();
    const QPoint corner(help_button_->width() - sheet->width(), help_button_->height());
    sheet->move(help_button_->mapToGlobal(layoutDirection() == Qt::RightToLeft ? QPoint(0, corner.y()) : corner));
    sheet->show();
}

} // namespace ui::look
