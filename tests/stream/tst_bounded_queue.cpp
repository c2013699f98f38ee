// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stream/bounded_queue.h"
#include "app/stream/intake.h"
#include "tests/support/patience.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <thread>
#include <vector>

using stream::BoundedQueue;
using stream::Pushed;

namespace {

/// A source that gives numbered batches of 1,000 bytes as fast as it may.
class Fountain final : public stream::Source {
    Q_OBJECT
public:
    explicit Fountain(std::uint64_t most)
        : most_(most) {}

    void start() override {
        running_ = true;
        go_on();
    }
    void pause() override {
        ++pauses;
        running_ = false;
    }
    void resume() override { start(); }
    void stop() override { stopped = true, running_ = false; }

    std::uint64_t given = 0;
    int pauses = 0;
    bool stopped = false;

private:
    void go_on() {
        while (running_ && given < most_) {
            auto batch = std::make_shared<uplink::Batch>();
            batch->frames.push_back({.sequence = ++given, .bytes = std::string(1000, 'x'), .fault = {}});
            batch->bytes = 1000;
            Q_EMIT arrived(batch);
        }
    }

    std::uint64_t most_;
    bool running_ = false;
};

} // namespace

class TestBoundedQueue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keeps_the_order();
    void says_when_it_is_full_and_takes_it_all_the_same();
    void calls_for_more_once_it_is_half_empty();
    void one_element_may_be_larger_than_the_queue();
    void gives_out_the_rest_after_it_is_closed();
    void a_waiting_reader_wakes_for_an_element_and_for_the_end();
    void an_intake_rests_its_source_while_the_queue_is_full();
    void nothing_is_lost_between_two_threads();
    void a_closed_queue_stops_the_source();
    void an_intake_may_go_before_the_reader();
};

void TestBoundedQueue::keeps_the_order() {
    BoundedQueue<int> queue(100);
    for (int i = 0; i < 10; ++i) {
        QVERIFY(queue.push(i, 1) == Pushed::room);
    }
    QCOMPARE(queue.size(), std::size_t{10});
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(queue.pop().value(), i);
    }
    QVERIFY(!queue.try_pop());
    QCOMPARE(queue.weight(), std::size_t{0});
}

void TestBoundedQueue::says_when_it_is_full_and_takes_it_all_the_same() {
    BoundedQueue<int> queue(10);
    QVERIFY(queue.push(1, 9) == Pushed::room);
    QVERIFY(queue.push(2, 1) == Pushed::full);
    QVERIFY(queue.push(3, 1) == Pushed::full);
    QCOMPARE(queue.size(), std::size_t{3});
}

void TestBoundedQueue::calls_for_more_once_it_is_half_empty() {
    BoundedQueue<int> queue(10);
    int calls = 0;
    queue.on_room([&calls] { ++calls; });
    for (int i = 0; i < 12; ++i) {
        (void)queue.push(i, 1);
    }
    for (int i = 0; i < 6; ++i) {
        (void)queue.pop();
    }
    QCOMPARE(calls, 0);                         // 6 are left
    QVERIFY(queue.push(12, 0) == Pushed::full); // still: the source rests until it is called
    (void)queue.pop();
    QCOMPARE(calls, 1);
    while (queue.try_pop()) {
    }
    QCOMPARE(calls, 1);
}

void TestBoundedQueue::one_element_may_be_larger_than_the_queue() {
    BoundedQueue<int> queue(10);
    int calls = 0;
    queue.on_room([&calls] { ++calls; });
    QVERIFY(queue.push(1, 1000) == Pushed::full);
    QCOMPARE(queue.pop().value(), 1);
    QCOMPARE(calls, 1);
    QVERIFY(queue.push(2, 1) == Pushed::room);
}

void TestBoundedQueue::gives_out_the_rest_after_it_is_closed() {
    BoundedQueue<int> queue(10);
    (void)queue.push(1, 1);
    queue.close();
    QVERIFY(queue.push(2, 1) == Pushed::closed);
    QCOMPARE(queue.pop().value(), 1);
    QVERIFY(!queue.pop());
}

void TestBoundedQueue::a_waiting_reader_wakes_for_an_element_and_for_the_end() {
    BoundedQueue<int> queue(10);
    std::vector<int> seen;
    std::thread reader([&] {
        while (const auto element = queue.pop()) {
            seen.push_back(*element);
        }
    });
    (void)queue.push(1, 1);
    (void)queue.push(2, 1);
    queue.close();
    reader.join();
    QCOMPARE(seen, (std::vector<int>{1, 2}));
}

void TestBoundedQueue::an_intake_rests_its_source_while_the_queue_is_full() {
    stream::BatchQueue queue(20'000);
    Fountain fountain(1000);
    const stream::Intake intake(fountain, queue);
    fountain.start();
    QCOMPARE(fountain.pauses, 1);
    const std::uint64_t first = fountain.given;
    QVERIFY(first >= 17 && first <= 20); // a thousand bytes each, and what a batch costs beside
    QCoreApplication::processEvents();
    QCOMPARE(fountain.given, first);
    while (queue.weight() > queue.capacity() / 2) {
        (void)queue.pop();
    }
    QTRY_COMPARE(fountain.pauses, 2);
    QVERIFY(fountain.given > first);
    QVERIFY(queue.weight() < queue.capacity() + 2000);
}

void TestBoundedQueue::nothing_is_lost_between_two_threads() {
    constexpr std::uint64_t most = 20'000;
    stream::BatchQueue queue(50'000);
    Fountain fountain(most);
    const stream::Intake intake(fountain, queue);
    std::atomic<std::uint64_t> last{0};
    std::atomic<bool> in_order{true};
    std::atomic<std::size_t> heaviest{0};
    fountain.start(); // full before anybody reads
    std::thread reader([&] {
        while (const auto batch = queue.pop()) {
            const std::uint64_t sequence = (*batch)->frames.front().sequence;
            in_order = in_order && sequence == last + 1;
            last = sequence;
            heaviest = std::max(heaviest.load(), queue.weight());
        }
    });
    const bool done = support::wait_until([&] { return last == most; });
    queue.close();
    reader.join();
    QVERIFY(done);
    QVERIFY(in_order);
    QVERIFY(fountain.pauses > 0);
    QVERIFY(heaviest < 52'000);
}

void TestBoundedQueue::a_closed_queue_stops_the_source() {
    stream::BatchQueue queue(1'000'000);
    Fountain fountain(5);
    const stream::Intake intake(fountain, queue);
    queue.close();
    fountain.start();
    QVERIFY(fountain.stopped);
    QCOMPARE(fountain.given, std::uint64_t{1});
}

void TestBoundedQueue::an_intake_may_go_before_the_reader() {
    stream::BatchQueue queue(3000);
    Fountain fountain(10);
    {
        const stream::Intake intake(fountain, queue);
        fountain.start();
        QVERIFY(fountain.pauses > 0);
    }
    while (queue.try_pop()) {
    }
    QCoreApplication::processEvents();
    QCOMPARE(fountain.pauses, 1);
}

QTEST_GUILESS_MAIN(TestBoundedQueue)
#include "tst_bounded_queue.moc"
