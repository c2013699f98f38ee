// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/policies.h"
#include "ui/look/label.h"
#include "ui/look/notice.h"
#include "ui/policy/publish_dialog.h"
#include "ui/policy/withdraw_dialog.h"

#include <QPointer>
#include <QPushButton>
#include <QWidget>

namespace ui::policy {

class VersionsPage;

/// The publishing side of the policy's screen: which edition is in force since when, what waits for a second person,
/// the list of editions, and the way to a signature.
class PublishingSide final : public QObject {
    Q_OBJECT
public:
    /// Its widgets belong to `view`, which lays them out.
    PublishingSide(PublishDialog::Core core, ports::Policies& policies, QWidget& view);

    [[nodiscard]] QPushButton& button() const { return *publish_; }
    [[nodiscard]] look::Label& standing_line() const { return *line_; }
    [[nodiscard]] look::NoticeBar& waiting() const { return *waiting_; }
    [[nodiscard]] VersionsPage& versions() const { return *versions_; }
    /// The review that is open, if one is.
    [[nodiscard]] PublishDialog* dialog() const { return dialog_; }

    /// The withdrawal that is open, if one is.
    [[nodiscard]] WithdrawDialog* withdrawal() const { return withdrawal_; }

    /// What would be published; `ready`: it compiles, its test cases pass and it differs from the one in force.
    void set_draft(const std::string& text, bool ready, const QString& why_not);
    void publish();
    void refresh();
    /// Whether this text was published here and is in force now.
    [[nodiscard]] bool is_in_force(const std::string& text) const { return own_in_force_ && text == offered_; }

Q_SIGNALS:
    void in_force_changed(const ports::PolicyText& policy);
    void draft_wanted(const std::string& text);
    void failed(const base::Fault& fault);

private:
    void take(const ports::PolicyStanding& standing);
    void begin(ports::PolicyDraft draft);
    void open(ports::PolicyDraft draft, const ports::Identity& identity);
    void compare(const std::string& before, const std::string& after);
    void open_withdrawal(const domain::Digest& digest, const ports::Identity& identity);
    void withdraw(const domain::Digest& digest);

    PublishDialog::Core core_;
    ports::Policies& policies_;
    QWidget& view_;
    QPushButton* publish_;
    look::Label* line_;
    look::NoticeBar* waiting_;
    VersionsPage* versions_;
    QPointer<PublishDialog> dialog_;
    QPointer<WithdrawDialog> withdrawal_;
    std::vector<ports::PolicyVersion> versions_shown_;
    std::string draft_;
    std::string in_force_;
    std::string offered_; ///< as it was written, before it became canonical
    domain::Digest offered_digest_{};
    bool own_in_force_ = false;
    bool read_only_ = false;
    bool ready_ = false;
    std::optional<domain::Digest> approvable_; ///< what the bar's button opens
    std::uint64_t compared_ = 0;
};

} // namespace ui::policy
