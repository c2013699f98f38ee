// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/case/rows_model.h"
#include "ui/case/verdict_words.h"
#include "ui/look/table.h"

#include <QScrollArea>

namespace ui::case_ {

/// The money of the order against the policy: the ladder of tiers with the order on it (pieces that belong together
/// joined), limits with their room before and after, and line by line what contracts and price lists say.
class LadderPage final : public QScrollArea {
    Q_OBJECT
public:
    explicit LadderPage(const text::Formats& formats, QWidget* parent = nullptr);

    void show(const ports::CaseFile& file);
    using QWidget::show;

private:
    void build();
    void show_ladder(const ports::Judgement& judgement);
    void show_cover(const ports::CaseFile& file, const ports::Judgement& judgement);

    const text::Formats& formats_;
    models::case_::RowsModel<Rung> rungs_;
    models::case_::RowsModel<CoveredLine> lines_;
    look::Label* waiting_;
    QWidget* whole_;
    look::Label* amount_;
    look::Table* ladder_;
    CheckList* limits_;
    CheckList* covered_;
    look::Table* cover_;
};

} // namespace ui::case_
