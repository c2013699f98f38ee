// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/ids.h"
#include "app/text/safe_text.h"
#include "tests/text/hostile_text.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using domain::UntrustedText;

namespace {

constexpr char32_t first_strong_isolate = 0x2068;
constexpr char32_t end_of_isolate = 0x2069;

/// Everything between the isolates of a one-line text.
QString inside(const text::SafeText& safe) {
    return safe.qstring().mid(1, safe.qstring().size() - 2);
}

/// By Qt's own Unicode tables, not by the ones under test. They are older than ICU's, so what they do not know at all
/// is judged by data rows.
bool is_unseen(char32_t point) {
    switch (QChar::category(point)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: break;
    }
    const bool selector = (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0000 && point <= 0xE0FFF);
    const bool filler = point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0 || point == 0x2800;
    return selector || filler || point == 0x034F || point == 0x17B4 || point == 0x17B5 || point == 0xFFFC;
}

bool looks_like_emoji(char32_t point) {
    const QChar::Category category = QChar::category(point);
    return category == QChar::Symbol_Other || category == QChar::Symbol_Modifier || point == 0xFE0F ||
           point == 0x20E3 || point == 0x203C || point == 0x2049 || (point >= 0x2190 && point <= 0x2BFF);
}

/// The selectors and joiners that build an emoji may stay, right beside its parts.
bool is_part_of_emoji(const QList<uint>& points, qsizetype at) {
    const bool after = at > 0 && looks_like_emoji(points[at - 1]);
    const bool before = at + 1 < points.size() && looks_like_emoji(points[at + 1]);
    return points[at] == 0xFE0F || points[at] == 0xFE0E ? after || before : points[at] == 0x200D && after && before;
}

/// The first code point that must not be there, or nothing.
QString survivor(const QString& shown, bool lines_allowed) {
    const QList<uint> points = shown.toUcs4();
    for (qsizetype at = 0; at < points.size(); ++at) {
        const bool line_break = lines_allowed && points[at] == U'\n';
        const bool spelling = lines_allowed && (points[at] == 0x200C || points[at] == 0x200D);
        if (is_unseen(points[at]) && !line_break && !spelling && !is_part_of_emoji(points, at)) {
            return QStringLiteral("U+%1 at %2").arg(QString::number(points[at], 16), QString::number(at));
        }
    }
    return {};
}

int most_marks_in_a_row(const QString& shown) {
    int most = 0;
    int now = 0;
    for (const uint point : shown.toUcs4()) {
        now = QChar::isMark(point) && !is_unseen(point) ? now + 1 : 0;
        most = std::max(most, now);
    }
    return most;
}

QString name_of(const QByteArray& hostile) {
    return QString::fromLatin1(hostile.left(200).toPercentEncoding());
}

} // namespace

class TestSafeText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shows_what_was_hidden_data();
    void shows_what_was_hidden();
    void keeps_honest_text_data();
    void keeps_honest_text();
    void a_passage_keeps_its_lines_data();
    void a_passage_keeps_its_lines();
    void cuts_visibly();
    void continues_long_lines();
    void ends_after_the_last_line_allowed();
    void nothing_stays_nothing();
    void ids_are_shown_the_same_way();
    void lets_no_code_point_through_unseen();
    void stays_safe_for_every_hostile_string();
    void stays_safe_for_what_attackers_published();
    void stays_safe_for_random_mixtures();
    void holds_any_limits();

private:
    static void check(const QByteArray& hostile);
};

void TestSafeText::shows_what_was_hidden_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* name, const char8_t* bytes, const char16_t* shown) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes)) << QString::fromUtf16(shown);
    };
    row("a right-to-left override", u8"inv\u202Egpj.exe", u"inv⟦U+202E⟧gpj.exe");
    row("an isolate that would end ours", u8"a\u2069b", u"a⟦U+2069⟧b");
    row("a left-to-right mark", u8"a\u200Eb", u"a⟦U+200E⟧b");
    row("an Arabic letter mark", u8"a\u061Cb", u"a⟦U+061C⟧b");
    row("a zero-width space", u8"AC\u200BME", u"AC⟦U+200B⟧ME");
    row("the same hidden sign many times", u8"a\u200B\u200B\u200Bb", u"a⟦U+200B×3⟧b");
    row("many different hidden signs", u8"a\u200B\u200C\u200B\u200C\u200B\u200Cb", u"a⟦U+200B…×6⟧b");
    row("a soft hyphen", u8"Ac\u00ADme", u"Ac⟦U+00AD⟧me");
    row("a line separator", u8"a\u2028b\u2029c", u"a⟦U+2028⟧b⟦U+2029⟧c");
    row("a text in tag characters", u8"Hi\U000E0062\U000E0075\U000E0079!", u"Hi⟦tags: buy⟧!");
    row("a variation selector on a letter", u8"a\uFE0Fb", u"a⟦U+FE0F⟧b");
    row("bytes hidden in variation selectors", u8"😀\uFE01\uFE02", u"😀⟦U+FE01⟧⟦U+FE02⟧");
    row("a selector on a digit that is no keycap", u8"1\uFE0F2", u"1⟦U+FE0F⟧2");
    row("an escape sequence of a terminal", u8"\u001B[31mred", u"⟦U+001B⟧[31mred");
    row("a Hangul filler", u8"\u3164", u"⟦U+3164⟧");
    row("a braille blank", u8"\u2800", u"⟦U+2800⟧");
    row("a private character", u8"\uE000", u"⟦U+E000⟧");
    row("a noncharacter", u8"\uFFFE", u"⟦U+FFFE⟧");
    row("a stack of accents", u8"a\u0301\u0301\u0301\u0301\u0301\u0301b", u"a\u0301\u0301\u0301\u0301⟦◌×2⟧b");
    row("an accent on nothing", u8"\u0301a", u"◌\u0301a");
    row("an accent after a blank", u8"a \u0301", u"a ◌\u0301");
    row("a line break in a label", u8"Total\n0.00", u"Total⏎0.00");
    row("a line break of Windows is one", u8"a\r\nb\rc", u"a⏎b⏎c");
    row("tabs in a label", u8"a\tb", u"a⇥b");
    row("blanks that push text away", u8"a                   b", u"a⟦U+0020×19⟧b");
    row("line breaks that push text away", u8"a\n\n\n\n\n\n\n\n\n\nb", u"a⟦U+000A×10⟧b");
    row("nothing but blanks", u8"   ", u"⟦U+0020×3⟧");
    row("a wide blank looks like any other", u8"a\u3000b\u00A0c", u"a b c");
    row("a joiner outside of an emoji", u8"a\u200Db", u"a⟦U+200D⟧b");
    row("a joiner behind a hidden sign", u8"❤\uFE0F\uFE0F\u200D🔥", u"❤\uFE0F⟦U+FE0F⟧⟦U+200D⟧🔥");
    row("a faked token", u8"⟦U+202E⟧", u"⟦U+27E6⟧U+202E⟦U+27E7⟧");
    row("a faked line break", u8"a⏎b", u"a⟦U+23CE⟧b");
    QTest::newRow("bytes that are not UTF-8") << QByteArray("a\xFF\xC3") << QString::fromUtf16(u"a⟦0xFF⟧⟦0xC3⟧");
    QTest::newRow("a surrogate in UTF-8") << QByteArray("\xED\xA0\x80") << QString::fromUtf16(u"⟦0xED⟧⟦0xA0⟧⟦0x80⟧");
    QTest::newRow("a null byte") << QByteArray("a\0b", 3) << QString::fromUtf16(u"a⟦U+0000⟧b");
}

void TestSafeText::shows_what_was_hidden() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, shown);
    QCOMPARE(inside(text::safe(bytes.toStdString())), shown);
}

void TestSafeText::keeps_honest_text_data() {
    QTest::addColumn<QString>("honest");
    const auto row = [](const char* name, const char16_t* honest) {
        QTest::newRow(name) << QString::fromUtf16(honest);
    };
    row("plain words", u"Office chairs, 12 pieces");
    row("German", u"Müller & Söhne Großhandel");
    row("Vietnamese with two marks on a letter", u"Công ty Việt Nam e\u0302\u0323");
    row("Thai", u"บริษัท ที่ดี");
    row("Hindi", u"हिन्दी कंपनी");
    row("Arabic", u"شركة التوريد");
    row("Chinese", u"上海贸易公司");
    row("an emoji with its style", u"❤\uFE0F ok");
    row("a family of three", u"👩\u200D👩\u200D👧");
    row("a worker with skin tone", u"👷🏽\u200D♀\uFE0F");
    row("a keycap", u"1\uFE0F\u20E3");
    row("a flag", u"🇩🇪");
    row("markup is only text", u"<b>bold</b> &amp;");
    row("an ellipsis", u"and so on…");
}

void TestSafeText::keeps_honest_text() {
    QFETCH(QString, honest);
    const text::SafeText safe = text::safe(UntrustedText(honest.toStdString()));
    QCOMPARE(inside(safe), honest);
    QCOMPARE(safe.qstring().front(), QChar(first_strong_isolate));
    QCOMPARE(safe.qstring().back(), QChar(end_of_isolate));
}

void TestSafeText::a_passage_keeps_its_lines_data() {
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* name, const char16_t* said, const char16_t* shown) {
        QTest::newRow(name) << QString::fromUtf16(said) << QString::fromUtf16(shown);
    };
    row("two lines", u"one\r\ntwo", u"one\ntwo");
    row("a tab becomes four blanks", u"a\tb", u"a    b");
    row("an indent", u"a\n            b", u"a\n            b");
    row("a screen of empty lines", u"a\n\n\n\n\n\n\n\n\n\n\n\nb", u"a⟦U+000A×12⟧b");
    row("an override", u"a\u202Eb", u"a⟦U+202E⟧b");
    row("a Persian word with its non-joiner", u"می\u200Cخواهم", u"می\u200Cخواهم");
    row("a non-joiner between Latin letters", u"a\u200Cb", u"a⟦U+200C⟧b");
    row("nothing but line breaks", u"\n\n", u"⏎⏎");
    row("a faked continuation", u"↪ more", u"⟦U+21AA⟧ more");
}

void TestSafeText::a_passage_keeps_its_lines() {
    QFETCH(QString, said);
    QFETCH(QString, shown);
    QCOMPARE(text::safe(UntrustedText(said.toStdString()), text::passage).qstring(), shown);
}

void TestSafeText::cuts_visibly() {
    const text::SafeText cut = text::safe(std::string(1000, 'x'), text::Limits{100, 1, 1000, 4});
    const QString shown = inside(cut);
    QVERIFY(shown.size() <= 100);
    const qsizetype kept = shown.count(QLatin1Char('x'));
    QCOMPARE(shown.mid(kept), QString::fromUtf16(u"…⟦+%1⟧").arg(1000 - kept));
    // A joiner whose other half was cut goes, too.
    std::string family;
    for (int i = 0; i < 100; ++i) {
        family += "\xF0\x9F\x91\xA9\xE2\x80\x8D"; // a woman and a joiner
    }
    for (int most = 40; most < 60; ++most) {
        const QString some = inside(text::safe(family, text::Limits{most, 1, 1000, 4}));
        const qsizetype end = some.indexOf(QChar(0x2026));
        QVERIFY(end > 0);
        QVERIFY(some.at(end - 1) != QChar(0x200D));
        const qsizetype points = static_cast<qsizetype>(some.left(end).toUcs4().size());
        QCOMPARE(some.mid(end), QString::fromUtf16(u"…⟦+%1⟧").arg(200 - points));
    }
    // What just fits is whole.
    QCOMPARE(inside(text::safe(std::string(100, 'x'), text::Limits{100, 1, 1000, 4})), QString(100, QLatin1Char('x')));
    QCOMPARE(inside(text::safe("a" + std::string(98, 'x') + "\xC3\xBC", text::Limits{100, 1, 1000, 4})).size(), 100);
    // Also where much more is there than is looked at.
    const QString huge = inside(text::safe(std::string(std::size_t{1} << 20U, 'x')));
    QVERIFY(huge.size() <= text::label.characters);
    QCOMPARE(huge.mid(huge.count(QLatin1Char('x'))),
             QString::fromUtf16(u"…⟦+%1⟧").arg((1 << 20) - huge.count(QLatin1Char('x'))));
}

void TestSafeText::continues_long_lines() {
    const text::SafeText safe = text::safe(std::string(100, 'x') + "\nend", text::Limits{1000, 50, 40, 4});
    const QStringList lines = safe.qstring().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 4);
    for (const QString& line : lines) {
        QVERIFY(line.size() <= 40);
    }
    QVERIFY(lines[1].startsWith(QChar(u'↪')) && lines[2].startsWith(QChar(u'↪')));
    QCOMPARE(lines[3], QStringLiteral("end"));
    QCOMPARE(safe.qstring().count(QLatin1Char('x')), 100);
}

void TestSafeText::ends_after_the_last_line_allowed() {
    const text::SafeText safe = text::safe("1\n2\n3\n4\n5", text::Limits{1000, 3, 100, 4});
    QCOMPARE(safe.qstring(), QString::fromUtf16(u"1\n2\n3…⟦+4⟧"));
}

void TestSafeText::nothing_stays_nothing() {
    QVERIFY(text::safe("").empty());
    QVERIFY(text::safe(UntrustedText(), text::passage).empty());
    QVERIFY(text::SafeText().empty());
}

void TestSafeText::ids_are_shown_the_same_way() {
    QCOMPARE(text::safe(domain::AgentId("bot\xE2\x80\x8B-7")), text::safe("bot\xE2\x80\x8B-7"));
    QVERIFY(text::safe(domain::AgentId("bot-7")) != text::safe(domain::AgentId("bot-8")));
}

void TestSafeText::lets_no_code_point_through_unseen() {
    for (char32_t point = 0; point <= 0x10FFFF; ++point) {
        const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
        if (surrogate) {
            continue;
        }
        const char32_t spelled[] = {U'a', point, U'b'};
        const std::string bytes = QString::fromUcs4(spelled, 3).toStdString();
        const QString shown = inside(text::safe(bytes));
        const QString left = survivor(shown, false);
        QVERIFY2(left.isEmpty(), qPrintable(left));
        QVERIFY2(shown.size() >= 3, qPrintable(QString::number(point, 16)));
    }
}

void TestSafeText::check(const QByteArray& hostile) {
    const QByteArray name = name_of(hostile).toLatin1();
    const std::string bytes = hostile.toStdString();
    const text::SafeText line = text::safe(bytes);
    QVERIFY2(line.empty() == hostile.isEmpty(), name.constData());
    const QString shown = inside(line);
    QVERIFY2(!shown.trimmed().isEmpty() && !shown.contains(QLatin1Char('\n')), name.constData());
    QVERIFY2(shown.toUcs4().size() <= text::label.characters, name.constData());
    QVERIFY2(survivor(shown, false).isEmpty(), survivor(shown, false).toUtf8().constData());
    QVERIFY2(most_marks_in_a_row(shown) <= text::label.marks, name.constData());
    // Made safe twice is still safe and still visible.
    QVERIFY2(survivor(inside(text::safe(line.qstring().toStdString())), false).isEmpty(), name.constData());

    const QString passage = text::safe(bytes, text::passage).qstring();
    QVERIFY2(!passage.trimmed().isEmpty(), name.constData());
    QVERIFY2(passage.toUcs4().size() <= text::passage.characters, name.constData());
    QVERIFY2(survivor(passage, true).isEmpty(), survivor(passage, true).toUtf8().constData());
    const QStringList lines = passage.split(QLatin1Char('\n'));
    QVERIFY2(lines.size() <= text::passage.lines, name.constData());
    for (const QString& one : lines) {
        QVERIFY2(one.toUcs4().size() <= text::passage.line_characters, name.constData());
    }
}

void TestSafeText::stays_safe_for_every_hostile_string() {
    for (const QByteArray& hostile : hostile::own_strings()) {
        check(hostile);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void TestSafeText::stays_safe_for_what_attackers_published() {
    const QList<QByteArray> strings = hostile::shared_strings();
    if (strings.isEmpty()) {
        QSKIP(hostile::absent);
    }
    QVERIFY(strings.size() > 500);
    for (const QByteArray& hostile : strings) {
        check(hostile);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void TestSafeText::stays_safe_for_random_mixtures() {
    // Drawn from what this room treats specially, in every order; a fixed seed, so that a failure repeats.
    const QList<QByteArray> parts = {"a",
                                     " ",
                                     "\n",
                                     "\r",
                                     "\t",
                                     "1",
                                     "%1",
                                     "<b>",
                                     "\xFF",
                                     "\xCC\x81",
                                     "\xE2\x80\x8B",
                                     "\xE2\x80\x8D",
                                     "\xE2\x80\xAE",
                                     "\xE2\x81\xA9",
                                     "\xEF\xB8\x8F",
                                     "\xE2\x83\xA3",
                                     "\xF0\x9F\x91\xA9",
                                     "\xF0\x9F\x8F\xBD",
                                     "\xF3\xA0\x81\xA9",
                                     "\xE2\x9F\xA6",
                                     "\xE0\xA5\x8D",
                                     "\xD9\x85",
                                     "\xE0\xA4\x95",
                                     QByteArray("\0", 1)};
    QRandomGenerator random(20260301);
    for (int round = 0; round < 5000; ++round) {
        QByteArray mixture;
        const int length = random.bounded(1, 40);
        for (int part = 0; part < length; ++part) {
            mixture += parts[random.bounded(static_cast<int>(parts.size()))];
        }
        check(mixture);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void TestSafeText::holds_any_limits() {
    const std::string bytes = std::string(300, 'x') + "\n\xE2\x80\xAE" + std::string(300, 'y');
    for (const int characters : {-5, 0, 1, 24, 25, 50, 601, 700}) {
        for (const int lines : {-1, 0, 1, 2, 9}) {
            const text::SafeText safe = text::safe(bytes, text::Limits{characters, lines, characters, 0});
            QVERIFY(!safe.empty());
            QVERIFY(safe.qstring().size() <= std::max(characters, 24) + 2);
        }
    }
}

QTEST_GUILESS_MAIN(TestSafeText)
#include "tst_safe_text.moc"
