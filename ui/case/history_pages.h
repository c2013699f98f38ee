// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/notice.h"
#include "ui/look/table.h"
#include "ui/sieve/narrowed_list.h"

#include <QStackedWidget>

namespace ui::case_ {

/// What happened to the transaction, in the order of the record.
class TimelinePage final : public QStackedWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    TimelinePage(const base::Clock& clock, const text::Formats& formats, QWidget* parent = nullptr);

    /// `covered`: without what the agent says for itself.
    void show(const ports::CaseFile& file, bool covered = false);
    using QWidget::show;
    [[nodiscard]] sieve::Bar& filter() const { return narrow_.bar(); }

private:
    models::case_::RowsModel<ports::TimelineEntry> model_;
    sieve::NarrowedList<ports::TimelineEntry> narrow_;
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
