// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/agents/fleet_model.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QTest>

#include <limits>

using namespace models::agents;

namespace {

base::Instant now() {
    return base::from_rfc3339("2026-03-02T09:00:00Z").value();
}

domain::Money euros(std::int64_t minor) {
    return {minor, domain::Currency::from_code("EUR").value()};
}

ports::AgentRow row_of(const std::string& id) {
    ports::AgentRow row;
    row.agent.id = domain::AgentId(id);
    row.agent.name = domain::UntrustedText("name of " + id);
    row.agent.heartbeat_seconds = 600;
    row.registered = true;
    row.last_heartbeat = now() - std::chrono::minutes(1);
    return row;
}

ports::Fleet fleet_of(const std::vector<std::string>& ids) {
    ports::Fleet fleet;
    for (const std::string& id : ids) {
        fleet.agents.push_back(row_of(id));
    }
    return fleet;
}

FleetModel::Words words() {
    return {
        [](Column column) { return QString::number(static_cast<int>(column)); },
        [](const ports::AgentRow& row, Column, base::Instant) { return QString::fromStdString(row.agent.id.bytes()); }};
}

QStringList shown(const FleetModel& model) {
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        ids.append(model.index(row, 1).data().toString());
    }
    return ids;
}

} // namespace

class TestFleetModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_standing_says_the_worst_first_data() {
        QTest::addColumn<int>("change");
        QTest::addColumn<int>("expected");
        const auto row = [](const char* name, int change, Standing standing) {
            QTest::newRow(name) << change << static_cast<int>(standing);
        };
        row("a heartbeat a minute ago", 0, Standing::active);
        row("a heartbeat more than twice its interval ago", 1, Standing::silent);
        row("it promised no heartbeat", 2, Standing::active);
        row("a stop that it has not confirmed counts before silence", 3, Standing::stopping);
        row("a stop that it confirmed", 4, Standing::stopped);
        row("it says that it is degraded", 5, Standing::degraded);
        row("it never registered", 6, Standing::unregistered);
        row("retired and silent", 7, Standing::retired);
        row("it was never heard of", 8, Standing::silent);
    }
    void the_standing_says_the_worst_first() {
        QFETCH(int, change);
        QFETCH(int, expected);
        ports::AgentRow row = row_of("bot-1");
        const auto long_ago = now() - std::chrono::minutes(21);
        switch (change) {
        case 1: row.last_heartbeat = long_ago; break;
        case 2:
            row.agent.heartbeat_seconds = 0;
            row.last_heartbeat.reset();
            break;
        case 3:
            row.last_heartbeat = long_ago;
            row.stop = ports::StopState::ordered;
            break;
        case 4: row.stop = ports::StopState::acknowledged; break;
        case 5: row.status = domain::AgentStatus::degraded; break;
        case 6: row.registered = false; break;
        case 7:
            row.last_heartbeat = long_ago;
            row.status = domain::AgentStatus::retired;
            break;
        case 8: row.last_heartbeat.reset(); break;
        }
        QCOMPARE(static_cast<int>(standing_of(row, now())), expected);
    }

    void a_share_of_the_budget_is_exact_data() {
        QTest::addColumn<qint64>("spent");
        QTest::addColumn<qint64>("budget");
        QTest::addColumn<qint64>("expected");
        const qint64 most = std::numeric_limits<qint64>::max();
        QTest::newRow("nothing") << qint64{0} << qint64{1000} << qint64{0};
        QTest::newRow("a third") << qint64{1} << qint64{3} << qint64{333};
        QTest::newRow("two thirds are rounded") << qint64{2} << qint64{3} << qint64{667};
        QTest::newRow("nearly all is not all") << qint64{9999} << qint64{10000} << qint64{999};
        QTest::newRow("more than all of it") << qint64{2500} << qint64{1000} << qint64{2500};
        QTest::newRow("money that came back") << qint64{-500} << qint64{1000} << qint64{-500};
        QTest::newRow("the greatest amounts") << most << most << qint64{1000};
        QTest::newRow("half of the greatest amount") << most / 2 << most << qint64{500};
    }
    void a_share_of_the_budget_is_exact() {
        QFETCH(qint64, spent);
        QFETCH(qint64, budget);
        QFETCH(qint64, expected);
        ports::AgentRow row = row_of("bot-1");
        QVERIFY(!budget_permille(row));
        row.agent.budget = euros(budget);
        row.month = ports::Spent{euros(spent), false, 1};
        QVERIFY(std::abs(*budget_permille(row) - expected) <= (budget > 1'000'000 ? 1 : 0));
        row.month->beyond = true;
        QVERIFY(!budget_permille(row));
    }

    void rows_change_in_place_and_new_ones_come_last() {
        FleetModel model(words());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(fleet_of({"b", "d"}), now());
        model.sort(static_cast<int>(Column::name), Qt::DescendingOrder);
        QCOMPARE(shown(model), QStringList({QStringLiteral("d"), QStringLiteral("b")}));
        const QPersistentModelIndex kept(model.index(0, 0));
        model.show(fleet_of({"a", "b", "c", "d"}), now());
        QCOMPARE(shown(model),
                 QStringList({QStringLiteral("d"), QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}));
        model.sort(static_cast<int>(Column::name), Qt::AscendingOrder);
        QCOMPARE(shown(model),
                 QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")}));
        QCOMPARE(kept.row(), 3);
        model.show(fleet_of({"a"}), now()); // the books were made anew
        QCOMPARE(shown(model), QStringList({QStringLiteral("a")}));
        QCOMPARE(model.row_of(domain::AgentId("z")), -1);
    }

    void amounts_are_put_in_order_within_their_currency() {
        ports::Fleet fleet = fleet_of({"a", "b", "c"});
        fleet.agents[0].today = {{euros(5), false, 1}};
        fleet.agents[1].today = {{{1, domain::Currency::from_code("JPY").value()}, false, 1}};
        fleet.agents[2].today = {{euros(4), false, 1}};
        FleetModel model(words());
        model.show(fleet, now());
        model.sort(static_cast<int>(Column::today), Qt::AscendingOrder);
        QCOMPARE(shown(model), QStringList({QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
    }
};

QTEST_GUILESS_MAIN(TestFleetModel)
#include "tst_fleet_model.moc"
