// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/text/formats.h"
#include "models/queue/queue_model.h"
#include "ui/look/theme.h"

#include <QStyledItemDelegate>

#include <optional>

namespace ui::inbox {

/// A case or a group of alike ones in three short lines of one fixed height: level and amount, who with whom, why and
/// until when. Members of an open group are moved in.
class QueueDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// All must outlive the delegate.
    QueueDelegate(const models::queue::QueueModel& model, const text::Formats& formats, const base::Clock& clock,
                  const ports::Seat& seat, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    /// What a row says, be it a case or the head of a group.
    struct Lines {
        look::Level level = look::Level::off;
        bool calm = false;
        std::optional<domain::Money> amount;
        QString label;
        QString who;
        QString why;
        QString when;
    };
    [[nodiscard]] Lines lines_of(const QModelIndex& index) const;
    void paint_ground(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                      const look::Colours& colours) const;

    const models::queue::QueueModel& model_;
    const text::Formats& formats_;
    const base::Clock& clock_;
    const ports::Seat& seat_;
};

} // namespace ui::inbox
