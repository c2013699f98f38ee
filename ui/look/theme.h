// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/focus_ring.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include <optional>
#include <string_view>

class QApplication;

namespace ui::look {

/// `--theme` of the console.
enum class ThemeChoice { desktop, light, dark };

/// "desktop", "light", "dark"; nothing for anything else.
[[nodiscard]] std::optional<ThemeChoice> theme_choice(std::string_view name);

/// How much attention something asks for, in rising order. Always shown as shape, colour and label together (after the
/// status system of Astro UXDS). Status is not severity: a connection that is off is `off`, not `critical`.
enum class Level { off, standby, normal, caution, serious, critical };
inline constexpr int level_count = 6;

/// The colours beside QPalette's roles. Every one has a contrast of at least 4.5:1 on window, base and raised.
struct Colours {
    QColor window, base, raised, text, muted, border, accent, accent_text, selected, untrusted_bar, machine, human;
    QColor levels[level_count];

    [[nodiscard]] const QColor& of(Level level) const { return levels[static_cast<int>(level)]; }
};

[[nodiscard]] bool is_dark(const QPalette& palette);
/// The set that belongs to a palette, so that a widget follows its palette and nobody keeps a global.
[[nodiscard]] const Colours& colours_for(const QPalette& palette);
[[nodiscard]] QPalette palette_of(bool dark);
/// WCAG 2.2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

/// The type scale, as a factor on the font of the desktop.
enum class Type { small, body, strong, title, amount };
[[nodiscard]] QFont font_of(Type type, const QFont& base);

/// The spacing scale in logical pixels.
namespace gap {
inline constexpr int tight = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int huge = 24;
} // namespace gap

/// Installs style, palette, the ring around what has the focus and the accessible form of scroll areas on the
/// application, and follows the desktop when it turns light or dark.
class Theme final : public QObject {
    Q_OBJECT
public:
    explicit Theme(QApplication& application, ThemeChoice choice = ThemeChoice::desktop);

    void choose(ThemeChoice choice);
    [[nodiscard]] ThemeChoice choice() const { return choice_; }
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void install();

    FocusRing ring_;
    QApplication& application_;
    ThemeChoice choice_;
    bool pending_ = false; ///< install() is queued
};

} // namespace ui::look
