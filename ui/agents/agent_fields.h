// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/agents.h"
#include "models/sieve/sieve.h"

#include <QCoreApplication>

namespace ui::agents {

/// An agent as the filter above the fleet knows it.
class AgentFields {
    Q_DECLARE_TR_FUNCTIONS(ui::agents::AgentFields)
public:
    /// `clock` must outlive them: whether an agent is silent depends on the time.
    [[nodiscard]] static std::vector<models::sieve::Field<ports::AgentRow>> all(const base::Clock& clock);
};

} // namespace ui::agents
