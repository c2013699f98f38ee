// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/action_bar.h"

#include "app/text/fill.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/words.h"

#include <QHBoxLayout>

namespace ui::case_ {

namespace {

look::Glyph glyph_of(domain::Verb verb) {
    switch (verb) {
    case domain::Verb::approve:
    case domain::Verb::approve_reduced: return look::Glyph::approve;
    case domain::Verb::reject: return look::Glyph::reject;
    case domain::Verb::roll_back: return look::Glyph::roll_back;
    case domain::Verb::stop: return look::Glyph::stop;
    case domain::Verb::ask:
    case domain::Verb::hold:
    case domain::Verb::escalate:
    case domain::Verb::resolve:
    case domain::Verb::resume: return look::Glyph::help;
    }
    return look::Glyph::help;
}

/// The letters are the same in every language; the shortcut sheet names them.
QString key_of(domain::Verb verb) {
    switch (verb) {
    case domain::Verb::approve: return QStringLiteral("A");
    case domain::Verb::reject: return QStringLiteral("R");
    case domain::Verb::roll_back: return QStringLiteral("B");
    case domain::Verb::resolve: return QStringLiteral("V");
    case domain::Verb::stop: return QStringLiteral("S");
    case domain::Verb::approve_reduced:
    case domain::Verb::ask:
    case domain::Verb::hold:
    case domain::Verb::escalate:
    case domain::Verb::resume: return {};
    }
    return {};
}

} // namespace

ActionBar::ActionBar(QWidget* parent)
    : QFrame(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    row->setSpacing(look::gap::small);
    for (std::size_t i = 0; i < verbs.size(); ++i) {
        const domain::Verb verb = verbs[i];
        const QString word = look::Words::of(verb);
        auto* button = new QPushButton(look::icon(glyph_of(verb)),
                                       text::fill(QStringLiteral("%1  %2"), {word, key_of(verb)}), this);
        button->setAutoDefault(false);
        button->setAccessibleName(word);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QPushButton::clicked, this, [this, verb] { Q_EMIT pressed(verb); });
        row->addWidget(button, 1);
        buttons_[i] = button;
    }
    button_for(domain::Verb::resolve)->hide();
}

QPushButton* ActionBar::button_for(domain::Verb verb) const {
    for (std::size_t i = 0; i < verbs.size(); ++i) {
        if (verbs[i] == verb) {
            return buttons_[i];
        }
    }
    return nullptr;
}

/// Resolving is for orders in doubt only; then it stands where approving and rejecting would be.
void ActionBar::allow(domain::Verb verb, bool allowed) {
    QPushButton* button = button_for(verb);
    button->setEnabled(allowed);
    if (verb == domain::Verb::resolve) {
        button->setVisible(allowed);
        button_for(domain::Verb::approve)->setVisible(!allowed);
    }
}

} // namespace ui::case_
