// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/label.h"
#include "ui/look/symbol.h"

#include <QFrame>
#include <QGridLayout>
#include <QVBoxLayout>

#include <vector>

namespace ui::case_ {

/// One point of a list: a level with its word, and a sentence of our own, possibly filled with safe text.
struct Check {
    look::Level level = look::Level::off;
    QString word; ///< empty where the title above says it for all
    QString what;
};

/// Points below each other: symbol, word, sentence. Sentences wrap and are read whole; only what somebody outside put
/// into one is shortened, and is whole in the tooltip.
class CheckList final : public QWidget {
    Q_OBJECT
public:
    explicit CheckList(QWidget* parent = nullptr);

    void show(const std::vector<Check>& checks);
    using QWidget::show;
    [[nodiscard]] int count() const { return count_; }

private:
    struct Row {
        look::Badge* badge;
        look::Label* what;
    };

    QGridLayout* grid_;
    std::vector<Row> rows_;
    int count_ = 0;
};

/// A framed part of a page with a heading of its own and, where it asks for attention, a bar in the colour of a level
/// whose shape and word stand in the heading.
class Card : public QFrame {
    Q_OBJECT
public:
    Card(look::Level level, const QString& heading, QWidget* parent = nullptr);

    [[nodiscard]] QVBoxLayout& body() const { return *body_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    look::Level level_;
    QVBoxLayout* body_;
};

} // namespace ui::case_
