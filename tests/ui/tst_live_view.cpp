// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/fill.h"
#include "tests/support/patience.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"
#include "ui/look/feed_words.h"

#include "ui/live/live_view.h"
#include "ui/look/copy.h"

#include <QClipboard>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace {

struct Scene {
    Scene() {
        core.feed = fake::feed_rows(1, 100);
        view = std::make_unique<ui::live::LiveView>(core, core, clock, formats);
        view->resize(1000, 400);
        view->show();
    }
    [[nodiscard]] ui::look::Table& table() const { return *view->findChild<ui::look::Table*>(); }
    [[nodiscard]] bool at_bottom() const {
        return table().verticalScrollBar()->value() == table().verticalScrollBar()->maximum();
    }
    bool wait_for_rows(int count) {
        return support::wait_until([this, count] { return view->model().rowCount() == count; });
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
    void scrolling_to_the_top_reads_what_is_older_and_keeps_the_place();
    void typing_narrows_the_table_and_says_what_is_wrong();
    void a_condition_narrows_what_is_there_and_what_comes();
    void a_header_sorts_up_down_and_as_it_came();
    void rows_are_copied_as_they_stand();
};

void TestLiveView::it_begins_with_what_the_record_holds_and_follows() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(100));
    QTRY_VERIFY(scene.at_bottom());
    scene.core.publish(fake::feed_rows(101, 50));
    QVERIFY(scene.wait_for_rows(150));
    QTRY_VERIFY(scene.at_bottom());
}

void TestLiveView::choosing_a_row_holds_it_still() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(100));
    const int place = scene.table().verticalScrollBar()->value();
    scene.table().setCurrentIndex(scene.view->model().table().index(95, 0));
    QVERIFY(scene.view->model().is_paused());
    QVERIFY(scene.view->current_agent() == domain::AgentId("bot-15"));
    scene.core.publish(fake::feed_rows(101, 50));
    QTRY_COMPARE(scene.view->model().waiting(), std::size_t{50});
    QCOMPARE(scene.view->model().rowCount(), 100);
    QCOMPARE(scene.table().verticalScrollBar()->value(), place);
    scene.view->set_paused(false);
    QVERIFY(scene.wait_for_rows(150));
    QTRY_VERIFY(scene.at_bottom());
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
    scene.table().setCurrentIndex(scene.view->model().table().index(0, 0));
    QTest::keyClick(&scene.table(), Qt::Key_Return);
    QCOMPARE(opened, QStringList{QStringLiteral("TX-4000")});
    scene.table().setCurrentIndex(scene.view->model().table().index(3, 0)); // a heartbeat is about no order
    QTest::keyClick(&scene.table(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
}

void TestLiveView::an_empty_table_says_why() {
    base::ManualClock clock(fake::morning());
    fake::Core core(clock);
    const text::Formats formats(QLocale::English, QTimeZone::utc());
    ui::live::LiveView view(core, core, clock, formats);
    ports::Health health;
    const auto* empty = view.findChild<ui::look::EmptyState*>();
    view.show_health(health);
    QVERIFY(empty->accessibleDescription().contains(QStringLiteral("F5")));
    health.link = ports::LinkState::live;
    view.show_health(health);
    QVERIFY(empty->accessibleName().contains(QStringLiteral("Connected")));
}

void TestLiveView::scrolling_to_the_top_reads_what_is_older_and_keeps_the_place() {
    base::ManualClock clock(fake::morning());
    fake::Core core(clock);
    core.feed = fake::feed_rows(1, 1200);
    const text::Formats formats(QLocale::English, QTimeZone::utc());
    ui::live::LiveView view(core, core, clock, formats);
    view.resize(1000, 400);
    view.show();
    QTRY_COMPARE(view.model().rowCount(), 500);
    auto& table = *view.findChild<ui::look::Table*>();
    view.set_paused(true);
    table.verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMinimum);
    QTRY_COMPARE(view.model().rowCount(), 1000);
    const int top = table.rowAt(1);
    QVERIFY2(std::abs(top - 500) <= 1, qPrintable(QString::number(top))); // row 701 stays where it was
    table.verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMinimum);
    QTRY_COMPARE(view.model().rowCount(), 1200);
    QCOMPARE(view.model().oldest(), std::optional<std::uint64_t>(1));
}

void TestLiveView::typing_narrows_the_table_and_says_what_is_wrong() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(100));
    scene.view->filter().set_text(QStringLiteral("tier:blocked"));
    QTRY_VERIFY(scene.view->model().rowCount() < 100);
    const int blocked = scene.view->model().rowCount();
    QVERIFY(blocked > 0);
    for (int row = 0; row < blocked; ++row) {
        QVERIFY(scene.view->model().tier_at(row) == domain::Tier::blocked);
    }
    QVERIFY(scene.view->filter().line().accessibleDescription().contains(QStringLiteral("of 100")));
    scene.view->filter().set_text(QStringLiteral("tier:huge"));
    QTRY_VERIFY(!scene.view->filter().is_understood());
    QVERIFY(scene.view->filter().line().accessibleDescription().contains(QStringLiteral("tier")));
    QCOMPARE(scene.view->model().rowCount(), blocked); // what was understood last still holds
    QTest::keyClick(&scene.view->filter().line(), Qt::Key_Escape);
    QVERIFY(scene.wait_for_rows(100));
    QVERIFY(scene.view->filter().is_understood());
}

/// The same question as a condition; rows that come later answer it as well, and every row is accounted for.
void TestLiveView::a_condition_narrows_what_is_there_and_what_comes() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(100));
    auto& filter = scene.view->filter();
    filter.set_text(QStringLiteral("tier == blocked"));
    QTest::keyClick(&filter.line(), Qt::Key_Return);
    const int blocked = scene.view->model().rowCount();
    QVERIFY(blocked > 0 && blocked < 100);
    for (int row = 0; row < blocked; ++row) {
        QVERIFY(scene.view->model().tier_at(row) == domain::Tier::blocked);
    }
    QVERIFY(filter.line().accessibleDescription().contains(QStringLiteral("of 100")));
    scene.core.publish(fake::feed_rows(101, 50));
    QTRY_VERIFY(filter.line().accessibleDescription().contains(QStringLiteral("of 150")));
    QVERIFY(scene.view->model().rowCount() > blocked);

    filter.set_text(QStringLiteral("tier == blockd"));
    QTest::keyClick(&filter.line(), Qt::Key_Return);
    QVERIFY(!filter.is_understood());
    QVERIFY(scene.view->model().rowCount() < 150); // what was understood last still holds

    filter.set_text(QStringLiteral("amount >= money(\"0.01 JPY\")"));
    QTest::keyClick(&filter.line(), Qt::Key_Return);
    QVERIFY(!filter.is_understood()); // yen have no hundredths: never rounded
    filter.set_text(QStringLiteral("amount >= money(\"1 JPY\")"));
    QTest::keyClick(&filter.line(), Qt::Key_Return);
    const filter::Counts counts = models::feed::feed_language(ui::look::feed_words(), QStringLiteral("Currency"))
                                      .count(scene.view->model().table().store(), *filter.wanted().expression);
    QCOMPARE(counts.all, std::size_t{150});
    QCOMPARE(counts.passing + counts.without_value + counts.not_comparable, std::size_t{150});
    QVERIFY(counts.not_comparable > 0);
    QVERIFY2(filter.line().accessibleDescription().contains(
                 text::fill(QStringLiteral("%1 not comparable"), {QString::number(counts.not_comparable)})),
             qPrintable(filter.line().accessibleDescription()));
}

void TestLiveView::a_header_sorts_up_down_and_as_it_came() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(100));
    const auto agents = [&scene] {
        std::vector<std::string> all;
        for (int row = 0; row < scene.view->model().rowCount(); ++row) {
            all.push_back(scene.view->model().row_at(row).agent.bytes());
        }
        return all;
    };
    const auto came = agents();
    QHeaderView* header = scene.table().horizontalHeader();
    const int column = static_cast<int>(models::feed::Column::agent);
    const QPoint place(header->sectionViewportPosition(column) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, place);
    auto sorted = came;
    std::sort(sorted.begin(), sorted.end());
    QVERIFY(agents() == sorted);
    scene.core.publish(fake::feed_rows(101, 50)); // fall into place
    QVERIFY(scene.wait_for_rows(150));
    const auto more = agents();
    QVERIFY(std::is_sorted(more.begin(), more.end()));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, place);
    const auto down = agents();
    QVERIFY(std::is_sorted(down.rbegin(), down.rend()));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, place);
    const auto again = agents();
    QVERIFY(std::equal(came.begin(), came.end(), again.begin()));
}

void TestLiveView::rows_are_copied_as_they_stand() {
    Scene scene;
    QVERIFY(scene.wait_for_rows(100));
    auto rows = fake::feed_rows(101, 1);
    rows[0].summary = domain::UntrustedText("=HYPERLINK(\"x\")|<b>");
    rows[0].counterpart = domain::UntrustedText("A, \"B\"\tC");
    scene.core.publish(rows);
    QVERIFY(scene.wait_for_rows(101));
    scene.table().setCurrentIndex(scene.view->model().table().index(100, 0));
    const auto lines = [&scene](ui::look::CopyForm form) {
        return QString::fromStdString(ui::look::rows_as(form, scene.table())).split(u'\n', Qt::SkipEmptyParts);
    };
    const QStringList tsv = lines(ui::look::CopyForm::tsv);
    QCOMPARE(tsv.size(), 2);
    QCOMPARE(tsv[0].split(u'\t').size(), 9); // as many as are shown
    QCOMPARE(tsv[1].split(u'\t').size(), 9); // a tab inside does not make a column
    QVERIFY(tsv[1].contains(QStringLiteral("'=HYPERLINK")));
    QVERIFY(!tsv[1].contains(QChar(0x2068)));
    const QStringList csv = lines(ui::look::CopyForm::csv);
    QVERIFY(csv[1].contains(QStringLiteral("\"A, \"\"B\"\"")));
    const QStringList markdown = lines(ui::look::CopyForm::markdown);
    QCOMPARE(markdown.size(), 3);
    QVERIFY(markdown[1].contains(QStringLiteral("---:")));
    QVERIFY(markdown[2].contains(QStringLiteral("\\|\\<b\\>")));
    scene.table().setColumnHidden(2, true);
    QCOMPARE(lines(ui::look::CopyForm::tsv)[1].split(u'\t').size(), 8);
    QCOMPARE(ui::look::copy_rows(ui::look::CopyForm::csv, scene.table()), 1);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("HYPERLINK")));
}

QTEST_MAIN(TestLiveView)
#include "tst_live_view.moc"
