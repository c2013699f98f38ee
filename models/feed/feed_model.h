// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/ports/feed.h"
#include "app/text/formats.h"
#include "models/ledger/ledger_model.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace models::feed {

enum class Column {
    time,
    event,
    agent,
    counterpart,
    transaction,
    amount,
    tier,
    ours,
    category,
    summary,
    received,
    index,
    sequence,
    source,
    version,
};
inline constexpr int column_count = 15;

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
    std::function<QString(std::optional<domain::EventType>)> event;
    std::function<QString(domain::Tier)> tier;
};

/// How much is kept and how often the view hears of it.
struct Window {
    std::uint32_t rows = 100'000; ///< at least these; a sixteenth more at times
    std::chrono::milliseconds interval{16};
    std::chrono::milliseconds slice{8};  ///< at most so long in one go; the rest waits for the next
    std::chrono::milliseconds calm{200}; ///< between two turns of what is known later than its rows
};

/// A window on the record: the newest rows while it follows, older ones after paging back. What is in the window is
/// sorted and filtered at once (models/ledger); what is not is in the record. While paused nothing moves, and what
/// arrives is counted. News is announced with one insertion per turn of the timer.
class FeedModel final : public QObject {
    Q_OBJECT
public:
    /// `formats` must outlive the model.
    FeedModel(Words words, const text::Formats& formats, Window window = {}, QObject* parent = nullptr);

    /// Queues a batch for the next turn of the timer. Rows that are not newer than those known are ignored.
    void add(std::shared_ptr<const ports::FeedBatch> batch);
    /// Queues what our policy says of rows for the next turn of a slower timer: a verdict comes some milliseconds after
    /// its row, and whoever waits for rows must not wait for it.
    void add(const ports::OwnTiers& tiers);
    /// Puts older rows before those in the window; `page` is newest first. Where there is no room the newest rows
    /// leave: then the window is torn off, and restart() leads back to now.
    void add_history(const ports::FeedPage& page);
    /// Forgets the window and begins again with what comes: ask the archive for the newest page afterwards.
    void restart();
    [[nodiscard]] bool is_torn_off() const { return torn_; }
    void set_paused(bool paused);
    [[nodiscard]] bool is_paused() const { return paused_; }
    /// Rows that arrived and are not shown yet.
    [[nodiscard]] std::size_t waiting() const { return waiting_; }
    /// Rows that never were on the screen because more arrived than the window holds. They are in the record.
    [[nodiscard]] std::uint64_t passed_by() const { return passed_by_; }

    /// Shows days beside times, for rows of more than today.
    void show_days() { days_ = true; }
    /// What views show.
    [[nodiscard]] ledger::LedgerModel& table() { return table_; }
    [[nodiscard]] const ledger::LedgerModel& table() const { return table_; }
    [[nodiscard]] int rowCount() const { return table_.rowCount(); }
    /// Rows in the window, shown or filtered out.
    [[nodiscard]] std::size_t kept() const { return table_.kept(); }
    [[nodiscard]] ports::FeedRow row_at(int row) const;
    [[nodiscard]] std::optional<domain::Tier> tier_at(int row) const;
    [[nodiscard]] std::optional<domain::Tier> ours_at(int row) const;
    [[nodiscard]] std::optional<domain::Money> amount_at(int row) const;
    /// Index of the oldest row in the window.
    [[nodiscard]] std::optional<std::uint64_t> oldest() const;
    /// Where a row of the record is shown.
    [[nodiscard]] std::optional<int> position_of(std::uint64_t index) const;
    /// When the newest row shown was read from the socket, for measuring.
    [[nodiscard]] base::Instant newest_read() const { return newest_read_; }

Q_SIGNALS:
    void waiting_changed();
    /// Rows `from_index` to `to_index` are in the model now; the next paint shows them.
    void shown(quint64 count, base::Instant newest_read);

private:
    void take_turn();
    void wait_for_turn();
    void take_tiers();
    [[nodiscard]] std::optional<ledger::Row> place_of(std::uint64_t index) const;
    void drop_beyond_window();
    [[nodiscard]] ledger::Cells cells() const;
    [[nodiscard]] QVariant cell(const ledger::Store& store, ledger::Row row, Column column, int role) const;
    [[nodiscard]] QString text(const ledger::Store& store, ledger::Row row, Column column) const;

    struct Waiting {
        std::shared_ptr<const ports::FeedBatch> batch;
        std::size_t offset = 0;
    };

    Words words_;
    const text::Formats& formats_;
    Window window_;
    ledger::LedgerModel table_;
    QTimer timer_;
    QElapsedTimer since_turn_;
    std::deque<Waiting> queued_;
    std::size_t waiting_ = 0;
    std::uint64_t passed_by_ = 0;
    std::uint64_t newest_ = 0; ///< highest index that was queued or shown
    base::Instant newest_read_{};
    QTimer tiers_timer_;
    std::map<std::uint64_t, domain::Tier> tiers_; ///< that wait for their turn, or for their rows
    bool days_ = false;
    bool paused_ = false;
    bool torn_ = false;
};

} // namespace models::feed
