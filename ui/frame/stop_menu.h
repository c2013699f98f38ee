// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <QMenu>

#include <functional>
#include <optional>

namespace ui::frame {

/// What can be stopped: the agent in view, a tier, or the fleet. Choosing only opens a review; nothing is stopped here.
class StopMenu final : public QMenu {
    Q_OBJECT
public:
    /// `agent`: the one under the cursor. `stop` is told the target ("*" is the fleet).
    StopMenu(const std::optional<domain::AgentId>& agent, std::function<void(const domain::AgentId&)> stop,
             QWidget* parent = nullptr);

    [[nodiscard]] static domain::AgentId fleet();
};

} // namespace ui::frame
