// SPDX-License-Identifier: GPL-3.0-or-later
//
// Judging, Differences and What if in every look: no heading is cut on a small screen in any language, hostile text
// stays text, and pages without rows say so. REEVE_PICTURES names a folder for what is to be looked at by people.
#include "ui/judging/judging_view.h"
#include "ui/look/theme.h"
#include "ui/policy/result_pages.h"
#include "ui/policy/what_if_pages.h"

#include <QApplication>
#include <QDir>
#include <QHeaderView>
#include <QTableView>
#include <QTest>
#include <QTranslator>

namespace {

constexpr QSize small_screen(1150, 690); // what 1280 by 800 leaves beside rail, menu and strip
const base::Instant noon = base::from_rfc3339("2026-03-10T12:00:00Z").value();
const char hostile[] = "<table><tr><td><img src=x onerror=alert(1)>\xE2\x80\xAE txt.exe %1 %2 =HYPERLINK(\"x\")";

domain::Money pounds(std::int64_t minor) {
    return {minor, domain::Currency::from_code("GBP").value()};
}

class FakeJudging final : public ports::Judging {
public:
    ports::JudgingReport told;
    void watch(ports::Subscription<ports::JudgeState> subscriber) override {
        subscriber(std::make_shared<const ports::JudgeState>(told.state));
    }
    void report(ports::Reply<ports::JudgingReport> reply) override { reply(told); }
};

ports::JudgingReport report_of(int rows, const std::string& words) {
    ports::JudgingReport made;
    made.state.policy_title = words;
    made.state.judged = static_cast<std::uint64_t>(rows) * 1'000;
    for (int number = 0; number < rows; ++number) {
        const auto count = static_cast<std::uint64_t>(rows - number);
        ports::WorkItem item;
        item.rule = number % 3 == 0 ? std::string() : "mandate-missing";
        item.run = number % 3 == 1;
        item.cause = domain::UntrustedText(words + " " + std::to_string(number));
        item.orders = 4'112 * count;
        item.first = noon - std::chrono::hours(number);
        item.last = noon;
        item.example.id = domain::TransactionId(words);
        made.work_items.push_back(item);
        ports::RuleScore score;
        score.rule = "rule-" + std::to_string(number);
        score.title = words;
        score.in_force = number % 2 == 0;
        score.fired = score.approved = score.acknowledged = 1'234'567;
        if (number == 0) {
            score.raise = ports::Raise{0, pounds(100'000), pounds(140'000)};
        }
        made.scores.push_back(score);
        made.coverage.categories.push_back({words, 9'876'543, 1'234'567, {pounds(123'456'789)}});
        if (number < 40) { // a policy has some dozens of rules
            made.coverage.never_fired.push_back(words);
            made.coverage.unread_names.push_back("orders.category.month");
        }
    }
    made.more_work_items = rows > 400 ? 49'500 : 0;
    return made;
}

domain::PolicyDifference difference_of(int rows, const std::string& words) {
    using domain::PolicyPart;
    domain::PolicyDifference made;
    for (int number = 0; number < rows; ++number) {
        const auto part = static_cast<PolicyPart>(number % 14);
        const bool of_tier = part == PolicyPart::tier || part == PolicyPart::answer || part == PolicyPart::unanswered;
        domain::PolicyChange change;
        change.part = part;
        change.kind = static_cast<domain::ChangeKind>(number % 3);
        change.direction = static_cast<domain::ChangeDirection>(number % 4);
        change.id = of_tier ? "dual_sign_off" : words;
        change.fields = {{"tier", "dual_sign_off", "sign_off"},
                         {"from", "25000.00 GBP", "30000.00 GBP"},
                         {"then", "hold", "escalate"},
                         {"when", "gross > money('10.00 GBP')", words}};
        made.changes.push_back(std::move(change));
    }
    return made;
}

domain::WhatIf trial_of(int rows, const std::string& words, std::chrono::hours history, bool own) {
    domain::WhatIf made;
    made.before = "1";
    made.after = own ? "1" : "2";
    made.orders = static_cast<std::uint64_t>(rows);
    made.busy_from = noon - history;
    made.busy_to = noon;
    for (int number = 0; number < std::min(rows, 2'000); ++number) {
        domain::ChangedOrder order;
        order.key.id = domain::TransactionId(words);
        order.agent = domain::AgentId("card:************6583");
        order.supplier_name = domain::UntrustedText(words);
        order.gross = pounds(123'456'789);
        order.before.tier = order.after.tier = domain::Tier::dual_sign_off;
        order.after.reasons = {domain::UntrustedText("The first order to " + words + ", for 2380.00 EUR")};
        (own ? made.waiting : made.changed).push_back(order);
        made.agents.push_back({domain::AgentId(words), 3, {}, {}, 1});
        made.rules.push_back({words, 1, 2});
    }
    for (domain::Burden* burden : {&made.burden_before, &made.burden_after}) {
        burden->stopped = static_cast<std::uint64_t>(rows);
        burden->cases = static_cast<std::uint64_t>(rows);
        burden->matters = burden->cases / 3;
        burden->joined = burden->cases / 2;
        burden->waiting.add(pounds(123'456'789));
    }
    for (domain::Workload* work : {&made.work_before, &made.work_after}) {
        work->history = history;
        work->weeks = 4;
        work->minutes = 480;
        work->minutes_a_week = work->cases_a_week = 120;
        work->wait_minutes = 3;
    }
    return made;
}

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
        FakeJudging judging;
        judging.told = report_of(rows, words.toStdString());
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
            page.show_difference(difference_of(rows, words.toStdString()));
            QCOMPARE(page.rows(), 4 * rows);
            look_at(page, QStringLiteral("differences %1").arg(static_cast<int>(use)));
        }
        for (const bool own : {true, false}) {
            ui::policy::WhatIfPages pages(look.formats);
            settle(pages);
            pages.show_result(trial_of(rows, words.toStdString(), std::chrono::hours(own ? 5 : 24 * 28), own));
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

    void differences_speak_the_language_of_the_console() {
        const Look look(QStringLiteral("en"), false, false);
        ui::policy::DifferencePage page(ui::policy::DifferencePage::Use::draft, look.formats);
        page.show_difference(difference_of(2, "the-rule"));
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
        pages.show_result(trial_of(9, "x", std::chrono::hours(5), true));
        QVERIFY2(pages.said().contains(QStringLiteral("480.0 minutes in all")), qPrintable(pages.said()));
        QVERIFY2(!pages.said().contains(QStringLiteral("minutes a week")), qPrintable(pages.said()));
        QVERIFY2(!pages.how().contains(QStringLiteral("weeks.")), qPrintable(pages.how()));
        pages.show_result(trial_of(9, "x", std::chrono::hours(24 * 28), true));
        QVERIFY2(pages.said().contains(QStringLiteral("120.0 minutes a week")), qPrintable(pages.said()));
    }
};

QTEST_MAIN(TestJudgedScreens)
#include "tst_judged_screens.moc"
