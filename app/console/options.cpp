// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include <QCommandLineParser>

#include <algorithm>

namespace console {

namespace {

Parsed wrong(const QString& text) {
    return Parsed{std::nullopt, text, 2};
}

bool is_scale(const QString& text) {
    bool number = false;
    const int percent = text.toInt(&number);
    return number && percent >= 100 && percent <= 300;
}

/// "1280x720"; nothing for anything else, or what no window is.
QSize size_of(const QString& text) {
    constexpr int least = 320;
    constexpr int most = 16'000;
    const QStringList sides = text.split(QLatin1Char('x'));
    const QSize size = sides.size() == 2 ? QSize(sides.front().toInt(), sides.back().toInt()) : QSize();
    const bool fits = std::min(size.width(), size.height()) >= least && std::max(size.width(), size.height()) <= most;
    return fits ? size : QSize();
}

} // namespace

void apply_scale(int argc, char* const argv[]) {
    for (int i = 1; i + 1 < argc; ++i) {
        const QString percent = QString::fromLatin1(argv[i + 1]);
        if (QLatin1String(argv[i]) == QLatin1String("--scale") && is_scale(percent)) {
            qputenv("QT_SCALE_FACTOR", QByteArray::number(percent.toInt() / 100.0));
        }
    }
}

Parsed parse(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Reeve shows what machine customers spend and lets people approve, reject or roll it back.\n"
                       "Without a connection it starts a simulated gateway of its own."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption state(QStringLiteral("state"),
                                   QStringLiteral("Keep store, keys and settings in <folder>."),
                                   QStringLiteral("folder"));
    const QCommandLineOption connection(QStringLiteral("connection"),
                                        QStringLiteral("Use the gateway described in <file>."), QStringLiteral("file"));
    const QCommandLineOption tour(QStringLiteral("tour"),
                                  QStringLiteral("Play a fixed shift, write screenshots to <folder> and end."),
                                  QStringLiteral("folder"));
    const QCommandLineOption diagnostics(
        QStringLiteral("diagnostics"),
        QStringLiteral("Measure events, paint times, memory and start-up, and write them to <file> as JSON."),
        QStringLiteral("file"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("desktop, light or dark."),
                                   QStringLiteral("theme"), QStringLiteral("desktop"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("For example en or de."),
                                      QStringLiteral("language"));
    const QCommandLineOption mirrored(QStringLiteral("right-to-left"),
                                      QStringLiteral("Mirror the layout, as for Arabic."));
    const QCommandLineOption scale(QStringLiteral("scale"),
                                   QStringLiteral("100 to 300: size of everything, in per cent."),
                                   QStringLiteral("percent"));
    const QCommandLineOption window(
        QStringLiteral("window"), QStringLiteral("Size of the window, for example 1280x720."), QStringLiteral("size"));
    const QCommandLineOption sandbox(QStringLiteral("sandbox"),
                                     QStringLiteral("Hand <argument> to the simulated gateway; may be repeated."),
                                     QStringLiteral("argument"));
    parser.addOptions({state, connection, tour, diagnostics, theme, language, mirrored, scale, window, sandbox});
    if (!parser.parse(arguments)) {
        return wrong(parser.errorText() + QStringLiteral("\nTry reeve --help.\n"));
    }
    if (parser.isSet(help)) {
        return Parsed{std::nullopt, parser.helpText(), 0};
    }
    if (parser.isSet(version)) {
        return Parsed{std::nullopt, QStringLiteral("reeve " REEVE_VERSION "\n"), 0};
    }
    if (!parser.positionalArguments().isEmpty()) {
        return wrong(QStringLiteral("reeve takes no arguments but options. Try reeve --help.\n"));
    }
    const auto choice = ui::look::theme_choice(parser.value(theme).toStdString());
    if (!choice) {
        return wrong(QStringLiteral("--theme takes desktop, light or dark.\n"));
    }
    if (parser.isSet(scale) && !is_scale(parser.value(scale))) {
        return wrong(QStringLiteral("--scale takes a number from 100 to 300.\n"));
    }
    if (parser.isSet(window) && size_of(parser.value(window)).isEmpty()) {
        return wrong(QStringLiteral("--window takes width and height from 320 to 16000, for example 1280x720.\n"));
    }
    Options options;
    options.window = size_of(parser.value(window));
    options.state = parser.value(state);
    options.connection = parser.value(connection);
    options.tour = parser.value(tour);
    options.diagnostics = parser.value(diagnostics);
    options.theme = *choice;
    if (parser.isSet(language)) {
        options.locale = QLocale(parser.value(language));
    }
    options.right_to_left = parser.isSet(mirrored);
    options.sandbox_arguments = parser.values(sandbox);
    return Parsed{options, {}, 0};
}

} // namespace console
