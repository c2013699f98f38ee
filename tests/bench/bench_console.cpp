// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_console [SECONDS | --rate EVENTS_PER_SECOND SECONDS | --fill FOLDER EVENTS | --starts FOLDER]: the whole
// console without a screen (link, record, books, live table) against a sandbox in a process of its own that writes
// numbers and times into pre-serialised orders, at 20,000 and at an offered 100,000 events a second: achieved rate,
// ingest to painted, gaps between frames, memory. Then the start: from the beginning of the program to the first
// painted row with a million events stored, against an empty main window, each in a process of its own, the middle of
// three. SECONDS is 10, or 60 with REEVE_FULL=1; REEVE_BENCH_EVENTS is the number stored. Prints figures; nothing is
// asserted. Without a screen unless QT_QPA_PLATFORM names one; on a machine that does nothing else.

#include "app/console/core.h"
#include "app/console/embedded_sandbox.h"
#include "ui/frame/diagnostics.h"
#include "ui/frame/main_window.h"
#include "ui/live/live_view.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMainWindow>
#include <QMenuBar>
#include <QProcess>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <optional>
#include <vector>

namespace {

using Time = std::chrono::steady_clock::time_point;

double seconds_since(Time start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

[[noreturn]] void give_up(const base::Fault& fault) {
    std::fprintf(stderr, "bench_console: %s\n", base::describe(fault).c_str());
    std::exit(1);
}

/// A console as run.cpp puts it together, on a folder.
class Console {
public:
    Console(const QString& folder, premises::Connection connection, Time started)
        : core_(made(folder), std::move(connection), "bench", clock_)
        , is_started_(begin())
        , window_(core_.newsroom(), core_.archive(), core_.decisions(), clock_, options())
        , diagnostics_(window_, core_.newsroom(), clock_, folder + QStringLiteral("/diagnostics.json"), started) {
        window_.show_page(ui::frame::Page::live);
        window_.show();
    }

    void run(double seconds, const std::function<bool()>& enough = {}) {
        QEventLoop loop;
        QTimer poll;
        const Time begin = std::chrono::steady_clock::now();
        QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
            if (seconds_since(begin) >= seconds || (enough && enough())) {
                loop.quit();
            }
        });
        poll.start(20);
        loop.exec();
    }
    [[nodiscard]] QJsonObject measured() const { return QJsonDocument::fromJson(diagnostics_.json()).object(); }
    [[nodiscard]] ui::frame::MainWindow& window() { return window_; }

private:
    static premises::Folders made(const QString& folder) {
        premises::Folders folders{folder.toStdString()};
        if (const auto done = premises::make(folders); !done) {
            give_up(done.fault());
        }
        return folders;
    }
    bool begin() {
        core_.start([](const base::Done& opened) {
            if (!opened) {
                give_up(opened.fault());
            }
        });
        return true;
    }
    ui::frame::Options options() {
        ui::frame::Options options;
        options.spend = &core_.spend();
        options.agents = &core_.agents();
        return options;
    }

    base::SystemClock clock_;
    console::Core core_;
    [[maybe_unused]] bool is_started_; ///< behind the core and before the window, as run.cpp does it
    ui::frame::MainWindow window_;
    ui::frame::Diagnostics diagnostics_;
};

double number(const QJsonObject& object, const char* group, const char* name) {
    return object.value(QLatin1String(group)).toObject().value(QLatin1String(name)).toDouble();
}

premises::Connection start(console::EmbeddedSandbox& sandbox, const QString& folder, const QStringList& arguments) {
    // In memory where there is such a place: a gateway would not write to the disk that is measured here.
    static const QTemporaryDir memory(QStringLiteral("/dev/shm/reeve-bench-XXXXXX"));
    const std::filesystem::path state =
        std::filesystem::path((memory.isValid() ? memory.path() : folder).toStdString()) /
        ("sandbox-" + std::filesystem::path(folder.toStdString()).filename().string());
    auto connection = sandbox.start(console::EmbeddedSandbox::program(), state, arguments);
    if (!connection) {
        give_up(connection.fault());
    }
    return std::move(connection).value();
}

void measure_rate(int rate, double seconds) {
    const QTemporaryDir folder;
    console::EmbeddedSandbox sandbox;
    auto connection = start(sandbox, folder.path(),
                            {QStringLiteral("--rate"), QString::number(rate), QStringLiteral("--scenario-every"),
                             QStringLiteral("0"), QStringLiteral("--no-colleague")});
    Console console(folder.path(), std::move(connection), std::chrono::steady_clock::now());
    console.run(2); // connecting, and what the fleet says first
    const QJsonObject before = console.measured();
    const Time begin = std::chrono::steady_clock::now();
    std::vector<double> memory;
    while (seconds_since(begin) < seconds) {
        console.run(std::min(1.0, seconds - seconds_since(begin)));
        memory.push_back(number(console.measured(), "memory_bytes", "now") / 1048576);
    }
    const double spent = seconds_since(begin);
    const QJsonObject after = console.measured();
    const auto gained = [&](const char* name) {
        return (after.value(QLatin1String(name)).toDouble() - before.value(QLatin1String(name)).toDouble()) / spent;
    };
    std::printf("offered %6d/s for %2.0f s: received %8.0f/s, painted %8.0f/s\n", rate, spent,
                gained("events_received"), gained("events_painted"));
    std::printf("   ingest to painted   p50 %7.1f   p99 %7.1f   max %7.1f ms (%0.f paints)\n",
                number(after, "ingest_to_painted_us", "p50") / 1000,
                number(after, "ingest_to_painted_us", "p99") / 1000,
                number(after, "ingest_to_painted_us", "max") / 1000, number(after, "ingest_to_painted_us", "count"));
    std::printf("   between frames      p50 %7.1f   p99 %7.1f   max %7.1f ms, %.0f above 100 ms\n",
                number(after, "frame_gaps_us", "p50") / 1000, number(after, "frame_gaps_us", "p99") / 1000,
                number(after, "frame_gaps_us", "max") / 1000, number(after, "frame_gaps_us", "above_100_ms"));
    std::printf("   memory              after a fifth %.0f   at the end %.0f   peak %.0f MiB\n",
                memory.at(memory.size() / 5), memory.back(), number(after, "memory_bytes", "peak") / 1048576);
    std::fflush(stdout);
}

/// Fills a folder with events through the whole way.
void fill(const QString& folder, double events) {
    console::EmbeddedSandbox sandbox;
    auto connection = start(sandbox, folder,
                            {QStringLiteral("--burst"), QStringLiteral("--count"),
                             QString::number(static_cast<qint64>(events)), QStringLiteral("--no-colleague")});
    Console console(folder, std::move(connection), std::chrono::steady_clock::now());
    console.run(600, [&] { return static_cast<double>(console.window().health().stored) >= events; });
    std::printf("stored %llu events\n", static_cast<unsigned long long>(console.window().health().stored));
    std::fflush(stdout);
}

/// A main window with nothing in it but what every one has: a menu, an empty table, a line of text at the bottom.
class BareWindow final : public QMainWindow {
public:
    explicit BareWindow(Time begin)
        : begin_(begin) {
        menuBar()->addMenu(QStringLiteral("File"));
        setCentralWidget(new QTableView);
        statusBar()->showMessage(QStringLiteral("Ready"));
        resize(1400, 800);
    }
    void paintEvent(QPaintEvent* event) override {
        QMainWindow::paintEvent(event);
        QTimer::singleShot(0, this, [this] {
            std::printf("%.1f\n", seconds_since(begin_) * 1000);
            QApplication::quit();
        });
    }

private:
    Time begin_;
};

/// In a process of its own: prints milliseconds from the start of main() to the first paint of a bare main window, to
/// that of the console on an empty store, or to its first row with what is in the folder.
int measure_start(const QString& what, const QString& folder, Time started) {
    if (what == QLatin1String("bare")) {
        BareWindow window(started);
        window.show();
        return QApplication::exec();
    }
    premises::Connection nobody; // nothing listens there: what is painted comes from the store
    nobody.endpoint.host = "127.0.0.1";
    nobody.endpoint.port = 9;
    nobody.endpoint.source = domain::SourceId("urn:bench");
    Console console(folder, std::move(nobody), started);
    const char* name = what == QLatin1String("empty") ? "first_paint" : "first_row_painted";
    console.run(60, [&] { return number(console.measured(), "start_up_ms", name) > 0; });
    std::printf("%.1f\n", number(console.measured(), "start_up_ms", name));
    return 0;
}

/// The middle of five starts of each kind, in turns.
void compare_starts(const QString& filled) {
    const QStringList kinds{QStringLiteral("bare"), QStringLiteral("empty"), QStringLiteral("filled")};
    std::array<std::vector<double>, 3> times;
    for (int round = 0; round < 5; ++round) {
        for (int kind = 0; kind < 3; ++kind) {
            const QTemporaryDir empty;
            QProcess process;
            process.start(QCoreApplication::applicationFilePath(),
                          {QStringLiteral("--start"), kinds[kind], kind == 2 ? filled : empty.path()});
            process.waitForFinished(120'000);
            const QList<QByteArray> lines = process.readAllStandardOutput().trimmed().split('\n');
            times[static_cast<std::size_t>(kind)].push_back(lines.constLast().toDouble());
        }
    }
    for (std::vector<double>& each : times) {
        std::sort(each.begin(), each.end());
    }
    const double bare = times[0][2];
    const double empty = times[1][2];
    const double rows = times[2][2];
    std::printf("start: bare window %.0f ms, empty console %.0f ms, first row with the store %.0f ms\n", bare, empty,
                rows);
    std::printf("   ratio %.2f to the empty console (wanted: at most 4), %.1f to the bare window\n", rows / empty,
                rows / bare);
}

} // namespace

int main(int argc, char** argv) {
    const Time started = std::chrono::steady_clock::now();
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    const ui::look::Theme theme(application, ui::look::ThemeChoice::light);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == QLatin1String("--start")) {
        return measure_start(arguments.value(2), arguments.value(3), started);
    }
    if (arguments.value(1) == QLatin1String("--starts")) {
        compare_starts(arguments.value(2));
        return 0;
    }
    if (arguments.value(1) == QLatin1String("--rate")) {
        measure_rate(arguments.value(2).toInt(), arguments.value(3).toDouble());
        return 0;
    }
    if (arguments.value(1) == QLatin1String("--fill")) {
        fill(arguments.value(2), arguments.value(3).toDouble());
        return 0;
    }
    const bool full = qEnvironmentVariableIntValue("REEVE_FULL") == 1;
    const double seconds = arguments.size() > 1 ? arguments.at(1).toDouble() : (full ? 60 : 10);
    if (seconds <= 0) {
        std::fprintf(stderr, "usage: bench_console [seconds] | --rate EVENTS_A_SECOND SECONDS | --fill FOLDER EVENTS | "
                             "--starts FOLDER\n");
        return 2;
    }
    for (const int rate : {20'000, 100'000}) {
        measure_rate(rate, seconds);
    }
    const int events = qEnvironmentVariableIntValue("REEVE_BENCH_EVENTS");
    const QTemporaryDir folder;
    fill(folder.path(), events > 0 ? events : 1'000'000);
    compare_starts(folder.path());
    return 0;
}
