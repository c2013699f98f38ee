// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/decisions.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "models/sieve/sieve.h"
#include "ui/decisions/phase.h"
#include "ui/look/notice.h"
#include "ui/look/table.h"
#include "ui/sieve/bar.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>

#include <optional>
#include <vector>

namespace ui::decisions {

/// What was decided and how far it came, the newest first: all, or one phase of it, each with its next step and with
/// what can be done about it. What can still be taken back counts down.
class DecisionsView final : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the view.
    DecisionsView(ports::Decisions& decisions, const base::Clock& clock, const text::Formats& formats,
                  QWidget* parent = nullptr);

    void take_focus();
    /// Of the rows that are shown.
    [[nodiscard]] int count() const { return model_.rowCount(); }
    [[nodiscard]] const ports::DecisionRow& row_at(int row) const { return model_.row_at(row); }
    [[nodiscard]] sieve::Bar& filter() const { return *filter_; }
    /// Nothing: all of them.
    void show_phase(std::optional<Phase> phase);
    /// Looks at the clock; the timer calls it while something can be taken back.
    void tick();

Q_SIGNALS:
    void opened(const domain::TransactionKey& key);
    /// A decision was taken or went further.
    void changed(const ports::DecisionRow& row);

private:
    void build();
    [[nodiscard]] QWidget* actions();
    void connect_parts();
    void read();
    void take(const ports::DecisionRow& row);
    void take_answer(const base::Result<ports::DecisionRow>& row);
    void show_rows();
    void show_tabs();
    void show_actions();
    void open_current();
    void withdraw_current();
    void ask_current();
    [[nodiscard]] const ports::DecisionRow* current() const;

    ports::Decisions& decisions_;
    const base::Clock& clock_;
    const text::Formats& formats_;
    std::vector<ports::DecisionRow> rows_; ///< newest first
    models::case_::RowsModel<ports::DecisionRow> model_;
    std::optional<Phase> phase_;
    models::sieve::Sieve<ports::DecisionRow> sieve_;
    QTimer timer_;
    sieve::Bar* filter_;
    look::Badge* doubt_;
    look::NoticeBar* notice_;
    QTabBar* tabs_;
    look::EmptyState* empty_;
    look::Table* table_;
    QStackedWidget* stack_;
    look::ElidedLabel* next_;
    QPushButton* withdraw_;
    QPushButton* ask_;
    QPushButton* open_;
};

} // namespace ui::decisions
