// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/filter/drawn_table.h"
#include "ui/sieve/bar.h"
#include "ui/sieve/problem_words.h"

#include <QAbstractItemView>
#include <QInputDialog>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using ui::sieve::Bar;
using ui::sieve::Saved;
using ui::sieve::Shelf;

namespace {

struct Scene {
    explicit Scene(bool has_terms = false)
        : bar(QStringLiteral("Filter the orders"), QStringLiteral("Filter"),
              {QStringLiteral("orders"), std::make_shared<const filter::Language>(drawn::language()), has_terms},
              {QStringLiteral("pump\tthe word")}, clock, formats) {
        bar.resize(900, 40);
        bar.show();
        QObject::connect(&bar, &Bar::wanted_changed, &bar,
                         [this](const filter::Wanted& wanted) { all.push_back(wanted); });
    }

    /// As if typed, without the pause.
    void type(const char* text) {
        bar.line().clear();
        bar.set_text(QString::fromUtf8(text));
        QTest::keyClick(&bar.line(), Qt::Key_Return);
    }
    [[nodiscard]] QString said() const { return bar.line().accessibleDescription(); }

    base::ManualClock clock{drawn::at("2026-03-03T10:00:00Z")};
    text::Formats formats{QLocale(QLocale::English), QTimeZone::utc()};
    Bar bar;
    std::vector<filter::Wanted> all;
};

} // namespace

class TestSieveBar final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_problem_is_said_without_words_of_the_language();
    void what_is_typed_is_words_or_a_condition_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("terms");
        QTest::addColumn<QString>("words"); ///< "!" a condition, "?" a problem
        const auto row = [](const char* name, const char* typed, bool terms, const char* words) {
            QTest::newRow(name) << typed << terms << words;
        };
        row("a word", "pump seal", false, "pump seal");
        row("a word that is a column", "agent", false, "agent");
        row("a flag's name alone is a word", "conflict", false, "conflict");
        row("a company", "Acme (UK)", false, "Acme (UK)");
        row("a condition", "tier >= sign_off", false, "!");
        row("a condition without room", "tier>=sign_off", false, "!");
        row("simple terms where the table reads them", "tier>=sign_off pump", true, "tier>=sign_off pump");
        row("simple terms where it does not", "tier>=sign_off pump", false, "?");
        row("a wrong condition is never searched as words", "tier >= sign_of", true, "?");
        row("nothing", "   ", false, "");
    }

    void what_is_typed_is_words_or_a_condition() {
        QFETCH(const QString, typed);
        QFETCH(const bool, terms);
        QFETCH(const QString, words);
        Scene scene(terms);
        scene.type(qPrintable(typed));
        if (words == QStringLiteral("?")) {
            QVERIFY(!scene.bar.is_understood());
            QVERIFY(!scene.said().isEmpty());
            QVERIFY(scene.all.empty() || scene.all.back().everything()); // only the clearing before
            return;
        }
        QVERIFY(scene.bar.is_understood());
        QVERIFY(!scene.all.empty());
        if (words == QStringLiteral("!")) {
            QVERIFY(scene.all.back().expression != nullptr);
        } else {
            QVERIFY(scene.all.back().expression == nullptr);
            QCOMPARE(QString::fromStdString(scene.all.back().words), words);
        }
    }

    void a_choice_elsewhere_stands_beside_what_is_typed() {
        Scene scene;
        QSignalSpy removed(&scene.bar, &Bar::narrowing_removed);
        QTest::keyClick(&scene.bar.line(), Qt::Key_Escape);
        QCOMPARE(removed.count(), 0); // there is nothing to take away
        ui::sieve::Narrowing narrowing;
        narrowing.conditions = {{QStringLiteral("agent R&D"), {"who", "agent"}, "$ == \"R&D\""},
                                {QStringLiteral("colour blue"), {"colour"}, "$ == \"blue\""}};
        scene.bar.narrow(narrowing);
        QVERIFY(!scene.all.empty() && !scene.all.back().everything());
        QVERIFY(scene.all.back().expression == nullptr);
        QCOMPARE(scene.all.back().narrowing->source(), std::string("(agent == \"R&D\")"));
        QVERIFY(!scene.bar.chip().isHidden());
        QCOMPARE(scene.bar.chip().text(), QStringLiteral("only agent R&&D")); // no mnemonic
        QVERIFY(scene.bar.chip().accessibleName().contains(QStringLiteral("this table cannot tell: colour blue")));
        scene.type("tier >= sign_off");
        QVERIFY(scene.all.back().expression != nullptr && scene.all.back().narrowing != nullptr);
        scene.type("tier >= sign_of");
        QVERIFY(!scene.bar.is_understood());
        scene.bar.narrow({});
        QVERIFY(!scene.bar.is_understood()); // still wrong, and said to be
        QVERIFY(scene.all.back().narrowing == nullptr);
        QVERIFY(scene.bar.chip().isHidden());
        scene.bar.narrow(narrowing);
        scene.bar.line().setFocus();
        QTest::keyClick(&scene.bar.line(), Qt::Key_Escape); // empties the line
        QCOMPARE(removed.count(), 0);
        QTest::keyClick(&scene.bar.line(), Qt::Key_Escape);
        QCOMPARE(removed.count(), 1);
        scene.bar.chip().click();
        QCOMPARE(removed.count(), 2);
    }

    void an_error_is_underlined_and_said_with_its_place() {
        Scene scene;
        scene.type("agent == \"Müller\" && agnet == \"x\"");
        QVERIFY(!scene.bar.is_understood());
        QVERIFY(scene.bar.underlined().has_value());
        QCOMPARE(scene.bar.underlined()->first, 21); // in letters: the ü has two bytes
        QCOMPARE(scene.bar.underlined()->count, 5);
        QVERIFY2(scene.said().contains(QStringLiteral("character 22")), qPrintable(scene.said()));
        QVERIFY(scene.said().contains(QStringLiteral("agent")));
        scene.bar.set_text(QStringLiteral("pump"));
        QVERIFY(!scene.bar.underlined().has_value());
        QCOMPARE(scene.bar.text(), QStringLiteral("pump"));
    }

    void what_is_not_finished_is_no_alarm() {
        Scene scene;
        scene.type("tier >= ");
        QVERIFY(!scene.bar.is_understood());
        QVERIFY(!scene.bar.underlined().has_value());
        QVERIFY(!scene.said().isEmpty());
        QVERIFY(scene.bar.line().palette().color(QPalette::Text) == scene.bar.palette().color(QPalette::Text));
    }

    void rows_that_cannot_be_compared_are_counted_and_can_be_shown() {
        Scene scene;
        scene.type("amount > money(\"10000.00 EUR\")");
        scene.bar.show_counts({1'000, 12, 3, 40, 0});
        QVERIFY2(scene.said().contains(QStringLiteral("40 not comparable")), qPrintable(scene.said()));
        QVERIFY(scene.said().contains(QStringLiteral("12 of 1,000")));
        QVERIFY(scene.said().contains(QStringLiteral("3 without a value")));
        QToolButton* others = nullptr;
        const auto buttons = scene.bar.findChildren<QToolButton*>();
        for (QToolButton* button : buttons) {
            others = button->isCheckable() ? button : others;
        }
        QVERIFY(others != nullptr && others->isVisible());
        QVERIFY(others->accessibleName().contains(QStringLiteral("40")));
        others->toggle();
        QVERIFY(scene.all.back().shown == filter::Shown::incomparable);
        QVERIFY(scene.all.back().expression != nullptr);
        scene.bar.show_counts({1'000, 12, 3, 40, 0});
        QVERIFY(scene.said().contains(QStringLiteral("40 of 1,000")));
        QVERIFY(others->isVisible());
        others->toggle();
        QVERIFY(scene.all.back().shown == filter::Shown::passing);
        scene.type("tier >= sign_off");
        scene.bar.show_counts({1'000, 12, 0, 0, 0});
        QVERIFY(!others->isVisible());
    }

    void names_are_offered_while_they_are_typed() {
        Scene scene;
        scene.bar.take_focus();
        QTest::keyClicks(&scene.bar.line(), QStringLiteral("am"));
        QVERIFY(scene.bar.completion().is_open());
        auto* list = scene.bar.completion().completer().popup();
        QCOMPARE(list->model()->rowCount(), 1);
        QVERIFY(!list->currentIndex().isValid()); // Enter still means what it means
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(scene.bar.text(), QStringLiteral("amount"));
        QTest::keyClicks(&scene.bar.line(), QStringLiteral(" > x"));
        QVERIFY(!scene.bar.completion().is_open());
    }

    void values_of_a_choice_are_offered_in_their_quotes() {
        Scene scene;
        scene.bar.line().setText(QStringLiteral("conflict && state == \"in"));
        scene.bar.completion().offer();
        auto* list = scene.bar.completion().completer().popup();
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(scene.bar.text(), QStringLiteral("conflict && state == \"in_doubt\""));
    }

    void ctrl_space_offers_everything() {
        Scene scene;
        scene.bar.take_focus();
        QTest::keyClick(&scene.bar.line(), Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(scene.bar.completion().is_open());
        QVERIFY(scene.bar.completion().completer().popup()->model()->rowCount() > 10);
        QCOMPARE(scene.bar.text(), QString());
    }

    void filters_are_saved_by_name_used_and_removed() {
        Scene scene;
        QString kept;
        Shelf shelf(
            {[&](const QString&) { return kept; }, [&](const QString&, const QString& value) { kept = value; }});
        scene.bar.set_shelf(shelf);
        scene.type("tier >= sign_off");
        scene.bar.ask_for_name();
        auto* dialog = scene.bar.window()->findChild<QInputDialog*>();
        QVERIFY(dialog != nullptr);
        dialog->setTextValue(QStringLiteral("  Big & bold "));
        dialog->accept();
        QCOMPARE(shelf.of(QStringLiteral("orders")),
                 (std::vector<Saved>{{QStringLiteral("Big & bold"), QStringLiteral("tier >= sign_off")}}));
        QCOMPARE(scene.bar.saved_actions().size(), std::size_t{1});
        QVERIFY(scene.bar.saved_actions().front()->text().contains(QStringLiteral("Big && bold")));

        scene.type("pump");
        QSignalSpy forward(&scene.bar, &Bar::came_forward);
        scene.bar.saved_actions().front()->trigger();
        QCOMPARE(forward.size(), 1);
        QCOMPARE(scene.bar.text(), QStringLiteral("tier >= sign_off"));
        QVERIFY(scene.all.back().expression != nullptr);

        shelf.save(QStringLiteral("orders"), {QStringLiteral("Big & bold"), QStringLiteral("tier == blocked")});
        QCOMPARE(shelf.of(QStringLiteral("orders")).size(), std::size_t{1});
        shelf.remove(QStringLiteral("orders"), QStringLiteral("Big & bold"));
        QVERIFY(shelf.of(QStringLiteral("orders")).empty());
        QVERIFY(scene.bar.saved_actions().empty());
    }

    void the_menu_of_saved_filters_has_a_key_for_each() {
        Scene scene;
        Shelf shelf;
        shelf.save(QStringLiteral("orders"), {QStringLiteral("Large"), QStringLiteral("tier >= sign_off")});
        shelf.save(QStringLiteral("other table"), {QStringLiteral("Elsewhere"), QStringLiteral("pump")});
        scene.bar.set_shelf(shelf);
        scene.bar.open_saved();
        auto* menu = scene.bar.findChild<QMenu*>();
        QVERIFY(menu != nullptr);
        QVERIFY(menu->actions().front()->text().startsWith(QStringLiteral("&1 ")));
        QVERIFY(menu->actions().front()->text().contains(QStringLiteral("Large")));
        menu->actions().front()->trigger();
        QCOMPARE(scene.bar.text(), QStringLiteral("tier >= sign_off"));
        menu->close();
    }

    void what_is_wrong_cannot_be_saved() {
        Scene scene;
        Shelf shelf;
        scene.bar.set_shelf(shelf);
        scene.type("tier >= sign_of");
        scene.bar.ask_for_name();
        QVERIFY(scene.bar.window()->findChild<QInputDialog*>() == nullptr);
    }

    void a_shelf_survives_settings_that_cannot_be_read_data() {
        QTest::addColumn<QString>("kept");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no JSON") << QStringLiteral("pump");
        QTest::newRow("an object") << QStringLiteral("{\"a\":1}");
        QTest::newRow("of other things") << QStringLiteral("[1, [], [\"\", \"x\"], [\"a\"], [2, 3], null]");
    }

    void a_shelf_survives_settings_that_cannot_be_read() {
        QFETCH(const QString, kept);
        QString value = kept;
        Shelf shelf({[&](const QString&) { return value; }, [&](const QString&, const QString& now) { value = now; }});
        QVERIFY(shelf.of(QStringLiteral("orders")).empty());
        shelf.save(QStringLiteral("orders"), {QStringLiteral("a"), QStringLiteral("b")});
        QCOMPARE(shelf.of(QStringLiteral("orders")).size(), std::size_t{1});
    }

    void every_button_has_a_name() {
        Scene scene;
        const auto buttons = scene.bar.findChildren<QToolButton*>();
        for (const QToolButton* button : buttons) {
            const bool of_line = button->parent() == &scene.bar.line();
            QVERIFY(of_line || !button->isVisible() || !button->accessibleName().isEmpty());
        }
    }
};

void TestSieveBar::a_problem_is_said_without_words_of_the_language() {
    using enum cel::ProblemCode;
    const auto said = [](cel::ProblemCode code, const char* asked, const char* given) {
        return ui::sieve::ProblemWords::of({code, {}, asked, given, true, {}});
    };
    QCOMPARE(said(wrong_type, "bool", "int"), QStringLiteral("Needs yes or no, not a whole number"));
    QVERIFY(said(no_overload, "==", "(string, list(int))").endsWith(QStringLiteral("does not go with text, a list")));
    QCOMPARE(said(expected, "a value", "the end"), QStringLiteral("Expected here: a value"));
    QVERIFY(said(expected, "a name", ")").startsWith(QStringLiteral("Expected a name, not ")));
    QVERIFY(said(wrong_type, "bool, int, uint or string", "money").contains(QStringLiteral("not an amount of money")));
}

QTEST_MAIN(TestSieveBar)
#include "tst_sieve_bar.moc"
