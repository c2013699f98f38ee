// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/console_rig.h"

#include "app/authority/ruling.h"
#include "tests/support/patience.h"

#include <QProcess>
#include <QTest>

#include <optional>

/// The console's core against the example gateway of the protocol: an implementation that shares no code with ours.
class TestPythonConsole : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void the_inbox_shows_what_waits_there();
    void every_verb_that_fits_finds_its_outcome();
    void a_wrong_token_is_said_so();

private:
    [[nodiscard]] const ports::CaseRow* row_of(const char* transaction) const;
    /// Events come one by one and each may tell a row: waits until the row says what the last of them says.
    [[nodiscard]] bool wait_for(const char* transaction, domain::TransactionState state) const;
    /// Waits for the two orders that the example gateway leaves open.
    [[nodiscard]] bool wait_for_open_orders() const;
    /// Waits until the health speaks of everything that the feed told, and says whether all of it could be read.
    [[nodiscard]] bool all_was_understood() const;
    /// Decides about an order and waits for the outcome.
    [[nodiscard]] domain::DecisionState decide(const char* transaction, domain::Verb verb,
                                               const char* reason = "checked",
                                               std::optional<domain::Money> amount = std::nullopt);
    [[nodiscard]] domain::DecisionState sign_and_follow(const ports::Draft& draft);

    std::unique_ptr<QProcess> gateway_;
    std::unique_ptr<ConsoleRig> rig_;
    std::string announcement_;
};

namespace {

constexpr const char* source = "https://gateway.example.com/feeds/main";

domain::TransactionKey key(const char* transaction) {
    return {domain::SourceId(source), domain::TransactionId(transaction)};
}

} // namespace

void TestPythonConsole::init() {
    gateway_ = std::make_unique<QProcess>();
    gateway_->start(QStringLiteral("/usr/bin/python3"),
                    {QStringLiteral("-B"), QStringLiteral(REEVE_PROTOCOL_DIR "/gateway.py"),
                     QStringLiteral("--trust-first-roster"), QStringLiteral("--end-with-stdin")});
    while (!gateway_->canReadLine() && gateway_->waitForReadyRead(support::patience_ms)) {
    }
    announcement_ = gateway_->readLine().toStdString();
    QVERIFY2(!announcement_.empty(), "gateway.py needs the packages python3 and openssl");
    rig_ = std::make_unique<ConsoleRig>();
}

void TestPythonConsole::cleanup() {
    rig_.reset();
    gateway_->closeWriteChannel();
    if (!gateway_->waitForFinished(support::patience_ms)) {
        gateway_->kill();
        gateway_->waitForFinished();
    }
    gateway_.reset();
}

const ports::CaseRow* TestPythonConsole::row_of(const char* transaction) const {
    const auto found = rig_->cases.find(key(transaction));
    return found == rig_->cases.end() ? nullptr : &found->second;
}

bool TestPythonConsole::wait_for(const char* transaction, domain::TransactionState state) const {
    const bool seen = ConsoleRig::wait_until([&] {
        const ports::CaseRow* row = row_of(transaction);
        return row != nullptr && row->transaction_state == state;
    });
    if (!seen) {
        const ports::CaseRow* row = row_of(transaction);
        qWarning("%s is in state %d, expected %d", transaction, row == nullptr ? -1 : int(row->transaction_state),
                 int(state));
    }
    return seen;
}

bool TestPythonConsole::wait_for_open_orders() const {
    return wait_for("order-2", domain::TransactionState::held) &&
           wait_for("order-3", domain::TransactionState::in_doubt);
}

bool TestPythonConsole::all_was_understood() const {
    return ConsoleRig::wait_until([&] { return rig_->health.stored > rig_->feed.back().index; }) &&
           rig_->health.quarantined == 0 && rig_->health.gaps == 0;
}

domain::DecisionState TestPythonConsole::sign_and_follow(const ports::Draft& draft) {
    const auto review = rig_->ask<ports::Review>(
        [&](ports::Reply<ports::Review> reply) { rig_->core().decisions().review(draft, std::move(reply)); });
    if (!review || review->standing != ports::Standing::allowed) {
        qWarning("%s", review ? review->code.c_str() : base::describe(review.fault()).c_str());
        return domain::DecisionState::drafted;
    }
    const auto row = rig_->ask<ports::DecisionRow>(
        [&](ports::Reply<ports::DecisionRow> reply) { rig_->core().decisions().sign(*review, std::move(reply)); });
    if (!row) {
        qWarning("%s", base::describe(row.fault()).c_str());
        return domain::DecisionState::drafted;
    }
    const domain::DecisionId id = row->decision.id;
    (void)ConsoleRig::wait_until([&] { return domain::is_final(rig_->decisions[id].state); });
    return rig_->decisions[id].state;
}

domain::DecisionState TestPythonConsole::decide(const char* transaction, domain::Verb verb, const char* reason,
                                                std::optional<domain::Money> amount) {
    const auto file = rig_->ask<ports::CaseFile>([&](ports::Reply<ports::CaseFile> reply) {
        rig_->core().archive().case_file(key(transaction), std::move(reply));
    });
    if (!file || file->versions.empty()) {
        return domain::DecisionState::drafted;
    }
    ports::Draft draft;
    draft.verb = verb;
    draft.key = key(transaction);
    draft.version = file->versions.back().version.version;
    draft.digest = file->versions.back().version.digest;
    draft.amount = amount;
    draft.reason_code = reason;
    draft.reason_text = domain::UntrustedText("A question, should there be one");
    return sign_and_follow(draft);
}

void TestPythonConsole::the_inbox_shows_what_waits_there() {
    auto connection = premises::connection_of(announcement_);
    QVERIFY(connection.ok());
    QVERIFY(rig_->start_at(*connection));
    QVERIFY(wait_for_open_orders());
    QCOMPARE(row_of("order-2")->tier, domain::Tier::sign_off);
    QCOMPARE(row_of("order-2")->gross.minor, std::int64_t{426'972});
    QVERIFY(all_was_understood());
}

void TestPythonConsole::every_verb_that_fits_finds_its_outcome() {
    auto connection = premises::connection_of(announcement_);
    QVERIFY(connection.ok());
    QVERIFY(rig_->start_at(*connection));
    const auto identity = rig_->ask<ports::Identity>([&](ports::Reply<ports::Identity> reply) {
        rig_->core().decisions().create_key(ports::Passphrase("a test passphrase"), std::move(reply));
    });
    QVERIFY(identity.ok());
    QVERIFY(identity->on_roster);
    QVERIFY(wait_for_open_orders());
    using domain::DecisionState;
    using domain::Verb;
    QCOMPARE(decide("order-2", Verb::ask), DecisionState::executed);
    QCOMPARE(decide("order-2", Verb::hold), DecisionState::executed);
    QCOMPARE(decide("order-2", Verb::escalate), DecisionState::executed);
    ports::Draft stop;
    stop.verb = Verb::stop;
    stop.key.source = domain::SourceId(source);
    stop.agent = domain::AgentId("agent-1");
    QCOMPARE(sign_and_follow(stop), DecisionState::executed);
    QCOMPARE(decide("order-2", Verb::approve), DecisionState::refused_by_gateway); // its agent is stopped
    stop.verb = Verb::resume;
    QCOMPARE(sign_and_follow(stop), DecisionState::executed);
    QCOMPARE(decide("order-2", Verb::approve), DecisionState::executed);
    QCOMPARE(decide("order-3", Verb::resolve, "not_moved"), DecisionState::executed);
    const domain::Money part{1'000, domain::Currency::from_code("EUR").value()};
    QCOMPARE(decide("order-1", Verb::roll_back, "checked", part), DecisionState::executed);
    QCOMPARE(decide("order-2", Verb::roll_back), DecisionState::executed);
    QVERIFY(all_was_understood());
}

void TestPythonConsole::a_wrong_token_is_said_so() {
    auto connection = premises::connection_of(announcement_);
    QVERIFY(connection.ok());
    connection->endpoint.token = "stale";
    QVERIFY(rig_->start_at(*connection));
    QVERIFY(ConsoleRig::wait_until([&] { return rig_->health.link_fault.has_value(); }));
    QVERIFY2(rig_->health.link_fault->where.find("401") != std::string::npos,
             base::describe(*rig_->health.link_fault).c_str());
}

QTEST_GUILESS_MAIN(TestPythonConsole)
#include "tst_python_console.moc"
