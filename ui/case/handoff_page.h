// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/case/card.h"
#include "ui/look/facts.h"
#include "ui/look/passage.h"
#include "ui/look/table.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace ui::case_ {

/// What somebody who takes the case over has to know, on one page: contradictions and unsure numbers first, then goal,
/// proposal, where money and goods stand, what failed, what was tried, what was promised, and what is not known.
class HandoffPage final : public QScrollArea {
    Q_OBJECT
public:
    explicit HandoffPage(const text::Formats& formats, QWidget* parent = nullptr);

    /// `covered`: without what the agent says for itself.
    void show(const ports::CaseFile& file, bool covered = false);
    using QWidget::show;

private:
    void build();
    [[nodiscard]] look::Label* title(const QString& words);
    void show_alarms(const ports::CaseCards& cards);
    void show_proposal(const ports::CaseFile& file);
    void show_standing(const ports::Handoff& card);
    void show_attempts(const ports::Handoff& card);
    void show_promises(const ports::Handoff& card, bool covered);
    void show_unknown(const ports::Handoff& card);

    const text::Formats& formats_;
    models::case_::RowsModel<ports::Attempt> attempts_;
    QVBoxLayout* alarms_;
    look::SpeechFrame* goal_;
    look::Facts* proposal_;
    CheckList* standing_;
    look::SpeechFrame* failing_words_;
    look::Label* attempts_title_;
    look::Table* table_;
    CheckList* promises_;
    look::SpeechFrame* promised_;
    CheckList* unknown_;
};

} // namespace ui::case_
