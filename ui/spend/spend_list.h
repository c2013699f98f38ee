// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/spend.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/label.h"
#include "ui/look/table.h"
#include "ui/sieve/narrowed_list.h"

#include <QWidget>

namespace ui::spend {

/// The greatest agents, suppliers or categories: amount, share as figure and bar, orders, and how many of them a person
/// decided. The bars are the chart, the table is its twin.
class SpendList final : public QWidget {
    Q_OBJECT
public:
    /// `table` names the saved filters.
    SpendList(const QString& table, const QString& title, const QString& header, const base::Clock& clock,
              const text::Formats& formats, QWidget* parent = nullptr);

    void show_list(const ports::SpendList& list, const ports::Spent& total);
    [[nodiscard]] sieve::Bar& bar() { return narrow_.bar(); }
    /// A filter is at work: it wants to see more than the greatest.
    [[nodiscard]] bool is_narrowed() const { return !narrow_.bar().wanted().everything(); }
    [[nodiscard]] look::Table& table() { return *table_; }
    [[nodiscard]] const models::case_::RowsModel<ports::SpendLine>& model() const { return model_; }

Q_SIGNALS:
    /// A person chose a line: narrow everything to it.
    void chosen(const std::string& id);
    void filter_changed();

private:
    [[nodiscard]] QString share(const ports::SpendLine& line) const;

    const text::Formats& formats_;
    ports::Spent total_;
    models::case_::RowsModel<ports::SpendLine> model_;
    sieve::NarrowedList<ports::SpendLine> narrow_;
    look::Table* table_;
    look::Label* others_;
};

} // namespace ui::spend
