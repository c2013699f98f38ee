// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/comparison.h"

#include "app/text/fill.h"
#include "ui/look/theme.h"
#include "ui/spend/spend_charts.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>

namespace ui::spend {

using ports::Agreement;
using ports::TierBy;

Comparison::Comparison(const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , formats_(formats)
    , choice_(new QComboBox(this))
    , button_(new QPushButton(this)) {
    choice_->addItem(tr("Tiers: our policy"), static_cast<int>(TierBy::policy));
    choice_->addItem(tr("Tiers: the platform"), static_cast<int>(TierBy::platform));
    choice_->setAccessibleName(tr("Whose tiers are shown"));
    choice_->setToolTip(tr("Our policy: what our own verdict came to. The platform: what it assessed itself."));
    connect(choice_, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT by_changed(by()); });
    auto* menu = new QMenu(button_);
    for (const Agreement each :
         {Agreement::policy_stricter, Agreement::platform_stricter, Agreement::same, Agreement::not_compared}) {
        QAction* action = menu->addAction(words(each));
        classes_[static_cast<std::size_t>(each)] = action;
        connect(action, &QAction::triggered, this, [this, each] { Q_EMIT chosen(each); });
    }
    button_->setMenu(menu);
    button_->setShortcut(Qt::ALT | Qt::Key_D);
    button_->setToolTip(tr("Where our policy and the platform come to different tiers (Alt+D)"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap::medium);
    row->addWidget(choice_);
    row->addWidget(button_);
    show_answer({});
}

void Comparison::set_by(TierBy by) {
    choice_->setCurrentIndex(choice_->findData(static_cast<int>(by)));
}

TierBy Comparison::by() const {
    return static_cast<TierBy>(choice_->currentData().toInt());
}

QString Comparison::words(Agreement agreement) {
    switch (agreement) {
    case Agreement::same: return tr("Same tier");
    case Agreement::policy_stricter: return tr("Our policy is stricter");
    case Agreement::platform_stricter: return tr("The platform is stricter");
    case Agreement::not_compared: return tr("Not compared: one of the two gave no tier");
    }
    return {};
}

void Comparison::show_answer(const ports::SpendAnswer& answer) {
    const auto of = [&answer](Agreement each) -> const ports::Spent& {
        return answer.agreement[static_cast<std::size_t>(each)];
    };
    const std::int64_t differ = of(Agreement::policy_stricter).orders + of(Agreement::platform_stricter).orders;
    //: orders about which our policy and the platform disagree
    const QString said = text::fill(tr("Disagreements: %1"), {formats_.number(differ)});
    button_->setText(said);
    button_->setAccessibleName(said);
    for (std::size_t i = 0; i < classes_.size(); ++i) {
        const auto each = static_cast<Agreement>(i);
        const QString money = answer.currency.valid() ? SpendCharts::money(of(each), formats_) : QStringLiteral("—");
        classes_[i]->setText(text::fill(tr("%1: %2, %3"), {words(each), SpendCharts::orders(of(each).orders), money}));
        classes_[i]->setEnabled(of(each).orders > 0);
    }
}

} // namespace ui::spend
