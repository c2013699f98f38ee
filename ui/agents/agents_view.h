// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/agents.h"
#include "app/text/formats.h"
#include "models/agents/fleet_model.h"
#include "models/sieve/sieve.h"
#include "ui/agents/agent_page.h"
#include "ui/look/notice.h"
#include "ui/sieve/bar.h"

#include <QStackedWidget>
#include <QTimer>

#include <optional>

namespace ui::agents {

/// The fleet as a table, and beside it the agent under the cursor. Rows stay where they are; a person sorts.
class AgentsView final : public QWidget {
    Q_OBJECT
public:
    /// `book` tells when there is something new.
    AgentsView(ports::Agents& agents, ports::Spend& book, const base::Clock& clock, const text::Formats& formats,
               QWidget* parent = nullptr);

    void take_focus();
    /// Ages grow.
    void tick();
    void choose(const domain::AgentId& id);
    [[nodiscard]] std::optional<domain::AgentId> current() const;
    [[nodiscard]] const models::agents::FleetModel& model() const { return model_; }
    [[nodiscard]] AgentPage& page() { return *page_; }
    [[nodiscard]] look::Table& table() { return *table_; }
    [[nodiscard]] sieve::Bar& filter() const { return *filter_; }

Q_SIGNALS:
    void opened(const domain::TransactionKey& key);
    void decision_wanted(domain::Verb verb, const domain::AgentId& agent);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void prepare_table();
    void ask();
    void ask_page();
    [[nodiscard]] ports::FleetQuery query() const;
    void take(const ports::Fleet& fleet);
    void show_fleet();

    ports::Agents& agents_;
    const base::Clock& clock_;
    const text::Formats& formats_;
    models::agents::FleetModel model_;
    models::sieve::Sieve<ports::AgentRow> sieve_;
    ports::Fleet fleet_; ///< the whole of it, as it was told last
    ports::BookState state_;
    std::optional<domain::AgentId> wanted_; ///< to be chosen once it is there
    bool asking_ = false;
    bool again_ = false;
    QTimer turn_;
    sieve::Bar* filter_;
    look::Badge* count_;
    look::Badge* trouble_;
    look::Table* table_;
    AgentPage* page_;
    look::EmptyState* empty_;
    QStackedWidget* stack_;
};

} // namespace ui::agents
