// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/action_bar.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/tip.h"
#include "ui/look/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui::case_ {

namespace {

/// The letters are the same in every language; the shortcut sheet names them.
QString key_of(domain::Verb verb) {
    switch (verb) {
    case domain::Verb::approve: return QStringLiteral("A");
    case domain::Verb::approve_reduced: return QStringLiteral("U");
    case domain::Verb::ask: return QStringLiteral("Q");
    case domain::Verb::hold: return QStringLiteral("H");
    case domain::Verb::reject: return QStringLiteral("R");
    case domain::Verb::escalate: return QStringLiteral("E");
    case domain::Verb::roll_back: return QStringLiteral("B");
    case domain::Verb::resolve: return QStringLiteral("V");
    case domain::Verb::stop: return QStringLiteral("S");
    case domain::Verb::resume: return QStringLiteral("G");
    case domain::Verb::acknowledge: return QStringLiteral("C");
    }
    return {};
}

} // namespace

ActionBar::ActionBar(QWidget* parent)
    : QFrame(parent)
    , agent_(new QStackedWidget(this)) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    rows->setSpacing(look::gap::tight);
    auto* upper = new QHBoxLayout;
    auto* lower = new QHBoxLayout;
    for (QHBoxLayout* row : {upper, lower}) {
        row->setSpacing(look::gap::tight);
        rows->addLayout(row);
    }
    for (std::size_t i = 0; i < verbs.size(); ++i) {
        buttons_[i] = make(verbs[i]);
        if (verbs[i] == domain::Verb::stop || verbs[i] == domain::Verb::resume) {
            agent_->addWidget(buttons_[i]);
        } else {
            (i < of_open_cases ? upper : lower)->addWidget(buttons_[i], 1);
        }
    }
    agent_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    lower->addWidget(agent_, 1);
}

QPushButton* ActionBar::make(domain::Verb verb) {
    const QString word = look::Words::of(verb);
    // The longest of them has a short form; its whole name is in the tooltip and in the accessible name.
    const QString shown = verb == domain::Verb::approve_reduced ? tr("Reduce") : word;
    auto* button = new QPushButton(look::icon(look::glyph_of(verb)),
                                   text::fill(QStringLiteral("%1  %2"), {shown, key_of(verb)}), this);
    button->setAutoDefault(false);
    button->setAccessibleName(word);
    // Of one size whatever the language calls them, and never clipped.
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setMinimumWidth(button->sizeHint().width());
    explain(*button, verb, {});
    connect(button, &QPushButton::clicked, this, [this, verb] { Q_EMIT pressed(verb); });
    return button;
}

QPushButton* ActionBar::button_for(domain::Verb verb) const {
    for (std::size_t i = 0; i < verbs.size(); ++i) {
        if (verbs[i] == verb) {
            return buttons_[i];
        }
    }
    return nullptr;
}

void ActionBar::explain(QPushButton& button, domain::Verb verb, const QString& why_not) {
    const QString named = text::fill(tr("%1, key %2"), {look::Words::of(verb), key_of(verb)});
    const QString whole = why_not.isEmpty() ? named : text::fill(QStringLiteral("%1. %2"), {named, why_not});
    look::set_tip(button, whole);
    button.setAccessibleDescription(why_not.isEmpty() ? named : why_not);
}

void ActionBar::allow(domain::Verb verb, bool allowed, const QString& why_not) {
    QPushButton* button = button_for(verb);
    button->setEnabled(allowed);
    explain(*button, verb, why_not);
    if (verb == domain::Verb::stop || verb == domain::Verb::resume) {
        agent_->setCurrentWidget(
            button_for(button_for(domain::Verb::resume)->isEnabled() ? domain::Verb::resume : domain::Verb::stop));
    }
}

} // namespace ui::case_
