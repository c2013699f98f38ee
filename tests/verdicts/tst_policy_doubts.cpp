// SPDX-License-Identifier: GPL-3.0-or-later
//
// What compiles in a policy and should be mended all the same.
#include "app/verdicts/policy_doubts.h"

#include "policy_people.h"

#include <QTest>

namespace {

const base::Instant now = base::from_rfc3339("2026-03-02T10:00:00Z").value();

std::string document(const QByteArray& more) {
    const QByteArray text = R"({"format":"reeve-policy/1","version":"1","title":"T","modes":{"*":"enforce"},)"
                            R"("tiers":[{"tier":"confirm","from":{"minor":"100","currency":"EUR"}}],)" +
                            more + "}";
    return text.toStdString();
}

QByteArray line(const char* id, const char* who, int euros) {
    return QByteArray(R"({"id":")") + id + R"(",)" + who + R"(,"up_to":{"minor":")" + QByteArray::number(euros * 100) +
           R"(","currency":"EUR"}})";
}

QByteArray lend(const char* id, const char* from, const char* to, const char* until = "2026-04-01T00:00:00Z",
                int euros = 0) {
    QByteArray text = QByteArray(R"({"id":")") + id + R"(","from":")" + from + R"(","to":")" + to +
                      R"(","since":"2026-01-01T00:00:00Z","until":")" + until + R"(","reason":"holiday")";
    if (euros > 0) {
        text += R"(,"up_to":{"minor":")" + QByteArray::number(euros * 100) + R"(","currency":"EUR"})";
    }
    return text + "}";
}

QByteArray matrix(const QByteArray& lines, const QByteArray& delegations = {}) {
    return R"("authority":{"lines":[)" + lines + R"(],"delegations":[)" + delegations + "]}";
}

} // namespace

class TestPolicyDoubts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void what_should_be_mended_is_named_with_its_place_data() {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<bool>("knows_people");
        QTest::addColumn<QByteArray>("doubts"); ///< "place: words", joined with " | "
        const auto row = [](const char* name, const QByteArray& more, const char* doubts, bool knows_people = true) {
            QTest::newRow(name) << more << knows_people << QByteArray(doubts);
        };
        const QByteArray ann = line("a", R"("person":"ann")", 1000);
        row("a policy without authority", R"("unknown":"sign_off")", "");
        row("lines and a delegation as they should be",
            matrix(ann + "," + line("m", R"("role":"manager")", 100), lend("D", "ann", "ben")), "");
        row("a line for somebody whom nobody knows", matrix(line("e", R"("person":"eve")", 10)),
            "/authority/lines/0/person: nobody on the roster is called eve");
        row("without a roster nobody is looked for", matrix(line("e", R"("person":"eve")", 10)), "", false);
        row("a line for a role that nobody has", matrix(line("b", R"("role":"buyer")", 10)),
            "/authority/lines/0/role: nobody on the roster has the role buyer");
        row("a delegation to somebody whom nobody knows", matrix(ann, lend("D", "ann", "eve")),
            "/authority/delegations/0/to: nobody on the roster is called eve");
        row("a delegation by somebody who left", matrix(line("d", R"("person":"dan")", 10), lend("D", "dan", "ben")),
            "/authority/lines/0/person: dan is not a member of the roster any more | "
            "/authority/delegations/0/from: dan is not a member of the roster any more");
        row("a delegation that is over", matrix(ann, lend("D", "ann", "ben", "2026-03-02T10:00:00Z")),
            "/authority/delegations/0/until: this delegation is over");
        row("a delegation that ends in a moment is not over",
            matrix(ann, lend("D", "ann", "ben", "2026-03-02T10:00:01Z")), "");
        row("more lent than the lender has", matrix(ann, lend("D", "ann", "ben", "2026-04-01T00:00:00Z", 1001)),
            "/authority/delegations/0/up_to: more than the 1000.00 EUR that ann may approve; it reaches no further "
            "than that");
        row("exactly what the lender has", matrix(ann, lend("D", "ann", "ben", "2026-04-01T00:00:00Z", 1000)), "");
        row("lent by somebody without authority", matrix(ann, lend("D", "ben", "cid")),
            "/authority/delegations/0/from: ben has no authority of their own to lend");
        row("lent by somebody whose role has it", matrix(line("m", R"("role":"manager")", 10), lend("D", "ben", "cid")),
            "");
        row("a delegation where nothing limits", matrix({}, lend("D", "ann", "ben")),
            "/authority/delegations/0: no line of the policy limits anybody, so there is nothing to lend");
        row("a chain",
            matrix(line("m", R"("role":"manager")", 10), lend("D", "ann", "ben") + "," + lend("E", "ben", "cid")),
            "/authority/delegations/1/from: what ann lends ben (D) is not lent on; only their own authority is");
        row("orders that nobody may approve and nothing blocks",
            R"("authority":{"lines":[{"id":"a","person":"ann","up_to":{"minor":"99","currency":"EUR"}}]})",
            "/authority/lines: nobody may approve more than 0.99 EUR, and up to 1.00 EUR the policy does not block it");
        row("somebody may approve all that is not blocked",
            R"("authority":{"lines":[{"id":"a","person":"ann","up_to":{"minor":"100","currency":"EUR"}}]})", "");
        row("a time to answer in which nobody works",
            R"("calendar":{"zone":"Europe/Berlin","days":[],"from":"08:00","to":"18:00"},"answer_within":{"confirm":60})",
            "/answer_within/confirm: the calendar has not that much working time ahead: nobody can answer in time");
        row("a time to answer in which somebody works",
            R"("calendar":{"zone":"Europe/Berlin","days":[1],"from":"08:00","to":"18:00"},"answer_within":{"confirm":60})",
            "");
        row("escalated to somebody whom nobody knows",
            R"("answer_within":{"confirm":60},"when_unanswered":{"confirm":{"then":"escalate","person":"eve"}})",
            "/when_unanswered/confirm/person: nobody on the roster is called eve");
        row("escalated to a role that nobody has",
            R"("answer_within":{"confirm":60},"when_unanswered":{"confirm":{"then":"escalate","role":"buyer"}})",
            "/when_unanswered/confirm/role: nobody on the roster has the role buyer");
        row("escalated to a role that somebody has",
            R"("answer_within":{"confirm":60},"when_unanswered":{"confirm":{"then":"escalate","role":"manager"}})", "");
        row("a circle",
            matrix(line("m", R"("role":"manager")", 10), lend("D", "ann", "ben") + "," + lend("E", "ben", "ann")),
            "/authority/delegations/0/to: a circle: ben lends to ann at the same time (E) | "
            "/authority/delegations/1/to: a circle: ann lends to ben at the same time (D)");
    }
    void what_should_be_mended_is_named_with_its_place() {
        QFETCH(QByteArray, more);
        QFETCH(bool, knows_people);
        QFETCH(QByteArray, doubts);
        const auto read = policy::read_document(document(more));
        QVERIFY2(read.ok(), read.ok() ? "" : base::describe(read.fault()).c_str());
        const domain::Roster roster = PolicyPeople().roster().roster;
        std::string told;
        for (const policy::Finding& finding : verdicts::doubts_about(*read, knows_people ? &roster : nullptr, now)) {
            QVERIFY(!finding.fatal);
            told += (told.empty() ? "" : " | ") + finding.fault.where + ": " + finding.fault.detail;
        }
        QCOMPARE(QByteArray::fromStdString(told), doubts);
    }
};

QTEST_GUILESS_MAIN(TestPolicyDoubts)
#include "tst_policy_doubts.moc"
