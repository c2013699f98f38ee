// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/plan_page.h"

namespace ui::case_ {

PlanPage::PlanPage(const text::Formats& formats, QWidget* parent)
    : QStackedWidget(parent)
    , empty_(new look::EmptyState(this))
    , plan_(new look::PlanTable(formats, this)) {
    empty_->say(look::Level::off, tr("There is no plan for rolling back yet."),
                tr("The gateway makes one when you press B on an executed order. Nothing is undone by asking."));
    addWidget(empty_);
    addWidget(plan_);
}

void PlanPage::show(const ports::CaseFile& file) {
    if (file.plan) {
        plan_->show(*file.plan);
    }
    setCurrentIndex(file.plan ? 1 : 0);
}

} // namespace ui::case_
