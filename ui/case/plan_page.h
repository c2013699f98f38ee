// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/text/formats.h"
#include "ui/look/notice.h"
#include "ui/look/plan_table.h"

#include <QStackedWidget>

namespace ui::case_ {

/// What rolling back means, or how far it came: partly undone and undone never look alike.
class PlanPage final : public QStackedWidget {
    Q_OBJECT
public:
    explicit PlanPage(const text::Formats& formats, QWidget* parent = nullptr);

    void show(const ports::CaseFile& file);
    using QWidget::show;

private:
    look::EmptyState* empty_;
    look::PlanTable* plan_;
};

} // namespace ui::case_
