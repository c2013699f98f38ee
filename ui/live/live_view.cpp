// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/live_view.h"

#include "app/text/fill.h"
#include "ui/look/icons.h"
#include "ui/look/row_delegate.h"
#include "ui/look/words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>

#include <cmath>

namespace ui::live {

namespace {

using models::feed::Column;

class ColumnWords {
    Q_DECLARE_TR_FUNCTIONS(ui::live::ColumnWords)
public:
    static QString of(Column column) {
        switch (column) {
        case Column::time: return tr("Time");
        case Column::event: return tr("What happened");
        case Column::agent: return tr("Agent");
        case Column::counterpart: return tr("Counterpart");
        case Column::transaction: return tr("Order");
        case Column::amount: return tr("Amount");
        case Column::tier: return tr("Tier");
        case Column::summary: return tr("In their words");
        }
        return {};
    }
};

models::feed::Words words() {
    return {&ColumnWords::of, [](const ports::FeedRow& row) { return look::EventWords::of(row.type); },
            [](domain::Tier tier) { return look::Words::of(tier); }};
}

constexpr std::uint32_t history_rows = 500;

} // namespace

LiveView::LiveView(ports::Newsroom& newsroom, ports::Archive& archive, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , formats_(formats)
    , model_(words(), formats, {}, this)
    , table_(new look::Table(tr("Live events"), this))
    , empty_(new look::EmptyState(this))
    , stack_(new QStackedWidget(this))
    , rate_(new look::Badge(this))
    , gaps_(new look::Badge(this))
    , pause_(new QToolButton(this))
    , newer_(new QPushButton(this)) {
    build();
    prepare_table();
    show_health({});
    newsroom.follow({this, [this](const auto& batch) { model_.add(batch); }});
    ports::FeedQuery newest;
    newest.limit = history_rows;
    archive.page(newest, {this, [this](const base::Result<ports::FeedPage>& page) {
                              if (page.ok()) {
                                  model_.add_history(page.value());
                              }
                          }});
}

void LiveView::build() {
    pause_->setCheckable(true);
    pause_->setText(tr("Pause"));
    pause_->setIcon(look::icon(look::Glyph::pause));
    pause_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    pause_->setAccessibleName(tr("Pause the live table"));
    connect(pause_, &QToolButton::toggled, this, &LiveView::set_paused);
    newer_->setAccessibleName(tr("Show newer events and follow"));
    newer_->setIcon(look::icon(look::Glyph::follow));
    newer_->hide();
    connect(newer_, &QPushButton::clicked, this, [this] { set_paused(false); });

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    bar->setSpacing(look::gap::large);
    bar->addWidget(new look::Label(look::Type::title, tr("Live"), this));
    bar->addWidget(rate_);
    bar->addWidget(gaps_);
    bar->addStretch(1);
    bar->addWidget(newer_);
    bar->addWidget(pause_);
    stack_->addWidget(empty_);
    stack_->addWidget(table_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(stack_, 1);
}

void LiveView::take_focus() {
    stack_->currentWidget()->setFocus();
}

void LiveView::prepare_table() {
    table_->setModel(&model_);
    table_->set_widths({12, 20, 18, 26, 18, 0, 15, 40});
    auto* delegate = new look::RowDelegate(table_);
    delegate->set_level_of([this](const QModelIndex& index) -> std::optional<look::Level> {
        const auto& tier = model_.row_at(index.row()).tier;
        const bool shown = index.column() == static_cast<int>(Column::tier) && tier;
        return shown ? std::optional(look::level_of(*tier)) : std::nullopt;
    });
    delegate->set_money_of(
        [this](const QModelIndex& index) -> const domain::Money* {
            const auto& amount = model_.row_at(index.row()).amount;
            return index.column() == static_cast<int>(Column::amount) && amount ? &*amount : nullptr;
        },
        formats_);
    table_->setItemDelegate(delegate);
    connect(table_, &QTableView::activated, this, &LiveView::open_row);
    connect(&model_, &QAbstractItemModel::rowsInserted, this, &LiveView::show_state);
    connect(&model_, &models::feed::FeedModel::waiting_changed, this, &LiveView::show_state);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid()) {
                    set_paused(true);
                }
            });
    connect(table_->verticalScrollBar(), &QAbstractSlider::actionTriggered, this, [this] {
        const QScrollBar* bar = table_->verticalScrollBar();
        if (bar->sliderPosition() < bar->maximum()) {
            set_paused(true);
        }
    });
}

void LiveView::set_paused(bool paused) {
    if (!paused) {
        table_->setCurrentIndex({});
    }
    model_.set_paused(paused);
    show_state();
}

void LiveView::show_state() {
    const bool paused = model_.is_paused();
    pause_->setChecked(paused);
    const int waiting = static_cast<int>(model_.waiting());
    newer_->setVisible(paused && waiting > 0);
    newer_->setText(tr("%n newer", nullptr, waiting));
    stack_->setCurrentWidget(model_.rowCount() == 0 ? static_cast<QWidget*>(empty_) : table_);
    if (!paused) {
        table_->scrollToBottom();
    }
}

void LiveView::show_health(const ports::Health& health) {
    health_ = health;
    const QString rate = formats_.number(std::llround(health.events_per_second));
    rate_->show_level(health.link == ports::LinkState::live ? look::Level::normal : look::level_of(health.link),
                      //: events per second
                      text::fill(tr("%1 events/s"), {rate}));
    gaps_->show_level(health.gaps == 0 ? look::Level::normal : look::Level::serious,
                      text::fill(health.gaps == 0 ? tr("No gaps") : tr("Gaps: %1 missing, asked for again"),
                                 {formats_.number(static_cast<std::int64_t>(health.gaps))}));
    const bool live = health.link == ports::LinkState::live;
    empty_->say(look::level_of(health.link), live ? tr("Connected. Nothing has happened yet.") : tr("No events yet."),
                live ? tr("The first event of your agents appears here by itself.")
                     : tr("The connection is not up. Look at the status line below, or press F5 to try again."));
}

std::optional<domain::AgentId> LiveView::current_agent() const {
    const QModelIndex current = table_->currentIndex();
    if (!current.isValid() || model_.row_at(current.row()).agent.empty()) {
        return std::nullopt;
    }
    return model_.row_at(current.row()).agent;
}

void LiveView::open_row(const QModelIndex& index) {
    const ports::FeedRow& row = model_.row_at(index.row());
    if (!row.transaction.empty()) {
        Q_EMIT opened({row.source, row.transaction});
    }
}

} // namespace ui::live
