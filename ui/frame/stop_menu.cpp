// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/stop_menu.h"

#include "app/domain/stop_target.h"
#include "app/text/fill.h"
#include "app/text/forms.h"
#include "app/text/safe_text.h"
#include "ui/look/words.h"

namespace ui::frame {

StopMenu::StopMenu(const std::optional<domain::AgentId>& agent, Choose choose, QWidget* parent)
    : QMenu(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    QAction* one = addAction(agent ? text::fill(tr("Stop agent %1 …"), {text::for_button(text::safe(*agent))})
                                   : tr("Stop one agent: open its case or choose its live row first"));
    one->setEnabled(agent.has_value());
    if (agent) {
        connect(one, &QAction::triggered, this, [choose, target = *agent] { choose(domain::Verb::stop, target); });
    }
    addSeparator();
    offer(*this, domain::Verb::stop, choose);
    addSeparator();
    QMenu* on = addMenu(tr("Let go &on"));
    on->setAccessibleName(tr("Let go on what was stopped as a whole"));
    offer(*on, domain::Verb::resume, choose);
}

/// The tiers, and the fleet.
void StopMenu::offer(QMenu& menu, domain::Verb verb, const Choose& choose) {
    const bool stops = verb == domain::Verb::stop;
    for (const domain::Tier tier :
         {domain::Tier::automatic, domain::Tier::confirm, domain::Tier::sign_off, domain::Tier::dual_sign_off}) {
        const QString words = stops ? tr("Stop the tier %1 …") : tr("Let the tier %1 go on …");
        QAction* action = menu.addAction(text::fill(words, {look::Words::of(tier)}));
        connect(action, &QAction::triggered, this, [choose, verb, tier] { choose(verb, domain::target_of(tier)); });
    }
    menu.addSeparator();
    QAction* all = menu.addAction(stops ? tr("Stop the whole fleet …") : tr("Let the whole fleet go on …"));
    connect(all, &QAction::triggered, this, [choose, verb] { choose(verb, fleet()); });
}

domain::AgentId StopMenu::fleet() {
    return domain::fleet_target();
}

} // namespace ui::frame
