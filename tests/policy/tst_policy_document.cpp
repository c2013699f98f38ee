// SPDX-License-Identifier: GPL-3.0-or-later
//
// A broken policy is refused with the place.
#include "app/policy/rule_book.h"

#include <QTest>

namespace {

/// A small policy with one thing replaced.
QByteArray document(const char* what = "", const char* by = "") {
    QByteArray text = R"({"format":"reeve-policy/1","version":"1","title":"T",
        "tiers":[{"tier":"confirm","from":{"minor":"100000","currency":"EUR"}},
                 {"tier":"sign_off","from":{"minor":"500000","currency":"EUR"}}],
        "modes":{"*":"enforce"},"unknown":"sign_off",
        "calendar":{"zone":"Europe/Berlin","days":[1,2,3,4,5],"from":"08:00","to":"18:00","holidays":["2026-12-25"]},
        "rates":{"name":"R","date":"2026-03-02","rates":[{"from":"USD","to":"EUR","rate":"0.8"}]},
        "limits":[{"id":"month","title":"L","per":"agent","period":"month","most":{"minor":"1","currency":"EUR"}}],
        "rules":[{"id":"loop","title":"Loop","when":"repeats > 3","tier":"sign_off","reason":"{repeats} times","owner":"O"}],
        "tests":[{"title":"t","given":{"gross":"1.00 EUR"},"tier":"automatic"}]})";
    return qstrlen(what) == 0 ? text : text.replace(what, by);
}

} // namespace

class TestPolicyDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_whole_document_is_read() {
        const auto read = policy::read_document(document().toStdString());
        QVERIFY2(read.ok(), read.ok() ? "" : base::describe(read.fault()).c_str());
        QCOMPARE(read->tiers.size(), std::size_t{2});
        QCOMPARE(read->rules.front().tier, domain::Tier::sign_off);
        QCOMPARE(read->rates.rates.front().mantissa, 8);
        QCOMPARE(read->calendar->to_minute, 18 * 60);
        QCOMPARE(read->tests.front().given.at("gross"), std::string("\"1.00 EUR\""));
        QCOMPARE(read->own_view_percent, 20); // where nobody says anything else
        const auto other =
            policy::read_document(document("\"unknown\":", "\"own_view_percent\":0,\"unknown\":").toStdString());
        QCOMPARE(other->own_view_percent, 0);
    }

    void a_broken_document_is_refused_with_the_place_data() {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("by");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char* name, const char* what, const char* by, const char* place) {
            QTest::newRow(name) << QByteArray(what) << QByteArray(by) << QByteArray(place);
        };
        row("another format", "reeve-policy/1", "reeve-policy/2", "/format");
        row("no version", "\"version\":\"1\",", "", "");
        row("a member that nobody knows", "\"title\":\"T\"", "\"title\":\"T\",\"titel\":\"T\"", "/titel");
        row("a member of a rule that nobody knows", "\"owner\":\"O\"", "\"owner\":\"O\",\"tir\":\"x\"", "/rules/0/tir");
        row("a tier that is none", "\"tier\":\"confirm\"", "\"tier\":\"maybe\"", "/tiers/0/tier");
        row("tiers that fall", "\"minor\":\"500000\"", "\"minor\":\"100\"", "/tiers");
        row("tiers of two currencies", "\"minor\":\"500000\",\"currency\":\"EUR\"",
            "\"minor\":\"500000\",\"currency\":\"USD\"", "/tiers");
        row("an amount as a number", "\"minor\":\"100000\"", "\"minor\":100000", "/tiers/0/from/minor");
        row("a currency that is none", "\"minor\":\"1\",\"currency\":\"EUR\"", "\"minor\":\"1\",\"currency\":\"EUX\"",
            "/limits/0/most/currency");
        row("a limit below zero", "\"minor\":\"1\"", "\"minor\":\"-1\"", "/limits/0/most");
        row("a period that is none", "\"period\":\"month\"", "\"period\":\"year\"", "/limits/0/period");
        row("a rate of nothing", "\"rate\":\"0.8\"", "\"rate\":\"0\"", "/rates/rates/0/rate");
        row("a day that does not exist", "2026-12-25", "2026-02-30", "/calendar/holidays");
        row("a time that does not exist", "08:00", "25:00", "/calendar/from");
        row("work that ends before it begins", "18:00", "07:00", "/calendar/to");
        row("an eighth day of the week", "[1,2,3,4,5]", "[7]", "/calendar/days/0");
        row("nobody else's mode", "\"*\":\"enforce\"", "\"pilot\":\"enforce\"", "/modes");
        row("a mode that is none", "\"*\":\"enforce\"", "\"*\":\"off\"", "/modes/*");
        row("a share above all", "\"unknown\":", "\"own_view_percent\":101,\"unknown\":", "/own_view_percent");
        row("a share below none", "\"unknown\":", "\"own_view_percent\":-1,\"unknown\":", "/own_view_percent");
        row("what is unknown as automatic", "\"unknown\":\"sign_off\"", "\"unknown\":\"automatic\"", "/unknown");
        row("two parts of one id", "\"id\":\"month\"", "\"id\":\"loop\"", "/limits");
        row("an id with a blank", "\"id\":\"loop\"", "\"id\":\"a b\"", "/rules/0/id");
        row("a rule without a condition", "\"when\":\"repeats > 3\",", "", "/rules/0");
        const auto authority = [&](const char* name, const char* value, const char* place) {
            const QByteArray by = QByteArray("\"unknown\":\"sign_off\",\"authority\":") + value;
            QTest::newRow(name) << QByteArray("\"unknown\":\"sign_off\"") << by << QByteArray(place);
        };
        authority("a line for nobody", R"({"lines":[{"id":"a","up_to":{"minor":"1","currency":"EUR"}}]})",
                  "/authority/lines/0/id");
        authority("a line for a person and a role at once",
                  R"({"lines":[{"id":"a","person":"p","role":"r","up_to":{"minor":"1","currency":"EUR"}}]})",
                  "/authority/lines/0/id");
        authority("authority below zero",
                  R"({"lines":[{"id":"a","person":"p","up_to":{"minor":"-1","currency":"EUR"}}]})",
                  "/authority/lines/0/up_to");
        authority("a line without an amount", R"({"lines":[{"id":"a","person":"p"}]})", "/authority/lines/0");
        authority("a delegation to oneself",
                  R"({"delegations":[{"id":"d","from":"p","to":"p","since":"2026-03-01T00:00:00Z",)"
                  R"("until":"2026-04-01T00:00:00Z","reason":"r"}]})",
                  "/authority/delegations/0/to");
        authority("a delegation that ends before it begins",
                  R"({"delegations":[{"id":"d","from":"p","to":"q","since":"2026-05-01T00:00:00Z",)"
                  R"("until":"2026-04-01T00:00:00Z","reason":"r"}]})",
                  "/authority/delegations/0/until");
        authority("a delegation without a reason",
                  R"({"delegations":[{"id":"d","from":"p","to":"q","since":"2026-03-01T00:00:00Z",)"
                  R"("until":"2026-04-01T00:00:00Z","reason":""}]})",
                  "/authority/delegations/0/reason");
        authority("a delegation with a day for a moment",
                  R"({"delegations":[{"id":"d","from":"p","to":"q","since":"2026-03-01",)"
                  R"("until":"2026-04-01T00:00:00Z","reason":"r"}]})",
                  "/authority/delegations/0/since");
        authority("a line and a delegation of one id",
                  R"({"lines":[{"id":"d","role":"r","up_to":{"minor":"1","currency":"EUR"}}],)"
                  R"("delegations":[{"id":"d","from":"p","to":"q","since":"2026-03-01T00:00:00Z",)"
                  R"("until":"2026-04-01T00:00:00Z","reason":"r"}]})",
                  "/authority/delegations");
        authority("a member of authority that nobody knows", R"({"line":[]})", "/authority/line");
        const auto unanswered = [&](const char* name, const char* value, const char* place) {
            const QByteArray by = QByteArray("\"unknown\":\"sign_off\",\"answer_within\":{\"confirm\":60},"
                                             "\"when_unanswered\":") +
                                  value;
            QTest::newRow(name) << QByteArray("\"unknown\":\"sign_off\"") << by << QByteArray(place);
        };
        unanswered("silence that approves", R"({"confirm":{"then":"approve"}})", "/when_unanswered/confirm/then");
        unanswered("escalating to nobody", R"({"confirm":{"then":"escalate"}})", "/when_unanswered/confirm/then");
        unanswered("escalating to a person and a role at once",
                   R"({"confirm":{"then":"escalate","person":"p","role":"r"}})", "/when_unanswered/confirm/then");
        unanswered("expiring towards somebody", R"({"confirm":{"then":"expire","person":"p"}})",
                   "/when_unanswered/confirm/then");
        unanswered("silence in a tier without a time to answer", R"({"sign_off":{"then":"expire"}})",
                   "/when_unanswered/sign_off");
        row("half a document", "\"tests\":[{", "\"tests\":[", "");
    }
    void a_broken_document_is_refused_with_the_place() {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, by);
        QFETCH(QByteArray, place);
        const QByteArray text = document(what.constData(), by.constData());
        QVERIFY(text != document());
        const auto read = policy::read_document(text.toStdString());
        QVERIFY(!read.ok());
        QVERIFY2(read.fault().where.starts_with(place.toStdString()), base::describe(read.fault()).c_str());
    }

    void a_condition_that_does_not_compile_is_a_finding_with_its_place_data() {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("by");
        QTest::addColumn<QByteArray>("place");
        QTest::newRow("a name that is none")
            << QByteArray("repeats > 3") << QByteArray("true && repeat > 3") << QByteArray("/rules/0/when 1:9");
        QTest::newRow("text compared with a number")
            << QByteArray("repeats > 3") << QByteArray("category > 3") << QByteArray("/rules/0/when 1:1");
        QTest::newRow("no condition") << QByteArray("repeats > 3") << QByteArray("repeats")
                                      << QByteArray("/rules/0/when 1:1");
        QTest::newRow("a reason with a name that is none")
            << QByteArray("{repeats} times") << QByteArray("{repeat} times") << QByteArray("/rules/0/reason");
        QTest::newRow("a reason with an open brace")
            << QByteArray("{repeats} times") << QByteArray("{repeats times") << QByteArray("/rules/0/reason");
        QTest::newRow("a cause that is no text")
            << QByteArray("\"owner\":\"O\"") << QByteArray("\"owner\":\"O\",\"gather\":\"gross\"")
            << QByteArray("/rules/0/gather");
        QTest::newRow("a matter that is no text")
            << QByteArray("\"owner\":\"O\"") << QByteArray("\"owner\":\"O\",\"join\":\"gross\"")
            << QByteArray("/rules/0/join");
        QTest::newRow("a zone that nobody knows")
            << QByteArray("Europe/Berlin") << QByteArray("Europe/Atlantis") << QByteArray("/calendar/zone");
    }
    void a_condition_that_does_not_compile_is_a_finding_with_its_place() {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, by);
        QFETCH(QByteArray, place);
        const auto read = policy::read_document(document(what.constData(), by.constData()).toStdString());
        QVERIFY(read.ok());
        std::vector<policy::Finding> findings;
        QVERIFY(!policy::RuleBook::compile(*read, findings));
        QCOMPARE(findings.size(), std::size_t{1});
        QVERIFY(findings.front().fatal);
        QCOMPARE(QByteArray::fromStdString(findings.front().fault.where), place);
    }

    void five_thousand_rules_are_read_and_one_more_is_not() {
        const auto with_rules = [](int count) {
            QByteArray rules;
            for (int index = 0; index < count; ++index) {
                rules += "{\"id\":\"r" + QByteArray::number(index) +
                         "\",\"title\":\"\",\"when\":\"false\",\"reason\":\"\",\"owner\":\"\"},";
            }
            return document("\"rules\":[", QByteArray("\"rules\":[" + rules).constData());
        };
        const auto most = policy::read_document(with_rules(4999).toStdString());
        QVERIFY(most.ok());
        std::vector<policy::Finding> findings;
        QVERIFY(policy::RuleBook::compile(*most, findings).has_value());
        const auto more = policy::read_document(with_rules(5000).toStdString());
        QVERIFY(!more.ok());
        QCOMPARE(more.fault().code, base::FaultCode::too_large);
    }

    void working_time_follows_the_calendar_data() {
        QTest::addColumn<QString>("at");
        QTest::addColumn<bool>("at_work");
        QTest::newRow("a Tuesday at noon") << QStringLiteral("2026-03-03T12:00:00Z") << true;
        QTest::newRow("a Sunday at noon") << QStringLiteral("2026-03-01T12:00:00Z") << false;
        QTest::newRow("the minute before work, in winter") << QStringLiteral("2026-03-03T06:59:59Z") << false;
        QTest::newRow("the minute when work begins, in winter") << QStringLiteral("2026-03-03T07:00:00Z") << true;
        QTest::newRow("the minute when work begins, in summer") << QStringLiteral("2026-07-07T06:00:00Z") << true;
        QTest::newRow("the Monday after clocks went forward") << QStringLiteral("2026-03-30T06:00:00Z") << true;
        QTest::newRow("the minute when work ends") << QStringLiteral("2026-03-03T17:00:00Z") << false;
        QTest::newRow("a holiday") << QStringLiteral("2026-12-25T12:00:00Z") << false;
    }
    void working_time_follows_the_calendar() {
        QFETCH(QString, at);
        const auto read = policy::read_document(document().toStdString());
        const auto now = base::from_rfc3339(at.toStdString()).value();
        QTEST(policy::working(read->calendar, now).value(), "at_work");
    }
};

QTEST_APPLESS_MAIN(TestPolicyDocument)
#include "tst_policy_document.moc"
