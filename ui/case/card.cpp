// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/card.h"

#include "app/text/forms.h"
#include "ui/look/tip.h"

#include <QPainter>
#include <QStyle>

namespace ui::case_ {

namespace {

/// A sentence of ours is read whole; what somebody outside put into it neither widens the page nor pushes what stands
/// below out of it. The whole is in the tooltip.
QString shortened(const QString& text) {
    constexpr qsizetype most = 200;
    constexpr int longest_word = 32;
    const QChar cut(0x2026);
    QString made;
    int word = 0;
    for (const QChar letter : text.left(most)) {
        word = letter.isSpace() ? 0 : word + 1;
        const bool splits_a_pair = letter.isLowSurrogate() && !made.isEmpty() && made.back().isHighSurrogate();
        if (word <= longest_word || splits_a_pair) {
            made += letter;
        } else if (made.back() != cut) {
            made += cut;
        }
    }
    return text.size() > most ? made + cut : made;
}

} // namespace

CheckList::CheckList(QWidget* parent)
    : QWidget(parent)
    , grid_(new QGridLayout(this)) {
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(look::gap::medium);
    grid_->setVerticalSpacing(look::gap::tight);
    grid_->setColumnStretch(1, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum); // higher where its sentences wrap
}

void CheckList::show(const std::vector<Check>& checks) {
    count_ = static_cast<int>(checks.size());
    while (rows_.size() < checks.size()) {
        const int at = static_cast<int>(rows_.size());
        rows_.push_back({new look::Badge(this), new look::Label(look::Type::body, {}, this)});
        grid_->addWidget(rows_.back().badge, at, 0, Qt::AlignLeading | Qt::AlignTop);
        grid_->addWidget(rows_.back().what, at, 1);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const bool used = i < checks.size();
        rows_[i].badge->setVisible(used);
        rows_[i].what->setVisible(used);
        if (used) {
            rows_[i].badge->show_level(checks[i].level, checks[i].word);
            rows_[i].what->say(shortened(checks[i].what));
            rows_[i].what->setAccessibleName(checks[i].what);
            look::set_tip(*rows_[i].what, checks[i].what);
        }
    }
}

Card::Card(look::Level level, const QString& heading, QWidget* parent)
    : QFrame(parent)
    , level_(level)
    , body_(new QVBoxLayout(this)) {
    body_->setContentsMargins(look::gap::large, look::gap::small, look::gap::medium, look::gap::medium);
    body_->setSpacing(look::gap::small);
    auto* title = new look::Badge(this);
    title->show_level(level, heading);
    title->setFont(look::font_of(look::Type::strong, font()));
    body_->addWidget(title);
    setAccessibleName(heading);
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const look::Colours& colours = look::colours_for(palette());
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.base);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    const QRect bar = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, look::gap::tight, height()));
    painter.fillRect(bar, colours.of(level_));
}

} // namespace ui::case_
