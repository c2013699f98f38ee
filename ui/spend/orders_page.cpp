// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/orders_page.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/row_delegate.h"
#include "ui/spend/spend_charts.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace ui::spend {

namespace {

using models::case_::Align;
using ports::OrderLine;

constexpr std::size_t page_lines = 200;
constexpr std::uint64_t page_looks = 10'000; ///< orders of the record, for one page
constexpr int again_milliseconds = 2'000;
constexpr int amount_place = 4;

class OrderWords {
    Q_DECLARE_TR_FUNCTIONS(ui::spend::OrderWords)
public:
    static std::vector<models::case_::Column<OrderLine>> columns(const text::Formats& formats) {
        using Line = OrderLine;
        return {
            {tr("Time"), [&formats](const Line& line) { return formats.date_time(line.time); }},
            {tr("Order"), [](const Line& line) { return text::safe(line.key.id).qstring(); }},
            {tr("Agent"), [](const Line& line) { return text::safe(line.agent).qstring(); }},
            {tr("Supplier"), [](const Line& line) { return text::safe(line.supplier).qstring(); }},
            {tr("Amount"), [&formats](const Line& line) { return formats.money(line.money); }, Align::number},
            {tr("Our policy"),
             [](const Line& line) { return SpendCharts::tier(ports::slot_of(line.own_tier), ports::TierBy::policy); }},
            {tr("The platform"),
             [](const Line& line) {
                 return SpendCharts::tier(ports::slot_of(line.platform_tier), ports::TierBy::platform);
             }},
            {tr("Who let it pass"), [](const Line& line) { return SpendCharts::handling(line.handling); }},
            {tr("Afterwards"), [](const Line& line) { return line.undone ? tr("Returned or cancelled") : QString(); }},
        };
    }
};

bool is_same(const ports::OrdersQuery& one, const ports::OrdersQuery& other) {
    return one.time == other.time && one.currency == other.currency && one.only == other.only && one.by == other.by;
}

} // namespace

OrdersPage::OrdersPage(ports::Spend& spend, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , spend_(spend)
    , formats_(formats)
    , model_(OrderWords::columns(formats), [](const auto& one, const auto& other) { return one.key == other.key; })
    , table_(new look::Table(tr("Orders"), this))
    , said_(new look::Label(look::Type::small, {}, this))
    , more_(new QPushButton(tr("Look &further"), this)) {
    build();
}

void OrdersPage::build() {
    table_->setModel(&model_);
    table_->set_widths({look::Table::moment, 16, 16, 20, 0, 18, 18, 22, 22});
    auto* delegate = new look::RowDelegate(table_);
    delegate->set_money_of(
        [this](const QModelIndex& index) -> const domain::Money* {
            return index.column() == amount_place ? &model_.row_at(index.row()).money : nullptr;
        },
        formats_);
    table_->setItemDelegate(delegate);
    connect(table_, &QTableView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT opened(model_.row_at(index.row()).key); });
    again_.setSingleShot(true);
    again_.setInterval(again_milliseconds);
    connect(&again_, &QTimer::timeout, this, [this] { begin(std::max(page_lines, lines_.size())); });
    connect(more_, &QPushButton::clicked, this, &OrdersPage::go_on);
    said_->set_muted(true);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(look::gap::medium, look::gap::tight, look::gap::medium, look::gap::tight);
    below->addWidget(said_, 1);
    below->addWidget(more_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, look::gap::tight, 0, 0);
    column->setSpacing(0);
    column->addWidget(table_, 1);
    column->addLayout(below);
    show_state();
}

void OrdersPage::take_focus() {
    table_->setFocus();
}

void OrdersPage::look_for(ports::OrdersQuery query, std::int64_t expected) {
    const bool same = query_ && is_same(*query_, query);
    if (same && expected == expected_) {
        return;
    }
    if (same) {
        query.before = query_->before;
    }
    query_ = std::move(query);
    expected_ = expected;
    if (!same) {
        begin(page_lines);
    } else if (!again_.isActive()) {
        again_.start();
    }
}

/// What is shown stays until the first page of the new answer is there.
void OrdersPage::begin(std::size_t lines) {
    again_.stop();
    query_->before.reset();
    lines_.clear();
    looked_at_ = 0;
    more_left_ = true;
    wanted_lines_ = lines;
    wanted_looks_ = page_looks;
    ask();
}

void OrdersPage::go_on() {
    wanted_lines_ = lines_.size() + page_lines;
    wanted_looks_ = looked_at_ + page_looks;
    ask();
}

void OrdersPage::ask() {
    looking_ = true;
    show_state();
    spend_.orders(*query_, {this, [this, number = ++question_](base::Result<ports::OrdersPage> page) {
                                if (number == question_) {
                                    take(std::move(page));
                                }
                            }});
}

void OrdersPage::take(base::Result<ports::OrdersPage> page) {
    looking_ = false;
    if (!page) {
        more_left_ = false;
        show_state();
        Q_EMIT failed(page.fault());
        return;
    }
    std::move(page->lines.begin(), page->lines.end(), std::back_inserter(lines_));
    looked_at_ += page->looked_at;
    query_->before = page->reached;
    // All that the sum counts are there: nothing further back can be among them.
    more_left_ = page->more && static_cast<std::int64_t>(lines_.size()) < expected_;
    model_.set_rows(lines_);
    if (more_left_ && lines_.size() < wanted_lines_ && looked_at_ < wanted_looks_) {
        ask();
        return;
    }
    show_state();
}

void OrdersPage::show_state() {
    more_->setEnabled(more_left_ && !looking_);
    const QString found = formats_.number(static_cast<std::int64_t>(lines_.size()));
    if (looking_) {
        said_->say(text::fill(tr("Looking through the record: %1 of %2 found."), {found, formats_.number(expected_)}));
    } else if (more_left_) {
        said_->say(text::fill(tr("%1 of %2, what was recorded last first."), {found, formats_.number(expected_)}));
    } else {
        said_->say(
            text::fill(tr("%1 of %2; these are all that the record holds."), {found, formats_.number(expected_)}));
    }
}

} // namespace ui::spend
