// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/support/fake_books.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/fake_policy.h"
#include "tests/ui/support/scenes.h"

#include "ui/case/card.h"
#include "ui/frame/main_window.h"
#include "ui/frame/screen.h"
#include "ui/inbox/inbox_view.h"
#include "ui/live/live_view.h"
#include "ui/look/label.h"
#include "ui/look/notice.h"
#include "ui/look/row_delegate.h"
#include "ui/look/table.h"
#include "ui/look/theme.h"
#include "ui/policy/withdraw_dialog.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QTabWidget>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>

using ui::frame::MainWindow;
using ui::frame::Page;

namespace {

/// The whole console with books, as the program puts it together; with so many cases.
struct Scene {
    explicit Scene(int cases = -1, const QLocale& locale = QLocale(QLocale::English)) {
        if (locale.language() != QLocale::English &&
            translator.load(locale, QStringLiteral("reeve"), QStringLiteral("_"), QStringLiteral(":/i18n"))) {
            QApplication::installTranslator(&translator);
        }
        if (cases < 0) {
            fake::fill_shift(core);
            fake::fill_books(books);
        }
        for (int i = 0; i < cases; ++i) {
            core.add_case(drawn(i));
        }
        ui::frame::Options options{locale, QTimeZone::utc(), false, {}};
        options.spend = &books;
        options.agents = &books;
        judging.told = fake::judging_report(cases < 0 ? 12 : std::min(cases, 500), "Nordlicht GmbH");
        policies.rows = cases < 0 ? 12 : std::min(cases, 500);
        options.judging = &judging;
        options.policies = &policies;
        options.connections = &connections;
        window = std::make_unique<MainWindow>(core, core, core, clock, options);
        window->resize(1400, 800);
        window->show();
    }
    ~Scene() { QApplication::removeTranslator(&translator); }
    static ports::CaseFile drawn(int number) {
        ports::CaseFile file;
        file.is_case = true;
        file.row.key = {domain::SourceId("https://gateway.example/feed/1"),
                        domain::TransactionId("TX-" + std::to_string(100'000 + number))};
        file.row.agent = domain::AgentId("bot-" + std::to_string(number % 7000));
        file.row.tier = static_cast<domain::Tier>(1 + number % 4);
        file.row.gross = domain::Money{1000 + number, domain::Currency::from_code("EUR").value()};
        file.row.opened = fake::morning() - std::chrono::seconds(number % 3000);
        file.row.expires = fake::morning() + std::chrono::minutes(number % 500);
        return file;
    }
    void settle() const {
        for (int i = 0; i < 20; ++i) {
            QCoreApplication::processEvents();
        }
    }
    [[nodiscard]] QImage picture(Page page) const {
        window->show_page(page);
        settle();
        window->setFocus(); // no cursor that blinks
        settle();
        return window->grab().toImage();
    }
    [[nodiscard]] std::vector<Page> pages() const {
        std::vector<Page> all;
        for (const ui::frame::Screen& screen : window->screens()) {
            all.push_back(screen.page);
        }
        return all;
    }
    [[nodiscard]] QString notices() const {
        QStringList all;
        for (const ui::look::NoticeBar* bar : window->findChildren<ui::look::NoticeBar*>()) {
            if (bar->isVisible()) {
                all += bar->sentence();
            }
        }
        return all.join(QLatin1Char('\n'));
    }

    QTranslator translator;
    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    fake::Books books;
    fake::Judging judging;
    fake::Policies policies;
    fake::Connections connections;
    std::unique_ptr<MainWindow> window;
};

/// Into the folder that REEVE_PICTURES names, where it does, to be looked at by people.
void keep(const QImage& picture, const QString& name) {
    if (const QString folder = qEnvironmentVariable("REEVE_PICTURES"); !folder.isEmpty()) {
        QString file = name;
        QVERIFY(QDir().mkpath(folder) &&
                picture.save(
                    QDir(folder).filePath(file.replace(QLatin1Char(' '), QLatin1Char('-')) + QStringLiteral(".png"))));
    }
}

QString id_of(const Scene& scene, Page page) {
    for (const ui::frame::Screen& screen : scene.window->screens()) {
        if (screen.page == page) {
            return screen.id;
        }
    }
    return {};
}

/// Nothing is ever asked of it.
struct NoPublishing final : ports::Publishing {
    void standing(ports::Reply<ports::PolicyStanding>) override {}
    void review(ports::PolicyDraft, ports::Reply<ports::PolicyReview>) override {}
    void sign(ports::PolicyReview, ports::Reply<ports::PolicyStanding>) override {}
    void withdraw(domain::Digest, ports::Reply<ports::PolicyStanding>) override {}
    void follow(ports::Subscription<ports::PolicyStanding>) override {}
};

/// Who changes the palette puts it back.
struct LightAgain {
    ~LightAgain() { QApplication::setPalette(ui::look::palette_of(false)); }
};

int different_pixels(const QImage& one, const QImage& other) {
    int count = one.size() == other.size() ? 0 : 1'000'000;
    for (int y = 0; count < 1'000'000 && y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            count += one.pixel(x, y) == other.pixel(x, y) ? 0 : 1;
        }
    }
    return count;
}

} // namespace

class TestAllScreens : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void a_desktop_that_turns_dark_leaves_no_stale_colour();
    void every_screen_says_that_the_gateway_is_away_data();
    void every_screen_says_that_the_gateway_is_away();
    void a_record_that_is_being_opened_is_said();
    void every_screen_fits_at_three_hundred_per_cent_data();
    void every_screen_fits_at_three_hundred_per_cent();
    void no_row_one_row_and_fifty_thousand_data();
    void no_row_one_row_and_fifty_thousand();
    void words_without_a_space_do_not_widen_the_window();
    void a_flood_is_arranged_now_and_then_and_the_cursor_stays();
    void mirrored_words_begin_at_the_right_edge();
    void an_arabic_case_in_a_mirrored_window();
    void the_points_of_a_narrow_pane_are_whole();
    void taking_a_proposal_back_is_read_whole_data();
    void taking_a_proposal_back_is_read_whole();
};

void TestAllScreens::initTestCase() {
    Q_INIT_RESOURCE(translations);
    QApplication::setCursorFlashTime(0);
    QApplication::setPalette(ui::look::palette_of(false));
}

void TestAllScreens::a_desktop_that_turns_dark_leaves_no_stale_colour() {
    const LightAgain light_again;
    std::map<Page, QImage> turned;
    {
        const Scene scene;
        for (const Page page : scene.pages()) { // everything has been seen in light
            static_cast<void>(scene.picture(page));
        }
        QApplication::setPalette(ui::look::palette_of(true));
        scene.settle();
        for (const Page page : scene.pages()) {
            turned[page] = scene.picture(page);
        }
    }
    const Scene dark;
    for (const Page page : dark.pages()) {
        static_cast<void>(dark.picture(page));
    }
    for (const Page page : dark.pages()) {
        const QImage expected = dark.picture(page);
        const int off = different_pixels(turned[page], expected);
        if (off != 0) {
            keep(turned[page], QStringLiteral("turned"));
            keep(expected, QStringLiteral("expected"));
        }
        QVERIFY2(off == 0, qPrintable(QStringLiteral("page %1: %2 pixels").arg(static_cast<int>(page)).arg(off)));
    }
}

void TestAllScreens::every_screen_says_that_the_gateway_is_away_data() {
    QTest::addColumn<int>("link");
    QTest::addColumn<bool>("fault");
    QTest::newRow("silent for ten seconds") << static_cast<int>(ports::LinkState::stale) << false;
    QTest::newRow("waiting for the next attempt") << static_cast<int>(ports::LinkState::waiting) << true;
    QTest::newRow("waiting, nobody knows why") << static_cast<int>(ports::LinkState::waiting) << false;
    QTest::newRow("refused") << static_cast<int>(ports::LinkState::refused) << true;
}

void TestAllScreens::every_screen_says_that_the_gateway_is_away() {
    QFETCH(int, link);
    QFETCH(bool, fault);
    Scene scene;
    ports::Health health = scene.core.health;
    health.link = static_cast<ports::LinkState>(link);
    health.last_heard = fake::morning() - std::chrono::seconds(11);
    if (fault) {
        health.link_fault = base::Fault{base::FaultCode::unreachable, "no", {}};
    }
    scene.core.set_health(health);
    QTRY_VERIFY(!scene.notices().isEmpty());
    for (const Page page : scene.pages()) {
        scene.window->show_page(page);
        scene.settle();
        const QString said = scene.notices();
        keep(scene.window->grab().toImage(),
             QLatin1String(QTest::currentDataTag()) + QLatin1Char(' ') + id_of(scene, page));
        QVERIFY2(said.contains(QStringLiteral("gateway")), qPrintable(said));
    }
    health.link = ports::LinkState::live;
    health.link_fault.reset();
    scene.core.set_health(health);
    QTRY_VERIFY2(scene.notices().isEmpty(), qPrintable(scene.notices()));
}

void TestAllScreens::a_record_that_is_being_opened_is_said() {
    Scene scene(0);
    ports::Health health = scene.core.health;
    health.opening = true;
    scene.core.set_health(health);
    for (const Page page : scene.pages()) {
        scene.window->show_page(page);
        QTRY_VERIFY(scene.notices().contains(QStringLiteral("being opened")));
    }
    health.opening = false;
    health.link = ports::LinkState::live;
    scene.core.set_health(health);
    QTRY_VERIFY2(scene.notices().isEmpty(), qPrintable(scene.notices()));
}

void TestAllScreens::every_screen_fits_at_three_hundred_per_cent_data() {
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<bool>("panes");
    QTest::newRow("in English") << QLocale(QLocale::English) << false;
    QTest::newRow("in German") << QLocale(QLocale::German) << false;
    QTest::newRow("in English with the panes open") << QLocale(QLocale::English) << true;
    QTest::newRow("in German with the panes open") << QLocale(QLocale::German) << true;
}

/// 300 % on a display of 3840 by 2160 leaves 1280 by 720 of the pixels that a layout knows; as much as a small laptop.
void TestAllScreens::every_screen_fits_at_three_hundred_per_cent() {
    QFETCH(QLocale, locale);
    QFETCH(bool, panes);
    const Scene scene(-1, locale);
    scene.window->inbox_view().open(
        {domain::SourceId("https://gateway.example/feed/1"), domain::TransactionId("TX-4711")});
    for (QDockWidget* dock : scene.window->findChildren<QDockWidget*>()) {
        dock->setVisible(panes);
    }
    scene.window->resize(1280, 720);
    for (const Page page : scene.pages()) {
        scene.window->show_page(page);
        scene.settle();
        const QSize least = scene.window->minimumSizeHint();
        QVERIFY2(least.width() <= 1280 && least.height() <= 720, qPrintable(QStringLiteral("page %1 needs %2 x %3")
                                                                                .arg(static_cast<int>(page))
                                                                                .arg(least.width())
                                                                                .arg(least.height())));
        keep(scene.window->grab().toImage(),
             QLatin1String(QTest::currentDataTag()) + QLatin1Char(' ') + id_of(scene, page));
    }
}

void TestAllScreens::no_row_one_row_and_fifty_thousand_data() {
    QTest::addColumn<int>("rows");
    QTest::newRow("no row") << 0;
    QTest::newRow("one row") << 1;
    QTest::newRow("fifty thousand") << 50'000;
}

void TestAllScreens::no_row_one_row_and_fifty_thousand() {
    QFETCH(int, rows);
    Scene scene(rows);
    scene.core.health.link = ports::LinkState::live;
    scene.core.set_health(scene.core.health);
    for (int first = 0; first < rows; first += 5000) {
        scene.core.publish(fake::feed_rows(static_cast<std::uint64_t>(first) + 1, std::min(5000, rows - first)));
    }
    QTRY_COMPARE(scene.window->inbox_view().model().open_count(), rows);
    for (const Page page : scene.pages()) {
        const QImage picture = scene.picture(page);
        QVERIFY(!picture.isNull());
        keep(picture, QLatin1String(QTest::currentDataTag()) + QLatin1Char(' ') + id_of(scene, page));
        for (const ui::look::Table* table : scene.window->findChildren<ui::look::Table*>()) {
            if (table->isVisible() && table->model()->rowCount() > 0) {
                QCOMPARE(table->rowHeight(0), ui::look::row_height(table->font()));
            }
        }
    }
    scene.window->show_page(Page::inbox);
    QCOMPARE(scene.window->inbox_view().select_worst(), rows > 0);
    scene.window->inbox_view().tick();
    QVERIFY(!scene.window->grab().isNull());
}

void TestAllScreens::words_without_a_space_do_not_widen_the_window() {
    Scene scene;
    const std::string word = std::string("\xe2\x80\xae") + std::string(300, 'W');
    scene.judging.told = fake::judging_report(30, word);
    scene.policies.words = word;
    scene.books.fault = base::Fault{base::FaultCode::unreadable, word, word}; // a whole sentence of ours
    for (const ui::frame::Screen& screen : scene.window->screens()) {
        scene.window->show_page(screen.page);
        if (screen.page == Page::what_if) {
            screen.go_to("in_force");
        }
        scene.settle();
        const auto tabs = screen.widget->findChildren<QTabWidget*>();
        for (int tab = 0; !tabs.empty() && tab < tabs.front()->count(); ++tab) {
            tabs.front()->setCurrentIndex(tab);
            scene.settle();
            keep(scene.window->grab().toImage(), QStringLiteral("wide %1 %2").arg(screen.id).arg(tab));
            const int least = scene.window->minimumSizeHint().width();
            QVERIFY2(least <= 1280, qPrintable(QStringLiteral("%1, page %2: %3").arg(screen.id).arg(tab).arg(least)));
        }
    }
}

void TestAllScreens::a_flood_is_arranged_now_and_then_and_the_cursor_stays() {
    Scene scene(20'000);
    scene.window->show_page(Page::inbox);
    auto& inbox = scene.window->inbox_view();
    QTRY_COMPARE(inbox.model().open_count(), 20'000);
    int arranged = 0;
    QObject::connect(&inbox.model(), &QAbstractItemModel::layoutChanged, &inbox, [&arranged] { ++arranged; });
    QObject::connect(&inbox.model(), &QAbstractItemModel::modelReset, &inbox, [&arranged] { ++arranged; });
    for (int i = 0; i < 300; ++i) {
        scene.core.change_case(Scene::drawn(20'000 + i));
    }
    QTRY_COMPARE(inbox.model().open_count(), 20'300);
    QVERIFY2(arranged <= 20, qPrintable(QString::number(arranged))); // not with every batch
    QTRY_COMPARE(inbox.model().new_count(), 0);
    QVERIFY(inbox.select_worst());
    const auto chosen = inbox.case_view().key();
    scene.core.change_case(Scene::drawn(30'000));
    QTRY_COMPARE(inbox.model().new_count(), 1); // somebody works here
    inbox.tick();
    QCOMPARE(inbox.model().new_count(), 1);
    QVERIFY(inbox.case_view().key() == chosen);
}

void TestAllScreens::mirrored_words_begin_at_the_right_edge() {
    QApplication::setLayoutDirection(Qt::RightToLeft);
    ui::look::Label label(ui::look::Type::strong, QStringLiteral("Mandate"));
    label.resize(400, 30);
    const QImage image = label.grab().toImage();
    QApplication::setLayoutDirection(Qt::LeftToRight);
    int first = -1;
    for (int x = 0; x < image.width() && first < 0; ++x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixel(x, y) != image.pixel(0, 0)) {
                first = x;
            }
        }
    }
    QVERIFY2(first > 200, qPrintable(QString::number(first)));
}

void TestAllScreens::the_points_of_a_narrow_pane_are_whole() {
    QWidget pane;
    auto* column = new QVBoxLayout(&pane);
    auto* points = new ui::case_::CheckList(&pane);
    column->addWidget(points);
    column->addStretch(1);
    const QString sentence = QStringLiteral("This binds for 36 months, USD 63,000.00 in all, above the contract price");
    points->show({{ui::look::Level::caution, {}, sentence}, {ui::look::Level::serious, {}, sentence}});
    pane.resize(170, 500);
    pane.show();
    for (int i = 0; i < 5; ++i) {
        QCoreApplication::processEvents();
    }
    int seen = 0;
    for (const ui::look::Label* label : points->findChildren<ui::look::Label*>()) {
        QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                 qPrintable(QString::number(label->height())));
        seen += label->isVisible() ? 1 : 0;
    }
    QCOMPARE(seen, 2);
}

/// What a person in Cairo sees: every text from outside is Arabic with numbers and a Latin name in it.
void TestAllScreens::an_arabic_case_in_a_mirrored_window() {
    QApplication::setLayoutDirection(Qt::RightToLeft);
    {
        Scene scene;
        const std::string words = "نأخذ 2.5 طن من الألمنيوم (Hof 3) بسعر 1.280,00 يورو";
        ports::CaseFile file = fake::drawn_case("TX-9001 sign_off EUR 4980.00 bot-7 Nordlicht GmbH", 9, 45);
        fake::poison(file, words);
        scene.core.add_case(file);
        scene.core.change_case(file);
        auto rows = fake::feed_rows(5000, 12);
        for (ports::FeedRow& row : rows) {
            fake::poison(row, words);
        }
        scene.core.publish(rows);
        scene.window->inbox_view().show_new();
        scene.window->inbox_view().open(file.row.key);
        ui::case_::CaseView& view = scene.window->inbox_view().case_view();
        QTRY_VERIFY(view.file() && view.file()->row.key == file.row.key);
        for (int tab = 0; tab < view.tabs().count(); ++tab) {
            view.tabs().setCurrentIndex(tab);
            keep(scene.picture(Page::inbox), QStringLiteral("arabic case %1").arg(tab));
        }
        keep(scene.picture(Page::live), QStringLiteral("arabic live"));
        const auto labels = scene.window->findChildren<ui::look::Label*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const ui::look::Label* label) {
            return label->accessibleName() == QStringLiteral("Amount: EUR\u00a04,980.00");
        }));
        QVERIFY(scene.window->minimumSizeHint().width() <= 1280);
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestAllScreens::taking_a_proposal_back_is_read_whole_data() {
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("title");
    const QString hostile = QString::fromUtf8("\xe2\x80\xae<b>&Sign %1</b> ") + QString(400, u'W');
    QTest::newRow("in English") << QLocale(QLocale::English) << QStringLiteral("Stricter about repeats");
    QTest::newRow("in German") << QLocale(QLocale::German) << QStringLiteral("Strenger bei Wiederholungen");
    QTest::newRow("with a title that attacks") << QLocale(QLocale::German) << hostile;
}

void TestAllScreens::taking_a_proposal_back_is_read_whole() {
    QFETCH(QLocale, locale);
    QFETCH(QString, title);
    const Scene scene(0, locale); // its words, too
    NoPublishing publishing;
    const text::Formats formats(locale, QTimeZone::utc());
    ports::PolicyVersion proposal;
    proposal.edition.number = 12;
    proposal.edition.proposed = fake::morning();
    proposal.version = "2026-11-22";
    proposal.title = title.toStdString();
    proposal.stage = ports::PolicyStage::waiting;
    proposal.own = true;
    fake::Core core{scene.clock};
    ui::policy::WithdrawDialog dialog({publishing, core, scene.clock, formats}, proposal, core.who);
    dialog.show();
    scene.settle();
    QVERIFY(dialog.minimumSizeHint().width() <= 1280 && dialog.minimumSizeHint().height() <= 720);
    for (const ui::look::Label* label : dialog.findChildren<ui::look::Label*>()) {
        if (label->isVisible()) {
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
    }
    keep(dialog.grab().toImage(), QStringLiteral("withdraw ") + QLatin1String(QTest::currentDataTag()));
}

QTEST_MAIN(TestAllScreens)
#include "tst_all_screens.moc"
