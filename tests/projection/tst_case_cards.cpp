// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/projection/drawn_file.h"

#include <QTest>

#include <algorithm>

using ports::ContradictionKind;
using ports::Fit;
using ports::MandatePoint;
using ports::OrderSays;
using ports::SafeDefault;
using ports::Stands;

namespace {

ports::DecisionRow decision(domain::Verb verb, const char* person, domain::DecisionState state, int minute) {
    ports::DecisionRow row;
    row.decision.verb = verb;
    row.decision.version = 1;
    row.decision.person = domain::PersonId(person);
    row.state = state;
    row.signed_at = base::Instant{std::chrono::minutes(minute)};
    return row;
}

std::optional<ports::MandateCheck> check_of(const ports::CaseFile& file, MandatePoint point) {
    const auto checks = projection::mandate_checks(file);
    const auto found =
        std::find_if(checks.begin(), checks.end(), [point](const auto& check) { return check.point == point; });
    return found == checks.end() ? std::nullopt : std::optional(*found);
}

ports::CaseFile with_mandate(const char* per_order) {
    ports::CaseFile file = drawn::file("requested tx-1 v1 bot-7 120.00 EUR");
    domain::Mandate mandate;
    mandate.agent = domain::AgentId("bot-7");
    mandate.per_transaction = drawn::money(per_order, "EUR");
    mandate.not_before = file.versions.back().time - std::chrono::hours(1);
    mandate.not_after = file.versions.back().time + std::chrono::hours(1);
    file.mandate = mandate;
    return file;
}

} // namespace

class TestCaseCards : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_misheard_number_shows_both_readings();
    void what_the_order_says_is_compared_data();
    void what_the_order_says_is_compared();
    void two_contents_of_one_version_contradict_each_other();
    void a_report_that_cannot_follow_does_not_stand();
    void two_instructions_are_shown_in_their_own_words();
    void an_instruction_that_is_not_recorded_is_missing_and_not_made_up();
    void two_people_who_decide_differently_data();
    void two_people_who_decide_differently();
    void an_ordinary_order_has_no_contradiction();
    void headroom_is_what_the_mandate_leaves();
    void a_point_of_the_mandate_that_differs_data();
    void a_point_of_the_mandate_that_differs();
    void what_the_mandate_does_not_say_is_not_known();
    void without_a_mandate_nothing_is_checked();
};

void TestCaseCards::a_misheard_number_shows_both_readings() {
    const auto numbers = projection::heard_numbers(drawn::file(R"(
        said tx-1 counterpart "that is 23,80" by "Sales" sure 612 heard "23,80" 2380.00 EUR back "two thousand" or "2380" 588 or "23,80" 612
        requested tx-1 v1 bot-7 2380.00 EUR
    )"));
    QCOMPARE(numbers.size(), std::size_t{1});
    const ports::HeardNumber& number = numbers.front();
    QCOMPARE(number.heard.said.bytes(), std::string("23,80"));
    QCOMPARE(number.alternatives.front().text.bytes(), std::string("23,80")); // the most likely first
    QVERIFY(number.unsure && number.rivalled && number.read_back);
    QCOMPARE(number.order_says, OrderSays::the_same_total);
    QVERIFY(number.order == std::optional(drawn::money("2380.00", "EUR")));
    QCOMPARE(number.who.bytes(), std::string("Sales"));
}

void TestCaseCards::what_the_order_says_is_compared_data() {
    QTest::addColumn<QString>("heard");
    QTest::addColumn<int>("says");
    QTest::newRow("the total") << QStringLiteral("120.00") << static_cast<int>(OrderSays::the_same_total);
    QTest::newRow("the net amount") << QStringLiteral("100.00") << static_cast<int>(OrderSays::the_same_net);
    QTest::newRow("the price of a line") << QStringLiteral("7.50") << static_cast<int>(OrderSays::the_same_line);
    QTest::newRow("none of them") << QStringLiteral("1.20") << static_cast<int>(OrderSays::something_else);
}

void TestCaseCards::what_the_order_says_is_compared() {
    QFETCH(QString, heard);
    ports::CaseFile file = drawn::file("said tx-1 counterpart \"yes\" heard \"yes\" " + heard.toStdString() +
                                       " EUR\nrequested tx-1 v1 bot-7 120.00 EUR");
    domain::Subject& subject = file.versions.back().version.subject;
    subject.net = drawn::money("100.00", "EUR");
    subject.lines.front().unit_price = drawn::money("7.50", "EUR");
    const auto numbers = projection::heard_numbers(file);
    QTEST(static_cast<int>(numbers.front().order_says), "says");
    QVERIFY(!numbers.front().read_back && !numbers.front().unsure && !numbers.front().rivalled);
}

void TestCaseCards::two_contents_of_one_version_contradict_each_other() {
    ports::CaseFile file = drawn::file(R"(
        requested tx-1 v1 bot-7 120.00 EUR
        requested tx-1 v1 bot-7 130.00 EUR
        held      tx-1 v1
    )");
    const auto found = projection::contradictions(file);
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found.front().kind, ContradictionKind::versions);
    QVERIFY(found.front().first->amount == std::optional(drawn::money("120.00", "EUR")));
    QVERIFY(found.front().second->amount == std::optional(drawn::money("130.00", "EUR")));
    QCOMPARE(found.front().stands, Stands::neither);
    QCOMPARE(found.front().safe, SafeDefault::held);
}

void TestCaseCards::a_report_that_cannot_follow_does_not_stand() {
    const auto found = projection::contradictions(drawn::file(R"(
        requested tx-1 v1 bot-7 120.00 EUR
        cancelled tx-1 v1
        completed tx-1 v1
        completed tx-1 v1
    )"));
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found.front().kind, ContradictionKind::reports);
    QCOMPARE(found.front().first->report, std::optional(domain::EventType::transaction_cancelled));
    QCOMPARE(found.front().second->report, std::optional(domain::EventType::transaction_completed));
    QCOMPARE(found.front().stands, Stands::first);
    QCOMPARE(found.front().more, std::uint32_t{1});
}

void TestCaseCards::two_instructions_are_shown_in_their_own_words() {
    ports::CaseFile file = drawn::file(R"(
        said tx-1 owner "nothing above 500 euros" by "Jonas Brandt"
        said tx-1 agent "noted"
        said tx-1 owner "every one needs a helmet" by "Petra Lindner"
        requested tx-1 v1 bot-7 1349.46 EUR
        assessed  tx-1 v1 sign_off instructions_conflict
        held      tx-1 v1
    )");
    const auto found = projection::contradictions(file);
    QCOMPARE(found.size(), std::size_t{1});
    const ports::Contradiction& card = found.front();
    QCOMPARE(card.first->who.bytes(), std::string("Jonas Brandt"));
    QCOMPARE(card.first->words.bytes(), std::string("nothing above 500 euros"));
    QCOMPARE(card.second->who.bytes(), std::string("Petra Lindner"));
    QVERIFY(card.first->when && card.second->when && *card.first->when < *card.second->when);
    QCOMPARE(card.stands, Stands::neither);
    QCOMPARE(card.safe, SafeDefault::held);
    file.decisions.push_back(decision(domain::Verb::reject, "alex", domain::DecisionState::executed, 9));
    QCOMPARE(projection::contradictions(file).front().stands, Stands::decided);
}

void TestCaseCards::an_instruction_that_is_not_recorded_is_missing_and_not_made_up() {
    const auto found = projection::contradictions(drawn::file(R"(
        said tx-1 owner "nothing above 500 euros" by "Jonas Brandt"
        requested tx-1 v1 bot-7 1349.46 EUR
        assessed  tx-1 v1 sign_off instructions_conflict
    )"));
    QCOMPARE(found.size(), std::size_t{1});
    QVERIFY(found.front().first && !found.front().second);
}

void TestCaseCards::two_people_who_decide_differently_data() {
    using enum domain::DecisionState;
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<int>("stands");
    const auto row = [](const char* name, domain::DecisionState first, domain::DecisionState second, Stands stands) {
        QTest::newRow(name) << static_cast<int>(first) << static_cast<int>(second) << static_cast<int>(stands);
    };
    row("the one that was carried out stands", executed, refused_by_gateway, Stands::first);
    row("the later one when the first was refused", refused_by_gateway, accepted, Stands::second);
    row("neither while both wait", awaiting_second, sent, Stands::neither);
}

void TestCaseCards::two_people_who_decide_differently() {
    QFETCH(int, first);
    QFETCH(int, second);
    ports::CaseFile file = drawn::file("requested tx-1 v1 bot-7 120.00 EUR\nheld tx-1 v1");
    // Newest first, as the archive gives them.
    file.decisions = {decision(domain::Verb::reject, "kim", static_cast<domain::DecisionState>(second), 2),
                      decision(domain::Verb::approve, "alex", static_cast<domain::DecisionState>(first), 1)};
    const auto found = projection::contradictions(file);
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found.front().first->who.bytes(), std::string("alex"));
    QCOMPARE(found.front().second->verb, std::optional(domain::Verb::reject));
    QTEST(static_cast<int>(found.front().stands), "stands");
    file.decisions[1].state = domain::DecisionState::withdrawn; // taken back: nothing contradicts any more
    QVERIFY(projection::contradictions(file).empty());
}

void TestCaseCards::an_ordinary_order_has_no_contradiction() {
    QVERIFY(projection::contradictions(drawn::file(R"(
        requested tx-1 v1 bot-7 120.00 EUR
        held      tx-1 v1
        amended   tx-1 v2 bot-7 90.00 EUR
        held      tx-1 v2
        started   tx-1 v2
        doubted   tx-1 v2
        completed tx-1 v2
        shipped   tx-1 v2
        returned  tx-1 v2
    )"))
                .empty());
}

void TestCaseCards::headroom_is_what_the_mandate_leaves() {
    const auto within = check_of(with_mandate("500.00"), MandatePoint::per_order);
    QVERIFY(within && within->fit == Fit::within);
    QVERIFY(within->headroom == std::optional(drawn::money("380.00", "EUR")));
    const auto beyond = check_of(with_mandate("100.00"), MandatePoint::per_order);
    QVERIFY(beyond && beyond->fit == Fit::beyond);
    QVERIFY(beyond->headroom == std::optional(drawn::money("-20.00", "EUR")));
    ports::CaseFile foreign = with_mandate("500.00");
    foreign.mandate->per_transaction = drawn::money("500", "JPY");
    const auto unknown = check_of(foreign, MandatePoint::per_order);
    QVERIFY(unknown && unknown->fit == Fit::unknown && !unknown->headroom);
}

void TestCaseCards::a_point_of_the_mandate_that_differs_data() {
    QTest::addColumn<int>("point");
    for (const auto& [name, point] :
         {std::pair{"another category", MandatePoint::category}, std::pair{"another supplier", MandatePoint::supplier},
          std::pair{"after it ended", MandatePoint::validity}, std::pair{"of another agent", MandatePoint::agent},
          std::pair{"withdrawn", MandatePoint::withdrawn}}) {
        QTest::newRow(name) << static_cast<int>(point);
    }
}

void TestCaseCards::a_point_of_the_mandate_that_differs() {
    QFETCH(int, point);
    const auto asked = static_cast<MandatePoint>(point);
    ports::CaseFile file = with_mandate("500.00");
    const auto before = check_of(file, asked);
    QVERIFY(!before || before->fit == Fit::within);
    file.mandate->categories = {"food"};
    file.mandate->suppliers = {domain::SupplierId("another")};
    file.mandate->not_after = file.versions.back().time - std::chrono::minutes(1);
    file.mandate->agent = domain::AgentId("bot-8");
    file.row.codes = {"mandate_revoked"};
    const auto after = check_of(file, asked);
    QVERIFY(after && after->fit == Fit::beyond);
}

void TestCaseCards::what_the_mandate_does_not_say_is_not_known() {
    ports::CaseFile file = with_mandate("500.00");
    file.mandate->per_month = drawn::money("1000.00", "EUR");
    file.versions.back().version.subject.total_commitment = drawn::money("4320.00", "EUR");
    const auto month = check_of(file, MandatePoint::per_month);
    QVERIFY(month && month->fit == Fit::unknown && !month->headroom);
    const auto term = check_of(file, MandatePoint::whole_term);
    QVERIFY(term && term->fit == Fit::unknown);
    file.mandate->per_month = drawn::money("50.00", "EUR"); // this order alone is more
    QVERIFY(check_of(file, MandatePoint::per_month)->fit == Fit::beyond);
}

void TestCaseCards::without_a_mandate_nothing_is_checked() {
    QVERIFY(projection::mandate_checks(drawn::file("requested tx-1 v1 bot-7 120.00 EUR")).empty());
}

QTEST_APPLESS_MAIN(TestCaseCards)
#include "tst_case_cards.moc"
