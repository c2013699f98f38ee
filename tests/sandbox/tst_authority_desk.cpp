// SPDX-License-Identifier: GPL-3.0-or-later
//
// The gateway holds by the signed policy's delegation of authority, whatever a console may think.
#include "policy_court.h"

#include <QTest>

using domain::Verb;

namespace {

std::string line(const char* who, const char* minor, const char* currency = "GBP") {
    return std::string(R"({"id":"L-)") + who + minor + R"(","person":")" + who + R"(","up_to":{"minor":")" + minor +
           R"(","currency":")" + currency + R"("}})";
}

std::string matrix(const std::string& lines, const std::string& delegations = {}) {
    return R"("authority":{"lines":[)" + lines + R"(],"delegations":[)" + delegations + "]}";
}

std::string lend(const char* from, const char* to, const char* until = "2098-01-01T00:00:00Z") {
    return std::string(R"({"id":"D-1","from":")") + from + R"(","to":")" + to +
           R"(","since":"2026-01-01T00:00:00Z","until":")" + until + R"(","reason":"holiday"})";
}

} // namespace

class TestAuthorityDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_policy_without_lines_limits_nobody() {
        PolicyCourt court(matrix({}, lend("manager", "second")));
        QCOMPARE(court.decide(Verb::approve), std::string("accepted"));
    }

    void an_approval_above_ones_authority_is_refused_and_the_order_stays_held() {
        PolicyCourt court(matrix(line("manager", "100") + "," + line("second", "90000000")));
        QCOMPARE(court.decide(Verb::approve), std::string("refused over_authority"));
        QVERIFY(court.world.status(court.id).state == domain::TransactionState::held);
        const auto receipt = court.world.payloads<domain::Receipt>().back();
        QCOMPARE(receipt.code, std::string("over_authority"));
        QVERIFY(receipt.advice.bytes().find("Escalate") != std::string::npos);
        QCOMPARE(court.decide(Verb::escalate), std::string("accepted"));
    }

    void whoever_has_the_authority_approves_it() {
        PolicyCourt court(matrix(line("manager", "100") + "," + line("second", "90000000")));
        QCOMPARE(court.decide(Verb::approve, "second"), std::string("accepted"));
        court.world.advance(600);
        QVERIFY(court.world.status(court.id).state == domain::TransactionState::completed);
    }

    void authority_in_another_currency_counts_by_the_policys_own_rate() {
        PolicyCourt court(matrix(line("manager", "90000000", "EUR")));
        QCOMPARE(court.decide(Verb::approve), std::string("accepted"));
        PolicyCourt unjoined(matrix(line("manager", "90000000", "JPY")));
        QCOMPARE(unjoined.decide(Verb::approve), std::string("refused over_authority"));
    }

    void a_delegation_is_used_by_its_name_and_stays_with_the_decision() {
        PolicyCourt court(matrix(line("second", "90000000"), lend("second", "manager")));
        QCOMPARE(court.decide(Verb::approve), std::string("refused over_authority"));
        QCOMPARE(court.decide(Verb::approve, "manager", "D-2"), std::string("refused bad_delegation"));
        QCOMPARE(court.decide(Verb::approve, "manager", "D-1"), std::string("accepted"));
        QCOMPARE(court.world.payloads<domain::SignedDecision>().back().decision.delegation, std::string("D-1"));
    }

    void a_delegation_that_is_over_is_refused() {
        PolicyCourt court(matrix(line("second", "90000000"), lend("second", "manager", "2026-01-02T00:00:00Z")));
        QCOMPARE(court.decide(Verb::approve, "manager", "D-1"), std::string("refused bad_delegation"));
    }

    void lender_and_borrower_are_not_the_two_hands_of_dual_sign_off() {
        PolicyCourt court(matrix(line("second", "90000000"), lend("second", "manager")));
        QCOMPARE(court.decide(Verb::escalate), std::string("accepted")); // up to dual sign-off
        QCOMPARE(court.decide(Verb::approve, "manager", "D-1"), std::string("awaiting_second"));
        QCOMPARE(court.decide(Verb::approve, "second"), std::string("refused one_authority"));
        QVERIFY(court.world.status(court.id).state == domain::TransactionState::held);
    }

    void two_people_with_their_own_authority_are() {
        PolicyCourt court(matrix(line("second", "90000000") + "," + line("manager", "90000000")));
        QCOMPARE(court.decide(Verb::escalate), std::string("accepted"));
        QCOMPARE(court.decide(Verb::approve), std::string("awaiting_second"));
        QCOMPARE(court.decide(Verb::approve, "second"), std::string("accepted"));
    }
};

QTEST_GUILESS_MAIN(TestAuthorityDesk)
#include "tst_authority_desk.moc"
