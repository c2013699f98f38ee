// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/policies.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/label.h"
#include "ui/look/table.h"
#include "ui/policy/delegation_editor.h"
#include "ui/policy/line_editor.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <vector>

namespace ui::policy {

/// Who may approve how much, who lends it to whom, and what happens when nobody answers: the part of a policy that is
/// about people, as a form.
class AuthorityPage final : public QScrollArea {
    Q_OBJECT
public:
    explicit AuthorityPage(const text::Formats& formats, QWidget* parent = nullptr);

    void show_policy(const ports::PolicyCheck& check);
    [[nodiscard]] look::Table& lines() const { return *lines_table_; }
    [[nodiscard]] look::Table& delegations() const { return *lent_table_; }
    [[nodiscard]] LineEditor& line() const { return *line_; }
    [[nodiscard]] DelegationEditor& delegation() const { return *lent_editor_; }

Q_SIGNALS:
    void edited(const ports::PolicyEdit& edit);

private:
    /// The controls of one tier.
    struct Answer {
        domain::Tier tier = domain::Tier::confirm;
        QSpinBox* minutes = nullptr;
        QComboBox* then = nullptr;
        QLineEdit* whom = nullptr;
    };
    void build_lines(QVBoxLayout& column);
    void build_delegations(QVBoxLayout& column);
    void build_answers(QVBoxLayout& column);
    void add_answer(domain::Tier tier, QGridLayout& grid);
    void show_line();
    void show_delegation();
    void take_out(ports::PolicyEdit::Kind kind, const look::Table& table);
    void edit_minutes(const Answer& answer);
    void edit_then(const Answer& answer);
    void show_answers(const std::vector<ports::AnswerOutline>& answers);

    const text::Formats& formats_;
    models::case_::RowsModel<domain::AuthorityLine> lines_;
    models::case_::RowsModel<domain::Delegation> lent_;
    domain::Currency currency_; ///< of the tiers
    std::vector<Answer> answers_;
    std::vector<ports::AnswerOutline> shown_answers_;
    look::Table* lines_table_;
    LineEditor* line_;
    look::Table* lent_table_;
    DelegationEditor* lent_editor_;
    bool showing_ = false;
};

} // namespace ui::policy
