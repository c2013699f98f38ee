// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/policies.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/label.h"
#include "ui/look/table.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
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
    void edit_line();
    void add_line();
    void lend();
    void take_out(ports::PolicyEdit::Kind kind, const look::Table& table);
    void edit_minutes(const Answer& answer);
    void edit_then(const Answer& answer);
    void show_answers(const std::vector<ports::AnswerOutline>& answers);
    [[nodiscard]] std::optional<domain::Money> typed(QLineEdit& field, const domain::Currency& currency);
    [[nodiscard]] base::Instant moment_of(const QDateTimeEdit& field) const;
    void complain(const QString& sentence);

    const text::Formats& formats_;
    models::case_::RowsModel<domain::AuthorityLine> lines_;
    models::case_::RowsModel<domain::Delegation> lent_;
    domain::Currency currency_; ///< of the tiers
    std::vector<Answer> answers_;
    std::vector<ports::AnswerOutline> shown_answers_;
    look::Label* complaint_;
    look::Table* lines_table_;
    QLineEdit* line_amount_;
    QPushButton* line_out_;
    QComboBox* new_kind_;
    QLineEdit* new_who_;
    QLineEdit* new_categories_;
    QLineEdit* new_amount_;
    QPushButton* line_in_;
    look::Table* lent_table_;
    QLineEdit* from_;
    QLineEdit* to_;
    QDateTimeEdit* since_;
    QDateTimeEdit* until_;
    QLineEdit* up_to_;
    QLineEdit* reason_;
    QPushButton* lend_;
    QPushButton* lent_out_;
    bool showing_ = false;
};

} // namespace ui::policy
