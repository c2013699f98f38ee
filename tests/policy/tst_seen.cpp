// SPDX-License-Identifier: GPL-3.0-or-later
//
// What was seen when an order was judged is kept and gives the same verdict again, without the facts of that time.
#include "app/policy/cover.h"
#include "app/policy/seen.h"
#include "app/policy/shipped.h"

#include <QTest>

namespace {

using State = domain::LineCover::State;

const base::Instant noon = base::from_rfc3339("2026-03-10T12:00:00Z").value();
constexpr std::chrono::hours day{24};

domain::Money pounds(std::int64_t minor) {
    return {minor, domain::Currency::from_code("GBP").value()};
}

policy::RuleBook book(const std::string& text = std::string(policy::shipped_policy())) {
    const auto read = policy::read_document(text);
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

struct World {
    facts::FactBook facts;
    domain::TransactionVersion version;

    World() {
        domain::Agent agent;
        agent.id = domain::AgentId("agent");
        agent.group = "pilot";
        agent.budget = pounds(50'00);
        put(agent);
        domain::Mandate mandate;
        mandate.id = domain::MandateId("M");
        mandate.agent = agent.id;
        mandate.categories = {"paper", "ink"};
        mandate.not_after = noon + day;
        put(mandate);
        domain::Contract contract;
        contract.id = domain::ContractId("C");
        contract.supplier.id = domain::SupplierId("supplier");
        contract.not_before = noon - day;
        contract.not_after = noon + day;
        contract.prices.push_back({"A", {}, "C62", pounds(3'50), "10"});
        put(contract);
        version.key = {domain::SourceId("feed"), domain::TransactionId("T")};
        domain::Subject& order = version.subject;
        order.agent = agent.id;
        order.supplier.id = contract.supplier.id;
        order.category = "office";
        order.mandate = mandate.id;
        order.contract = contract.id;
        order.net = order.gross = pounds(60'00);
        order.tax = pounds(0);
        line("A", "2", 4'00);
    }
    void line(const char* item, const char* quantity, std::int64_t price) {
        domain::Line one;
        one.item_id = item;
        one.quantity = quantity;
        one.unit = "C62";
        one.unit_price = one.net = pounds(price);
        version.subject.lines.push_back(one);
    }
    void put(domain::Payload payload, base::Instant at = noon - std::chrono::hours(3)) {
        domain::Event event;
        event.source = domain::SourceId("feed");
        event.time = at;
        event.payload = std::move(payload);
        facts.apply(event);
    }
    domain::LineCover cover(const policy::Document& by, base::Instant now = noon) const {
        const facts::Facts known = facts.look(version, now);
        return policy::cover_lines({version, known, now}, by).at(0);
    }
};

std::string with_list(const char* until) {
    return std::string(R"({"format":"reeve-policy/1","version":"1","title":"T","modes":{"*":"enforce"},
        "tiers":[{"tier":"confirm","from":{"minor":"100000","currency":"GBP"}}],
        "price_lists":[{"id":"list","title":"L","supplier":"supplier","from":"2026-01-01T00:00:00Z","until":")") +
           until + R"(","prices":[{"item":"A","unit":"C62","price":{"minor":"350","currency":"GBP"}}]}]})";
}

} // namespace

class TestSeen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void what_was_seen_gives_the_same_verdict_again() {
        World world;
        world.put(domain::ProbationChanged{domain::AgentId("agent"), true, {}});
        domain::TransactionVersion before = world.version;
        before.key.id = domain::TransactionId("before");
        before.subject.lines.front().unit_price = pounds(1'00);
        world.put(before);
        world.version.subject.mandate = domain::MandateId("elsewhere");
        policy::RuleBook rules = book();
        const facts::Facts known = world.facts.look(world.version, noon);
        const policy::Case one{world.version, known, noon};
        const policy::Judged judged = rules.judge_and_show(one);
        const std::string kept = json::canonical(policy::write_seen(one, judged, rules));
        const domain::Verdict then = rules.judge(one, policy::Detail::full);
        QCOMPARE(then.tier, judged.verdict.tier);
        QVERIFY(then.rules.front().outcome == domain::RuleVerdict::Outcome::fired && !then.missing.empty());

        policy::RuleBook again = book(); // as after a restart; the facts are gone
        const auto json = json::Document::parse(kept);
        cel::Arena arena;
        const auto recalled = policy::read_seen(json->root(), world.version, again, arena);
        QVERIFY2(recalled.ok(), recalled.ok() ? "" : base::describe(recalled.fault()).c_str());
        QVERIFY(again.judge_again(*recalled) == then);
        QCOMPARE(recalled->agent_told, noon - std::chrono::hours(3));
        QVERIFY(!recalled->mandate_told);
        QCOMPARE(recalled->last_prices.front()->price, pounds(1'00));
        QVERIFY(kept.size() < 2'000);
    }

    void nothing_but_what_judging_wrote_is_read() {
        policy::RuleBook rules = book();
        const World world;
        for (
            const char* text :
            {R"({})",
             R"({"now":"2026-03-10T12:00:00.000000Z","values":{"gross":"1.00 GBP"},"cover":[],"missing":[],"last_prices":[]})",
             R"({"now":"2026-03-10T12:00:00.000000Z","values":{"nobody":"1"},"cover":[],"missing":[],"last_prices":[]})",
             R"({"now":"yesterday","values":{},"cover":[],"missing":[],"last_prices":[]})",
             R"({"now":"2026-03-10T12:00:00.000000Z","values":{},"cover":[{"state":"fine"}],"missing":[],"last_prices":[]})"}) {
            const auto json = json::Document::parse(text);
            cel::Arena arena;
            QVERIFY(!policy::read_seen(json->root(), world.version, rules, arena).ok());
        }
    }

    void a_contract_covers_a_line_data() {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QByteArray>("state");
        const auto row = [](const char* name, const char* change, const char* state) {
            QTest::newRow(name) << QByteArray(change) << QByteArray(state);
        };
        row("a unit costs more than agreed", "", "over_price");
        row("price and quantity are within it", "cheap", "covered");
        row("with what was ordered before it is too much", "used", "over_quantity");
        row("two lines of the order take too much together", "two", "over_quantity");
        row("the quantity is no number", "odd", "not_checked");
        row("another currency", "dollars", "not_checked");
        row("another supplier's", "other", "other_supplier");
        row("an item that it does not name", "item", "not_in_contract");
        row("not on file", "gone", "not_on_file");
        row("none is named", "none", "not_checked");
        row("over since one second", "over", "expired");
        row("over at this very moment", "end", "expired");
        row("one microsecond before its end", "last", "over_price");
        row("not begun", "early", "not_begun");
    }
    void a_contract_covers_a_line() {
        QFETCH(QByteArray, change);
        World world;
        domain::Subject& order = world.version.subject;
        domain::Line& line = order.lines.front();
        const bool cheap = change == "cheap" || change == "used" || change == "two" || change == "odd";
        line.unit_price = cheap ? pounds(3'50) : line.unit_price;
        if (change == "used") {
            domain::TransactionVersion before = world.version;
            before.key.id = domain::TransactionId("before");
            before.subject.lines.front().quantity = "8.5";
            world.put(before);
        } else if (change == "two") {
            line.quantity = "9";
            world.line("A", "2", 3'50);
            std::swap(order.lines[0], order.lines[1]);
            std::rotate(order.lines.begin(), order.lines.begin() + 1, order.lines.end());
        } else if (change == "odd") {
            line.quantity = "a few";
        } else if (change == "dollars") {
            line.unit_price.currency = domain::Currency::from_code("USD").value();
        } else if (change == "other") {
            order.supplier.id = domain::SupplierId("somebody");
        } else if (change == "item") {
            line.unit = "KGM";
        } else if (change == "gone") {
            order.contract = domain::ContractId("D");
        } else if (change == "none") {
            order.contract.reset();
        }
        const base::Instant now = change == "over"    ? noon + day + std::chrono::seconds(1)
                                  : change == "end"   ? noon + day
                                  : change == "last"  ? noon + day - std::chrono::microseconds(1)
                                  : change == "early" ? noon - day - std::chrono::seconds(1)
                                                      : noon;
        const facts::Facts known = world.facts.look(world.version, now);
        const auto all = policy::cover_lines({world.version, known, now}, policy::Document{});
        QTEST(QByteArray(domain::name_of(all.back().state).data()), "state");
    }

    void a_price_list_of_the_policy_speaks_where_no_contract_is_named() {
        World world;
        world.version.subject.contract.reset();
        const auto list = policy::read_document(with_list("2027-01-01T00:00:00Z"));
        QVERIFY2(list.ok(), list.ok() ? "" : base::describe(list.fault()).c_str());
        const domain::LineCover over = world.cover(*list);
        QCOMPARE(over.state, State::over_price);
        QVERIFY(over.of_policy && over.clause == "list" && over.price == pounds(3'50));
        world.version.subject.lines.front().unit_price = pounds(3'00);
        QCOMPARE(world.cover(*list).state, State::covered);
        QCOMPARE(world.cover(*policy::read_document(with_list("2026-03-01T00:00:00Z"))).state, State::expired);
        world.version.subject.supplier.id = domain::SupplierId("other");
        QCOMPARE(world.cover(*list).state, State::not_checked);
        QVERIFY(!policy::read_document(with_list("soon")).ok());
    }

    void a_condition_may_ask_for_the_coverage() {
        policy::RuleBook rules = book(
            R"p({"format":"reeve-policy/1","version":"1","title":"T","modes":{"*":"enforce"},
                "tiers":[{"tier":"confirm","from":{"minor":"10000000","currency":"GBP"}}],
                "rules":[{"id":"over","title":"","when":"lines.exists(l, l.coverage == 'over_price')","reason":"",
                          "tier":"sign_off","owner":"O"}]})p");
        const World world;
        const facts::Facts known = world.facts.look(world.version, noon);
        QCOMPARE(rules.judge({world.version, known, noon}, policy::Detail::decision).tier, domain::Tier::sign_off);
    }

    void quantities_are_exact() {
        QCOMPARE(facts::read_quantity("0.750"), std::optional<facts::Millionths>(750'000));
        QCOMPARE(facts::read_quantity("12"), std::optional<facts::Millionths>(12'000'000));
        for (const char* odd : {"", "-1", "1.", ".5", "1e3", "1.0000001", "99999999999999999999", " 1"}) {
            QVERIFY2(!facts::read_quantity(odd), odd);
        }
        QCOMPARE(facts::write_quantity(750'000), std::string("0.75"));
        QCOMPARE(facts::write_quantity(12'000'000), std::string("12"));
    }
};

QTEST_APPLESS_MAIN(TestSeen)
#include "tst_seen.moc"
