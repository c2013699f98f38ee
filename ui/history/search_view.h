// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/text/formats.h"
#include "models/feed/feed_language.h"
#include "models/feed/feed_model.h"
#include "ui/look/filter_bar.h"
#include "ui/look/notice.h"
#include "ui/look/table.h"
#include "ui/sieve/bar.h"

#include <QPushButton>
#include <QStackedWidget>

#include <optional>
#include <string>

namespace ui::history {

/// Finds events in the whole record: by id, agent, supplier, amount, time and words. The newest first; looks back as
/// far as it takes to fill a page, says how far it came, and goes on when asked.
class SearchView final : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the view.
    SearchView(ports::Archive& archive, const base::Clock& clock, const text::Formats& formats,
               QWidget* parent = nullptr);

    void take_focus();
    /// The cursor into the line, with all of it chosen, so that typing begins another search.
    void start();
    /// Searches as if it had been typed and entered.
    void search(const std::string& typed);
    [[nodiscard]] const std::string& searched() const { return searched_; }
    [[nodiscard]] const models::feed::FeedModel& found() const { return model_; }
    [[nodiscard]] look::FilterBar& line() const { return *line_; }
    /// Over what was found.
    [[nodiscard]] sieve::Bar& filter() const { return *filter_; }
    [[nodiscard]] bool is_looking() const { return looking_; }
    [[nodiscard]] std::optional<domain::AgentId> current_agent() const;
    [[nodiscard]] std::optional<domain::TransactionKey> current_order() const;

Q_SIGNALS:
    void opened(const domain::TransactionKey& key);

private:
    void build();
    void prepare_table();
    void check(const QString& typed);
    void begin();
    void ask();
    void take(const base::Result<ports::FeedPage>& page);
    void go_on();
    void stop();
    void show_state();
    [[nodiscard]] QString progress_words() const;
    void open_row(const QModelIndex& index);

    ports::Archive& archive_;
    const text::Formats& formats_;
    models::feed::FeedModel model_;
    look::FilterBar* line_;
    models::ledger::Columns columns_; ///< as conditions know them
    sieve::Bar* filter_;
    QPushButton* more_;
    look::NoticeBar* notice_;
    look::EmptyState* empty_;
    look::Table* table_;
    QStackedWidget* stack_;
    ports::FeedQuery query_;
    std::string searched_;
    std::optional<std::uint64_t> reached_; ///< entry down to which it has looked
    std::size_t wanted_ = 0;               ///< looks on until so many are found
    std::uint64_t question_ = 0;           ///< answers to older ones are dropped
    domain::Money cell_amount_;            ///< what the delegate is drawing
    bool by_id_ = false;                   ///< tries an id first, words next
    bool looking_ = false;
    bool more_left_ = false;
};

} // namespace ui::history
