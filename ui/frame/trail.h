// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/screen.h"

#include <optional>
#include <string>
#include <vector>

namespace ui::frame {

/// Where a person has been: screens with what was chosen on them, as the back and forward buttons of a browser.
class Trail {
public:
    struct Stop {
        Page page = Page::inbox;
        std::string place; ///< empty: nothing chosen
        friend bool operator==(const Stop&, const Stop&) = default;
    };
    static constexpr std::size_t most = 100;

    /// Goes somewhere new; what lay ahead is forgotten. Going to where one is adds nothing.
    void visit(Stop stop);
    /// What is chosen where one is now: what going back will show again.
    void stay(std::string place);
    [[nodiscard]] bool is_begun() const { return !stops_.empty(); }
    [[nodiscard]] bool can_go_back() const { return at_ > 0; }
    [[nodiscard]] bool can_go_forward() const { return at_ + 1 < stops_.size(); }
    std::optional<Stop> back();
    std::optional<Stop> forward();

private:
    std::vector<Stop> stops_;
    std::size_t at_ = 0;
};

} // namespace ui::frame
