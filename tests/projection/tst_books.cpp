// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/projection/books_feed.h"

#include <QTest>

using namespace books_feed;

class TestBooks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_order_counts_when_it_is_completed() {
        Feed feed;
        feed.requested("a", euros(1050), "2026-03-01T09:00:00Z");
        feed.assessed("a", domain::Tier::confirm, "2026-03-01T09:00:01Z");
        feed.step(EventType::transaction_started, "a", "2026-03-01T09:00:02Z");
        Books books;
        fold(books, feed);
        QCOMPARE(answer(books).total.orders, std::int64_t{0});
        feed.step(EventType::transaction_completed, "a", "2026-03-02T09:00:00Z", euros(1000));
        QVERIFY(books.fold(feed.all.back(), feed).ok());
        const auto now = answer(books);
        QCOMPARE(now.total.money.minor, std::int64_t{1000}); // what moved, not what was asked for
        QCOMPARE(now.total.orders, std::int64_t{1});
        QCOMPARE(now.buckets.at(0).handling[0].orders, std::int64_t{0});
        QCOMPARE(now.buckets.at(1).tiers[1].money.minor, std::int64_t{1000});
        QCOMPARE(now.agents.lines.at(0).id, std::string("bot-1"));
        QCOMPARE(now.suppliers.lines.at(0).name.bytes(), std::string("Supplier of bot-1"));
    }

    void an_order_that_nobody_assessed_says_so() {
        Feed feed;
        feed.requested("a", euros(700), "2026-03-01T09:00:00Z");
        feed.judged("a", domain::Tier::confirm);
        feed.step(EventType::transaction_completed, "a", "2026-03-01T09:10:00Z");
        Books books;
        fold(books, feed);
        QCOMPARE(answer(books).tiers[ports::not_assessed].money.minor, std::int64_t{700}); // no amount: the gross
        feed.assessed("a", domain::Tier::sign_off, "2026-03-01T10:00:00Z");
        QVERIFY(books.fold(feed.all.back(), feed).ok());
        QCOMPARE(answer(books).tiers[ports::not_assessed], (ports::Spent{euros(0), false, 0}));
        QCOMPARE(answer(books).tiers[2].money.minor, std::int64_t{700}); // told late: moved
        QCOMPARE(feed.asked, 1);
    }

    void our_tier_is_that_of_the_verdict_about_the_newest_version() {
        Feed feed;
        feed.requested("a", euros(1000), "2026-03-01T09:00:00Z");
        feed.assessed("a", domain::Tier::automatic, "2026-03-01T09:00:01Z");
        feed.step(EventType::transaction_completed, "a", "2026-03-01T09:10:00Z");
        Books books;
        fold(books, feed);
        const auto own = [&books](std::size_t slot) {
            return answer(books, {}, "EUR", ports::TierBy::policy).tiers[slot].money.minor;
        };
        const auto agreement = [&books](ports::Agreement which) {
            return answer(books).agreement[static_cast<std::size_t>(which)].orders;
        };
        const auto tell_last = [&] { QVERIFY(feed.fold_into(books, feed.all.size() - 1).ok()); };
        QCOMPARE(own(ports::not_assessed), std::int64_t{1000}); // never silently automatic
        QCOMPARE(own(0), std::int64_t{0});
        QCOMPARE(agreement(ports::Agreement::not_compared), std::int64_t{1});
        QCOMPARE(books.open_orders(), std::size_t{1}); // waits for its verdict

        feed.judged("a", domain::Tier::sign_off);
        tell_last();
        QCOMPARE(own(2), std::int64_t{1000});
        QCOMPARE(answer(books).tiers[0].money.minor, std::int64_t{1000}); // the platform's stays
        QCOMPARE(agreement(ports::Agreement::policy_stricter), std::int64_t{1});
        QCOMPARE(books.open_orders(), std::size_t{0});
        QCOMPARE(feed.asked, 0); // nothing was looked up for it

        feed.requested("a", euros(900), "2026-03-01T09:20:00Z", "bot-1", 2);
        tell_last();
        QCOMPARE(own(ports::not_assessed), std::int64_t{900}); // the amended order is not judged
        feed.judged("a", domain::Tier::blocked, 1);            // a second word about the old version
        tell_last();
        QCOMPARE(own(ports::not_assessed), std::int64_t{900});
        feed.judged("a", domain::Tier::automatic, 2);
        tell_last();
        QCOMPARE(own(0), std::int64_t{900});
        QCOMPARE(agreement(ports::Agreement::same), std::int64_t{1});
        feed.assessed("a", domain::Tier::confirm, "2026-03-01T09:30:00Z", 2);
        tell_last();
        QCOMPARE(agreement(ports::Agreement::platform_stricter), std::int64_t{1});
        feed.judged("a", domain::Tier::dual_sign_off, 2); // of a contradicting copy: the stricter stands
        tell_last();
        feed.judged("a", domain::Tier::automatic, 2);
        tell_last();
        QCOMPARE(own(3), std::int64_t{900});
    }

    void a_verdict_about_an_order_that_is_set_aside_changes_nothing() {
        Feed feed;
        feed.judged("nobody", domain::Tier::confirm);
        Books books;
        fold(books, feed);
        QCOMPARE(books.open_orders(), std::size_t{0});
        QCOMPARE(books.folded(), std::uint64_t{1});
        QCOMPARE(books.cube().cells(), std::size_t{0});
    }

    void a_stretch_cuts_sums_and_lists_but_not_the_buckets() {
        Feed feed;
        for (const char* day : {"2026-03-01T09:00:00Z", "2026-03-02T09:00:00Z"}) {
            feed.requested(day, euros(1000), day, std::string("bot-") + day);
            feed.step(EventType::transaction_completed, day, day);
        }
        Books books;
        fold(books, feed);
        ports::SpendSelection only;
        only.within = ports::Stretch{at("2026-03-02T00:00:00Z"), at("2026-03-03T00:00:00Z")};
        const auto now = answer(books, only);
        QCOMPARE(now.total.orders, std::int64_t{1});
        QCOMPARE(now.agents.lines.size(), std::size_t{1});
        QCOMPARE(now.agents.lines.front().id, std::string("bot-2026-03-02T09:00:00Z"));
        QCOMPARE(now.handling[0].orders, std::int64_t{1});
        QCOMPARE(now.buckets.at(0).handling[0].orders, std::int64_t{1});
        QCOMPARE(now.buckets.at(1).handling[0].orders, std::int64_t{1});
    }

    void money_comes_back_data() {
        QTest::addColumn<qint64>("told");
        QTest::addColumn<bool>("has_amount");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("as a negative amount") << qint64{-400} << true << qint64{-400};
        QTest::newRow("as a positive amount") << qint64{400} << true << qint64{-400};
        QTest::newRow("without an amount: all of it") << qint64{0} << false << qint64{-1000};
    }
    void money_comes_back() {
        QFETCH(qint64, told);
        QFETCH(bool, has_amount);
        QFETCH(qint64, expected);
        Feed feed;
        feed.requested("a", euros(1000), "2026-03-01T09:00:00Z");
        feed.assessed("a", domain::Tier::confirm, "2026-03-01T09:00:01Z");
        feed.step(EventType::transaction_completed, "a", "2026-03-01T09:10:00Z", euros(1000), "d-1");
        feed.step(EventType::transaction_returned, "a", "2026-03-02T09:10:00Z",
                  has_amount ? std::optional(euros(told)) : std::nullopt);
        Books books;
        fold(books, feed);
        const auto now = answer(books);
        QCOMPARE(now.buckets.at(0).tiers[1].money.minor, std::int64_t{1000});
        QCOMPARE(now.buckets.at(1).tiers[1].money.minor, std::int64_t{expected});
        QCOMPARE(now.buckets.at(1).tiers[1].orders, std::int64_t{0});
        QCOMPARE(now.handling[1].money.minor, std::int64_t{1000 + expected}); // it was a person's order
        QCOMPARE(now.handling[0].money.minor, std::int64_t{0});
    }

    void what_a_person_decided_is_told_apart_data() {
        QTest::addColumn<int>("how");
        QTest::addColumn<bool>("human");
        QTest::newRow("no decision at all") << 0 << false;
        QTest::newRow("the completion names a decision") << 1 << true;
        QTest::newRow("the start names a decision") << 2 << true;
        QTest::newRow("the gateway echoed an approval") << 3 << true;
        QTest::newRow("the gateway echoed a question") << 4 << false;
        QTest::newRow("the approval is told after the completion") << 5 << true;
    }
    void what_a_person_decided_is_told_apart() {
        QFETCH(int, how);
        QFETCH(bool, human);
        Feed feed;
        feed.requested("a", euros(1000), "2026-03-01T09:00:00Z");
        domain::SignedDecision echo;
        echo.decision.transaction = domain::TransactionId("a");
        echo.decision.verb = how == 4 ? domain::Verb::ask : domain::Verb::approve;
        if (how == 3 || how == 4) {
            feed.add(EventType::decision_taken, echo, at("2026-03-01T09:05:00Z"));
        }
        feed.step(EventType::transaction_started, "a", "2026-03-01T09:09:00Z", {}, how == 2 ? "d-1" : nullptr);
        feed.step(EventType::transaction_completed, "a", "2026-03-01T09:10:00Z", {}, how == 1 ? "d-1" : nullptr);
        if (how == 5) {
            feed.add(EventType::decision_taken, echo, at("2026-03-01T09:15:00Z"));
        }
        Books books;
        fold(books, feed);
        QCOMPARE(answer(books).handling[human ? 1 : 0].orders, std::int64_t{1});
        QCOMPARE(answer(books).handling[human ? 0 : 1].orders, std::int64_t{0});
    }

    void currencies_are_never_added() {
        Feed feed;
        feed.requested("a", euros(1000), "2026-03-01T09:00:00Z");
        feed.step(EventType::transaction_completed, "a", "2026-03-01T09:10:00Z");
        feed.requested("b", {88'000, currency("JPY")}, "2026-03-01T09:00:00Z");
        feed.step(EventType::transaction_completed, "b", "2026-03-01T09:10:00Z");
        Books books;
        fold(books, feed);
        QCOMPARE(answer(books).total.money, euros(1000));
        QCOMPARE(answer(books, {}, "JPY").total.money.minor, std::int64_t{88'000});
        QCOMPARE(answer(books).currencies.size(), std::size_t{2});
        QCOMPARE(answer(books, {}, "KWD").total.orders, std::int64_t{0});
    }

    void sums_beyond_64_bits_are_said_and_come_back_exactly() {
        Feed feed;
        const std::int64_t most = std::numeric_limits<std::int64_t>::max();
        for (const char* id : {"a", "b", "c"}) {
            feed.requested(id, euros(most), "2026-03-01T09:00:00Z");
            feed.step(EventType::transaction_completed, id, "2026-03-01T09:10:00Z");
        }
        Books books;
        fold(books, feed);
        QVERIFY(answer(books).total.beyond);
        QCOMPARE(answer(books).total.money.minor, most);
        feed.step(EventType::transaction_returned, "a", "2026-03-01T10:10:00Z");
        feed.step(EventType::transaction_returned, "b", "2026-03-01T10:10:00Z");
        QVERIFY(books.fold(feed.all[6], feed).ok());
        QVERIFY(books.fold(feed.all[7], feed).ok());
        QVERIFY(!answer(books).total.beyond);
        QCOMPARE(answer(books).total.money.minor, most);
    }

    void what_contradicts_itself_is_counted_and_books_nothing_twice() {
        Feed feed;
        feed.requested("a", euros(1000), "2026-03-01T09:00:00Z");
        feed.step(EventType::transaction_completed, "a", "2026-03-01T09:10:00Z", euros(1000));
        feed.step(EventType::transaction_completed, "a", "2026-03-01T09:20:00Z", euros(900));
        feed.requested("a", euros(1000), "2026-03-01T09:30:00Z"); // the same version again
        feed.step(EventType::transaction_completed, "a", "2026-03-01T09:40:00Z");
        Books books;
        fold(books, feed);
        QCOMPARE(answer(books).total, (ports::Spent{euros(1000), false, 1}));
        QCOMPARE(books.state().contradicted, std::uint64_t{2});
    }

    void an_order_that_moved_after_its_cancellation_is_spend() {
        Feed feed;
        feed.requested("a", euros(1000), "2026-03-01T09:00:00Z");
        feed.step(EventType::transaction_cancelled, "a", "2026-03-01T09:05:00Z");
        feed.step(EventType::transaction_completed, "a", "2026-03-01T09:10:00Z");
        Books books;
        fold(books, feed);
        QCOMPARE(answer(books).total.money, euros(1000));
        QCOMPARE(books.state().contradicted, std::uint64_t{1});
    }

    void suspected_duplicates_and_sales_stay_outside() {
        Feed feed;
        feed.requested("a", euros(1000), "2026-03-01T09:00:00Z");
        feed.step(EventType::transaction_completed, "a", "2026-03-01T09:10:00Z", {}, nullptr, true);
        feed.requested("b", euros(500), "2026-03-01T09:00:00Z", "seller", 1, domain::Side::selling);
        feed.step(EventType::transaction_completed, "b", "2026-03-01T09:10:00Z");
        Books books;
        fold(books, feed);
        QCOMPARE(answer(books).total.orders, std::int64_t{0});
        QCOMPARE(books.state().set_aside, std::uint64_t{1});
        QCOMPARE(books.state().sales, std::uint64_t{1});
    }

    void a_selection_narrows_every_sum() {
        Feed feed;
        for (const char* agent : {"bot-1", "bot-2"}) {
            feed.requested(agent, euros(1000), "2026-03-01T09:00:00Z", agent);
            feed.step(EventType::transaction_completed, agent, "2026-03-01T09:10:00Z");
        }
        Books books;
        fold(books, feed);
        ports::SpendSelection only;
        only.agent = domain::AgentId("bot-2");
        QCOMPARE(answer(books, only).total.orders, std::int64_t{1});
        QCOMPARE(answer(books, only).suppliers.lines.size(), std::size_t{1});
        only.agent = domain::AgentId("nobody");
        QCOMPARE(answer(books, only).total.orders, std::int64_t{0});
        only = {};
        only.owner = domain::OwnerId("office");
        QCOMPARE(answer(books, only).agents.lines.size(), std::size_t{1});
        QCOMPARE(answer(books, only).agents.lines.front().id, std::string("bot-2"));
        only = {};
        only.handling = Handling::human;
        QCOMPARE(answer(books, only).total.orders, std::int64_t{0});
        only = {};
        only.slot = ports::not_assessed;
        QCOMPARE(answer(books, only).total.orders, std::int64_t{2});
        only = {};
        only.agreement = ports::Agreement::not_compared;
        QCOMPARE(answer(books, only).total.orders, std::int64_t{2});
        only.agreement = ports::Agreement::same;
        QCOMPARE(answer(books, only).total.orders, std::int64_t{0});
    }

    void lists_are_cut_and_the_rest_is_summed() {
        Feed feed;
        for (int i = 1; i <= 5; ++i) {
            const std::string id = "bot-" + std::to_string(i);
            feed.requested(id, euros(i * 100), "2026-03-01T09:00:00Z", id);
            feed.step(EventType::transaction_completed, id, "2026-03-01T09:10:00Z");
        }
        Books books;
        fold(books, feed);
        ports::SpendQuery query;
        query.edges = {at("2026-03-01T00:00:00Z"), at("2026-03-02T00:00:00Z")};
        query.top = 2;
        const auto now = books.cube().answer(query).value();
        QCOMPARE(now.agents.lines.at(0).id, std::string("bot-5"));
        QCOMPARE(now.agents.lines.at(1).id, std::string("bot-4"));
        QCOMPARE(now.agents.others.money.minor, std::int64_t{600});
        QCOMPARE(now.agents.others_count, std::uint64_t{3});
    }

    void edges_that_are_none_are_refused() {
        Books books;
        ports::SpendQuery query;
        QVERIFY(!books.cube().answer(query).ok());
        query.edges = {at("2026-03-02T00:00:00Z"), at("2026-03-01T00:00:00Z")};
        QVERIFY(!books.cube().answer(query).ok());
        query.edges = {at("2026-03-01T00:00:01Z"), at("2026-03-02T00:00:00Z")};
        QVERIFY(!books.cube().answer(query).ok());
    }

    void folding_the_whole_is_folding_piece_by_piece_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 6; ++seed) {
            QTest::addRow("a disorderly feed, number %d", seed) << seed;
        }
    }
    /// Against the plain sum of every order's own history, and with orders put away at every opportunity.
    void folding_the_whole_is_folding_piece_by_piece() {
        QFETCH(int, seed);
        Feed feed;
        disorder(feed, static_cast<unsigned>(seed), 900);
        Books all_in_memory;
        Books put_away(2);
        fold(all_in_memory, feed);
        fold(put_away, feed);
        QVERIFY(put_away.open_orders() <= 3);
        QVERIFY(feed.asked > 50);
        QVERIFY(!cells_of(all_in_memory.cube()).empty());
        QVERIFY(cells_of(put_away.cube()) == cells_of(all_in_memory.cube()));
        QCOMPARE(put_away.state().contradicted, all_in_memory.state().contradicted);
        QCOMPARE(put_away.state().sales, all_in_memory.state().sales);

        std::map<domain::TransactionId, OrderState> orders;
        for (const auto& recorded : feed.all) {
            if (const auto verdict = feed.verdicts.find(recorded.index); verdict != feed.verdicts.end()) {
                advance(orders[verdict->second.order], verdict->second.tier);
                continue;
            }
            const auto* id = order_of(recorded.event);
            if (id != nullptr && !recorded.suspected) {
                advance(orders[*id], recorded.event);
            }
        }
        SpendCube plain;
        for (const auto& [id, order] : orders) {
            for (const auto& booking : order.bookings()) {
                if (booking) {
                    plain.add(
                        {quarter_of(booking->time),
                         {plain.agents.number(order.agent.bytes()), plain.owners.number(order.owner.bytes()),
                          plain.suppliers.number(order.supplier.id.bytes()), plain.categories.number(order.category),
                          static_cast<std::uint8_t>(ports::slot_of(order.tier)),
                          static_cast<std::uint8_t>(ports::slot_of(order.own_tier())),
                          order.human ? Handling::human : Handling::machine, booking->money.currency},
                         booking->money.minor,
                         booking->order ? 1 : 0});
                }
            }
        }
        QVERIFY(cells_of(plain) == cells_of(all_in_memory.cube()));
        for (const auto& [id, known] : all_in_memory.agents().agents()) {
            const auto& other = put_away.agents().agents().at(id);
            QVERIFY(known.hours == other.hours);
        }
    }

    void an_agent_is_what_the_feed_said_last() {
        Feed feed;
        domain::Agent agent;
        agent.id = domain::AgentId("bot-1");
        agent.name = domain::UntrustedText("Toner Buyer");
        agent.budget = euros(100'000);
        feed.add(EventType::agent_registered, agent, at("2026-02-01T00:00:00Z"));
        feed.add(EventType::heartbeat_sent, domain::HeartbeatSent{agent.id}, at("2026-03-01T09:00:00Z"));
        feed.add(EventType::agent_updated, domain::AgentUpdated{agent.id, domain::AgentStatus::degraded, {}},
                 at("2026-03-01T09:01:00Z"));
        feed.requested("a", euros(1000), "2026-03-01T09:02:00Z");
        feed.step(EventType::transaction_held, "a", "2026-03-01T09:03:00Z");
        feed.requested("b", euros(400), "2026-03-01T10:02:00Z");
        feed.step(EventType::transaction_completed, "b", "2026-03-01T10:03:00Z");
        feed.add(EventType::stop_ordered,
                 domain::StopChanged{domain::StopId("s"), agent.id, domain::PersonId("p"), {}, {}},
                 at("2026-03-01T10:05:00Z"));
        Books books;
        fold(books, feed);
        ports::FleetQuery query;
        query.day_from = at("2026-03-01T00:00:00Z");
        query.month_from = query.day_from;
        query.rate_from = query.day_from;
        query.hours = {at("2026-03-01T09:00:00Z"), at("2026-03-01T10:00:00Z"), at("2026-03-01T11:00:00Z")};
        const ports::Fleet fleet = books.fleet(query);
        QCOMPARE(fleet.agents.size(), std::size_t{1});
        const ports::AgentRow& row = fleet.agents.front();
        QVERIFY(row.registered);
        QCOMPARE(row.status, domain::AgentStatus::degraded);
        QCOMPARE(row.stop, ports::StopState::ordered);
        QCOMPARE(*row.last_heartbeat, at("2026-03-01T09:00:00Z"));
        QCOMPARE(*row.last_seen, at("2026-03-01T10:03:00Z")); // a stop is no sign of life
        QCOMPARE(row.today.at(0).money, euros(400));
        QCOMPARE(row.month->money, euros(400));
        QCOMPARE(row.orders_by_hour, (std::vector<std::uint32_t>{1, 1}));
        QCOMPARE(row.orders, std::uint64_t{2});
        QCOMPARE(row.escalated, std::uint64_t{1});
        const auto page = books.page(agent.id, query);
        QVERIFY(page.ok());
        QCOMPARE(page->orders.size(), std::size_t{2});
        QCOMPARE(page->orders.front().key.id.bytes(), std::string("b"));
        QVERIFY(page->orders.back().escalated);
        QVERIFY(!books.page(domain::AgentId("nobody"), query).ok());
    }

    void a_stop_of_the_fleet_is_everybodys() {
        Feed feed;
        feed.add(EventType::heartbeat_sent, domain::HeartbeatSent{domain::AgentId("bot-1")},
                 at("2026-03-01T09:00:00Z"));
        const domain::StopChanged all{domain::StopId("s"), domain::AgentId("*"), domain::PersonId("p"), {}, {}};
        const domain::StopChanged one{domain::StopId("s"), domain::AgentId("bot-1"), domain::PersonId("p"), {}, {}};
        feed.add(EventType::stop_ordered, all, at("2026-03-01T09:01:00Z"));
        Books books;
        fold(books, feed);
        QCOMPARE(books.fleet({}).agents.front().stop, ports::StopState::ordered);
        feed.add(EventType::stop_acknowledged, one, at("2026-03-01T09:02:00Z"));
        QVERIFY(books.fold(feed.all.back(), feed).ok());
        QCOMPARE(books.fleet({}).agents.front().stop, ports::StopState::acknowledged);
        feed.add(EventType::heartbeat_sent, domain::HeartbeatSent{domain::AgentId("bot-2")},
                 at("2026-03-01T09:02:10Z"));
        QVERIFY(books.fold(feed.all.back(), feed).ok());
        QCOMPARE(books.fleet({}).agents.back().stop, ports::StopState::ordered);
        feed.add(EventType::stop_acknowledged, all, at("2026-03-01T09:02:20Z"));
        QVERIFY(books.fold(feed.all.back(), feed).ok());
        QCOMPARE(books.fleet({}).agents.back().stop, ports::StopState::acknowledged); // all at once
        feed.add(EventType::stop_lifted, all, at("2026-03-01T09:03:00Z"));
        QVERIFY(books.fold(feed.all.back(), feed).ok());
        QCOMPARE(books.fleet({}).agents.front().stop, ports::StopState::none);
        QCOMPARE(books.fleet({}).agents.size(), std::size_t{2}); // the fleet is no agent
    }
};

QTEST_GUILESS_MAIN(TestBooks)
#include "tst_books.moc"
