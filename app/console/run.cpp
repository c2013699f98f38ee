// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/run.h"

#include "app/console/connections.h"
#include "app/console/core.h"
#include "app/console/embedded_sandbox.h"
#include "app/console/files.h"
#include "app/console/options.h"
#include "app/console/policies.h"
#include "app/premises/connection.h"
#include "app/premises/folders.h"
#include "ui/frame/diagnostics.h"
#include "ui/frame/main_window.h"
#include "ui/frame/tour.h"
#include "ui/look/fault_text.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>

static void load_resources() {
    Q_INIT_RESOURCE(translations);
}

namespace console {

namespace {

void print(std::FILE* stream, const QString& text) {
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

int give_up(const base::Fault& fault) {
    print(stderr, QStringLiteral("reeve: ") + ui::look::fault_text(fault.code) + QStringLiteral(" (") +
                      ui::look::fault_details(fault) + QStringLiteral(")") + QStringLiteral("\n"));
    return 1;
}

/// The login name: it names the person on the roster of an embedded sandbox.
std::string login_name() {
    const QByteArray name = qgetenv("USER");
    return name.isEmpty() ? std::string("supervisor") : name.toStdString();
}

void install_translations(QApplication& application, const QLocale& locale) {
    load_resources();
    for (const QString& name : {QStringLiteral("reeve"), QStringLiteral("qtbase")}) {
        auto* translator = new QTranslator(&application);
        if (translator->load(locale, name, QStringLiteral("_"), QStringLiteral(":/i18n"))) {
            application.installTranslator(translator);
        }
    }
}

/// A person's connection when there is one, otherwise the embedded sandbox.
base::Result<premises::Connection> connect(const Options& options, const premises::Folders& folders,
                                           EmbeddedSandbox& sandbox) {
    if (!options.connection.isEmpty()) {
        return premises::read_connection(options.connection.toStdString());
    }
    if (std::filesystem::exists(folders.connection())) {
        return premises::read_connection(folders.connection());
    }
    return sandbox.start(EmbeddedSandbox::program(), folders.sandbox(), options.sandbox_arguments);
}

/// The tour signs with a key of its own state folder, so its passphrase protects nothing.
constexpr const char* tour_passphrase = "only for the tour";

int play_tour(QApplication& application, ui::frame::MainWindow& window, const QString& folder) {
    ui::frame::TourOptions options;
    options.folder = folder;
    options.passphrase = tour_passphrase;
    options.say = [](const QString& line) { print(stdout, line + QStringLiteral("\n")); };
    ui::frame::Tour tour(window, std::move(options));
    QObject::connect(&tour, &ui::frame::Tour::finished, &application,
                     [&application](bool seen) { application.exit(seen ? 0 : 3); });
    QTimer::singleShot(0, &tour, &ui::frame::Tour::start);
    return QApplication::exec();
}

int run_console(QApplication& application, const Options& options, std::chrono::steady_clock::time_point started) {
    const base::SystemClock clock;
    // A tour without a state folder of its own leaves nothing behind but its pictures.
    const QTemporaryDir passing;
    const QString state = options.state.isEmpty() && !options.tour.isEmpty() ? passing.path() : options.state;
    const premises::Folders folders = premises::folders_of(state.toStdString());
    if (const auto made = premises::make(folders); !made) {
        return give_up(made.fault());
    }
    EmbeddedSandbox sandbox;
    auto connection = connect(options, folders, sandbox);
    if (!connection) {
        return give_up(connection.fault());
    }
    const bool embedded = connection->embedded;
    Core core(folders, std::move(connection).value(), login_name(), clock);
    // The record is opened while the window is made. The window says why when it cannot be; whoever started it from a
    // terminal reads it there, too, and a tour has nothing to show.
    const bool touring = !options.tour.isEmpty();
    core.start([&application, touring](const base::Done& opened) {
        if (!opened) {
            const int failure = give_up(opened.fault());
            touring ? application.exit(failure) : void();
        }
    });
    ui::frame::Options window_options;
    window_options.locale = options.locale.value_or(QLocale());
    window_options.sandbox = embedded;
    window_options.memory = QString::fromStdString((folders.root / "console.ini").string());
    window_options.spend = &core.spend();
    window_options.agents = &core.agents();
    window_options.judging = &core.judging();
    Connections connections(folders, clock);
    Files files(folders.store(), clock); // through the keeper's door, whoever keeps
    window_options.connections = &connections;
    window_options.files = &files;
    Policies policies(folders.store());
    window_options.policies = &policies;
    ui::frame::MainWindow window(core.newsroom(), core.archive(), core.decisions(), clock, window_options);
    std::optional<ui::frame::Diagnostics> diagnostics;
    if (!options.diagnostics.isEmpty()) {
        diagnostics.emplace(window, core.newsroom(), clock, options.diagnostics, started);
    }
    window.show();
    const int code = touring ? play_tour(application, window, options.tour) : QApplication::exec();
    if (const auto written = diagnostics ? diagnostics->write() : base::Done(); !written) {
        return give_up(written.fault());
    }
    return code;
}

} // namespace

int run(int argc, char* argv[]) {
    const auto started = std::chrono::steady_clock::now();
    apply_scale(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("reeve"));
    QApplication::setApplicationDisplayName(QStringLiteral("Reeve"));
    QApplication::setApplicationVersion(QStringLiteral(REEVE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("reeve"));
    const Parsed parsed = parse(QApplication::arguments());
    if (!parsed.options) {
        print(parsed.exit_code == 0 ? stdout : stderr, parsed.text);
        return parsed.exit_code;
    }
    const Options& options = *parsed.options;
    install_translations(application, options.locale.value_or(QLocale()));
    if (options.right_to_left) {
        QApplication::setLayoutDirection(Qt::RightToLeft);
    }
    const ui::look::Theme theme(application, options.theme);
    return run_console(application, options, started);
}

} // namespace console
