// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/amount_field.h"

#include "app/text/amount_entry.h"
#include "app/text/fill.h"
#include "app/text/safe_text.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <cstdlib>
#include <utility>

namespace ui::decide {

namespace {

constexpr int longest_amount = 40; ///< letters; 64 bits of minor units with separators are 27

class FlawWords {
    Q_DECLARE_TR_FUNCTIONS(ui::decide::FlawWords)
public:
    /// `example` is an amount as this locale writes it.
    static QString of(text::AmountFlaw flaw, const domain::Currency& currency, const QString& example) {
        switch (flaw) {
        case text::AmountFlaw::none: return {};
        case text::AmountFlaw::empty: return text::fill(tr("Type the amount like %1"), {example});
        case text::AmountFlaw::not_a_number: return text::fill(tr("Only digits, like %1"), {example});
        case text::AmountFlaw::misgrouped: return text::fill(tr("Could mean two amounts. Write it like %1"), {example});
        case text::AmountFlaw::too_fine:
            return text::fill(tr("%1 has %n decimal place(s)", nullptr, currency.exponent()),
                              {text::safe(currency.code())});
        case text::AmountFlaw::too_large: return tr("Larger than any order");
        }
        return {};
    }
};

} // namespace

AmountField::AmountField(Use use, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , use_(use)
    , formats_(formats)
    , title_(new look::Label(look::Type::strong, {}, this))
    , edit_(new QLineEdit(this))
    , verdict_(new look::Badge(this)) {
    name();
    edit_->setMaxLength(longest_amount);
    edit_->setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
    edit_->setFixedWidth(edit_->fontMetrics().averageCharWidth() * 24);
    setFocusProxy(edit_);
    connect(edit_, &QLineEdit::textChanged, this, &AmountField::read);
    auto* row = new QHBoxLayout;
    row->setSpacing(look::gap::medium);
    row->addWidget(edit_);
    row->addWidget(verdict_);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap::tight);
    column->addWidget(title_);
    column->addLayout(row);
}

void AmountField::set_order(const domain::Money& gross) {
    if (order_ == gross) {
        return;
    }
    order_ = gross;
    name();
    read();
}

void AmountField::name() {
    switch (use_) {
    case Use::reduce:
        edit_->setAccessibleName(tr("Amount to approve"));
        title_->say(order_ ? text::fill(tr("Amount to approve, instead of %1"), {formats_.money(*order_)})
                           : tr("Amount to approve"));
        return;
    case Use::roll_back:
        edit_->setAccessibleName(tr("Amount to roll back; empty for all of it"));
        title_->say(order_ ? text::fill(tr("Part to roll back; empty for all of %1"), {formats_.money(*order_)})
                           : tr("Part to roll back; empty for all of it"));
        return;
    }
}

bool AmountField::is_complete() const {
    return amount_.has_value() || (use_ == Use::roll_back && edit_->text().trimmed().isEmpty());
}

/// The example has the size of the order, so that its separators are the ones that matter.
void AmountField::say_empty() {
    if (use_ == Use::roll_back) {
        verdict_->show_level(look::Level::normal, text::fill(tr("All of it: %1"), {formats_.money(*order_)}));
        return;
    }
    const domain::Money example{std::abs(order_->minor / 2), order_->currency};
    verdict_->show_level(look::Level::standby,
                         FlawWords::of(text::AmountFlaw::empty, order_->currency, formats_.amount(example)));
}

void AmountField::type(const QString& typed) {
    edit_->setText(typed);
}

void AmountField::clear() {
    edit_->clear();
}

void AmountField::read() {
    const auto before = std::exchange(amount_, std::nullopt);
    const bool was_complete = std::exchange(complete_, false);
    if (!order_) {
        verdict_->show_level(look::Level::standby, tr("The order is being read …"));
        return;
    }
    const text::AmountEntry entry = text::read_amount(edit_->text(), formats_.locale(), order_->currency);
    if (entry.amount) {
        judge(*entry.amount);
    } else if (entry.flaw == text::AmountFlaw::empty) {
        say_empty();
    } else {
        const domain::Money example{std::abs(order_->minor / 2), order_->currency};
        verdict_->show_level(look::Level::serious,
                             FlawWords::of(entry.flaw, order_->currency, formats_.amount(example)));
    }
    complete_ = is_complete();
    if (amount_ != before || complete_ != was_complete) {
        Q_EMIT changed();
    }
}

/// A part means nearer to zero than the whole, and not zero; money that comes back keeps its sign.
void AmountField::judge(const domain::Money& typed) {
    const bool reduce = use_ == Use::reduce;
    const domain::Money meant{order_->minor < 0 ? -typed.minor : typed.minor, order_->currency};
    if (typed.minor == 0) {
        verdict_->show_level(look::Level::serious, reduce ? tr("Nothing at all is a rejection")
                                                          : tr("Nothing would come back; close without deciding"));
        return;
    }
    const auto less = domain::subtract(*order_, meant);
    if (!less.ok() || (order_->minor < 0 ? less->minor >= 0 : less->minor <= 0)) {
        verdict_->show_level(look::Level::serious, reduce ? tr("Has to be less than the order's amount")
                                                          : tr("Leave it empty to roll back all of it"));
        return;
    }
    amount_ = meant;
    const QString pattern = reduce ? tr("Understood: %1, that is %2 less") : tr("Understood: %1 comes back, %2 stays");
    verdict_->show_level(look::Level::normal, text::fill(pattern, {formats_.money(meant), formats_.money(*less)}));
}

} // namespace ui::decide
