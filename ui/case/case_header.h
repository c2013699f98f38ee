// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/archive.h"
#include "app/ports/case_level.h"
#include "app/text/formats.h"
#include "ui/look/label.h"
#include "ui/look/symbol.h"

#include <QFrame>

namespace ui::case_ {

/// What a person sees first of a case: tier, state, amount, counterpart, agent, and when it ends without them. Its
/// height never depends on what somebody outside says.
class CaseHeader final : public QFrame {
    Q_OBJECT
public:
    CaseHeader(const base::Clock& clock, const text::Formats& formats, QWidget* parent = nullptr);

    /// `seat`: who reads it.
    void show(const ports::CaseFile& file, const ports::Seat& seat);
    using QWidget::show;
    void tick();

private:
    void show_if_nobody_acts(const ports::CaseFile& file);

    const base::Clock& clock_;
    const text::Formats& formats_;
    ports::Seat seat_;
    ports::CaseRow row_; ///< for what time makes of it
    bool settled_ = false;
    look::Badge* tier_;
    look::Badge* state_;
    look::Badge* deadline_;
    look::Badge* answer_;
    look::ElidedLabel* order_;
    look::Label* amount_;
    look::ElidedLabel* counterpart_;
    look::ElidedLabel* agent_;
    look::ElidedLabel* nobody_;
};

} // namespace ui::case_
