// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/delegation_editor.h"

#include "app/text/amount_entry.h"
#include "app/text/forms.h"
#include "ui/look/theme.h"
#include "ui/policy/people_fields.h"

#include <QVBoxLayout>

#include <utility>

namespace ui::policy {

namespace {

/// Tab leaves it at once; its parts are reached by the arrow keys.
class MomentEdit final : public QDateTimeEdit {
public:
    using QDateTimeEdit::QDateTimeEdit;

protected:
    bool focusNextPrevChild(bool next) override { return QWidget::focusNextPrevChild(next); }
};

} // namespace

DelegationEditor::DelegationEditor(const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , formats_(formats)
    , from_(new QLineEdit(this))
    , to_(new QLineEdit(this))
    , since_(new MomentEdit(this))
    , until_(new MomentEdit(this))
    , up_to_(new QLineEdit(this))
    , reason_(new QLineEdit(this))
    , validity_(new look::Badge(this))
    , add_(new QPushButton(tr("Add as a &new delegation"), this))
    , change_(new QPushButton(tr("Alte&r the delegation"), this))
    , out_(new QPushButton(tr("Take the delegat&ion out"), this)) {
    for (QDateTimeEdit* field : {since_, until_}) {
        field->setCalendarPopup(true);
        field->setLocale(formats_.locale());
        // A date and a time do not turn around. Qt reverses the parts of the format once, under the direction at hand.
        const QString format = field->displayFormat();
        field->setLayoutDirection(Qt::LeftToRight);
        field->setDisplayFormat(format);
        field->setTimeSpec(Qt::UTC); // what is typed is a wall clock, read in the zone of the screen
        connect(field, &QDateTimeEdit::dateTimeChanged, this, &DelegationEditor::show_validity);
    }
    up_to_->setPlaceholderText(tr("all of it"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap::small);
    column->addLayout(
        row_of({{tr("From"), from_}, {tr("to"), to_}, {tr("since"), since_}, {tr("until"), until_}}, this));
    column->addLayout(row_of({{tr("at most"), up_to_}, {tr("because"), reason_}}, this));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(look::gap::small);
    buttons->addWidget(validity_);
    buttons->addStretch(1);
    for (QPushButton* button : {add_, change_, out_}) {
        buttons->addWidget(button);
    }
    column->addLayout(buttons);
    for (QLineEdit* field : {from_, to_, up_to_, reason_}) {
        connect(field, &QLineEdit::textChanged, this, &DelegationEditor::show_validity);
    }
    connect(add_, &QPushButton::clicked, this, [this] {
        if (auto made = delegation()) {
            made->id.clear(); // it gets one of its own
            Q_EMIT added(*made);
            begin_anew();
        }
    });
    connect(change_, &QPushButton::clicked, this, [this] {
        if (const auto made = delegation(); made && chosen_) {
            Q_EMIT changed(*made);
        }
    });
    connect(out_, &QPushButton::clicked, this, &DelegationEditor::taken_out);
    const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(formats_.zone()).date(); // only where typing begins
    since_->setDateTime(QDateTime(today, QTime(0, 0), Qt::UTC));
    until_->setDateTime(QDateTime(today.addDays(14), QTime(18, 0), Qt::UTC));
    show_validity();
}

/// What was added stands in the table now; the fields show the chosen one again, or nothing.
void DelegationEditor::begin_anew() {
    const auto was = std::exchange(chosen_, std::nullopt);
    for (QLineEdit* field : {from_, to_, up_to_, reason_}) {
        field->clear();
    }
    show_delegation(was, currency_);
}

QDateTime DelegationEditor::wall(base::Instant moment) const {
    const auto since = std::chrono::floor<std::chrono::milliseconds>(moment.time_since_epoch()).count();
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(since, Qt::UTC).toTimeZone(formats_.zone());
    return {here.date(), here.time(), Qt::UTC};
}

base::Instant DelegationEditor::moment_of(const QDateTimeEdit& field, base::Instant was) const {
    if (chosen_ && field.dateTime() == wall(was)) {
        return was; // also where it is finer than what is shown, or in an hour that comes twice
    }
    const QDateTime there(field.date(), field.time(), formats_.zone());
    return base::Instant(std::chrono::milliseconds(there.toMSecsSinceEpoch()));
}

void DelegationEditor::show_delegation(const std::optional<domain::Delegation>& lent,
                                       const domain::Currency& currency) {
    const bool same = lent == chosen_ && currency == currency_;
    currency_ = currency;
    if (same || (!lent && !chosen_)) { // what is being typed stays
        show_validity();
        return;
    }
    chosen_ = lent;
    const domain::Delegation shown = lent.value_or(domain::Delegation{});
    from_->setText(text::for_editor(shown.from.bytes()));
    to_->setText(text::for_editor(shown.to.bytes()));
    up_to_->setText(shown.up_to ? formats_.amount(*shown.up_to) : QString());
    reason_->setText(text::for_editor(shown.reason));
    if (lent) {
        since_->setDateTime(wall(lent->since));
        until_->setDateTime(wall(lent->until));
    }
    show_validity();
}

void DelegationEditor::set_possible(bool possible) {
    possible_ = possible;
    show_validity();
}

/// False where something stands there that is no amount.
bool DelegationEditor::read_up_to(std::optional<domain::Money>& into) const {
    const std::optional<domain::Money> was = chosen_ ? chosen_->up_to : std::nullopt;
    if (up_to_->text().trimmed().isEmpty()) {
        into.reset();
        return true;
    }
    if (was && up_to_->text() == formats_.amount(*was)) {
        into = was;
        return true;
    }
    into = text::read_amount(up_to_->text(), formats_.locale(), was ? was->currency : currency_).amount;
    return into && into->minor >= 0;
}

std::optional<domain::Delegation> DelegationEditor::delegation() const {
    if (!flaw().isEmpty()) {
        return std::nullopt;
    }
    const domain::Delegation was = chosen_.value_or(domain::Delegation{});
    domain::Delegation made;
    made.id = was.id;
    made.from = domain::PersonId(kept_text(*from_, was.from.bytes()));
    made.to = domain::PersonId(kept_text(*to_, was.to.bytes()));
    made.since = moment_of(*since_, was.since);
    made.until = moment_of(*until_, was.until);
    made.reason = kept_text(*reason_, was.reason);
    return read_up_to(made.up_to) ? std::optional(made) : std::nullopt;
}

/// Why it is no delegation yet; empty when it is one.
QString DelegationEditor::flaw() const {
    const domain::Delegation was = chosen_.value_or(domain::Delegation{});
    const std::string from = kept_text(*from_, was.from.bytes());
    const std::string to = kept_text(*to_, was.to.bytes());
    if (!possible_) {
        return tr("Without a line of authority there is nothing to lend.");
    }
    if (from.empty() || to.empty() || from == to) {
        return tr("Name who lends and another person who borrows, as the roster does.");
    }
    if (moment_of(*until_, was.until) <= moment_of(*since_, was.since)) {
        return tr("It ends before it begins.");
    }
    std::optional<domain::Money> up_to;
    if (!read_up_to(up_to)) {
        return tr("This is not an amount as your language writes it.");
    }
    return kept_text(*reason_, was.reason).empty() ? tr("Say why it is lent.") : QString();
}

void DelegationEditor::show_validity() {
    const QString why = flaw();
    const auto made = delegation();
    const bool other = made && made != chosen_;
    const bool untouched = possible_ && !chosen_ && from_->text().isEmpty() && to_->text().isEmpty();
    add_->setEnabled(other);
    change_->setEnabled(other && chosen_);
    out_->setEnabled(chosen_.has_value());
    validity_->show_level(untouched ? look::Level::off
                          : made    ? look::Level::normal
                                    : look::Level::caution,
                          untouched ? tr("A new delegation")
                          : !made   ? why
                          : !other  ? tr("As it stands in the draft")
                                    : tr("Can be taken"));
}

} // namespace ui::policy
