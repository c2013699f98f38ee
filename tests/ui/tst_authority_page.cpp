// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of a policy that is about people, as a form.
#include "ui/policy/authority_page.h"
#include "ui/policy/people_fields.h"

#include <QTest>

#include <utility>

using ports::PolicyEdit;
namespace look = ui::look;

namespace {

domain::Money pounds(std::int64_t minor) {
    return {minor, domain::Currency::from_code("GBP").value()};
}

ports::PolicyCheck check_with_a_line() {
    ports::PolicyCheck check;
    check.usable = true;
    check.tiers = {{domain::Tier::confirm, pounds(100'000)}};
    check.lines = {{"L-1", {}, "manager", {"it", "<b>travel</b>"}, {}, {}, pounds(500'000)}};
    check.answers = {{domain::Tier::sign_off, std::chrono::minutes(240), std::nullopt}};
    return check;
}

struct Scene {
    Scene() {
        QObject::connect(&page, &ui::policy::AuthorityPage::edited,
                         [this](const PolicyEdit& edit) { edits.push_back(edit); });
        page.show_policy(check_with_a_line());
        page.resize(1000, 800);
        page.show();
    }
    template <class Widget>
    [[nodiscard]] Widget* named(const char* name) const {
        for (Widget* widget : page.findChildren<Widget*>()) {
            if (widget->accessibleName() == QLatin1String(name)) {
                return widget;
            }
        }
        qFatal("nothing is called %s", name);
    }
    [[nodiscard]] QPushButton* button(const char* text) const {
        for (QPushButton* widget : page.findChildren<QPushButton*>()) {
            if (widget->text() == QLatin1String(text)) {
                return widget;
            }
        }
        qFatal("no button is called %s", text);
    }

    text::Formats formats{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone("Europe/Berlin")};
    ui::policy::AuthorityPage page{formats};
    std::vector<PolicyEdit> edits;
};

} // namespace

class TestAuthorityPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_time_does_not_turn_around_in_a_layout_from_the_right() {
        const QDateTime moment(QDate(2026, 7, 14), QTime(18, 5), Qt::UTC);
        const auto shown = [&moment] {
            Scene scene;
            auto* field = scene.named<QDateTimeEdit>("until");
            field->setDateTime(moment);
            return field->text();
        };
        const QString from_the_left = shown();
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const QString from_the_right = shown();
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QVERIFY2(from_the_left.contains(QStringLiteral("18:05")), qPrintable(from_the_left));
        QCOMPARE(from_the_right, from_the_left);
    }

    void a_line_is_added_for_a_person_or_a_role() {
        Scene scene;
        QPushButton* add = scene.button("A&dd as a new line");
        const look::Badge& validity = scene.page.line().validity();
        QVERIFY(!add->isEnabled());
        QCOMPARE(validity.label(), QStringLiteral("A new line"));
        scene.named<QLineEdit>("named")->setText(QStringLiteral(" ann "));
        QCOMPARE(validity.label(), QStringLiteral("Say up to how much."));
        scene.named<QLineEdit>("only categories")->setText(QStringLiteral("it, travel,,"));
        scene.named<QLineEdit>("cost centres")->setText(QStringLiteral("4711, \"Berlin, north\""));
        scene.named<QLineEdit>("groups of agents")->setText(QStringLiteral("office"));
        scene.named<QLineEdit>("up to")->setText(QStringLiteral("nonsense"));
        QCOMPARE(validity.label(), QStringLiteral("This is not an amount as your language writes it."));
        QCOMPARE(validity.level(), look::Level::caution);
        add->click();
        QVERIFY(scene.edits.empty());
        scene.named<QLineEdit>("up to")->setText(QStringLiteral("1,250.50"));
        QCOMPARE(validity.label(), QStringLiteral("Can be taken"));
        add->click();
        QCOMPARE(scene.edits.size(), std::size_t{1});
        const PolicyEdit& edit = scene.edits.front();
        QCOMPARE(edit.kind, PolicyEdit::Kind::line_in);
        QCOMPARE(edit.line->person.bytes(), std::string("ann"));
        QCOMPARE(edit.line->categories, (std::vector<std::string>{"it", "travel"}));
        QCOMPARE(edit.line->cost_centres, (std::vector<std::string>{"4711", "Berlin, north"}));
        QCOMPARE(edit.line->groups, std::vector<std::string>{"office"});
        QCOMPARE(edit.line->up_to, pounds(125'050));
        QVERIFY(!add->isEnabled()); // the fields are empty again
        scene.named<QLineEdit>("named")->setText(QStringLiteral("bob"));
        scene.page.show_policy(check_with_a_line()); // the draft was checked again
        QCOMPARE(scene.named<QLineEdit>("named")->text(), QStringLiteral("bob"));
    }

    void the_chosen_line_comes_back_as_it_was_but_for_what_is_typed() {
        Scene scene;
        scene.page.lines().setCurrentIndex(scene.page.lines().model()->index(0, 0));
        const domain::AuthorityLine was = check_with_a_line().lines.front();
        QCOMPARE(scene.page.line().line(), std::optional(was));
        QPushButton* change = scene.button("&Update the line");
        QVERIFY(!change->isEnabled());
        QCOMPARE(scene.page.line().validity().label(), QStringLiteral("As it stands in the draft"));
        scene.named<QLineEdit>("cost centres")->setText(QStringLiteral("4711"));
        change->click();
        QCOMPARE(scene.edits.back().kind, PolicyEdit::Kind::line_change);
        QCOMPARE(scene.edits.back().number, std::size_t{0});
        domain::AuthorityLine expected = was;
        expected.cost_centres = {"4711"};
        QCOMPARE(scene.edits.back().line, std::optional(expected)); // the id, too
        scene.named<QLineEdit>("up to")->setText(QStringLiteral("6,000.00"));
        scene.named<QComboBox>("Line for whom")->setCurrentIndex(0);
        change->click();
        expected.up_to = pounds(600'000);
        expected.person = domain::PersonId(std::exchange(expected.role, {}));
        QCOMPARE(scene.edits.back().line, std::optional(expected));
        scene.button("Take the &line out")->click();
        QCOMPARE(scene.edits.back().kind, PolicyEdit::Kind::line_out);
    }

    void any_list_comes_back_from_its_line_data() {
        QTest::addColumn<std::vector<std::string>>("values");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* sentence, std::vector<std::string> values, const char* shown) {
            QTest::newRow(sentence) << std::move(values) << QString::fromUtf8(shown);
        };
        row("nothing", {}, "");
        row("plain values", {"it", "travel"}, "it, travel");
        row("a comma inside", {"paper, coloured", "it"}, "\"paper, coloured\", it");
        row("quotation marks inside", {"19\" rack", "\""}, "\"19\"\" rack\", \"\"\"\"");
        row("blanks at the ends", {" it "}, "\" it \"");
        row("an empty value", {"", "it"}, "\"\", it");
        row("letters of any script", {"Büro", "事務"}, "Büro, 事務");
    }
    void any_list_comes_back_from_its_line() {
        QFETCH(std::vector<std::string>, values);
        QFETCH(QString, shown);
        QCOMPARE(ui::policy::list_text(values), shown.toStdString());
        QCOMPARE(ui::policy::list_in(shown), values);
    }

    void authority_is_lent_in_the_time_of_the_screen() {
        Scene scene;
        QPushButton* add = scene.button("Add as a &new delegation");
        const look::Badge& validity = scene.page.delegation().validity();
        scene.named<QLineEdit>("From")->setText(QStringLiteral("ann"));
        QVERIFY(!add->isEnabled());
        scene.named<QLineEdit>("to")->setText(QStringLiteral("bob"));
        scene.named<QDateTimeEdit>("since")->setDateTime(QDateTime(QDate(2026, 7, 1), QTime(8, 0), Qt::UTC));
        scene.named<QDateTimeEdit>("until")->setDateTime(QDateTime(QDate(2026, 7, 1), QTime(7, 0), Qt::UTC));
        QCOMPARE(validity.label(), QStringLiteral("It ends before it begins."));
        scene.named<QDateTimeEdit>("until")->setDateTime(QDateTime(QDate(2026, 7, 14), QTime(18, 0), Qt::UTC));
        QCOMPARE(validity.label(), QStringLiteral("Say why it is lent."));
        scene.named<QLineEdit>("because")->setText(QStringLiteral("holiday"));
        QCOMPARE(validity.label(), QStringLiteral("Can be taken"));
        add->click();
        QCOMPARE(scene.edits.size(), std::size_t{1});
        QCOMPARE(scene.edits.front().kind, PolicyEdit::Kind::lend);
        const domain::Delegation& lent = scene.edits.front().delegation.value();
        QCOMPARE(base::to_rfc3339(lent.since), std::string("2026-07-01T06:00:00.000000Z")); // Berlin, in summer
        QCOMPARE(base::to_rfc3339(lent.until), std::string("2026-07-14T16:00:00.000000Z"));
        QCOMPARE(lent.from.bytes() + ">" + lent.to.bytes(), std::string("ann>bob"));
        QVERIFY(!lent.up_to);
    }

    void nobody_lends_to_themselves() {
        Scene scene;
        scene.named<QLineEdit>("From")->setText(QStringLiteral("ann"));
        scene.named<QLineEdit>("to")->setText(QStringLiteral("ann"));
        scene.named<QLineEdit>("because")->setText(QStringLiteral("holiday"));
        QVERIFY(!scene.button("Add as a &new delegation")->isEnabled());
        scene.named<QLineEdit>("to")->setText(QStringLiteral("bob"));
        QVERIFY(scene.button("Add as a &new delegation")->isEnabled());
    }

    void a_delegation_that_is_there_is_changed_and_keeps_what_is_not_touched() {
        Scene scene;
        ports::PolicyCheck check = check_with_a_line();
        domain::Delegation was{"D-7",
                               domain::PersonId("ann"),
                               domain::PersonId("bob"),
                               base::from_rfc3339("2026-10-25T00:30:00.123456Z").value(), // 02:30, which comes twice
                               base::from_rfc3339("2026-11-14T16:00:00Z").value(),
                               domain::Money{5000, domain::Currency::from_code("EUR").value()},
                               "holiday \"far away\""};
        check.delegations = {was};
        scene.page.show_policy(check);
        scene.page.delegations().setCurrentIndex(scene.page.delegations().model()->index(0, 0));
        QCOMPARE(scene.page.delegation().delegation(), std::optional(was)); // to the microsecond, in its own currency
        QPushButton* change = scene.button("Alte&r the delegation");
        QVERIFY(!change->isEnabled());
        scene.named<QLineEdit>("to")->setText(QStringLiteral("cid"));
        change->click();
        QCOMPARE(scene.edits.back().kind, PolicyEdit::Kind::lent_change);
        was.to = domain::PersonId("cid");
        QCOMPARE(scene.edits.back().delegation, std::optional(was));
        scene.named<QLineEdit>("at most")->setText(QStringLiteral("75.00"));
        scene.named<QDateTimeEdit>("until")->setDateTime(QDateTime(QDate(2026, 11, 20), QTime(18, 0), Qt::UTC));
        change->click();
        was.up_to->minor = 7500;
        was.until = base::from_rfc3339("2026-11-20T17:00:00Z").value();
        QCOMPARE(scene.edits.back().delegation, std::optional(was));
        scene.named<QLineEdit>("at most")->clear();
        change->click();
        was.up_to.reset();
        QCOMPARE(scene.edits.back().delegation, std::optional(was));
        scene.button("Take the delegat&ion out")->click();
        QCOMPARE(scene.edits.back().kind, PolicyEdit::Kind::lent_out);
        // Without a line of authority there is nothing to lend.
        check.lines.clear();
        scene.page.show_policy(check);
        QVERIFY(!change->isEnabled() && !scene.button("Add as a &new delegation")->isEnabled());
    }

    void silence_is_ruled_by_tier() {
        Scene scene;
        auto* then = scene.named<QComboBox>("Sign-off: when nobody answered");
        then->setCurrentIndex(1);
        QCOMPARE(scene.edits.back().unanswered->then, domain::WhenUnanswered::expire);
        then->setCurrentIndex(4); // a role: nothing changes before one is named
        QCOMPARE(scene.edits.size(), std::size_t{1});
        auto* whom = scene.named<QLineEdit>("Sign-off: to whom it is escalated");
        QVERIFY(whom->isEnabled());
        whom->setText(QStringLiteral("buyer"));
        Q_EMIT whom->editingFinished();
        QCOMPARE(scene.edits.back().unanswered->role, std::string("buyer"));
        scene.named<QSpinBox>("Sign-off: minutes to answer")->setValue(60);
        QCOMPARE(scene.edits.back().kind, PolicyEdit::Kind::answer_within);
        QCOMPARE(scene.edits.back().number, std::size_t{60});
        // Without a time to answer there is nothing to choose.
        QVERIFY(!scene.named<QComboBox>("Confirm: when nobody answered")->isEnabled());
    }
};

QTEST_MAIN(TestAuthorityPage)
#include "tst_authority_page.moc"
