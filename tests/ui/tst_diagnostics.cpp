// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "ui/frame/diagnostics.h"
#include "ui/frame/main_window.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using ui::frame::Page;

namespace {

struct Scene {
    Scene() {
        core.health.stored = 77;
        core.set_health(core.health);
        window.resize(1000, 600);
        window.show();
    }
    [[nodiscard]] QJsonObject measured() const { return QJsonDocument::fromJson(diagnostics.json()).object(); }
    [[nodiscard]] qint64 number(const char* name) const { return measured()[QLatin1String(name)].toInteger(); }
    [[nodiscard]] QJsonObject part(const char* name) const { return measured()[QLatin1String(name)].toObject(); }
    /// A batch whose newest event was read a quarter of a second ago.
    void publish(std::uint64_t first, int count) {
        auto batch = std::make_shared<ports::FeedBatch>();
        batch->rows = fake::feed_rows(first, count);
        batch->newest_read = clock.now() - std::chrono::milliseconds(250);
        core.publish_batch(batch);
    }

    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("measured.json"));
    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    ui::frame::MainWindow window{core, core, core, clock, {QLocale::English, QTimeZone::utc(), false}};
    ui::frame::Diagnostics diagnostics{window, core, clock, file, std::chrono::steady_clock::now()};
};

} // namespace

class TestDiagnostics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_is_painted_is_counted_and_timed();
    void what_nobody_sees_is_received_only();
    void the_file_is_whole_json();
    void a_file_that_cannot_be_written_says_why();
};

void TestDiagnostics::what_is_painted_is_counted_and_timed() {
    Scene scene;
    scene.window.show_page(Page::live);
    scene.publish(1, 40);
    QTRY_COMPARE(scene.number("events_painted"), 40);
    scene.publish(41, 2);
    QTRY_COMPARE(scene.number("events_painted"), 42);
    QCOMPARE(scene.number("events_received"), 42);
    const QJsonObject times = scene.part("ingest_to_painted_us");
    QCOMPARE(times[u"count"].toInteger(), 2);
    QCOMPARE(times[u"p50"].toInteger(), 250'000); // by the injected clock
    QCOMPARE(times[u"max"].toInteger(), 250'000);
    QTRY_VERIFY(scene.part("frame_gaps_us")[u"count"].toInteger() > 0);
    QVERIFY(scene.part("memory_bytes")[u"now"].toInteger() > 1'000'000);
    QVERIFY(scene.part("start_up_ms")[u"first_row_painted"].isDouble());
}

void TestDiagnostics::what_nobody_sees_is_received_only() {
    Scene scene;
    scene.window.show_page(Page::inbox);
    scene.publish(1, 30);
    QTRY_COMPARE(scene.number("events_received"), 30);
    QCOMPARE(scene.number("events_painted"), 0);
    QCOMPARE(scene.part("ingest_to_painted_us")[u"count"].toInteger(), 0);
    QVERIFY(scene.part("start_up_ms")[u"first_row_painted"].isNull());
}

void TestDiagnostics::the_file_is_whole_json() {
    const Scene scene;
    QTRY_COMPARE(scene.number("entries_stored"), 77);
    QVERIFY(scene.diagnostics.write().ok());
    QFile file(scene.file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll()).object()[u"entries_stored"].toInteger(), 77);
}

void TestDiagnostics::a_file_that_cannot_be_written_says_why() {
    base::ManualClock clock(fake::morning());
    fake::Core core(clock);
    ui::frame::MainWindow window(core, core, core, clock, {QLocale::English, QTimeZone::utc(), false});
    const ui::frame::Diagnostics diagnostics(window, core, clock, QStringLiteral("/proc/none/file.json"),
                                             std::chrono::steady_clock::now());
    const auto written = diagnostics.write();
    QVERIFY(!written);
    QVERIFY(written.fault().code == base::FaultCode::unreadable);
}

QTEST_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
