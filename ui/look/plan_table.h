// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/plan.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/symbol.h"
#include "ui/look/table.h"

#include <QWidget>

namespace ui::look {

/// The steps of a rollback with party, reversibility, deadline, cost, state and result, under the state of the whole.
class PlanTable final : public QWidget {
    Q_OBJECT
public:
    /// `formats` must outlive the widget.
    explicit PlanTable(const text::Formats& formats, QWidget* parent = nullptr);

    void show(const domain::Plan& plan);
    using QWidget::show;
    /// As high as its steps, at most `most`, instead of taking all the room there is.
    void set_most_rows(int most) { most_rows_ = most; }

private:
    models::case_::RowsModel<domain::Step> model_;
    Badge* state_;
    Table* table_;
    int most_rows_ = 0;
};

} // namespace ui::look
