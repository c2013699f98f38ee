// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/spend_view.h"

#include "app/text/fill.h"
#include "ui/spend/place.h"
#include "ui/spend/spend_charts.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::spend {

namespace {

constexpr int turn_milliseconds = 100;
constexpr std::uint32_t usual_lines = 25;
constexpr std::uint32_t lines_to_narrow = 5'000; ///< behind a filter, which looks for more than the greatest
constexpr int usual_target = 80;                 ///< per cent of the orders that machines should handle alone

} // namespace

SpendView::SpendView(ports::Spend& spend, const base::Clock& clock, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , spend_(spend)
    , clock_(clock)
    , formats_(formats)
    , total_(new look::ElidedLabel(this))
    , period_choice_(new QComboBox(this))
    , currency_choice_(new QComboBox(this))
    , target_(new QSpinBox(this))
    , comparison_(new Comparison(formats, this))
    , progress_(new look::Badge(this))
    , outside_(new look::Badge(this))
    , only_label_(new look::ElidedLabel(this))
    , chips_(new Chips(this))
    , zoom_(new QToolButton(this))
    , all_(new QToolButton(this))
    , tiers_(new charts::ChartPane(charts::Kind::bars, tr("Spend per tier"), this))
    , handling_(new charts::ChartPane(charts::Kind::lines, tr("Who let orders pass"), this))
    , agents_(new SpendList(QStringLiteral("spend_agents"), tr("Agents that spend most"), tr("Agent"), clock, formats,
                            this))
    , suppliers_(new SpendList(QStringLiteral("spend_suppliers"), tr("Suppliers paid most"), tr("Supplier"), clock,
                               formats, this))
    , categories_(new SpendList(QStringLiteral("spend_categories"), tr("Categories bought most"), tr("Category"), clock,
                                formats, this))
    , headroom_(new HeadroomPage(clock, formats, this))
    , orders_(new OrdersPage(spend, formats, this))
    , pages_(new QTabWidget(this))
    , empty_(new look::EmptyState(this))
    , stack_(new QStackedWidget(this)) {
    build();
    connect_parts();
    turn_.setSingleShot(true);
    turn_.setInterval(turn_milliseconds);
    connect(&turn_, &QTimer::timeout, this, &SpendView::ask);
    show_state();
    spend_.follow_book({this, [this](const auto& state) {
                            const bool changed = state->revision != state_.revision || !answer_;
                            state_ = *state;
                            show_state();
                            if (changed && isVisible() && !turn_.isActive()) {
                                turn_.start();
                            }
                        }});
}

QWidget* SpendView::build_bar() {
    const std::pair<QString, Period> periods[] = {{tr("Today"), Period::today},
                                                  {tr("Last 7 days"), Period::week},
                                                  {tr("Last 30 days"), Period::month},
                                                  {tr("Last 12 months"), Period::year},
                                                  {tr("Everything"), Period::all}};
    for (const auto& [name, period] : periods) {
        period_choice_->addItem(name, static_cast<int>(period));
    }
    period_choice_->setAccessibleName(tr("Period"));
    period_choice_->setSizeAdjustPolicy(QComboBox::AdjustToContents); // for the stretch that is zoomed in to
    currency_choice_->setAccessibleName(tr("Currency"));
    build_zoom();
    all_->setText(tr("Show all"));
    all_->setShortcut(Qt::Key_Escape);
    all_->setAccessibleName(tr("Show all spend again"));
    auto* title = new look::Label(look::Type::title, tr("Spend"), this);
    title->setWordWrap(false);
    total_->set_type(look::Type::title);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(look::gap::medium);
    bar->addWidget(title);
    bar->addWidget(period_choice_);
    bar->addWidget(currency_choice_);
    bar->addWidget(comparison_);
    bar->addStretch();
    bar->addWidget(outside_);
    auto* below = new QHBoxLayout;
    below->setSpacing(look::gap::medium);
    below->addWidget(total_, 3); // with its whole width: beside the choices above it would be cut
    below->addWidget(only_label_, 2);
    below->addWidget(chips_);
    below->addWidget(zoom_);
    below->addStretch();
    below->addWidget(all_);
    below->addWidget(progress_); // a fault is a whole sentence
    auto* widget = new QWidget(this);
    auto* rows = new QVBoxLayout(widget);
    rows->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    rows->setSpacing(look::gap::tight);
    rows->addLayout(bar);
    rows->addLayout(below);
    return widget;
}

void SpendView::build() {
    target_->setRange(0, 100);
    target_->setValue(usual_target);
    //: a target share of orders; the number before it
    target_->setSuffix(tr(" % target"));
    target_->setAccessibleName(tr("Target share of orders that machines handle alone"));
    handling_->add_tool(target_);
    handling_->view().set_ceiling(1000);
    auto* left = new QSplitter(Qt::Vertical, this);
    left->addWidget(tiers_);
    left->addWidget(handling_);
    left->setStretchFactor(0, 3);
    left->setStretchFactor(1, 2);
    auto* right = new QSplitter(Qt::Vertical, this);
    for (SpendList* list : {agents_, suppliers_, categories_}) {
        right->addWidget(list);
    }
    auto* both = new QSplitter(Qt::Horizontal, this);
    both->addWidget(left);
    both->addWidget(right);
    both->setStretchFactor(0, 8);
    both->setStretchFactor(1, 7);
    both->setSizes({480, 420});
    for (QSplitter* splitter : {left, right, both}) {
        splitter->setChildrenCollapsible(false);
    }
    stack_->addWidget(empty_);
    pages_->setDocumentMode(true);
    pages_->setAccessibleName(tr("Parts of the spend screen"));
    pages_->addTab(both, tr("Over &time"));
    pages_->addTab(headroom_, tr("Head&room"));
    pages_->addTab(orders_, tr("Order&s"));
    stack_->addWidget(pages_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(build_bar());
    column->addWidget(stack_, 1);
}

void SpendView::connect_parts() {
    connect(period_choice_, &QComboBox::currentIndexChanged, this, [this] {
        fitted_ = true;
        if (only_.within) { // a part of the period before
            ports::SpendSelection only = only_;
            only.within.reset();
            narrow(std::move(only));
        }
        ask();
    });
    connect(currency_choice_, &QComboBox::currentIndexChanged, this, [this] {
        const auto code = currency_choice_->currentData().toString().toStdString();
        const auto currency = domain::Currency::from_code(code);
        currency_ = currency ? *currency : domain::Currency();
        ask();
    });
    connect(target_, &QSpinBox::valueChanged, this, [this](int percent) {
        handling_->view().set_target(percent * 10.0, tr("Target"));
        Q_EMIT target_changed(percent);
    });
    connect(comparison_, &Comparison::by_changed, this, [this](ports::TierBy by) {
        show_selection();
        ask();
        Q_EMIT by_changed(by);
    });
    connect(comparison_, &Comparison::chosen, this, [this](ports::Agreement agreement) {
        ports::SpendSelection only = only_;
        only.agreement = agreement;
        choose(only);
    });
    connect(all_, &QToolButton::clicked, this, [this] { choose({}); });
    connect(chips_, &Chips::chosen, this, &SpendView::choose);
    connect(tiers_, &charts::ChartPane::chosen, this, [this](int point, int line) {
        ports::SpendSelection only = only_;
        only.slot = line < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(line));
        choose_point(std::move(only), point);
    });
    connect(handling_, &charts::ChartPane::chosen, this, [this](int point, int line) {
        ports::SpendSelection only = only_;
        only.handling = line < 0 ? std::nullopt : std::optional(static_cast<ports::Handling>(line));
        choose_point(std::move(only), point);
    });
    connect(agents_, &SpendList::chosen, this, [this](const std::string& id) {
        ports::SpendSelection only = only_;
        only.agent = domain::AgentId(id);
        choose(only);
    });
    connect(suppliers_, &SpendList::chosen, this, [this](const std::string& id) {
        ports::SpendSelection only = only_;
        only.supplier = domain::SupplierId(id);
        choose(only);
    });
    connect(categories_, &SpendList::chosen, this, [this](const std::string& id) {
        ports::SpendSelection only = only_;
        only.category = id;
        choose(only);
    });
    for (SpendList* list : {agents_, suppliers_, categories_}) {
        connect(list, &SpendList::filter_changed, this, &SpendView::ask);
    }
    connect(pages_, &QTabWidget::currentChanged, this, &SpendView::ask);
    connect(headroom_, &HeadroomPage::chosen, this, [this](const ports::SpendSelection& only) {
        pages_->setCurrentIndex(0);
        choose(only);
    });
    connect(headroom_, &HeadroomPage::failed, this, &SpendView::failed);
    connect(orders_, &OrdersPage::failed, this, &SpendView::failed);
    connect(orders_, &OrdersPage::opened, this, &SpendView::opened);
    for (charts::ChartPane* pane : {tiers_, handling_}) {
        connect(pane, &charts::ChartPane::failed, this, &SpendView::failed);
    }
}

void SpendView::take_focus() {
    if (stack_->currentWidget() == empty_) {
        empty_->setFocus();
    } else if (pages_->currentWidget() == headroom_) {
        headroom_->take_focus();
    } else if (pages_->currentWidget() == orders_) {
        orders_->take_focus();
    } else {
        tiers_->is_table() ? tiers_->table().setFocus() : tiers_->view().setFocus();
    }
}

void SpendView::set_period(Period period) {
    period_choice_->setCurrentIndex(period_choice_->findData(static_cast<int>(period)));
}

Period SpendView::period() const {
    return static_cast<Period>(period_choice_->currentData().toInt());
}

void SpendView::set_target(int percent) {
    target_->setValue(percent);
}

int SpendView::target() const {
    return target_->value();
}

void SpendView::narrow(ports::SpendSelection only) {
    only_ = std::move(only);
    show_selection();
    ask();
}

void SpendView::choose(ports::SpendSelection only) {
    if (only == only_) {
        return;
    }
    const std::string before = place();
    narrow(std::move(only));
    Q_EMIT narrowed(before);
}

/// A value of a chart: its time, and what it counts.
void SpendView::choose_point(ports::SpendSelection only, int point) {
    const auto at = static_cast<std::size_t>(point);
    if (point >= 0 && at + 1 < edges_.size()) {
        only.within = ports::Stretch{edges_[at], edges_[at + 1]};
    }
    choose(std::move(only));
}

void SpendView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    ask();
}

void SpendView::ask_headroom() {
    if (headroom_asked_) {
        return;
    }
    headroom_asked_ = true;
    spend_.headroom(HeadroomPage::query(clock_.now(), formats_.zone()),
                    {this, [this](const base::Result<ports::Headroom>& answer) {
                         headroom_asked_ = false;
                         if (answer) {
                             headroom_->show_answer(*answer);
                         } else {
                             Q_EMIT failed(answer.fault());
                         }
                     }});
}

void SpendView::ask() {
    if (pages_->currentWidget() == headroom_) {
        ask_headroom();
    }
    if (asking_) {
        again_ = true;
        return;
    }
    Span span = this->span();
    ports::SpendQuery query;
    query.edges = span.edges;
    query.currency = currency_;
    query.only = only_;
    query.by = comparison_->by();
    const bool narrowed = agents_->is_narrowed() || suppliers_->is_narrowed() || categories_->is_narrowed();
    query.top = narrowed ? lines_to_narrow : usual_lines;
    asking_ = true;
    const std::uint64_t number = ++question_;
    const ports::TierBy by = query.by;
    spend_.spend(std::move(query), {this, [this, number, span, by](base::Result<ports::SpendAnswer> answer) {
                                        asking_ = false;
                                        if (number == question_) {
                                            take(std::move(answer), span, by);
                                        }
                                        if (std::exchange(again_, false) && !turn_.isActive()) {
                                            turn_.start();
                                        }
                                    }});
}

void SpendView::take(base::Result<ports::SpendAnswer> answer, const Span& span, ports::TierBy by) {
    if (!answer) {
        Q_EMIT failed(answer.fault());
        return;
    }
    answer_ = std::move(answer).value();
    edges_ = span.edges;
    state_ = answer_->state;
    if (!fitted_ && answer_->currencies.empty() && state_.earliest) {
        // Nothing today: begin with all there is instead of an empty screen.
        fitted_ = true;
        set_period(Period::all);
        return;
    }
    fitted_ = fitted_ || !answer_->currencies.empty();
    show_state();
    show_currencies();
    show_selection();
    show_charts(span, by);
    tell_narrowing();
    look_for_orders(by);
}

void SpendView::show_charts(const Span& span, ports::TierBy by) {
    const ports::SpendAnswer& answer = *answer_;
    tiers_->show_chart(SpendCharts::tiers(answer, by, span, formats_));
    handling_->show_chart(SpendCharts::handling(answer, span, formats_));
    handling_->view().set_target(target_->value() * 10.0, tr("Target"));
    comparison_->show_answer(answer);
    agents_->show_list(answer.agents, answer.total);
    suppliers_->show_list(answer.suppliers, answer.total);
    categories_->show_list(answer.categories, answer.total);
    const auto share = permille(answer.handling[0].orders, answer.handling[0].orders + answer.handling[1].orders);
    total_->say(answer.currency.valid()
                    ? text::fill(tr("%1 in %2, %3 by machines alone"),
                                 {SpendCharts::money(answer.total, formats_), SpendCharts::orders(answer.total.orders),
                                  share ? formats_.permille(*share) : QStringLiteral("—")})
                    : QString());
    const bool is_empty = answer.currencies.empty() && only_ == ports::SpendSelection();
    const bool had_focus = empty_->hasFocus();
    stack_->setCurrentIndex(is_empty ? 0 : 1);
    if (had_focus) {
        take_focus();
    }
    empty_->say(look::Level::off, tr("Nothing was spent in this period."),
                tr("An order counts when its platform reports it completed. Choose a longer period above, or wait: the "
                   "screen fills by itself."));
}

std::string SpendView::place() const {
    return token_of({period(), only_, static_cast<Part>(pages_->currentIndex()), by(),
                     period() == Period::chosen ? stretch_ : std::nullopt});
}

void SpendView::go_to(const std::string& place) {
    const Place to = place_at(place, period());
    to.stretch ? show_stretch(*to.stretch) : set_period(to.period);
    set_by(to.by);
    pages_->setCurrentIndex(static_cast<int>(to.part));
    narrow(to.only);
}

} // namespace ui::spend
