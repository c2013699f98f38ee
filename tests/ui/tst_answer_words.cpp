// SPDX-License-Identifier: GPL-3.0-or-later
//
// The time to answer in words: the platform's end, the policy's, and what happens when nobody acts.
#include "ui/case/answer_words.h"

#include <QTest>

using ui::case_::AnswerWords;
namespace look = ui::look;

namespace {

const base::Instant now = base::from_rfc3339("2026-03-02T15:00:00Z").value();

QString plain(QString text) {
    for (const char16_t mark : {u'\u2066', u'\u2067', u'\u2068', u'\u2069'}) {
        text.remove(QChar(mark));
    }
    return text.replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' ');
}

/// Ends in so many minutes by the platform and by the policy; 0: it sets none.
ports::CaseRow row(int platform, int policy) {
    ports::CaseRow made;
    if (platform != 0) {
        made.expires = now + std::chrono::minutes(platform);
    }
    if (policy != 0) {
        made.answer_by = now + std::chrono::minutes(policy);
    }
    return made;
}

ports::CaseRow row(int platform, int policy, domain::Unanswered then, bool escalated = false) {
    ports::CaseRow made = row(platform, policy);
    made.unanswered = std::move(then);
    made.escalated = escalated;
    return made;
}

const domain::Unanswered to_ann{domain::WhenUnanswered::escalate, domain::PersonId("ann <b>"), {}};
const domain::Unanswered to_buyers{domain::WhenUnanswered::escalate, {}, "buyer"};
const domain::Unanswered lapse{domain::WhenUnanswered::expire, {}, {}};
const domain::Unanswered wait{domain::WhenUnanswered::hold, {}, {}};

} // namespace

Q_DECLARE_METATYPE(ports::CaseRow)

class TestAnswerWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void both_ends_are_said_data() {
        QTest::addColumn<ports::CaseRow>("drawn");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QString>("due");
        const auto add = [](const char* name, const ports::CaseRow& drawn, const char* ending, const char* due) {
            QTest::newRow(name) << drawn << QString::fromLatin1(ending) << QString::fromLatin1(due);
        };
        add("neither has one", row(0, 0), "", "");
        add("only the platform", row(12, 0), "Ends in 12 min if nobody acts", "");
        add("only the policy", row(0, 12), "", "Policy: answer due in 12 min");
        add("both", row(30, 12), "Ends in 30 min if nobody acts", "Policy: answer due in 12 min");
        add("both are over", row(-30, -12), "Deadline passed 30 min ago", "Policy: answer was due 12 min ago");
        add("one moment is said once", row(30, 30, lapse), "Ends in 30 min if nobody acts", "");
        add("at its end it goes on waiting", row(30, 30, wait), "Answer due in 30 min", "");
        add("at its end somebody else has it", row(30, 30, to_ann), "Escalated to ann <b> in 30 min if nobody acts",
            "");
        add("the platform ends it before", row(20, 30, to_ann), "Ends in 20 min if nobody acts",
            "Policy: answer due in 30 min");
    }
    void both_ends_are_said() {
        QFETCH(ports::CaseRow, drawn);
        QFETCH(QString, ending);
        QFETCH(QString, due);
        QCOMPARE(plain(AnswerWords::ending(drawn, now)), ending);
        QCOMPARE(plain(AnswerWords::due(drawn, now)), due);
    }

    void what_happens_is_said_data() {
        QTest::addColumn<ports::CaseRow>("drawn");
        QTest::addColumn<QString>("says");
        const auto add = [](const char* name, const ports::CaseRow& drawn, const QByteArray& says) {
            QTest::newRow(name) << drawn << QString::fromLatin1(says);
        };
        const char* const at = "02/03/2026, 17:00:00 UTC";
        const auto with_time = [at](const char* sentence) { return QByteArray(sentence).replace("@", at); };
        add("the policy sets no time", row(30, 0), "");
        add("a time and no word about what happens", row(30, 120), with_time("By the policy an answer is due @."));
        add("it lapses", row(0, 120, lapse),
            with_time("If nobody acts: by the policy it lapses at @, and nothing is bought."));
        add("it goes on waiting", row(0, 120, wait),
            with_time("If nobody acts: an answer is due @, and by the policy it goes on waiting; nothing is bought."));
        add("a person has it then", row(0, 120, to_ann),
            with_time("If nobody acts: by the policy it is escalated to ann <b> at @; nothing is bought."));
        add("a role has it then", row(0, 120, to_buyers),
            with_time("If nobody acts: by the policy it is escalated to the role buyer at @; nothing is bought."));
        add("a role has it now", row(60, 0, to_buyers, true),
            with_time("Nobody answered in time: escalated to the role buyer. Answer by @.").replace("17:00", "16:00"));
    }
    void what_happens_is_said() {
        QFETCH(ports::CaseRow, drawn);
        QFETCH(QString, says);
        const text::Formats formats(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc());
        QCOMPARE(plain(AnswerWords::if_nobody_acts(drawn, formats)), says);
    }

    void it_says_by_which_policy() {
        const text::Formats formats(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc());
        ports::CaseRow drawn = row(0, 120, lapse);
        drawn.answer_policy = "2026.3";
        QVERIFY(plain(AnswerWords::if_nobody_acts(drawn, formats))
                    .endsWith(QStringLiteral("nothing is bought. (Version 2026.3 of the policy.)")));
        drawn.answer_policy_overtaken = true;
        QVERIFY(
            plain(AnswerWords::if_nobody_acts(drawn, formats))
                .endsWith(QStringLiteral("(Version 2026.3 of the policy, which was in force when the order came.)")));
    }

    void whoever_it_is_escalated_to_is_spoken_to_data() {
        QTest::addColumn<ports::CaseRow>("drawn");
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("says");
        const auto add = [](const char* name, const ports::CaseRow& drawn, const char* person, const char* role,
                            const char* says) {
            QTest::newRow(name) << drawn << QString::fromLatin1(person) << QString::fromLatin1(role)
                                << QString::fromLatin1(says);
        };
        add("the person", row(60, 0, to_ann, true), "ann <b>", "buyer", "Nobody answered in time: escalated to you.");
        add("somebody in the role", row(60, 0, to_buyers, true), "kim", "buyer",
            "Nobody answered in time: escalated to you, in the role buyer.");
        add("another person", row(60, 0, to_ann, true), "kim", "buyer",
            "Nobody answered in time: escalated to ann <b>.");
        add("another role", row(60, 0, to_buyers, true), "ann <b>", "manager",
            "Nobody answered in time: escalated to the role buyer.");
        add("nobody sits here", row(60, 0, to_ann, true), "", "", "Nobody answered in time: escalated to ann <b>.");
        add("it is not escalated yet", row(60, 0, to_ann), "ann <b>", "", "");
    }
    void whoever_it_is_escalated_to_is_spoken_to() {
        QFETCH(ports::CaseRow, drawn);
        QFETCH(QString, person);
        QFETCH(QString, role);
        QFETCH(QString, says);
        const ports::Seat seat{domain::PersonId(person.toStdString()), role.toStdString()};
        QCOMPARE(plain(AnswerWords::has_it_now(drawn, seat)), says);
        QCOMPARE(ports::is_escalated_to(drawn, seat), says.contains(QStringLiteral("you")));
        drawn.state = ports::CaseState::expired; // nobody is called to what is over
        QVERIFY(!ports::is_escalated_to(drawn, seat));
    }

    void the_nearer_the_end_the_louder() {
        using std::chrono::minutes;
        QCOMPARE(AnswerWords::level(now + minutes(9), now), look::Level::critical);
        QCOMPARE(AnswerWords::level(now + minutes(10), now), look::Level::caution);
        QCOMPARE(AnswerWords::level(now + minutes(60), now), look::Level::off);
    }

    void a_person_who_escalated_it_is_named_data() {
        QTest::addColumn<int>("verb");
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("simulated");
        QTest::addColumn<QString>("said");
        const auto add = [](const char* name, domain::Verb verb, domain::DecisionState state, bool simulated,
                            const char* said) {
            QTest::newRow(name) << static_cast<int>(verb) << static_cast<int>(state) << simulated
                                << QString::fromLatin1(said);
        };
        using domain::DecisionState;
        using domain::Verb;
        add("carried out", Verb::escalate, DecisionState::executed, false, "Escalated by ben <i>, ");
        add("by the simulated colleague", Verb::escalate, DecisionState::executed, true,
            "Escalated by ben <i>, a simulated colleague, ");
        add("not yet", Verb::escalate, DecisionState::sent, false, "");
        add("asked, not escalated", Verb::ask, DecisionState::executed, false, "");
    }
    void a_person_who_escalated_it_is_named() {
        QFETCH(const int, verb);
        QFETCH(const int, state);
        QFETCH(const bool, simulated);
        QFETCH(const QString, said);
        const text::Formats formats(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc());
        ports::CaseFile file;
        ports::DecisionRow decision;
        decision.decision.verb = static_cast<domain::Verb>(verb);
        decision.decision.person = domain::PersonId("ben <i>");
        decision.state = static_cast<domain::DecisionState>(state);
        decision.simulated = simulated;
        decision.signed_at = now;
        file.decisions = {decision};
        const QString words = plain(AnswerWords::escalated_by(file, formats));
        QCOMPARE(words.isEmpty(), said.isEmpty());
        QVERIFY2(said.isEmpty() || words.startsWith(said), qPrintable(words));
        QVERIFY(said.isEmpty() || words.contains(QStringLiteral("2026")));
    }

    void a_person_of_another_console_who_escalated_it_is_named() {
        const text::Formats formats(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc());
        ports::CaseFile file;
        QVERIFY(AnswerWords::escalated_by(file, formats).isEmpty());
        ports::TimelineEntry told;
        told.row.time = now;
        told.code = "escalate";
        file.timeline = {told}; // the code alone names nobody
        QVERIFY(AnswerWords::escalated_by(file, formats).isEmpty());
        file.timeline.front().decided_by = domain::PersonId("carla");
        QVERIFY(plain(AnswerWords::escalated_by(file, formats)).startsWith(QStringLiteral("Escalated by carla, ")));
    }
};

QTEST_GUILESS_MAIN(TestAnswerWords)
#include "tst_answer_words.moc"
