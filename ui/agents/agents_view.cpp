// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/agents/agents_view.h"

#include "app/text/fill.h"
#include "ui/agents/agent_fields.h"
#include "ui/agents/agent_words.h"
#include "ui/charts/bar_delegate.h"
#include "ui/look/fault_text.h"
#include "ui/look/words.h"
#include "ui/spend/period.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace ui::agents {

namespace {

using models::agents::Column;
using models::agents::Standing;

constexpr int turn_milliseconds = 250;
constexpr int hours_shown = 24;
constexpr std::chrono::hours rate_span{30 * 24};

} // namespace

AgentsView::AgentsView(ports::Agents& agents, ports::Spend& book, const base::Clock& clock,
                       const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , agents_(agents)
    , clock_(clock)
    , formats_(formats)
    , model_({[](Column column) { return AgentWords::of(column); },
              [this](const ports::AgentRow& row, Column column, base::Instant now) {
                  return AgentWords::cell(row, column, now, formats_);
              }},
             this)
    , sieve_(AgentFields::all(clock))
    , filter_(new sieve::Bar(tr("Filter the agents"),
                             text::fill(tr("Filter, for example: %1"), {QStringLiteral("state == \"silent\"")}),
                             {QStringLiteral("agents"), sieve_.language()},
                             {tr("pump\tthe word stands in one of the texts")}, clock, formats, this))
    , count_(new look::Badge(this))
    , trouble_(new look::Badge(this))
    , table_(new look::Table(tr("Agents"), this))
    , page_(new AgentPage(formats, this))
    , empty_(new look::EmptyState(this))
    , stack_(new QStackedWidget(this)) {
    build();
    prepare_table();
    take({});
    turn_.setSingleShot(true);
    turn_.setInterval(turn_milliseconds);
    connect(&turn_, &QTimer::timeout, this, &AgentsView::ask);
    book.follow_book({this, [this](const auto& state) {
                          const bool changed = state->folded != state_.folded || state->revision != state_.revision ||
                                               state->fault != state_.fault;
                          state_ = *state;
                          if (changed && isVisible() && !turn_.isActive()) {
                              turn_.start();
                          }
                      }});
}

void AgentsView::build() {
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    bar->setSpacing(look::gap::large);
    bar->addWidget(new look::Label(look::Type::title, tr("Agents"), this));
    bar->addWidget(count_);
    bar->addWidget(trouble_);
    bar->addWidget(filter_, 1);
    auto* both = new QSplitter(Qt::Vertical, this);
    both->setChildrenCollapsible(false);
    both->addWidget(table_);
    both->addWidget(page_);
    both->setStretchFactor(0, 3);
    both->setStretchFactor(1, 2);
    both->setSizes({500, 420});
    stack_->addWidget(empty_);
    stack_->addWidget(both);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(stack_, 1);
    empty_->say(look::Level::off, tr("No agents yet."),
                tr("An agent appears here as soon as its platform registers it or it does something."));
    connect(filter_, &sieve::Bar::wanted_changed, this, [this](const filter::Wanted& wanted) {
        sieve_.set(wanted);
        show_fleet();
    });
    connect(filter_, &look::FilterBar::entered, this, &AgentsView::take_focus);
    connect(page_, &AgentPage::opened, this, &AgentsView::opened);
    connect(page_, &AgentPage::decision_wanted, this, &AgentsView::decision_wanted);
}

void AgentsView::prepare_table() {
    table_->setModel(&model_);
    table_->set_widths({20, 24, 20, 13, 0, 29, 22, 20}); // a budget without its currency is misread
    table_->horizontalHeader()->setSectionsClickable(true);
    table_->horizontalHeader()->setSortIndicatorShown(true);
    table_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    connect(table_->horizontalHeader(), &QHeaderView::sortIndicatorChanged, &model_,
            [this](int column, Qt::SortOrder order) { model_.sort(column, order); });
    auto* delegate = new charts::BarDelegate(table_);
    delegate->set_level_of([this](const QModelIndex& index) -> std::optional<look::Level> {
        if (index.column() != static_cast<int>(Column::state)) {
            return std::nullopt;
        }
        return level_of(models::agents::standing_of(model_.row_at(index.row()), model_.now()));
    });
    delegate->set_money_of(
        [this](const QModelIndex& index) -> const domain::Money* {
            const auto& today = model_.row_at(index.row()).today;
            const bool one = index.column() == static_cast<int>(Column::today) && today.size() == 1;
            return one && !today.front().beyond ? &today.front().money : nullptr;
        },
        formats_);
    delegate->set_bar_of([this](const QModelIndex& index) -> std::optional<charts::Bar> {
        const auto part = index.column() == static_cast<int>(Column::budget)
                              ? models::agents::budget_permille(model_.row_at(index.row()))
                              : std::nullopt;
        return part ? std::optional(charts::Bar{*part, budget_level(*part)}) : std::nullopt;
    });
    delegate->set_curve_of([this](const QModelIndex& index) -> const std::vector<std::uint32_t>* {
        return index.column() == static_cast<int>(Column::orders) ? &model_.row_at(index.row()).orders_by_hour
                                                                  : nullptr;
    });
    table_->setItemDelegate(delegate);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AgentsView::ask_page);
}

void AgentsView::take_focus() {
    stack_->currentWidget() == empty_ ? empty_->setFocus() : table_->setFocus();
}

void AgentsView::tick() {
    if (isVisible()) {
        model_.set_now(clock_.now());
    }
}

void AgentsView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    ask();
}

ports::FleetQuery AgentsView::query() const {
    const base::Instant now = clock_.now();
    ports::FleetQuery query;
    query.day_from = spend::day_of(now, formats_.zone());
    query.month_from = spend::month_of(now, formats_.zone());
    query.rate_from = now - rate_span;
    const auto this_hour = std::chrono::floor<std::chrono::hours>(now);
    for (int i = hours_shown - 1; i >= -1; --i) {
        query.hours.push_back(this_hour - std::chrono::hours(i));
    }
    return query;
}

void AgentsView::ask() {
    if (std::exchange(asking_, true)) {
        again_ = true;
        return;
    }
    agents_.fleet(query(), {this, [this](const base::Result<ports::Fleet>& fleet) {
                                asking_ = false;
                                if (fleet.ok()) {
                                    take(*fleet);
                                }
                                if (std::exchange(again_, false) && !turn_.isActive()) {
                                    turn_.start();
                                }
                            }});
}

/// The agents that pass the filter; the chosen one stays chosen, and the order stays the one that was clicked.
void AgentsView::show_fleet() {
    const auto chosen = current();
    ports::Fleet shown = fleet_;
    filter::Counts counts;
    shown.agents = sieve_.sifted(fleet_.agents, counts);
    filter_->show_counts(counts);
    const int before = model_.rowCount();
    model_.show(shown, clock_.now());
    const QHeaderView& header = *table_->horizontalHeader();
    if (model_.rowCount() != before && header.sortIndicatorSection() >= 0) {
        model_.sort(header.sortIndicatorSection(), header.sortIndicatorOrder());
    }
    if (chosen && !table_->currentIndex().isValid() && model_.row_of(*chosen) >= 0) {
        choose(*chosen);
    }
}

void AgentsView::take(const ports::Fleet& fleet) {
    fleet_ = fleet;
    show_fleet();
    const bool had_focus = empty_->hasFocus();
    stack_->setCurrentIndex(fleet.agents.empty() ? 0 : 1);
    if (had_focus) {
        take_focus();
    }
    int troubled = 0;
    Standing worst = Standing::active;
    for (const ports::AgentRow& row : fleet.agents) {
        const Standing standing = models::agents::standing_of(row, model_.now());
        troubled += standing > Standing::active ? 1 : 0;
        worst = std::max(worst, standing);
    }
    count_->show_level(fleet.fleet_stop == ports::StopState::none ? look::Level::normal : look::Level::serious,
                       fleet.fleet_stop == ports::StopState::none
                           ? tr("%Ln agent(s)", nullptr, static_cast<int>(fleet.agents.size()))
                           : tr("The whole fleet is stopped"));
    if (fleet.state.fault) { // every figure is as old as that
        trouble_->show_level(look::Level::critical, look::fault_text(fleet.state.fault->code));
    } else if (fleet.state.is_behind()) { // what was not read yet may be trouble
        const auto part = static_cast<std::int32_t>(fleet.state.folded * 1000 / fleet.state.entries);
        trouble_->show_level(look::Level::standby, text::fill(tr("Reading history: %1"), {formats_.permille(part)}));
    } else {
        trouble_->show_level(level_of(worst),
                             troubled == 0 ? tr("All well") : tr("%Ln need(s) a look", nullptr, troubled));
    }
    if (wanted_) {
        choose(domain::AgentId(*wanted_));
    } else if (!table_->currentIndex().isValid() && model_.rowCount() > 0) {
        table_->setCurrentIndex(model_.index(0, 0));
    } else {
        ask_page();
    }
}

void AgentsView::choose(const domain::AgentId& id) {
    const int row = model_.row_of(id);
    wanted_ = row < 0 ? std::optional(id) : std::nullopt;
    if (row >= 0) {
        table_->setCurrentIndex(model_.index(row, 0));
        ask_page();
    }
}

std::optional<domain::AgentId> AgentsView::current() const {
    const QModelIndex index = table_->currentIndex();
    return index.isValid() ? std::optional(model_.row_at(index.row()).agent.id) : std::nullopt;
}

void AgentsView::ask_page() {
    const auto id = current();
    if (!id) {
        page_->clear(tr("Choose an agent"));
        return;
    }
    if (!page_->page() || page_->page()->row.agent.id != *id) {
        page_->clear(tr("Reading …")); // nobody stops the agent that was chosen before
    }
    agents_.agent(*id, query(), {this, [this, asked = *id](const base::Result<ports::AgentPage>& page) {
                                     if (current() != asked) {
                                         return;
                                     }
                                     page.ok() ? page_->show_page(*page, clock_.now())
                                               : page_->clear(look::fault_text(page.fault().code));
                                 }});
}

} // namespace ui::agents
