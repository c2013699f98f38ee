// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/case_level.h"
#include "models/sieve/sieve.h"

#include <QCoreApplication>

namespace ui::inbox {

/// A case as the filter above the inbox knows it.
class CaseFields {
    Q_DECLARE_TR_FUNCTIONS(ui::inbox::CaseFields)
public:
    /// `clock` and `seat` must outlive them: waiting and left are spans up to now, mine is about who sits there now.
    [[nodiscard]] static std::vector<models::sieve::Field<ports::CaseRow>> all(const base::Clock& clock,
                                                                               const ports::Seat& seat);
};

} // namespace ui::inbox
