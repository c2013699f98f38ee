// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/subject.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/label.h"
#include "ui/look/table.h"

#include <QWidget>

namespace ui::case_ {

/// The documents that came with an order, by what the sender says of them and by their digest. Nothing is fetched and
/// nothing can be opened from here; hidden where there are none.
class AttachmentList final : public QWidget {
    Q_OBJECT
public:
    explicit AttachmentList(const text::Formats& formats, QWidget* parent = nullptr);

    void show(const std::vector<domain::Attachment>& attachments);
    using QWidget::show;
    [[nodiscard]] const look::Table& table() const { return *table_; }

private:
    models::case_::RowsModel<domain::Attachment> model_;
    look::Table* table_;
};

} // namespace ui::case_
