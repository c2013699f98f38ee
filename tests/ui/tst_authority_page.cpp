// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of a policy that is about people, as a form.
#include "ui/policy/authority_page.h"

#include <QTest>

using ports::PolicyEdit;

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
    void a_line_is_added_for_a_person_or_a_role() {
        Scene scene;
        scene.named<QLineEdit>("named")->setText(QStringLiteral(" ann "));
        scene.named<QLineEdit>("only categories")->setText(QStringLiteral("it, travel,,"));
        scene.named<QLineEdit>("up to")->setText(QStringLiteral("nonsense"));
        scene.button("A&dd a line")->click();
        QVERIFY(scene.edits.empty()); // and it says why
        scene.named<QLineEdit>("up to")->setText(QStringLiteral("1,250.50"));
        scene.button("A&dd a line")->click();
        QCOMPARE(scene.edits.size(), std::size_t{1});
        const PolicyEdit& edit = scene.edits.front();
        QCOMPARE(edit.kind, PolicyEdit::Kind::line_in);
        QCOMPARE(edit.line->person.bytes(), std::string("ann"));
        QCOMPARE(edit.line->categories, (std::vector<std::string>{"it", "travel"}));
        QCOMPARE(edit.line->up_to, pounds(125'050));
        scene.button("A&dd a line")->click(); // nobody is named any more
        QCOMPARE(scene.edits.size(), std::size_t{1});
    }

    void authority_is_lent_in_the_time_of_the_screen() {
        Scene scene;
        scene.named<QLineEdit>("From")->setText(QStringLiteral("ann"));
        scene.named<QLineEdit>("to")->setText(QStringLiteral("bob"));
        scene.named<QDateTimeEdit>("since")->setDateTime(QDateTime(QDate(2026, 7, 1), QTime(8, 0), Qt::UTC));
        scene.named<QDateTimeEdit>("until")->setDateTime(QDateTime(QDate(2026, 7, 1), QTime(7, 0), Qt::UTC));
        scene.named<QLineEdit>("because")->setText(QStringLiteral("holiday"));
        scene.button("Le&nd")->click();
        QVERIFY(scene.edits.empty()); // it would end before it begins
        scene.named<QDateTimeEdit>("until")->setDateTime(QDateTime(QDate(2026, 7, 14), QTime(18, 0), Qt::UTC));
        scene.button("Le&nd")->click();
        QCOMPARE(scene.edits.size(), std::size_t{1});
        const domain::Delegation& lent = scene.edits.front().delegation.value();
        QCOMPARE(base::to_rfc3339(lent.since), std::string("2026-07-01T06:00:00.000000Z")); // Berlin, in summer
        QCOMPARE(base::to_rfc3339(lent.until), std::string("2026-07-14T16:00:00.000000Z"));
        QCOMPARE(lent.from.bytes() + ">" + lent.to.bytes(), std::string("ann>bob"));
        QVERIFY(!lent.up_to);
    }

    void nobody_lends_to_themselves_and_nothing_without_a_reason() {
        Scene scene;
        scene.named<QLineEdit>("From")->setText(QStringLiteral("ann"));
        scene.named<QLineEdit>("to")->setText(QStringLiteral("ann"));
        scene.named<QLineEdit>("because")->setText(QStringLiteral("holiday"));
        scene.button("Le&nd")->click();
        scene.named<QLineEdit>("to")->setText(QStringLiteral("bob"));
        scene.named<QLineEdit>("because")->clear();
        scene.button("Le&nd")->click();
        QVERIFY(scene.edits.empty());
    }

    void the_chosen_line_gets_another_amount_or_is_taken_out() {
        Scene scene;
        scene.page.lines().setCurrentIndex(scene.page.lines().model()->index(0, 0));
        auto* amount = scene.named<QLineEdit>("Chosen line, up to");
        QCOMPARE(amount->text(), QStringLiteral("5,000.00"));
        amount->setText(QStringLiteral("6,000.00"));
        Q_EMIT amount->editingFinished();
        scene.button("Take the &line out")->click();
        QCOMPARE(scene.edits.size(), std::size_t{2});
        QCOMPARE(scene.edits[0].amount, std::optional(pounds(600'000)));
        QCOMPARE(scene.edits[1].kind, PolicyEdit::Kind::line_out);
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
