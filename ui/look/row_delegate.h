// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/money.h"
#include "app/text/formats.h"
#include "ui/look/theme.h"

#include <QStyledItemDelegate>

#include <functional>
#include <optional>

namespace ui::look {

inline constexpr int row_padding = 6;
[[nodiscard]] int row_height(const QFont& font);

/// Draws an amount so that the decimal points of a column stand below each other whatever the currencies: the code in a
/// slot of its own at the right, and blank room where a currency has fewer minor digits than two.
void paint_money(QPainter& painter, const QRect& rect, const domain::Money& money, const text::Formats& formats);
/// The width that paint_money needs for amounts up to ten digits.
[[nodiscard]] int money_width(const QFont& font);
/// The width that one amount needs.
[[nodiscard]] int money_width(const QFont& font, const domain::Money& money, const text::Formats& formats);

/// A text cut to a width: at its end, but a number or an identifier ("card:************6583") in its middle, because
/// what tells such names apart stands at their end.
[[nodiscard]] QString cut_to(const QString& text, const QFontMetrics& metrics, int width);

/// A cell in one pass: background, symbol, one line of text. No style machinery, no rich text, no measuring of rows.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using LevelOf = std::function<std::optional<Level>(const QModelIndex&)>;
    using MoneyOf = std::function<const domain::Money*(const QModelIndex&)>;

    explicit RowDelegate(QObject* parent = nullptr);

    /// Which level's symbol stands before the text of a cell.
    void set_level_of(LevelOf level_of) { level_of_ = std::move(level_of); }
    /// Which cells are amounts. `formats` must outlive the delegate.
    void set_money_of(MoneyOf money_of, const text::Formats& formats) {
        money_of_ = std::move(money_of);
        formats_ = &formats;
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    LevelOf level_of_;
    MoneyOf money_of_;
    const text::Formats* formats_ = nullptr;
};

} // namespace ui::look
