// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/plan_table.h"

#include "app/text/safe_text.h"
#include "ui/look/row_delegate.h"
#include "ui/look/words.h"

#include <QVBoxLayout>

namespace ui::look {

namespace {

using models::case_::Align;

enum StepColumn { step_column, state_column, party_column, reversible_column, deadline_column, cost_column };

class StepWords {
    Q_DECLARE_TR_FUNCTIONS(ui::look::StepWords)
public:
    static std::vector<models::case_::Column<domain::Step>> columns(const text::Formats& formats) {
        using domain::Step;
        return {
            {tr("Step"), [](const Step& step) { return Words::of(step.action); }},
            {tr("State"), [](const Step& step) { return Words::of(step.state); }},
            {tr("Who does it"), [](const Step& step) { return text::safe(step.party).qstring(); }},
            {tr("Can be undone"), [](const Step& step) { return Words::of(step.reversible); }},
            {tr("Deadline"),
             [&formats](const Step& step) { return step.deadline ? formats.date_time(*step.deadline) : tr("None"); }},
            {tr("Cost"), [&formats](const Step& step) { return step.cost ? formats.money(*step.cost) : tr("Unknown"); },
             Align::number},
            {tr("In their words"),
             [](const Step& step) {
                 return text::safe(step.result.empty() ? step.description : step.result).qstring();
             }},
        };
    }
};

} // namespace

PlanTable::PlanTable(const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , model_(
          StepWords::columns(formats), [](const auto& one, const auto& other) { return one.id == other.id; }, this)
    , state_(new Badge(this))
    , table_(new Table(tr("Steps of the rollback"), this)) {
    table_->setModel(&model_);
    table_->set_widths({20, 12, 17, 14, Table::moment, 0, 30});
    auto* delegate = new RowDelegate(table_);
    delegate->set_level_of([this](const QModelIndex& index) -> std::optional<Level> {
        return index.column() == state_column ? std::optional(level_of(model_.row_at(index.row()).state))
                                              : std::nullopt;
    });
    delegate->set_money_of(
        [this](const QModelIndex& index) -> const domain::Money* {
            const auto& cost = model_.row_at(index.row()).cost;
            return index.column() == cost_column && cost ? &*cost : nullptr;
        },
        formats);
    table_->setItemDelegate(delegate);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, gap::small, 0, 0);
    column->addWidget(state_);
    column->addWidget(table_, 1);
}

void PlanTable::show(const domain::Plan& plan) {
    const domain::PlanState state = domain::state_of(plan);
    state_->show_level(level_of(state), Words::of(state));
    model_.set_rows(plan.steps);
    if (most_rows_ > 0) {
        table_->fit_height(most_rows_);
    }
}

} // namespace ui::look
