// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/agents/fleet_model.h"

#include "app/domain/share.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>

namespace models::agents {

namespace {

std::optional<std::int64_t> today_of(const ports::AgentRow& row) {
    return row.today.empty() ? std::nullopt : std::optional(row.today.front().money.minor);
}

std::uint64_t orders_of(const ports::AgentRow& row) {
    std::uint64_t sum = 0;
    for (const std::uint32_t orders : row.orders_by_hour) {
        sum += orders;
    }
    return sum;
}

bool is_number(Column column) {
    return column == Column::today || column == Column::escalated;
}

} // namespace

Standing standing_of(const ports::AgentRow& row, base::Instant now) {
    if (row.stop == ports::StopState::ordered) {
        return Standing::stopping;
    }
    if (row.stop == ports::StopState::acknowledged || row.status == domain::AgentStatus::stopped) {
        return Standing::stopped;
    }
    if (row.status == domain::AgentStatus::retired) {
        return Standing::retired;
    }
    if (row.agent.heartbeat_seconds > 0) {
        const auto heard = row.last_heartbeat ? row.last_heartbeat : row.last_seen;
        if (!heard || now - *heard > 2 * std::chrono::seconds(row.agent.heartbeat_seconds)) {
            return Standing::silent;
        }
    }
    if (row.status == domain::AgentStatus::degraded) {
        return Standing::degraded;
    }
    if (!row.registered) {
        return Standing::unregistered;
    }
    return row.status == domain::AgentStatus::idle ? Standing::idle : Standing::active;
}

std::optional<std::int64_t> budget_permille(const ports::AgentRow& row) {
    if (!row.agent.budget || row.agent.budget->minor <= 0 || !row.month || row.month->beyond) {
        return std::nullopt;
    }
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const std::int64_t spent = std::max(row.month->money.minor, -most);
    const std::int64_t part = domain::permille_of(std::abs(spent), row.agent.budget->minor, most);
    return spent < 0 ? -part : part;
}

std::optional<std::int32_t> escalation_permille(const ports::AgentRow& row) {
    if (row.orders == 0) {
        return std::nullopt;
    }
    const auto orders = static_cast<std::int64_t>(row.orders);
    return static_cast<std::int32_t>(
        domain::permille_of(std::min(static_cast<std::int64_t>(row.escalated), orders), orders));
}

FleetModel::FleetModel(Words words, QObject* parent)
    : QAbstractTableModel(parent)
    , words_(std::move(words)) {}

void FleetModel::show(const ports::Fleet& fleet, base::Instant now) {
    now_ = now;
    std::map<domain::AgentId, const ports::AgentRow*> fresh;
    for (const ports::AgentRow& row : fleet.agents) {
        fresh.emplace(row.agent.id, &row);
    }
    const bool some_left = std::any_of(rows_.begin(), rows_.end(),
                                       [&](const auto& row) { return fresh.find(row.agent.id) == fresh.end(); });
    if (some_left) { // the books were made anew
        beginResetModel();
        rows_ = fleet.agents;
        endResetModel();
        return;
    }
    for (ports::AgentRow& row : rows_) {
        const auto now_row = fresh.extract(row.agent.id);
        row = *now_row.mapped();
    }
    if (!rows_.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, column_count - 1));
    }
    if (fresh.empty()) {
        return;
    }
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
    for (const auto& [id, row] : fresh) {
        rows_.push_back(*row);
    }
    endInsertRows();
}

void FleetModel::set_now(base::Instant now) {
    now_ = now;
    if (!rows_.empty()) {
        Q_EMIT dataChanged(index(0, static_cast<int>(Column::state)),
                           index(rowCount() - 1, static_cast<int>(Column::heartbeat)), {Qt::DisplayRole});
    }
}

int FleetModel::row_of(const domain::AgentId& id) const {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const auto& row) { return row.agent.id == id; });
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

int FleetModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int FleetModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QVariant FleetModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= column_count) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::DisplayRole) {
        return words_.cell(row_at(index.row()), column, now_);
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignVCenter |
                                (is_number(column) ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeading));
    }
    return {};
}

QVariant FleetModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= column_count) {
        return {};
    }
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignVCenter |
                                (is_number(column) ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeading));
    }
    return role == Qt::DisplayRole ? QVariant(words_.header(column)) : QVariant();
}

bool FleetModel::less(const ports::AgentRow& left, const ports::AgentRow& right, Column column) const {
    switch (column) {
    case Column::state: return standing_of(left, now_) < standing_of(right, now_);
    case Column::name: return left.agent.name < right.agent.name;
    case Column::kind: return left.agent.kind < right.agent.kind;
    case Column::heartbeat: return left.last_heartbeat < right.last_heartbeat;
    case Column::today: {
        // Amounts only within a currency.
        const auto currency = [](const auto& row) {
            return row.today.empty() ? domain::Currency() : row.today.front().money.currency;
        };
        return currency(left) != currency(right) ? currency(left) < currency(right) : today_of(left) < today_of(right);
    }
    case Column::budget: return budget_permille(left) < budget_permille(right);
    case Column::orders: return orders_of(left) < orders_of(right);
    case Column::escalated: return escalation_permille(left) < escalation_permille(right);
    }
    return false;
}

void FleetModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= column_count) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    std::vector<domain::AgentId> ids;
    for (const QModelIndex& index : old) {
        ids.push_back(row_at(index.row()).agent.id);
    }
    std::stable_sort(rows_.begin(), rows_.end(), [&](const auto& left, const auto& right) {
        return order == Qt::AscendingOrder ? less(left, right, static_cast<Column>(column))
                                           : less(right, left, static_cast<Column>(column));
    });
    for (qsizetype i = 0; i < old.size(); ++i) {
        changePersistentIndex(old[i], index(row_of(ids[static_cast<std::size_t>(i)]), old[i].column()));
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace models::agents
