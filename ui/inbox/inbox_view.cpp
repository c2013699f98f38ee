// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inbox_view.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "ui/inbox/case_fields.h"
#include "ui/inbox/group_page.h"
#include "ui/inbox/queue_delegate.h"
#include "ui/inbox/queue_list.h"
#include "ui/inbox/queue_words.h"
#include "ui/look/tip.h"
#include "ui/look/words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui::inbox {

namespace {

using namespace std::chrono_literals;

/// More than ten in ten minutes is more than a person can look at (EEMUA 191).
constexpr int flood_cases = 10;
constexpr base::Microseconds flood_span = 10min;

} // namespace

InboxView::InboxView(ports::Newsroom& newsroom, ports::Archive& archive, const base::Clock& clock,
                     const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , archive_(archive)
    , clock_(clock)
    , formats_(formats)
    , model_(
          {[this](const ports::CaseRow& row) { return QueueWords::sentence(row, seat_, formats_, clock_.now()); },
           [this](const models::queue::Group& group) { return QueueWords::sentence(group, formats_, clock_.now()); }},
          this)
    , sieve_(CaseFields::all(clock, seat_))
    , filter_(new sieve::Bar(tr("Filter the inbox"), tr("For example: tier >= sign_off"),
                             {QStringLiteral("inbox"), sieve_.language()},
                             {tr("pump\tthe word stands in one of the texts")}, clock, formats, this))
    , counts_(new look::Label(this))
    , mine_(new QPushButton(this))
    , order_(new QComboBox(this))
    , pill_(new QPushButton(this))
    , notice_(new look::NoticeBar(this))
    , list_(new QueueList(this))
    , empty_(new look::EmptyState(this))
    , stack_(new QStackedWidget(this))
    , beside_(new QStackedWidget(this))
    , case_(new case_::CaseView(archive, clock, formats, this))
    , group_(new GroupPage(clock, formats, this)) {
    build();
    connect_parts();
    newsroom.follow_cases({this, [this](const auto& changes) { take(*changes); }});
    read_open_cases();
    show_state();
}

void InboxView::build() {
    list_->setModel(&model_);
    list_->setItemDelegate(new QueueDelegate(model_, formats_, clock_, seat_, list_));
    beside_->addWidget(case_);
    beside_->addWidget(group_);
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(build_list());
    splitter->addWidget(beside_);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 5);
    const int letter = fontMetrics().averageCharWidth();
    splitter->setSizes({letter * 52, letter * 120});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

QWidget* InboxView::build_list() {
    pill_->setAccessibleName(tr("Show new cases"));
    counts_->set_muted(true);
    order_->setAccessibleName(tr("Order of the inbox"));
    look::set_tip(*order_, tr("Order of the inbox, key O"));
    for (const auto order :
         {models::queue::Order::risk, models::queue::Order::waiting, models::queue::Order::deadline}) {
        order_->addItem(QueueWords::of(order), static_cast<int>(order));
    }
    auto* title = new QHBoxLayout;
    title->setContentsMargins(look::gap::medium, look::gap::small, look::gap::small, look::gap::small);
    title->addWidget(new look::Label(look::Type::title, tr("Inbox"), this));
    title->addSpacing(look::gap::small);
    title->addWidget(counts_);
    title->addStretch(1);
    title->addWidget(pill_);
    auto* order = new QHBoxLayout;
    order->setContentsMargins(look::gap::medium, 0, look::gap::small, look::gap::small);
    order->addWidget(order_, 1);
    mine_->setCheckable(true);
    mine_->hide();
    order->addWidget(mine_);
    stack_->addWidget(empty_);
    stack_->addWidget(list_);
    auto* left = new QWidget(this);
    left->setAutoFillBackground(true);
    left->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(title);
    column->addLayout(order);
    auto* narrowing = new QHBoxLayout;
    narrowing->setContentsMargins(look::gap::medium, 0, look::gap::small, look::gap::small);
    narrowing->addWidget(filter_);
    filter_->put_result_below();
    column->addLayout(narrowing);
    column->addWidget(notice_);
    column->addWidget(stack_, 1);
    return left;
}

void InboxView::connect_parts() {
    auto* next_order = new QAction(tr("Another o&rder of the inbox"), this);
    next_order->setShortcut(Qt::Key_O);
    next_order->setAutoRepeat(false);
    addAction(next_order);
    connect(next_order, &QAction::triggered, this, [this] {
        if (isVisible()) {
            order_->setCurrentIndex((order_->currentIndex() + 1) % order_->count());
        }
    });
    auto* mine = new QAction(tr("Only what is escalated to &me"), this);
    mine->setShortcut(Qt::Key_M);
    mine->setAutoRepeat(false);
    addAction(mine);
    connect(mine, &QAction::triggered, this, [this] {
        if (isVisible() && mine_->isVisible()) {
            mine_->toggle();
        }
    });
    connect(mine_, &QPushButton::toggled, this, &InboxView::narrow_again);
    connect(order_, &QComboBox::currentIndexChanged, this, [this] {
        model_.set_order(static_cast<models::queue::Order>(order_->currentData().toInt()), case_->key());
    });
    connect(pill_, &QPushButton::clicked, this, &InboxView::show_new);
    connect(filter_, &sieve::Bar::wanted_changed, this, &InboxView::narrow);
    connect(filter_, &look::FilterBar::entered, this, &InboxView::take_focus);
    connect(list_, &QueueList::hovered_changed, this, &InboxView::hold_back_or_not);
    connect(list_, &QueueList::page_wanted, this, &InboxView::page_case);
    connect(list_, &QueueList::unfold_wanted, this, &InboxView::unfold);
    connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &InboxView::show_current);
    connect(list_, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        if (model_.group_at(index.row()) != nullptr) {
            model_.toggle_group(index.row());
            show_group(list_->currentIndex().row());
        } else {
            case_->tabs().setFocus();
        }
    });
    connect(&model_, &models::queue::QueueModel::counts_changed, this, &InboxView::show_state);
    connect(&model_, &QAbstractItemModel::modelReset, this, [this] { // the cursor stays where it was
        const auto shown = case_->key();
        if (const auto row = shown ? model_.row_of(*shown) : std::nullopt) {
            list_->setCurrentIndex(model_.index(*row));
        }
    });
    connect_group();
}

void InboxView::show_current(const QModelIndex& current) {
    hold_back_or_not();
    if (!current.isValid()) {
        return;
    }
    if (model_.group_at(current.row()) != nullptr) {
        show_group(current.row());
    } else {
        beside_->setCurrentWidget(case_);
        case_->show_case(model_.row_at(current.row()).key);
    }
}

/// As in a mail reader: the list keeps the cursor, the case turns its pages.
void InboxView::page_case(bool forward) {
    auto* area = qobject_cast<QAbstractScrollArea*>(case_->tabs().currentWidget());
    if (area == nullptr && case_->tabs().currentWidget() != nullptr) {
        area = case_->tabs().currentWidget()->findChild<QAbstractScrollArea*>();
    }
    if (area != nullptr) {
        area->verticalScrollBar()->triggerAction(forward ? QAbstractSlider::SliderPageStepAdd
                                                         : QAbstractSlider::SliderPageStepSub);
    }
}

void InboxView::set_order(models::queue::Order order) {
    order_->setCurrentIndex(order_->findData(static_cast<int>(order)));
}

void InboxView::take_focus() {
    stack_->currentWidget()->setFocus();
}

void InboxView::read_open_cases() {
    archive_.open_cases({this, [this](base::Result<ports::CaseChanges> open) {
                             read_ = true;
                             if (open.ok()) {
                                 model_.set_cases(std::move(open).value().changed);
                             } else {
                                 notice_->say(open.fault());
                             }
                             model_.apply({std::exchange(early_, {})});
                             show_state();
                         }});
}

/// The archive's answer may be older than news that came before it, so news waits for it.
void InboxView::take(const ports::CaseChanges& changes) {
    if (read_) {
        model_.apply(changes);
    } else {
        early_.insert(early_.end(), changes.changed.begin(), changes.changed.end());
    }
    const auto shown = case_->key();
    if (shown && std::any_of(changes.changed.begin(), changes.changed.end(),
                             [&](const ports::CaseRow& row) { return row.key == *shown; })) {
        case_->refresh();
    }
    Q_EMIT cases_changed(changes);
}

void InboxView::hold_back_or_not() {
    model_.hold_new_back(list_->currentIndex().isValid() || list_->underMouse());
}

void InboxView::open(const domain::TransactionKey& key) {
    model_.reveal(key);
    if (const auto row = model_.row_of(key)) {
        list_->setCurrentIndex(model_.index(*row));
        return;
    }
    list_->setCurrentIndex({});
    beside_->setCurrentWidget(case_);
    case_->show_case(key);
}

void InboxView::step(int by) {
    list_->step(by);
}

bool InboxView::select_worst() {
    show_new();
    if (model_.rowCount() == 0 || !models::queue::needs_person(model_.row_at(0).state)) {
        return false;
    }
    list_->setCurrentIndex(model_.index(0));
    return true;
}

void InboxView::show_new() {
    model_.show_new(case_->key());
}

void InboxView::refresh() {
    case_->refresh();
}

void InboxView::tick() {
    model_.tick();
    case_->tick();
    if (beside_->currentWidget() == group_) {
        show_group(list_->currentIndex().row());
    }
    show_state();
}

void InboxView::show_health(const ports::Health& health) {
    health_ = health;
    show_state();
}

void InboxView::show_state() {
    const int open = model_.open_count();
    counts_->say(text::fill(tr("%1 open"), {formats_.number(open)}));
    filter_->show_counts(sifted_);
    const int fresh = model_.new_count();
    const int settled = model_.settled_count();
    pill_->setVisible(fresh > 0 || settled > 0);
    pill_->setText(fresh > 0 ? tr("%Ln new  (N)", nullptr, fresh) : tr("Clear %Ln settled  (N)", nullptr, settled));
    const int recent = model_.opened_since(clock_.now() - flood_span);
    if (health_.link == ports::LinkState::stale || health_.link == ports::LinkState::waiting) {
        notice_->say(look::Level::serious, tr("Stale: this list shows what was known before the connection was lost. "
                                              "Decisions wait until it is back."));
    } else if (recent > flood_cases) {
        notice_->say(look::Level::serious,
                     tr("Flood: %Ln case(s) in ten minutes. Work from the top, or pause the agent behind them with S.",
                        nullptr, recent));
    } else {
        notice_->clear();
    }
    show_empty();
    show_mine_count();
    Q_EMIT open_count_changed(open);
}

void InboxView::show_empty() {
    stack_->setCurrentWidget(model_.rowCount() == 0 ? static_cast<QWidget*>(empty_) : list_);
    if (model_.rowCount() == 0 && mine_->isChecked() && model_.open_count() > 0) {
        empty_->say(look::Level::standby, tr("Nothing here is escalated to you."), tr("Key M shows every case again."));
    } else if (model_.rowCount() == 0 && !sieve_.lets_all_pass() && model_.open_count() > 0) {
        empty_->say(look::Level::standby, tr("No case passes the filter."), tr("Escape in its line empties it."));
    } else if (!read_) {
        empty_->say(look::Level::standby, tr("Reading the open cases …"),
                    tr("They come from the record on this computer."));
    } else if (health_.link == ports::LinkState::live) {
        empty_->say(look::Level::normal, tr("All quiet."),
                    tr("No order waits for a person. The next one appears here by itself."));
    } else {
        empty_->say(look::level_of(health_.link), tr("No open cases are known."),
                    tr("The connection is not up, so new ones cannot arrive. Press F5 to try again."));
    }
}

} // namespace ui::inbox
