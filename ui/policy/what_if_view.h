// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/policies.h"
#include "app/text/formats.h"
#include "ui/look/label.h"
#include "ui/look/notice.h"

#include <QDoubleSpinBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QWidget>

#include <array>
#include <optional>
#include <string>

namespace ui::policy {

class WhatIfPages;

/// What a draft would have made of everything on record: with progress and cancel, then as tables.
class WhatIfView final : public QWidget {
    Q_OBJECT
public:
    WhatIfView(ports::Policies& policies, const text::Formats& formats, QWidget* parent = nullptr);

    void take_focus();
    /// Takes a draft and tries it at once.
    void try_draft(std::string draft);
    /// "raise to X?": the policy in force with one threshold of a rule changed, tried at once. `value` as the condition
    /// writes it ("750.00 GBP", "12").
    void try_threshold(const std::string& rule, std::size_t threshold, const std::string& value);
    /// The policy in force, against itself: what it means for the record, or for the orders of one source alone, as
    /// after an import.
    void try_in_force(std::optional<domain::SourceId> only = {});
    [[nodiscard]] bool is_running() const { return running_; }
    [[nodiscard]] bool is_filled() const { return filled_; }
    /// A trial ended, in whatever way.
    [[nodiscard]] bool is_done() const { return done_ && !running_; }
    [[nodiscard]] WhatIfPages& pages() const { return *pages_; }
    [[nodiscard]] QPushButton& go() const { return *go_; }
    [[nodiscard]] QPushButton& cancel() const { return *cancel_; }
    [[nodiscard]] QString said() const { return name_->text(); }

Q_SIGNALS:
    void opened(const domain::TransactionKey& key);

private:
    QWidget* build_bar();
    QWidget* build_effort();
    void run();
    void note_effort();
    void finish(const base::Result<domain::WhatIf>& made);
    void show_running(bool running);
    [[nodiscard]] domain::Effort effort() const;
    void begin(std::string draft, std::optional<domain::SourceId> only);
    void edit_threshold(const std::string& text, const ports::PolicyCheck& check, const std::string& rule,
                        std::size_t threshold, const std::string& value);

    ports::Policies& policies_;
    const text::Formats& formats_;
    look::Label* name_;
    QPushButton* go_;
    QPushButton* cancel_;
    QProgressBar* progress_;
    look::NoticeBar* notice_;
    look::EmptyState* empty_;
    WhatIfPages* pages_;
    QStackedWidget* stack_;
    QSpinBox* people_;
    std::array<QDoubleSpinBox*, domain::tier_count> minutes_{};
    std::string draft_;
    std::optional<domain::SourceId> only_;
    bool running_ = false;
    bool filled_ = false;
    bool done_ = false;
};

} // namespace ui::policy
