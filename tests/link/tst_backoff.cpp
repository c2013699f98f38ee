// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/backoff.h"
#include "app/link/rate.h"
#include "app/link/scheduler.h"
#include "tests/support/patience.h"

#include <QTest>

using uplink::Backoff;
using uplink::Milliseconds;
using namespace std::chrono_literals;

class TestBackoff : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void grows_from_one_second_to_sixty();
    void stays_within_its_bounds_whatever_chance_says();
    void begins_anew_after_a_success();
    void two_consoles_do_not_come_back_together();
    void a_manual_scheduler_calls_in_order();
    void an_appointment_that_goes_is_cancelled();
    void a_call_may_destroy_its_own_appointment();
    void a_rate_is_that_of_the_last_ten_seconds();
};

void TestBackoff::grows_from_one_second_to_sixty() {
    Backoff backoff;
    const Milliseconds expected[] = {1s, 2s, 4s, 8s, 16s, 30s, 30s, 30s};
    for (const Milliseconds pause : expected) {
        QCOMPARE(backoff.next(0.0), pause);
    }
    QCOMPARE(backoff.next(0.999999).count(), Milliseconds(59999).count());
}

void TestBackoff::stays_within_its_bounds_whatever_chance_says() {
    for (const double chance : {-1.0, 0.0, 0.5, 0.999, 1.0, 7.0}) {
        Backoff backoff;
        for (int attempt = 0; attempt < 200; ++attempt) {
            const Milliseconds pause = backoff.next(chance);
            QVERIFY(pause >= 1s && pause <= 60s);
        }
    }
}

void TestBackoff::begins_anew_after_a_success() {
    Backoff backoff;
    for (int attempt = 0; attempt < 9; ++attempt) {
        (void)backoff.next(0.0);
    }
    backoff.reset();
    QCOMPARE(backoff.attempts(), 0);
    QCOMPARE(backoff.next(0.0), Milliseconds(1s));
}

void TestBackoff::two_consoles_do_not_come_back_together() {
    Backoff first;
    Backoff second;
    for (int attempt = 0; attempt < 5; ++attempt) {
        QVERIFY(first.next(0.1) != second.next(0.7));
    }
}

void TestBackoff::a_manual_scheduler_calls_in_order() {
    uplink::ManualScheduler scheduler;
    QByteArray calls;
    const auto late = scheduler.after(20ms, [&calls] { calls += "late "; });
    std::unique_ptr<uplink::Appointment> inner;
    const auto early = scheduler.after(10ms, [&] {
        calls += "early ";
        inner = scheduler.after(5ms, [&calls] { calls += "between "; });
    });
    QCOMPARE(scheduler.next_in(), Milliseconds(10));
    scheduler.advance(9ms);
    QCOMPARE(calls, QByteArray());
    scheduler.advance(11ms);
    QCOMPARE(calls, QByteArray("early between late "));
    QCOMPARE(scheduler.appointed(), std::size_t{0});
    QCOMPARE(scheduler.elapsed(), std::chrono::microseconds(20ms));
}

void TestBackoff::an_appointment_that_goes_is_cancelled() {
    uplink::ManualScheduler scheduler;
    bool called = false;
    auto appointment = scheduler.after(10ms, [&called] { called = true; });
    appointment.reset();
    scheduler.advance(1s);
    QVERIFY(!called);
}

void TestBackoff::a_call_may_destroy_its_own_appointment() {
    uplink::SystemScheduler scheduler;
    std::unique_ptr<uplink::Appointment> appointment;
    bool called = false;
    appointment = scheduler.after(0ms, [&] {
        appointment.reset();
        called = true;
    });
    QTRY_VERIFY(called);
    QVERIFY(scheduler.chance() >= 0.0 && scheduler.chance() < 1.0);
}

void TestBackoff::a_rate_is_that_of_the_last_ten_seconds() {
    uplink::Rate rate;
    for (int second = 0; second < 20; ++second) {
        rate.add(100, std::chrono::seconds(second));
    }
    QCOMPARE(rate.per_second(19s), 100.0);
    QCOMPARE(rate.per_second(24s), 50.0);
    QCOMPARE(rate.per_second(60s), 0.0);
}

QTEST_GUILESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
