// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"

#include <QCoreApplication>

#include <vector>

namespace ui::health {

/// The columns of what is missing, not understood or contradictory.
class HealthWords {
    Q_DECLARE_TR_FUNCTIONS(ui::health::HealthWords)
public:
    template <class Row>
    using Columns = std::vector<models::case_::Column<Row>>;

    [[nodiscard]] static Columns<ports::GapRow> gaps(const text::Formats& formats);
    [[nodiscard]] static Columns<ports::QuarantineRow> quarantine(const text::Formats& formats);
    [[nodiscard]] static Columns<ports::ConflictRow> conflicts(const text::Formats& formats);
    [[nodiscard]] static QString of(const ports::GapRow& row);
    [[nodiscard]] static QString of(ports::ConflictKind kind);
    /// "812 B", "4.1 MB": powers of 1000, as disks are sold.
    [[nodiscard]] static QString size(std::uint64_t bytes, const text::Formats& formats);
};

} // namespace ui::health
