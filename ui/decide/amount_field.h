// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/money.h"
#include "app/text/formats.h"
#include "ui/look/label.h"
#include "ui/look/symbol.h"

#include <QLineEdit>
#include <QWidget>

#include <optional>

namespace ui::decide {

/// Where the amount of a reduced approval is typed, in the way of the person's locale, with what was understood beside
/// it: an amount that could mean two things is refused, never guessed.
class AmountField final : public QWidget {
    Q_OBJECT
public:
    /// `formats` must outlive the widget.
    explicit AmountField(const text::Formats& formats, QWidget* parent = nullptr);

    /// The order's gross amount: the bound, and the currency. Nothing can be understood before it is known.
    void set_order(const domain::Money& gross);
    /// Nothing while what was typed is no amount nearer to zero than the order's.
    [[nodiscard]] const std::optional<domain::Money>& amount() const { return amount_; }
    void type(const QString& typed);
    void clear();
    /// What is said beside the field.
    [[nodiscard]] const QString& verdict() const { return verdict_->label(); }

Q_SIGNALS:
    void changed();

private:
    void read();
    void judge(const domain::Money& typed);

    const text::Formats& formats_;
    std::optional<domain::Money> order_;
    std::optional<domain::Money> amount_;
    look::Label* title_;
    QLineEdit* edit_;
    look::Badge* verdict_;
};

} // namespace ui::decide
