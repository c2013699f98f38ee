// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/case/attachment_list.h"
#include "ui/case/card.h"
#include "ui/look/facts.h"
#include "ui/look/passage.h"
#include "ui/look/table.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace ui::case_ {

/// What is asked for, with the mandate beside it; why the platform escalated it; the agent's own words in their frame.
class RequestPage final : public QScrollArea {
    Q_OBJECT
public:
    explicit RequestPage(const text::Formats& formats, QWidget* parent = nullptr);

    /// `covered`: without what the agent says for itself.
    void show(const ports::CaseFile& file, bool covered = false);
    using QWidget::show;

private:
    void build();
    void show_reasons(const ports::CaseFile& file);
    void show_money(const domain::Subject& subject);
    void show_facts(const domain::TransactionVersion& version);
    void show_mandate(const ports::CaseFile& file);
    void show_lines(const domain::Subject& subject);

    const text::Formats& formats_;
    models::case_::RowsModel<domain::Line> lines_;
    look::Label* reasons_title_;
    QVBoxLayout* reasons_;
    look::SpeechFrame* platform_;
    look::SpeechFrame* purpose_;
    look::Facts* money_;
    look::Facts* facts_;
    look::Label* mandate_title_;
    CheckList* checks_;
    look::Facts* mandate_;
    look::Label* lines_title_;
    look::Table* table_;
    AttachmentList* attachments_;
};

} // namespace ui::case_
