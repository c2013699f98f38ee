// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two policies compared by meaning: what differs is named with both values and the way it goes; what only looks
// different is not.
#include "app/policy/difference.h"
#include "app/policy/shipped.h"

#include <QTest>

#include <algorithm>
#include <functional>

namespace {

policy::Document shipped() {
    return policy::read_document(policy::shipped_policy()).value();
}

policy::Rule& rule(policy::Document& document, const char* id) {
    return *std::find_if(document.rules.begin(), document.rules.end(),
                         [id](const policy::Rule& one) { return one.id == id; });
}

/// "tier confirm changed looser: from 1000.00 GBP -> 2000.00 GBP", one line for each change.
std::string text_of(const policy::Difference& difference) {
    std::string text;
    for (const policy::Change& change : difference.changes) {
        text += std::string(policy::name_of(change.part)) + " " + change.id + " " +
                std::string(policy::name_of(change.kind)) + " " + std::string(policy::name_of(change.direction)) + ":";
        for (const policy::FieldChange& field : change.fields) {
            if (change.kind == policy::ChangeKind::changed) {
                text += " " + field.field + " " + field.before + " -> " + field.after;
            }
        }
        text += "\n";
    }
    return text;
}

domain::AuthorityLine line_of(const char* person, std::int64_t minor) {
    return {person,
            domain::PersonId(person),
            {},
            {"travel", "it"},
            {},
            {},
            domain::Money{minor, domain::Currency::from_code("GBP").value()}};
}

using Edit = std::function<void(policy::Document&)>;

} // namespace

class TestPolicyDifference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void what_only_looks_different_is_the_same() {
        policy::Document other = shipped();
        other.version = "another-name";
        std::reverse(other.rules.begin(), other.rules.end());
        std::reverse(other.tests.begin(), other.tests.end());
        rule(other, "loop").when = "repeats   >=4 && ! together.batch // as before";
        rule(other, "above-contract-price").evidence = {"contract"};
        const auto difference = policy::compare(shipped(), other);
        QVERIFY2(difference.same(), text_of(difference).c_str());
        QCOMPARE(difference.after, std::string("another-name"));
        QVERIFY(!difference.may_loosen());
    }

    void a_change_is_told_with_both_values_data() {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<std::string>("told");
        const auto row = [](const char* name, Edit edit, const char* told) {
            QTest::newRow(name) << std::move(edit) << std::string(told);
        };
        row(
            "a tier that begins higher lets more through", [](auto& d) { d.tiers[0].from.minor = 200000; },
            "tier confirm changed looser: from 1000.00 GBP -> 2000.00 GBP\n");
        row(
            "a tier that begins lower is stricter", [](auto& d) { d.tiers[0].from.minor = 50000; },
            "tier confirm changed stricter: from 1000.00 GBP -> 500.00 GBP\n");
        row(
            "a tier less", [](auto& d) { d.tiers.pop_back(); }, "tier blocked removed looser:\n");
        row(
            "another condition may go either way", [](auto& d) { rule(d, "loop").when = "repeats >= 5"; },
            "rule loop changed either: when repeats >= 4 && !together.batch -> repeats >= 5\n");
        row(
            "a rule that asks for less", [](auto& d) { rule(d, "loop").tier = domain::Tier::confirm; },
            "rule loop changed looser: tier sign_off -> confirm\n");
        row(
            "a rule that only notes now", [](auto& d) { rule(d, "loop").tier.reset(); },
            "rule loop changed looser: tier sign_off -> \n");
        row(
            "words change nothing that waits", [](auto& d) { rule(d, "loop").guidance = "Call."; },
            "rule loop changed none: guidance Stop the agent and tell its owner. -> Call.\n");
        row(
            "a rule less", [](auto& d) { std::erase_if(d.rules, [](const auto& r) { return r.id == "loop"; }); },
            "rule loop removed looser:\n");
        row(
            "a note less lets nothing through",
            [](auto& d) { std::erase_if(d.rules, [](const auto& r) { return r.id == "never-looked"; }); },
            "rule never-looked removed none:\n");
        row(
            "a limit that was raised", [](auto& d) { d.limits[0].most.minor = 6000000; },
            "limit agent-month changed looser: most 50000.00 GBP -> 60000.00 GBP\n");
        row(
            "a limit over another period", [](auto& d) { d.limits[0].period = policy::Period::week; },
            "limit agent-month changed either: period month -> week\n");
        row(
            "a rate", [](auto& d) { d.rates.rates[0].mantissa = 116; },
            "rate GBP EUR changed either: rate 1.15 -> 1.16\n");
        row(
            "a rate written with a nought more",
            [](auto& d) {
                d.rates.rates[0] = {d.rates.rates[0].from, d.rates.rates[0].to, 1150, 3};
            },
            "");
        row(
            "what happens when nobody answers",
            [](auto& d) {
                d.when_unanswered[domain::Tier::confirm] = {
                    domain::WhenUnanswered::escalate, domain::PersonId("ann"), {}};
            },
            "when_unanswered confirm added none:\n");
        row(
            "a price list more",
            [](auto& d) {
                domain::Contract list;
                list.id = domain::ContractId("paper-2026");
                list.prices.push_back({"A4", {}, "C62", {350, d.tiers[0].from.currency}, {}});
                d.price_lists.push_back(list);
            },
            "price_list paper-2026 added either:\n");
        row(
            "a reviewer more takes orders off people's hands",
            [](auto& d) {
                d.reviewers.push_back({"reader", domain::PublicKey{}, 10});
            },
            "reviewer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= added looser:\n");
        row(
            "a holiday", [](auto& d) { d.calendar->holidays.insert("2027-01-01"); },
            "calendar  changed either: holidays 2026-12-25, 2026-12-28 -> 2026-12-25, 2026-12-28, 2027-01-01\n");
        row(
            "no calendar", [](auto& d) { d.calendar.reset(); }, "calendar  removed either:\n");
        row(
            "a group that is only watched", [](auto& d) { d.modes["*"] = domain::Mode::observe; },
            "mode * changed looser: mode enforce -> observe\n");
        row(
            "what is unknown asks for less", [](auto& d) { d.unknown = domain::Tier::confirm; },
            "document  changed looser: unknown sign_off -> confirm\n");
        row(
            "more orders of which people say first what they make of them", [](auto& d) { d.own_view_percent = 50; },
            "document  changed stricter: own_view_percent 20 -> 50\n");
        row(
            "a longer time to answer",
            [](auto& d) { d.answer_within[domain::Tier::confirm] = std::chrono::minutes(90); },
            "answer_within confirm changed none: minutes 60 -> 90\n");
        row(
            "a test case that expects less", [](auto& d) { d.tests[2].tier = domain::Tier::automatic; },
            "test The first tier begins with its amount changed none: tier confirm -> automatic\n");
    }

    void a_change_is_told_with_both_values() {
        QFETCH(const Edit, edit);
        QFETCH(const std::string, told);
        policy::Document other = shipped();
        edit(other);
        const auto difference = policy::compare(shipped(), other);
        QCOMPARE(text_of(difference), told);
        QCOMPARE(difference.may_loosen(),
                 told.find(" looser") != std::string::npos || told.find(" either") != std::string::npos);
    }

    void a_change_of_authority_is_told_in_full_data() {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<std::string>("told");
        const auto row = [](const char* name, Edit edit, const char* told) {
            QTest::newRow(name) << std::move(edit) << std::string(told);
        };
        row(
            "another line may limit somebody or let somebody",
            [](auto& d) { d.authority.lines.push_back(line_of("bob", 100)); }, "authority bob added either:\n");
        row(
            "a line less", [](auto& d) { d.authority.lines.clear(); }, "authority ann removed either:\n");
        row(
            "a higher line lets more through", [](auto& d) { d.authority.lines[0].up_to.minor = 200000; },
            "authority ann changed looser: up_to 1000.00 GBP -> 2000.00 GBP\n");
        row(
            "a lower line is stricter", [](auto& d) { d.authority.lines[0].up_to.minor = 50000; },
            "authority ann changed stricter: up_to 1000.00 GBP -> 500.00 GBP\n");
        row(
            "a line about something else may go either way",
            [](auto& d) { d.authority.lines[0].categories = {"travel"}; },
            "authority ann changed either: categories it, travel -> travel\n");
        row(
            "the order of categories says nothing",
            [](auto& d) {
                d.authority.lines[0].categories = {"it", "travel"};
            },
            "");
        row(
            "a delegation more lets somebody else approve",
            [](auto& d) {
                d.authority.delegations.push_back(d.authority.delegations.front());
                d.authority.delegations.back().id = "D-2";
            },
            "delegation D-2 added looser:\n");
        row(
            "a delegation less is stricter", [](auto& d) { d.authority.delegations.clear(); },
            "delegation D-1 removed stricter:\n");
        row(
            "a delegation that runs longer", [](auto& d) { d.authority.delegations[0].until += std::chrono::days(1); },
            "delegation D-1 changed either: until 2026-04-01T00:00:00.000000Z -> 2026-04-02T00:00:00.000000Z\n");
        row(
            "another reason changes nothing that waits", [](auto& d) { d.authority.delegations[0].reason = "ill"; },
            "delegation D-1 changed none: reason holiday -> ill\n");
        row(
            "a cap on what is lent", [](auto& d) { d.authority.delegations[0].up_to = line_of("ann", 5000).up_to; },
            "delegation D-1 changed either: up_to  -> 50.00 GBP\n");
    }
    void a_change_of_authority_is_told_in_full() {
        QFETCH(Edit, edit);
        QFETCH(std::string, told);
        policy::Document before = shipped();
        before.authority.lines = {line_of("ann", 100000)};
        before.authority.delegations = {{"D-1", domain::PersonId("ann"), domain::PersonId("bob"),
                                         base::from_rfc3339("2026-03-01T00:00:00Z").value(),
                                         base::from_rfc3339("2026-04-01T00:00:00Z").value(), std::nullopt, "holiday"}};
        policy::Document after = before;
        edit(after);
        QCOMPARE(text_of(policy::compare(before, after)), told);
    }

    void what_was_added_brings_every_member_that_says_something() {
        policy::Document other = shipped();
        std::erase_if(other.rules, [](const auto& one) { return one.id == "loop"; });
        const auto difference = policy::compare(other, shipped());
        QCOMPARE(difference.changes.size(), std::size_t{1});
        const policy::Change& change = difference.changes.front();
        QCOMPARE(change.kind, policy::ChangeKind::added);
        QCOMPARE(change.direction, policy::Direction::stricter);
        const auto when = std::find_if(change.fields.begin(), change.fields.end(),
                                       [](const auto& field) { return field.field == "when"; });
        QVERIFY(when != change.fields.end());
        QCOMPARE(when->after, std::string("repeats >= 4 && !together.batch"));
        QVERIFY(when->before.empty());
    }

    void comparing_is_the_same_both_ways() {
        policy::Document other = shipped();
        other.rules.pop_back();
        other.limits.front().most.minor = 1;
        other.modes.erase("trial");
        QCOMPARE(policy::compare(shipped(), other).changes.size(), policy::compare(other, shipped()).changes.size());
    }
};

QTEST_GUILESS_MAIN(TestPolicyDifference)
#include "tst_policy_difference.moc"
