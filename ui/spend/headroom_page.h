// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/spend.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/charts/chart_pane.h"
#include "ui/look/label.h"
#include "ui/look/table.h"
#include "ui/sieve/narrowed_list.h"

#include <QWidget>

namespace ui::spend {

/// What is left of budgets, mandates and limits of every period, and when it is used up at the pace of the last four
/// weeks. The chart shows what is used of each, the table says all of it.
class HeadroomPage final : public QWidget {
    Q_OBJECT
public:
    HeadroomPage(const base::Clock& clock, const text::Formats& formats, QWidget* parent = nullptr);

    /// Now, and the calendar of a person's time zone, Monday to Friday, for a policy without one.
    [[nodiscard]] static ports::HeadroomQuery query(base::Instant now, const QTimeZone& zone);
    void show_answer(const ports::Headroom& answer);
    void take_focus();

    /// "Used up on 21 March"; "No forecast: …".
    [[nodiscard]] static QString outlook(const ports::HeadroomLine& line, const text::Formats& formats);

    [[nodiscard]] look::Table& table() { return *table_; }
    [[nodiscard]] charts::ChartPane& chart() { return *chart_; }
    [[nodiscard]] sieve::Bar& bar() { return narrow_.bar(); }
    [[nodiscard]] const models::case_::RowsModel<ports::HeadroomLine>& model() const { return model_; }
    [[nodiscard]] bool is_filled() const { return filled_; }

Q_SIGNALS:
    /// A person chose a line: narrow everything to it.
    void chosen(const ports::SpendSelection& only);
    void failed(const base::Fault& fault);

private:
    void build();
    void show_chart();
    void show_method(const ports::Headroom& answer);
    void choose(int row);

    const text::Formats& formats_;
    models::case_::RowsModel<ports::HeadroomLine> model_;
    sieve::NarrowedList<ports::HeadroomLine> narrow_;
    charts::ChartPane* chart_;
    look::Table* table_;
    look::Label* words_;
    look::Label* method_;
    bool filled_ = false;
};

} // namespace ui::spend
