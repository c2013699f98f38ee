// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "ui/look/facts.h"
#include "ui/look/fault_text.h"
#include "ui/look/icons.h"
#include "ui/look/label.h"
#include "ui/look/notice.h"
#include "ui/look/passage.h"
#include "ui/look/row_delegate.h"
#include "ui/look/screen_fit.h"
#include "ui/look/scroll_accessibility.h"
#include "ui/look/symbol.h"
#include "ui/look/table.h"
#include "ui/look/theme.h"
#include "ui/look/words.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QStandardItemModel>
#include <QTest>

using ui::look::Level;

namespace {

QImage drawn_symbol(Level level, const ui::look::Colours& colours) {
    QImage image(32, 32, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    ui::look::paint_symbol(painter, QRectF(0, 0, 32, 32), level, colours);
    return image;
}

/// Where anything was drawn, without its colour.
QByteArray shape_of(const QImage& image) {
    QByteArray shape;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            shape += image.pixelColor(x, y).lightness() < 200 ? '#' : '.';
        }
    }
    return shape;
}

} // namespace

class TestLook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_text_colour_can_be_read_data();
    void every_text_colour_can_be_read();
    void every_level_has_a_shape_of_its_own();
    void every_fault_says_what_to_do();
    void every_enumerator_has_words();
    void unknown_codes_are_shown_as_they_are_but_safe();
    void spans_of_time_data();
    void spans_of_time();
    void identifiers_are_cut_in_their_middle();
    void working_time_is_told_in_hours();
    void windows_fit_the_screen();
    void labels_are_plain_text();
    void a_word_without_a_space_is_broken();
    void a_long_text_does_not_move_its_neighbours();
    void a_passage_grows_to_its_bound_and_scrolls();
    void decimal_points_stand_below_each_other();
    void every_icon_is_there_and_follows_the_theme();
    void letters_in_a_table_belong_to_the_window();
    void a_short_table_is_as_high_as_what_it_shows();
    void a_theme_can_be_named();
    void the_theme_is_installed_again_when_the_desktop_changes();
    void answers_screen_readers_that_ask_for_a_scroll_bar_which_went();
};

void TestLook::every_text_colour_can_be_read_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("on light ground") << false;
    QTest::newRow("on dark ground") << true;
}

void TestLook::every_text_colour_can_be_read() {
    QFETCH(bool, dark);
    const QPalette palette = ui::look::palette_of(dark);
    QCOMPARE(ui::look::is_dark(palette), dark);
    const ui::look::Colours& colours = ui::look::colours_for(palette);
    for (const QColor& ground : {colours.window, colours.base, colours.raised, colours.selected}) {
        for (const QColor& ink : {colours.text, colours.muted}) {
            QVERIFY2(ui::look::contrast(ink, ground) >= 4.5, qPrintable(ink.name() + ground.name()));
        }
    }
    for (const QColor& ground : {colours.window, colours.base, colours.raised}) {
        for (int level = 0; level < ui::look::level_count; ++level) {
            const QColor& ink = colours.of(static_cast<Level>(level));
            QVERIFY2(ui::look::contrast(ink, ground) >= 4.5, qPrintable(ink.name() + ground.name()));
        }
        for (const QColor& bar : {colours.accent, colours.untrusted_bar, colours.machine, colours.human}) {
            QVERIFY2(ui::look::contrast(bar, ground) >= 3.0, qPrintable(bar.name() + ground.name()));
        }
    }
    QVERIFY(ui::look::contrast(colours.accent_text, colours.accent) >= 4.5);
    QVERIFY(std::abs(ui::look::contrast(Qt::black, Qt::white) - 21.0) < 0.01);
}

void TestLook::every_level_has_a_shape_of_its_own() {
    QSet<QByteArray> shapes;
    for (int level = 0; level < ui::look::level_count; ++level) {
        shapes.insert(
            shape_of(drawn_symbol(static_cast<Level>(level), ui::look::colours_for(ui::look::palette_of(false)))));
    }
    QCOMPARE(shapes.size(), ui::look::level_count);
}

void TestLook::every_fault_says_what_to_do() {
    QSet<QString> texts;
    for (int code = 0; code <= static_cast<int>(base::FaultCode::internal); ++code) {
        const QString text = ui::look::fault_text(static_cast<base::FaultCode>(code));
        QVERIFY2(text.endsWith(QLatin1Char('.')) && text.size() > 20, qPrintable(text));
        texts.insert(text);
    }
    QCOMPARE(texts.size(), static_cast<int>(base::FaultCode::internal) + 1);
    const QString details = ui::look::fault_details({base::FaultCode::malformed, "\xe2\x80\xae%1<b>", "event:1"});
    QVERIFY(details.contains(QStringLiteral("⟦U+202E⟧%1<b>")));
}

void TestLook::every_enumerator_has_words() {
    using ui::look::Words;
    for (int i = 0; i <= static_cast<int>(domain::DecisionState::not_applied); ++i) {
        QVERIFY(!Words::of(static_cast<domain::DecisionState>(i)).isEmpty());
    }
    for (int i = 0; i <= static_cast<int>(domain::Verb::resume); ++i) {
        QVERIFY(!Words::of(static_cast<domain::Verb>(i)).isEmpty());
    }
    for (int i = 0; i <= static_cast<int>(ports::CaseState::withdrawn); ++i) {
        QVERIFY(!Words::of(static_cast<ports::CaseState>(i)).isEmpty());
    }
    for (int i = 1; i <= domain::event_type_count; ++i) {
        QVERIFY(!ui::look::EventWords::of(static_cast<domain::EventType>(i)).isEmpty());
    }
    QVERIFY(!ui::look::EventWords::of({}).isEmpty());
    QVERIFY(Words::of(ports::CaseState::rolled_back) != Words::of(ports::CaseState::partly_rolled_back));
    QVERIFY(ui::look::level_of(ports::CaseState::rolled_back) !=
            ui::look::level_of(ports::CaseState::partly_rolled_back));
}

void TestLook::unknown_codes_are_shown_as_they_are_but_safe() {
    using ui::look::CodeWords;
    QCOMPARE(CodeWords::of_finding("over_contract_price"), QStringLiteral("Above the contract price"));
    for (const char* own :
         {"amended", "hold_released", "no_request", "policy_stops", "refused_by_gateway", "step_failed", "undecided",
          "version_contradiction", "version_gap", "version_gap_closed", "wrong_digest"}) {
        QVERIFY2(CodeWords::of_finding(own).front().isUpper(), own); // what the record itself finds
    }
    QVERIFY(CodeWords::of_finding("brand_new_code").contains(QStringLiteral("brand_new_code")));
    QVERIFY(CodeWords::of_ruling("x\xe2\x80\xaey").contains(QStringLiteral("⟦U+202E⟧")));
    QVERIFY(CodeWords::of_reason("").isEmpty());
}

void TestLook::spans_of_time_data() {
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << qint64{40} << "40 s";
    QTest::newRow("minutes") << qint64{12 * 60 + 59} << "12 min";
    QTest::newRow("hours with two digits of minutes") << qint64{3 * 3600 + 5 * 60} << "3 h 05 min";
    QTest::newRow("days") << qint64{2 * 86400 + 4 * 3600} << "2 d 4 h";
    QTest::newRow("years say no hours") << qint64{4351 * 86400LL + 19 * 3600} << "11 y";
    QTest::newRow("never negative") << qint64{-5} << "0 s";
}

void TestLook::spans_of_time() {
    QFETCH(qint64, seconds);
    QTEST(ui::look::TimeWords::span(std::chrono::seconds(seconds)), "text");
}

/// The last digits of a card are what tells it from the others; a name begins with what tells it apart.
void TestLook::identifiers_are_cut_in_their_middle() {
    const QFontMetrics metrics{QFont()};
    const int half = metrics.horizontalAdvance(QStringLiteral("card:************6583")) / 2;
    const QString card = ui::look::cut_to(QStringLiteral("card:************6583"), metrics, half);
    QVERIFY(card.startsWith(QStringLiteral("ca")) && card.endsWith(QStringLiteral("583")));
    QVERIFY(ui::look::cut_to(QStringLiteral("Route 66 Furnishing Services 17"), metrics, half)
                .startsWith(QStringLiteral("Rou")));
    QVERIFY(!ui::look::cut_to(QStringLiteral("Route 66 Furnishing Services 17"), metrics, half)
                 .endsWith(QStringLiteral("7")));
    QVERIFY(ui::look::cut_to(QStringLiteral("Procurement-agents-of-Halden"), metrics, half)
                .startsWith(QStringLiteral("Procur")));
    QCOMPARE(ui::look::cut_to(QStringLiteral("card-17"), metrics, 10 * half), QStringLiteral("card-17"));
}

void TestLook::windows_fit_the_screen() {
    using ui::look::ScreenFit;
    const QRect screen(0, 0, 1280, 720); // 3840 by 2160 at 300 %
    const QSize large(1330, 780);
    QVERIFY(ScreenFit::bounded(large, QSize(800, 500), screen).width() <= screen.width());
    QVERIFY(ScreenFit::bounded(large, QSize(800, 500), screen).height() <= screen.height());
    QCOMPARE(ScreenFit::bounded(QSize(600, 400), QSize(300, 200), screen), QSize(600, 400)); // what fits stays
    QCOMPARE(ScreenFit::bounded(large, QSize(1300, 500), screen).width(), 1300);             // never unusable
}

void TestLook::working_time_is_told_in_hours() {
    using ui::look::TimeWords;
    QCOMPARE(TimeWords::hours(std::chrono::minutes(45)), QStringLiteral("45 min"));
    QCOMPARE(TimeWords::hours(std::chrono::minutes(480)), QStringLiteral("8 h"));
    QCOMPARE(TimeWords::hours(std::chrono::minutes(485)), QStringLiteral("8 h 05 min"));
    QCOMPARE(TimeWords::hours(std::chrono::minutes(2880)),
             QStringLiteral("48 h")); // never days: they are six working days
    QCOMPARE(TimeWords::hours(std::chrono::minutes(-1)), QStringLiteral("0 min"));
}

void TestLook::labels_are_plain_text() {
    const text::SafeText bold = text::safe(std::string_view("<b>bold</b>"));
    const std::unique_ptr<ui::look::Label> label(ui::look::plain_label(bold));
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(label->text(), bold.qstring());
    ui::look::ElidedLabel elided;
    elided.show(bold);
    QCOMPARE(elided.textFormat(), Qt::PlainText);
    QVERIFY(!elided.toolTip().contains(QStringLiteral("<b>"))); // escaped for the guesser
    ui::look::Badge badge;
    badge.show_level(Level::critical, QStringLiteral("Blocked"));
    QCOMPARE(badge.accessibleName(), QStringLiteral("Blocked"));
}

/// A wrapped label breaks a word that has no space, instead of widening the window or cutting it off.
void TestLook::a_word_without_a_space_is_broken() {
    ui::look::Label label(ui::look::Type::body, QString(300, u'W'));
    const int narrow = label.fontMetrics().averageCharWidth() * ui::look::Label::most_letters;
    QVERIFY(label.minimumSizeHint().width() <= narrow);
    QVERIFY(label.heightForWidth(narrow) > 5 * label.fontMetrics().height());
    label.resize(narrow, label.heightForWidth(narrow));
    const QImage picture = label.grab().toImage();
    const auto is_inked = [&picture](int line) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixel(x, line) != picture.pixel(picture.width() - 1, picture.height() - 1)) {
                return true;
            }
        }
        return false;
    };
    QVERIFY(is_inked(picture.height() - label.fontMetrics().height() / 2)); // down to the last line
    const ui::look::Label plain(ui::look::Type::body, QStringLiteral("two words"));
    QCOMPARE(plain.heightForWidth(1000), plain.QLabel::heightForWidth(1000));
}

void TestLook::a_long_text_does_not_move_its_neighbours() {
    const text::Formats formats(QLocale::English, QTimeZone::utc());
    ui::look::Facts facts(formats);
    facts.resize(400, 200);
    facts.show({ui::look::Fact::outside(QStringLiteral("Supplier"), text::safe(std::string_view("Nordlicht")))});
    const QSize before = facts.minimumSizeHint();
    const std::string wide(5000, 'W');
    facts.show({ui::look::Fact::outside(QStringLiteral("Supplier"), text::safe(wide))});
    QCOMPARE(facts.minimumSizeHint(), before);
}

void TestLook::a_passage_grows_to_its_bound_and_scrolls() {
    ui::look::Passage passage(QStringLiteral("Words"), 4);
    passage.resize(300, 20);
    passage.show(text::safe(std::string_view("one"), text::passage));
    const int one = passage.sizeHint().height();
    passage.show(text::safe(std::string_view("one\ntwo\nthree"), text::passage));
    const int three = passage.sizeHint().height();
    QVERIFY(three > one);
    const std::string many(20'000, 'W');
    passage.show(text::safe(many, text::passage));
    QVERIFY(passage.sizeHint().height() > three);
    QVERIFY(passage.sizeHint().height() <= one * 5);
    QCOMPARE(passage.minimumSizeHint().width(), QFontMetrics(passage.font()).averageCharWidth() * 10);
}

void TestLook::decimal_points_stand_below_each_other() {
    const text::Formats formats(QLocale::English, QTimeZone::utc());
    const auto right_edge_of_units = [&](const char* currency, std::int64_t minor) {
        QImage image(300, 30, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        const domain::Money money{minor, domain::Currency::from_code(currency).value()};
        const QFontMetrics metrics = painter.fontMetrics();
        ui::look::paint_money(painter, image.rect(), money, formats);
        // From the code's slot back over the minor digits, the point of a currency without them counted as there.
        const QString digits = formats.amount(money);
        const int slot = metrics.horizontalAdvance(QStringLiteral("MMM")) + ui::look::gap::tight;
        int ink = 0;
        for (int x = 0; x < image.width() - slot; ++x) {
            for (int y = 0; y < image.height(); ++y) {
                ink = image.pixelColor(x, y).lightness() < 128 ? x : ink;
            }
        }
        const qsizetype point = digits.lastIndexOf(QLatin1Char('.'));
        return point < 0 ? ink : ink - metrics.horizontalAdvance(digits.mid(point));
    };
    const int euro = right_edge_of_units("EUR", 498000);
    QVERIFY(std::abs(right_edge_of_units("JPY", 88000) - euro) <= 3);
    QVERIFY(std::abs(right_edge_of_units("KWD", 12345) - euro) <= 3);
}

void TestLook::every_icon_is_there_and_follows_the_theme() {
    const QPalette before = QApplication::palette();
    for (int glyph = 0; glyph <= static_cast<int>(ui::look::Glyph::pause); ++glyph) {
        const QIcon icon = ui::look::icon(static_cast<ui::look::Glyph>(glyph));
        QVERIFY(!icon.isNull());
        QApplication::setPalette(ui::look::palette_of(false));
        const QImage light = icon.pixmap(32, 32).toImage();
        QApplication::setPalette(ui::look::palette_of(true));
        const QImage dark = icon.pixmap(32, 32).toImage();
        QVERIFY2(light != dark, qPrintable(QString::number(glyph)));
    }
    QApplication::setPalette(before);
}

void TestLook::letters_in_a_table_belong_to_the_window() {
    ui::look::Table table(QStringLiteral("Rows"));
    QKeyEvent letter(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("a"));
    letter.accept();
    QCoreApplication::sendEvent(&table, &letter);
    QVERIFY(!letter.isAccepted());
}

void TestLook::a_short_table_is_as_high_as_what_it_shows() {
    QStandardItemModel rows(2, 3);
    ui::look::Table table(QStringLiteral("Rows"));
    table.setModel(&rows);
    table.set_widths({-40, -40, -40});
    table.fit_height(5);
    const auto last_row_is_whole = [&table, &rows] {
        return table.visualRect(rows.index(1, 0)).bottom() < table.viewport()->height();
    };
    table.resize(3000, table.height());
    table.show();
    QTRY_VERIFY(!table.horizontalScrollBar()->isVisible());
    QVERIFY(last_row_is_whole());
    const int without_bar = table.height();
    table.resize(200, table.height());
    QTRY_VERIFY(table.horizontalScrollBar()->isVisible());
    QTRY_VERIFY(last_row_is_whole());
    QVERIFY(table.height() > without_bar);
}

void TestLook::a_theme_can_be_named() {
    QVERIFY(ui::look::theme_choice("dark") == ui::look::ThemeChoice::dark);
    QVERIFY(ui::look::theme_choice("light") == ui::look::ThemeChoice::light);
    QVERIFY(ui::look::theme_choice("desktop") == ui::look::ThemeChoice::desktop);
    QVERIFY(!ui::look::theme_choice("pink"));
}

void TestLook::the_theme_is_installed_again_when_the_desktop_changes() {
    const QPalette before = QApplication::palette();
    QWidget window;
    ui::look::Theme theme(*qApp);
    const QPalette ours = QApplication::palette();
    QApplication::setPalette(QPalette(Qt::magenta)); // as if something else had set it
    QEvent changed(QEvent::ThemeChange);
    QCoreApplication::sendEvent(&window, &changed);
    QTRY_COMPARE(QApplication::palette().color(QPalette::Highlight), ours.color(QPalette::Highlight));
    theme.choose(ui::look::ThemeChoice::dark);
    QVERIFY(ui::look::is_dark(QApplication::palette()));
    QApplication::setPalette(QPalette(Qt::magenta));
    QEvent again(QEvent::ThemeChange);
    QCoreApplication::sendEvent(&window, &again);
    QCoreApplication::processEvents();
    QVERIFY(QApplication::palette().color(QPalette::Button) == QColor(Qt::magenta)); // a chosen theme follows nobody
    QApplication::setPalette(before);
}

void TestLook::answers_screen_readers_that_ask_for_a_scroll_bar_which_went() {
    ui::look::install_scroll_accessibility();
    QScrollArea area;
    auto* content = new QWidget;
    content->setAccessibleName(QStringLiteral("content"));
    area.setWidget(content);
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(&area);
    QVERIFY(interface != nullptr);
    const int children = interface->childCount();
    QVERIFY(children > 0);
    QCOMPARE(interface->child(children), nullptr); // Qt's own reads behind the end of its list here
    QCOMPARE(interface->child(-1), nullptr);
    QAccessibleInterface* viewport = QAccessible::queryAccessibleInterface(area.viewport());
    QVERIFY(interface->indexOfChild(viewport) >= 0);
    QCOMPARE(viewport->child(0)->text(QAccessible::Name), QStringLiteral("content"));
}

QTEST_MAIN(TestLook)
#include "tst_look.moc"
