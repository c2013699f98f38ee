// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/filter/drawn_table.h"
#include "ui/sieve/builder.h"
#include "ui/sieve/builder_line.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using ui::sieve::Builder;
using ui::sieve::BuilderLine;

namespace {

struct Scene {
    explicit Scene(const char* typed, QLocale::Language spoken = QLocale::English)
        : formats(QLocale(spoken), QTimeZone("Europe/Berlin"))
        , builder(std::make_shared<const filter::Language>(drawn::language()), QString::fromUtf8(typed), clock,
                  formats) {
        builder.show();
    }
    [[nodiscard]] BuilderLine& line(int place) const {
        QList<BuilderLine*> shown;
        const auto all = builder.findChildren<BuilderLine*>();
        for (BuilderLine* one : all) {
            if (!one->isHidden()) {
                shown.append(one);
            }
        }
        return *shown.at(place);
    }
    void choose(int place, const char* column, filter::Verb verb) const {
        auto* columns = line(place).findChildren<QComboBox*>().at(0);
        columns->setCurrentText(QString::fromUtf8(column));
        auto* verbs = line(place).findChildren<QComboBox*>().at(1);
        verbs->setCurrentIndex(verbs->findData(static_cast<int>(verb)));
    }
    /// Into the field that is shown.
    void type(int place, const char* text) const {
        const auto edits = line(place).findChildren<QLineEdit*>();
        for (QLineEdit* edit : edits) {
            if (edit->isVisible() && edit->accessibleName() != QStringLiteral("Currency")) {
                edit->setText(QString::fromUtf8(text));
                return;
            }
        }
        QFAIL("no field to type into");
    }
    [[nodiscard]] QString expression() const { return builder.expression(); }

    base::ManualClock clock{drawn::at("2026-03-03T10:00:00Z")};
    text::Formats formats;
    Builder builder;
};

} // namespace

class TestSieveBuilder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opens_with_what_lines_can_say_data() {
        QTest::addColumn<QString>("typed");
        QTest::newRow("amounts") << "amount > money(\"-10000.50 EUR\") && tier >= sign_off";
        QTest::newRow("any of several") << "state == \"in_doubt\" || conflict || agent.contains(\"bot\")";
        QTest::newRow("a time of another zone") << "time >= timestamp(\"2026-03-03T09:30:00Z\")";
        QTest::newRow("a list") << "state in [\"open\", \"in_doubt\"]";
        QTest::newRow("missing") << "!has(amount)";
    }

    /// Qt turns the parts of a date's format around when the layout comes from the right: 18:00:05 would be 05:00:18.
    void a_moment_is_read_in_its_order_under_a_layout_from_the_right() {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        {
            const Scene scene("time >= timestamp(\"2026-03-13T18:07:00Z\")", QLocale::German);
            const auto* shown = scene.line(0).findChild<QDateTimeEdit*>();
            QVERIFY(shown != nullptr && shown->isVisible());
            QCOMPARE(shown->text(), QStringLiteral("13.03.26 19:07"));
            QCOMPARE(shown->displayFormat(), QStringLiteral("dd.MM.yy HH:mm"));
            QCOMPARE(scene.expression(), QStringLiteral("time >= timestamp(\"2026-03-13T18:07:00Z\")"));
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void opens_with_what_lines_can_say() {
        QFETCH(const QString, typed);
        for (const auto spoken : {QLocale::English, QLocale::German}) {
            const Scene scene(qPrintable(typed), spoken);
            QCOMPARE(scene.expression(), typed);
            QVERIFY(scene.builder.can_be_used());
        }
    }

    void says_when_the_line_cannot_be_shown() {
        const Scene scene("conflict || (tier == blocked && version == 1)");
        const auto labels = scene.builder.findChildren<ui::look::Label*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const auto* label) {
            return label->text().contains(QStringLiteral("cannot be shown as lines"));
        }));
    }

    void writes_what_was_filled_in_as_the_locale_writes_it() {
        Scene scene("", QLocale::German);
        scene.choose(0, "Amount", filter::Verb::more);
        QVERIFY(!scene.builder.can_be_used()); // nothing to compare with
        scene.type(0, "10.000,50");
        QCOMPARE(scene.expression(), QStringLiteral("amount > money(\"10000.50 EUR\")"));
        QVERIFY(scene.builder.can_be_used());
        QSignalSpy chosen(&scene.builder, &Builder::chosen);
        scene.builder.accept();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toString(), QStringLiteral("amount > money(\"10000.50 EUR\")"));
    }

    void an_amount_that_could_mean_two_things_is_not_guessed() {
        Scene scene("", QLocale::German);
        scene.choose(0, "Amount", filter::Verb::more);
        scene.type(0, "10,000.50");
        QVERIFY(!scene.builder.can_be_used());
        QSignalSpy chosen(&scene.builder, &Builder::chosen);
        scene.builder.accept();
        QCOMPARE(chosen.size(), 0);
        QVERIFY(scene.builder.isVisible());
    }

    void a_value_cannot_leave_its_line() {
        Scene scene("");
        scene.choose(0, "Agent", filter::Verb::is);
        scene.type(0, "x\" || true || agent == \"");
        const auto form = filter::form_of(scene.expression().toStdString(), drawn::language());
        QVERIFY(form.has_value());
        QCOMPARE(form->lines.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(form->lines.front().values.front()),
                 QStringLiteral("x\" || true || agent == \""));
    }

    void lines_come_and_go() {
        Scene scene("agent == \"a\" && agent == \"b\"");
        QToolButton* remove = scene.line(0).findChildren<QToolButton*>().last();
        QCOMPARE(remove->accessibleName(), QStringLiteral("Remove this line"));
        remove->click();
        QCOMPARE(scene.expression(), QStringLiteral("agent == \"b\""));
        QPushButton* add = nullptr;
        const auto buttons = scene.builder.findChildren<QPushButton*>();
        for (QPushButton* button : buttons) {
            add = button->text().contains(QStringLiteral("Add")) ? button : add;
        }
        for (int i = 1; i < Builder::most_lines; ++i) {
            QVERIFY(add->isEnabled());
            add->click();
        }
        QVERIFY(!add->isEnabled());
        QCOMPARE(scene.expression(), QStringLiteral("agent == \"b\"")); // empty lines say nothing
    }

    void every_control_has_a_name() {
        const Scene scene("agent == \"a\"");
        const auto widgets = scene.line(0).findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            const bool control = qobject_cast<const QComboBox*>(widget) != nullptr ||
                                 (qobject_cast<const QLineEdit*>(widget) != nullptr &&
                                  qobject_cast<const QComboBox*>(widget->parent()) == nullptr &&
                                  !widget->parent()->inherits("QAbstractSpinBox")) ||
                                 qobject_cast<const QToolButton*>(widget) != nullptr;
            QVERIFY2(!control || !widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestSieveBuilder)
#include "tst_sieve_builder.moc"
