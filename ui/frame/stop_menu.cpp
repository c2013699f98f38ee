// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/stop_menu.h"

#include "app/domain/stop_target.h"
#include "app/text/fill.h"
#include "app/text/forms.h"
#include "app/text/safe_text.h"
#include "ui/look/words.h"

namespace ui::frame {

StopMenu::StopMenu(const std::optional<domain::AgentId>& agent, std::function<void(const domain::AgentId&)> stop,
                   QWidget* parent)
    : QMenu(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    QAction* one = addAction(agent ? text::fill(tr("Stop agent %1 …"), {text::for_button(text::safe(*agent))})
                                   : tr("Stop one agent: open its case or choose its live row first"));
    one->setEnabled(agent.has_value());
    if (agent) {
        connect(one, &QAction::triggered, this, [stop, target = *agent] { stop(target); });
    }
    addSeparator();
    for (const domain::Tier tier :
         {domain::Tier::automatic, domain::Tier::confirm, domain::Tier::sign_off, domain::Tier::dual_sign_off}) {
        QAction* action = addAction(text::fill(tr("Stop the tier %1 …"), {look::Words::of(tier)}));
        connect(action, &QAction::triggered, this, [stop, tier] { stop(domain::target_of(tier)); });
    }
    addSeparator();
    QAction* all = addAction(tr("Stop the whole fleet …"));
    connect(all, &QAction::triggered, this, [stop] { stop(fleet()); });
}

domain::AgentId StopMenu::fleet() {
    return domain::fleet_target();
}

} // namespace ui::frame
