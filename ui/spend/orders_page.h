// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/spend.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/label.h"
#include "ui/look/notice.h"
#include "ui/look/table.h"

#include <QPushButton>
#include <QTimer>
#include <QWidget>

#include <cstdint>
#include <optional>

namespace ui::spend {

/// The orders behind what is shown: when their money moved, what it was, and both tiers. The newest first; reads on by
/// itself until a page is full, and further when asked. Enter opens the case.
class OrdersPage final : public QWidget {
    Q_OBJECT
public:
    OrdersPage(ports::Spend& spend, const text::Formats& formats, QWidget* parent = nullptr);

    /// Shows the orders of this query. `expected`: how many the sum counts; where only that changed, the list is read
    /// again after a moment.
    void look_for(ports::OrdersQuery query, std::int64_t expected);
    void take_focus();
    [[nodiscard]] look::Table& table() { return *table_; }
    [[nodiscard]] QPushButton& more() { return *more_; }
    [[nodiscard]] const models::case_::RowsModel<ports::OrderLine>& model() const { return model_; }
    [[nodiscard]] bool is_looking() const { return looking_; }
    [[nodiscard]] QString said() const { return said_->text(); }

Q_SIGNALS:
    void opened(const domain::TransactionKey& key);
    void failed(const base::Fault& fault);

private:
    void build();
    void ask();
    void take(base::Result<ports::OrdersPage> page);
    void begin(std::size_t lines);
    void go_on();
    void show_state();

    ports::Spend& spend_;
    const text::Formats& formats_;
    std::optional<ports::OrdersQuery> query_; ///< with `before` of the next page
    std::int64_t expected_ = 0;
    std::vector<ports::OrderLine> lines_;
    std::uint64_t looked_at_ = 0;
    std::uint64_t question_ = 0; ///< answers to older ones are dropped
    std::size_t wanted_lines_ = 0;
    std::uint64_t wanted_looks_ = 0;
    QTimer again_; ///< newer orders came
    bool looking_ = false;
    bool more_left_ = false;

    models::case_::RowsModel<ports::OrderLine> model_;
    look::Table* table_;
    look::Label* said_;
    QPushButton* more_;
};

} // namespace ui::spend
