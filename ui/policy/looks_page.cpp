// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/looks_page.h"

#include "app/base/encoding.h"
#include "app/text/fill.h"
#include "app/text/forms.h"
#include "app/text/safe_text.h"
#include "ui/look/tip.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::policy {

namespace {

constexpr int hundred = 100;
constexpr int most_reviewers = 6; ///< seen at once
constexpr int widest_field = 560;
constexpr std::size_t key_bytes = 32; ///< of Ed25519 (RFC 8032)

QString percent(const text::Formats& formats, int share) {
    return formats.permille(share * 10);
}

QSpinBox* share_field(int least, QWidget* parent) {
    auto* field = new QSpinBox(parent);
    field->setRange(least, hundred);
    field->setSuffix(LooksPage::tr(" %"));
    field->setKeyboardTracking(false); // one change for one number, not for each digit
    return field;
}

} // namespace

LooksPage::LooksPage(const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , formats_(formats)
    , own_view_(share_field(0, this))
    , own_view_says_(new look::Label(look::Type::body, {}, this))
    , said_(new look::Label(look::Type::body, {}, this))
    , model_(
          {{tr("Second AI"),
            [](const ports::ReviewerOutline& one) { return text::safe(std::string_view(one.name)).qstring(); }},
           {tr("A person still looks at"),
            [this](const ports::ReviewerOutline& one) { return percent(formats_, one.look_percent); },
            models::case_::Align::number},
           {tr("Key"),
            [](const ports::ReviewerOutline& one) { return text::safe(std::string_view(one.key)).qstring(); }}},
          [](const ports::ReviewerOutline& left, const ports::ReviewerOutline& right) { return left.key == right.key; })
    , table_(new look::Table(tr("Second AIs that may confirm"), this))
    , name_(new QLineEdit(this))
    , key_(new QLineEdit(this))
    , share_(share_field(1, this))
    , complaint_(new look::Label(look::Type::body, {}, this))
    , add_(new QPushButton(tr("Add as a &new one"), this))
    , change_(new QPushButton(tr("&Replace the chosen one"), this))
    , dismiss_(new QPushButton(tr("&Dismiss the chosen one"), this)) {
    build();
    connect(own_view_, &QSpinBox::valueChanged, this, [this](int share) {
        show_share(share);
        send(ports::PolicyEdit::Kind::own_view, share);
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { show_chosen(); });
    connect(name_, &QLineEdit::textChanged, this, &LooksPage::weigh);
    connect(key_, &QLineEdit::textChanged, this, &LooksPage::weigh);
    connect(share_, &QSpinBox::valueChanged, this, &LooksPage::weigh);
    connect(add_, &QPushButton::clicked, this, [this] { send(ports::PolicyEdit::Kind::reviewer, model_.rowCount()); });
    connect(change_, &QPushButton::clicked, this,
            [this] { send(ports::PolicyEdit::Kind::reviewer, table_->currentIndex().row()); });
    connect(dismiss_, &QPushButton::clicked, this,
            [this] { send(ports::PolicyEdit::Kind::dismiss, table_->currentIndex().row()); });
    weigh();
}

void LooksPage::build() {
    table_->setModel(&model_);
    table_->set_widths({28, 22, 48});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    column->setSpacing(look::gap::small);
    column->addWidget(new look::Label(look::Type::strong, tr("A person's own view"), this));
    column->addWidget(build_own_view());
    column->addSpacing(look::gap::medium);
    column->addWidget(new look::Label(look::Type::strong, tr("A second AI"), this));
    column->addWidget(said_);
    column->addWidget(table_);
    column->addWidget(build_fields());
    column->addStretch(1);
}

QWidget* LooksPage::build_own_view() {
    own_view_->setAccessibleName(tr("Share of orders in which a person's own view comes first"));
    look::set_tip(*own_view_, tr("Of a hundred orders that somebody has to sign: in how many the agent's own words are "
                                 "covered, and approving "
                                 "waits, until that person has noted fine, odd or wrong. 0: never."));
    auto* widget = new QWidget(this);
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap::small);
    auto* label = new look::Label(look::Type::body, tr("&Share"), widget);
    label->setWordWrap(false);
    label->setBuddy(own_view_);
    row->addWidget(label);
    row->addWidget(own_view_);
    row->addWidget(own_view_says_, 1);
    return widget;
}

QWidget* LooksPage::build_fields() {
    name_->setAccessibleName(tr("Name of the second AI"));
    key_->setAccessibleName(tr("Public key of the second AI"));
    key_->setPlaceholderText(tr("44 letters of base64, as its operator gives them"));
    look::set_tip(
        *key_, tr("The public Ed25519 key by which its word is checked. Compare it with its operator on another way."));
    share_->setAccessibleName(tr("Share of its confirmations that a person still looks at"));
    look::set_tip(
        *share_,
        tr("So many of a hundred orders that it confirms wait for a person all the same. Which ones is drawn from its "
           "signature."));
    share_->setValue(ports::ReviewerOutline().look_percent);
    complaint_->set_muted(true);
    auto* widget = new QWidget(this);
    widget->setMaximumWidth(widest_field);
    auto* form = new QFormLayout(widget);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Na&me"), name_);
    form->addRow(tr("Ke&y"), key_);
    form->addRow(tr("A person still &looks at"), share_);
    form->addRow(complaint_);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(look::gap::small);
    for (QPushButton* button : {add_, change_, dismiss_}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    form->addRow(buttons);
    return widget;
}

void LooksPage::show_policy(const ports::PolicyCheck& check) {
    const QSignalBlocker quiet(own_view_);
    own_view_->setValue(check.own_view_percent);
    show_share(check.own_view_percent);
    said_->say(check.reviewers.empty()
                   ? tr("None: people confirm. A second AI may confirm orders of the tier Confirm by its signed word; "
                        "what has to be signed always waits for people.")
                   : tr("Its signed word stands for a person's in the tier Confirm, and only there."));
    const int before = model_.rowCount();
    const int row = table_->currentIndex().row();
    model_.set_rows(check.reviewers);
    const int last = model_.rowCount() - 1;
    table_->setVisible(last >= 0);
    table_->fit_height(most_reviewers);
    if (last >= 0 && (last >= before || !table_->currentIndex().isValid())) {
        table_->setCurrentIndex(model_.index(last >= before || row < 0 ? last : std::min(row, last), 0));
    }
    weigh();
}

void LooksPage::show_share(int share) {
    own_view_says_->say(
        share == 0
            ? tr("Nobody is asked: the agent's words are seen at once.")
            : text::fill(tr("of the orders that somebody has to sign: the agent's own words are covered until that "
                            "person has noted fine, odd or wrong. Which orders, their names decide: about %1 of a "
                            "hundred."),
                         {formats_.number(share)}));
}

void LooksPage::show_chosen() {
    const QModelIndex index = table_->currentIndex();
    if (!index.isValid() || index.row() >= model_.rowCount()) {
        return;
    }
    const ports::ReviewerOutline& one = model_.row_at(index.row());
    name_->setText(text::for_editor(one.name));
    key_->setText(text::for_editor(one.key));
    key_->setCursorPosition(0);
    share_->setValue(one.look_percent);
    weigh();
}

ports::ReviewerOutline LooksPage::typed() const {
    return {name_->text().trimmed().toStdString(), key_->text().trimmed().toStdString(), share_->value()};
}

QString LooksPage::what_hinders(const ports::ReviewerOutline& typed, std::optional<int> instead_of) const {
    if (typed.name.empty()) {
        return tr("A second AI needs a name.");
    }
    if (!base::array_from_base64<key_bytes>(typed.key)) {
        return tr("The key is no public key: 32 bytes, written as 44 letters of base64.");
    }
    for (int row = 0; row < model_.rowCount(); ++row) {
        if (row != instead_of.value_or(-1) && model_.row_at(row).key == typed.key) {
            return text::fill(tr("This is the key of %1."), {text::safe(std::string_view(model_.row_at(row).name))});
        }
    }
    return {};
}

/// What may be pressed now; the sentence says what is missing for adding, once something was typed.
void LooksPage::weigh() {
    const ports::ReviewerOutline now = typed();
    const int row = table_->currentIndex().isValid() ? table_->currentIndex().row() : -1;
    const bool chosen = row >= 0 && row < model_.rowCount();
    const bool same = chosen && model_.row_at(row) == now;
    const QString to_add = what_hinders(now, std::nullopt);
    const QString to_change = chosen ? what_hinders(now, row) : to_add;
    add_->setEnabled(to_add.isEmpty());
    change_->setEnabled(chosen && !same && to_change.isEmpty());
    dismiss_->setEnabled(chosen);
    complaint_->say(same || (now.name.empty() && now.key.empty()) ? QString() : to_change);
}

void LooksPage::send(ports::PolicyEdit::Kind kind, int number) {
    ports::PolicyEdit edit;
    edit.kind = kind;
    edit.number = static_cast<std::size_t>(number);
    edit.reviewer = typed();
    Q_EMIT edited(edit);
}

} // namespace ui::policy
