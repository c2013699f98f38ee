// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/archive.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/facts.h"
#include "ui/look/notice.h"
#include "ui/look/passage.h"
#include "ui/look/table.h"
#include "ui/sieve/narrowed_list.h"

#include <QStackedWidget>
#include <QTabWidget>

#include <functional>
#include <vector>

namespace ui::health {

/// How link and store are, and everything that is not in the tables: what is missing (gaps), what could not be
/// understood (quarantine) and what contradicts itself. Each is listed as long as it is so, with what arrived.
class HealthView final : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the view.
    HealthView(ports::Archive& archive, const base::Clock& clock, const text::Formats& formats,
               QWidget* parent = nullptr);

    void take_focus();
    void show_health(const ports::Health& health);
    /// Once a second.
    void tick();
    [[nodiscard]] QTabWidget& tabs() const { return *tabs_; }
    [[nodiscard]] std::optional<domain::TransactionKey> current_order() const;

Q_SIGNALS:
    void opened(const domain::TransactionKey& key);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct List {
        look::Table* table = nullptr;
        look::EmptyState* empty = nullptr;
        QStackedWidget* stack = nullptr;
        std::function<std::size_t()> kept = [] { return std::size_t{0}; }; ///< rows behind the filter
        bool more = false;
        bool reading = false;
    };
    void build();
    QWidget* build_list(const List& list, sieve::Bar& bar);
    void prepare_gaps();
    void prepare_quarantine();
    void prepare_conflicts();
    void show_facts();
    void read();
    void read_gaps(bool more);
    void read_quarantine(bool more);
    void read_conflicts(bool more);
    void show_original(std::uint64_t index);
    void show_tabs();

    ports::Archive& archive_;
    const base::Clock& clock_;
    const text::Formats& formats_;
    ports::Health health_;
    bool stale_ = true; ///< counts changed since the lists were read

    List gap_list_;
    List quarantine_list_;
    List conflict_list_;
    std::vector<ports::GapRow> gap_rows_;
    std::vector<ports::QuarantineRow> quarantine_rows_;
    std::vector<ports::ConflictRow> conflict_rows_;
    models::case_::RowsModel<ports::GapRow> gaps_;
    models::case_::RowsModel<ports::QuarantineRow> quarantine_;
    models::case_::RowsModel<ports::ConflictRow> conflicts_;
    sieve::NarrowedList<ports::GapRow> narrow_gaps_;
    sieve::NarrowedList<ports::QuarantineRow> narrow_quarantine_;
    sieve::NarrowedList<ports::ConflictRow> narrow_conflicts_;

    look::NoticeBar* notice_;
    look::Facts* link_facts_;
    look::Facts* store_facts_;
    QTabWidget* tabs_;
    look::Passage* original_;
    std::uint64_t asked_ = 0;
};

} // namespace ui::health
