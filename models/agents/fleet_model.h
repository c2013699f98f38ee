// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/agents.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>
#include <vector>

namespace models::agents {

enum class Column { state, name, kind, heartbeat, today, budget, orders, escalated };
inline constexpr int column_count = 8;

/// How an agent is doing, in rising order of worry.
enum class Standing { retired, stopped, idle, active, unregistered, degraded, silent, stopping };

/// A heartbeat is missed when twice the promised interval passed; an agent that promised none is never silent. What a
/// person ordered counts more than what the agent says.
[[nodiscard]] Standing standing_of(const ports::AgentRow& row, base::Instant now);

/// How much of the month's budget is spent, in thousandths, not cut at 1000; nothing without a budget, or where sums do
/// not fit.
[[nodiscard]] std::optional<std::int64_t> budget_permille(const ports::AgentRow& row);
/// Escalated orders in thousandths of all; nothing without orders.
[[nodiscard]] std::optional<std::int32_t> escalation_permille(const ports::AgentRow& row);

/// The fleet as a table, one row per agent. Rows change in place and never move by themselves: a person sorts, and what
/// comes later is put at the end.
class FleetModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    /// The words of the screen, made and translated in `ui`.
    struct Words {
        std::function<QString(Column)> header;
        std::function<QString(const ports::AgentRow&, Column, base::Instant now)> cell;
    };
    explicit FleetModel(Words words, QObject* parent = nullptr);

    void show(const ports::Fleet& fleet, base::Instant now);
    /// Only the ages changed.
    void set_now(base::Instant now);
    [[nodiscard]] base::Instant now() const { return now_; }
    [[nodiscard]] const ports::AgentRow& row_at(int row) const { return rows_.at(static_cast<std::size_t>(row)); }
    [[nodiscard]] int row_of(const domain::AgentId& id) const; ///< -1: not there

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    [[nodiscard]] bool less(const ports::AgentRow& left, const ports::AgentRow& right, Column column) const;

    Words words_;
    base::Instant now_{};
    std::vector<ports::AgentRow> rows_;
};

} // namespace models::agents
