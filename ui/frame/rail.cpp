// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/rail.h"

#include "app/text/fill.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace ui::frame {

namespace {

/// Red, and an octagon, and the word: the same in both themes.
class StopButton final : public QToolButton {
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const QColor red(0xa8, 0x12, 0x1c);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? red.darker(130) : red);
        const QRectF box = QRectF(rect()).adjusted(4, 4, -4, -4);
        const double cut = box.height() * 0.22;
        painter.drawPolygon(QPolygonF({{box.left() + cut, box.top()},
                                       {box.right() - cut, box.top()},
                                       {box.right(), box.top() + cut},
                                       {box.right(), box.bottom() - cut},
                                       {box.right() - cut, box.bottom()},
                                       {box.left() + cut, box.bottom()},
                                       {box.left(), box.bottom() - cut},
                                       {box.left(), box.top() + cut}}));
        painter.setPen(Qt::white);
        painter.setFont(look::font_of(look::Type::strong, font()));
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (hasFocus()) {
            painter.setPen(QPen(look::colours_for(palette()).accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
        }
    }
};

} // namespace

Rail::Rail(QWidget* parent)
    : QFrame(parent)
    , group_(new QButtonGroup(this))
    , stop_(new StopButton(this)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::tight, look::gap::small, look::gap::tight, look::gap::small);
    column->setSpacing(look::gap::tight);
    inbox_ = page_button(Page::inbox, tr("Inbox"), look::icon(look::Glyph::inbox), QStringLiteral("Ctrl+1"));
    column->addWidget(inbox_);
    column->addWidget(page_button(Page::live, tr("Live"), look::icon(look::Glyph::live), QStringLiteral("Ctrl+2")));
    column->addWidget(
        page_button(Page::decisions, tr("Decisions"), look::icon(look::Glyph::decisions), QStringLiteral("Ctrl+3")));
    column->addStretch(1);
    stop_->setText(tr("STOP"));
    stop_->setAccessibleName(tr("Stop an agent or the fleet"));
    stop_->setToolTip(tr("Stop an agent or the whole fleet. A review comes first."));
    stop_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    stop_->setFixedHeight(fontMetrics().height() * 3);
    stop_->setFocusPolicy(Qt::TabFocus);
    column->addWidget(stop_);
    connect(group_, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on) {
            Q_EMIT chosen(static_cast<Page>(id));
        }
    });
    connect(stop_, &QToolButton::clicked, this,
            [this] { Q_EMIT stop_pressed(stop_->mapToGlobal(QPoint(stop_->width(), 0))); });
}

QToolButton* Rail::page_button(Page page, const QString& name, const QIcon& icon, const QString& key) {
    auto* button = new QToolButton(this);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setText(name);
    button->setAccessibleName(name);
    button->setIcon(icon);
    button->setIconSize({24, 24});
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setToolTip(text::fill(QStringLiteral("%1 (%2)"), {name, key}));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::TabFocus);
    group_->addButton(button, static_cast<int>(page));
    return button;
}

void Rail::show_page(Page page) {
    group_->button(static_cast<int>(page))->setChecked(true);
}

void Rail::show_open_cases(int count) {
    inbox_->setText(count == 0 ? tr("Inbox") : text::fill(tr("Inbox %1"), {QString::number(count)}));
}

} // namespace ui::frame
