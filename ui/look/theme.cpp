// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/theme.h"

#include "ui/look/scroll_accessibility.h"
#include "ui/look/style.h"

#include <QApplication>
#include <QEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui::look {

namespace {

// Levels in the order of Level: off, standby, normal, caution, serious, critical.
const Colours light_colours = {
    QColor(0xf4, 0xf5, 0xf7),
    QColor(0xff, 0xff, 0xff),
    QColor(0xea, 0xed, 0xf1),
    QColor(0x1b, 0x1f, 0x24),
    QColor(0x53, 0x5c, 0x66),
    QColor(0xcd, 0xd3, 0xda),
    QColor(0x0b, 0x57, 0xa4),
    QColor(0xff, 0xff, 0xff),
    QColor(0xd6, 0xe6, 0xf7),
    QColor(0x8a, 0x5a, 0xa8),
    QColor(0x6b, 0x3f, 0xa0),
    QColor(0x0a, 0x66, 0x5c),
    {QColor(0x59, 0x63, 0x6e), QColor(0x0b, 0x57, 0xa4), QColor(0x16, 0x6a, 0x30), QColor(0x7a, 0x56, 0x00),
     QColor(0xa8, 0x43, 0x00), QColor(0xb8, 0x1d, 0x27)},
};

const Colours dark_colours = {
    QColor(0x15, 0x18, 0x1c),
    QColor(0x1b, 0x1f, 0x24),
    QColor(0x26, 0x2b, 0x32),
    QColor(0xe6, 0xe9, 0xed),
    QColor(0xa3, 0xad, 0xb8),
    QColor(0x3b, 0x42, 0x4b),
    QColor(0x6c, 0xb2, 0xf7),
    QColor(0x0d, 0x12, 0x18),
    QColor(0x23, 0x3f, 0x5c),
    QColor(0xc0, 0x9a, 0xdd),
    QColor(0xc9, 0xa7, 0xea),
    QColor(0x5f, 0xd0, 0xc2),
    {QColor(0x9a, 0xa5, 0xb1), QColor(0x6c, 0xb2, 0xf7), QColor(0x5a, 0xc8, 0x72), QColor(0xe3, 0xb3, 0x41),
     QColor(0xf5, 0x9a, 0x52), QColor(0xff, 0x85, 0x7d)},
};

double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

std::optional<ThemeChoice> theme_choice(std::string_view name) {
    if (name == "desktop") {
        return ThemeChoice::desktop;
    }
    if (name == "light") {
        return ThemeChoice::light;
    }
    return name == "dark" ? std::optional(ThemeChoice::dark) : std::nullopt;
}

bool is_dark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

const Colours& colours_for(const QPalette& palette) {
    return is_dark(palette) ? dark_colours : light_colours;
}

QPalette palette_of(bool dark) {
    const Colours& set = dark ? dark_colours : light_colours;
    QPalette palette(set.text, set.raised, set.base.lighter(115), set.border, set.muted, set.text, set.base);
    palette.setColor(QPalette::Window, set.window);
    palette.setColor(QPalette::AlternateBase, set.window);
    palette.setColor(QPalette::Button, set.raised);
    palette.setColor(QPalette::ButtonText, set.text);
    palette.setColor(QPalette::BrightText, set.accent_text);
    palette.setColor(QPalette::Highlight, set.accent);
    palette.setColor(QPalette::HighlightedText, set.accent_text);
    palette.setColor(QPalette::Link, set.accent);
    palette.setColor(QPalette::LinkVisited, set.accent);
    palette.setColor(QPalette::PlaceholderText, set.muted);
    palette.setColor(QPalette::ToolTipBase, set.raised);
    palette.setColor(QPalette::ToolTipText, set.text);
    palette.setColor(QPalette::Mid, set.border);
    palette.setColor(QPalette::Dark, set.border);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, set.muted);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, set.border);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, set.text);
    return palette;
}

double contrast(const QColor& one, const QColor& other) {
    const double left = luminance(one);
    const double right = luminance(other);
    return (std::max(left, right) + 0.05) / (std::min(left, right) + 0.05);
}

QFont font_of(Type type, const QFont& base) {
    const auto sized = [&](double factor, QFont::Weight weight) {
        QFont font = base;
        if (base.pointSizeF() > 0) {
            font.setPointSizeF(base.pointSizeF() * factor);
        } else {
            font.setPixelSize(static_cast<int>(std::lround(base.pixelSize() * factor)));
        }
        font.setWeight(weight);
        return font;
    };
    switch (type) {
    case Type::small: return sized(0.9, QFont::Normal);
    case Type::body: return base;
    case Type::strong: return sized(1.0, QFont::DemiBold);
    case Type::title: return sized(1.3, QFont::DemiBold);
    case Type::amount: return sized(2.0, QFont::DemiBold);
    }
    return base;
}

Theme::Theme(QApplication& application, ThemeChoice choice)
    : application_(application)
    , choice_(choice) {
    QApplication::setStyle(new Style);
    install_scroll_accessibility();
    install();
    application_.installEventFilter(this);
}

void Theme::choose(ThemeChoice choice) {
    choice_ = choice;
    install();
}

/// The application's palette hides the desktop's, so it is taken off for a moment to see what the desktop wants.
void Theme::install() {
    pending_ = false;
    bool dark = choice_ == ThemeChoice::dark;
    if (choice_ == ThemeChoice::desktop) {
        QApplication::setPalette(QPalette());
        dark = is_dark(QApplication::palette());
    }
    QApplication::setPalette(palette_of(dark));
}

/// The platform tells every window that the desktop changed; one of them is enough.
bool Theme::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ThemeChange && choice_ == ThemeChoice::desktop && !std::exchange(pending_, true)) {
        QMetaObject::invokeMethod(this, &Theme::install, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui::look
