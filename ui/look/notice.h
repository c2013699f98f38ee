// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/fault.h"
#include "ui/look/label.h"
#include "ui/look/symbol.h"
#include "ui/look/theme.h"

#include <QFrame>
#include <QPushButton>
#include <QWidget>

namespace ui::look {

/// What stands where nothing else can: what is going on, and what to do about it.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);

    void say(Level level, const QString& what_is, const QString& what_to_do);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Badge* badge_;
    Label* title_;
    Label* advice_;
};

/// A bar above a page that says what is wrong and what to do, with at most one button. Hidden while all is well.
class NoticeBar final : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// `button` empty: none.
    void say(Level level, const QString& sentence, const QString& button = {});
    /// The sentence for a fault, with its details in the tooltip.
    void say(const base::Fault& fault, const QString& button = {});
    void clear();
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Badge* badge_;
    Label* sentence_;
    QPushButton* button_;
    Level level_ = Level::normal;
};

} // namespace ui::look
