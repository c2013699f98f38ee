// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/authority/claims.h"

#include <QTest>

using authority::ClaimBook;
using namespace std::chrono_literals;

namespace {

const domain::TransactionId order("T-1");
const domain::PersonId ann("ann");
const domain::PersonId ben("ben");
constexpr base::Instant ten{std::chrono::hours(10)};

} // namespace

class TestClaims : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_first_claim_has_epoch_one();
    void nobody_steals_a_case();
    void a_lease_that_ran_out_goes_to_the_next_with_a_higher_epoch();
    void the_holder_keeps_the_epoch_and_gains_time();
    void the_same_person_after_expiry_gets_a_new_epoch();
    void renewing_needs_the_current_epoch_and_person();
    void a_release_frees_the_case_and_keeps_the_epoch();
    void a_late_release_does_not_free_another_ones_case();
    void a_claim_names_somebody();
    void what_was_kept_is_put_back_but_never_older();
};

void TestClaims::the_first_claim_has_epoch_one() {
    ClaimBook claims(60s);
    QVERIFY(!claims.last(order));
    const auto claim = claims.take(order, ann, ten);
    QVERIFY(claim.ok());
    QCOMPARE(claim->epoch, std::int64_t{1});
    QVERIFY(claim->expires == ten + 60s);
    QVERIFY(claims.holder(order, ten + 59s)->person == ann);
    QVERIFY(!claims.holder(order, ten + 60s));
}

void TestClaims::nobody_steals_a_case() {
    ClaimBook claims(60s);
    QVERIFY(claims.take(order, ann, ten).ok());
    const auto stolen = claims.take(order, ben, ten + 59s);
    QVERIFY(!stolen.ok());
    QVERIFY(stolen.fault().code == base::FaultCode::refused);
    QVERIFY(claims.holder(order, ten + 59s)->person == ann);
}

void TestClaims::a_lease_that_ran_out_goes_to_the_next_with_a_higher_epoch() {
    ClaimBook claims(60s);
    QVERIFY(claims.take(order, ann, ten).ok());
    const auto next = claims.take(order, ben, ten + 60s);
    QVERIFY(next.ok());
    QCOMPARE(next->epoch, std::int64_t{2});
}

void TestClaims::the_holder_keeps_the_epoch_and_gains_time() {
    ClaimBook claims(60s);
    QVERIFY(claims.take(order, ann, ten).ok());
    const auto again = claims.take(order, ann, ten + 30s);
    QVERIFY(again.ok());
    QCOMPARE(again->epoch, std::int64_t{1});
    QVERIFY(again->expires == ten + 90s);
}

void TestClaims::the_same_person_after_expiry_gets_a_new_epoch() {
    ClaimBook claims(60s);
    QVERIFY(claims.take(order, ann, ten).ok());
    QCOMPARE(claims.take(order, ann, ten + 61s)->epoch, std::int64_t{2});
}

void TestClaims::renewing_needs_the_current_epoch_and_person() {
    ClaimBook claims(60s);
    QVERIFY(claims.renew(order, ann, 1, ten).fault().code == base::FaultCode::not_found);
    QVERIFY(claims.take(order, ann, ten).ok());
    QVERIFY(claims.renew(order, ann, 1, ten + 70s)->expires == ten + 130s); // ran out, nobody took it
    QVERIFY(claims.renew(order, ben, 1, ten + 70s).fault().code == base::FaultCode::stale);
    QVERIFY(claims.take(order, ben, ten + 140s).ok());
    QVERIFY(claims.renew(order, ann, 1, ten + 141s).fault().code == base::FaultCode::stale);
}

void TestClaims::a_release_frees_the_case_and_keeps_the_epoch() {
    ClaimBook claims(60s);
    QVERIFY(claims.take(order, ann, ten).ok());
    QVERIFY(claims.release(order, 1).ok());
    QVERIFY(!claims.holder(order, ten));
    QVERIFY(claims.release(order, 1).fault().code == base::FaultCode::not_found);
    QVERIFY(claims.renew(order, ann, 1, ten).fault().code == base::FaultCode::not_found);
    QCOMPARE(claims.take(order, ben, ten + 1s)->epoch, std::int64_t{2});
}

void TestClaims::a_late_release_does_not_free_another_ones_case() {
    ClaimBook claims(60s);
    QVERIFY(claims.take(order, ann, ten).ok());
    QVERIFY(claims.take(order, ben, ten + 61s).ok());
    QVERIFY(claims.release(order, 1).fault().code == base::FaultCode::stale);
    QVERIFY(claims.holder(order, ten + 62s)->person == ben);
}

void TestClaims::a_claim_names_somebody() {
    ClaimBook claims(60s);
    QVERIFY(claims.take(order, domain::PersonId(), ten).fault().code == base::FaultCode::invalid_argument);
    QVERIFY(claims.take(domain::TransactionId(), ann, ten).fault().code == base::FaultCode::invalid_argument);
}

void TestClaims::what_was_kept_is_put_back_but_never_older() {
    ClaimBook claims(60s);
    claims.restore({order, ann, 5, ten + 60s});
    claims.restore({order, ben, 4, ten + 600s});
    QVERIFY(claims.holder(order, ten)->person == ann);
    QVERIFY(!claims.take(order, ben, ten).ok());
    QCOMPARE(claims.take(order, ben, ten + 61s)->epoch, std::int64_t{6});
}

QTEST_APPLESS_MAIN(TestClaims)
#include "tst_claims.moc"
