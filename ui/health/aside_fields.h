// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "models/sieve/sieve.h"

#include <QCoreApplication>

namespace ui::health {

/// What is missing, was set aside or contradicts itself, as the filters above those lists know it.
class AsideFields {
    Q_DECLARE_TR_FUNCTIONS(ui::health::AsideFields)
public:
    [[nodiscard]] static std::vector<models::sieve::Field<ports::GapRow>> of_gaps();
    [[nodiscard]] static std::vector<models::sieve::Field<ports::QuarantineRow>> of_quarantine();
    [[nodiscard]] static std::vector<models::sieve::Field<ports::ConflictRow>> of_conflicts();
};

} // namespace ui::health
