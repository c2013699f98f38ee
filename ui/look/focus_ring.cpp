// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/focus_ring.h"

#include "ui/look/theme.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace ui::look {

namespace {

constexpr int thickness = 2;

class Ring final : public QWidget {
public:
    explicit Ring(QWidget* around)
        : QWidget(around) {
        setObjectName(QStringLiteral("focus_ring"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setPen(QPen(colours_for(palette()).accent, thickness, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(rect().adjusted(thickness / 2, thickness / 2, -thickness / 2, -thickness / 2));
    }
};

/// Fields with a frame show the focus by it.
bool shows_nothing_itself(const QWidget* widget) {
    const auto* area = qobject_cast<const QAbstractScrollArea*>(widget);
    return area != nullptr && area->frameShape() == QFrame::NoFrame;
}

} // namespace

FocusRing::FocusRing() {
    connect(qApp, &QApplication::focusChanged, this, &FocusRing::follow);
}

FocusRing::~FocusRing() {
    delete ring_;
}

void FocusRing::follow(QWidget* before, QWidget* now) {
    if (before != nullptr) {
        before->removeEventFilter(this);
    }
    const bool clicked = QApplication::mouseButtons() != Qt::NoButton;
    if (now != nullptr) { // buttons show the focus only once Tab was pressed; a letter opens dialogs here
        now->window()->setAttribute(Qt::WA_KeyboardFocusChange, !clicked);
        now->update();
    }
    if (!shows_nothing_itself(now) || clicked) {
        ring_ ? ring_->hide() : void();
        return;
    }
    if (!ring_) {
        ring_ = new Ring(now);
    }
    ring_->setParent(now);
    ring_->setGeometry(now->rect());
    ring_->show();
    ring_->raise();
    now->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    if (ring_ && event->type() == QEvent::Resize && ring_->parent() == watched) {
        ring_->setGeometry(ring_->parentWidget()->rect());
        ring_->raise();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui::look
