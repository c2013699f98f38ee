// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/spend_view.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "app/text/safe_text.h"
#include "ui/look/fault_text.h"
#include "ui/spend/place.h"
#include "ui/spend/spend_charts.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::spend {

namespace {

constexpr int turn_milliseconds = 100;
constexpr int usual_target = 80; ///< per cent of the orders that machines should handle alone

/// An ISO 4217 code, which only holds capital letters.
QString code_of(const domain::Currency& currency) {
    return QLatin1String(currency.code().data(), static_cast<qsizetype>(currency.code().size()));
}

} // namespace

SpendView::SpendView(ports::Spend& spend, const base::Clock& clock, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , spend_(spend)
    , clock_(clock)
    , formats_(formats)
    , total_(new look::Label(look::Type::title, {}, this))
    , period_choice_(new QComboBox(this))
    , currency_choice_(new QComboBox(this))
    , target_(new QSpinBox(this))
    , progress_(new look::Badge(this))
    , outside_(new look::Badge(this))
    , only_label_(new look::ElidedLabel(this))
    , all_(new QToolButton(this))
    , tiers_(new charts::ChartPane(charts::Kind::bars, tr("Spend per tier"), this))
    , handling_(new charts::ChartPane(charts::Kind::lines, tr("Who let orders pass"), this))
    , agents_(new SpendList(tr("Agents that spend most"), tr("Agent"), formats, this))
    , suppliers_(new SpendList(tr("Suppliers paid most"), tr("Supplier"), formats, this))
    , categories_(new SpendList(tr("Categories bought most"), tr("Category"), formats, this))
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
    currency_choice_->setAccessibleName(tr("Currency"));
    all_->setText(tr("Show all"));
    all_->setShortcut(Qt::Key_Escape);
    all_->setAccessibleName(tr("Show all spend again"));
    auto* title = new look::Label(look::Type::title, tr("Spend"), this);
    title->setWordWrap(false);
    total_->setWordWrap(false);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(look::gap::medium);
    bar->addWidget(title);
    bar->addWidget(period_choice_);
    bar->addWidget(currency_choice_);
    bar->addWidget(total_);
    bar->addStretch(1);
    auto* below = new QHBoxLayout;
    below->setSpacing(look::gap::medium);
    below->addWidget(only_label_, 1);
    below->addWidget(all_);
    below->addWidget(outside_);
    below->addWidget(progress_);
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
    both->setStretchFactor(0, 5);
    both->setStretchFactor(1, 4);
    both->setSizes({500, 400});
    for (QSplitter* splitter : {left, right, both}) {
        splitter->setChildrenCollapsible(false);
    }
    stack_->addWidget(empty_);
    stack_->addWidget(both);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(build_bar());
    column->addWidget(stack_, 1);
}

void SpendView::connect_parts() {
    connect(period_choice_, &QComboBox::currentIndexChanged, this, [this] {
        fitted_ = true;
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
    connect(all_, &QToolButton::clicked, this, [this] { choose({}); });
    connect(tiers_, &charts::ChartPane::chosen, this, [this](int, int line) {
        ports::SpendSelection only = only_;
        only.slot = line < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(line));
        choose(only);
    });
    connect(handling_, &charts::ChartPane::chosen, this, [this](int, int line) {
        ports::SpendSelection only = only_;
        only.handling = line < 0 ? std::nullopt : std::optional(static_cast<ports::Handling>(line));
        choose(only);
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
    for (charts::ChartPane* pane : {tiers_, handling_}) {
        connect(pane, &charts::ChartPane::failed, this, &SpendView::failed);
    }
}

void SpendView::take_focus() {
    if (stack_->currentWidget() == empty_) {
        empty_->setFocus();
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

void SpendView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    ask();
}

void SpendView::ask() {
    if (asking_) {
        again_ = true;
        return;
    }
    Span span = span_of(period(), clock_.now(), formats_.zone(), formats_.locale(), state_.earliest, state_.latest);
    ports::SpendQuery query;
    query.edges = span.edges;
    query.currency = currency_;
    query.only = only_;
    query.top = 25;
    asking_ = true;
    const std::uint64_t number = ++question_;
    spend_.spend(std::move(query), {this, [this, number, span](base::Result<ports::SpendAnswer> answer) {
                                        asking_ = false;
                                        if (number == question_) {
                                            take(std::move(answer), span);
                                        }
                                        if (std::exchange(again_, false) && !turn_.isActive()) {
                                            turn_.start();
                                        }
                                    }});
}

void SpendView::take(base::Result<ports::SpendAnswer> answer, const Span& span) {
    if (!answer) {
        Q_EMIT failed(answer.fault());
        return;
    }
    answer_ = std::move(answer).value();
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
    show_charts(span);
}

void SpendView::show_charts(const Span& span) {
    const ports::SpendAnswer& answer = *answer_;
    tiers_->show_chart(SpendCharts::tiers(answer, span, formats_));
    handling_->show_chart(SpendCharts::handling(answer, span, formats_));
    handling_->view().set_target(target_->value() * 10.0, tr("Target"));
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

void SpendView::show_currencies() {
    const QSignalBlocker quiet(currency_choice_);
    QStringList codes;
    for (const ports::Spent& spent : answer_->currencies) {
        codes.append(code_of(spent.money.currency));
    }
    if (answer_->currency.valid() && answer_->currencies.empty()) {
        codes.append(code_of(answer_->currency));
    }
    codes.sort();
    QStringList shown;
    for (int i = 0; i < currency_choice_->count(); ++i) {
        shown.append(currency_choice_->itemText(i));
    }
    if (shown != codes) {
        currency_choice_->clear();
        for (const QString& code : codes) {
            currency_choice_->addItem(code, code);
        }
    }
    currency_choice_->setCurrentIndex(currency_choice_->findData(code_of(answer_->currency)));
    currency_choice_->setEnabled(codes.size() > 1);
}

void SpendView::show_state() {
    if (state_.fault) {
        progress_->show_level(look::Level::critical, look::fault_text(state_.fault->code));
    } else if (state_.is_behind()) {
        const auto part = static_cast<std::int32_t>(state_.folded * 1000 / state_.entries);
        progress_->show_level(look::Level::standby, text::fill(tr("Reading history: %1"), {formats_.permille(part)}));
    } else {
        progress_->show_level(look::Level::normal, tr("Up to date"));
    }
    const std::uint64_t odd = state_.set_aside + state_.contradicted;
    outside_->setVisible(odd > 0);
    outside_->show_level(look::Level::caution,
                         state_.set_aside > 0
                             ? text::fill(tr("Left out as duplicates: %1"),
                                          {formats_.number(static_cast<std::int64_t>(state_.set_aside))})
                             : text::fill(tr("Contradicting reports: %1"),
                                          {formats_.number(static_cast<std::int64_t>(state_.contradicted))}));
    outside_->setToolTip(text::for_tooltip(text::fill(
        tr("Events of imports that seem to repeat another one: %1, outside of every sum until somebody keeps "
           "or discards the import. Reports of money that cannot follow what was reported before: %2. Sales, "
           "which are no spend: %3."),
        {formats_.number(static_cast<std::int64_t>(state_.set_aside)),
         formats_.number(static_cast<std::int64_t>(state_.contradicted)),
         formats_.number(static_cast<std::int64_t>(state_.sales))})));
}

void SpendView::show_selection() {
    const bool narrow = only_ != ports::SpendSelection();
    only_label_->say(narrow ? narrowing() : tr("All spend. Choose a bar or a row to see only that."));
    only_label_->set_muted(!narrow);
    all_->setEnabled(narrow);
}

QString SpendView::narrowing() const {
    return PlaceWords::of(only_);
}

std::string SpendView::place() const {
    return token_of({period(), only_});
}

void SpendView::go_to(const std::string& place) {
    const Place to = place_at(place, period());
    set_period(to.period);
    narrow(to.only);
}

} // namespace ui::spend
