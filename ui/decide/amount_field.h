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

/// Where the amount of a reduced approval, or of a part that is to come back, is typed in the way of the person's
/// locale, with what was understood beside it: an amount that could mean two things is refused, never guessed.
class AmountField final : public QWidget {
    Q_OBJECT
public:
    enum class Use {
        reduce,   ///< needed: to what
        roll_back ///< how much of it comes back; left empty, all of it
    };
    /// `formats` must outlive the widget.
    AmountField(Use use, const text::Formats& formats, QWidget* parent = nullptr);

    /// The order's gross amount: the bound, and the currency. Nothing can be understood before it is known.
    void set_order(const domain::Money& gross);
    /// Nothing while what was typed is no amount nearer to zero than the order's.
    [[nodiscard]] const std::optional<domain::Money>& amount() const { return amount_; }
    /// Whether what stands there can be used as it is: an amount, or nothing where that means all.
    [[nodiscard]] bool is_complete() const;
    void type(const QString& typed);
    void clear();
    /// What is said beside the field.
    [[nodiscard]] const QString& verdict() const { return verdict_->label(); }

Q_SIGNALS:
    /// The amount, or whether it is complete, changed.
    void changed();

private:
    void read();
    void name();
    void say_empty();
    void judge(const domain::Money& typed);

    Use use_;
    const text::Formats& formats_;
    std::optional<domain::Money> order_;
    std::optional<domain::Money> amount_;
    bool complete_ = false; ///< as it was last told
    look::Label* title_;
    QLineEdit* edit_;
    look::Badge* verdict_;
};

} // namespace ui::decide
