// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/facts.h"

#include "app/text/fill.h"
#include "ui/look/row_delegate.h"

#include <QPainter>

#include <algorithm>

namespace ui::look {

MoneyLabel::MoneyLabel(const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , formats_(formats) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void MoneyLabel::show(const QString& name, const domain::Money& money) {
    money_ = money;
    setAccessibleName(text::fill(QStringLiteral("%1: %2"), {name, formats_.money(money)}));
    update();
}

QSize MoneyLabel::sizeHint() const {
    return {width_, QFontMetrics(font()).height() + 2};
}

int MoneyLabel::natural_width() const {
    return money_width(font(), money_, formats_);
}

void MoneyLabel::set_width(int width) {
    width_ = width;
    updateGeometry();
}

void MoneyLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    paint_money(painter, rect(), money_, formats_);
}

Facts::Facts(const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , formats_(formats)
    , grid_(new QGridLayout(this)) {
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(gap::medium);
    grid_->setVerticalSpacing(gap::tight);
    grid_->setColumnStretch(1, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void Facts::add_row() {
    const int at = static_cast<int>(rows_.size());
    Row row{new Label(this), new ElidedLabel(this), new MoneyLabel(formats_, this)};
    row.name->set_muted(true);
    grid_->addWidget(row.name, at, 0, Qt::AlignLeading | Qt::AlignVCenter);
    grid_->addWidget(row.value, at, 1);
    grid_->addWidget(row.money, at, 1, Qt::AlignLeading | Qt::AlignVCenter);
    rows_.push_back(row);
}

void Facts::show(const std::vector<Fact>& facts) {
    while (rows_.size() < facts.size()) {
        add_row();
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const Row& row = rows_[i];
        const bool used = i < facts.size();
        row.name->setVisible(used);
        row.value->setVisible(used && !facts[i].money);
        row.money->setVisible(used && facts[i].money);
        if (!used) {
            continue;
        }
        const Fact& fact = facts[i];
        row.name->say(fact.name);
        if (fact.money) {
            row.money->show(fact.name, *fact.money);
        } else {
            const QString value = fact.value.isEmpty() ? QStringLiteral("—") : fact.value;
            row.value->set_lines(fact.lines);
            grid_->setAlignment(row.name, Qt::AlignLeading | (fact.lines > 1 ? Qt::AlignTop : Qt::AlignVCenter));
            row.value->say(value);
            row.value->setAccessibleName(text::fill(QStringLiteral("%1: %2"), {fact.name, value}));
        }
    }
    int widest = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        widest = facts[i].money ? std::max(widest, rows_[i].money->natural_width()) : widest;
    }
    for (const Row& row : rows_) {
        row.money->set_width(widest);
    }
}

} // namespace ui::look
