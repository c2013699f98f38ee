// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/spend.h"
#include "ui/spend/period.h"

#include <QCoreApplication>

#include <string>
#include <string_view>

namespace ui::spend {

/// What the spend screen looks at.
struct Place {
    Period period = Period::today;
    ports::SpendSelection only;
    bool headroom = false; ///< the page of budgets and limits
    ports::TierBy by = ports::TierBy::policy;
};

/// A place as an opaque token, for back and forward.
[[nodiscard]] std::string token_of(const Place& place);

/// The place of a token. What it does not say stays open; a token without a period keeps `otherwise`.
[[nodiscard]] Place place_at(std::string_view token, Period otherwise);

/// What the screen is narrowed to, in words.
class PlaceWords {
    Q_DECLARE_TR_FUNCTIONS(ui::spend::PlaceWords)
public:
    /// "Only agent bot-7, tier Confirm"; empty for everything.
    [[nodiscard]] static QString of(const ports::SpendSelection& only, ports::TierBy by);
};

} // namespace ui::spend
