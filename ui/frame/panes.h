// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/case/card.h"
#include "ui/look/label.h"
#include "ui/look/notice.h"
#include "ui/look/passage.h"
#include "ui/look/table.h"

#include <QAction>
#include <QDockWidget>
#include <QList>
#include <QMainWindow>
#include <QStackedWidget>

#include <optional>
#include <vector>

namespace ui::frame {

/// Why an order was escalated, what happened to it, and the bytes as they arrived: three panes beside any screen, for
/// the order under its cursor. They can be moved, stacked, taken out of the window and closed.
class Panes final : public QObject {
    Q_OBJECT
public:
    /// `stage` is the inner window around the screens. All must outlive the panes.
    Panes(ports::Archive& archive, const text::Formats& formats, QMainWindow& stage);

    /// Nothing: the screen has no order under its cursor.
    void show_order(const std::optional<domain::TransactionKey>& key);
    /// Reads the order again; and whose own view it may wait for.
    void refresh() { read(); }
    void set_person(const domain::PersonId& person);
    /// What moves the panes back to where they were first: all closed, stacked at the trailing edge.
    void reset();
    /// One for each pane, to open and close it.
    [[nodiscard]] QList<QAction*> toggles() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QDockWidget* dock(const char* name, const QString& title, const QKeySequence& key, QWidget* content);
    [[nodiscard]] QWidget* build_why();
    void show_stacks(int page);
    [[nodiscard]] bool is_any_open() const;
    void name_tabs();
    void read();
    void show_file(const ports::CaseFile& file);
    void show_original(std::uint64_t index);
    void clear();

    ports::Archive& archive_;
    const text::Formats& formats_;
    QMainWindow& stage_;
    models::case_::RowsModel<ports::TimelineEntry> entries_;
    case_::CheckList* why_; ///< sentences, read whole: in a narrow pane half of one is a wrong one
    look::Table* timeline_;
    look::Passage* original_;
    QList<QDockWidget*> docks_;
    QList<QStackedWidget*> stacks_; ///< in each dock: that there is nothing to show, or what there is
    std::optional<domain::TransactionKey> key_;
    domain::PersonId person_;
    std::uint64_t asked_ = 0; ///< the last question; answers to older ones are dropped
};

} // namespace ui::frame
