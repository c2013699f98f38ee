// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/what_if_pages.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/words.h"
#include "ui/policy/policy_words.h"
#include "ui/policy/what_if_charts.h"

#include <QVBoxLayout>

#include <cmath>

namespace ui::policy {

namespace {

using models::case_::Align;

constexpr int agents_tab = 4;
constexpr int orders_tab = 5;
constexpr auto never_same = [](const auto&, const auto&) { return false; };

QString supplier_of(const domain::ChangedOrder& order) {
    return order.supplier_name.empty() ? text::safe(order.supplier).qstring()
                                       : text::safe(order.supplier_name).qstring();
}

} // namespace

WhatIfPages::WhatIfPages(const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , formats_(formats)
    , said_(new look::Label(look::Type::body, {}, this))
    , tabs_(new QTabWidget(this))
    , sum_model_(
          {{tr("What"), [](const SumRow& row) { return row.what; }},
           {tr("Orders"), [this](const SumRow& row) { return number(row.flow.orders); }, Align::number},
           {tr("Amount"), [this](const SumRow& row) { return PolicyWords::money(row.flow, formats_); }, Align::number}},
          never_same)
    , move_model_({{tr("In force"), [](const MoveRow& row) { return look::Words::of(row.from); }},
                   {tr("Draft"), [](const MoveRow& row) { return look::Words::of(row.to); }},
                   {tr("Orders"), [this](const MoveRow& row) { return number(row.flow.orders); }, Align::number},
                   {tr("Amount"), [this](const MoveRow& row) { return PolicyWords::money(row.flow, formats_); },
                    Align::number}},
                  never_same)
    , agent_model_(
          {{tr("Agent"), [](const domain::AgentShift& row) { return text::safe(row.agent).qstring(); }},
           {tr("Newly waiting"), [this](const domain::AgentShift& row) { return number(row.newly_stopped.orders); },
            Align::number},
           {tr("No longer waiting"), [this](const domain::AgentShift& row) { return number(row.newly_free.orders); },
            Align::number},
           {tr("Otherwise"), [this](const domain::AgentShift& row) { return number(row.otherwise); }, Align::number},
           {tr("Amount newly waiting"),
            [this](const domain::AgentShift& row) { return PolicyWords::money(row.newly_stopped, formats_); },
            Align::number},
           {tr("Amount no longer waiting"),
            [this](const domain::AgentShift& row) { return PolicyWords::money(row.newly_free, formats_); },
            Align::number}},
          never_same)
    , order_model_(
          {{tr("Order"), [](const domain::ChangedOrder& row) { return text::safe(row.key.id).qstring(); }},
           {tr("Agent"), [](const domain::ChangedOrder& row) { return text::safe(row.agent).qstring(); }},
           {tr("Supplier"), supplier_of},
           {tr("Gross"), [this](const domain::ChangedOrder& row) { return formats_.money(row.gross); }, Align::number},
           {tr("In force"), [](const domain::ChangedOrder& row) { return look::Words::of(row.before.tier); }},
           {tr("Draft"), [](const domain::ChangedOrder& row) { return look::Words::of(row.after.tier); }},
           {tr("Why"), [this](const domain::ChangedOrder& row) { return PolicyWords::why(row.after, formats_); }}},
          never_same)
    , work_model_({{tr("What"), [](const WorkRow& row) { return row.what; }},
                   {tr("In force"), [](const WorkRow& row) { return row.before; }, Align::number},
                   {tr("Draft"), [](const WorkRow& row) { return row.after; }, Align::number}},
                  never_same)
    , rule_model_(
          {{tr("Rule"), [](const domain::RuleCount& row) { return text::safe(std::string_view(row.rule)).qstring(); }},
           {tr("In force"), [this](const domain::RuleCount& row) { return number(row.before); }, Align::number},
           {tr("Draft"), [this](const domain::RuleCount& row) { return number(row.after); }, Align::number}},
          never_same)
    , weeks_(new WhatIfCharts(formats, this))
    , sums_(new look::Table(tr("What would have changed"), this))
    , moves_(new look::Table(tr("Orders by tier before and after"), this))
    , agents_(new look::Table(tr("What would have changed for each agent"), this))
    , orders_(new look::Table(tr("Orders that the draft judges differently"), this))
    , work_(new look::Table(tr("Work for people before and after"), this))
    , rules_(new look::Table(tr("Orders that wait, by rule"), this))
    , before_(new look::Label(look::Type::body, {}, this))
    , after_(new look::Label(look::Type::body, {}, this))
    , left_out_(new look::Label(look::Type::small, {}, this))
    , how_(new look::Label(look::Type::small, {}, this)) {
    sums_->setModel(&sum_model_);
    sums_->set_widths({44, 14, 40});
    moves_->setModel(&move_model_);
    moves_->set_widths({20, 20, 14, 40});
    agents_->setModel(&agent_model_);
    agents_->set_widths({26, 14, 16, 10, 24, 24});
    orders_->setModel(&order_model_);
    orders_->set_widths({14, 24, 20, 0, 19, 19, 40});
    orders_->set_hidden({6});
    work_->setModel(&work_model_);
    work_->set_widths({56, 16, 16});
    rules_->setModel(&rule_model_);
    rules_->set_widths({44, 16, 16});
    for (look::Label* label : {said_, before_, after_, left_out_, how_}) {
        label->setContentsMargins(look::gap::medium, 0, look::gap::medium, 0);
    }
    auto* list = new QWidget(this);
    auto* list_column = new QVBoxLayout(list);
    list_column->setContentsMargins(0, 0, 0, look::gap::small);
    list_column->addWidget(orders_, 1);
    list_column->addWidget(left_out_);
    list_column->addWidget(before_);
    list_column->addWidget(after_);
    left_out_->set_muted(true);
    how_->set_muted(true);
    auto* work = new QWidget(this);
    auto* work_column = new QVBoxLayout(work);
    work_column->setContentsMargins(0, 0, 0, look::gap::small);
    work_column->addWidget(work_, 1);
    work_column->addWidget(how_);
    tabs_->setAccessibleName(tr("Results of the trial"));
    tabs_->setDocumentMode(true);
    tabs_->addTab(sums_, tr("In sum"));
    tabs_->addTab(weeks_, tr("Weeks"));
    tabs_->addTab(moves_, tr("Tiers"));
    tabs_->addTab(rules_, tr("Rules"));
    tabs_->addTab(agents_, tr("Agents"));
    tabs_->addTab(list, tr("Orders"));
    tabs_->addTab(work, tr("Work"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, look::gap::small, 0, 0);
    column->addWidget(said_);
    column->addWidget(tabs_, 1);
    connect(weeks_, &WhatIfCharts::failed, this, &WhatIfPages::failed);
    connect(orders_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { show_order(); });
    connect(orders_, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT opened(order_model_.row_at(index.row()).key); });
}

QString WhatIfPages::number(std::uint64_t value) const {
    return formats_.number(static_cast<std::int64_t>(value));
}

QString WhatIfPages::tenths(double value) const {
    return formats_.locale().toString(value, 'f', 1);
}

void WhatIfPages::show_result(const domain::WhatIf& made) {
    const std::uint64_t changed = made.newly_stopped.orders + made.newly_free.orders + made.otherwise.orders;
    said_->say(
        text::fill(tr("Of %1 orders on record the draft judges %2 differently and %3 as before; about %4 history "
                      "cannot tell."),
                   {number(made.orders), number(changed), number(made.unchanged), number(made.not_replayable.orders)}));
    const bool own = changed == 0 && made.changed.empty() &&
                     made.before == made.after; // the policy in force for itself, as after an import
    if (own) {
        said_->say(text::fill(
            tr("Of %1 orders on record %2 would have waited: %3 cases to decide, and %4 work items, such as a "
               "missing mandate, that settle the others. That is %5."),
            {number(made.orders), number(made.burden_after.stopped), number(made.burden_after.cases),
             number(made.burden_after.work_items), minutes_words(made.work_after)}));
    }
    show_own(own);
    show_sums(made, own);
    weeks_->show_result(made);
    show_moves(made);
    show_work(made);
    rule_model_.set_rows(made.rules);
    agent_model_.set_rows(made.agents);
    const std::uint64_t left_out = own ? made.waiting_left_out : made.changed_left_out;
    order_model_.set_rows(own ? made.waiting : made.changed);
    left_out_->say(text::fill(tr("%1 smaller orders are not in this list."), {number(left_out)}));
    left_out_->setVisible(left_out > 0);
    how_->say(how_words(made));
    if (order_model_.rowCount() > 0) {
        orders_->setCurrentIndex(order_model_.index(0, 0));
    }
    show_order();
}

/// Of a policy beside itself one side is shown, and the orders that wait instead of those that change.
void WhatIfPages::show_own(bool own) {
    if (own != own_) {
        tabs_->setCurrentIndex(own ? orders_tab : 0);
    }
    own_ = own;
    tabs_->setTabText(orders_tab, own ? tr("Orders that wait") : tr("Orders"));
    const auto hide = [own](look::Table& table, int column) {
        table.set_hidden(own ? std::vector<int>{column} : std::vector<int>());
    };
    hide(*moves_, 1);
    orders_->set_hidden({own ? 5 : 6});
    hide(*work_, 2);
    hide(*rules_, 2);
    weeks_->show_own(own);
    tabs_->setTabVisible(agents_tab, !own);
}

void WhatIfPages::show_sums(const domain::WhatIf& made, bool own) {
    std::vector<SumRow> rows = {{tr("Newly waiting"), made.newly_stopped},
                                {tr("No longer waiting"), made.newly_free},
                                {tr("Another tier, or looked at in another way"), made.otherwise},
                                {tr("Newly looked at one by one"), made.newly_case},
                                {tr("No longer looked at one by one"), made.no_case_any_more}};
    if (own) {
        rows = {{tr("Would have waited"), made.burden_after.waiting}};
    }
    domain::Flow same;
    same.orders = made.reasons;
    if (!own) {
        rows.push_back({tr("As before, for other reasons"), same});
        rows.push_back({tr("Not replayable: nothing is said about these"), made.not_replayable});
    } else if (made.not_replayable.orders > 0) {
        rows.push_back({tr("Not replayable: a fact that a rule asks for is not in the record"), made.not_replayable});
    }
    for (std::size_t lack = 0; lack < domain::lack_count; ++lack) {
        if (made.lacks[lack] > 0) {
            domain::Flow part;
            part.orders = made.lacks[lack];
            rows.push_back({text::fill(tr("of these: %1"), {PolicyWords::of(static_cast<domain::Lack>(lack))}), part});
        }
    }
    sum_model_.set_rows(std::move(rows));
}

void WhatIfPages::show_moves(const domain::WhatIf& made) {
    std::vector<MoveRow> rows;
    for (std::size_t from = 0; from < domain::tier_count; ++from) {
        for (std::size_t to = 0; to < domain::tier_count; ++to) {
            if (made.moves[from][to].orders > 0) {
                rows.push_back({static_cast<domain::Tier>(from), static_cast<domain::Tier>(to), made.moves[from][to]});
            }
        }
    }
    move_model_.set_rows(std::move(rows));
}

QString WhatIfPages::minutes_words(const domain::Workload& work) const {
    constexpr double many = 120; // nobody counts 480 minutes
    const double minutes = work.tells_weeks() ? work.minutes_a_week : work.minutes;
    const QString figure = minutes < many ? text::fill(tr("%1 minutes"), {tenths(minutes)})
                                          : text::fill(tr("%1 hours"), {tenths(minutes / 60)});
    //: %1 is a span such as "7.5 hours"
    return work.tells_weeks() ? text::fill(tr("%1 a week"), {figure})
                              : text::fill(tr("%1 in all (too little history to say it for a week: %2)"),
                                           {figure, look::TimeWords::span(work.history)});
}

void WhatIfPages::show_work(const domain::WhatIf& made) {
    const auto a_week = [](const domain::Workload& work, const QString& figure) {
        return work.tells_weeks() ? figure : tr("Too little history");
    };
    const auto wait = [&](const domain::Workload& work) {
        return a_week(work, work.wait_minutes ? tenths(*work.wait_minutes) : tr("The queue never empties"));
    };
    const auto share = [&](const domain::Workload& work) {
        return a_week(work,
                      formats_.permille(static_cast<std::int32_t>(std::lround(std::min(work.load, 1000.0) * 1000))));
    };
    const auto& one = made.work_before;
    const auto& other = made.work_after;
    work_model_.set_rows(
        {{tr("Orders that wait"), number(made.burden_before.stopped), number(made.burden_after.stopped)},
         {tr("Cases, each decided once"), number(made.burden_before.cases), number(made.burden_after.cases)},
         {tr("Of these, of several orders"), number(made.burden_before.matters), number(made.burden_after.matters)},
         {tr("Orders in those"), number(made.burden_before.joined), number(made.burden_after.joined)},
         {tr("Work items that settle the others"), number(made.burden_before.work_items),
          number(made.burden_after.work_items)},
         {tr("Person-minutes in all"), tenths(one.minutes), tenths(other.minutes)},
         {tr("Cases a week"), a_week(one, tenths(one.cases_a_week)), a_week(other, tenths(other.cases_a_week))},
         {tr("Person-minutes a week"), a_week(one, tenths(one.minutes_a_week)),
          a_week(other, tenths(other.minutes_a_week))},
         {tr("Share of the people's working time"), share(one), share(other)},
         {tr("Mean wait of a case, minutes of working time"), wait(one), wait(other)}});
}

/// So that nobody has to believe a figure.
QString WhatIfPages::how_words(const domain::WhatIf& made) const {
    constexpr double short_history = 2;
    const domain::Workload& work = made.work_after;
    QStringList said;
    if (made.busy_from && made.busy_to && !work.tells_weeks()) {
        said += text::fill(tr("Without the earliest and the latest hundredth, the orders are of %1 only: nothing is "
                              "said of a week, nor of waiting times."),
                           {look::TimeWords::span(work.history)});
    } else if (made.busy_from && made.busy_to) {
        said +=
            text::fill(tr("Without the earliest and the latest hundredth, the orders are from %1 to %2: that counts "
                          "as %3 weeks."),
                       {formats_.date(*made.busy_from), formats_.date(*made.busy_to),
                        formats_.locale().toString(work.weeks, 'f', 2)});
        said += work.weeks < short_history ? tr("That is little history: read the figures for a week as a guess.")
                                           : QString();
    }
    said += matter_words(made.burden_after);
    said += text::fill(tr("Minutes: the cases of each tier times the minutes assumed above, and %1 for each work item; "
                          "a case of several orders counts once, by its strictest order."),
                       {formats_.number(static_cast<std::int64_t>(domain::Effort().work_item_minutes))});
    said += work.tells_weeks() ? wait_words(work) : QString();
    if (made.not_replayable.orders > 0) {
        said += text::fill(tr("%1 orders are not replayable: a rule asks for something that the record does not hold "
                              "for them (see In sum). They are in the work here, and in no comparison."),
                           {number(made.not_replayable.orders)});
    }
    said.removeAll(QString());
    return said.join(QLatin1Char(' '));
}

QString WhatIfPages::wait_words(const domain::Workload& work) const {
    return text::fill(
        tr("Wait: a queue in front of the people above, who work %1 hours a week by the calendar of "
           "the policy and need %2 minutes on average; orders come at random within the working time (Erlang C "
           "with the correction of Allen and Cunneen). Nights, weekends and bursts wait longer."),
        {tenths(work.working_minutes_a_week / 60), tenths(work.mean_minutes)});
}

QString WhatIfPages::matter_words(const domain::Burden& burden) const {
    return burden.matters == 0
               ? QString()
               : text::fill(tr("%1 cases are of several orders (%2 together) that wait for nothing but each other: "
                               "pieces or repeats of one agent at one supplier in a day. Each is held and signed by "
                               "itself, and thought about once."),
                            {number(burden.matters), number(burden.joined)});
}

void WhatIfPages::show_order() {
    const QModelIndex index = orders_->currentIndex();
    const bool chosen = index.isValid() && index.row() < order_model_.rowCount();
    before_->setVisible(chosen);
    after_->setVisible(chosen && !own_);
    if (chosen) {
        const domain::ChangedOrder& order = order_model_.row_at(index.row());
        before_->say(text::fill(tr("In force: %1, %2"),
                                {look::Words::of(order.before.tier), PolicyWords::why(order.before, formats_)}));
        after_->say(text::fill(tr("Draft: %1, %2"),
                               {look::Words::of(order.after.tier), PolicyWords::why(order.after, formats_)}));
    }
}

} // namespace ui::policy
