// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/ports/feed.h"
#include "app/text/formats.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>

namespace models::feed {

enum class Column { time, event, agent, counterpart, transaction, amount, tier, summary };
inline constexpr int column_count = 8;

/// What a cell means, beside what it reads; colours are the view's business.
enum Role {
    index_role = Qt::UserRole + 1, ///< place in the record, quint64
    tier_role,                     ///< int of domain::Tier, invalid where there is none
    type_role,                     ///< int of domain::EventType, invalid for an unknown type
    money_role,                    ///< qint64 of minor units, invalid where there is none
};

/// The words of the screen, which are made and translated in `ui`.
struct Words {
    std::function<QString(Column)> header;
    std::function<QString(const ports::FeedRow&)> event;
    std::function<QString(domain::Tier)> tier;
};

/// How much is kept and how often the view hears of it.
struct Window {
    std::size_t rows = 50'000;
    std::chrono::milliseconds interval{33};
    std::chrono::milliseconds slice{8}; ///< at most so long in one go; the rest waits for the next
};

/// The newest rows of the feed, oldest first. Batches are shared, not copied, and announced with one insertion per
/// timer; rows that leave the window are still in the record. While paused nothing moves, and what arrives is counted.
class FeedModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    /// `formats` must outlive the model.
    FeedModel(Words words, const text::Formats& formats, Window window = {}, QObject* parent = nullptr);

    /// Queues a batch for the next turn of the timer. Rows that are not newer than those shown are ignored.
    void add(std::shared_ptr<const ports::FeedBatch> batch);
    /// Puts older rows before those shown, as far as the window has room; `page` is newest first.
    void add_history(const ports::FeedPage& page);
    void set_paused(bool paused);
    [[nodiscard]] bool is_paused() const { return paused_; }
    /// Rows that arrived and are not shown yet.
    [[nodiscard]] std::size_t waiting() const { return waiting_; }
    /// Rows that never were on the screen because more arrived than the window holds. They are in the record.
    [[nodiscard]] std::uint64_t passed_by() const { return passed_by_; }

    [[nodiscard]] const ports::FeedRow& row_at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void waiting_changed();

private:
    /// A row inside a shared batch.
    struct Place {
        std::shared_ptr<const ports::FeedBatch> batch;
        std::size_t offset = 0;
        [[nodiscard]] const ports::FeedRow& row() const { return batch->rows[offset]; }
    };

    void take_turn();
    void drop_beyond_window();
    [[nodiscard]] std::deque<Place> take_slice();
    void make_room(std::size_t coming);
    [[nodiscard]] QString text(const ports::FeedRow& row, Column column) const;

    Words words_;
    const text::Formats& formats_;
    Window window_;
    QTimer timer_;
    std::deque<Place> shown_;
    std::deque<Place> queued_; ///< the first row of each batch that is not shown yet
    std::size_t waiting_ = 0;
    std::uint64_t passed_by_ = 0;
    std::uint64_t newest_ = 0; ///< highest index that was queued or shown
    bool paused_ = false;
};

} // namespace models::feed
