// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/line_editor.h"

#include "app/text/amount_entry.h"
#include "app/text/forms.h"
#include "ui/look/theme.h"
#include "ui/policy/people_fields.h"

#include <QVBoxLayout>

#include <utility>

namespace ui::policy {

namespace {

enum Kind { person, role };

/// A list as it was, unless somebody typed another one.
std::vector<std::string> list_of(const QLineEdit& field, const std::vector<std::string>& was) {
    return field.text() == text::for_editor(list_text(was)) ? was : list_in(field.text());
}

} // namespace

LineEditor::LineEditor(const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , formats_(formats)
    , kind_(new QComboBox(this))
    , who_(new QLineEdit(this))
    , up_to_(new QLineEdit(this))
    , categories_(new QLineEdit(this))
    , cost_centres_(new QLineEdit(this))
    , groups_(new QLineEdit(this))
    , validity_(new look::Badge(this))
    , add_(new QPushButton(tr("A&dd as a new line"), this))
    , change_(new QPushButton(tr("&Update the line"), this))
    , out_(new QPushButton(tr("Take the &line out"), this)) {
    kind_->addItem(tr("Person"));
    kind_->addItem(tr("Role"));
    for (QLineEdit* field : {categories_, cost_centres_, groups_}) {
        field->setPlaceholderText(tr("any; several with commas"));
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap::small);
    column->addLayout(row_of({{tr("Line for &whom"), kind_}, {tr("named"), who_}, {tr("up to"), up_to_}}, this));
    column->addLayout(row_of(
        {{tr("only categories"), categories_}, {tr("cost centres"), cost_centres_}, {tr("groups of agents"), groups_}},
        this));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(look::gap::small);
    buttons->addWidget(validity_);
    buttons->addStretch(1);
    for (QPushButton* button : {add_, change_, out_}) {
        buttons->addWidget(button);
    }
    column->addLayout(buttons);
    for (QLineEdit* field : {who_, up_to_, categories_, cost_centres_, groups_}) {
        connect(field, &QLineEdit::textChanged, this, &LineEditor::show_validity);
    }
    connect(kind_, &QComboBox::currentIndexChanged, this, &LineEditor::show_validity);
    connect(add_, &QPushButton::clicked, this, [this] {
        if (auto made = line()) {
            made->id.clear(); // it gets one of its own
            Q_EMIT added(*made);
            begin_anew();
        }
    });
    connect(change_, &QPushButton::clicked, this, [this] {
        if (const auto made = line(); made && chosen_) {
            Q_EMIT changed(*made);
        }
    });
    connect(out_, &QPushButton::clicked, this, &LineEditor::taken_out);
    show_line({}, {});
}

void LineEditor::show_line(const std::optional<domain::AuthorityLine>& line, const domain::Currency& currency) {
    const bool same = line == chosen_ && currency == currency_;
    const bool still_none = !line && !chosen_;
    currency_ = currency;
    if (same || still_none) { // what is being typed stays
        show_validity();
        return;
    }
    chosen_ = line;
    const domain::AuthorityLine shown = line.value_or(domain::AuthorityLine{});
    kind_->setCurrentIndex(shown.role.empty() ? person : role);
    who_->setText(text::for_editor(shown.role.empty() ? shown.person.bytes() : shown.role));
    up_to_->setText(line ? formats_.amount(shown.up_to) : QString());
    categories_->setText(text::for_editor(list_text(shown.categories)));
    cost_centres_->setText(text::for_editor(list_text(shown.cost_centres)));
    groups_->setText(text::for_editor(list_text(shown.groups)));
    show_validity();
}

/// What was added stands in the table now; the fields show the chosen line again, or nothing.
void LineEditor::begin_anew() {
    const auto was = std::exchange(chosen_, std::nullopt);
    for (QLineEdit* field : {who_, up_to_, categories_, cost_centres_, groups_}) {
        field->clear();
    }
    show_line(was, currency_);
}

std::optional<domain::Money> LineEditor::amount() const {
    if (chosen_ && up_to_->text() == formats_.amount(chosen_->up_to)) {
        return chosen_->up_to;
    }
    const auto entry =
        text::read_amount(up_to_->text(), formats_.locale(), chosen_ ? chosen_->up_to.currency : currency_);
    return entry.amount && entry.amount->minor >= 0 ? entry.amount : std::nullopt;
}

std::optional<domain::AuthorityLine> LineEditor::line() const {
    const auto up_to = amount();
    const domain::AuthorityLine was = chosen_.value_or(domain::AuthorityLine{});
    const bool for_role = kind_->currentIndex() == role;
    const std::string who = kept_text(*who_, was.role.empty() ? was.person.bytes() : was.role);
    if (!up_to || who.empty()) {
        return std::nullopt;
    }
    domain::AuthorityLine made;
    made.id = was.id;
    (for_role ? void(made.role = who) : void(made.person = domain::PersonId(who)));
    made.categories = list_of(*categories_, was.categories);
    made.cost_centres = list_of(*cost_centres_, was.cost_centres);
    made.groups = list_of(*groups_, was.groups);
    made.up_to = *up_to;
    return made;
}

/// Why it is no line yet; empty when it is one.
QString LineEditor::flaw() const {
    if (typed_text(*who_).empty()) {
        return tr("Name the person or the role, as the roster does.");
    }
    if (up_to_->text().trimmed().isEmpty()) {
        return tr("Say up to how much.");
    }
    return amount() ? QString() : tr("This is not an amount as your language writes it.");
}

void LineEditor::show_validity() {
    const QString why = flaw();
    const auto made = line();
    const bool valid = why.isEmpty() && made;
    const bool other = valid && made != chosen_;
    const bool untouched = !chosen_ && who_->text().isEmpty() && up_to_->text().isEmpty();
    add_->setEnabled(other);
    change_->setEnabled(other && chosen_);
    out_->setEnabled(chosen_.has_value());
    validity_->show_level(untouched ? look::Level::off
                          : valid   ? look::Level::normal
                                    : look::Level::caution,
                          untouched ? tr("A new line")
                          : !valid  ? why
                          : !other  ? tr("As it stands in the draft")
                                    : tr("Can be taken"));
}

} // namespace ui::policy
