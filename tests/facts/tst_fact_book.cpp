// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facts/fact_book.h"

#include <QTest>

#include <limits>
#include <random>

namespace {

using base::Instant;
using domain::Event;
using domain::EventType;
using domain::TransactionVersion;
using facts::FactBook;
using std::chrono::hours;

domain::Money money(std::int64_t minor, const char* code = "EUR") {
    return {minor, domain::Currency::from_code(code).value()};
}

const Instant noon = base::from_rfc3339("2026-03-10T12:00:00Z").value();

TransactionVersion order(const char* id, std::int64_t minor, const char* currency = "EUR") {
    TransactionVersion version;
    version.key = {domain::SourceId("feed"), domain::TransactionId(id)};
    version.subject.agent = domain::AgentId("agent");
    version.subject.owner = domain::OwnerId("owner");
    version.subject.supplier.id = domain::SupplierId("supplier");
    version.subject.category = "office";
    version.subject.gross = money(minor, currency);
    return version;
}

void with_line(TransactionVersion& version, const char* item, std::int64_t price) {
    domain::Line line;
    line.item_id = item;
    line.quantity = "1";
    line.unit = "C62";
    line.unit_price = money(price);
    version.subject.lines.push_back(line);
}

Event told(EventType type, Instant at, domain::Payload payload) {
    Event one;
    one.source = domain::SourceId("feed");
    one.type = type;
    one.time = at;
    one.payload = std::move(payload);
    return one;
}

Event requested(const TransactionVersion& version, Instant at) {
    return told(EventType::transaction_requested, at, version);
}

Event ended(EventType type, const char* id, Instant at) {
    domain::TransactionStep step;
    step.transaction = domain::TransactionId(id);
    return told(type, at, step);
}

/// 6,000 events about 1,500 orders, over 100 days, some of them late.
std::vector<Event> long_history() {
    std::mt19937 random(7);
    std::vector<Event> history;
    for (int index = 0; index < 6000; ++index) {
        TransactionVersion version = order(("T" + std::to_string(random() % 1500)).c_str(), random() % 100'000);
        version.subject.agent = domain::AgentId("agent-" + std::to_string(random() % 7));
        version.subject.supplier.id = domain::SupplierId("supplier-" + std::to_string(random() % 20));
        with_line(version, random() % 2 == 0 ? "A" : "B", random() % 500);
        if (random() % 10 == 0) {
            version.subject.batch = domain::BatchId("run-" + std::to_string(random() % 5));
        }
        // Time runs on for 100 days, with some events that come late.
        const Instant at = noon + std::chrono::minutes(36 * index) - hours(random() % 5 == 0 ? random() % 50 : 0);
        history.push_back(random() % 6 == 0 ? ended(EventType::transaction_failed, version.key.id.bytes().c_str(), at)
                                            : requested(version, at));
    }
    return history;
}

} // namespace

class TestFactBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_text_keeps_its_number_while_others_come() {
        facts::Names names;
        QCOMPARE(names.find("a"), facts::no_name);
        const std::string large(1'000'000, 'x'); // larger than what texts are kept in
        const auto text = [&](int number) {
            return number % 1'000 == 7 ? large + std::to_string(number) : std::string(1, '\0') + std::to_string(number);
        };
        facts::Names same;
        for (int number = 0; number < 5'000; ++number) {
            QCOMPARE(names.find(text(number)), facts::no_name);
            QCOMPARE(names.give(text(number)), static_cast<facts::Name>(number + 1));
            QCOMPARE(names.give(text(number)), static_cast<facts::Name>(number + 1));
            QCOMPARE(same.give(text(number)), static_cast<facts::Name>(number + 1));
        }
        QCOMPARE(names.give(""), facts::Name{5'001});
        QCOMPARE(names.size(), std::size_t{5'001});
        QVERIFY(!(names == same));
        QCOMPARE(same.give("other"), facts::Name{5'001});
        QVERIFY(!(names == same));
        const facts::Names copy = names;
        QVERIFY(copy == names);
        for (int number = 0; number < 5'000; ++number) {
            QCOMPARE(copy.find(text(number)), static_cast<facts::Name>(number + 1));
        }
    }

    void an_order_that_is_met_is_known_as_one_that_is_looked_at() {
        FactBook looked;
        FactBook met;
        for (int number = 0; number < 20; ++number) {
            const TransactionVersion version = order(std::to_string(number).c_str(), 10'00 + number % 3);
            const domain::Event event = requested(version, noon + hours(number));
            const facts::Facts seen = looked.look(version, event.time);
            const facts::Facts own = met.meet(version, event.time);
            QVERIFY(own.keys.complete);
            QCOMPARE(own.agent_spend.own.day, seen.agent_spend.own.day);
            QCOMPARE(own.twins.count, seen.twins.count);
            QCOMPARE(own.repeats, seen.repeats);
            QCOMPARE(own.supplier_seen, seen.supplier_seen);
            looked.apply(event, &seen.keys);
            met.apply(event, &own.keys);
            QVERIFY(looked == met);
        }
    }

    void events_that_are_said_to_change_nothing_change_nothing() {
        using enum EventType;
        domain::TransactionStep step;
        step.transaction = domain::TransactionId("1");
        domain::ProbationChanged probation;
        probation.on_probation = true;
        std::vector<std::pair<EventType, domain::Payload>> all = {
            {agent_registered, domain::Agent{}},
            {agent_updated, domain::AgentUpdated{}},
            {heartbeat_sent, domain::HeartbeatSent{}},
            {probation_changed, probation},
            {mandate_granted, domain::Mandate{}},
            {mandate_revoked, domain::MandateRevoked{}},
            {turn_taken, domain::Turn{}},
            {transaction_requested, order("2", 20'00)},
            {transaction_amended, order("1", 20'00)},
            {assessment_made, domain::Assessment{}},
            {confirmation_given, domain::ConfirmationGiven{}},
            {decision_taken, domain::SignedDecision{}},
            {receipt_issued, domain::Receipt{}},
            {plan_made, domain::Plan{}},
            {step_taken, domain::StepTaken{}},
            {hold_placed, domain::HoldChanged{}},
            {hold_released, domain::HoldChanged{}},
            {stop_ordered, domain::StopChanged{}},
            {stop_acknowledged, domain::StopChanged{}},
            {stop_lifted, domain::StopChanged{}},
            {contract_published, domain::Contract{}},
            {price_published, domain::CataloguePrice{}},
            {stock_counted, domain::StockCounted{}},
            {policy_published, domain::PolicyPublished{}},
            {roster_published, domain::SignedRoster{}},
            {claim_changed, domain::ClaimChanged{}},
        };
        for (int number = static_cast<int>(transaction_held); number <= static_cast<int>(transaction_expired);
             ++number) {
            all.emplace_back(static_cast<EventType>(number), step);
        }
        QCOMPARE(all.size(), static_cast<std::size_t>(domain::event_type_count));
        FactBook before;
        before.apply(requested(order("1", 10'00), noon));
        for (const auto& [type, payload] : all) {
            FactBook after = before;
            after.apply(told(type, noon + hours(1), payload));
            QVERIFY2((after == before) != FactBook::is_changed_by(type), std::string(domain::type_name(type)).c_str());
        }
    }

    void spend_counts_what_was_ordered_before() {
        FactBook book;
        book.apply(requested(order("1", 10'00), noon - hours(2)));
        book.apply(requested(order("2", 20'00), noon - hours(30)));
        book.apply(requested(order("3", 40'00), noon - hours(24 * 8)));
        book.apply(requested(order("4", 80'00), noon - hours(24 * 12)));
        const auto spend = book.look(order("5", 1), noon).agent_spend;
        QCOMPARE(spend.own.day, money(10'00));
        QCOMPARE(spend.own.week, money(30'00));
        QCOMPARE(spend.own.month, money(70'00)); // the 2nd, the 9th and the 10th of March; the 26th of February is not
        QCOMPARE(spend.own.days_30, money(150'00));
        QCOMPARE(spend.days_30_count, 4);
        QCOMPARE(book.look(order("5", 1), noon).supplier_spend.own.day, money(10'00));
        TransactionVersion other = order("6", 1);
        other.subject.agent = domain::AgentId("other");
        QCOMPARE(book.look(other, noon).agent_spend.days_30_count, 0);
        QCOMPARE(book.look(other, noon).category_spend.days_30_count, 4);
    }

    void an_amended_order_is_not_its_own_past() {
        FactBook book;
        book.apply(requested(order("1", 10'00), noon - hours(2)));
        book.apply(requested(order("2", 5'00), noon - hours(1)));
        QCOMPARE(book.look(order("1", 30'00), noon).agent_spend.own.day, money(5'00));
        QCOMPARE(book.look(order("1", 30'00), noon).agent_spend.day_count, 1);
        book.apply(told(EventType::transaction_amended, noon, order("1", 30'00)));
        QCOMPARE(book.look(order("3", 1), noon).agent_spend.own.day, money(35'00));
        QCOMPARE(book.look(order("3", 1), noon).pair_seen.orders, 2);
    }

    void an_order_that_never_happened_is_taken_out_data() {
        QTest::addColumn<int>("type");
        QTest::addColumn<bool>("taken_out");
        QTest::newRow("failed") << static_cast<int>(EventType::transaction_failed) << true;
        QTest::newRow("cancelled") << static_cast<int>(EventType::transaction_cancelled) << true;
        QTest::newRow("expired") << static_cast<int>(EventType::transaction_expired) << true;
        QTest::newRow("returned") << static_cast<int>(EventType::transaction_returned) << true;
        QTest::newRow("completed") << static_cast<int>(EventType::transaction_completed) << false;
        QTest::newRow("in doubt") << static_cast<int>(EventType::transaction_doubted) << false;
    }
    void an_order_that_never_happened_is_taken_out() {
        QFETCH(int, type);
        QFETCH(bool, taken_out);
        FactBook book;
        book.apply(requested(order("1", 10'00), noon - hours(2)));
        book.apply(ended(static_cast<EventType>(type), "1", noon - hours(1)));
        book.apply(ended(static_cast<EventType>(type), "1", noon - hours(1)));
        const auto known = book.look(order("2", 10'00), noon);
        QCOMPARE(known.agent_spend.own.day, money(taken_out ? 0 : 10'00));
        QCOMPARE(known.twins.count, taken_out ? 0 : 1);
        QCOMPARE(known.together.count, taken_out ? 1 : 2);
    }

    void currencies_are_never_mixed_and_refunds_never_lower_spend() {
        FactBook book;
        book.apply(requested(order("1", 10'00), noon));
        book.apply(requested(order("2", 99'00, "USD"), noon));
        book.apply(requested(order("3", -500'00), noon));
        const auto spend = book.look(order("4", 1), noon).agent_spend;
        QCOMPARE(spend.own.day, money(10'00));
        QCOMPARE(spend.others.size(), std::size_t{1});
        QCOMPARE(spend.others.front().day, money(99'00, "USD"));
        QCOMPARE(spend.day_count, 3);
        QCOMPARE(book.look(order("4", 1, "JPY"), noon).agent_spend.own.day, money(0, "JPY"));
    }

    void a_sum_beyond_64_bits_is_not_known() {
        FactBook book;
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
        book.apply(requested(order("1", most), noon));
        book.apply(requested(order("2", most), noon));
        const auto known = book.look(order("3", 1), noon);
        QVERIFY(!known.agent_spend.own.day.has_value());
        QCOMPARE(known.agent_spend.day_count, 2);
        QVERIFY(!known.together.total.has_value());
    }

    void pieces_of_24_hours_belong_together() {
        FactBook book;
        book.apply(requested(order("1", 900'00), noon - hours(25)));
        book.apply(requested(order("2", 900'00), noon - hours(3)));
        book.apply(requested(order("3", 900'00), noon - hours(1)));
        const auto together = book.look(order("4", 900'00), noon).together;
        QCOMPARE(together.total, money(2700'00));
        QCOMPARE(together.count, 3);
        QVERIFY(!together.batch);
        book.apply(requested(order("5", 1'00, "USD"), noon));
        QVERIFY(!book.look(order("4", 900'00), noon).together.total.has_value());
    }

    void an_honest_bulk_run_is_one_and_has_no_twins() {
        FactBook book;
        const auto piece = [](const char* id) {
            TransactionVersion version = order(id, 900'00);
            version.subject.batch = domain::BatchId("run");
            return version;
        };
        book.apply(requested(piece("1"), noon - hours(50)));
        book.apply(requested(piece("2"), noon));
        const auto known = book.look(piece("3"), noon);
        QCOMPARE(known.together.total, money(2700'00));
        QVERIFY(known.together.batch);
        QCOMPARE(known.twins.count, 0);
        // An order outside of the run is neither part of it nor excused by it.
        QCOMPARE(book.look(order("4", 900'00), noon).together.count, 1);
        QCOMPARE(book.look(order("4", 900'00), noon).twins.count, 2);
    }

    void twins_have_the_same_supplier_amount_and_lines() {
        FactBook book;
        TransactionVersion first = order("1", 10'00);
        with_line(first, "A", 4'00);
        with_line(first, "B", 6'00);
        book.apply(requested(first, noon - hours(24 * 6)));
        TransactionVersion twin = order("2", 10'00);
        with_line(twin, "B", 6'00);
        with_line(twin, "A", 4'00);
        QCOMPARE(book.look(twin, noon).twins.count, 1);
        QCOMPARE(book.look(twin, noon).twins.example, domain::TransactionId("1"));
        QCOMPARE(book.look(twin, noon + hours(48)).twins.count, 0);
        twin.subject.gross = money(10'01);
        QCOMPARE(book.look(twin, noon).twins.count, 0);
    }

    void a_loop_asks_for_the_same_again_and_again() {
        FactBook book;
        for (int minute = 0; minute < 90; minute += 10) {
            book.apply(requested(order(std::to_string(minute).c_str(), minute), noon - std::chrono::minutes(minute)));
        }
        QCOMPARE(book.look(order("x", 1), noon).repeats, 6);
        QCOMPARE(book.look(order("x", 1), noon + hours(2)).repeats, 0);
    }

    void the_last_price_is_of_another_order() {
        FactBook book;
        TransactionVersion first = order("1", 1);
        with_line(first, "A", 4'00);
        book.apply(requested(first, noon - hours(5)));
        TransactionVersion second = order("2", 1);
        with_line(second, "A", 5'00);
        QCOMPARE(book.look(second, noon).lines.front().last_price->price, money(4'00));
        book.apply(requested(second, noon - hours(4)));
        QCOMPARE(book.look(second, noon).lines.front().last_price->price, money(4'00));
        QCOMPARE(book.look(first, noon).lines.front().last_price->price, money(5'00));
        TransactionVersion third = order("3", 1);
        with_line(third, "B", 1);
        QVERIFY(!book.look(third, noon).lines.front().last_price);
    }

    void what_is_new_is_told_from_what_is_known() {
        FactBook book;
        TransactionVersion first = order("1", 1);
        first.subject.payee.account = "DE01";
        QVERIFY(!book.look(first, noon).supplier_seen.first);
        book.apply(requested(first, noon));
        QVERIFY(!book.look(first, noon).supplier_seen.first); // the order itself, looked at again
        TransactionVersion second = order("2", 1);
        second.subject.payee.account = "DE02";
        QCOMPARE(book.look(second, noon).supplier_seen.first, noon);
        QCOMPARE(book.look(second, noon).pair_seen.orders, 1);
        QVERIFY(!book.look(second, noon).payee_seen.first);
        second.subject.agent = domain::AgentId("new");
        QVERIFY(!book.look(second, noon).agent_seen.first);
        QVERIFY(!book.look(second, noon).pair_seen.first);
    }

    void master_data_is_the_latest_word() {
        FactBook book;
        domain::Contract contract;
        contract.id = domain::ContractId("C");
        contract.prices.push_back({"A", {}, "C62", money(3'50), {}});
        domain::Mandate mandate;
        mandate.id = domain::MandateId("M");
        book.apply(told(EventType::contract_published, noon, contract));
        book.apply(told(EventType::mandate_granted, noon, mandate));
        book.apply(told(EventType::mandate_revoked, noon, domain::MandateRevoked{mandate.id, {}}));
        book.apply(
            told(EventType::probation_changed, noon, domain::ProbationChanged{domain::AgentId("agent"), true, {}}));
        TransactionVersion version = order("1", 1);
        version.subject.mandate = mandate.id;
        version.subject.contract = contract.id;
        with_line(version, "A", 4'00);
        with_line(version, "B", 4'00);
        const auto known = book.look(version, noon);
        QVERIFY(known.mandate != nullptr && known.mandate_revoked && known.on_probation && known.agent == nullptr);
        QVERIFY(known.lines[0].contract != nullptr && known.contract_told == noon && known.mandate_told == noon);
        QCOMPARE(known.lines[0].contract->prices.front().unit_price, money(3'50));
        book.apply(told(EventType::mandate_granted, noon, mandate));
        QVERIFY(!book.look(version, noon).mandate_revoked);
    }

    void a_decision_is_a_human_look() {
        FactBook book;
        QVERIFY(!book.look(order("1", 1), noon).human_looked);
        domain::SignedDecision decision;
        decision.decision.agent = domain::AgentId("agent");
        book.apply(told(EventType::decision_taken, noon, decision));
        book.apply(told(EventType::decision_taken, noon - hours(1), decision));
        QCOMPARE(book.look(order("1", 1), noon).human_looked, noon);
    }

    void a_book_that_puts_orders_away_knows_the_same() {
        const std::vector<Event> history = long_history();
        FactBook whole;
        FactBook small(20);
        int asked = 0;
        for (std::size_t index = 0; index < history.size(); ++index) {
            const Event& event = history[index];
            QVERIFY(small
                        .recall(event,
                                [&](const domain::TransactionKey& key) {
                                    ++asked;
                                    std::vector<Event> events;
                                    std::copy_if(history.begin(), history.begin() + static_cast<std::ptrdiff_t>(index),
                                                 std::back_inserter(events), [&](const Event& one) {
                                                     const auto* version =
                                                         std::get_if<TransactionVersion>(&one.payload);
                                                     const auto* step =
                                                         std::get_if<domain::TransactionStep>(&one.payload);
                                                     return (version != nullptr && version->key == key) ||
                                                            (step != nullptr && step->transaction == key.id);
                                                 });
                                    return base::Result<std::vector<Event>>(std::move(events));
                                })
                        .ok());
            if (const auto* version = std::get_if<TransactionVersion>(&event.payload)) {
                const auto expected = whole.look(*version, event.time);
                const auto known = small.look(*version, event.time);
                QCOMPARE(known.agent_spend, expected.agent_spend);
                QCOMPARE(known.supplier_spend, expected.supplier_spend);
                QCOMPARE(known.category_spend, expected.category_spend);
                QCOMPARE(known.pair_seen, expected.pair_seen);
                QCOMPARE(known.together, expected.together);
                QCOMPARE(known.twins, expected.twins);
                QCOMPARE(known.repeats, expected.repeats);
                QVERIFY(known.lines == expected.lines);
            }
            whole.apply(event);
            small.apply(event);
            QVERIFY(small.open_orders() <= 20);
        }
        QVERIFY(whole.open_orders() > 500);
        QVERIFY(asked > 500);
    }

    void a_record_that_cannot_be_read_leaves_the_book_as_it_was() {
        FactBook book(1);
        book.apply(requested(order("1", 10'00), noon));
        book.apply(requested(order("2", 20'00), noon));
        const FactBook before = book;
        const auto broken = [](const domain::TransactionKey&) {
            return base::Result<std::vector<Event>>(base::Fault{base::FaultCode::unreadable, "no", {}});
        };
        const Event late = told(EventType::transaction_amended, noon, order("1", 30'00));
        QCOMPARE(book.recall(late, broken).fault().code, base::FaultCode::unreadable);
        QVERIFY(book == before);
        QVERIFY(book.recall(requested(order("3", 1), noon), broken).ok()); // nobody knows it: nobody is asked
    }

    void many_twins_of_one_minute_are_counted_and_named_in_few_bytes() {
        FactBook book;
        for (int number = 0; number < 1000; ++number) {
            book.apply(requested(order(std::to_string(number).c_str(), 10'00), noon));
        }
        const auto known = book.look(order("x", 10'00), noon);
        QCOMPARE(known.twins.count, 1000);
        QCOMPARE(known.twins.example, domain::TransactionId("999"));
        QCOMPARE(known.together.count, 1001);
        QCOMPARE(known.together.total, money(10'010'00));
        QCOMPARE(book.look(order("999", 10'00), noon).twins.example, domain::TransactionId("998"));
        QCOMPARE(book.look(order("999", 10'00), noon).twins.count, 999);
    }

    void facts_are_rebuilt_identically_from_history() {
        const std::vector<Event> history = long_history();
        FactBook once;
        FactBook again;
        FactBook resumed;
        for (std::size_t index = 0; index < history.size(); ++index) {
            once.apply(history[index]);
            if (index == history.size() / 2) {
                resumed = once; // a state that was kept, and goes on
            } else if (index > history.size() / 2) {
                resumed.apply(history[index]);
            }
        }
        for (const Event& one : history) {
            again.apply(one);
        }
        QVERIFY(once == again);
        QVERIFY(once == resumed);
        again.apply(requested(order("last", 1), noon));
        QVERIFY(!(once == again));
        const TransactionVersion asked = std::get<TransactionVersion>(requested(order("T3", 5), noon).payload);
        QCOMPARE(once.look(asked, noon + hours(2400)).agent_spend, resumed.look(asked, noon + hours(2400)).agent_spend);
    }
};

QTEST_APPLESS_MAIN(TestFactBook)
#include "tst_fact_book.moc"
