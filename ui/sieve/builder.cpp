// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sieve/builder.h"

#include "app/filter/typed.h"
#include "app/text/safe_text.h"
#include "ui/sieve/builder_line.h"
#include "ui/sieve/own_text.h"
#include "ui/sieve/problem_words.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>

#include <algorithm>

namespace ui::sieve {

Builder::Builder(std::shared_ptr<const filter::Language> language, const QString& typed, const base::Clock& clock,
                 const text::Formats& formats, QWidget* parent)
    : QDialog(parent)
    , language_(std::move(language))
    , clock_(clock)
    , formats_(formats)
    , joined_(new QComboBox(this))
    , rows_(new QVBoxLayout)
    , replaced_(new look::Label(look::Type::small, {}, this))
    , preview_(new look::Label(this))
    , problem_(new look::Label(look::Type::small, {}, this))
    , add_(new QPushButton(tr("&Add a line"), this)) {
    setWindowTitle(tr("Put a filter together"));
    build();
    const auto given = filter::form_of(typed.toStdString(), *language_);
    if (given && given->lines.size() <= most_lines) {
        show_form(*given);
    } else {
        add_line({});
        if (filter::kind_of(typed.toStdString()) != filter::Typed::nothing) {
            replaced_->say(
                tr("What stands in the line cannot be shown as lines of a form. It is replaced only when you "
                   "use this one."));
        }
    }
    show_state();
}

void Builder::build() {
    joined_->addItems({tr("All of these hold"), tr("One of these holds")});
    joined_->setAccessibleName(tr("How the lines belong together"));
    connect(joined_, &QComboBox::currentIndexChanged, this, &Builder::show_state);
    connect(add_, &QPushButton::clicked, this, [this] {
        add_line({});
        lines_.back()->take_focus();
        show_state();
    });
    add_->setAutoDefault(false);
    preview_->setLayoutDirection(Qt::LeftToRight); // it is a language of its own
    preview_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    preview_->setAccessibleName(tr("The condition"));
    problem_->setAccessibleName(tr("What is wrong with it"));
    auto* box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    use_ = box->addButton(tr("&Use it"), QDialogButtonBox::AcceptRole);
    connect(box, &QDialogButtonBox::accepted, this, &Builder::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* top = new QHBoxLayout;
    top->addWidget(joined_);
    top->addStretch(1);
    top->addWidget(add_);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(look::gap::small);
    column->addWidget(replaced_);
    column->addLayout(top);
    column->addLayout(rows_);
    column->addStretch(1);
    column->addWidget(preview_);
    column->addWidget(problem_);
    column->addWidget(box);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 20);
}

void Builder::add_line(const filter::Line& line) {
    auto* widget = new BuilderLine(*language_, clock_, formats_, this);
    widget->show_line(line);
    connect(widget, &BuilderLine::changed, this, &Builder::show_state);
    connect(widget, &BuilderLine::removed, this, [this, widget] { remove_line(widget); });
    rows_->addWidget(widget);
    lines_.push_back(widget);
}

void Builder::remove_line(BuilderLine* line) {
    std::erase(lines_, line);
    rows_->removeWidget(line);
    line->hide();
    line->deleteLater();
    if (lines_.empty()) {
        add_line({});
    }
    lines_.back()->take_focus();
    show_state();
}

void Builder::show_form(const filter::Form& form) {
    for (BuilderLine* line : std::exchange(lines_, {})) {
        rows_->removeWidget(line);
        line->deleteLater();
    }
    joined_->setCurrentIndex(form.joined == filter::Joined::all ? 0 : 1);
    for (const filter::Line& line : form.lines) {
        add_line(line);
    }
    show_state();
}

filter::Form Builder::form() const {
    filter::Form form;
    form.joined = joined_->currentIndex() == 0 ? filter::Joined::all : filter::Joined::any;
    for (const BuilderLine* line : lines_) {
        if (line->is_filled()) {
            form.lines.push_back(line->line());
        }
    }
    return form;
}

QString Builder::expression() const {
    return own_text(filter::text_of(form(), *language_));
}

void Builder::show_state() {
    replaced_->setVisible(!replaced_->text().isEmpty());
    const std::string source = expression().toStdString();
    const filter::Reading reading = language_->read(source, clock_.now());
    const bool empty = source.empty();
    preview_->show(text::safe(source, text::Limits{}));
    problem_->say(empty ? tr("Fill in a value.")
                        : (reading.ok() ? QString() : ProblemWords::of(reading.problems.front())));
    use_->setEnabled(!empty && reading.ok());
    add_->setEnabled(lines_.size() < static_cast<std::size_t>(most_lines));
    joined_->setVisible(lines_.size() > 1);
}

void Builder::accept() {
    if (can_be_used()) {
        Q_EMIT chosen(expression());
        QDialog::accept();
    }
}

} // namespace ui::sieve
