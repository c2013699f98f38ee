// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/spend.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/label.h"
#include "ui/look/table.h"

#include <QWidget>

namespace ui::spend {

/// The greatest agents, suppliers or categories: amount, share as figure and bar, orders, and how many of them a person
/// decided. The bars are the chart, the table is its twin.
class SpendList final : public QWidget {
    Q_OBJECT
public:
    SpendList(const QString& title, const QString& header, const text::Formats& formats, QWidget* parent = nullptr);

    void show_list(const ports::SpendList& list, const ports::Spent& total);
    [[nodiscard]] look::Table& table() { return *table_; }
    [[nodiscard]] const models::case_::RowsModel<ports::SpendLine>& model() const { return model_; }

Q_SIGNALS:
    /// A person chose a line: narrow everything to it.
    void chosen(const std::string& id);

private:
    [[nodiscard]] QString share(const ports::SpendLine& line) const;

    const text::Formats& formats_;
    ports::Spent total_;
    models::case_::RowsModel<ports::SpendLine> model_;
    look::Table* table_;
    look::Label* others_;
};

} // namespace ui::spend
