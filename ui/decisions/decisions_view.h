// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/decisions.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/notice.h"
#include "ui/look/table.h"

#include <QStackedWidget>

#include <vector>

namespace ui::decisions {

/// What was decided and how far it came, the newest first, each with its next step.
class DecisionsView final : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the view.
    DecisionsView(ports::Decisions& decisions, const text::Formats& formats, QWidget* parent = nullptr);

    void take_focus();
    [[nodiscard]] int count() const { return model_.rowCount(); }
    [[nodiscard]] const ports::DecisionRow& row_at(int row) const { return model_.row_at(row); }

Q_SIGNALS:
    void opened(const domain::TransactionKey& key);
    /// A decision was taken or went further.
    void changed(const ports::DecisionRow& row);

private:
    void build();
    void read();
    void take(const ports::DecisionRow& row);
    void show_rows();

    ports::Decisions& decisions_;
    const text::Formats& formats_;
    std::vector<ports::DecisionRow> rows_; ///< newest first
    models::case_::RowsModel<ports::DecisionRow> model_;
    look::Badge* doubt_;
    look::EmptyState* empty_;
    look::Table* table_;
    QStackedWidget* stack_;
};

} // namespace ui::decisions
