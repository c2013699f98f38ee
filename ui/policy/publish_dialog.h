// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/publishing.h"
#include "app/text/formats.h"
#include "ui/look/label.h"
#include "ui/look/notice.h"

#include <QDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

#include <optional>

namespace ui::decide {
class KeyPanel;
class SignButton;
} // namespace ui::decide

namespace ui::policy {

class DifferencePage;

/// The review of an edition of the policy before it is signed, first or second. It shows what the bytes to sign say and
/// how they differ from the policy in force; each change of the note makes new bytes and shows those. No button is a
/// default, Enter never signs, held keys do nothing, and the button is dead for a moment.
class PublishDialog final : public QDialog {
    Q_OBJECT
public:
    struct Core {
        ports::Publishing& publishing;
        ports::Decisions& decisions;
        const base::Clock& clock;
        const text::Formats& formats;
    };
    PublishDialog(Core core, ports::PolicyDraft draft, const ports::Identity& identity, QWidget* parent = nullptr);

    [[nodiscard]] const std::optional<ports::PolicyReview>& review() const { return review_; }
    [[nodiscard]] decide::SignButton& sign_button() const { return *sign_; }
    [[nodiscard]] decide::KeyPanel& key_panel() const { return *key_; }
    [[nodiscard]] QLineEdit& note() const { return *note_; }
    [[nodiscard]] DifferencePage& difference() const { return *difference_; }
    [[nodiscard]] QString notice() const { return notice_->sentence(); }
    [[nodiscard]] QString hint() const { return hint_->text(); }
    [[nodiscard]] bool is_signed() const { return signed_; }
    /// Looks again at what would be signed: it may have been taken back.
    void look_again() { ask(); }

Q_SIGNALS:
    void was_signed(const ports::PolicyStanding& standing);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QWidget* build_buttons();
    QLabel* add_row(QFormLayout& form, const QString& name);
    void ask();
    void take(base::Result<ports::PolicyReview> review);
    void show_review();
    void show_readiness();
    void sign();
    void take_signed(const base::Result<ports::PolicyStanding>& standing);

    Core core_;
    ports::PolicyDraft draft_;
    std::optional<ports::PolicyReview> review_;
    std::uint64_t asked_ = 0;
    bool signing_ = false;
    bool signed_ = false;
    QTimer pause_;
    QLabel* edition_ = nullptr;
    QLabel* policy_ = nullptr;
    QLabel* proposer_ = nullptr;
    QLabel* said_note_ = nullptr;
    QLabel* digest_ = nullptr;
    QLabel* effect_ = nullptr;
    DifferencePage* difference_;
    look::NoticeBar* notice_;
    QLineEdit* note_;
    decide::KeyPanel* key_;
    look::Label* hint_;
    decide::SignButton* sign_;
    QPushButton* close_;
};

} // namespace ui::policy
