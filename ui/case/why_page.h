// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/case/rows_model.h"
#include "ui/case/verdict_words.h"
#include "ui/look/passage.h"
#include "ui/look/table.h"

#include <QPushButton>
#include <QScrollArea>

namespace ui::case_ {

/// Why our policy says what it says of the order: the verdict beside the platform's, every rule (fired first), the
/// chosen rule's condition part by part with the values that it saw, its guidance, and the data looked at with its age.
class WhyPage final : public QScrollArea {
    Q_OBJECT
public:
    explicit WhyPage(const text::Formats& formats, QWidget* parent = nullptr);

    /// `person`: who sits here, for what they may approve.
    void show(const ports::CaseFile& file, const domain::PersonId& person = {});
    using QWidget::show;

private:
    void build();
    void show_rules();
    void show_rule(int row);

    const text::Formats& formats_;
    models::case_::RowsModel<ports::JudgedRule> rules_;
    models::case_::RowsModel<ConditionPart> parts_;
    look::Badge* headline_;
    look::Label* waiting_;
    QWidget* whole_;
    CheckList* points_;
    look::SpeechFrame* platform_;
    look::Table* rules_table_;
    std::vector<ports::JudgedRule> judged_;
    QPushButton* quiet_;
    look::Label* none_fired_;
    look::Label* chosen_;
    look::Table* parts_table_;
    look::Label* guidance_;
    CheckList* data_;
};

} // namespace ui::case_
