// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/chips.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "ui/look/theme.h"
#include "ui/look/tip.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QToolButton>

namespace ui::spend {

namespace {
constexpr int most_letters = 40; ///< of what may be a name from outside
} // namespace

Chips::Chips(QWidget* parent)
    : QWidget(parent)
    , row_(new QHBoxLayout(this)) {
    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(look::gap::small);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void Chips::show_parts(const std::vector<SelectionPart>& parts) {
    if (parts == parts_) {
        return; // the keyboard may be on one of them
    }
    parts_ = parts;
    while (QLayoutItem* item = row_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was pressed
        delete item;
    }
    for (const SelectionPart& part : parts) {
        auto* chip = new QToolButton(this);
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
        QString shown =
            fontMetrics().elidedText(part.shown, Qt::ElideRight, most_letters * fontMetrics().averageCharWidth());
        chip->setText(shown.replace(u'&', QStringLiteral("&&"))); // no letter of a name is a mnemonic
        chip->setAccessibleName(text::fill(tr("Only %1. Remove this condition"), {part.shown}));
        look::set_tip(*chip, chip->accessibleName());
        connect(chip, &QToolButton::clicked, this, [this, without = part.without] { Q_EMIT chosen(without); });
        row_->addWidget(chip);
        chip->show();
    }
    setVisible(!parts.empty());
}

} // namespace ui::spend
