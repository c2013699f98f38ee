// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/safe_text.h"
#include "ui/look/theme.h"

#include <QLabel>

namespace ui::look {

/// A label that always shows plain text. What outside says comes in by show(); say() is for text of our own.
class Label : public QLabel {
    Q_OBJECT
public:
    explicit Label(QWidget* parent = nullptr);
    /// Our own text in a type of the scale; wraps.
    Label(Type type, const QString& own, QWidget* parent = nullptr);

    void show(const text::SafeText& outside);
    void say(const QString& own);
    void set_type(Type type);
    /// The quiet colour of secondary text; follows the theme.
    void set_muted(bool muted);
    /// Where it wraps, a long word without a space asks for no more than this many letters; it is broken where it has
    /// to be.
    static constexpr int most_letters = 40;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    using QLabel::show;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void colour();
    [[nodiscard]] bool breaks_words(int width) const;

    bool muted_ = false;
};

/// One line, or a given number of them, cut with an ellipsis where the room ends; the whole is in the tooltip and in
/// the accessible name. It never asks for more room than a few letters and its lines, so nothing that somebody outside
/// says can move its neighbours.
class ElidedLabel final : public Label {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    /// Room for so many lines, also where the words need fewer.
    void set_lines(int lines);

    void show(const text::SafeText& outside);
    void say(const QString& own);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QStringList lines() const;

    int lines_ = 1;
};

/// A label for outside text: plain, one line, named for screen readers by its own text.
[[nodiscard]] Label* plain_label(const text::SafeText& outside, QWidget* parent = nullptr);

} // namespace ui::look
