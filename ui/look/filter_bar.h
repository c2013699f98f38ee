// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/label.h"
#include "ui/look/symbol.h"

#include <QLineEdit>
#include <QTimer>
#include <QToolButton>
#include <QWidget>

class QHBoxLayout;

namespace ui::look {

/// One line to narrow a table by typing. Says at once whether what stands there can be understood (by symbol, words and
/// colour) and how many rows pass; the help button shows what can be typed. Escape empties it. ui::sieve::Bar is the
/// one that speaks the expression language.
class FilterBar : public QWidget {
    Q_OBJECT
public:
    /// `name` is the accessible name; `hint` stands in the empty line; `help` are lines of "what to type\twhat it
    /// means".
    FilterBar(const QString& name, const QString& hint, const QStringList& help, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const { return line_->text(); }
    void set_text(const QString& typed) { line_->setText(typed); }
    void take_focus();
    /// What came of it: "1,204 of 50,000 rows", or why it cannot be understood.
    void show_result(bool understood, const QString& words);
    [[nodiscard]] bool is_understood() const { return understood_; }
    [[nodiscard]] QLineEdit& line() const { return *line_; }
    /// For a narrow place: what came of it stands in a row below the line, as long as there is something to say.
    void put_result_below();

Q_SIGNALS:
    /// A moment after the last key.
    void changed(const QString& typed);
    /// Enter.
    void entered();

protected:
    /// Buttons of a more able bar, behind the help button.
    void add_button(QWidget* button);
    /// Before the line; in a narrow place in the row below, while it is shown.
    void add_in_front(QWidget* button);
    void show_in_front(bool shown);
    /// One that belongs to the result and stands behind it.
    void add_behind_result(QWidget* button);
    /// Not understood yet, because it is not finished: no alarm.
    void show_unfinished(const QString& words);
    /// Runs at once what changed() would say after the pause.
    void hurry();
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void show_help();
    void colour();
    void say(Level level, const QString& words);
    void show_below();

    QStringList help_;
    QLineEdit* line_;
    Badge* result_;
    QToolButton* help_button_;
    QHBoxLayout* row_;
    QWidget* below_ = nullptr;
    QWidget* in_front_ = nullptr;
    QTimer pause_;
    bool understood_ = true;
};

} // namespace ui::look
