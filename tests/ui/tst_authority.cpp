// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person may approve by the policy's delegation of authority: buttons, their reasons, and the page Why.
#include "tests/support/patience.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "ui/case/action_bar.h"
#include "ui/case/authority_words.h"
#include "ui/case/case_view.h"

#include <QLabel>
#include <QTest>

#include <algorithm>

using domain::Verb;

namespace {

domain::Money euros(std::int64_t minor) {
    return {minor, domain::Currency::from_code("EUR").value()};
}

/// Anna may up to 1,000, Bob nothing of his own but what Carol lends him, Carol up to 9,000.
ports::CaseFile limited_case() {
    ports::CaseFile file = fake::drawn_case("TX-1 sign_off EUR 4980.00 bot-7 Nordlicht GmbH");
    ports::CaseAuthority& authority = file.authority;
    authority.limited = true;
    authority.amount = euros(498'000);
    const domain::PersonId carol("carol");
    const domain::UntrustedText name("Carol <b>Clerk</b>");
    const auto until = base::from_rfc3339("2026-12-01T12:00:00Z").value();
    authority.seats = {
        {domain::PersonId("anna"), domain::UntrustedText("Anna"), false, false, false,
         ports::ApprovalReach{
             euros(100'000), "small", {}, domain::PersonId("anna"), domain::UntrustedText("Anna"), {}}},
        {carol, name, true, false, true, ports::ApprovalReach{euros(900'000), "large", {}, carol, name, {}}},
        {domain::PersonId("bob"), domain::UntrustedText("Bob"), true, false, true,
         ports::ApprovalReach{euros(900'000), "large", "D-1", carol, name, until}},
        {domain::PersonId("dora"), domain::UntrustedText("Dora"), false, false, false, std::nullopt},
    };
    return file;
}

QString plain(QString text) {
    for (const char16_t mark : {u'\u2066', u'\u2067', u'\u2068', u'\u2069'}) {
        text.remove(QChar(mark));
    }
    return text.replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' ');
}

struct Scene {
    explicit Scene(const char* person, const ports::CaseFile& file = limited_case()) {
        core.add_case(file);
        view.set_person(domain::PersonId(person));
        view.show_case(file.row.key);
    }
    bool wait() {
        return support::wait_until([this] { return view.file().has_value(); });
    }
    [[nodiscard]] QPushButton* button(Verb verb) const {
        return view.findChild<ui::case_::ActionBar*>()->button_for(verb);
    }

    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    text::Formats formats{QLocale(QLocale::English), QTimeZone::utc()};
    ui::case_::CaseView view{core, clock, formats};
};

} // namespace

class TestAuthority : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoever_has_the_authority_finds_the_button_alive() {
        for (const char* person : {"carol", "bob"}) {
            Scene scene(person);
            QVERIFY(scene.wait());
            QVERIFY(scene.button(Verb::approve)->isEnabled());
            QVERIFY(scene.button(Verb::approve_reduced)->isEnabled());
        }
    }

    void above_ones_authority_the_button_says_why_and_who_may() {
        Scene scene("anna");
        QVERIFY(scene.wait());
        QPushButton* button = scene.button(Verb::approve);
        QVERIFY(!button->isEnabled());
        const QString why = plain(button->accessibleDescription());
        QCOMPARE(why, QStringLiteral("Above your authority of EUR 1,000.00. Who may: Carol <b>Clerk</b>; Bob for Carol "
                                     "<b>Clerk</b> until 12/01/2026, 12:00:00 PM UTC. Escalate it (E)."));
        QVERIFY(!button->toolTip().contains(QStringLiteral("<b>"))); // never rich text
        const auto labels = scene.view.findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&why](const QLabel* label) {
            return plain(label->text()) == why && !label->isHidden();
        })); // and it stands on the screen
        if (const QString folder = qEnvironmentVariable("REEVE_SHOTS"); !folder.isEmpty()) { // for people to look at
            scene.view.resize(950, 780);
            scene.view.tabs().setCurrentIndex(6); // Why
            scene.view.grab().save(folder + QStringLiteral("/above-authority.png"));
        }
        QVERIFY(scene.button(Verb::escalate)->isEnabled());
        QVERIFY(scene.button(Verb::reject)->isEnabled());
        QVERIFY(scene.button(Verb::approve_reduced)->isEnabled()); // up to what one may
    }

    void a_commitment_over_the_term_is_not_made_smaller_by_approving_less() {
        ports::CaseFile file = limited_case();
        file.authority.commits_whole = true;
        Scene scene("anna", file);
        QVERIFY(scene.wait());
        QVERIFY(!scene.button(Verb::approve_reduced)->isEnabled());
        QVERIFY(scene.button(Verb::approve_reduced)->accessibleDescription().contains(QStringLiteral("Who may")));
    }

    void without_any_authority_both_are_off() {
        Scene scene("dora");
        QVERIFY(scene.wait());
        for (const Verb verb : {Verb::approve, Verb::approve_reduced}) {
            QVERIFY(!scene.button(verb)->isEnabled());
            QVERIFY(plain(scene.button(verb)->accessibleDescription())
                        .startsWith(QStringLiteral("The policy gives you no authority over this order.")));
        }
    }

    void the_second_hand_of_the_same_authority_is_told_so() {
        ports::CaseFile file = limited_case();
        file.row.state = ports::CaseState::awaiting_second;
        file.authority.seats[2].may = false;
        file.authority.seats[2].behind_first = true;
        Scene scene("bob", file);
        QVERIFY(scene.wait());
        QVERIFY(!scene.button(Verb::approve)->isEnabled());
        QVERIFY(scene.button(Verb::approve)->accessibleDescription().contains(QStringLiteral("somebody else has to")));
    }

    void where_nothing_limits_nothing_is_said() {
        ports::CaseFile file = limited_case();
        file.authority.limited = false;
        Scene scene("dora", file);
        QVERIFY(scene.wait());
        QVERIFY(scene.button(Verb::approve)->isEnabled());
        QVERIFY(ui::case_::AuthorityWords::points(file, domain::PersonId("dora"), scene.formats).empty());
    }

    void the_page_why_says_by_which_line_or_delegation_data() {
        QTest::addColumn<QByteArray>("person");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("by a line of one's own")
            << QByteArray("carol") << QByteArray("You may, up to EUR 9,000.00, by the line large of the policy.");
        QTest::newRow("by what is lent")
            << QByteArray("bob")
            << QByteArray("You may for Carol <b>Clerk</b>, up to EUR 9,000.00, by the delegation D-1 until 12/01/2026");
        QTest::newRow("not enough") << QByteArray("anna") << QByteArray("Above your authority of EUR 1,000.00.");
        QTest::newRow("somebody who decides nothing")
            << QByteArray("zoe") << QByteArray("Approving it commits to EUR 4,980.00. Who may: Carol");
    }
    void the_page_why_says_by_which_line_or_delegation() {
        QFETCH(QByteArray, person);
        QFETCH(QByteArray, says);
        const text::Formats formats{QLocale(QLocale::English), QTimeZone::utc()};
        const auto points =
            ui::case_::AuthorityWords::points(limited_case(), domain::PersonId(person.toStdString()), formats);
        QCOMPARE(points.size(), std::size_t{1});
        QVERIFY2(plain(points.front().what).contains(QString::fromUtf8(says)), qPrintable(plain(points.front().what)));
    }
};

QTEST_MAIN(TestAuthority)
#include "tst_authority.moc"
