// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/local_access.h"
#include "app/handover/remote_access.h"
#include "app/handover/server.h"
#include "app/store/reader.h"
#include "tests/support/drawn_feed.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

/// One keeper and one guest, each with the thread it has in the real programs.
class TestAccess : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_free_store_is_taken();
    void a_keeper_says_which_gateway_it_has_and_asks_it_for_plans();
    void a_keeper_without_a_gateway_says_so();
    void a_kept_store_is_written_by_its_keeper();
    void a_view_is_kept_once_for_a_person();
    void a_keeper_without_a_door_is_named();
    void a_keeper_that_goes_away_is_told();
};

namespace {

record::Options options(const QTemporaryDir& folder) {
    record::Options one;
    one.folder = folder.filePath(QStringLiteral("store")).toStdString();
    one.program = "keeper";
    one.free_floor = 0;
    return one;
}

std::vector<record::Frame> three_events() {
    std::vector<record::Frame> frames;
    for (std::string& bytes : drawn::frames(R"(
        requested tx-1 v1 bot-7 120.00 EUR
        assessed  tx-1 v1 sign_off over_contract_price
        held      tx-1 v1
    )")) {
        frames.push_back({std::move(bytes), {}, domain::SourceId(drawn::source), {}, 0});
    }
    return frames;
}

/// A keeper with an open door, on a thread with an event loop.
class Keeper {
public:
    Keeper(const QTemporaryDir& folder, const base::Clock& clock, handover::Keeper keeper = {[] {}, {}, {}})
        : keeper_(std::move(keeper))
        , writer_(record::Recorder::open(options(folder), clock).value(), {}) {
        anchor_.moveToThread(&thread_);
        thread_.start();
        QMetaObject::invokeMethod(
            &anchor_,
            [this, &folder] {
                server_ = std::make_unique<handover::Server>(writer_, keeper_);
                listening_ = server_->listen(options(folder).folder).ok();
            },
            Qt::BlockingQueuedConnection);
    }
    ~Keeper() {
        writer_.stop();
        QMetaObject::invokeMethod(
            &anchor_, [this] { server_.reset(); }, Qt::BlockingQueuedConnection);
        thread_.quit();
        thread_.wait();
    }
    [[nodiscard]] bool listening() const { return listening_; }

private:
    handover::Keeper keeper_;
    record::Writer writer_;
    QThread thread_;
    QObject anchor_;
    std::unique_ptr<handover::Server> server_;
    bool listening_ = false;
};

} // namespace

void TestAccess::a_keeper_says_which_gateway_it_has_and_asks_it_for_plans() {
    const QTemporaryDir folder;
    const base::SystemClock clock;
    std::optional<domain::Money> asked;
    const Keeper keeper(folder, clock,
                        {[] {},
                         [&asked](const domain::TransactionId& id, const std::optional<domain::Money>& amount,
                                  const std::function<void(base::Result<domain::Plan>)>& answer) {
                             asked = amount;
                             domain::Plan plan;
                             plan.id = domain::PlanId("plan-1");
                             plan.transaction = id;
                             plan.amount = amount;
                             plan.steps.resize(2);
                             plan.steps[0].id = domain::StepId("1");
                             plan.steps[1].id = domain::StepId("2");
                             const base::Fault refused{base::FaultCode::refused, "there is nothing to roll back", {}};
                             answer(amount ? base::Result<domain::Plan>(plan) : base::Result<domain::Plan>(refused));
                         },
                         {domain::SourceId("urn:shop"), true}});
    auto remote = handover::RemoteAccess::connect(options(folder).folder);
    QVERIFY(remote.ok());
    const auto who = (*remote)->who();
    QVERIFY(who.ok());
    QCOMPARE(who->source, domain::SourceId("urn:shop"));
    QVERIFY(who->admits_simulated);
    const domain::Money part = drawn::money("-20.00", "EUR");
    const auto plan = (*remote)->make_plan(domain::TransactionId("tx-1"), part);
    QVERIFY(plan.ok());
    QCOMPARE(plan->transaction, domain::TransactionId("tx-1"));
    QCOMPARE(plan->amount, std::optional(part));
    QCOMPARE(plan->steps.size(), std::size_t{2});
    const auto refused = (*remote)->make_plan(domain::TransactionId("tx-1"), std::nullopt);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.fault().code, base::FaultCode::refused);
    QVERIFY(!asked);
}

void TestAccess::a_keeper_without_a_gateway_says_so() {
    const QTemporaryDir folder;
    const base::SystemClock clock;
    const Keeper keeper(folder, clock);
    auto remote = handover::RemoteAccess::connect(options(folder).folder);
    QVERIFY(remote.ok());
    const auto plan = (*remote)->make_plan(domain::TransactionId("tx-1"), std::nullopt);
    QVERIFY(!plan.ok());
    QCOMPARE(plan.fault().code, base::FaultCode::unsupported);
}

void TestAccess::a_view_is_kept_once_for_a_person() {
    const QTemporaryDir folder;
    const base::SystemClock clock;
    const Keeper keeper(folder, clock);
    auto remote = handover::RemoteAccess::connect(options(folder).folder);
    QVERIFY(remote.ok());
    QVERIFY((*remote)->append(three_events()).ok());
    handover::NoteView view{{domain::SourceId(drawn::source), domain::TransactionId("tx-1")},
                            1,
                            domain::PersonId("ada"),
                            clock.now(),
                            "{}"};
    QVERIFY((*remote)->note_view(view).ok());
    const auto twice = (*remote)->note_view(view);
    QVERIFY(!twice.ok());
    QCOMPARE(twice.fault().code, base::FaultCode::conflict);
    view.person = domain::PersonId("ben"); // somebody else may look as well
    QVERIFY((*remote)->note_view(view).ok());
    const auto reader = store::Reader::open(options(folder).folder);
    QVERIFY(reader.ok());
    const auto entries = reader->transaction(view.key);
    QVERIFY(entries.ok());
    QCOMPARE(std::count_if(entries->begin(), entries->end(),
                           [](const store::Entry& entry) { return entry.kind == store::EntryKind::view; }),
             std::ptrdiff_t{2});
}

void TestAccess::a_free_store_is_taken() {
    const QTemporaryDir folder;
    const base::SystemClock clock;
    auto access = handover::open_access(options(folder), clock);
    QVERIFY(access.ok());
    const auto counts = (*access)->append(three_events());
    QVERIFY(counts.ok());
    QCOMPARE(counts->events, std::uint64_t{3});
}

void TestAccess::a_kept_store_is_written_by_its_keeper() {
    const QTemporaryDir folder;
    const base::SystemClock clock;
    const Keeper keeper(folder, clock);
    QVERIFY(keeper.listening());
    auto access = handover::open_access(options(folder), clock);
    QVERIFY(access.ok());
    QVERIFY(dynamic_cast<handover::RemoteAccess*>(access->get()) != nullptr);
    const auto batch = (*access)->begin_batch(domain::SourceId("file:x"), domain::Digest{1});
    QVERIFY(batch.ok());
    QVERIFY((*access)->end_batch(batch->number).ok());
    const auto first = (*access)->append(three_events());
    QVERIFY(first.ok());
    QCOMPARE(first->events, std::uint64_t{3});
    const auto again = (*access)->append(three_events());
    QVERIFY(again.ok());
    QCOMPARE(again->duplicates, std::uint64_t{3});
    // Answered means durable: another reader sees it at once.
    const auto reader = store::Reader::open(options(folder).folder);
    QVERIFY(reader.ok());
    QCOMPARE(reader->status()->events, std::uint64_t{3});
    const auto missing = (*access)->end_batch(99);
    QVERIFY(!missing.ok());
    QCOMPARE(missing.fault().code, base::FaultCode::not_found);
}

void TestAccess::a_keeper_without_a_door_is_named() {
    const QTemporaryDir folder;
    const base::SystemClock clock;
    const auto keeper = record::Recorder::open(options(folder), clock);
    QVERIFY(keeper.ok());
    const auto access = handover::open_access(options(folder), clock);
    QVERIFY(!access.ok());
    QCOMPARE(access.fault().code, base::FaultCode::locked);
    QVERIFY(access.fault().detail.find("keeper") != std::string::npos);
}

void TestAccess::a_keeper_that_goes_away_is_told() {
    const QTemporaryDir folder;
    const base::SystemClock clock;
    auto keeper = std::make_unique<Keeper>(folder, clock);
    auto access = handover::open_access(options(folder), clock);
    QVERIFY(access.ok());
    keeper.reset();
    const auto counts = (*access)->append(three_events());
    QVERIFY(!counts.ok());
    QCOMPARE(counts.fault().code, base::FaultCode::unreachable);
}

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
