// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/formats.h"
#include "ui/decide/group_review.h"
#include "ui/look/theme.h"

#include <QCoreApplication>
#include <QString>

namespace ui::decide {

/// What a decision about many orders says of itself and of each of them.
class GroupWords {
    Q_DECLARE_TR_FUNCTIONS(ui::decide::GroupWords)
public:
    /// "Reject 14 orders", with what they come to where there are any: "Reject 14 orders, EUR 4,980.00 + USD 12.00".
    [[nodiscard]] static QString deed(domain::Verb verb, int count);
    [[nodiscard]] static QString deed(const GroupReview& review, const text::Formats& formats);
    /// The same on a button, with its key.
    [[nodiscard]] static QString button(const GroupReview& review, const text::Formats& formats);
    /// One per currency, side by side: they are never added.
    [[nodiscard]] static QString sum(const std::optional<std::vector<domain::Money>>& sums,
                                     const text::Formats& formats);

    /// Where an order stands, in a word or two.
    [[nodiscard]] static QString standing(const GroupOrder& order);
    /// Every word that standing() knows, for the width of a column.
    [[nodiscard]] static QStringList every_standing();
    [[nodiscard]] static look::Level level(const GroupOrder& order);
    /// Why it is so, and what to do next; empty where nothing is to be said.
    [[nodiscard]] static QString more(const GroupOrder& order, const text::Formats& formats);

    /// What is left out of the review, and how many of it; empty: nothing is.
    [[nodiscard]] static QString left_out(const GroupReview& review);
    /// What came later, or stands beyond what goes at once; empty: nothing did.
    [[nodiscard]] static QString not_included(const GroupReview& review);
    /// How far the signing is.
    [[nodiscard]] static QString progress(const GroupReview& review);
    /// N done, M refused, K in doubt, and the rest by what is still to come of it.
    [[nodiscard]] static QString result(const GroupReview& review);
    [[nodiscard]] static look::Level level_of_result(const GroupReview& review);

private:
    [[nodiscard]] static QString why(const GroupOrder& order);
    [[nodiscard]] static QString became(const ports::DecisionRow& row, const text::Formats& formats);
};

} // namespace ui::decide
