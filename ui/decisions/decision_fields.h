// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "models/sieve/sieve.h"

#include <QCoreApplication>

namespace ui::decisions {

/// A decision as the filter above the list knows it.
class DecisionFields {
    Q_DECLARE_TR_FUNCTIONS(ui::decisions::DecisionFields)
public:
    [[nodiscard]] static std::vector<models::sieve::Field<ports::DecisionRow>> all();
};

} // namespace ui::decisions
