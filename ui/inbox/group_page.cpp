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

namespace ui::inbox {

using look::Fact;

GroupPage::GroupPage(const base::Clock& clock, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , clock_(clock)
    , formats_(formats)
    , title_(new look::Badge(this))
    , advice_(new look::Label(this))
    , facts_(new look::Facts(formats, this))
    , unfold_(new QPushButton(this))
    , pause_(new QPushButton(look::icon(look::Glyph::stop), tr("Pause this agent …  S"), this)) {
    build();
}

void GroupPage::build() {
    title_->setFont(look::font_of(look::Type::title, font()));
    advice_->set_muted(true);
    advice_->setWordWrap(true);
    pause_->setAccessibleName(tr("Pause this agent"));
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
    column->addLayout(buttons);
    column->addStretch(1);
    connect(unfold_, &QPushButton::clicked, this, &GroupPage::unfold_wanted);
    connect(pause_, &QPushButton::clicked, this, &GroupPage::pause_wanted);
}

void GroupPage::show(const models::queue::Group& group) {
    title_->show_level(group.key.flood ? look::Level::critical : look::level_of(group.worst), QueueWords::label(group));
    advice_->say(group.key.flood
                     ? tr("One agent asks more often than anybody can look. Pause it first; then look at what it did.")
                     : tr("The same agent, the same counterpart, the same kind of problem. The most urgent one stands "
                          "alone above them. Each is decided by itself."));
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
    unfold_->setText(group.open ? tr("Hide them  Enter") : tr("Show them one by one  Enter"));
    unfold_->setAccessibleName(group.open ? tr("Hide them") : tr("Show them one by one"));
}

} // namespace ui::inbox
