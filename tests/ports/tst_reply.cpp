// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ports/decisions.h"

#include <QCoreApplication>
#include <QTest>
#include <QThread>

#include <atomic>
#include <thread>

class TestReply : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_answer_runs_on_the_thread_of_its_context();
    void an_answer_dies_with_its_context();
    void a_context_may_die_while_another_thread_answers();
    void news_keeps_its_order();
    void a_moved_passphrase_leaves_nothing_behind();
};

void TestReply::an_answer_runs_on_the_thread_of_its_context() {
    QObject context;
    QThread* ran_on = nullptr;
    int value = 0;
    const ports::Reply<int> reply(&context, [&](base::Result<int> answer) {
        ran_on = QThread::currentThread();
        value = answer.value();
    });
    std::thread([reply] { reply(42); }).join();
    QCOMPARE(value, 0); // queued, not run in the other thread
    QCoreApplication::processEvents();
    QCOMPARE(value, 42);
    QCOMPARE(ran_on, QThread::currentThread());
}

void TestReply::an_answer_dies_with_its_context() {
    bool ran = false;
    auto context = std::make_unique<QObject>();
    const ports::Reply<int> early(context.get(), [&](const base::Result<int>&) { ran = true; });
    const ports::Reply<int> late = early;
    early(1);
    context.reset();
    late(2);
    QCoreApplication::processEvents();
    QVERIFY(!ran);
}

void TestReply::a_context_may_die_while_another_thread_answers() {
    std::atomic<int> delivered = 0;
    for (int round = 0; round < 200; ++round) {
        auto context = std::make_unique<QObject>();
        const ports::Reply<int> reply(context.get(), [&](const base::Result<int>&) { ++delivered; });
        std::thread poster([reply] {
            for (int i = 0; i < 50; ++i) {
                reply(i);
            }
        });
        QCoreApplication::processEvents();
        context.reset();
        const int before = delivered;
        poster.join();
        QCoreApplication::processEvents();
        QCOMPARE(delivered.load(), before);
    }
}

void TestReply::news_keeps_its_order() {
    QObject context;
    std::vector<int> seen;
    const ports::Subscription<int> subscriber(&context,
                                              [&](const std::shared_ptr<const int>& news) { seen.push_back(*news); });
    std::thread([subscriber] {
        for (int i = 0; i < 100; ++i) {
            subscriber(std::make_shared<const int>(i));
        }
    }).join();
    QCoreApplication::processEvents();
    QCOMPARE(seen.size(), std::size_t{100});
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
}

void TestReply::a_moved_passphrase_leaves_nothing_behind() {
    ports::Passphrase first(std::string("short"));
    const ports::Passphrase second(std::move(first));
    QCOMPARE(second.bytes(), std::string("short"));
    QVERIFY(first.bytes().empty()); // NOLINT(bugprone-use-after-move): that is what is tested
}

QTEST_GUILESS_MAIN(TestReply)
#include "tst_reply.moc"
