// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/reader_pool.h"
#include "tests/record/record_folder.h"

#include <QTest>

#include <future>

using archive::ReaderPool;

class TestReaderPool : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_question_gets_a_reader();
    void questions_wait_while_the_pool_is_closed();
    void a_refusal_answers_those_that_wait_and_those_that_come();
    void a_store_that_is_not_there_is_tried_again();
    void what_waits_at_the_end_is_told_so();
};

namespace {

/// Asks, and gives the entries of the store or the fault.
std::future<base::Result<std::uint64_t>> ask(ReaderPool& pool) {
    auto answer = std::make_shared<std::promise<base::Result<std::uint64_t>>>();
    pool.ask([answer](base::Result<store::Reader*> reader) {
        if (!reader) {
            answer->set_value(reader.fault());
            return;
        }
        const auto status = (*reader)->status();
        answer->set_value(status ? base::Result<std::uint64_t>(status->entries)
                                 : base::Result<std::uint64_t>(status.fault()));
    });
    return answer->get_future();
}

} // namespace

void TestReaderPool::a_question_gets_a_reader() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    VERIFY_OK(recorder->append(FeedMaker::frames({feed.heartbeat()})));
    ReaderPool pool(store.folder());
    const auto answer = ask(pool).get();
    VERIFY_OK(answer);
    QCOMPARE(*answer, 1U);
}

void TestReaderPool::questions_wait_while_the_pool_is_closed() {
    RecordFolder store;
    ReaderPool pool(store.folder(), false);
    auto first = ask(pool);
    auto second = ask(pool);
    FeedMaker feed;
    const auto recorder = store.open(); // made only now, and the question did not fail for it
    VERIFY_OK(recorder->append(FeedMaker::frames({feed.heartbeat()})));
    QVERIFY(first.wait_for(std::chrono::seconds(0)) == std::future_status::timeout);
    pool.open();
    VERIFY_OK(first.get());
    VERIFY_OK(second.get());
}

void TestReaderPool::a_refusal_answers_those_that_wait_and_those_that_come() {
    RecordFolder store;
    ReaderPool pool(store.folder(), false);
    auto before = ask(pool);
    pool.refuse({base::FaultCode::newer_version, "made by a newer program", {}});
    VERIFY_FAULT(before.get(), base::FaultCode::newer_version);
    VERIFY_FAULT(ask(pool).get(), base::FaultCode::newer_version);
}

void TestReaderPool::a_store_that_is_not_there_is_tried_again() {
    RecordFolder store;
    ReaderPool pool(store.folder());
    VERIFY_FAULT(ask(pool).get(), base::FaultCode::not_found);
    const auto recorder = store.open();
    VERIFY_OK(ask(pool).get());
}

void TestReaderPool::what_waits_at_the_end_is_told_so() {
    RecordFolder store;
    std::future<base::Result<std::uint64_t>> answer;
    {
        ReaderPool pool(store.folder(), false);
        answer = ask(pool);
    }
    VERIFY_FAULT(answer.get(), base::FaultCode::cancelled);
}

QTEST_APPLESS_MAIN(TestReaderPool)
#include "tst_reader_pool.moc"
