// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/feed_model.h"

#include "app/text/safe_text.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace models::feed {

FeedModel::FeedModel(Words words, const text::Formats& formats, Window window, QObject* parent)
    : QAbstractTableModel(parent)
    , words_(std::move(words))
    , formats_(formats)
    , window_(window) {
    timer_.setSingleShot(true);
    timer_.setInterval(static_cast<int>(window_.interval.count()));
    connect(&timer_, &QTimer::timeout, this, &FeedModel::take_turn);
}

void FeedModel::add(std::shared_ptr<const ports::FeedBatch> batch) {
    const auto& rows = batch->rows;
    const auto first = std::find_if(rows.begin(), rows.end(), [this](const auto& row) { return row.index > newest_; });
    if (first == rows.end()) {
        return;
    }
    newest_ = rows.back().index;
    waiting_ += static_cast<std::size_t>(rows.end() - first);
    queued_.push_back({std::move(batch), static_cast<std::size_t>(first - rows.begin())});
    drop_beyond_window();
    if (paused_) {
        Q_EMIT waiting_changed();
    } else if (!timer_.isActive()) {
        timer_.start();
    }
}

/// What would leave the window before anybody saw it need not be kept.
void FeedModel::drop_beyond_window() {
    while (queued_.size() > 1) {
        const std::size_t oldest = queued_.front().batch->rows.size() - queued_.front().offset;
        if (waiting_ - oldest < window_.rows) {
            return;
        }
        waiting_ -= oldest;
        passed_by_ += oldest;
        queued_.pop_front();
    }
}

void FeedModel::add_history(const ports::FeedPage& page) {
    const std::uint64_t oldest =
        shown_.empty() ? (queued_.empty() ? UINT64_MAX : queued_.front().row().index) : shown_.front().row().index;
    auto older = std::make_shared<ports::FeedBatch>();
    const std::size_t room = window_.rows - std::min(window_.rows, shown_.size());
    for (const ports::FeedRow& row : page.rows) {
        if (row.index < oldest && older->rows.size() < room) {
            older->rows.push_back(row);
        }
    }
    if (older->rows.empty()) {
        return;
    }
    std::reverse(older->rows.begin(), older->rows.end());
    newest_ = std::max(newest_, older->rows.back().index);
    const std::size_t count = older->rows.size();
    beginInsertRows({}, 0, static_cast<int>(count) - 1);
    for (std::size_t offset = count; offset-- > 0;) {
        shown_.push_front({older, offset});
    }
    endInsertRows();
}

void FeedModel::set_paused(bool paused) {
    if (paused_ == paused) {
        return;
    }
    paused_ = paused;
    if (!paused_ && !queued_.empty()) {
        timer_.start();
    }
    Q_EMIT waiting_changed();
}

const ports::FeedRow& FeedModel::row_at(int row) const {
    return shown_.at(static_cast<std::size_t>(row)).row();
}

void FeedModel::take_turn() {
    if (paused_ || queued_.empty()) {
        return;
    }
    std::deque<Place> fresh = take_slice();
    make_room(fresh.size());
    const int first = static_cast<int>(shown_.size());
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    shown_.insert(shown_.end(), std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
    endInsertRows();
    if (!queued_.empty()) {
        timer_.start();
    }
    Q_EMIT waiting_changed();
}

/// The oldest rows that wait, at least one batch, at most as many as fit into the slice of time and the window.
std::deque<FeedModel::Place> FeedModel::take_slice() {
    QElapsedTimer spent;
    spent.start();
    std::deque<Place> fresh;
    do {
        const Place front = std::move(queued_.front());
        queued_.pop_front();
        for (std::size_t offset = front.offset; offset < front.batch->rows.size(); ++offset) {
            fresh.push_back({front.batch, offset});
        }
    } while (!queued_.empty() && spent.elapsed() < window_.slice.count());
    waiting_ -= fresh.size();
    if (fresh.size() > window_.rows) { // one batch larger than the window
        const std::size_t excess = fresh.size() - window_.rows;
        passed_by_ += excess;
        fresh.erase(fresh.begin(), fresh.begin() + static_cast<std::ptrdiff_t>(excess));
    }
    return fresh;
}

void FeedModel::make_room(std::size_t coming) {
    const std::size_t total = shown_.size() + coming;
    if (total <= window_.rows) {
        return;
    }
    const std::size_t leaving = std::min(shown_.size(), total - window_.rows);
    if (leaving == 0) {
        return;
    }
    beginRemoveRows({}, 0, static_cast<int>(leaving) - 1);
    shown_.erase(shown_.begin(), shown_.begin() + static_cast<std::ptrdiff_t>(leaving));
    endRemoveRows();
}

int FeedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int FeedModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QVariant FeedModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= column_count) {
        return {};
    }
    const ports::FeedRow& row = row_at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, static_cast<Column>(index.column()));
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter |
                                (index.column() == static_cast<int>(Column::amount) ? Qt::AlignRight | Qt::AlignAbsolute
                                                                                    : Qt::AlignLeading));
    case index_role: return static_cast<quint64>(row.index);
    case tier_role: return row.tier ? QVariant(static_cast<int>(*row.tier)) : QVariant();
    case type_role: return row.type ? QVariant(static_cast<int>(*row.type)) : QVariant();
    case money_role: return row.amount ? QVariant(static_cast<qint64>(row.amount->minor)) : QVariant();
    default: return {};
    }
}

QString FeedModel::text(const ports::FeedRow& row, Column column) const {
    switch (column) {
    case Column::time: return formats_.time(row.time);
    case Column::event: return words_.event(row);
    case Column::agent: return text::safe(row.agent).qstring();
    case Column::counterpart: return text::safe(row.counterpart).qstring();
    case Column::transaction: return text::safe(row.transaction).qstring();
    case Column::amount: return row.amount ? formats_.money(*row.amount) : QString();
    case Column::tier: return row.tier ? words_.tier(*row.tier) : QString();
    case Column::summary: return text::safe(row.summary).qstring();
    }
    return {};
}

QVariant FeedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= column_count) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return words_.header(static_cast<Column>(section));
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(
            Qt::AlignVCenter |
            (section == static_cast<int>(Column::amount) ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeading));
    }
    return {};
}

} // namespace models::feed
