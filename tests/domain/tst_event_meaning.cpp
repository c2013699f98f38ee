// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/event_meaning.h"

#include <QTest>

using domain::DecisionState;
using domain::EventMeaning;
using domain::EventType;
using domain::TransactionState;

class TestEventMeaning : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_event_says_where_things_stand_data();
    void an_event_says_where_things_stand();
    void every_state_that_can_be_reported_is_reported();
    void an_end_is_an_end();
};

void TestEventMeaning::an_event_says_where_things_stand_data() {
    QTest::addColumn<EventType>("type");
    QTest::addColumn<EventMeaning>("meaning");
    QTest::newRow("a completed order executes its decision")
        << EventType::transaction_completed << EventMeaning{TransactionState::completed, DecisionState::executed};
    QTest::newRow("a cancelled order executes its rejection")
        << EventType::transaction_cancelled << EventMeaning{TransactionState::cancelled, DecisionState::executed};
    QTest::newRow("a failed one fails it")
        << EventType::transaction_failed << EventMeaning{TransactionState::failed, DecisionState::failed};
    QTest::newRow("an expired hold came before it")
        << EventType::transaction_expired << EventMeaning{TransactionState::expired, DecisionState::not_applied};
    QTest::newRow("a started one is no end yet")
        << EventType::transaction_started << EventMeaning{TransactionState::executing, {}};
    QTest::newRow("a payment in doubt is no end either")
        << EventType::transaction_doubted << EventMeaning{TransactionState::in_doubt, {}};
    QTest::newRow("a hold that was asked for")
        << EventType::hold_placed << EventMeaning{TransactionState::held, DecisionState::executed};
    QTest::newRow("an acknowledged stop") << EventType::stop_acknowledged << EventMeaning{{}, DecisionState::executed};
    QTest::newRow("a heartbeat means nothing") << EventType::heartbeat_sent << EventMeaning{};
    QTest::newRow("shipping moves no state") << EventType::transaction_shipped << EventMeaning{};
}

void TestEventMeaning::an_event_says_where_things_stand() {
    QFETCH(const EventType, type);
    QFETCH(const EventMeaning, meaning);
    QVERIFY(domain::meaning_of(type) == meaning);
}

void TestEventMeaning::every_state_that_can_be_reported_is_reported() {
    for (int state = 0; state <= static_cast<int>(TransactionState::expired); ++state) {
        bool found = false;
        for (int type = 1; type <= domain::event_type_count; ++type) {
            found = found || domain::meaning_of(static_cast<EventType>(type)).transaction ==
                                 static_cast<TransactionState>(state);
        }
        QVERIFY2(found, QByteArray::number(state).constData());
    }
}

/// What an event says became of a decision is a state that nothing follows, but for a failure that is looked into.
void TestEventMeaning::an_end_is_an_end() {
    for (int type = 1; type <= domain::event_type_count; ++type) {
        if (const auto end = domain::meaning_of(static_cast<EventType>(type)).decision) {
            QVERIFY(domain::is_final(*end));
        }
    }
}

QTEST_APPLESS_MAIN(TestEventMeaning)
#include "tst_event_meaning.moc"
