// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/decisions.h"
#include "app/text/formats.h"
#include "ui/look/facts.h"
#include "ui/look/notice.h"
#include "ui/look/passage.h"

#include <QTimer>
#include <QWidget>

#include <array>

namespace ui::decide {

/// What became of a decision: signed, sent, accepted, executed, with the gateway's receipt as soon as the record holds
/// it. Shows only what the record holds.
class ProgressPanel final : public QWidget {
    Q_OBJECT
public:
    /// Clock and formats must outlive the widget.
    ProgressPanel(const base::Clock& clock, const text::Formats& formats, QWidget* parent = nullptr);

    void show(const ports::DecisionRow& row);
    using QWidget::show;
    /// Looks at the clock; the timer calls it while the decision can be taken back.
    void tick();
    [[nodiscard]] QString notice() const { return notice_->sentence(); }

Q_SIGNALS:
    void status_wanted();
    void withdrawal_wanted();

private:
    void show_stages(domain::DecisionState state);
    void show_on_record(const ports::DecisionRow& row);
    void show_receipt(const ports::DecisionRow& row);
    void show_advice(const ports::DecisionRow& row);

    void say_held();

    const base::Clock& clock_;
    const text::Formats& formats_;
    std::array<look::Badge*, 4> stages_{};
    look::NoticeBar* notice_;
    look::Facts* receipt_;
    look::SpeechFrame* advice_;
    domain::DecisionState state_ = domain::DecisionState::drafted;
    base::Instant not_before_{};
    QTimer timer_;
};

} // namespace ui::decide
