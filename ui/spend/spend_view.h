// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/spend.h"
#include "app/text/formats.h"
#include "ui/charts/chart_pane.h"
#include "ui/look/notice.h"
#include "ui/spend/chips.h"
#include "ui/spend/comparison.h"
#include "ui/spend/headroom_page.h"
#include "ui/spend/orders_page.h"
#include "ui/spend/period.h"
#include "ui/spend/spend_list.h"

#include <QComboBox>
#include <QSpinBox>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>

#include <optional>
#include <string>

namespace ui::spend {

/// What was spent: per tier over time, by machines alone against with people, and by whom and where. Choosing a value
/// narrows everything to it; Escape shows everything again. Follows the books at most ten times a second, and only
/// while it is seen.
class SpendView final : public QWidget {
    Q_OBJECT
public:
    SpendView(ports::Spend& spend, const base::Clock& clock, const text::Formats& formats, QWidget* parent = nullptr);

    void take_focus();
    void set_period(Period period);
    [[nodiscard]] Period period() const;
    void narrow(ports::SpendSelection only);
    [[nodiscard]] const ports::SpendSelection& selection() const { return only_; }
    /// "Only tier Confirm"; empty: everything is shown.
    [[nodiscard]] QString narrowing() const;
    /// The share of orders that machines should handle alone, in per cent.
    void set_target(int percent);
    [[nodiscard]] int target() const;
    /// Whose tiers are shown.
    void set_by(ports::TierBy by) { comparison_->set_by(by); }
    [[nodiscard]] ports::TierBy by() const { return comparison_->by(); }
    [[nodiscard]] Comparison& comparison() { return *comparison_; }
    /// What every other table is narrowed to by what was chosen here.
    [[nodiscard]] sieve::Narrowing narrowing_elsewhere() const;
    /// The chosen part of the period becomes the period, in smaller pieces, as a step of its own. Not for less than a
    /// day.
    void zoom_in();
    [[nodiscard]] bool can_zoom_in() const;
    /// Everything again, as a step of its own.
    void widen() { choose({}); }
    /// For back and forward: the period and the agent, supplier, category, tier or handling.
    [[nodiscard]] std::string place() const;
    void go_to(const std::string& place);

    [[nodiscard]] const std::optional<ports::SpendAnswer>& answer() const { return answer_; }
    /// Of the buckets that are shown.
    [[nodiscard]] const std::vector<base::Instant>& edges() const { return edges_; }
    [[nodiscard]] charts::ChartPane& tiers() { return *tiers_; }
    [[nodiscard]] charts::ChartPane& handling() { return *handling_; }
    [[nodiscard]] SpendList& agents() { return *agents_; }
    [[nodiscard]] SpendList& suppliers() { return *suppliers_; }
    [[nodiscard]] HeadroomPage& headroom() { return *headroom_; }
    [[nodiscard]] OrdersPage& orders() { return *orders_; }
    [[nodiscard]] QTabWidget& pages() { return *pages_; }
    [[nodiscard]] SpendList& categories() { return *categories_; }

Q_SIGNALS:
    /// A person chose here what to look at; `before` is the place() that was left.
    void narrowed(const std::string& before);
    /// narrowing_elsewhere() is another one, whoever changed it.
    void narrowing_changed();
    /// A person wants to see this order.
    void opened(const domain::TransactionKey& key);
    /// A person set another share that machines should handle alone.
    void target_changed(int percent);
    void by_changed(ports::TierBy by);
    /// The books did not answer, or a chart was not saved.
    void failed(const base::Fault& fault);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    QWidget* build_bar();
    void build_zoom();
    void connect_parts();
    void choose(ports::SpendSelection only);
    void show_stretch(const ports::Stretch& stretch);
    [[nodiscard]] Span span() const;
    void choose_point(ports::SpendSelection only, int point);
    void tell_narrowing();
    void ask();
    void ask_headroom();
    void look_for_orders(ports::TierBy by);
    void take(base::Result<ports::SpendAnswer> answer, const Span& span, ports::TierBy by);
    void show_currencies();
    void show_state();
    void show_selection();
    void show_charts(const Span& span, ports::TierBy by);

    ports::Spend& spend_;
    const base::Clock& clock_;
    const text::Formats& formats_;
    ports::SpendSelection only_;
    std::optional<ports::Stretch> stretch_; ///< that was zoomed in to last
    domain::Currency currency_;             ///< not valid: the one with the most orders
    std::optional<ports::SpendAnswer> answer_;
    std::vector<base::Instant> edges_;          ///< of what is shown
    domain::UntrustedText supplier_name_;       ///< of the chosen one, as the orders have it
    std::optional<std::string> told_narrowing_; ///< by which the last narrowing_changed() is known again
    ports::BookState state_;
    std::uint64_t question_ = 0; ///< number of the newest one
    bool asking_ = false;
    bool again_ = false; ///< something changed while an answer was under way
    bool headroom_asked_ = false;
    bool fitted_ = false; ///< a period with something in it was looked for

    QTimer turn_;
    look::ElidedLabel* total_;
    QComboBox* period_choice_;
    QComboBox* currency_choice_;
    QSpinBox* target_;
    Comparison* comparison_;
    look::Badge* progress_;
    look::Badge* outside_;
    look::ElidedLabel* only_label_;
    Chips* chips_;
    QToolButton* zoom_;
    QToolButton* all_;
    charts::ChartPane* tiers_;
    charts::ChartPane* handling_;
    SpendList* agents_;
    SpendList* suppliers_;
    SpendList* categories_;
    HeadroomPage* headroom_;
    OrdersPage* orders_;
    QTabWidget* pages_;
    look::EmptyState* empty_;
    QStackedWidget* stack_;
};

} // namespace ui::spend
