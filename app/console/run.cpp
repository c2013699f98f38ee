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
base::Result<premises::Connection> connect(const QString& file, const Options& options,
                                           const premises::Folders& folders, EmbeddedSandbox& sandbox) {
    if (!file.isEmpty()) {
        return premises::read_connection(file.toStdString());
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

/// The exit code of an event loop after which everything is opened again; no program ends with it.
constexpr int another_connection = 1000;

struct Session {
    QApplication& application;
    const Options& options;
    const premises::Folders& folders;
    const base::Clock& clock;
    std::chrono::steady_clock::time_point started;
    bool switched = false; ///< a person chose another connection in the session before
};

ui::frame::Options window_options(const Session& session, Core& core, bool embedded) {
    ui::frame::Options made;
    made.locale = session.options.locale.value_or(QLocale());
    made.sandbox = embedded;
    made.memory = QString::fromStdString((session.folders.root / "console.ini").string());
    made.spend = &core.spend();
    made.agents = &core.agents();
    made.judging = &core.judging();
    return made;
}

/// Ends the session after the answer was shown: what is open closes, and run_console() opens it again.
void follow_switches(Connections& connections, ui::frame::MainWindow& window) {
    connections.on_switch([&window] {
        QTimer::singleShot(0, &window, [&window] {
            QApplication::setQuitOnLastWindowClosed(false);
            window.close(); // keeps how it is arranged
            QApplication::exit(another_connection);
        });
    });
}

/// One connection, from opening the record to closing it.
int run_session(const Session& session) {
    const Options& options = session.options;
    EmbeddedSandbox sandbox;
    auto connection = connect(session.switched ? QString() : options.connection, options, session.folders, sandbox);
    if (!connection) {
        return give_up(connection.fault());
    }
    const bool embedded = connection->embedded;
    const domain::SourceId source = connection->endpoint.source;
    Core core(session.folders, std::move(connection).value(), login_name(), session.clock);
    // The record is opened while the window is made. The window says why when it cannot be; whoever started it from a
    // terminal reads it there, too, and a tour has nothing to show.
    const bool touring = !options.tour.isEmpty();
    core.start([&session, touring](const base::Done& opened) {
        if (!opened) {
            const int failure = give_up(opened.fault());
            touring ? session.application.exit(failure) : void();
        }
    });
    ui::frame::Options with = window_options(session, core, embedded);
    Connections connections(session.folders, session.clock);
    Files files(session.folders.store(), session.clock); // through the keeper's door, whoever keeps
    with.connections = &connections;
    with.files = &files;
    Policies policies(session.folders.store(), source, &session.clock);
    with.policies = &policies;
    with.publishing = &core.publishing();
    ui::frame::MainWindow window(core.newsroom(), core.archive(), core.decisions(), session.clock, with);
    std::optional<ui::frame::Diagnostics> diagnostics;
    if (!options.diagnostics.isEmpty()) {
        diagnostics.emplace(window, core.newsroom(), session.clock, options.diagnostics, session.started);
    }
    follow_switches(connections, window);
    if (session.switched) { // where the person chose it, and where it says "in use"
        window.show_page(ui::frame::Page::connections);
    }
    if (!options.window.isEmpty()) {
        window.resize(options.window);
    }
    window.show();
    const int code = touring ? play_tour(session.application, window, options.tour) : QApplication::exec();
    if (const auto written = diagnostics ? diagnostics->write() : base::Done(); !written) {
        return give_up(written.fault());
    }
    return code;
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
    Session session{application, options, folders, clock, started};
    int code = run_session(session);
    while (code == another_connection) {
        QCoreApplication::removePostedEvents(&application, QEvent::Quit);
        QApplication::setQuitOnLastWindowClosed(true);
        session.switched = true;
        code = run_session(session);
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
