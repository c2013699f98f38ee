// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/text/formats.h"
#include "models/queue/queue_model.h"

#include <QStyledItemDelegate>

namespace ui::inbox {

/// A case in three short lines of one fixed height: level and amount, who with whom, why and until when.
class QueueDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// All must outlive the delegate.
    QueueDelegate(const models::queue::QueueModel& model, const text::Formats& formats, const base::Clock& clock,
                  QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const models::queue::QueueModel& model_;
    const text::Formats& formats_;
    const base::Clock& clock_;
};

} // namespace ui::inbox
