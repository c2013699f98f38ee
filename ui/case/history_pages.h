// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/notice.h"
#include "ui/look/table.h"

#include <QStackedWidget>

namespace ui::case_ {

/// What happened to the transaction, in the order of the record.
class TimelinePage final : public QStackedWidget {
    Q_OBJECT
public:
    explicit TimelinePage(const text::Formats& formats, QWidget* parent = nullptr);

    void show(const ports::CaseFile& file);
    using QWidget::show;

private:
    models::case_::RowsModel<ports::TimelineEntry> model_;
    look::EmptyState* empty_;
    look::Table* table_;
};

/// What was decided, by whom, and how far it came.
class DecisionsPage final : public QStackedWidget {
    Q_OBJECT
public:
    explicit DecisionsPage(const text::Formats& formats, QWidget* parent = nullptr);

    void show(const ports::CaseFile& file);
    using QWidget::show;

private:
    models::case_::RowsModel<ports::DecisionRow> model_;
    look::EmptyState* empty_;
    look::Table* table_;
};

} // namespace ui::case_
