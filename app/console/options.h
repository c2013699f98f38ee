// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QLocale>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace console {

/// What the command line says.
struct Options {
    QString state;       ///< folder; the desktop's data folder when not given
    QString connection;  ///< file with a connection; the one in the state folder when not given
    QString diagnostics; ///< file for what was measured; empty: nothing is measured
    QString tour;        ///< folder for screenshots; empty: no tour
    ui::look::ThemeChoice theme = ui::look::ThemeChoice::desktop;
    std::optional<QLocale> locale; ///< the desktop's when not given
    QStringList sandbox_arguments; ///< handed to the embedded sandbox
    bool right_to_left = false;
    QSize window; ///< of the main window; empty: as the font and what was left ask for
};

/// Either options, or a text for the terminal with the exit code that belongs to it (help, version, wrong use).
struct Parsed {
    std::optional<Options> options;
    QString text;
    int exit_code = 0;
};

/// Qt wants to know the scale before anything else of it is made, so --scale is looked for by hand.
void apply_scale(int argc, char* const argv[]);

[[nodiscard]] Parsed parse(const QStringList& arguments);

} // namespace console
