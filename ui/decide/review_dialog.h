// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/decisions.h"
#include "app/text/formats.h"
#include "ui/decide/reason_picker.h"
#include "ui/look/notice.h"

#include <QDialog>
#include <QStackedWidget>
#include <QTimer>

#include <optional>

namespace ui::decide {

class AmountField;
class KeyPanel;
class ProgressPanel;
class SignButton;
class SignedContent;

/// Where the dialog stands.
enum class ReviewStage { asking, ready, signing, signed_ };

/// The review of one decision. It shows what the bytes to sign say; each change of reason or note makes new bytes and
/// shows those. No button is a default, Enter never signs, held keys do nothing. When the pinned case changes under it,
/// it says so, shows the new version, forgets the reason and keeps the button dead for a moment. After signing it stays
/// until the receipt is on the screen, for as long as the person likes.
class ReviewDialog final : public QDialog {
    Q_OBJECT
public:
    struct Core {
        ports::Decisions& decisions;
        ports::Archive& archive;
        const base::Clock& clock;
        const text::Formats& formats;
    };

    /// `other_case`: the last review was about another case, so the button starts dead.
    ReviewDialog(Core core, ports::Draft draft, const ports::Identity& identity, bool other_case,
                 QWidget* parent = nullptr);

    /// News of a case: matters when it is the pinned one.
    void note_case(const ports::CaseRow& row);
    void note_decision(const ports::DecisionRow& row);
    /// Somebody else holds the case: deciding now may be refused.
    void warn_of_colleague();

    [[nodiscard]] ReviewStage stage() const { return stage_; }
    [[nodiscard]] const ports::Draft& draft() const { return draft_; }
    [[nodiscard]] const std::optional<ports::Review>& review() const { return review_; }
    /// The decision as the record holds it, once it was signed.
    [[nodiscard]] const std::optional<ports::DecisionRow>& decision() const { return row_; }
    [[nodiscard]] ReasonPicker& reasons() const { return *reasons_; }
    /// Used for reduced approvals, and for what is rolled back.
    [[nodiscard]] AmountField& amount_field() const { return *amount_; }
    [[nodiscard]] KeyPanel& key_panel() const { return *key_; }
    [[nodiscard]] SignButton& sign_button() const { return *sign_; }
    [[nodiscard]] QString notice() const { return notice_->sentence(); }
    [[nodiscard]] QString hint() const { return hint_->text(); }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void connect_parts();
    [[nodiscard]] QWidget* buttons();
    void ask_again();
    void take(base::Result<ports::Review> review);
    void pin_again();
    void pin(const ports::CaseRow& row);
    void read_order();
    [[nodiscard]] bool takes_amount() const;
    [[nodiscard]] bool lacks_amount() const;
    [[nodiscard]] bool lacks_input() const { return lacks_amount() || reasons_->lacks_note(); }
    [[nodiscard]] QString what_is_missing() const;
    void show_standing();
    void show_readiness();
    void sign();
    void ask_in_a_moment();
    void take_row(base::Result<ports::DecisionRow> row);
    void take_signed(base::Result<ports::DecisionRow> row);

    Core core_;
    ports::Draft draft_;
    std::optional<ports::Review> review_;
    std::optional<ports::DecisionRow> row_;
    ReviewStage stage_ = ReviewStage::asking;
    std::uint64_t asked_ = 0;
    QTimer note_timer_; ///< asks again when a person stops typing

    look::NoticeBar* changed_;
    look::NoticeBar* notice_;
    QStackedWidget* upper_; ///< what will be signed, or what is missing for that
    SignedContent* content_;
    look::EmptyState* missing_;
    QStackedWidget* lower_;
    AmountField* amount_;
    ReasonPicker* reasons_;
    ProgressPanel* progress_;
    KeyPanel* key_;
    look::Label* heading_;
    look::Label* hint_;
    SignButton* sign_;
    QPushButton* cancel_;
};

} // namespace ui::decide
