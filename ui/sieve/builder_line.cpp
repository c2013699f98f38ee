// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sieve/builder_line.h"

#include "app/text/amount_entry.h"
#include "app/text/safe_text.h"
#include "ui/look/theme.h"
#include "ui/sieve/own_text.h"

#include <QHBoxLayout>

#include <algorithm>

namespace ui::sieve {

using filter::Verb;
using filter::What;

QString VerbWords::of(Verb verb, What what) {
    const bool time = what == What::time;
    switch (verb) {
    case Verb::is: return tr("is");
    case Verb::is_not: return tr("is not");
    case Verb::less: return time ? tr("before") : tr("less than");
    case Verb::at_most: return time ? tr("not after") : tr("at most");
    case Verb::more: return time ? tr("after") : tr("more than");
    case Verb::at_least: return time ? tr("not before") : tr("at least");
    case Verb::contains: return tr("contains");
    case Verb::contains_not: return tr("does not contain");
    case Verb::begins: return tr("begins with");
    case Verb::ends: return tr("ends with");
    case Verb::one_of: return tr("is one of");
    case Verb::present: return tr("has a value");
    case Verb::missing: return tr("has no value");
    }
    return {};
}

BuilderLine::BuilderLine(const filter::Language& language, const base::Clock& clock, const text::Formats& formats,
                         QWidget* parent)
    : QWidget(parent)
    , language_(language)
    , formats_(formats)
    , column_(new QComboBox(this))
    , verb_(new QComboBox(this))
    , fields_(new QStackedWidget(this))
    , text_(new QLineEdit(this))
    , choice_(new QComboBox(this))
    , amount_(new QLineEdit(this))
    , currency_(new QLineEdit(this))
    , time_(new QDateTimeEdit(this))
    , remove_(new QToolButton(this)) {
    build();
    for (const filter::Column& one : language_.columns()) {
        column_->addItem(own_text(one.shown));
    }
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(clock.now().time_since_epoch());
    show_moment(now.count());
    show_verbs();
    connect(column_, &QComboBox::currentIndexChanged, this, &BuilderLine::show_verbs);
    connect(verb_, &QComboBox::currentIndexChanged, this, &BuilderLine::show_field);
    for (QLineEdit* edit : {text_, amount_, currency_}) {
        connect(edit, &QLineEdit::textChanged, this, &BuilderLine::changed);
    }
    connect(choice_, &QComboBox::currentIndexChanged, this, &BuilderLine::changed);
    connect(time_, &QDateTimeEdit::dateTimeChanged, this, &BuilderLine::changed);
    connect(remove_, &QToolButton::clicked, this, &BuilderLine::removed);
}

void BuilderLine::build() {
    column_->setAccessibleName(tr("Column"));
    verb_->setAccessibleName(tr("How it compares"));
    text_->setAccessibleName(tr("Value"));
    choice_->setAccessibleName(tr("Value"));
    amount_->setAccessibleName(tr("Amount"));
    currency_->setAccessibleName(tr("Currency"));
    currency_->setMaxLength(3);
    currency_->setText(QStringLiteral("EUR"));
    currency_->setMaximumWidth(fontMetrics().averageCharWidth() * 8);
    time_->setAccessibleName(tr("Time"));
    time_->setCalendarPopup(true);
    time_->setLayoutDirection(Qt::LeftToRight); // before the format, which Qt would turn around once
    time_->setDisplayFormat(formats_.locale().dateTimeFormat(QLocale::ShortFormat));
    remove_->setText(QStringLiteral("×"));
    remove_->setAutoRaise(true);
    remove_->setAccessibleName(tr("Remove this line"));
    remove_->setToolTip(tr("Remove this line"));
    auto* amount = new QWidget(this);
    auto* both = new QHBoxLayout(amount);
    both->setContentsMargins(0, 0, 0, 0);
    both->addWidget(amount_, 1);
    both->addWidget(currency_);
    fields_->addWidget(text_); // in the order of Field
    fields_->addWidget(choice_);
    fields_->addWidget(amount);
    fields_->addWidget(time_);
    fields_->addWidget(new QWidget(this));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap::small);
    row->addWidget(column_, 2);
    row->addWidget(verb_, 2);
    row->addWidget(fields_, 3);
    row->addWidget(remove_);
    setFocusProxy(column_);
}

const filter::Column& BuilderLine::column() const {
    return language_.columns().at(static_cast<std::size_t>(std::max(0, column_->currentIndex())));
}

Verb BuilderLine::verb() const {
    return static_cast<Verb>(verb_->currentData().toInt());
}

void BuilderLine::show_verbs() {
    const Verb before = verb();
    const QSignalBlocker quiet(verb_);
    verb_->clear();
    const std::vector<Verb>& verbs = filter::verbs_of(column().what);
    for (const Verb one : verbs) {
        verb_->addItem(VerbWords::of(one, column().what), static_cast<int>(one));
    }
    verb_->setCurrentIndex(std::max(0, verb_->findData(static_cast<int>(before))));
    const QSignalBlocker still(choice_);
    choice_->clear();
    for (const filter::Choice& one : column().choices) {
        choice_->addItem(own_text(one.shown), own_text(one.word));
    }
    if (column().what == What::flag) {
        choice_->addItem(tr("yes"), QStringLiteral("true"));
        choice_->addItem(tr("no"), QStringLiteral("false"));
    }
    show_field();
}

BuilderLine::Field BuilderLine::field() const {
    if (!filter::takes_value(verb())) {
        return none_field;
    }
    switch (column().what) {
    case What::text:
    case What::number:
    case What::span: return text_field;
    case What::choice:
    case What::rank: return verb() == Verb::one_of ? text_field : choice_field;
    case What::flag: return choice_field;
    case What::money: return amount_field;
    case What::time: return time_field;
    }
    return text_field;
}

void BuilderLine::show_field() {
    fields_->setCurrentIndex(field());
    QString hint;
    if (column().what == What::span) {
        hint = tr("for example 36h or 90m");
    } else if (verb() == Verb::one_of && !column().choices.empty()) {
        hint = own_text(column().choices.front().word) + QStringLiteral(", …");
    } else if (verb() == Verb::one_of) {
        hint = tr("several, divided by commas");
    }
    text_->setPlaceholderText(hint);
    Q_EMIT changed();
}

void BuilderLine::show_line(const filter::Line& line) {
    column_->setCurrentIndex(static_cast<int>(line.column));
    verb_->setCurrentIndex(std::max(0, verb_->findData(static_cast<int>(line.verb))));
    if (!line.values.empty()) {
        show_values(line.values);
    }
    Q_EMIT changed();
}

void BuilderLine::show_values(const std::vector<std::string>& values) {
    const QString first = own_text(values.front());
    switch (field()) {
    case text_field: {
        QStringList all;
        for (const std::string& one : values) {
            all.append(own_text(one));
        }
        text_->setText(verb() == Verb::one_of ? all.join(QStringLiteral(", ")) : first);
        break;
    }
    case choice_field: {
        int place = choice_->findData(first);
        if (place < 0) { // a rank as its number, or a word that this version does not know
            choice_->addItem(first, first);
            place = choice_->count() - 1;
        }
        choice_->setCurrentIndex(place);
        break;
    }
    case amount_field: {
        const QString code = first.section(u' ', -1);
        const auto currency = domain::Currency::from_code(code.toStdString());
        const auto read = currency ? domain::from_decimal(first.section(u' ', 0, -2).toStdString(), currency.value())
                                   : base::Result<domain::Money>(currency.fault());
        currency_->setText(code);
        amount_->setText(read.ok() ? formats_.amount(read.value()) : first.section(u' ', 0, -2));
        break;
    }
    case time_field: {
        if (const auto instant = base::from_rfc3339(values.front()); instant.ok()) {
            const auto since =
                std::chrono::duration_cast<std::chrono::milliseconds>(instant.value().time_since_epoch());
            show_moment(since.count());
        }
        break;
    }
    case none_field: break;
    }
}

std::vector<std::string> BuilderLine::several() const {
    std::vector<std::string> all;
    const QStringList parts = text_->text().split(u',', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const QString word = part.trimmed();
        const auto& choices = column().choices;
        const auto known = std::find_if(choices.begin(), choices.end(), [&](const filter::Choice& one) {
            return own_text(one.shown).compare(word, Qt::CaseInsensitive) == 0;
        });
        if (!word.isEmpty()) {
            all.push_back(known != choices.end() ? known->word : word.toStdString());
        }
    }
    return all;
}

/// As the locale writes it; what cannot be read goes as it is, so that the condition says so.
std::string BuilderLine::amount() const {
    QString typed = amount_->text().trimmed();
    const bool below = typed.startsWith(u'-') || typed.startsWith(QChar(0x2212));
    const auto currency = domain::Currency::from_code(currency_->text().toUpper().toStdString());
    const auto read = currency ? text::read_amount(below ? typed.mid(1) : typed, formats_.locale(), currency.value())
                               : text::AmountEntry{};
    if (!read.amount) {
        return typed.toStdString() + " " + currency_->text().toStdString();
    }
    return (below ? "-" : "") + domain::to_decimal(*read.amount) + " " + std::string(currency.value().code());
}

/// The edit knows days and times of day only; which zone they are of is ours.
void BuilderLine::show_moment(std::int64_t milliseconds) {
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(milliseconds, formats_.zone());
    time_->setDateTime(QDateTime(there.date(), there.time()));
}

std::string BuilderLine::moment() const {
    const QDateTime there(time_->date(), time_->time(), formats_.zone());
    return there.toUTC().toString(Qt::ISODate).toStdString();
}

std::vector<std::string> BuilderLine::values() const {
    switch (field()) {
    case text_field: return verb() == Verb::one_of ? several() : std::vector{text_->text().toStdString()};
    case choice_field: return {choice_->currentData().toString().toStdString()};
    case amount_field: return {amount()};
    case time_field: return {moment()};
    case none_field: return {};
    }
    return {};
}

filter::Line BuilderLine::line() const {
    return {static_cast<std::size_t>(std::max(0, column_->currentIndex())), verb(), values()};
}

bool BuilderLine::is_filled() const {
    switch (field()) {
    case text_field: return !text_->text().trimmed().isEmpty();
    case amount_field: return !amount_->text().trimmed().isEmpty();
    case choice_field:
    case time_field:
    case none_field: return true;
    }
    return true;
}

void BuilderLine::take_focus() {
    column_->setFocus(Qt::OtherFocusReason);
}

} // namespace ui::sieve
