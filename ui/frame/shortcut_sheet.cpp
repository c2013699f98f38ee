// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/shortcut_sheet.h"

#include "app/text/fill.h"
#include "ui/look/label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>
#include <vector>

namespace ui::frame {

namespace {

struct Line {
    QString keys; ///< empty: the heading of those that follow
    QString words;
};

QString without_mnemonic(QString text) {
    return text.remove(QLatin1Char('&'));
}

/// The menu in which an action stands; empty for those that stand in none.
QString menu_of(const QAction& action) {
    const auto places = action.associatedObjects();
    for (const QObject* place : places) {
        if (const auto* menu = qobject_cast<const QMenu*>(place); menu != nullptr && !menu->title().isEmpty()) {
            return without_mnemonic(menu->title());
        }
    }
    return {};
}

QString keys_of(const QAction& action) {
    QStringList keys;
    const auto shortcuts = action.shortcuts();
    for (const QKeySequence& key : shortcuts) {
        keys += key.toString(QKeySequence::NativeText);
    }
    return keys.join(QStringLiteral(", "));
}

/// As the menus have them, each menu under its name; then what stands in no menu.
std::vector<Line> lines_of(const QList<QAction*>& actions) {
    QStringList menus;
    for (const QAction* action : actions) {
        if (const QString menu = menu_of(*action); !menu.isEmpty() && !menus.contains(menu)) {
            menus += menu;
        }
    }
    menus += QString();
    std::vector<Line> lines;
    for (const QString& menu : std::as_const(menus)) {
        lines.push_back({{}, menu.isEmpty() ? ShortcutSheet::tr("In lists and reviews") : menu});
        for (const QAction* action : actions) {
            if (menu_of(*action) == menu) {
                lines.push_back({keys_of(*action), without_mnemonic(action->text())});
            }
        }
    }
    lines.push_back(
        {ShortcutSheet::tr("Enter"), ShortcutSheet::tr("Go into the chosen case, or open the order of a live row")});
    lines.push_back({ShortcutSheet::tr("Space"), ShortcutSheet::tr("In the inbox: turn the case's page; Shift: back")});
    lines.push_back({ShortcutSheet::tr("Right, Left"), ShortcutSheet::tr("In the inbox: open or close a group")});
    lines.push_back({ShortcutSheet::tr("1 to 9"), ShortcutSheet::tr("In a review: choose the reason")});
    lines.push_back({ShortcutSheet::tr("Alt+S"), ShortcutSheet::tr("In a review: sign. Enter never signs")});
    lines.push_back({ShortcutSheet::tr("Esc"), ShortcutSheet::tr("In a review: close without deciding")});
    return lines;
}

} // namespace

QGridLayout* ShortcutSheet::build(const QList<QAction*>& actions) {
    const std::vector<Line> lines = lines_of(actions);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(look::gap::large);
    grid->setVerticalSpacing(2);
    constexpr int columns = 3;
    const int rows = (static_cast<int>(lines.size()) + columns - 1) / columns;
    int row = 0;
    int column = 0;
    for (const Line& line : lines) {
        const bool heading = line.keys.isEmpty();
        if (row >= rows || (heading && row + 1 == rows)) { // no heading at the foot of a column
            row = 0;
            ++column;
        }
        auto* words = new look::Label(heading ? look::Type::strong : look::Type::body, line.words, this);
        words->setWordWrap(false);
        if (heading) {
            words->setContentsMargins(0, row == 0 ? 0 : look::gap::tight, 0, 0);
            grid->addWidget(words, row++, 2 * column, 1, 2);
            continue;
        }
        auto* keys = new look::Label(look::Type::body, line.keys, this);
        keys->setWordWrap(false);
        keys->set_muted(true);
        words->setAccessibleName(text::fill(QStringLiteral("%1: %2"), {line.keys, line.words}));
        grid->addWidget(keys, row, 2 * column);
        grid->addWidget(words, row++, 2 * column + 1);
    }
    return grid;
}

ShortcutSheet::ShortcutSheet(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Keys"));
    auto* keys = new QWidget(this);
    keys->setLayout(build(actions));
    auto* area = new QScrollArea(this); // where the screen is lower than the list
    area->setWidget(keys);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("Keys"));
    auto* close_button = new QPushButton(tr("&Close"), this);
    connect(close_button, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close_button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::large, look::gap::large, look::gap::large, look::gap::large);
    column->addWidget(new look::Label(look::Type::title, tr("Keys"), this));
    column->addWidget(area, 1);
    column->addLayout(buttons);
    const QSize whole = keys->sizeHint() + QSize(3 * look::gap::large, 6 * fontMetrics().height() + look::gap::huge);
    resize(parent == nullptr ? whole : whole.boundedTo(parent->window()->size()));
}

} // namespace ui::frame
