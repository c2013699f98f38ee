// SPDX-License-Identifier: GPL-3.0-or-later
//
// Judging: what the data shows raises the tier, and what cannot be known never lowers it.
#include "app/policy/rehearsal.h"
#include "app/policy/rule_book.h"

#include <QTest>

#include <limits>

namespace {

using domain::RuleVerdict;
using domain::Tier;

const base::Instant noon = base::from_rfc3339("2026-03-10T12:00:00Z").value();

domain::Money money(std::int64_t minor, const char* code = "EUR") {
    return {minor, domain::Currency::from_code(code).value()};
}

policy::RuleBook book(const QByteArray& rules, const QByteArray& limits = {}) {
    const QByteArray text = R"({"format":"reeve-policy/1","version":"7","title":"T",
        "tiers":[{"tier":"confirm","from":{"minor":"100000","currency":"EUR"}},
                 {"tier":"sign_off","from":{"minor":"500000","currency":"EUR"}},
                 {"tier":"blocked","from":{"minor":"900000000","currency":"EUR"}}],
        "modes":{"*":"enforce","pilot":"observe"},"unknown":"sign_off","probation":"confirm",
        "answer_within":{"confirm":60,"sign_off":240},
        "rates":{"name":"R","date":"2026-03-02","rates":[{"from":"USD","to":"EUR","rate":"0.8"}]},
        "limits":[)" + limits +
                            R"(],"rules":[)" + rules + "]}";
    const auto read = policy::read_document(text.toStdString());
    if (!read) {
        qFatal("%s", base::describe(read.fault()).c_str());
    }
    std::vector<policy::Finding> findings;
    auto made = policy::RuleBook::compile(*read, findings);
    if (!made) {
        qFatal("%s", base::describe(findings.front().fault).c_str());
    }
    return std::move(*made);
}

QByteArray rule(const char* id, const char* when, const char* tier = "sign_off", const char* reason = "") {
    return QByteArray(R"({"id":")") + id + R"(","title":"","when":")" + when + R"(","tier":")" + tier +
           R"(","reason":")" + reason + R"(","owner":"O"})";
}

/// An order of a registered agent and the facts around it.
struct World {
    facts::FactBook facts;
    domain::TransactionVersion version;

    World() {
        domain::Agent agent;
        agent.id = domain::AgentId("agent");
        put(agent);
        version.key = {domain::SourceId("feed"), domain::TransactionId("T")};
        version.subject.agent = agent.id;
        version.subject.supplier.id = domain::SupplierId("supplier");
        version.subject.category = "office";
        costs(money(10'00));
    }
    void costs(const domain::Money& gross) {
        version.subject.gross = version.subject.net = gross;
        version.subject.tax = {0, gross.currency};
    }
    void put(domain::Payload payload, base::Instant at = noon - std::chrono::hours(1)) {
        domain::Event event;
        event.source = domain::SourceId("feed");
        event.time = at;
        event.payload = std::move(payload);
        facts.apply(event);
    }
    void ordered_before(const char* id, const domain::Money& gross) {
        domain::TransactionVersion before = version;
        before.key.id = domain::TransactionId(id);
        before.subject.gross = gross;
        put(before);
    }
    domain::Verdict judged(policy::RuleBook& by, policy::Detail detail = policy::Detail::full) const {
        const facts::Facts known = facts.look(version, noon);
        return by.judge({version, known, noon}, detail);
    }
};

} // namespace

class TestRuleBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_amount_decides_the_tier_data() {
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QByteArray>("currency");
        QTest::addColumn<int>("tier");
        const auto row = [](const char* name, qint64 minor, const char* currency, Tier tier) {
            QTest::newRow(name) << minor << QByteArray(currency) << static_cast<int>(tier);
        };
        row("small", 99'999, "EUR", Tier::automatic);
        row("exactly where the tier begins", 100'000, "EUR", Tier::confirm);
        row("at a rate, a cent below", 124'999, "USD", Tier::automatic);
        row("at a rate, exactly", 125'000, "USD", Tier::confirm);
        row("without a rate", 1, "GBP", Tier::sign_off);
        row("10^18 minor units", 1'000'000'000'000'000'000, "EUR", Tier::blocked);
        row("the largest number there is", std::numeric_limits<qint64>::max(), "EUR", Tier::blocked);
        row("money that comes back", -1'000'000'000, "EUR", Tier::automatic);
    }
    void the_amount_decides_the_tier() {
        QFETCH(qint64, minor);
        QFETCH(QByteArray, currency);
        World world;
        world.costs(money(minor, currency.constData()));
        policy::RuleBook rules = book({});
        QTEST(static_cast<int>(world.judged(rules).tier), "tier");
    }

    void what_belongs_together_and_the_whole_term_count() {
        policy::RuleBook rules = book({});
        World pieces;
        pieces.ordered_before("1", money(60'000));
        pieces.costs(money(60'000));
        QCOMPARE(pieces.judged(rules).tier, Tier::confirm);
        QCOMPARE(pieces.judged(rules).amount, money(120'000));
        World term;
        term.version.subject.total_commitment = money(600'000);
        QCOMPARE(term.judged(rules).tier, Tier::sign_off);
        World beyond;
        beyond.ordered_before("1", money(std::numeric_limits<std::int64_t>::max()));
        QCOMPARE(beyond.judged(rules).tier, Tier::sign_off); // the sum is not known
        QVERIFY(beyond.judged(rules).unknown);
    }

    void a_rule_raises_and_explains() {
        policy::RuleBook rules = book(rule("office", "category == 'office' && gross > money('5.00 EUR')", "sign_off",
                                           "{category}: {gross} of {agent.id}") +
                                      "," + rule("quiet", "category == 'it'", "blocked"));
        const domain::Verdict verdict = World().judged(rules);
        QCOMPARE(verdict.tier, Tier::sign_off);
        QCOMPARE(verdict.tier_by_amount, Tier::automatic);
        QCOMPARE(verdict.policy_version, std::string("7"));
        QCOMPARE(verdict.answer_within, std::chrono::minutes(240));
        QVERIFY(!verdict.unknown && verdict.stops());
        QCOMPARE(verdict.rules.size(), std::size_t{2});
        const RuleVerdict& fired = verdict.rules.front();
        QCOMPARE(fired.outcome, RuleVerdict::Outcome::fired);
        QCOMPARE(fired.reason.bytes(), std::string("office: 10.00 EUR of agent"));
        QCOMPARE(fired.steps.size(), std::size_t{5});
        QCOMPARE(fired.steps[3].text, std::string("gross > money('5.00 EUR')"));
        QCOMPARE(fired.steps[4].value.bytes(), std::string("10.00 EUR"));
        QCOMPARE(verdict.rules.back().outcome, RuleVerdict::Outcome::quiet);
    }

    void without_detail_the_verdict_is_the_same() {
        policy::RuleBook rules = book(rule("office", "category == 'office'") + "," + rule("quiet", "category == 'it'"));
        domain::Verdict full = World().judged(rules, policy::Detail::full);
        const domain::Verdict brief = World().judged(rules, policy::Detail::decision);
        QCOMPARE(brief.tier, full.tier);
        QCOMPARE(brief.rules.size(), std::size_t{1});
        QCOMPARE(brief.rules.front().rule, std::string("office"));
        QVERIFY(brief.rules.front().steps.empty());
    }

    void a_rule_that_fails_never_lets_through_data() {
        QTest::addColumn<QByteArray>("when");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("a division by zero")
            << QByteArray("100 / (version - 1) > 3") << QByteArray("divide_by_zero at 1:1");
        QTest::newRow("a value that is not there")
            << QByteArray("mandate.per_month > gross") << QByteArray("unknown_value at 1:1");
        QTest::newRow("two currencies without a rate")
            << QByteArray("gross > money('1.00 GBP')") << QByteArray("two_currencies at 1:1");
        QTest::newRow("an index outside of the lines")
            << QByteArray("lines[3].net > gross") << QByteArray("out_of_bounds at 1:1");
        QTest::newRow("an overflow") << QByteArray("gross * 9223372036854775807 > gross")
                                     << QByteArray("overflow at 1:1");
    }
    void a_rule_that_fails_never_lets_through() {
        QFETCH(QByteArray, when);
        QFETCH(QByteArray, error);
        policy::RuleBook rules = book(rule("fails", when.constData(), "confirm"));
        const domain::Verdict verdict = World().judged(rules);
        QCOMPARE(verdict.tier, Tier::sign_off);
        QVERIFY(verdict.unknown);
        QCOMPARE(verdict.rules.front().outcome, RuleVerdict::Outcome::failed);
        QCOMPARE(QByteArray::fromStdString(verdict.rules.front().error), error);
    }

    void a_missing_master_record_is_named_once() {
        policy::RuleBook rules = book({});
        World world;
        world.version.subject.agent = domain::AgentId("stranger");
        world.version.subject.mandate = domain::MandateId("M-17");
        const domain::Verdict verdict = world.judged(rules);
        QCOMPARE(verdict.missing.size(), std::size_t{2});
        QCOMPARE(verdict.missing.front().bytes(), std::string("agent stranger"));
        QCOMPARE(verdict.missing.back().bytes(), std::string("mandate M-17"));
        QCOMPARE(verdict.tier, Tier::sign_off);
        QVERIFY(verdict.stops() && !verdict.is_case());
        world.costs(money(100'000));
        QVERIFY(world.judged(rules).is_case());
    }

    void a_rule_that_gathers_stops_but_makes_no_case_of_every_order() {
        policy::RuleBook rules =
            book(rule("m", "!has(mandate.id)", "confirm").replace("\"owner\"", "\"gather\":\"agent.id\",\"owner\""));
        const domain::Verdict verdict = World().judged(rules);
        QCOMPARE(verdict.tier, Tier::confirm);
        QCOMPARE(verdict.case_tier, Tier::automatic);
        QCOMPARE(verdict.rules.front().cause.bytes(), std::string("agent"));
        QVERIFY(verdict.stops() && !verdict.is_case());
    }

    void what_waits_only_for_its_pieces_is_one_case_with_them() {
        const QByteArray split = rule("split", "together.count > 1 && together.total > money('500.00 EUR')", "sign_off")
                                     .replace("\"owner\"", "\"join\":\"together.name\",\"owner\"");
        const QByteArray other = rule("odd", "gross == money('601.00 EUR')", "confirm");
        policy::RuleBook rules = book(split + "," + other);
        World world;
        world.costs(money(60'000));
        QVERIFY(!world.judged(rules).is_case() && world.judged(rules).matter.empty()); // it stands alone
        world.ordered_before("1", money(60'000));
        domain::Verdict verdict = world.judged(rules);
        QVERIFY(verdict.stops() && verdict.is_case());
        QCOMPARE(verdict.tier, Tier::sign_off); // the amount of both and the rule say the same matter
        QCOMPARE(verdict.tier_by_amount, Tier::confirm);
        QCOMPARE(verdict.matter.bytes(), std::string("agent, supplier, 2026-03-10"));
        world.ordered_before("2", money(60'000));
        QCOMPARE(world.judged(rules).matter, verdict.matter); // the next piece joins
        world.costs(money(60'100));
        QVERIFY(world.judged(rules).is_case() && world.judged(rules).matter.empty()); // a reason of its own
        world.costs(money(100'000));
        QVERIFY(world.judged(rules).is_case() && world.judged(rules).matter.empty()); // its own size
    }

    void what_cannot_be_named_or_has_two_names_is_a_case_of_its_own_data() {
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<bool>("joined");
        QTest::newRow("one name for both rules") << QByteArray("together.name") << true;
        QTest::newRow("two names") << QByteArray("agent.id") << false;
        QTest::newRow("a name that the order has not") << QByteArray("mandate.id") << false;
    }
    void what_cannot_be_named_or_has_two_names_is_a_case_of_its_own() {
        QFETCH(QByteArray, second);
        QFETCH(bool, joined);
        const QByteArray by =
            rule("pieces", "together.count > 1").replace("\"owner\"", "\"join\":\"together.name\",\"owner\"");
        const QByteArray other = rule("second", "gross > money('1.00 EUR')")
                                     .replace("\"owner\"", QByteArray("\"join\":\"" + second + "\",\"owner\""));
        policy::RuleBook rules = book(by + "," + other);
        World world;
        world.ordered_before("1", money(100));
        QVERIFY(world.judged(rules).is_case());
        QCOMPARE(!world.judged(rules).matter.empty(), joined);
    }

    void a_joining_rule_that_fails_is_a_case_of_its_own() {
        policy::RuleBook rules = book(rule("broken", "together.count > 1 && 1 / (together.count - 2) > 0")
                                          .replace("\"owner\"", "\"join\":\"together.name\",\"owner\""));
        World world;
        world.ordered_before("1", money(100));
        const domain::Verdict verdict = world.judged(rules);
        QVERIFY(verdict.unknown && verdict.is_case() && verdict.matter.empty());
    }

    void a_file_without_hours_says_nothing_about_hours_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("at");
        QTest::addColumn<bool>("told");
        QTest::newRow("a file's day, a Tuesday") << "file:cards/2026-03"
                                                 << "2026-03-10T00:00:00Z" << false;
        QTest::newRow("a file's day, a Sunday") << "file:cards/2026-03"
                                                << "2026-03-08T00:00:00Z" << true;
        QTest::newRow("a file with hours") << "file:cards/2026-03"
                                           << "2026-03-10T00:00:01Z" << true;
        QTest::newRow("a platform, at midnight") << "urn:feed"
                                                 << "2026-03-10T00:00:00Z" << true;
    }
    void a_file_without_hours_says_nothing_about_hours() {
        QFETCH(const QString, source);
        QFETCH(const QString, at);
        policy::Document document = book(rule("late", "!working_time", "confirm")).document();
        document.calendar = policy::Calendar();
        std::fill(document.calendar->days.begin() + 1, document.calendar->days.begin() + 6, true);
        document.calendar->from_minute = 8 * 60;
        document.calendar->to_minute = 18 * 60;
        std::vector<policy::Finding> findings;
        auto rules = policy::RuleBook::compile(document, findings);
        QVERIFY(rules.has_value());
        World world;
        world.version.key.source = domain::SourceId(source.toStdString());
        const base::Instant moment = base::from_rfc3339(at.toStdString()).value();
        const facts::Facts known = world.facts.look(world.version, moment);
        QTEST(rules->judge({world.version, known, moment}, policy::Detail::decision).is_case(), "told");
    }

    void a_day_of_a_file_is_no_loop() {
        policy::RuleBook rules = book(rule("loop", "repeats >= 1"));
        World world;
        const base::Instant day = base::from_rfc3339("2026-03-10T00:00:00Z").value();
        for (const char* source : {"file:cards/2026-03", "urn:feed"}) {
            world.version.key = {domain::SourceId(source), domain::TransactionId("before")};
            world.put(world.version, day);
            world.version.key.id = domain::TransactionId("now");
            const facts::Facts known = world.facts.look(world.version, day);
            const bool loop = rules.judge({world.version, known, day}, policy::Detail::decision).is_case();
            QCOMPARE(loop, std::string(source) == "urn:feed");
        }
    }

    void a_limit_counts_what_was_spent_before() {
        const QByteArray limit = R"({"id":"day","title":"A day","per":"agent","period":"day","tier":"sign_off",
                                     "most":{"minor":"50000","currency":"EUR"}})";
        policy::RuleBook rules = book({}, limit);
        World world;
        world.ordered_before("1", money(30'000));
        world.costs(money(20'000));
        domain::Verdict verdict = world.judged(rules);
        QCOMPARE(verdict.tier, Tier::automatic);
        QCOMPARE(verdict.limits.front().before, money(30'000));
        QCOMPARE(verdict.limits.front().after, money(50'000));
        world.costs(money(20'001));
        verdict = world.judged(rules);
        QCOMPARE(verdict.tier, Tier::sign_off);
        QVERIFY(verdict.limits.front().exceeded);
        // Spend in another currency counts at the rate of the policy, and stops where there is none.
        world.ordered_before("2", money(100, "USD"));
        QCOMPARE(world.judged(rules).limits.front().before, money(30'080));
        world.ordered_before("3", money(1, "GBP"));
        QVERIFY(!world.judged(rules).limits.front().before);
        QVERIFY(world.judged(rules).unknown);
        // Money that comes back makes no room.
        World refund;
        refund.ordered_before("1", money(50'000));
        refund.costs(money(-10'000));
        QCOMPARE(refund.judged(rules).limits.front().after, money(50'000));
    }

    void a_limit_may_be_for_one_only() {
        const QByteArray limit = R"({"id":"it","title":"IT","per":"category","key":"it","period":"month",
                                     "most":{"minor":"0","currency":"EUR"}})";
        policy::RuleBook rules = book({}, limit);
        World world;
        QVERIFY(world.judged(rules).limits.empty());
        world.version.subject.category = "it";
        QVERIFY(world.judged(rules).limits.front().exceeded);
    }

    void a_group_that_is_observed_is_judged_but_not_stopped() {
        policy::RuleBook rules = book(rule("all", "true", "blocked"));
        World world;
        domain::Agent agent;
        agent.id = domain::AgentId("agent");
        agent.group = "pilot";
        world.put(agent);
        const domain::Verdict verdict = world.judged(rules);
        QCOMPARE(verdict.tier, Tier::blocked);
        QCOMPARE(verdict.mode, domain::Mode::observe);
        QVERIFY(!verdict.stops());
    }

    void an_agent_on_probation_is_looked_at() {
        policy::RuleBook rules = book({});
        World world;
        world.put(domain::ProbationChanged{domain::AgentId("agent"), true, {}});
        QCOMPARE(world.judged(rules).tier, Tier::confirm);
    }

    void a_trace_names_the_rate() {
        policy::RuleBook rules = book(rule("dollars", "gross > money('1.00 USD')"));
        QCOMPARE(World().judged(rules).rules.front().steps.front().rate,
                 std::string("1 USD = 0.8 EUR, R of 2026-03-02"));
    }

    void hostile_text_is_a_value_and_nothing_else() {
        policy::RuleBook rules = book(rule("x", "purpose.contains('ignore')", "confirm", "says: {purpose}"));
        World world;
        world.version.subject.purpose = domain::UntrustedText("ignore {gross} ' || true || '");
        QCOMPARE(world.judged(rules).rules.front().reason.bytes(), std::string("says: ignore {gross} ' || true || '"));
    }
};

QTEST_APPLESS_MAIN(TestRuleBook)
#include "tst_rule_book.moc"
