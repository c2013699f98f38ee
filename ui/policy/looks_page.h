// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/policies.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/label.h"
#include "ui/look/table.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QWidget>

#include <optional>
#include <string>
#include <vector>

namespace ui::policy {

/// Who looks beside the person that signs: in how many orders that person notes a view of their own before the agent's
/// words are seen, and which second AI may confirm in a person's stead.
class LooksPage final : public QWidget {
    Q_OBJECT
public:
    explicit LooksPage(const text::Formats& formats, QWidget* parent = nullptr);

    void show_policy(const ports::PolicyCheck& check);
    [[nodiscard]] QSpinBox& own_view() const { return *own_view_; }
    [[nodiscard]] look::Table& reviewers() const { return *table_; }
    [[nodiscard]] QLineEdit& name() const { return *name_; }
    [[nodiscard]] QLineEdit& key() const { return *key_; }
    [[nodiscard]] QSpinBox& share() const { return *share_; }
    [[nodiscard]] QPushButton& add() const { return *add_; }
    [[nodiscard]] QPushButton& change() const { return *change_; }
    [[nodiscard]] QPushButton& dismiss() const { return *dismiss_; }
    /// What still hinders adding or changing; empty when nothing does.
    [[nodiscard]] QString complaint() const { return complaint_->text(); }

Q_SIGNALS:
    void edited(const ports::PolicyEdit& edit);

private:
    void build();
    QWidget* build_own_view();
    QWidget* build_fields();
    void show_share(int percent);
    void show_chosen();
    void weigh();
    void send(ports::PolicyEdit::Kind kind, int number);
    [[nodiscard]] ports::ReviewerOutline typed() const;
    [[nodiscard]] QString what_hinders(const ports::ReviewerOutline& typed, std::optional<int> instead_of) const;

    const text::Formats& formats_;
    QSpinBox* own_view_;
    look::Label* own_view_says_;
    look::Label* said_;
    models::case_::RowsModel<ports::ReviewerOutline> model_;
    look::Table* table_;
    QLineEdit* name_;
    QLineEdit* key_;
    QSpinBox* share_;
    look::Label* complaint_;
    QPushButton* add_;
    QPushButton* change_;
    QPushButton* dismiss_;
};

} // namespace ui::policy
