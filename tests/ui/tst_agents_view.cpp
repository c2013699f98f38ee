// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/support/fake_books.h"
#include "tests/ui/support/scenes.h"
#include "ui/agents/agent_words.h"
#include "ui/agents/agents_view.h"
#include "ui/look/fault_text.h"
#include "ui/look/symbol.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using models::agents::Column;
using models::agents::Standing;
using ui::agents::AgentsView;

namespace {

struct Scene {
    explicit Scene(bool filled = true) {
        if (filled) {
            fake::fill_books(books);
        }
        view.resize(1400, 800);
        view.show();
    }
    [[nodiscard]] QString cell(const char* agent, Column column) const {
        const int row = view.model().row_of(domain::AgentId(agent));
        return view.model().index(row, static_cast<int>(column)).data().toString();
    }

    base::ManualClock clock{fake::morning()};
    text::Formats formats{QLocale(QStringLiteral("en_GB")), QTimeZone("Europe/Berlin")};
    fake::Books books;
    AgentsView view{books, books, clock, formats};
};

QString shown(const QWidget& widget) {
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        texts.append(label->text());
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace

class TestAgentsView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_fleet_says_how_each_one_does();
    void the_page_shows_mandate_and_orders();
    void an_order_opens_its_case();
    void stop_and_resume_ask_for_a_review_only();
    void ages_grow_by_themselves_and_silence_is_seen();
    void rows_do_not_move_when_news_come();
    void an_agent_is_chosen_before_it_is_known();
    void without_agents_it_says_so();
    void a_fault_of_the_books_is_said_instead_of_all_well();
    void while_history_is_read_it_says_so();
    void hostile_names_stay_text();
};

void TestAgentsView::the_fleet_says_how_each_one_does() {
    Scene scene;
    QTRY_COMPARE(scene.view.model().rowCount(), 7);
    QCOMPARE(scene.cell("bot-7", Column::state), QStringLiteral("Active"));
    QCOMPARE(scene.cell("bot-12", Column::state), QStringLiteral("Degraded"));
    QCOMPARE(scene.cell("toner-1", Column::state), QStringLiteral("Silent"));
    QCOMPARE(scene.cell("gulf-1", Column::state), QStringLiteral("Stop not confirmed"));
    QCOMPARE(scene.cell("sub-1", Column::state), QStringLiteral("Idle")); // twice ten minutes are not over yet
    QCOMPARE(scene.cell("tokyo-1", Column::state), QStringLiteral("Active, on probation"));
    QCOMPARE(scene.cell("bot-7", Column::heartbeat), QStringLiteral("3 min ago"));
    QCOMPARE(scene.cell("sub-1", Column::budget), QStringLiteral("None set"));
    QVERIFY(scene.cell("bot-7", Column::budget).contains(scene.formats.money(fake::money("20000.00", "EUR"))));
    QVERIFY(scene.cell("bot-7", Column::escalated).contains(QStringLiteral(" of ")));
}

void TestAgentsView::the_page_shows_mandate_and_orders() {
    Scene scene;
    QTRY_COMPARE(scene.view.model().rowCount(), 7);
    scene.view.choose(domain::AgentId("bot-7"));
    QTRY_VERIFY(scene.view.page().page() && scene.view.page().page()->row.agent.id.bytes() == "bot-7");
    const QString texts = shown(scene.view.page());
    QVERIFY(texts.contains(QStringLiteral("Office Supplies Buyer")));
    QVERIFY(texts.contains(QStringLiteral("Keeps the shelves filled")));
    QCOMPARE(scene.view.page().orders().model()->rowCount(), 50);
    QVERIFY(scene.view.page().orders().model()->index(0, 6).data().toString().contains(QStringLiteral("conv-")));
}

void TestAgentsView::an_order_opens_its_case() {
    Scene scene;
    QTRY_VERIFY(scene.view.page().page());
    QSignalSpy opened(&scene.view, &AgentsView::opened);
    Q_EMIT scene.view.page().orders().activated(scene.view.page().orders().model()->index(0, 0));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().value<domain::TransactionKey>(), scene.view.page().page()->orders.front().key);
}

void TestAgentsView::stop_and_resume_ask_for_a_review_only() {
    Scene scene;
    QTRY_VERIFY(scene.view.page().page());
    QSignalSpy wanted(&scene.view, &AgentsView::decision_wanted);
    scene.view.choose(domain::AgentId("bot-7"));
    QTRY_VERIFY(scene.view.page().page()->row.agent.id.bytes() == "bot-7");
    scene.view.page().stop_button().click();
    QCOMPARE(wanted.last().at(0).value<domain::Verb>(), domain::Verb::stop);
    QCOMPARE(wanted.last().at(1).value<domain::AgentId>().bytes(), std::string("bot-7"));
    scene.view.choose(domain::AgentId("gulf-1"));
    QTRY_VERIFY(scene.view.page().page()->row.agent.id.bytes() == "gulf-1");
    scene.view.page().stop_button().click();
    QCOMPARE(wanted.last().at(0).value<domain::Verb>(), domain::Verb::resume);
}

void TestAgentsView::ages_grow_by_themselves_and_silence_is_seen() {
    Scene scene;
    QTRY_COMPARE(scene.view.model().rowCount(), 7);
    scene.clock.advance(std::chrono::minutes(30));
    scene.view.tick();
    QCOMPARE(scene.cell("bot-7", Column::heartbeat), QStringLiteral("33 min ago"));
    QCOMPARE(scene.cell("bot-7", Column::state), QStringLiteral("Silent"));
}

void TestAgentsView::rows_do_not_move_when_news_come() {
    Scene scene;
    QTRY_COMPARE(scene.view.model().rowCount(), 7);
    scene.view.choose(domain::AgentId("sub-1"));
    QVERIFY(scene.view.current());
    const int row = scene.view.table().currentIndex().row();
    domain::Agent first;
    first.id = domain::AgentId("a-new-one");
    scene.books.agent(first, fake::morning());
    scene.books.tell();
    QTRY_COMPARE(scene.view.model().rowCount(), 8);
    QCOMPARE(scene.view.table().currentIndex().row(), row);
    QCOMPARE(scene.view.current()->bytes(), std::string("sub-1"));
    QCOMPARE(scene.view.model().row_of(first.id), 7);
}

void TestAgentsView::an_agent_is_chosen_before_it_is_known() {
    Scene scene;
    scene.view.choose(domain::AgentId("voice-2"));
    QTRY_VERIFY(scene.view.current() && scene.view.current()->bytes() == "voice-2");
}

void TestAgentsView::without_agents_it_says_so() {
    Scene scene(false);
    QTRY_VERIFY(shown(scene.view).contains(QStringLiteral("No agents yet.")));
    scene.view.take_focus();
    QVERIFY(!scene.view.current());
}

/// Figures that stand still must not look like those of now.
void TestAgentsView::a_fault_of_the_books_is_said_instead_of_all_well() {
    Scene scene;
    QTRY_COMPARE(scene.view.model().rowCount(), 7);
    scene.books.fault = base::Fault{base::FaultCode::corrupt, "entry 7", {}};
    scene.books.tell();
    const QString sentence = ui::look::fault_text(base::FaultCode::corrupt);
    QTRY_VERIFY([&] {
        const auto badges = scene.view.findChildren<ui::look::Badge*>();
        return std::any_of(badges.begin(), badges.end(),
                           [&](const ui::look::Badge* badge) { return badge->label() == sentence; });
    }());
}

void TestAgentsView::while_history_is_read_it_says_so() {
    Scene scene;
    const auto says = [&](const char* words) {
        const auto badges = scene.view.findChildren<ui::look::Badge*>();
        return std::any_of(badges.begin(), badges.end(), [words](const ui::look::Badge* badge) {
            return badge->label().startsWith(QLatin1String(words));
        });
    };
    QTRY_COMPARE(scene.view.model().rowCount(), 7);
    QVERIFY(!says("Reading history:"));
    scene.books.entries = 1'000'000;
    scene.books.tell();
    scene.view.hide();
    scene.view.show();
    QTRY_VERIFY(says("Reading history:"));
}

void TestAgentsView::hostile_names_stay_text() {
    Scene scene(false);
    const std::string evil = "<b>\xE2\x80\xAE%1\n&x";
    domain::Agent agent;
    agent.id = domain::AgentId(evil);
    agent.name = domain::UntrustedText(evil);
    agent.owner_name = domain::UntrustedText(evil);
    agent.model = evil;
    agent.group = evil;
    scene.books.agent(agent, fake::morning());
    scene.books.order({evil, evil, evil, evil, fake::money("1.00", "EUR"), {}, false, false}, fake::morning());
    scene.books.tell();
    QTRY_VERIFY(scene.view.page().page());
    for (const QLabel* label : scene.view.findChildren<QLabel*>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(!label->text().contains(QChar(0x202E)));
    }
    for (int column = 0; column < models::agents::column_count; ++column) {
        QVERIFY(!scene.view.model().index(0, column).data().toString().contains(QChar(0x202E)));
    }
}

QTEST_MAIN(TestAgentsView)
#include "tst_agents_view.moc"
