// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "ui/health/health_view.h"
#include "ui/health/health_words.h"

#include <QTest>

#include <algorithm>

namespace {

struct Scene {
    Scene() {
        ports::GapRow open;
        open.source = domain::SourceId("https://gateway.example");
        open.from = 17;
        open.to = 19;
        ports::GapRow given_up = open;
        given_up.from = given_up.to = 40;
        given_up.given_up = true;
        core.missing = {open, given_up};
        for (std::uint64_t index = 300; index >= 1; --index) {
            ports::QuarantineRow row;
            row.index = index;
            row.size = 2'100'000;
            row.reason = {base::FaultCode::malformed, "unexpected end <b>\xe2\x80\xae", "/data/0"};
            core.quarantined.push_back(row);
        }
        ports::ConflictRow conflict;
        conflict.index = 9;
        conflict.other = 4;
        conflict.source = open.source;
        conflict.transaction = domain::TransactionId("TX-9");
        core.contradicting = {conflict};
        health.gaps = 4;
        health.quarantined = 300;
        health.conflicts = 1;
        view = std::make_unique<ui::health::HealthView>(core, clock, formats);
        view->resize(1000, 600);
        view->show();
        view->show_health(health);
        view->tick();
    }
    [[nodiscard]] QTableView& table(const char* name) const {
        return *view->findChild<QTableView*>(QLatin1String(name));
    }

    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    text::Formats formats{QLocale::English, QTimeZone::utc()};
    ports::Health health;
    std::unique_ptr<ui::health::HealthView> view;
};

} // namespace

class TestHealthView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_is_missing_is_listed_with_what_becomes_of_it();
    void what_was_set_aside_is_read_page_by_page_and_shown_safely();
    void a_contradiction_opens_its_order();
    void new_trouble_is_read_by_itself();
    void nothing_wrong_says_so();
    void sizes_are_said_as_people_say_them_data();
    void sizes_are_said_as_people_say_them();
};

void TestHealthView::what_is_missing_is_listed_with_what_becomes_of_it() {
    const Scene scene;
    QTRY_COMPARE(scene.table("gaps").model()->rowCount(), 2);
    const auto cell = [&scene](int row, int column) {
        return scene.table("gaps").model()->index(row, column).data().toString();
    };
    QCOMPARE(cell(0, 3), QStringLiteral("3"));
    QVERIFY(cell(0, 0) != cell(1, 0)); // asked for again; not given
    QVERIFY(scene.view->tabs().tabText(0).contains(QStringLiteral("4")));
}

void TestHealthView::what_was_set_aside_is_read_page_by_page_and_shown_safely() {
    const Scene scene;
    QTRY_COMPARE(scene.table("quarantine").model()->rowCount(), 200);
    scene.view->tabs().setCurrentIndex(1);
    QVERIFY(scene.table("quarantine").model()->index(0, 2).data().toString().contains(QStringLiteral("⟦U+202E⟧")));
    scene.table("quarantine").scrollToBottom();
    QTRY_COMPARE(scene.table("quarantine").model()->rowCount(), 300);
    scene.table("quarantine").setCurrentIndex(scene.table("quarantine").model()->index(3, 0));
    const auto* original = scene.view->findChild<ui::look::Passage*>();
    QTRY_COMPARE(original->toPlainText(), QStringLiteral("{}"));
}

void TestHealthView::a_contradiction_opens_its_order() {
    const Scene scene;
    QTRY_COMPARE(scene.table("conflicts").model()->rowCount(), 1);
    scene.view->tabs().setCurrentIndex(2);
    QVERIFY(!scene.view->current_order());
    std::vector<domain::TransactionKey> opened;
    connect(scene.view.get(), &ui::health::HealthView::opened, this,
            [&opened](const domain::TransactionKey& key) { opened.push_back(key); });
    scene.table("conflicts").setCurrentIndex(scene.table("conflicts").model()->index(0, 0));
    QTest::keyClick(&scene.table("conflicts"), Qt::Key_Return);
    QCOMPARE(opened.size(), std::size_t{1});
    QVERIFY(opened[0].id == domain::TransactionId("TX-9"));
    QVERIFY(scene.view->current_order() == opened[0]);
}

void TestHealthView::new_trouble_is_read_by_itself() {
    Scene scene;
    QTRY_COMPARE(scene.table("gaps").model()->rowCount(), 2);
    ports::GapRow fresh = scene.core.missing.back();
    fresh.from = fresh.to = 77;
    scene.core.missing.push_back(fresh);
    scene.view->tick();
    QCoreApplication::processEvents();
    QCOMPARE(scene.table("gaps").model()->rowCount(), 2); // nothing said that something changed
    scene.health.gaps = 5;
    scene.view->show_health(scene.health);
    scene.view->tick();
    QTRY_COMPARE(scene.table("gaps").model()->rowCount(), 3);
}

void TestHealthView::nothing_wrong_says_so() {
    base::ManualClock clock(fake::morning());
    fake::Core core(clock);
    const text::Formats formats(QLocale::English, QTimeZone::utc());
    ui::health::HealthView view(core, clock, formats);
    view.show();
    view.tick();
    const auto states = view.findChildren<ui::look::EmptyState*>();
    QCOMPARE(states.size(), 3);
    for (const auto* state : states) {
        QVERIFY(!state->accessibleName().isEmpty());
    }
    QVERIFY(std::any_of(states.begin(), states.end(), [](const auto* state) { return state->isVisible(); }));
}

void TestHealthView::sizes_are_said_as_people_say_them_data() {
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<QString>("said");
    QTest::newRow("bytes") << quint64{999} << QStringLiteral("999 B");
    QTest::newRow("kilobytes") << quint64{4'160} << QStringLiteral("4.1 kB");
    QTest::newRow("megabytes") << quint64{2'100'000} << QStringLiteral("2.1 MB");
    QTest::newRow("gigabytes") << quint64{12'345'000'000} << QStringLiteral("12.3 GB");
}

void TestHealthView::sizes_are_said_as_people_say_them() {
    QFETCH(quint64, bytes);
    const text::Formats formats(QLocale::English, QTimeZone::utc());
    QTEST(ui::health::HealthWords::size(bytes, formats), "said");
}

QTEST_MAIN(TestHealthView)
#include "tst_health_view.moc"
