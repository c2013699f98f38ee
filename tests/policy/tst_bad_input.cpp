// SPDX-License-Identifier: GPL-3.0-or-later
//
// Odd, hostile and broken input of a policy's judgement. Each ends in a clear state: never in silence, and never in
// automatic approval.
#include "app/policy/cover.h"
#include "app/policy/rule_book.h"
#include "app/policy/shipped.h"

#include <QTest>

#include <functional>
#include <limits>

namespace {

using domain::RuleVerdict;
using domain::Tier;

const base::Instant noon = base::from_rfc3339("2026-03-10T12:00:00Z").value();
constexpr std::chrono::hours day{24};

domain::Money money(std::int64_t minor, const char* code = "GBP") {
    return {minor, domain::Currency::from_code(code).value()};
}

base::Result<policy::RuleBook> book_of(const std::string& text) {
    auto read = policy::read_document(text);
    if (!read) {
        return read.fault();
    }
    std::vector<policy::Finding> findings;
    auto made = policy::RuleBook::compile(std::move(read).value(), findings);
    if (!made) {
        return findings.empty() ? base::Fault{base::FaultCode::internal, "no finding", {}} : findings.front().fault;
    }
    return std::move(*made);
}

std::string with_rules(const std::string& rules, const std::string& more = {}) {
    return R"({"format":"reeve-policy/1","version":"1","title":"T","modes":{"*":"enforce"},)" + more +
           R"("tiers":[{"tier":"confirm","from":{"minor":"100000","currency":"GBP"}}],"rules":[)" + rules + "]}";
}

std::string rule(const std::string& id, const std::string& when) {
    return R"({"id":")" + id + R"(","title":"","when":")" + when + R"(","tier":"sign_off","reason":"","owner":"O"})";
}

/// An ordinary order that the shipped policy lets through; rows change it.
struct World {
    facts::FactBook facts;
    domain::TransactionVersion version;
    base::Instant now = noon;

    World() {
        domain::Agent agent;
        agent.id = domain::AgentId("agent");
        put(agent);
        domain::Mandate mandate;
        mandate.id = domain::MandateId("M");
        mandate.agent = agent.id;
        mandate.not_before = noon - 300 * day;
        mandate.not_after = noon + 300 * day;
        put(mandate);
        version.key = {domain::SourceId("feed"), domain::TransactionId("T")};
        domain::Subject& order = version.subject;
        order.agent = agent.id;
        order.owner = domain::OwnerId("owner");
        order.supplier.id = domain::SupplierId("supplier");
        order.payee.account = "account";
        order.category = "office";
        order.mandate = mandate.id;
        costs(money(40'00));
        domain::TransactionVersion before = version; // agent and supplier are no news
        before.key.id = domain::TransactionId("long ago");
        put(before, noon - 60 * day);
    }
    void costs(const domain::Money& gross) {
        version.subject.gross = version.subject.net = gross;
        version.subject.tax = {0, gross.currency};
    }
    void put(domain::Payload payload, base::Instant at = noon - 100 * day) {
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
        put(before, noon - std::chrono::hours(1));
    }
    void contract_until(base::Instant end, std::int64_t price) {
        domain::Contract contract;
        contract.id = domain::ContractId("C");
        contract.supplier.id = version.subject.supplier.id;
        contract.not_before = noon - 200 * day;
        contract.not_after = end;
        contract.prices.push_back({"A", {}, "C62", money(price), {}});
        put(contract);
        version.subject.contract = contract.id;
        domain::Line line;
        line.item_id = "A";
        line.unit = "C62";
        line.quantity = "1";
        line.unit_price = line.net = money(40'00);
        version.subject.lines.push_back(line);
    }
    domain::Verdict judged(policy::RuleBook& by) const {
        const facts::Facts known = facts.look(version, now);
        return by.judge({version, known, now}, policy::Detail::full);
    }
};

struct Odd {
    const char* name;
    std::function<void(World&)> change;
    const char* fired = ""; ///< a rule that says so; empty: what is not known, a missing record, or the amount does
};

const std::vector<Odd>& orders() {
    static const std::vector<Odd> all = {
        {"a currency without a rate", [](World& world) { world.costs(money(1'00, "CHF")); }},
        {"pieces in two currencies without a rate",
         [](World& world) { world.ordered_before("other", money(1'00, "CHF")); }},
        {"an amount below zero", [](World& world) { world.costs(money(-1'00)); }, "negative-amount"},
        {"an amount of nothing", [](World& world) { world.costs(money(0)); }, "zero-amount"},
        {"10^18 minor units", [](World& world) { world.costs(money(1'000'000'000'000'000'000)); }},
        {"the largest number there is",
         [](World& world) { world.costs(money(std::numeric_limits<std::int64_t>::max())); }},
        {"a sum that leaves 64 bits",
         [](World& world) {
             world.ordered_before("huge", money(std::numeric_limits<std::int64_t>::max()));
             world.ordered_before("huge too", money(std::numeric_limits<std::int64_t>::max()));
         }},
        {"a mandate that is not on file",
         [](World& world) { world.version.subject.mandate = domain::MandateId("nobody's"); }},
        {"no mandate at all", [](World& world) { world.version.subject.mandate.reset(); }, "mandate-missing"},
        {"another agent's mandate",
         [](World& world) {
             domain::Mandate mandate;
             mandate.id = domain::MandateId("theirs");
             mandate.agent = domain::AgentId("somebody");
             mandate.not_after = noon + day;
             world.put(mandate);
             world.version.subject.mandate = mandate.id;
         },
         "mandate-of-another-agent"},
        {"a contract that ended one second ago",
         [](World& world) { world.contract_until(noon - std::chrono::seconds(1), 40'00); }, "contract-over"},
        {"a line above its contract price", [](World& world) { world.contract_until(noon + day, 1'00); },
         "above-contract-price"},
        {"an agent that nobody registered",
         [](World& world) { world.version.subject.agent = domain::AgentId("nobody"); }},
        {"net and tax that do not make the gross", [](World& world) { world.version.subject.net = money(1); },
         "sum-of-parts"},
        {"net in another currency than gross", [](World& world) { world.version.subject.net = money(40'00, "CHF"); }},
    };
    return all;
}

} // namespace

class TestBadInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void an_ordinary_order_passes() {
        auto rules = book_of(std::string(policy::shipped_policy()));
        QVERIFY(rules.ok());
        const domain::Verdict verdict = World().judged(*rules);
        QVERIFY2(verdict.tier == Tier::automatic,
                 verdict.rules.empty() ? "" : verdict.rules.front().rule.c_str()); // so that the others say something
    }

    void an_odd_order_is_never_automatic_data() {
        QTest::addColumn<int>("number");
        for (std::size_t number = 0; number < orders().size(); ++number) {
            QTest::newRow(orders()[number].name) << static_cast<int>(number);
        }
    }
    void an_odd_order_is_never_automatic() {
        QFETCH(int, number);
        const Odd& odd = orders()[static_cast<std::size_t>(number)];
        auto rules = book_of(std::string(policy::shipped_policy()));
        World world;
        odd.change(world);
        const domain::Verdict verdict = world.judged(*rules);
        QVERIFY(verdict.tier != Tier::automatic);
        const std::string says(odd.fired);
        const bool named = std::any_of(verdict.rules.begin(), verdict.rules.end(), [&](const RuleVerdict& one) {
            return one.rule == says && one.outcome == RuleVerdict::Outcome::fired;
        });
        if (!says.empty()) {
            QVERIFY2(named, odd.fired);
        } else {
            QVERIFY(verdict.unknown || !verdict.missing.empty() || verdict.tier_by_amount != Tier::automatic);
        }
    }

    void a_refund_of_goods_is_no_negative_order() {
        auto rules = book_of(std::string(policy::shipped_policy()));
        World world;
        world.version.subject.kind = domain::TransactionKind::return_of_goods;
        world.costs(money(-1'00));
        const domain::Verdict verdict = world.judged(*rules);
        QVERIFY(std::none_of(verdict.rules.begin(), verdict.rules.end(), [](const RuleVerdict& one) {
            return one.rule == "negative-amount" && one.outcome != RuleVerdict::Outcome::quiet;
        }));
        QVERIFY(!verdict.unknown);
    }

    void days_of_changing_clocks_are_working_days_as_the_zone_says_data() {
        QTest::addColumn<QByteArray>("at");
        QTest::addColumn<bool>("working");
        // Europe/Berlin went to summer time on 29 March 2026 at 01:00 UTC; work is from 08:00 to 18:00, every day.
        QTest::newRow("a minute before work, in winter") << QByteArray("2026-03-28T06:59:00Z") << false;
        QTest::newRow("work begins, in winter") << QByteArray("2026-03-28T07:00:00Z") << true;
        QTest::newRow("work begins an hour of UTC earlier, in summer") << QByteArray("2026-03-29T06:00:00Z") << true;
        QTest::newRow("work ends an hour of UTC earlier, in summer") << QByteArray("2026-03-29T16:00:00Z") << false;
        QTest::newRow("back in winter time") << QByteArray("2026-10-25T06:30:00Z") << false;
    }
    void days_of_changing_clocks_are_working_days_as_the_zone_says() {
        QFETCH(QByteArray, at);
        QFETCH(bool, working);
        policy::Calendar calendar;
        calendar.zone = "Europe/Berlin";
        calendar.days.fill(true);
        calendar.from_minute = 8 * 60;
        calendar.to_minute = 18 * 60;
        QCOMPARE(policy::working(calendar, base::from_rfc3339(at.toStdString()).value()), std::optional(working));
    }

    void a_condition_without_a_value_stops_the_order_data() {
        QTest::addColumn<QByteArray>("when");
        QTest::newRow("division by zero") << QByteArray("1 / (term_months * 0) == 1");
        QTest::newRow("a remainder by zero") << QByteArray("1 % (term_months * 0) == 1");
        QTest::newRow("a number beyond 64 bits") << QByteArray("9223372036854775807 + version > 0");
        QTest::newRow("an amount beyond 64 bits") << QByteArray("gross * 9223372036854775807 > gross");
        QTest::newRow("two currencies without a rate") << QByteArray("gross > money('1.00 CHF')");
        QTest::newRow("a name that is absent") << QByteArray("contract.id == 'C'");
        QTest::newRow("text that is no number") << QByteArray("int(supplier.id) > 1");
    }
    void a_condition_without_a_value_stops_the_order() {
        QFETCH(QByteArray, when);
        auto rules = book_of(with_rules(rule("odd", when.toStdString())));
        QVERIFY2(rules.ok(), rules.ok() ? "" : base::describe(rules.fault()).c_str());
        const domain::Verdict verdict = World().judged(*rules);
        QCOMPARE(verdict.rules.front().outcome, RuleVerdict::Outcome::failed);
        QVERIFY(!verdict.rules.front().error.empty());
        QVERIFY(verdict.unknown && verdict.tier >= Tier::sign_off);
    }

    void what_cannot_mean_anything_is_refused_with_its_place_data() {
        QTest::addColumn<QByteArray>("when");
        QTest::newRow("text compared with a number") << QByteArray("supplier.id > 3");
        QTest::newRow("money compared with a number") << QByteArray("gross > 1000");
        QTest::newRow("money times a fraction") << QByteArray("gross * 1.1 > gross");
        QTest::newRow("a name that does not exist") << QByteArray("gros > gross");
        QTest::newRow("no condition") << QByteArray("gross");
        QTest::newRow("nothing at all") << QByteArray("");
        QTest::newRow("brackets without end") << QByteArray(200, '(');
    }
    void what_cannot_mean_anything_is_refused_with_its_place() {
        QFETCH(QByteArray, when);
        const auto rules = book_of(with_rules(rule("odd", when.toStdString())));
        QVERIFY(!rules.ok());
        QVERIFY2(rules.fault().where.find("/rules/0/when") == 0, rules.fault().where.c_str());
    }

    void a_rule_of_ten_kilobytes_judges() {
        std::string when = "gross > money('1.00 GBP')";
        while (when.size() < 10'000) {
            when += " && gross > money('1.00 GBP')";
        }
        auto rules = book_of(with_rules(rule("long", when)));
        QVERIFY2(rules.ok(), rules.ok() ? "" : base::describe(rules.fault()).c_str());
        QCOMPARE(World().judged(*rules).tier, Tier::sign_off);
    }

    void five_thousand_rules_judge_and_one_more_is_refused() {
        std::string all;
        for (int number = 0; number < 5'000; ++number) {
            all += (number == 0 ? "" : ",") +
                   rule("r" + std::to_string(number),
                        "gross > money('" + std::to_string(number == 4'999 ? 1 : 1'000 + number) + ".00 GBP')");
        }
        auto rules = book_of(with_rules(all));
        QVERIFY2(rules.ok(), rules.ok() ? "" : base::describe(rules.fault()).c_str());
        const domain::Verdict verdict = World().judged(*rules);
        QCOMPARE(verdict.rules.size(), 5'000U);
        QCOMPARE(verdict.rules.front().rule, std::string("r4999"));
        QCOMPARE(verdict.tier, Tier::sign_off);
        const auto more = book_of(with_rules(all + "," + rule("one-more", "true")));
        QCOMPARE(more.fault().code, base::FaultCode::too_large);
    }
};

QTEST_APPLESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
