// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/group_page.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "app/text/safe_text.h"
#include "ui/inbox/queue_words.h"
#include "ui/look/icons.h"
#include "ui/look/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::inbox {

using look::Fact;

GroupPage::GroupPage(const base::Clock& clock, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , clock_(clock)
    , formats_(formats)
    , title_(new look::Badge(this))
    , advice_(new look::Label(this))
    , facts_(new look::Facts(formats, this))
    , one_by_one_(new look::Label(this))
    , unfold_(new QPushButton(this))
    , pause_(new QPushButton(look::icon(look::Glyph::stop), tr("Pause this agent …  S"), this)) {
    build();
}

void GroupPage::build() {
    title_->setFont(look::font_of(look::Type::title, font()));
    advice_->set_muted(true);
    advice_->setWordWrap(true);
    pause_->setAccessibleName(tr("Pause this agent"));
    auto* at_once = new QHBoxLayout;
    for (std::size_t i = 0; i < verbs.size(); ++i) {
        at_once_[i] = make(verbs[i]);
        at_once->addWidget(at_once_[i]);
    }
    at_once->addStretch(1);
    one_by_one_->say(
        tr("Approving goes one by one, on purpose: pieces of one need add up, and the limit counts for the "
           "whole of it."));
    one_by_one_->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {unfold_, pause_}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::huge, look::gap::huge, look::gap::huge, look::gap::huge);
    column->setSpacing(look::gap::large);
    column->addWidget(title_);
    column->addWidget(advice_);
    column->addWidget(facts_);
    column->addLayout(at_once);
    column->addWidget(one_by_one_);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(unfold_, &QPushButton::clicked, this, &GroupPage::unfold_wanted);
    connect(pause_, &QPushButton::clicked, this, &GroupPage::pause_wanted);
}

QString GroupPage::words_for(domain::Verb verb) {
    switch (verb) {
    case domain::Verb::ask: return tr("Ask all …  Q");
    case domain::Verb::hold: return tr("Hold all …  H");
    case domain::Verb::reject: return tr("Reject all …  R");
    case domain::Verb::escalate: return tr("Escalate all …  E");
    case domain::Verb::approve:
    case domain::Verb::approve_reduced:
    case domain::Verb::roll_back:
    case domain::Verb::resolve:
    case domain::Verb::stop:
    case domain::Verb::resume:
    case domain::Verb::acknowledge: return {};
    }
    return {};
}

QPushButton* GroupPage::make(domain::Verb verb) {
    const QString words = words_for(verb);
    auto* button = new QPushButton(look::icon(look::glyph_of(verb)), words, this);
    button->setAutoDefault(false);
    button->setAccessibleName(words.left(words.indexOf(QStringLiteral(" …"))));
    connect(button, &QPushButton::clicked, this, [this, verb] { Q_EMIT verb_wanted(verb); });
    return button;
}

QString GroupPage::why_not(domain::Verb verb, const models::queue::Group& group) {
    if (std::find(verbs.begin(), verbs.end(), verb) == verbs.end()) {
        return verb == domain::Verb::approve || verb == domain::Verb::approve_reduced
                   ? tr("A group is not approved at once: Enter shows its orders one by one.")
                   : tr("This is decided one by one: Enter shows the orders of the group.");
    }
    if (group.count == 0) {
        return tr("All of them are decided already.");
    }
    return group.raised == group.count
               ? tr("The platform does not hold these orders, so nothing waits for a decision: open them one by one.")
               : QString();
}

void GroupPage::show(const models::queue::Group& group) {
    title_->show_level(group.key.flood ? look::Level::critical : look::level_of(group.worst), QueueWords::label(group));
    advice_->say(group.key.flood
                     ? tr("One agent asks more often than anybody can look. Pause it first; then look at what it did.")
                     : tr("The same agent, the same counterpart, the same kind of problem. The most urgent one stands "
                          "alone above them. Each has a decision of its own, also when all "
                          "are dealt with at once."));
    const base::Instant now = clock_.now();
    std::vector<Fact> facts = {
        Fact::outside(tr("Agent"), text::safe(group.agent)),
        group.counterpart.empty() ? Fact::own(tr("Counterpart"), tr("Several"))
                                  : Fact::outside(tr("Counterpart"), text::safe(group.counterpart)),
        Fact::own(tr("Problem"), QueueWords::why(group)),
        Fact::own(tr("Highest tier"), look::Words::of(group.worst)),
        Fact::own(tr("Together"), QueueWords::sum(group, formats_)),
        Fact::own(tr("Longest wait"), look::TimeWords::span(now - group.oldest)),
        Fact::own(tr("First one ends"),
                  group.nearest_end ? look::TimeWords::until(*group.nearest_end, now) : tr("Not known")),
    };
    facts_->show(facts);
    for (std::size_t i = 0; i < verbs.size(); ++i) {
        const QString reason = why_not(verbs[i], group);
        at_once_[i]->setEnabled(reason.isEmpty());
        at_once_[i]->setToolTip(text::for_tooltip(reason));
        at_once_[i]->setAccessibleDescription(reason);
    }
    unfold_->setText(group.open ? tr("Hide them  Enter") : tr("Show them one by one  Enter"));
    unfold_->setAccessibleName(group.open ? tr("Hide them") : tr("Show them one by one"));
}

} // namespace ui::inbox
