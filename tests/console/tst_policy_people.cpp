// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits of the Policy screen about people: who may approve, who lends it, what happens when nobody answers. Every other
// byte of the text stays.
#include "app/console/policy_text.h"
#include "app/policy/document.h"

#include <QTest>

using ports::PolicyEdit;

namespace {

const std::string bare = R"({
  "format": "reeve-policy/1", "version": "1", "title": "T",   "modes": {"*": "enforce"},
  "tiers": [{"tier": "confirm", "from": {"minor": "100", "currency": "EUR"}}]
})";

domain::Money euros(std::int64_t minor) {
    return {minor, domain::Currency::from_code("EUR").value()};
}

PolicyEdit line_in(const char* role, std::int64_t minor) {
    PolicyEdit edit;
    edit.kind = PolicyEdit::Kind::line_in;
    edit.line = domain::AuthorityLine{{}, {}, role, {"it"}, {}, {}, euros(minor)};
    return edit;
}

PolicyEdit lend(const char* from, const char* to) {
    PolicyEdit edit;
    edit.kind = PolicyEdit::Kind::lend;
    edit.delegation = domain::Delegation{{},
                                         domain::PersonId(from),
                                         domain::PersonId(to),
                                         base::from_rfc3339("2026-03-01T08:00:00Z").value(),
                                         base::from_rfc3339("2026-03-15T18:00:00Z").value(),
                                         euros(5000),
                                         "holiday \"far away\""};
    return edit;
}

PolicyEdit numbered(PolicyEdit::Kind kind, std::size_t number) {
    PolicyEdit edit;
    edit.kind = kind;
    edit.number = number;
    return edit;
}

PolicyEdit answer(domain::Tier tier, std::size_t minutes) {
    PolicyEdit edit = numbered(PolicyEdit::Kind::answer_within, minutes);
    edit.tier = tier;
    return edit;
}

PolicyEdit unanswered(domain::Tier tier, const std::optional<domain::Unanswered>& then) {
    PolicyEdit edit;
    edit.kind = PolicyEdit::Kind::when_unanswered;
    edit.tier = tier;
    edit.unanswered = then;
    return edit;
}

/// The text after one edit behind the other; every one of them has to be possible.
std::string after(std::string text, const std::vector<PolicyEdit>& edits) {
    for (const PolicyEdit& edit : edits) {
        auto made = console::edit_text(text, edit);
        if (!made) {
            qFatal("%s", base::describe(made.fault()).c_str());
        }
        text = *std::move(made);
    }
    return text;
}

} // namespace

class TestPolicyPeople : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lines_and_delegations_are_made_where_there_were_none() {
        const std::string text = after(bare, {line_in("manager", 100), line_in("buyer", 50), lend("ann", "bob")});
        QVERIFY(text.starts_with(bare.substr(0, bare.find("}}]") + 3))); // nothing before it was touched
        const auto read = policy::read_document(text);
        QVERIFY2(read.ok(), read.ok() ? "" : base::describe(read.fault()).c_str());
        QCOMPARE(read->authority.lines.size(), std::size_t{2});
        QCOMPARE(read->authority.lines[0].id, std::string("L-1"));
        QCOMPARE(read->authority.lines[1].role, std::string("buyer"));
        QCOMPARE(read->authority.lines[1].categories, std::vector<std::string>{"it"});
        const domain::Delegation& lent = read->authority.delegations.at(0);
        QCOMPARE(lent.id, std::string("D-1"));
        QCOMPARE(lent.reason, std::string("holiday \"far away\""));
        QCOMPARE(lent.up_to, std::optional(euros(5000)));
        const ports::PolicyCheck check = console::check_text(text, nullptr, lent.since);
        QVERIFY(check.usable);
        QCOMPARE(check.lines, read->authority.lines);
        QCOMPARE(check.delegations, read->authority.delegations);
    }

    void an_amount_changes_and_parts_are_taken_out() {
        const std::string text = after(bare, {line_in("manager", 100), line_in("buyer", 50), lend("ann", "bob")});
        PolicyEdit higher = numbered(PolicyEdit::Kind::line_change, 1);
        higher.line = policy::read_document(text)->authority.lines.at(1);
        higher.line->up_to = euros(75);
        const auto raised = policy::read_document(after(text, {higher}));
        QCOMPARE(raised->authority.lines[1].up_to, euros(75));
        QCOMPARE(raised->authority.lines[0].up_to, euros(100));
        const auto without = policy::read_document(
            after(text, {numbered(PolicyEdit::Kind::line_out, 0), numbered(PolicyEdit::Kind::lent_out, 0)}));
        QCOMPARE(without->authority.lines.size(), std::size_t{1});
        QCOMPARE(without->authority.lines[0].role, std::string("buyer"));
        QVERIFY(without->authority.delegations.empty());
        // An id that became free is given again, one that is taken is not.
        const auto again =
            policy::read_document(after(text, {numbered(PolicyEdit::Kind::line_out, 0), line_in("clerk", 10)}));
        QVERIFY2(again.ok(), again.ok() ? "" : base::describe(again.fault()).c_str());
        QCOMPARE(again->authority.lines.back().id, std::string("L-1"));
    }

    void a_change_touches_what_it_says_otherwise_and_no_other_byte() {
        const std::string text = R"({
  "format": "reeve-policy/1", "version": "1", "title": "T",   "modes": {"*": "enforce"},
  "tiers": [{"tier": "confirm", "from": {"minor": "100", "currency": "EUR"}}],
  "authority": {
    "lines": [
      {"up_to": {"currency": "EUR", "minor": "500"},   "id": "L-1", "role": "buyer", "categories": ["a, b",  "c"]}
    ],
    "delegations": [ {"id":"D-1", "to":"bob","from":"ann", "since": "2026-03-01T09:00:00+01:00",
       "until": "2026-03-15T18:00:00.5Z", "reason": "holi\u0064ay"} ]
  }
})";
        const auto read = policy::read_document(text);
        QVERIFY2(read.ok(), read.ok() ? "" : base::describe(read.fault()).c_str());
        PolicyEdit line = numbered(PolicyEdit::Kind::line_change, 0);
        line.line = read->authority.lines.at(0);
        PolicyEdit lent = numbered(PolicyEdit::Kind::lent_change, 0);
        lent.delegation = read->authority.delegations.at(0);
        QCOMPARE(after(text, {line, lent}), text); // nothing is said otherwise
        const auto replaced = [&text](const std::string& what, const std::string& by) {
            std::string expected = text;
            return expected.replace(expected.find(what), what.size(), by);
        };
        line.line->groups = {"office"};
        QCOMPARE(policy::read_document(after(text, {line}))->authority.lines.at(0), *line.line);
        line.line->groups.clear();
        line.line->categories = {"d"};
        QCOMPARE(after(text, {line}), replaced(R"(["a, b",  "c"])", R"(["d"])"));
        lent.delegation->to = domain::PersonId("cid");
        QCOMPARE(after(text, {lent}), replaced(R"("bob")", R"("cid")"));
        lent.delegation->up_to = euros(7);
        const auto capped = policy::read_document(after(text, {lent}));
        QCOMPARE(capped->authority.delegations.at(0), *lent.delegation);
        PolicyEdit uncapped = lent;
        uncapped.delegation->up_to.reset();
        QCOMPARE(after(text, {lent, uncapped}), replaced(R"("bob")", R"("cid")"));
        // From a role to a person, and lists that come and go.
        line.line->person = domain::PersonId("ann");
        line.line->role.clear();
        line.line->categories.clear();
        line.line->cost_centres = {"4711"};
        const auto other = policy::read_document(after(text, {line}));
        QVERIFY2(other.ok(), other.ok() ? "" : base::describe(other.fault()).c_str());
        QCOMPARE(other->authority.lines.at(0), *line.line);
    }

    void times_to_answer_come_and_go_with_what_happens_then() {
        const domain::Unanswered to_ann{domain::WhenUnanswered::escalate, domain::PersonId("ann"), {}};
        const std::string text = after(bare, {answer(domain::Tier::confirm, 60), answer(domain::Tier::sign_off, 240),
                                              unanswered(domain::Tier::confirm, to_ann),
                                              unanswered(domain::Tier::sign_off, domain::Unanswered{})});
        auto read = policy::read_document(text);
        QVERIFY2(read.ok(), read.ok() ? "" : base::describe(read.fault()).c_str());
        QCOMPARE(read->when_unanswered.at(domain::Tier::confirm), to_ann);
        QCOMPARE(read->when_unanswered.at(domain::Tier::sign_off).then, domain::WhenUnanswered::expire);
        const auto check = console::check_text(text, nullptr, base::Instant{});
        QCOMPARE(check.answers.size(), std::size_t{2});
        QCOMPARE(check.answers[0].within, std::optional(std::chrono::minutes(60)));
        QCOMPARE(check.answers[0].then, std::optional(to_ann));
        // Without a time there is nothing that happens when it is over.
        read = policy::read_document(after(text, {answer(domain::Tier::confirm, 0)}));
        QVERIFY2(read.ok(), read.ok() ? "" : base::describe(read.fault()).c_str());
        QVERIFY(!read->answer_within.contains(domain::Tier::confirm));
        QVERIFY(!read->when_unanswered.contains(domain::Tier::confirm));
        QVERIFY(read->when_unanswered.contains(domain::Tier::sign_off));
        read = policy::read_document(after(text, {unanswered(domain::Tier::sign_off, std::nullopt)}));
        QVERIFY(!read->when_unanswered.contains(domain::Tier::sign_off));
    }

    void what_is_not_there_cannot_be_changed() {
        for (const auto kind : {PolicyEdit::Kind::line_change, PolicyEdit::Kind::line_out,
                                PolicyEdit::Kind::lent_change, PolicyEdit::Kind::lent_out}) {
            const auto made = console::edit_text(bare, numbered(kind, 0));
            QVERIFY(!made.ok());
            QCOMPARE(made.fault().code, base::FaultCode::not_found);
        }
        QCOMPARE(after(bare, {answer(domain::Tier::confirm, 0), unanswered(domain::Tier::confirm, std::nullopt)}),
                 bare);
        QVERIFY(!console::edit_text(bare, numbered(PolicyEdit::Kind::line_in, 0)).ok());
    }
};

QTEST_GUILESS_MAIN(TestPolicyPeople)
#include "tst_policy_people.moc"
