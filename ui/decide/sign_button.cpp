// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/sign_button.h"

#include "ui/look/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace ui::decide {

namespace {
constexpr int tick_milliseconds = 50;
}

SignButton::SignButton(const base::Clock& clock, QWidget* parent)
    : QPushButton(parent)
    , clock_(clock) {
    setAutoDefault(false);
    setDefault(false);
    setAutoRepeat(false);
    setFont(look::font_of(look::Type::strong, font()));
    timer_.setInterval(tick_milliseconds);
    connect(&timer_, &QTimer::timeout, this, &SignButton::tick);
    show_state();
}

void SignButton::set_ready(bool ready) {
    ready_ = ready;
    show_state();
}

void SignButton::start_dead_time(base::Microseconds length) {
    dead_from_ = clock_.now();
    dead_until_ = dead_from_ + length;
    timer_.start();
    show_state();
}

bool SignButton::is_dead() const {
    return clock_.now() < dead_until_;
}

void SignButton::tick() {
    update();
    if (timer_.isActive() && !is_dead()) {
        timer_.stop();
        show_state();
        Q_EMIT dead_time_ended();
    }
}

void SignButton::show_state() {
    setEnabled(ready_ && !is_dead());
    update();
}

void SignButton::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter || event->isAutoRepeat()) {
        event->accept();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void SignButton::paintEvent(QPaintEvent* event) {
    QPushButton::paintEvent(event);
    if (!is_dead()) {
        return;
    }
    const double share = static_cast<double>((clock_.now() - dead_from_).count()) /
                         static_cast<double>(std::max<std::int64_t>(1, (dead_until_ - dead_from_).count()));
    QPainter painter(this);
    const int filled = static_cast<int>(share * width());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, height() - look::gap::tight, filled, 4)),
                     look::colours_for(palette()).accent);
}

} // namespace ui::decide
