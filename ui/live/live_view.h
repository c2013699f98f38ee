// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/ports/newsroom.h"
#include "app/text/formats.h"
#include "models/feed/feed_model.h"
#include "ui/look/notice.h"
#include "ui/look/table.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include <optional>

namespace ui::live {

/// Everything as it happens, the newest at the bottom. Follows until somebody scrolls up, picks a row or pauses; then
/// nothing moves and what arrives is counted.
class LiveView final : public QWidget {
    Q_OBJECT
public:
    LiveView(ports::Newsroom& newsroom, ports::Archive& archive, const text::Formats& formats,
             QWidget* parent = nullptr);

    void take_focus();
    void show_health(const ports::Health& health);
    void set_paused(bool paused);
    void toggle_pause() { set_paused(!model_.is_paused()); }
    [[nodiscard]] const models::feed::FeedModel& model() const { return model_; }
    /// The agent of the row under the cursor.
    [[nodiscard]] std::optional<domain::AgentId> current_agent() const;

Q_SIGNALS:
    void opened(const domain::TransactionKey& key);

private:
    void build();
    void prepare_table();
    void show_state();
    void open_row(const QModelIndex& index);

    const text::Formats& formats_;
    models::feed::FeedModel model_;
    look::Table* table_;
    look::EmptyState* empty_;
    QStackedWidget* stack_;
    look::Badge* rate_;
    look::Badge* gaps_;
    QToolButton* pause_;
    QPushButton* newer_;
    ports::Health health_;
};

} // namespace ui::live
