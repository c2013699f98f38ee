// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mapping/item.h"
#include "app/record/published.h"

#include <optional>
#include <string>
#include <string_view>

namespace ctl {

/// Events of one call of Access::append; a message to the keeper has a bound.
inline constexpr std::size_t largest_append_bytes = std::size_t{16} << 20U;

/// An event, or a row that was set aside, as the recorder takes it. Such a row travels as a JSON object of its own
/// that no decoder takes for an event, whatever the row says, so that the recorder puts it into its quarantine.
[[nodiscard]] record::Frame frame_of(const mapping::Item& item, const std::string& file, std::int64_t batch,
                                     base::Instant now);

/// One line of JSON for --outcomes.
[[nodiscard]] std::string outcome_line(const mapping::Outcome& outcome);

/// What was set aside by a mapping, read back from a quarantine entry's body; nothing when the body is something else.
struct SetAside {
    std::string reason;
    std::string code;
    std::string where;
    std::string raw;
    std::string amount; ///< plain decimal with currency, "12.50 EUR"; may be empty
};
[[nodiscard]] std::optional<SetAside> set_aside_in(std::string_view body);

} // namespace ctl
