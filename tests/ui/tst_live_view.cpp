// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "ui/live/live_view.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace {

struct Scene {
    Scene() {
        core.feed = fake::feed_rows(1, 100);
        view = std::make_unique<ui::live::LiveView>(core, core, formats);
        view->resize(1000, 400);
        view->show();
    }
    [[nodiscard]] ui::look::Table& table() const { return *view->findChild<ui::look::Table*>(); }
    [[nodiscard]] bool at_bottom() const {
        return table().verticalScrollBar()->value() == table().verticalScrollBar()->maximum();
    }
    bool wait_for_rows(int count) {
        return QTest::qWaitFor([this, count] { return view->model().rowCount() == count; });
    }

    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    text::Formats formats{QLocale::English, QTimeZone::utc()};
    std::unique_ptr<ui::live::LiveView> view;
};

} // namespace

class TestLiveView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void it_begins_with_what_the_record_holds_and_follows();
    void choosing_a_row_holds_it_still();
    void scrolling_up_holds_it_still();
    void a_row_opens_its_order();
    void an_empty_table_says_why();
};

void TestLiveView::it_begins_with_what_the_record_holds_and_follows() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(100));
    QVERIFY(scene.at_bottom());
    scene.core.publish(fake::feed_rows(101, 50));
    QVERIFY(scene.wait_for_rows(150));
    QVERIFY(scene.at_bottom());
}

void TestLiveView::choosing_a_row_holds_it_still() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(100));
    const int place = scene.table().verticalScrollBar()->value();
    scene.table().setCurrentIndex(scene.view->model().index(95, 0));
    QVERIFY(scene.view->model().is_paused());
    QVERIFY(scene.view->current_agent() == domain::AgentId("bot-15"));
    scene.core.publish(fake::feed_rows(101, 50));
    QTRY_COMPARE(scene.view->model().waiting(), std::size_t{50});
    QCOMPARE(scene.view->model().rowCount(), 100);
    QCOMPARE(scene.table().verticalScrollBar()->value(), place);
    scene.view->set_paused(false);
    QVERIFY(scene.wait_for_rows(150));
    QVERIFY(scene.at_bottom());
    QVERIFY(!scene.view->current_agent());
}

void TestLiveView::scrolling_up_holds_it_still() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(100));
    QVERIFY(!scene.view->model().is_paused());
    scene.table().verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    QVERIFY(scene.view->model().is_paused());
}

void TestLiveView::a_row_opens_its_order() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(100));
    QStringList opened;
    connect(scene.view.get(), &ui::live::LiveView::opened, this,
            [&opened](const domain::TransactionKey& key) { opened += QString::fromStdString(key.id.bytes()); });
    scene.table().setCurrentIndex(scene.view->model().index(0, 0));
    QTest::keyClick(&scene.table(), Qt::Key_Return);
    QCOMPARE(opened, QStringList{QStringLiteral("TX-4000")});
    scene.table().setCurrentIndex(scene.view->model().index(3, 0)); // a heartbeat is about no order
    QTest::keyClick(&scene.table(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
}

void TestLiveView::an_empty_table_says_why() {
    base::ManualClock clock(fake::morning());
    fake::Core core(clock);
    const text::Formats formats(QLocale::English, QTimeZone::utc());
    ui::live::LiveView view(core, core, formats);
    ports::Health health;
    const auto* empty = view.findChild<ui::look::EmptyState*>();
    view.show_health(health);
    QVERIFY(empty->accessibleDescription().contains(QStringLiteral("F5")));
    health.link = ports::LinkState::live;
    view.show_health(health);
    QVERIFY(empty->accessibleName().contains(QStringLiteral("Connected")));
}

QTEST_MAIN(TestLiveView)
#include "tst_live_view.moc"
