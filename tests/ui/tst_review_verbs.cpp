// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/support/review_scene.h"

#include "app/domain/names.h"
#include "ui/decide/amount_field.h"
#include "ui/decide/reasons.h"
#include "ui/look/words.h"

#include <QLineEdit>
#include <QTest>

#include <set>

using Scene = fake::ReviewScene;
using domain::Verb;
using ui::decide::ReviewStage;

namespace {

constexpr Verb all_verbs[] = {Verb::approve, Verb::approve_reduced, Verb::ask,        Verb::hold,
                              Verb::reject,  Verb::escalate,        Verb::roll_back,  Verb::resolve,
                              Verb::stop,    Verb::resume,          Verb::acknowledge};

const char* first_reason(Verb verb) {
    return ui::decide::reasons_for(verb).front().data();
}

/// The dialog is open and knows the order; there may be nothing to sign yet.
bool wait_for_order(Scene& scene) {
    return support::wait_until([&] {
        return scene.dialog() != nullptr && (!scene.dialog()->amount_field().isVisible() ||
                                             scene.dialog()->amount_field().verdict().contains(QStringLiteral("like")));
    });
}

} // namespace

class TestReviewVerbs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_verb_has_its_own_reasons_data();
    void every_verb_has_its_own_reasons();
    void yes_and_no_cost_the_same_keys_data();
    void yes_and_no_cost_the_same_keys();
    void a_reduced_approval_waits_for_its_amount();
    void a_reduced_amount_is_what_is_signed();
    void an_amount_that_cannot_be_is_not_taken_data();
    void an_amount_that_cannot_be_is_not_taken();
    void an_amended_order_forgets_the_amount();
    void all_comes_back_unless_a_part_is_typed();
    void a_question_needs_words();
    void a_long_question_is_shown_whole();
    void a_verb_that_signs_no_amount_shows_that_of_its_order();
};

void TestReviewVerbs::every_verb_has_its_own_reasons_data() {
    QTest::addColumn<int>("verb");
    for (const Verb verb : all_verbs) {
        QTest::newRow(std::string(domain::name_of(verb)).c_str()) << static_cast<int>(verb);
    }
}

void TestReviewVerbs::every_verb_has_its_own_reasons() {
    QFETCH(int, verb);
    const auto codes = ui::decide::reasons_for(static_cast<Verb>(verb));
    QVERIFY(codes.size() >= 2 && codes.size() <= 9); // one key each
    std::set<QString> words;
    for (const std::string_view code : codes) {
        const QString said = ui::look::CodeWords::of_reason(code);
        QVERIFY2(!said.contains(u'_'), qPrintable(said)); // in words, not as a code
        words.insert(said);
    }
    QCOMPARE(words.size(), codes.size());
}

void TestReviewVerbs::yes_and_no_cost_the_same_keys_data() {
    QTest::addColumn<int>("verb");
    QTest::newRow("approve: a digit and the button's key") << static_cast<int>(Verb::approve);
    QTest::newRow("reject: a digit and the button's key") << static_cast<int>(Verb::reject);
    QTest::newRow("acknowledge: a digit and the button's key") << static_cast<int>(Verb::acknowledge);
    QTest::newRow("hold: a digit and the button's key") << static_cast<int>(Verb::hold);
    QTest::newRow("escalate: a digit and the button's key") << static_cast<int>(Verb::escalate);
}

void TestReviewVerbs::yes_and_no_cost_the_same_keys() {
    QFETCH(int, verb);
    Scene scene(static_cast<Verb>(verb));
    QVERIFY(scene.wait_ready());
    scene.pass_dead_time();
    QVERIFY(!scene.button().isEnabled());
    QTest::keyClick(scene.dialog(), Qt::Key_1);
    QTRY_VERIFY(scene.dialog()->stage() == ReviewStage::ready && scene.button().isEnabled());
    QCOMPARE(scene.core.signatures, 0);
    QTest::keyClick(scene.dialog(), Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE(scene.core.signatures, 1);
    QCOMPARE(static_cast<int>(scene.core.taken.front().decision.verb), verb);
}

void TestReviewVerbs::a_reduced_approval_waits_for_its_amount() {
    Scene scene(Verb::approve_reduced);
    QVERIFY(wait_for_order(scene));
    scene.pass_dead_time();
    scene.dialog()->reasons().choose(first_reason(Verb::approve_reduced));
    QVERIFY(!scene.button().isEnabled());
    QVERIFY(scene.dialog()->notice().isEmpty()); // not refused, only not finished
    QVERIFY2(scene.dialog()->hint().contains(QStringLiteral("amount")), qPrintable(scene.dialog()->hint()));
    QVERIFY(!scene.button().text().contains(QStringLiteral("4,980.00"))); // never the whole
}

void TestReviewVerbs::a_reduced_amount_is_what_is_signed() {
    Scene scene(Verb::approve_reduced);
    QVERIFY(wait_for_order(scene));
    scene.pass_dead_time();
    auto* edit = scene.dialog()->amount_field().findChild<QLineEdit*>();
    QVERIFY(edit->isVisible());
    QTest::keyClicks(edit, QStringLiteral("1,250.5"));
    QVERIFY(!scene.button().isEnabled());
    scene.dialog()->reasons().choose(first_reason(Verb::approve_reduced));
    QTRY_VERIFY(scene.button().isEnabled());
    QVERIFY(scene.button().text().contains(QStringLiteral("EUR\u00a01,250.50")));
    QVERIFY(scene.words().contains(QStringLiteral("EUR\u00a04,980.00"))); // asked for
    scene.button().click();
    QTRY_COMPARE(scene.core.signatures, 1);
    QVERIFY(scene.core.taken.front().decision.amount == std::optional(fake::money("1250.50", "EUR")));
}

void TestReviewVerbs::an_amount_that_cannot_be_is_not_taken_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("says");
    QTest::newRow("the whole amount") << QStringLiteral("4980.00") << QStringLiteral("less than");
    QTest::newRow("more") << QStringLiteral("49800") << QStringLiteral("less than");
    QTest::newRow("nothing") << QStringLiteral("0.00") << QStringLiteral("rejection");
    QTest::newRow("a comma that could mean two things") << QStringLiteral("23,80") << QStringLiteral("two amounts");
    QTest::newRow("a third decimal place") << QStringLiteral("23.801") << QStringLiteral("2 decimal");
    QTest::newRow("letters") << QStringLiteral("half") << QStringLiteral("Only digits");
}

void TestReviewVerbs::an_amount_that_cannot_be_is_not_taken() {
    QFETCH(QString, typed);
    QFETCH(QString, says);
    Scene scene(Verb::approve_reduced);
    QVERIFY(wait_for_order(scene));
    scene.pass_dead_time();
    scene.dialog()->reasons().choose(first_reason(Verb::approve_reduced));
    ui::decide::AmountField& field = scene.dialog()->amount_field();
    field.type(typed);
    QVERIFY2(field.verdict().contains(says), qPrintable(field.verdict()));
    QVERIFY(!field.amount());
    QVERIFY(!scene.button().isEnabled());
    field.type(QStringLiteral("100"));
    QTRY_VERIFY(scene.button().isEnabled());
    field.type(typed); // what was good before does not stay
    QVERIFY(!scene.button().isEnabled());
    QTRY_VERIFY(!scene.dialog()->review()); // and what was shown for it is gone
    QVERIFY(!scene.button().isEnabled());
}

void TestReviewVerbs::an_amended_order_forgets_the_amount() {
    Scene scene(Verb::approve_reduced);
    QVERIFY(wait_for_order(scene));
    scene.dialog()->amount_field().type(QStringLiteral("100"));
    scene.dialog()->reasons().choose(first_reason(Verb::approve_reduced));
    ports::CaseFile amended = scene.file;
    amended.row.version = 4;
    amended.row.digest.fill(7);
    scene.core.change_case(amended);
    scene.desk.note({{amended.row}});
    QVERIFY(!scene.dialog()->amount_field().amount());
    scene.pass_dead_time();
    QVERIFY(!scene.button().isEnabled());
}

void TestReviewVerbs::all_comes_back_unless_a_part_is_typed() {
    Scene scene(Verb::roll_back);
    QVERIFY(scene.wait_ready());
    QTRY_VERIFY(scene.dialog()->amount_field().verdict().contains(QStringLiteral("All of it")));
    QVERIFY(!scene.dialog()->draft().amount);
    scene.pass_dead_time();
    auto* edit = scene.dialog()->amount_field().findChild<QLineEdit*>();
    QVERIFY(edit->isVisible());
    scene.dialog()->reasons().choose(first_reason(Verb::roll_back));
    QTRY_VERIFY(scene.button().isEnabled());
    QTest::keyClicks(edit, QStringLiteral("49"));
    QVERIFY(!scene.button().isEnabled()); // not what is on the screen
    QTest::keyClicks(edit, QStringLiteral("800"));
    QTRY_VERIFY(scene.dialog()->amount_field().verdict().contains(QStringLiteral("empty")));
    QTRY_VERIFY(scene.dialog()->hint().contains(QStringLiteral("amount")));
    QVERIFY(!scene.button().isEnabled()); // more than there was
    edit->clear();
    QTest::keyClicks(edit, QStringLiteral("80.00"));
    QTRY_VERIFY(scene.button().isEnabled());
    QVERIFY2(scene.button().text().contains(QStringLiteral("EUR\u00a080.00")), qPrintable(scene.button().text()));
    QVERIFY(scene.dialog()->amount_field().verdict().contains(QStringLiteral("4,900.00 stays")));
    scene.button().click();
    QTRY_COMPARE(scene.core.signatures, 1);
    QVERIFY(scene.core.taken.front().decision.amount == std::optional(fake::money("80.00", "EUR")));
}

void TestReviewVerbs::a_question_needs_words() {
    Scene scene(Verb::ask);
    QVERIFY(wait_for_order(scene));
    scene.pass_dead_time();
    scene.dialog()->reasons().choose(first_reason(Verb::ask));
    QVERIFY(!scene.button().isEnabled());
    QVERIFY2(scene.dialog()->hint().contains(QStringLiteral("question")), qPrintable(scene.dialog()->hint()));
    scene.dialog()->reasons().write(QStringLiteral("Who asked for sixty helmets?"));
    QTRY_VERIFY(scene.button().isEnabled());
    scene.button().click();
    QTRY_COMPARE(scene.core.signatures, 1);
    QCOMPARE(scene.core.taken.front().decision.reason_text.bytes(), std::string("Who asked for sixty helmets?"));
}

void TestReviewVerbs::a_long_question_is_shown_whole() {
    Scene scene(Verb::ask);
    QVERIFY(wait_for_order(scene));
    const QString question = QStringLiteral("Why? ").repeated(100) + QStringLiteral("The end.");
    scene.dialog()->reasons().choose(first_reason(Verb::ask));
    scene.dialog()->reasons().write(question);
    QVERIFY(scene.wait_ready());
    QVERIFY(scene.dialog()->review()->decision.reason_text.bytes().size() > 500);
    QTRY_VERIFY(scene.words().count(QStringLiteral("The end.")) >= 2); // where it is typed, and where it is signed
}

void TestReviewVerbs::a_verb_that_signs_no_amount_shows_that_of_its_order() {
    for (const Verb verb : {Verb::hold, Verb::escalate}) {
        Scene scene(verb);
        QVERIFY(scene.wait_ready());
        QVERIFY(!scene.dialog()->review()->decision.amount);
        QVERIFY(scene.words().contains(QStringLiteral("EUR\u00a04,980.00")));
    }
}

QTEST_MAIN(TestReviewVerbs)
#include "tst_review_verbs.moc"
