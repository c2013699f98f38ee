// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/conversation.h"
#include "app/text/safe_text.h"
#include "ui/look/label.h"

#include <QFrame>
#include <QPlainTextEdit>

namespace ui::look {

/// Outside text of any length as plain text that breaks anywhere, so that its width never grows: as high as its lines
/// need, up to a bound, and scrolling behind it. Read-only, selectable, reachable by Tab.
class Passage final : public QPlainTextEdit {
    Q_OBJECT
public:
    /// `name` is the accessible name: what this text is.
    explicit Passage(const QString& name, int most_lines = 6, QWidget* parent = nullptr);

    void show(const text::SafeText& outside);
    using QWidget::show;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int wanted_height() const;

    int most_lines_;
};

/// The frame around what an agent or a counterpart says: a bar in a colour that nothing trusted has, a line of our own
/// that says who is speaking, and the words below it.
class SpeechFrame final : public QFrame {
    Q_OBJECT
public:
    explicit SpeechFrame(int most_lines = 6, QWidget* parent = nullptr);

    /// `who` is a sentence of our own ("The agent says"), possibly filled with a safe name.
    void show(const QString& who, const text::SafeText& words);
    using QWidget::show;
    /// A sentence of our own in the place of words that nobody spoke or that are covered: whole, wrapped, no empty
    /// line.
    void say_instead(const QString& own);
    /// The bar takes the colour of machine or human; the words must say it too.
    void set_speaker(domain::Speaker speaker);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    domain::Speaker speaker_ = domain::Speaker::unknown;
    ElidedLabel* who_;
    Label* instead_;
    Passage* words_;
};

} // namespace ui::look
