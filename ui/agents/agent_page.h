// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/agents.h"
#include "app/ports/decisions.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/facts.h"
#include "ui/look/symbol.h"
#include "ui/look/table.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QWidget>

namespace ui::agents {

/// One agent: who it is, what it was allowed, what it did, and the button that stops or resumes it by way of the
/// ordinary review and signature.
class AgentPage final : public QWidget {
    Q_OBJECT
public:
    explicit AgentPage(const text::Formats& formats, QWidget* parent = nullptr);

    void show_page(const ports::AgentPage& page, base::Instant now);
    /// Shows nobody; `own` says why.
    void clear(const QString& own);
    /// An agent with what it may and did, not only its place.
    [[nodiscard]] bool is_stopped() const;
    [[nodiscard]] bool is_filled() const { return page_.has_value(); }
    [[nodiscard]] const std::optional<ports::AgentPage>& page() const { return page_; }
    [[nodiscard]] QPushButton& stop_button() { return *stop_; }
    [[nodiscard]] look::Table& orders() { return *orders_; }

Q_SIGNALS:
    void opened(const domain::TransactionKey& key);
    /// stop or resume
    void decision_wanted(domain::Verb verb, const domain::AgentId& agent);

private:
    void build();
    [[nodiscard]] std::vector<look::Fact> facts(const ports::AgentRow& row, base::Instant now) const;
    [[nodiscard]] std::vector<look::Fact> mandate_facts() const;
    void show_orders(const std::vector<ports::AgentOrder>& orders);

    const text::Formats& formats_;
    std::optional<ports::AgentPage> page_;
    models::case_::RowsModel<ports::AgentOrder> model_;
    look::ElidedLabel* name_;
    look::Badge* state_;
    QPushButton* stop_;
    look::Facts* facts_;
    look::Label* orders_title_;
    look::Label* mandate_title_;
    look::Facts* mandate_;
    look::Table* orders_;
    QHBoxLayout* parts_;
};

} // namespace ui::agents
