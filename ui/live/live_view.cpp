// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/live_view.h"

#include "app/text/fill.h"
#include "models/feed/row_keys.h"

#include "ui/look/feed_words.h"
#include "ui/look/icons.h"
#include "ui/look/row_delegate.h"
#include "ui/look/word_lists.h"
#include "ui/look/words.h"
#include "ui/sieve/feed_narrowing.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ui::live {

using models::feed::Column;

namespace {
constexpr std::uint32_t history_rows = 500;
constexpr int recount_milliseconds = 400; ///< while events come in
} // namespace

LiveView::LiveView(ports::Newsroom& newsroom, ports::Archive& archive, const base::Clock& clock,
                   const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , archive_(archive)
    , formats_(formats)
    , model_(look::feed_words(), formats, {}, this)
    , table_(new look::Table(tr("Live events"), this))
    , empty_(new look::EmptyState(this))
    , stack_(new QStackedWidget(this))
    , columns_(models::feed::feed_language(look::feed_words(), tr("Currency")))
    , filter_(new sieve::Bar(tr("Filter the live table"), tr("Filter, for example: tier >= sign_off"),
                             {QStringLiteral("live"), columns_.language, true}, look::FeedFilterWords::help(), clock,
                             formats, this))
    , pause_(new QToolButton(this))
    , newer_(new QPushButton(this)) {
    build();
    prepare_table();
    watch_scrolling();
    show_health({});
    newsroom.follow({this, [this](const auto& batch) { model_.add(batch); }});
    newsroom.follow_own_tiers({this, [this](const auto& tiers) { model_.add(*tiers); }});
    read_newest();
}

void LiveView::build() {
    stack_->addWidget(empty_);
    stack_->addWidget(table_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(build_bar());
    column->addWidget(stack_, 1);
}

QWidget* LiveView::build_bar() {
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
    connect(filter_, &sieve::Bar::wanted_changed, this, [this] { sieve::narrow(model_, columns_, *filter_); });
    recount_.setSingleShot(true);
    recount_.setInterval(recount_milliseconds);
    connect(&recount_, &QTimer::timeout, this, [this] { sieve::count(model_, columns_, *filter_); });
    connect(filter_, &look::FilterBar::entered, this, &LiveView::take_focus);
    auto* whole = new QWidget(this);
    auto* bar = new QHBoxLayout(whole);
    bar->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    bar->setSpacing(look::gap::large);
    bar->addWidget(new look::Label(look::Type::title, tr("Live"), this));
    bar->addWidget(filter_, 1);
    bar->addWidget(newer_);
    bar->addWidget(pause_);
    return whole;
}

void LiveView::take_focus() {
    stack_->currentWidget()->setFocus();
}

void LiveView::prepare_table() {
    table_->setObjectName(QStringLiteral("live"));
    table_->setModel(&model_.table());
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->set_widths({11, 16, 13, 16, -11, 0, 16, 16, 16, 60, 12, 10, 10, 26, 8});
    for (const auto column : {models::feed::Column::tier, models::feed::Column::ours}) {
        table_->set_words(static_cast<int>(column), look::tier_words());
    }
    table_->set_sortable();
    set_hidden({Column::category, Column::received, Column::index, Column::sequence, Column::source, Column::version});
    auto* delegate = new look::RowDelegate(table_);
    delegate->set_level_of([this](const QModelIndex& index) -> std::optional<look::Level> {
        const auto tier = index.column() == static_cast<int>(Column::tier)   ? model_.tier_at(index.row())
                          : index.column() == static_cast<int>(Column::ours) ? model_.ours_at(index.row())
                                                                             : std::nullopt;
        return tier ? std::optional(look::level_of(*tier)) : std::nullopt;
    });
    delegate->set_money_of(
        [this](const QModelIndex& index) -> const domain::Money* {
            const auto amount =
                index.column() == static_cast<int>(Column::amount) ? model_.amount_at(index.row()) : std::nullopt;
            cell_amount_ = amount.value_or(domain::Money{});
            return amount ? &cell_amount_ : nullptr;
        },
        formats_);
    table_->setItemDelegate(delegate);
    connect(table_, &QTableView::activated, this, &LiveView::open_row);
    connect(&model_.table(), &QAbstractItemModel::rowsInserted, this, &LiveView::show_state);
    connect(&model_.table(), &QAbstractItemModel::modelReset, this, &LiveView::show_state);
    connect(&model_, &models::feed::FeedModel::waiting_changed, this, &LiveView::show_state);
    connect(table_, &look::Table::sorted, this, &LiveView::show_state);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid()) {
                    set_paused(true);
                }
            });
}

void LiveView::watch_scrolling() {
    QScrollBar* bar = table_->verticalScrollBar();
    connect(bar, &QAbstractSlider::actionTriggered, this, [this, bar] {
        if (bar->sliderPosition() < bar->maximum()) {
            set_paused(true);
        }
    });
    connect(bar, &QAbstractSlider::valueChanged, this, [this, bar](int value) {
        if (value == bar->minimum() && model_.is_paused()) {
            read_older();
        }
    });
}

void LiveView::set_paused(bool paused) {
    if (!paused) {
        table_->setCurrentIndex({});
        if (model_.is_torn_off()) {
            model_.restart();
            at_beginning_ = false;
            read_newest();
        }
    }
    model_.set_paused(paused);
    show_state();
}

void LiveView::set_hidden(const std::vector<Column>& columns) {
    std::vector<int> hidden;
    std::transform(columns.begin(), columns.end(), std::back_inserter(hidden),
                   [](Column column) { return static_cast<int>(column); });
    table_->set_hidden(hidden);
}

void LiveView::show_state() {
    const bool paused = model_.is_paused();
    pause_->setChecked(paused);
    const int waiting = static_cast<int>(model_.waiting());
    newer_->setVisible(paused && waiting > 0);
    newer_->setText(tr("%Ln newer", nullptr, waiting));
    stack_->setCurrentWidget(model_.kept() == 0 ? static_cast<QWidget*>(empty_) : table_);
    if (!filter_->wanted().everything() && !recount_.isActive()) {
        recount_.start();
    }
    if (!paused && table_->sorted_by() < 0) {
        table_->scrollToBottom();
    }
}

void LiveView::show_health(const ports::Health& health) {
    health_ = health;
    const bool live = health.link == ports::LinkState::live;
    empty_->say(look::level_of(health.link), live ? tr("Connected. Nothing has happened yet.") : tr("No events yet."),
                live ? tr("The first event of your agents appears here by itself.")
                     : tr("The connection is not up. Look at the status line below, or press F5 to try again."));
}

std::optional<domain::AgentId> LiveView::current_agent() const {
    return models::feed::agent_at(model_, table_->currentIndex());
}

std::optional<domain::TransactionKey> LiveView::current_order() const {
    return models::feed::order_at(model_, table_->currentIndex());
}

void LiveView::open_row(const QModelIndex& index) {
    if (const auto order = models::feed::order_at(model_, index)) {
        Q_EMIT opened(*order);
    }
}

void LiveView::read_newest() {
    ports::FeedQuery newest;
    newest.limit = history_rows;
    archive_.page(newest, {this, [this](const base::Result<ports::FeedPage>& page) {
                               if (page.ok()) {
                                   model_.add_history(page.value());
                                   read_tiers(page.value());
                               }
                           }});
}

/// The rows of a page are on the screen; what our policy says of them follows.
void LiveView::read_tiers(const ports::FeedPage& page) {
    if (!page.rows.empty()) { // newest first
        archive_.own_tiers(page.rows.back().index, page.rows.front().index,
                           {this, [this](const base::Result<ports::OwnTiers>& tiers) {
                                if (tiers.ok()) {
                                    model_.add(*tiers);
                                }
                            }});
    }
}

void LiveView::read_older() {
    const auto oldest = model_.oldest();
    if (reading_ || at_beginning_ || !oldest || table_->sorted_by() >= 0) {
        return;
    }
    reading_ = true;
    ports::FeedQuery older;
    older.before = *oldest;
    older.limit = history_rows;
    archive_.page(older, {this, [this](const base::Result<ports::FeedPage>& page) { take_older(page); }});
}

/// The row that stood at the top stands where it stood.
void LiveView::take_older(const base::Result<ports::FeedPage>& page) {
    reading_ = false;
    if (!page.ok() || !model_.is_paused()) {
        return;
    }
    at_beginning_ = page.value().rows.empty();
    const auto index_of = [this](const QModelIndex& place) {
        return place.isValid() ? std::optional(model_.row_at(place.row()).index) : std::nullopt;
    };
    const QModelIndex current = table_->currentIndex();
    const auto top = index_of(table_->indexAt(QPoint(1, 1)));
    const auto chosen = index_of(current);
    model_.add_history(page.value());
    read_tiers(page.value());
    if (const auto place = chosen ? model_.position_of(*chosen) : std::nullopt) {
        table_->setCurrentIndex(model_.table().index(*place, std::max(0, current.column())));
    }
    if (const auto place = top ? model_.position_of(*top) : std::nullopt) {
        table_->scrollTo(model_.table().index(*place, 0), QAbstractItemView::PositionAtTop);
    }
}

} // namespace ui::live
