// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/shortcut_sheet.h"

#include "app/text/fill.h"
#include "ui/look/label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <vector>

namespace ui::frame {

namespace {

struct Line {
    QString keys;
    QString words;
};

QString without_mnemonic(QString text) {
    return text.remove(QLatin1Char('&'));
}

} // namespace

ShortcutSheet::ShortcutSheet(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Keys"));
    std::vector<Line> lines;
    for (const QAction* action : actions) {
        QStringList keys;
        const auto shortcuts = action->shortcuts();
        for (const QKeySequence& key : shortcuts) {
            keys += key.toString(QKeySequence::NativeText);
        }
        lines.push_back({keys.join(QStringLiteral(", ")), without_mnemonic(action->text())});
    }
    lines.push_back({tr("Enter"), tr("Go into the chosen case, or open the order of a live row")});
    lines.push_back({tr("1 to 9"), tr("In a review: choose the reason")});
    lines.push_back({tr("Alt+S"), tr("In a review: sign. Enter never signs")});
    lines.push_back({tr("Esc"), tr("In a review: close without deciding")});
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(look::gap::large);
    grid->setVerticalSpacing(look::gap::tight);
    constexpr int columns = 3;
    const int rows = (static_cast<int>(lines.size()) + columns - 1) / columns;
    for (int i = 0; i < static_cast<int>(lines.size()); ++i) {
        const Line& line = lines[static_cast<std::size_t>(i)];
        auto* keys = new look::Label(this);
        keys->set_type(look::Type::strong);
        keys->say(line.keys);
        keys->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        auto* words = new look::Label(this);
        words->say(line.words);
        words->setAccessibleName(text::fill(QStringLiteral("%1: %2"), {line.keys, line.words}));
        grid->addWidget(keys, i % rows, i / rows * 2);
        grid->addWidget(words, i % rows, i / rows * 2 + 1);
    }
    auto* close_button = new QPushButton(tr("&Close"), this);
    connect(close_button, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close_button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::large, look::gap::large, look::gap::large, look::gap::large);
    column->addWidget(new look::Label(look::Type::title, tr("Keys"), this));
    column->addLayout(grid);
    column->addStretch(1);
    column->addLayout(buttons);
}

} // namespace ui::frame
