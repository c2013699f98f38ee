// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/spend.h"
#include "app/text/formats.h"
#include "ui/sieve/narrowing.h"
#include "ui/spend/period.h"

#include <QCoreApplication>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui::spend {

/// The pages of the screen, in their order.
enum class Part { time, headroom, orders };

/// What the spend screen looks at.
struct Place {
    Period period = Period::today;
    ports::SpendSelection only;
    Part part = Part::time;
    ports::TierBy by = ports::TierBy::policy;
    std::optional<ports::Stretch> stretch{}; ///< of Period::chosen, and only of that
};

/// A place as an opaque token, for back and forward.
[[nodiscard]] std::string token_of(const Place& place);

/// The place of a token. What it does not say stays open; a token without a period keeps `otherwise`.
[[nodiscard]] Place place_at(std::string_view token, Period otherwise);

/// One condition of a selection, in words, and the selection without it.
struct SelectionPart {
    QString shown;
    ports::SpendSelection without;
    friend bool operator==(const SelectionPart&, const SelectionPart&) = default;
};

/// What the screen is narrowed to, in words, and for other tables.
class PlaceWords {
    Q_DECLARE_TR_FUNCTIONS(ui::spend::PlaceWords)
public:
    [[nodiscard]] static std::vector<SelectionPart> parts(const ports::SpendSelection& only, ports::TierBy by,
                                                          const text::Formats& formats);
    /// "3 March 2026"; "1 March 2026 to 31 March 2026"; with hours where it is no whole day.
    [[nodiscard]] static QString stretch(const ports::Stretch& stretch, const text::Formats& formats);
    /// The same as conditions of other tables. `supplier`: its name, by which other tables know it; may be empty.
    [[nodiscard]] static sieve::Narrowing narrowing(const ports::SpendSelection& only, ports::TierBy by,
                                                    const domain::UntrustedText& supplier,
                                                    const text::Formats& formats);
    /// "Only agent bot-7, tier Confirm"; empty for everything.
    [[nodiscard]] static QString of(const ports::SpendSelection& only, ports::TierBy by, const text::Formats& formats);
};

} // namespace ui::spend
