// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/archive.h"
#include "app/ports/decisions.h"
#include "app/ports/newsroom.h"

#include <QLocale>
#include <QMainWindow>
#include <QTimeZone>

#include <memory>

namespace ui::inbox {
class InboxView;
}
namespace ui::live {
class LiveView;
}
namespace ui::decisions {
class DecisionsView;
}
namespace ui::decide {
class Desk;
}

namespace ui::frame {

enum class Page { inbox, live, decisions };

/// What the window needs to know beside the ports.
struct Options {
    QLocale locale;
    QTimeZone zone = QTimeZone::systemTimeZone();
    bool sandbox = false; ///< the gateway is the embedded one: the window says so
};

/// The console: a rail with the pages, the pages, the stop button and the status strip. Knows the core by its ports
/// only; all of them must outlive the window.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(ports::Newsroom& newsroom, ports::Archive& archive, ports::Decisions& decisions,
               const base::Clock& clock, Options options = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    void show_page(Page page);
    [[nodiscard]] Page page() const;
    /// The last health that arrived; what the strip shows.
    [[nodiscard]] const ports::Health& health() const;

    /// For the tour and for tests.
    [[nodiscard]] inbox::InboxView& inbox_view() const;
    [[nodiscard]] live::LiveView& live_view() const;
    [[nodiscard]] decisions::DecisionsView& decisions_view() const;
    [[nodiscard]] decide::Desk& desk() const;

Q_SIGNALS:
    void health_changed();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace ui::frame
