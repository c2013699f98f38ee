// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/what_if.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/label.h"
#include "ui/look/table.h"

#include <QTabWidget>
#include <QWidget>

namespace ui::policy {

class WhatIfCharts;

/// What a trial on history came to, as tables and a chart: in sum, by week, by tier, by agent, order by order, and as
/// work.
class WhatIfPages final : public QWidget {
    Q_OBJECT
public:
    explicit WhatIfPages(const text::Formats& formats, QWidget* parent = nullptr);

    void show_result(const domain::WhatIf& made);
    [[nodiscard]] QTabWidget& tabs() const { return *tabs_; }
    [[nodiscard]] look::Table& orders() const { return *orders_; }
    [[nodiscard]] WhatIfCharts& weeks() const { return *weeks_; }
    [[nodiscard]] QString said() const { return said_->text(); }
    [[nodiscard]] QString how() const { return how_->text(); }

Q_SIGNALS:
    void opened(const domain::TransactionKey& key);
    void failed(const base::Fault& fault);

private:
    struct SumRow {
        QString what;
        domain::Flow flow;
    };
    struct MoveRow {
        domain::Tier from;
        domain::Tier to;
        domain::Flow flow;
    };
    struct WorkRow {
        QString what;
        QString before;
        QString after;
    };
    void show_own(bool own);
    void show_sums(const domain::WhatIf& made, bool own);
    void show_moves(const domain::WhatIf& made);
    void show_work(const domain::WhatIf& made);
    [[nodiscard]] QString how_words(const domain::WhatIf& made) const;
    [[nodiscard]] QString wait_words(const domain::Workload& work) const;
    [[nodiscard]] QString matter_words(const domain::Burden& burden) const;
    [[nodiscard]] QString minutes_words(const domain::Workload& work) const;
    void show_order();
    [[nodiscard]] QString number(std::uint64_t value) const;
    [[nodiscard]] QString tenths(double value) const;

    const text::Formats& formats_;
    look::Label* said_;
    QTabWidget* tabs_;
    models::case_::RowsModel<SumRow> sum_model_;
    models::case_::RowsModel<MoveRow> move_model_;
    models::case_::RowsModel<domain::AgentShift> agent_model_;
    models::case_::RowsModel<domain::ChangedOrder> order_model_;
    models::case_::RowsModel<WorkRow> work_model_;
    models::case_::RowsModel<domain::RuleCount> rule_model_;
    WhatIfCharts* weeks_;
    look::Table* sums_;
    look::Table* moves_;
    look::Table* agents_;
    look::Table* orders_;
    look::Table* work_;
    look::Table* rules_;
    look::Label* before_;
    look::Label* after_;
    look::Label* left_out_;
    look::Label* how_; ///< the figures of the work are made
    bool own_ = false; ///< the policy in force by itself: one side is enough
};

} // namespace ui::policy
