// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/authority_page.h"

#include "app/text/amount_entry.h"
#include "app/text/fill.h"
#include "app/text/forms.h"
#include "ui/look/theme.h"
#include "ui/look/words.h"
#include "ui/policy/authority_columns.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>

#include <algorithm>
#include <initializer_list>

namespace ui::policy {

namespace {

constexpr int most_rows = 6;
constexpr int most_minutes = 100'000;

std::string typed_text(const QLineEdit& field) {
    return field.text().trimmed().toStdString();
}

std::vector<std::string> typed_list(const QLineEdit& field) {
    std::vector<std::string> all;
    for (const QString& part : field.text().split(u',', Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty()) {
            all.push_back(part.trimmed().toStdString());
        }
    }
    return all;
}

/// Alt and a letter reach the first field of a row and what can be done about it; Tab goes on from there. There are
/// more fields on this page than letters that nothing else answers to, in any language.
QHBoxLayout* row_of(std::initializer_list<std::pair<QString, QWidget*>> parts, QWidget* parent) {
    auto* row = new QHBoxLayout;
    row->setSpacing(look::gap::small);
    for (const auto& [name, widget] : parts) {
        if (!name.isEmpty()) {
            auto* label = new look::Label(look::Type::body, name, parent);
            label->setWordWrap(false);
            label->setBuddy(widget);
            row->addWidget(label);
            QString spoken = name;
            widget->setAccessibleName(spoken.remove(u'&'));
        }
        row->addWidget(widget, qobject_cast<QPushButton*>(widget) == nullptr ? 1 : 0);
    }
    return row;
}

/// Tab leaves it at once; its parts are reached by the arrow keys.
class MomentEdit final : public QDateTimeEdit {
public:
    using QDateTimeEdit::QDateTimeEdit;

protected:
    bool focusNextPrevChild(bool next) override { return QWidget::focusNextPrevChild(next); }
};

} // namespace

AuthorityPage::AuthorityPage(const text::Formats& formats, QWidget* parent)
    : QScrollArea(parent)
    , formats_(formats)
    , lines_(AuthorityColumns::lines(formats), [](const auto& one, const auto& other) { return one.id == other.id; })
    , lent_(AuthorityColumns::delegations(formats),
            [](const auto& one, const auto& other) { return one.id == other.id; }) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Authority and answers"));
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(look::gap::medium, look::gap::medium, look::gap::medium, look::gap::medium);
    column->setSpacing(look::gap::small);
    complaint_ = new look::Label(look::Type::strong, {}, page);
    complaint_->hide();
    column->addWidget(complaint_);
    setWidget(page);
    build_lines(*column);
    build_delegations(*column);
    build_answers(*column);
    column->addStretch(1);
}

void AuthorityPage::build_lines(QVBoxLayout& column) {
    QWidget* page = widget();
    column.addWidget(new look::Label(look::Type::strong, tr("Who may approve how much"), page));
    column.addWidget(new look::Label(look::Type::small,
                                     tr("Without a line nobody is limited beside the roster. With any, whoever no line "
                                        "names may approve nothing. Of "
                                        "several the one that is most to the point counts."),
                                     page));
    lines_table_ = new look::Table(tr("Lines of authority"), page);
    lines_table_->setModel(&lines_);
    lines_table_->set_widths({24, 34, 26, 16});
    column.addWidget(lines_table_);
    line_amount_ = new QLineEdit(page);
    line_out_ = new QPushButton(tr("Take the &line out"), page);
    column.addLayout(row_of({{tr("Chosen line, &up to"), line_amount_}, {{}, line_out_}}, page));
    new_kind_ = new QComboBox(page);
    new_kind_->addItem(tr("Person"));
    new_kind_->addItem(tr("Role"));
    new_who_ = new QLineEdit(page);
    new_categories_ = new QLineEdit(page);
    new_amount_ = new QLineEdit(page);
    line_in_ = new QPushButton(tr("A&dd a line"), page);
    column.addLayout(row_of({{tr("Ne&w line for"), new_kind_},
                             {tr("named"), new_who_},
                             {tr("only categories"), new_categories_},
                             {tr("up to"), new_amount_},
                             {{}, line_in_}},
                            page));
    connect(lines_table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { show_line(); });
    connect(line_amount_, &QLineEdit::editingFinished, this, &AuthorityPage::edit_line);
    connect(line_in_, &QPushButton::clicked, this, &AuthorityPage::add_line);
    connect(line_out_, &QPushButton::clicked, this,
            [this] { take_out(ports::PolicyEdit::Kind::line_out, *lines_table_); });
}

void AuthorityPage::build_delegations(QVBoxLayout& column) {
    QWidget* page = widget();
    column.addWidget(new look::Label(look::Type::strong, tr("Lent for a time"), page));
    column.addWidget(
        new look::Label(look::Type::small,
                        tr("At most what a line gives the lender. What was lent is not lent on, and lender "
                           "and borrower are never the two hands of dual sign-off."),
                        page));
    lent_table_ = new look::Table(tr("Delegations"), page);
    lent_table_->setModel(&lent_);
    lent_table_->set_widths({16, 16, 26, 26, 18, 24});
    column.addWidget(lent_table_);
    from_ = new QLineEdit(page);
    to_ = new QLineEdit(page);
    since_ = new MomentEdit(page);
    until_ = new MomentEdit(page);
    for (QDateTimeEdit* field : {since_, until_}) {
        field->setCalendarPopup(true);
        field->setLocale(formats_.locale());
        field->setLayoutDirection(Qt::LeftToRight); // a date and a time do not turn around
        field->setTimeSpec(Qt::UTC);                // what is typed is a wall clock, read in the zone of the screen
    }
    const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(formats_.zone()).date(); // only where typing begins
    since_->setDateTime(QDateTime(today, QTime(0, 0), Qt::UTC));
    until_->setDateTime(QDateTime(today.addDays(14), QTime(18, 0), Qt::UTC));
    up_to_ = new QLineEdit(page);
    up_to_->setPlaceholderText(tr("all of it"));
    reason_ = new QLineEdit(page);
    lend_ = new QPushButton(tr("Le&nd"), page);
    lent_out_ = new QPushButton(tr("Take the delegat&ion out"), page);
    column.addLayout(
        row_of({{tr("F&rom"), from_}, {tr("to"), to_}, {tr("since"), since_}, {tr("until"), until_}}, page));
    column.addLayout(row_of({{tr("at most"), up_to_}, {tr("because"), reason_}, {{}, lend_}, {{}, lent_out_}}, page));
    connect(lend_, &QPushButton::clicked, this, &AuthorityPage::lend);
    connect(lent_out_, &QPushButton::clicked, this,
            [this] { take_out(ports::PolicyEdit::Kind::lent_out, *lent_table_); });
    connect(lent_table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { lent_out_->setEnabled(lent_table_->currentIndex().isValid()); });
}

void AuthorityPage::build_answers(QVBoxLayout& column) {
    QWidget* page = widget();
    column.addWidget(new look::Label(look::Type::strong, tr("When nobody answers"), page));
    column.addWidget(new look::Label(
        look::Type::small,
        tr("Minutes of working time, by the policy’s calendar. Nothing is ever approved by waiting."), page));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(look::gap::small);
    for (const domain::Tier tier : {domain::Tier::confirm, domain::Tier::sign_off, domain::Tier::dual_sign_off}) {
        add_answer(tier, *grid);
    }
    column.addLayout(grid);
}

void AuthorityPage::add_answer(domain::Tier tier, QGridLayout& grid) {
    QWidget* page = widget();
    const QString name = look::Words::of(tier);
    Answer answer{tier, new QSpinBox(page), new QComboBox(page), new QLineEdit(page)};
    answer.minutes->setRange(0, most_minutes);
    answer.minutes->setKeyboardTracking(false);
    answer.minutes->setSpecialValueText(tr("no time is set"));
    answer.minutes->setSuffix(tr(" min"));
    answer.minutes->setAccessibleName(text::fill(tr("%1: minutes to answer"), {name}));
    for (const QString& choice : {tr("The gateway’s own rules decide"), tr("It lapses, nothing is bought"),
                                  tr("It goes on waiting"), tr("Escalate to the person"), tr("Escalate to the role")}) {
        answer.then->addItem(choice);
    }
    answer.then->setAccessibleName(text::fill(tr("%1: when nobody answered"), {name}));
    answer.whom->setAccessibleName(text::fill(tr("%1: to whom it is escalated"), {name}));
    answer.whom->setPlaceholderText(tr("to whom"));
    const int row = static_cast<int>(answers_.size());
    grid.addWidget(new look::Label(look::Type::body, name, page), row, 0);
    grid.addWidget(answer.minutes, row, 1);
    grid.addWidget(answer.then, row, 2);
    grid.addWidget(answer.whom, row, 3);
    grid.setColumnStretch(3, 1);
    answers_.push_back(answer);
    connect(answer.minutes, &QSpinBox::valueChanged, this, [this, answer] { edit_minutes(answer); });
    connect(answer.then, &QComboBox::currentIndexChanged, this, [this, answer] { edit_then(answer); });
    connect(answer.whom, &QLineEdit::editingFinished, this, [this, answer] { edit_then(answer); });
}

void AuthorityPage::show_policy(const ports::PolicyCheck& check) {
    showing_ = true;
    currency_ = check.tiers.empty() ? domain::Currency() : check.tiers.front().from.currency;
    lines_.set_rows(check.lines);
    lent_.set_rows(check.delegations);
    lines_table_->fit_height(most_rows);
    lent_table_->fit_height(most_rows);
    lines_table_->setVisible(!check.lines.empty());
    lent_table_->setVisible(!check.delegations.empty());
    lent_out_->setEnabled(lent_table_->currentIndex().isValid());
    lend_->setEnabled(!check.lines.empty());
    show_answers(check.answers);
    showing_ = false;
    show_line();
}

void AuthorityPage::show_answers(const std::vector<ports::AnswerOutline>& answers) {
    shown_answers_ = answers;
    for (const Answer& controls : answers_) {
        const auto found = std::find_if(answers.begin(), answers.end(),
                                        [&](const ports::AnswerOutline& one) { return one.tier == controls.tier; });
        const bool any = found != answers.end();
        controls.minutes->setValue(any && found->within ? static_cast<int>(found->within->count()) : 0);
        const std::optional<domain::Unanswered> then = any ? found->then : std::nullopt;
        const bool escalates = then && then->then == domain::WhenUnanswered::escalate;
        const int choice = !then ? 0 : !escalates ? 1 + static_cast<int>(then->then) : then->role.empty() ? 3 : 4;
        controls.then->setCurrentIndex(choice);
        controls.then->setEnabled(any && found->within);
        controls.whom->setText(escalates ? text::for_editor(then->role.empty() ? then->person.bytes() : then->role)
                                         : QString());
        controls.whom->setEnabled(escalates);
    }
}

void AuthorityPage::show_line() {
    const QModelIndex index = lines_table_->currentIndex();
    const bool any = index.isValid() && index.row() < lines_.rowCount();
    line_amount_->setEnabled(any);
    line_out_->setEnabled(any);
    line_amount_->setText(any ? formats_.amount(lines_.row_at(index.row()).up_to) : QString());
}

std::optional<domain::Money> AuthorityPage::typed(QLineEdit& field, const domain::Currency& currency) {
    const auto entry = text::read_amount(field.text(), formats_.locale(), currency);
    complain(entry.amount ? QString() : tr("This is not an amount as your language writes it. Nothing was changed."));
    return entry.amount;
}

void AuthorityPage::edit_line() {
    const QModelIndex index = lines_table_->currentIndex();
    if (!index.isValid() || index.row() >= lines_.rowCount()) {
        return;
    }
    const domain::Money was = lines_.row_at(index.row()).up_to;
    if (line_amount_->text() == formats_.amount(was)) {
        return;
    }
    ports::PolicyEdit edit;
    edit.kind = ports::PolicyEdit::Kind::line_up_to;
    edit.number = static_cast<std::size_t>(index.row());
    edit.amount = typed(*line_amount_, was.currency);
    edit.amount ? Q_EMIT edited(edit) : show_line();
}

void AuthorityPage::add_line() {
    domain::AuthorityLine line;
    const std::string who = typed_text(*new_who_);
    if (who.empty()) {
        complain(tr("Name the person or the role that may approve, as the roster does."));
        new_who_->setFocus();
        return;
    }
    const auto amount = typed(*new_amount_, currency_);
    if (!amount) {
        new_amount_->setFocus();
        return;
    }
    (new_kind_->currentIndex() == 0 ? void(line.person = domain::PersonId(who)) : void(line.role = who));
    line.categories = typed_list(*new_categories_);
    line.up_to = *amount;
    ports::PolicyEdit edit;
    edit.kind = ports::PolicyEdit::Kind::line_in;
    edit.line = line;
    Q_EMIT edited(edit);
    for (QLineEdit* field : {new_who_, new_categories_, new_amount_}) {
        field->clear();
    }
}

base::Instant AuthorityPage::moment_of(const QDateTimeEdit& field) const {
    const QDateTime wall(field.date(), field.time(), formats_.zone());
    return base::Instant(std::chrono::milliseconds(wall.toMSecsSinceEpoch()));
}

void AuthorityPage::lend() {
    domain::Delegation lent;
    lent.from = domain::PersonId(typed_text(*from_));
    lent.to = domain::PersonId(typed_text(*to_));
    lent.since = moment_of(*since_);
    lent.until = moment_of(*until_);
    lent.reason = typed_text(*reason_);
    if (lent.from.empty() || lent.to.empty() || lent.from == lent.to) {
        complain(tr("Name the person who lends and another one who borrows, as the roster does."));
        return;
    }
    if (lent.until <= lent.since) {
        complain(tr("It ends before it begins."));
        return;
    }
    if (lent.reason.empty()) {
        complain(tr("Say why it is lent."));
        return;
    }
    if (!up_to_->text().trimmed().isEmpty()) {
        lent.up_to = typed(*up_to_, currency_);
        if (!lent.up_to) {
            return;
        }
    }
    complain({});
    ports::PolicyEdit edit;
    edit.kind = ports::PolicyEdit::Kind::lend;
    edit.delegation = lent;
    Q_EMIT edited(edit);
    for (QLineEdit* field : {from_, to_, up_to_, reason_}) {
        field->clear();
    }
}

void AuthorityPage::take_out(ports::PolicyEdit::Kind kind, const look::Table& table) {
    if (table.currentIndex().isValid()) {
        ports::PolicyEdit edit;
        edit.kind = kind;
        edit.number = static_cast<std::size_t>(table.currentIndex().row());
        Q_EMIT edited(edit);
    }
}

void AuthorityPage::edit_minutes(const Answer& answer) {
    if (showing_) {
        return;
    }
    ports::PolicyEdit edit;
    edit.kind = ports::PolicyEdit::Kind::answer_within;
    edit.tier = answer.tier;
    edit.number = static_cast<std::size_t>(answer.minutes->value());
    Q_EMIT edited(edit);
}

void AuthorityPage::edit_then(const Answer& answer) {
    if (showing_) {
        return;
    }
    const int choice = answer.then->currentIndex();
    const bool escalates = choice >= 3;
    answer.whom->setEnabled(escalates);
    const std::string whom = typed_text(*answer.whom);
    if (escalates && whom.empty()) {
        answer.whom->setFocus(); // nothing changes before somebody is named
        return;
    }
    ports::PolicyEdit edit;
    edit.kind = ports::PolicyEdit::Kind::when_unanswered;
    edit.tier = answer.tier;
    if (choice > 0) {
        domain::Unanswered then;
        then.then = escalates ? domain::WhenUnanswered::escalate : static_cast<domain::WhenUnanswered>(choice - 1);
        then.person = domain::PersonId(choice == 3 ? whom : std::string());
        then.role = choice == 4 ? whom : std::string();
        edit.unanswered = then;
    }
    const auto shown = std::find_if(shown_answers_.begin(), shown_answers_.end(),
                                    [&](const ports::AnswerOutline& one) { return one.tier == answer.tier; });
    if (shown == shown_answers_.end() || shown->then != edit.unanswered) {
        Q_EMIT edited(edit);
    }
}

void AuthorityPage::complain(const QString& sentence) {
    complaint_->say(sentence);
    complaint_->setVisible(!sentence.isEmpty());
}

} // namespace ui::policy
