// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/feed.h"
#include "app/text/formats.h"
#include "ui/look/label.h"
#include "ui/look/symbol.h"

#include <QFrame>

namespace ui::frame {

/// One line that says how things are: link, source, lag, rate, gaps, what the store holds, what is not sent yet.
class StatusStrip final : public QFrame {
    Q_OBJECT
public:
    StatusStrip(const base::Clock& clock, const text::Formats& formats, bool sandbox, QWidget* parent = nullptr);

    void show(const ports::Health& health);
    using QWidget::show;
    void tick();
    /// How many cases the policy escalated to whoever sits here; nothing is shown for none.
    void show_mine(int count);
    /// Says for a few seconds what was done ("12 rows copied").
    void remark(const QString& own);
    /// The sentence that the notice bar of the window should show, if something is wrong.
    struct Alarm {
        look::Level level;
        QString sentence;
        std::optional<base::Fault> fault;
    };
    [[nodiscard]] static std::optional<Alarm> alarm(const ports::Health& health);

private:
    [[nodiscard]] QString link_words() const;

    const base::Clock& clock_;
    const text::Formats& formats_;
    bool sandbox_;
    ports::Health health_;
    look::Badge* mine_;
    look::Badge* link_;
    look::ElidedLabel* gateway_;
    look::Badge* lag_;
    look::Badge* rate_;
    look::Badge* gaps_;
    look::Badge* stored_;
    look::Badge* unsent_;
    look::Badge* aside_;
    look::Label* remark_;
    int remark_ticks_ = 0; ///< for how many more
};

} // namespace ui::frame
