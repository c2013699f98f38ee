// SPDX-License-Identifier: GPL-3.0-or-later
//
// Judging, Differences and What if in every look: no heading is cut on a small screen in any language, hostile text
// stays text, and pages without rows say so. REEVE_PICTURES names a folder for what is to be looked at by people.
#include "tests/ui/support/fake_policy.h"
#include "ui/judging/judging_view.h"
#include "ui/look/theme.h"
#include "ui/policy/result_pages.h"
#include "ui/policy/what_if_pages.h"

#include <QApplication>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QTest>
#include <QTranslator>

namespace {

constexpr QSize small_screen(1150, 690); // what 1280 by 800 leaves beside rail, menu and strip
const char hostile[] = "<table><tr><td><img src=x onerror=alert(1)>\xE2\x80\xAE txt.exe %1 %2 =HYPERLINK(\"x\")";

/// The look of a row of the tests, as long as it lives.
struct Look {
    Look(const QString& language, bool dark, bool mirrored)
        : locale(language == QStringLiteral("de") ? QLocale(QLocale::German) : QLocale(QLocale::English))
        , formats(locale, QTimeZone::utc()) {
        if (translator.load(locale, QStringLiteral("reeve"), QStringLiteral("_"), QStringLiteral(":/i18n"))) {
            QApplication::installTranslator(&translator);
        }
        QApplication::setPalette(ui::look::palette_of(dark));
        QApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    }
    ~Look() {
        QApplication::removeTranslator(&translator);
        QApplication::setPalette(ui::look::palette_of(false));
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }
    QTranslator translator;
    QLocale locale;
    text::Formats formats;
};

void settle(QWidget& widget) {
    widget.resize(small_screen);
    widget.show();
    for (int turn = 0; turn < 10; ++turn) {
        QCoreApplication::processEvents();
    }
}

/// Kept where REEVE_PICTURES says; and no heading on it is cut.
void look_at(QWidget& widget, const QString& name) {
    for (int turn = 0; turn < 5; ++turn) {
        QCoreApplication::processEvents();
    }
    const QImage picture = widget.grab().toImage();
    QVERIFY(!picture.isNull());
    if (const QString folder = qEnvironmentVariable("REEVE_PICTURES"); !folder.isEmpty()) {
        QString file = QLatin1String(QTest::currentDataTag()) + QLatin1Char(' ') + name;
        QVERIFY(QDir().mkpath(folder) &&
                picture.save(
                    QDir(folder).filePath(file.replace(QLatin1Char(' '), QLatin1Char('-')) + QStringLiteral(".png"))));
    }
    for (const QTableView* table : widget.findChildren<QTableView*>()) {
        if (!table->isVisible()) {
            continue;
        }
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            const QString words = table->model()->headerData(column, Qt::Horizontal).toString();
            const int needed = table->horizontalHeader()->fontMetrics().horizontalAdvance(words);
            QVERIFY2(table->isColumnHidden(column) || table->columnWidth(column) >= needed,
                     qPrintable(name + QStringLiteral(": the heading is cut: ") + words));
        }
    }
}

} // namespace

class TestJudgedScreens : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Q_INIT_RESOURCE(translations); }

    void every_look_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("mirrored");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QString>("words");
        const QString plain = QStringLiteral("Nordlicht GmbH");
        QTest::newRow("dark English") << "en" << true << false << 30 << plain;
        QTest::newRow("light German") << "de" << false << false << 30 << plain;
        QTest::newRow("mirrored with Arabic")
            << "en" << false << true << 30
            << QString::fromUtf8("\xD8\xB4\xD8\xB1\xD9\x83\xD8\xA9 \xD8\xA7\xD9\x84\xD8\xAD\xD9\x84\xD8\xA8\xD9\x8A");
        QTest::newRow("no row, German") << "de" << false << false << 0 << plain;
        QTest::newRow("five hundred rows, dark German") << "de" << true << false << 500 << plain;
        QTest::newRow("hostile text, German") << "de" << false << false << 30 << QString::fromUtf8(hostile);
    }
    void every_look() {
        QFETCH(const QString, language);
        QFETCH(const bool, dark);
        QFETCH(const bool, mirrored);
        QFETCH(const int, rows);
        QFETCH(const QString, words);
        const Look look(language, dark, mirrored);
        fake::Judging judging;
        judging.told = fake::judging_report(rows, words.toStdString());
        ui::judging::JudgingView view(judging, look.formats);
        settle(view);
        view.refresh();
        for (int tab = 0; tab < view.tabs().count(); ++tab) {
            view.tabs().setCurrentIndex(tab);
            if (tab != 1) { // the scorecard has more columns than a small screen
                look_at(view, QStringLiteral("judging %1").arg(tab));
            }
        }
        using ui::policy::DifferencePage;
        for (const auto use : {DifferencePage::Use::draft, DifferencePage::Use::versions}) {
            DifferencePage page(use, look.formats);
            settle(page);
            page.show_difference(fake::policy_difference(rows, words.toStdString()));
            QCOMPARE(page.rows(), 4 * rows);
            look_at(page, QStringLiteral("differences %1").arg(static_cast<int>(use)));
        }
        for (const bool own : {true, false}) {
            ui::policy::WhatIfPages pages(look.formats);
            settle(pages);
            pages.show_result(
                fake::what_if_result(rows, words.toStdString(), std::chrono::hours(own ? 5 : 24 * 28), own));
            for (int tab = 0; tab < pages.tabs().count(); ++tab) {
                if (!pages.tabs().isTabVisible(tab)) {
                    continue;
                }
                pages.tabs().setCurrentIndex(tab);
                look_at(pages, QStringLiteral("what if %1 %2")
                                   .arg(own ? QStringLiteral("own") : QStringLiteral("draft"))
                                   .arg(tab));
            }
        }
    }

    /// "Nothing waits" is only said by a report that says so.
    void what_cannot_be_read_does_not_look_as_if_all_were_well() {
        const Look look(QStringLiteral("en"), false, false);
        fake::Judging judging;
        judging.told = fake::judging_report(0, "x");
        judging.fault = base::Fault{base::FaultCode::unreadable, "disk I/O error", "store"};
        ui::judging::JudgingView view(judging, look.formats);
        settle(view);
        const auto said = [&view] {
            QStringList all;
            for (const QLabel* label : view.findChildren<QLabel*>()) {
                all += label->isHidden() ? QString() : label->text();
            }
            return all.join(QLatin1Char('\n'));
        };
        for (int tab = 0; tab < view.tabs().count(); ++tab) {
            view.tabs().setCurrentIndex(tab);
            QTRY_VERIFY2(said().contains(QStringLiteral("Nothing is known")), qPrintable(said()));
            QVERIFY2(!said().contains(QStringLiteral("Nothing waits")), qPrintable(said()));
        }
        judging.fault.reset();
        view.refresh();
        QTRY_VERIFY2(said().contains(QStringLiteral("Nothing waits")), qPrintable(said()));
        QVERIFY2(!said().contains(QStringLiteral("Nothing is known")), qPrintable(said()));
    }

    void differences_speak_the_language_of_the_console() {
        const Look look(QStringLiteral("en"), false, false);
        ui::policy::DifferencePage page(ui::policy::DifferencePage::Use::draft, look.formats);
        page.show_difference(fake::policy_difference(2, "the-rule"));
        const auto* table = page.findChild<QTableView*>();
        const auto cell = [table](int row, int column) { return table->model()->index(row, column).data().toString(); };
        QCOMPARE(cell(4, 1), QStringLiteral("Dual sign-off")); // which tier, not its name in the file
        QCOMPARE(cell(4, 4), QStringLiteral("At least"));
        QCOMPARE(cell(4, 5), QStringLiteral("Dual sign-off"));
        QVERIFY2(cell(5, 5).contains(QStringLiteral("25,000.00")), qPrintable(cell(5, 5)));
        QCOMPARE(cell(6, 6), QStringLiteral("It is escalated"));
        QVERIFY2(cell(7, 5).contains(QStringLiteral("money('10.00 GBP')")), qPrintable(cell(7, 5))); // as it is written
        QVERIFY(cell(0, 4).contains(QStringLiteral("tier"))); // of the document itself: as the text has it
    }

    void less_than_a_day_makes_no_minutes_a_week() {
        const Look look(QStringLiteral("en"), false, false);
        ui::policy::WhatIfPages pages(look.formats);
        pages.show_result(fake::what_if_result(9, "x", std::chrono::hours(5), true));
        QVERIFY2(pages.said().contains(QStringLiteral("8.0 hours in all")), qPrintable(pages.said()));
        QVERIFY2(!pages.said().contains(QStringLiteral("hours a week")), qPrintable(pages.said()));
        QVERIFY2(!pages.how().contains(QStringLiteral("weeks.")), qPrintable(pages.how()));
        pages.show_result(fake::what_if_result(9, "x", std::chrono::hours(24 * 28), true));
        QVERIFY2(pages.said().contains(QStringLiteral("2.0 hours a week")), qPrintable(pages.said()));
    }
};

QTEST_MAIN(TestJudgedScreens)
#include "tst_judged_screens.moc"
