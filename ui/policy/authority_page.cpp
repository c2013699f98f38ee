// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/authority_page.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "ui/look/theme.h"
#include "ui/look/words.h"
#include "ui/policy/authority_columns.h"
#include "ui/policy/people_fields.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>

#include <algorithm>

namespace ui::policy {

namespace {

constexpr int most_rows = 6;
constexpr int most_minutes = 100'000;

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
    line_ = new LineEditor(formats_, page);
    column.addWidget(line_);
    connect(lines_table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { show_line(); });
    const auto emit_line = [this](ports::PolicyEdit::Kind kind, const domain::AuthorityLine& line) {
        ports::PolicyEdit edit;
        edit.kind = kind;
        edit.number = static_cast<std::size_t>(std::max(0, lines_table_->currentIndex().row()));
        edit.line = line;
        Q_EMIT edited(edit);
    };
    connect(line_, &LineEditor::added, this,
            [emit_line](const auto& line) { emit_line(ports::PolicyEdit::Kind::line_in, line); });
    connect(line_, &LineEditor::changed, this,
            [emit_line](const auto& line) { emit_line(ports::PolicyEdit::Kind::line_change, line); });
    connect(line_, &LineEditor::taken_out, this,
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
    lent_editor_ = new DelegationEditor(formats_, page);
    column.addWidget(lent_editor_);
    connect(lent_table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { show_delegation(); });
    const auto emit_lent = [this](ports::PolicyEdit::Kind kind, const domain::Delegation& lent) {
        ports::PolicyEdit edit;
        edit.kind = kind;
        edit.number = static_cast<std::size_t>(std::max(0, lent_table_->currentIndex().row()));
        edit.delegation = lent;
        Q_EMIT edited(edit);
    };
    connect(lent_editor_, &DelegationEditor::added, this,
            [emit_lent](const auto& lent) { emit_lent(ports::PolicyEdit::Kind::lend, lent); });
    connect(lent_editor_, &DelegationEditor::changed, this,
            [emit_lent](const auto& lent) { emit_lent(ports::PolicyEdit::Kind::lent_change, lent); });
    connect(lent_editor_, &DelegationEditor::taken_out, this,
            [this] { take_out(ports::PolicyEdit::Kind::lent_out, *lent_table_); });
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
    const auto tell_hours = [minutes = answer.minutes](int value) {
        minutes->setSuffix(value < 60
                               ? tr(" min")
                               : text::fill(tr(" min = %1"), {look::TimeWords::hours(std::chrono::minutes(value))}));
    };
    tell_hours(0);
    connect(answer.minutes, &QSpinBox::valueChanged, this, tell_hours);
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
    lent_editor_->set_possible(!check.lines.empty());
    show_answers(check.answers);
    showing_ = false;
    show_line();
    show_delegation();
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
    line_->show_line(any ? std::optional(lines_.row_at(index.row())) : std::nullopt, currency_);
}

void AuthorityPage::show_delegation() {
    const QModelIndex index = lent_table_->currentIndex();
    const bool any = index.isValid() && index.row() < lent_.rowCount();
    lent_editor_->show_delegation(any ? std::optional(lent_.row_at(index.row())) : std::nullopt, currency_);
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

} // namespace ui::policy
