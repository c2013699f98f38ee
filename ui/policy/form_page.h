// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/policies.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/label.h"
#include "ui/look/table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWidget>

#include <string>
#include <vector>

namespace ui::policy {

/// A sentence or two, wrapped, so that it can be read whole.
class GuidanceEdit final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit GuidanceEdit(QWidget* parent = nullptr);

Q_SIGNALS:
    /// The focus has left, and something was typed.
    void finished();

protected:
    void focusOutEvent(QFocusEvent* event) override;
};

/// The common things of a policy without its text: where the tiers begin, and of each rule whether it is in use, its
/// title, tier, thresholds and guidance.
class FormPage final : public QWidget {
    Q_OBJECT
public:
    explicit FormPage(const text::Formats& formats, QWidget* parent = nullptr);

    void show_policy(const ports::PolicyCheck& check);
    [[nodiscard]] look::Table& rules() const { return *table_; }
    [[nodiscard]] int rule_count() const { return model_.rowCount(); }
    void choose(const std::string& rule);

Q_SIGNALS:
    void edited(const ports::PolicyEdit& edit);

private:
    struct Row {
        ports::RuleOutline rule;
        bool in_use = true;
    };
    void build_editor();
    void show_tiers(const std::vector<ports::TierOutline>& tiers);
    void show_rule();
    void show_thresholds(const Row& row);
    void edit_tier(std::size_t number);
    void edit_threshold(std::size_t number);
    void edit_use(bool in_use);
    void edit_text(ports::PolicyEdit::Kind kind, const QString& typed, const std::string& was);
    void edit_rule_tier();
    [[nodiscard]] const Row* chosen() const;
    void complain(const QString& sentence);

    const text::Formats& formats_;
    std::vector<ports::TierOutline> tiers_;
    std::vector<Row> taken_out_; ///< rules that are not in use, so that they can be put back
    models::case_::RowsModel<Row> model_;
    look::Table* table_;
    QHBoxLayout* tier_bar_;
    std::vector<QWidget*> tier_parts_;
    std::vector<QLineEdit*> tier_fields_;
    QCheckBox* in_use_;
    QLineEdit* title_;
    QComboBox* tier_;
    GuidanceEdit* guidance_;
    look::Label* condition_;
    look::Label* owner_;
    look::Label* complaint_;
    QFormLayout* form_;
    QWidget* editor_;
    std::vector<QLineEdit*> thresholds_;
    std::string current_; ///< id of the rule that is shown
    bool showing_ = false;
};

} // namespace ui::policy
