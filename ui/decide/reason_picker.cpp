// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/reason_picker.h"

#include "app/text/fill.h"
#include "ui/decide/reasons.h"
#include "ui/look/label.h"
#include "ui/look/words.h"

#include <QGridLayout>
#include <QRadioButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::decide {

namespace {
constexpr int note_lines = 2;
constexpr int longest_note = 2000;
} // namespace

ReasonPicker::ReasonPicker(domain::Verb verb, QWidget* parent)
    : QWidget(parent)
    , codes_(reasons_for(verb))
    , needs_note_(verb == domain::Verb::ask)
    , buttons_(new QButtonGroup(this))
    , note_(new QPlainTextEdit(this)) {
    build();
}

void ReasonPicker::build() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(look::gap::large);
    grid->setVerticalSpacing(look::gap::tight);
    const int rows = (count() + 1) / 2;
    for (int i = 0; i < count(); ++i) {
        const QString words = look::CodeWords::of_reason(codes_[static_cast<std::size_t>(i)]);
        auto* button = new QRadioButton(text::fill(QStringLiteral("%1  %2"), {QString::number(i + 1), words}), this);
        button->setAccessibleName(words);
        buttons_->addButton(button, i);
        grid->addWidget(button, i % rows, i / rows);
        if (i == 0) {
            setFocusProxy(button);
        }
        auto* key = new QShortcut(QKeySequence(Qt::Key_1 + i), this);
        key->setAutoRepeat(false);
        connect(key, &QShortcut::activated, button, [button] {
            button->setFocus();
            button->click();
        });
    }
    note_->setAccessibleName(needs_note_ ? tr("Question") : tr("Note"));
    note_->setPlaceholderText(needs_note_ ? tr("Your question to the agent and its owner (it is signed)")
                                          : tr("Note for the agent's owner and for auditors (optional, signed too)"));
    note_->setTabChangesFocus(true);
    setTabOrder(buttons_->buttons().constLast(), note_); // it was made before them
    note_->setFixedHeight(note_->fontMetrics().lineSpacing() * note_lines + look::gap::large);
    // Toggled, not clicked: a screen reader's action toggles a radio button without a click.
    connect(buttons_, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on) {
            Q_EMIT chosen();
        }
    });
    connect(note_, &QPlainTextEdit::textChanged, this, &ReasonPicker::note_changed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap::tight);
    column->addWidget(new look::Label(look::Type::strong, tr("Reason"), this));
    column->addLayout(grid);
    column->addWidget(note_);
}

std::string ReasonPicker::code() const {
    const int chosen_id = buttons_->checkedId();
    return chosen_id < 0 ? std::string() : std::string(codes_[static_cast<std::size_t>(chosen_id)]);
}

QString ReasonPicker::note() const {
    return note_->toPlainText().left(longest_note).trimmed();
}

void ReasonPicker::choose(std::string_view code) {
    const auto found = std::find(codes_.begin(), codes_.end(), code);
    if (found != codes_.end()) {
        buttons_->button(static_cast<int>(found - codes_.begin()))->click();
    }
}

void ReasonPicker::write(const QString& note) {
    note_->setPlainText(note);
}

void ReasonPicker::clear_choice() {
    if (QAbstractButton* checked = buttons_->checkedButton()) {
        buttons_->setExclusive(false);
        checked->setChecked(false);
        buttons_->setExclusive(true);
    }
}

} // namespace ui::decide
