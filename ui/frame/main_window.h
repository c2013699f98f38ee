// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/archive.h"
#include "app/ports/connections.h"
#include "app/ports/decisions.h"
#include "app/ports/files.h"
#include "app/ports/judging.h"
#include "app/ports/newsroom.h"
#include "app/ports/policies.h"
#include "app/ports/publishing.h"
#include "ui/frame/screen.h"

#include <QLocale>
#include <QMainWindow>
#include <QTimeZone>

#include <functional>
#include <memory>

namespace ui::inbox {
class InboxView;
}
namespace ui::look {
class Theme;
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

/// What the window needs to know beside the ports.
struct Options {
    QLocale locale;
    QTimeZone zone = QTimeZone::systemTimeZone();
    bool sandbox = false;            ///< the gateway is the embedded one: the window says so
    QString memory{};                ///< file that remembers profile, columns and panes; empty: nothing is remembered
    ports::Spend* spend = nullptr;   ///< nothing: no screen of what was spent
    ports::Agents* agents = nullptr; ///< nothing (or no spend): no screen of the fleet
    ports::Connections* connections = nullptr; ///< none: no screen for them
    ports::Policies* policies = nullptr;       ///< none: no screens for them
    ports::Judging* judging = nullptr;         ///< none: no screen for it
    ports::Publishing* publishing = nullptr;   ///< none: policies are only read and tried
    ports::Files* files = nullptr;             ///< none: no files can be opened
    look::Theme* theme = nullptr;              ///< none: the window offers no choice of light and dark
    std::function<void()> language_changed{};  ///< the next window speaks the remembered one; none: no choice
};

/// The console: a rail with the screens, the screens with panes beside them, the stop button and the status strip.
/// Knows the core by its ports only; all of them must outlive the window.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(ports::Newsroom& newsroom, ports::Archive& archive, ports::Decisions& decisions,
               const base::Clock& clock, Options options = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    void show_page(Page page);
    /// Asks how a file is to be read and imports it, as if it had been dropped on the window.
    void open_file(const QString& path);
    /// From the one at `number` on, each when the one before is closed.
    void open_files(const QStringList& paths, int number);
    /// In the order of their names, as months follow each other.
    void open_all(QStringList paths);
    /// Whether there is something that takes files.
    [[nodiscard]] bool can_open_files() const;
    [[nodiscard]] Page page() const;
    void set_profile(Profile profile);
    [[nodiscard]] Profile profile() const;
    /// Every screen, in the order of the rail.
    [[nodiscard]] const std::vector<Screen>& screens() const;
    /// The last health that arrived; what the strip shows.
    [[nodiscard]] const ports::Health& health() const;

    /// For the tour and for tests.
    [[nodiscard]] inbox::InboxView& inbox_view() const;
    [[nodiscard]] live::LiveView& live_view() const;
    [[nodiscard]] decisions::DecisionsView& decisions_view() const;
    [[nodiscard]] decide::Desk& desk() const;

Q_SIGNALS:
    void health_changed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace ui::frame
