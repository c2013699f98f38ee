// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/policy/publish_dialog.h"

namespace ui::policy {

/// Signs that one's own proposal is taken back: it is told to the gateway, and nobody can sign it any more.
class WithdrawDialog final : public QDialog {
    Q_OBJECT
public:
    WithdrawDialog(PublishDialog::Core core, const ports::PolicyVersion& proposal, const ports::Identity& identity,
                   QWidget* parent = nullptr);

    [[nodiscard]] decide::SignButton& sign_button() const { return *sign_; }
    [[nodiscard]] decide::KeyPanel& key_panel() const { return *key_; }
    [[nodiscard]] QString notice() const { return notice_->sentence(); }
    [[nodiscard]] bool is_signed() const { return signed_; }

Q_SIGNALS:
    void was_signed(const ports::PolicyStanding& standing);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build(const ports::PolicyVersion& proposal);
    void show_readiness();
    void sign();
    void take_signed(const base::Result<ports::PolicyStanding>& standing);

    PublishDialog::Core core_;
    domain::Digest digest_;
    look::NoticeBar* notice_;
    decide::KeyPanel* key_;
    decide::SignButton* sign_;
    QPushButton* close_;
    bool signing_ = false;
    bool signed_ = false;
};

} // namespace ui::policy
