// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/rail.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/tip.h"

#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
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

/// As wide as what it holds, as high as there is room.
class PageScroller final : public QScrollArea {
public:
    explicit PageScroller(QWidget* content) {
        setWidget(content);
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        viewport()->setAutoFillBackground(false);
        content->setAutoFillBackground(false);
    }
    [[nodiscard]] QSize sizeHint() const override { return {wanted_width(), widget()->sizeHint().height()}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {wanted_width(), 0}; }

private:
    [[nodiscard]] int wanted_width() const {
        const bool scrolls = verticalScrollBar()->maximum() > 0;
        return widget()->sizeHint().width() + (scrolls ? verticalScrollBar()->sizeHint().width() : 0);
    }
};

} // namespace

Rail::Rail(const std::vector<Screen>& screens, QWidget* parent)
    : QFrame(parent)
    , group_(new QButtonGroup(this))
    , stop_(new StopButton(this)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Button);
    for (const Screen& screen : screens) {
        entries_.push_back({screen.page, screen.profiles, screen.title, page_button(screen)});
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::tight, look::gap::small, look::gap::tight, look::gap::small);
    column->setSpacing(look::gap::tight);
    column->addWidget(new PageScroller(page_buttons()), 1);
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

QWidget* Rail::page_buttons() {
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap::tight / 2); // eleven screens on a screen of 720 lines
    for (const Entry& entry : entries_) {
        column->addWidget(entry.button);
    }
    column->addStretch(1);
    return whole;
}

QToolButton* Rail::page_button(const Screen& screen) {
    auto* button = new QToolButton(this);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setText(screen.title);
    button->setAccessibleName(screen.title);
    button->setIcon(look::icon(screen.glyph));
    button->setIconSize({24, 24});
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    look::set_tip(*button,
                  text::fill(QStringLiteral("%1 (%2)"), {screen.title, screen.key.toString(QKeySequence::NativeText)}));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::TabFocus);
    if (screen.page == Page::inbox) { // room for its count
        const QString widest = text::fill(QStringLiteral("%1 999+"), {screen.title});
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(widest) + look::gap::medium);
    }
    group_->addButton(button, static_cast<int>(screen.page));
    return button;
}

void Rail::show_page(Page page) {
    group_->button(static_cast<int>(page))->setChecked(true);
    show_buttons();
}

void Rail::show_profile(Profile profile) {
    profile_ = profile;
    show_buttons();
}

void Rail::show_buttons() {
    for (const Entry& entry : entries_) {
        entry.button->setVisible(entry.profiles.has(profile_) || entry.button->isChecked());
    }
}

/// More than that nobody counts, and the rail stays as wide as it is; the inbox has the exact number.
void Rail::show_open_cases(int count) {
    constexpr int most = 999;
    const QString number = count > most ? QLocale().toString(most) + QLatin1Char('+') : QLocale().toString(count);
    for (const Entry& entry : entries_) {
        if (entry.page == Page::inbox) {
            entry.button->setText(count == 0 ? entry.title
                                             : text::fill(QStringLiteral("%1 %2"), {entry.title, number}));
        }
    }
}

} // namespace ui::frame
