// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/filter/form.h"
#include "app/text/formats.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>
#include <QWidget>

namespace ui::sieve {

/// What the verbs of a form are called.
class VerbWords {
    Q_DECLARE_TR_FUNCTIONS(ui::sieve::VerbWords)
public:
    [[nodiscard]] static QString of(filter::Verb verb, filter::What what);
};

/// One line of the form: which column, how it compares, with what. The field for the value is the one that fits the
/// column: an amount as the person's locale writes it with its currency, a date and time of their zone, a list of words
/// to choose from, or plain text.
class BuilderLine final : public QWidget {
    Q_OBJECT
public:
    BuilderLine(const filter::Language& language, const base::Clock& clock, const text::Formats& formats,
                QWidget* parent = nullptr);

    void show_line(const filter::Line& line);
    [[nodiscard]] filter::Line line() const;
    /// Whether there is something to compare with.
    [[nodiscard]] bool is_filled() const;
    void take_focus();

Q_SIGNALS:
    void changed();
    void removed();

private:
    enum Field { text_field, choice_field, amount_field, time_field, none_field };
    void build();
    void show_verbs();
    void show_field();
    void show_values(const std::vector<std::string>& values);
    [[nodiscard]] const filter::Column& column() const;
    [[nodiscard]] filter::Verb verb() const;
    [[nodiscard]] Field field() const;
    [[nodiscard]] std::vector<std::string> values() const;
    [[nodiscard]] std::vector<std::string> several() const;
    [[nodiscard]] std::string amount() const;
    [[nodiscard]] std::string moment() const;
    void show_moment(std::int64_t milliseconds);

    const filter::Language& language_;
    const text::Formats& formats_;
    QComboBox* column_;
    QComboBox* verb_;
    QStackedWidget* fields_;
    QLineEdit* text_;
    QComboBox* choice_;
    QLineEdit* amount_;
    QLineEdit* currency_;
    QDateTimeEdit* time_;
    QToolButton* remove_;
};

} // namespace ui::sieve
