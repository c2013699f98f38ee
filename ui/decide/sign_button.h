// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"

#include <QPushButton>
#include <QTimer>

namespace ui::decide {

/// The button that signs. It is never a default button, Enter and held keys do nothing to it, and after a change of the
/// pinned case it is dead for a moment, which it shows by filling up. It becomes live only when `set_ready(true)` was
/// said and the dead time is over.
class SignButton final : public QPushButton {
    Q_OBJECT
public:
    SignButton(const base::Clock& clock, QWidget* parent = nullptr);

    void set_ready(bool ready);
    void start_dead_time(base::Microseconds length);
    [[nodiscard]] bool is_dead() const;
    /// Looks at the clock; the timer calls it while the button is dead.
    void tick();

Q_SIGNALS:
    void dead_time_ended();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void show_state();

    const base::Clock& clock_;
    base::Instant dead_from_{};
    base::Instant dead_until_{};
    bool ready_ = false;
    QTimer timer_;
};

} // namespace ui::decide
