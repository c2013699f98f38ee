// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/ports/newsroom.h"
#include "app/text/formats.h"
#include "models/feed/feed_language.h"
#include "models/feed/feed_model.h"
#include "ui/look/notice.h"
#include "ui/look/table.h"
#include "ui/sieve/bar.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include <optional>
#include <vector>

namespace ui::live {

/// Everything as it happens, the newest at the bottom. Follows until somebody scrolls up, picks a row or pauses; then
/// nothing moves and what arrives is counted. Scrolling to the top reads what is older from the record. Sorting and
/// filtering take in the whole window at once.
class LiveView final : public QWidget {
    Q_OBJECT
public:
    LiveView(ports::Newsroom& newsroom, ports::Archive& archive, const base::Clock& clock, const text::Formats& formats,
             QWidget* parent = nullptr);

    void take_focus();
    void show_health(const ports::Health& health);
    void set_paused(bool paused);
    void toggle_pause() { set_paused(!model_.is_paused()); }
    /// Columns that are hidden unless a person wants them.
    void set_hidden(const std::vector<models::feed::Column>& columns);
    [[nodiscard]] const models::feed::FeedModel& model() const { return model_; }
    [[nodiscard]] models::feed::FeedModel& model() { return model_; }
    [[nodiscard]] sieve::Bar& filter() const { return *filter_; }
    /// The agent and the order of the row under the cursor.
    [[nodiscard]] std::optional<domain::AgentId> current_agent() const;
    [[nodiscard]] std::optional<domain::TransactionKey> current_order() const;

Q_SIGNALS:
    void opened(const domain::TransactionKey& key);

private:
    void build();
    QWidget* build_bar();
    void prepare_table();
    void watch_scrolling();
    void show_state();
    void open_row(const QModelIndex& index);
    void read_newest();
    void read_older();
    void read_tiers(const ports::FeedPage& page);
    void take_older(const base::Result<ports::FeedPage>& page);

    ports::Archive& archive_;
    const text::Formats& formats_;
    models::feed::FeedModel model_;
    look::Table* table_;
    look::EmptyState* empty_;
    QStackedWidget* stack_;
    models::ledger::Columns columns_; ///< as conditions know them
    sieve::Bar* filter_;
    QTimer recount_;
    QToolButton* pause_;
    QPushButton* newer_;
    ports::Health health_;
    domain::Money cell_amount_; ///< what the delegate is drawing
    bool reading_ = false;      ///< a page is on its way
    bool at_beginning_ = false; ///< nothing older in the record
};

} // namespace ui::live
