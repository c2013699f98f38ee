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
#include "ui/frame/memory.h"
#include "ui/frame/tour.h"
#include "ui/look/fault_text.h"
#include "ui/look/screen_fit.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QPointer>
#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

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

/// What the program speaks. The desktop's language is known only until another one is chosen.
class Speech {
public:
    explicit Speech(QApplication& application)
        : application_(application)
        , desktop_(QLocale()) {
        load_resources();
    }

    void speak(const std::optional<QLocale>& wanted) {
        const QLocale locale = wanted.value_or(desktop_);
        QLocale::setDefault(locale); // formats, counts in sentences, calendars of date fields
        while (!translators_.empty()) {
            application_.removeTranslator(translators_.back().get());
            translators_.pop_back();
        }
        for (const QString& name : {QStringLiteral("reeve"), QStringLiteral("qtbase")}) {
            auto translator = std::make_unique<QTranslator>();
            if (translator->load(locale, name, QStringLiteral("_"), QStringLiteral(":/i18n"))) {
                application_.installTranslator(translator.get());
                translators_.push_back(std::move(translator));
            }
        }
    }

private:
    QApplication& application_;
    QLocale desktop_;
    std::vector<std::unique_ptr<QTranslator>> translators_;
};

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

/// The exit codes of an event loop after which everything is opened again; no program ends with them.
constexpr int another_connection = 1000;
constexpr int another_language = 1001;

struct Session {
    QApplication& application;
    const Options& options;
    const premises::Folders& folders;
    const base::Clock& clock;
    std::chrono::steady_clock::time_point started;
    ui::look::Theme& theme;
    bool switched = false;          ///< a person chose another connection in a session before
    bool shows_connections = false; ///< in the session right before
};

QString memory_of(const premises::Folders& folders) {
    return QString::fromStdString((folders.root / "console.ini").string());
}

ui::frame::Options window_options(const Session& session, Core& core, bool embedded) {
    ui::frame::Options made;
    made.locale = QLocale();
    made.sandbox = embedded;
    made.memory = memory_of(session.folders);
    made.theme = &session.theme;
    made.spend = &core.spend();
    made.agents = &core.agents();
    made.judging = &core.judging();
    return made;
}

/// Ends the session after the answer was shown: what is open closes, and run_console() opens it again.
void reopen(QWidget& window, int code) {
    QTimer::singleShot(0, &window, [&window, code] {
        QApplication::setQuitOnLastWindowClosed(false);
        window.close(); // keeps how it is arranged
        QApplication::exit(code);
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
    QPointer<QWidget> open;
    with.language_changed = [&open] { reopen(*open, another_language); };
    ui::frame::MainWindow window(core.newsroom(), core.archive(), core.decisions(), session.clock, with);
    open = &window;
    std::optional<ui::frame::Diagnostics> diagnostics;
    if (!options.diagnostics.isEmpty()) {
        diagnostics.emplace(window, core.newsroom(), session.clock, options.diagnostics, session.started);
    }
    connections.on_switch([&window] { reopen(window, another_connection); });
    if (session.shows_connections) { // where the person chose it, and where it says "in use"
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

/// What the command line does not say is as it was chosen the last time.
void recall_looks(const Options& options, const premises::Folders& folders, Speech& speech, ui::look::Theme& theme) {
    const ui::frame::Memory memory(memory_of(folders));
    const QString code = memory.word(ui::frame::Memory::language);
    speech.speak(options.locale || code.isEmpty() ? options.locale : QLocale(code));
    theme.choose(options.theme != ui::look::ThemeChoice::desktop ? options.theme : memory.theme());
}

int run_console(QApplication& application, const Options& options, std::chrono::steady_clock::time_point started) {
    const base::SystemClock clock;
    Speech speech(application);
    speech.speak(options.locale);
    // A tour without a state folder of its own leaves nothing behind but its pictures.
    const QTemporaryDir passing;
    const QString state = options.state.isEmpty() && !options.tour.isEmpty() ? passing.path() : options.state;
    const premises::Folders folders = premises::folders_of(state.toStdString());
    if (const auto made = premises::make(folders); !made) {
        return give_up(made.fault());
    }
    ui::look::Theme theme(application, options.theme);
    const ui::look::ScreenFit fit; // windows and dialogs stay on it
    recall_looks(options, folders, speech, theme);
    if (options.right_to_left) {
        QApplication::setLayoutDirection(Qt::RightToLeft);
    }
    Session session{application, options, folders, clock, started, theme};
    int code = run_session(session);
    while (code == another_connection || code == another_language) {
        QCoreApplication::removePostedEvents(&application, QEvent::Quit);
        QApplication::setQuitOnLastWindowClosed(true);
        session.switched = session.switched || code == another_connection;
        session.shows_connections = code == another_connection;
        if (code == another_language) { // what a person chose now counts for more than what a script began with
            Options later = options;
            later.locale.reset();
            later.theme = theme.choice();
            recall_looks(later, folders, speech, theme);
        }
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
    return run_console(application, options, started);
}

} // namespace console
