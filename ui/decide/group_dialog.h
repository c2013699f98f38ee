// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/case/rows_model.h"
#include "ui/decide/group_review.h"
#include "ui/decide/review_dialog.h"
#include "ui/look/table.h"

#include <QDialog>
#include <QStackedWidget>
#include <QTimer>

namespace ui::decide {

/// The review of one decision about many orders: the list of what will be signed, the signed content of the one that is
/// chosen in it, one reason, one button that names how many and how much. As in the review of a single one no button is
/// a default, Enter never signs and held keys do nothing; when an order falls out of the list the button is dead for a
/// moment. Afterwards the list says of each order what became of it, for as long as the person likes.
class GroupDialog final : public QDialog {
    Q_OBJECT
public:
    GroupDialog(ReviewDialog::Core core, domain::Verb verb, const models::queue::Selection& chosen,
                const ports::Identity& identity, QWidget* parent = nullptr);

    void note_case(const ports::CaseRow& row) { review_.note_case(row); }
    void note_decision(const ports::DecisionRow& row) { review_.note_decision(row); }

    [[nodiscard]] GroupReview& review() { return review_; }
    [[nodiscard]] ReasonPicker& reasons() const { return *reasons_; }
    [[nodiscard]] KeyPanel& key_panel() const { return *key_; }
    [[nodiscard]] SignButton& sign_button() const { return *sign_; }
    [[nodiscard]] QPushButton& stop_button() const { return *stop_; }
    [[nodiscard]] look::Table& table() const { return *table_; }
    /// What the bars above the list say: what is left out, what came later, how it goes and how it ended.
    [[nodiscard]] QString said() const;
    [[nodiscard]] QString hint() const;
    /// Closes; while it signs it stops instead, and stays to say what was done.
    void reject() override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void build_table();
    [[nodiscard]] QWidget* build_lower();
    [[nodiscard]] QWidget* build_upper();
    [[nodiscard]] QWidget* buttons();
    void connect_parts();
    void give_reason();
    void show_soon();
    void show_all();
    void show_bars();
    void show_chosen();
    void show_content(const GroupOrder& order);
    void show_readiness();
    void show_over();
    void dropped();
    void press_result();
    [[nodiscard]] QString what_is_missing() const;
    [[nodiscard]] int chosen() const;
    [[nodiscard]] const GroupOrder& order_at(int place) const {
        return review_.orders()[static_cast<std::size_t>(place)];
    }

    ReviewDialog::Core core_;
    GroupReview review_;
    models::case_::RowsModel<int> model_; ///< places of the orders
    QTimer note_timer_;                   ///< asks again when a person stops typing
    QTimer show_timer_;                   ///< many changes are shown at once
    bool was_ready_ = false;              ///< a person could have signed: what falls out now is news

    look::Table* table_;
    look::NoticeBar* left_out_;
    look::NoticeBar* not_included_;
    look::NoticeBar* dropped_;
    look::NoticeBar* result_;
    QStackedWidget* content_pages_;
    SignedContent* content_;
    look::EmptyState* missing_;
    QStackedWidget* lower_;
    ReasonPicker* reasons_;
    KeyPanel* key_;
    ProgressPanel* progress_;
    look::Label* heading_;
    look::Label* hint_;
    SignButton* sign_;
    QPushButton* stop_;
    QPushButton* cancel_;
};

} // namespace ui::decide
