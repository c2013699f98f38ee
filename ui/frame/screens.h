// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/screen.h"

#include <vector>

namespace ui::inbox {
class InboxView;
}
namespace ui::live {
class LiveView;
}
namespace ui::decisions {
class DecisionsView;
}
namespace ui::spend {
class SpendView;
}
namespace ui::agents {
class AgentsView;
}
namespace ui::policy {
class PolicyView;
class WhatIfView;
} // namespace ui::policy

namespace ui::frame {

/// All screens of the console in the order of the rail, and by type those that the window itself talks to.
struct Screens {
    std::vector<Screen> list;
    inbox::InboxView* inbox = nullptr;
    live::LiveView* live = nullptr;
    decisions::DecisionsView* decisions = nullptr;
    spend::SpendView* spend = nullptr;     ///< may be missing
    agents::AgentsView* agents = nullptr;  ///< may be missing
    policy::PolicyView* policy = nullptr;  ///< may be missing
    policy::WhatIfView* what_if = nullptr; ///< may be missing

    [[nodiscard]] const Screen* find(Page page) const;
};

/// Makes every screen. A new one is registered here: make its widget, fill in a Screen, append it.
[[nodiscard]] Screens make_screens(const Means& means, QWidget& parent);

} // namespace ui::frame
