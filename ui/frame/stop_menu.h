// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/ids.h"

#include <QMenu>

#include <functional>
#include <optional>

namespace ui::frame {

/// What can be stopped: the agent in view, a tier, or the fleet; and what was stopped as a whole can go on again.
/// Choosing only opens a review; nothing is stopped here.
class StopMenu final : public QMenu {
    Q_OBJECT
public:
    /// `agent`: the one under the cursor. `choose` is told stop or resume, and the target ("*" is the fleet).
    using Choose = std::function<void(domain::Verb verb, const domain::AgentId& target)>;
    StopMenu(const std::optional<domain::AgentId>& agent, Choose choose, QWidget* parent = nullptr);

    [[nodiscard]] static domain::AgentId fleet();

private:
    void offer(QMenu& menu, domain::Verb verb, const Choose& choose);
};

} // namespace ui::frame
