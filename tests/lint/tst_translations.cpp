// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/rules.h"
#include "tests/lint/ts_file.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

namespace {

/// Literals with words in pixels that are not for translation, and why.
struct Allowed {
    const char* file;
    const char* code;
    const char* reason;
};

constexpr Allowed allowed[] = {
    {"ui/look/style.cpp", "\"Fusion\"", "the name of a style of Qt"},
    {"ui/frame/tour", "", "the tour tells a terminal what it saw; scripts read that, so it stays English"},
};

QString root() {
    return QStringLiteral(REEVE_SOURCE_DIR);
}

QByteArray content(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray ts(const QByteArray& messages) {
    return "<?xml version=\"1.0\"?><TS version=\"2.1\" language=\"de_DE\"><context><name>ui::X</name>" + messages +
           "</context></TS>";
}

QByteArray message(const QByteArray& source, const QByteArray& translation) {
    return "<message><source>" + source + "</source><translation>" + translation + "</translation></message>";
}

QSet<QString> keys(const lint::TsFile& file) {
    QSet<QString> all;
    for (const lint::Message& one : file.messages) {
        all.insert(one.key());
    }
    return all;
}

QString readable(const QSet<QString>& some) {
    QStringList lines(some.begin(), some.end());
    lines.sort();
    return lines.join(u'\n').replace(QChar(0x1f), QStringLiteral(" | "));
}

} // namespace

/// German is complete, and stays complete: a new string without its translation fails here.
class TestTranslations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_language_is_complete_data();
    void a_language_is_complete();
    void a_language_has_the_strings_of_the_source_data();
    void a_language_has_the_strings_of_the_source();
    void the_program_says_what_the_file_says_data();
    void the_program_says_what_the_file_says();
    void the_program_finds_a_language_for_everybody_data();
    void the_program_finds_a_language_for_everybody();
    void every_text_in_pixels_is_translated();
    void a_planted_gap_is_found_data();
    void a_planted_gap_is_found();
    void a_good_translation_has_no_findings();
    void a_planted_literal_is_found();
};

void TestTranslations::a_language_is_complete_data() {
    QTest::addColumn<QString>("file");
    const QDir folder(root() + QStringLiteral("/translations"));
    for (const QString& name : folder.entryList({QStringLiteral("*.ts")}, QDir::Files, QDir::Name)) {
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
}

void TestTranslations::a_language_is_complete() {
    QFETCH(QString, file);
    const lint::TsFile read = lint::read_ts(content(file));
    QVERIFY(!read.messages.isEmpty());
    const QStringList findings = lint::ts_findings(read);
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestTranslations::a_language_has_the_strings_of_the_source_data() {
    a_language_is_complete_data();
}

void TestTranslations::a_language_has_the_strings_of_the_source() {
    QFETCH(QString, file);
    const QString lupdate = QStringLiteral(REEVE_LUPDATE);
    if (!QFile::exists(lupdate)) {
        QSKIP("lupdate is not installed (qt6-l10n-tools)");
    }
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QFileInfo(file).fileName());
    QVERIFY(QFile::copy(file, copy));
    QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
    QProcess process;
    process.setWorkingDirectory(root());
    QStringList arguments = {QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-I"),
                             QStringLiteral("."),       QStringLiteral("app"),          QStringLiteral("models"),
                             QStringLiteral("ui")};
    if (lint::read_ts(content(file)).language == QStringLiteral("en")) {
        arguments.prepend(QStringLiteral("-pluralonly"));
    }
    process.start(lupdate, arguments + QStringList{QStringLiteral("-ts"), copy});
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(process.exitCode(), 0);
    const QSet<QString> in_source = keys(lint::read_ts(content(copy)));
    const QSet<QString> translated = keys(lint::read_ts(content(file)));
    QVERIFY(!in_source.isEmpty());
    const QSet<QString> missing = in_source - translated;
    const QSet<QString> gone = translated - in_source;
    QVERIFY2(missing.isEmpty(),
             qPrintable(QStringLiteral("run translations/update.sh and translate:\n") + readable(missing)));
    QVERIFY2(gone.isEmpty(),
             qPrintable(QStringLiteral("run translations/update.sh, no longer used:\n") + readable(gone)));
}

void TestTranslations::the_program_says_what_the_file_says_data() {
    a_language_is_complete_data();
}

void TestTranslations::the_program_says_what_the_file_says() {
    QFETCH(QString, file);
    QTranslator translator;
    QVERIFY(translator.load(QStringLiteral(REEVE_BINARY_DIR "/translations/") + QFileInfo(file).baseName() +
                            QStringLiteral(".qm")));
    const lint::TsFile read = lint::read_ts(content(file));
    QVERIFY(!read.messages.isEmpty());
    const auto said = [&](const lint::Message& one, int count) {
        return translator.translate(one.context.toUtf8().constData(), one.source.toUtf8().constData(),
                                    one.comment.toUtf8().constData(), count);
    };
    for (const lint::Message& one : read.messages) {
        QCOMPARE(said(one, one.numerus ? 1 : -1), one.forms.front());
        QCOMPARE(said(one, one.numerus ? 2 : -1), one.forms.back());
    }
}

void TestTranslations::the_program_finds_a_language_for_everybody_data() {
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("language");
    QTest::newRow("a German of Austria") << QLocale(QLocale::German, QLocale::Austria) << QStringLiteral("de");
    QTest::newRow("an American") << QLocale(QLocale::English, QLocale::UnitedStates) << QStringLiteral("en");
    QTest::newRow("somebody whose language is not there gets English plurals")
        << QLocale(QLocale::Swahili, QLocale::Kenya) << QStringLiteral("en");
    QTest::newRow("a computer without a language") << QLocale::c() << QStringLiteral("en");
}

void TestTranslations::the_program_finds_a_language_for_everybody() {
    QFETCH(QLocale, locale);
    QFETCH(QString, language);
    Q_INIT_RESOURCE(translations);
    QTranslator translator; // exactly as the console loads it
    QVERIFY(translator.load(locale, QStringLiteral("reeve"), QStringLiteral("_"), QStringLiteral(":/i18n")));
    const lint::TsFile english = lint::read_ts(content(root() + QStringLiteral("/translations/reeve_en.ts")));
    const lint::TsFile expected =
        lint::read_ts(content(root() + QStringLiteral("/translations/reeve_%1.ts").arg(language)));
    QVERIFY(!english.messages.isEmpty());
    const lint::Message& plural = english.messages.front();
    const auto same = std::find_if(expected.messages.begin(), expected.messages.end(),
                                   [&](const lint::Message& one) { return one.key() == plural.key(); });
    QVERIFY(same != expected.messages.end());
    QCOMPARE(translator.translate(plural.context.toUtf8().constData(), plural.source.toUtf8().constData(), nullptr, 2),
             same->forms.back());
}

void TestTranslations::every_text_in_pixels_is_translated() {
    QStringList sentences;
    QSet<const Allowed*> used;
    for (const lint::Code& code : lint::sources(root(), {QStringLiteral("ui")})) {
        for (const lint::Finding& finding : lint::literal_findings(code)) {
            const auto* known = std::find_if(std::begin(allowed), std::end(allowed), [&](const Allowed& row) {
                return finding.file.startsWith(QLatin1String(row.file)) &&
                       finding.code.contains(QLatin1String(row.code));
            });
            if (known == std::end(allowed)) {
                sentences.append(lint::sentence(finding));
            } else {
                used.insert(known);
            }
        }
    }
    QVERIFY2(sentences.isEmpty(), qPrintable(sentences.join(u'\n')));
    QCOMPARE(used.size(), static_cast<qsizetype>(std::size(allowed))); // no row that allows nothing any more
}

void TestTranslations::a_planted_gap_is_found_data() {
    QTest::addColumn<QByteArray>("messages");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const QByteArray& messages, const char* said) {
        QTest::newRow(name) << messages << QString::fromLatin1(said);
    };
    row("an unfinished one",
        "<message><source>Hold</source><translation type=\"unfinished\">Halten</translation></message>", "unfinished");
    row("a vanished one", "<message><source>Hold</source><translation type=\"vanished\">Halten</translation></message>",
        "vanished");
    row("an empty one", message("Hold", ""), "empty");
    row("one of blanks", message("Hold", "  "), "empty");
    row("a lost place marker", message("%1 of %2", "%1 von"), "place markers");
    row("a place marker of another number", message("%1 of %2", "%1 von %3"), "place markers");
    row("a local marker that lost its L", message("%L1 orders", "%1 Bestellungen"), "place markers");
    row("a lost mnemonic", message("&amp;Hold", "Halten"), "mnemonics");
    row("a mnemonic too many", message("Salt &amp; Co", "Salz &amp;Co"), "mnemonics");
    row("the same mnemonic twice", message("&amp;Hold", "&amp;Anhalten") + message("&amp;Approve", "&amp;Annehmen"),
        "same letter");
    row("a lost full stop", message("It is late.", "Es ist sp\xC3\xA4t"), "another sign");
    row("a full stop too many", message("Late", "Sp\xC3\xA4t."), "another sign");
    row("a lost ellipsis", message("Loading...", "Wird geladen"), "another sign");
    row("a lost blank", message("Amount: ", "Betrag:"), "blanks");
    row("another line break", message("one\ntwo", "eins zwei"), "line breaks");
    row("markup", message("Hold", "&lt;b&gt;Halten&lt;/b&gt;"), "markup");
    row("a sentence left in English", message("Waits for second person", "Waits for second person"), "still English");
    row("the familiar form", message("Type your reason", "Gib deinen Grund an"), "as du");
    row("straight quotation marks", message("the gateway", "das \"Gateway\""), "quotation marks");
    row("a missing plural form",
        "<message numerus=\"yes\"><source>%n orders</source><translation><numerusform>%n Bestellung</numerusform>"
        "</translation></message>",
        "1 of 2 plural forms");
    row("an empty plural form",
        "<message numerus=\"yes\"><source>%n orders</source><translation><numerusform>%n Bestellung</numerusform>"
        "<numerusform></numerusform></translation></message>",
        "empty");
    row("the same message twice", message("Hold", "Halten") + message("Hold", "Halten"), "twice");
    row("half a file", "<message>", "line");
}

void TestTranslations::a_planted_gap_is_found() {
    QFETCH(QByteArray, messages);
    QFETCH(QString, said);
    const QStringList findings = lint::ts_findings(lint::read_ts(ts(messages)));
    QCOMPARE(findings.size(), 1);
    QVERIFY2(findings[0].contains(said), qPrintable(findings[0]));
}

void TestTranslations::a_good_translation_has_no_findings() {
    const QByteArray good =
        message("&amp;Hold", "An&amp;halten") + message("%1 of %2:", "%2 von %1:") + message("OK", "OK") +
        message("Loading…", "Wird geladen...") + message("Dual sign-off", "Vier-Augen-Freigabe") +
        "<message numerus=\"yes\"><source>%n order(s)</source><translation><numerusform>%n Bestellung</numerusform>"
        "<numerusform>%n Bestellungen</numerusform></translation></message>";
    const QStringList findings = lint::ts_findings(lint::read_ts(ts(good)));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
    QVERIFY(!lint::ts_findings(lint::read_ts("not XML")).isEmpty());
}

void TestTranslations::a_planted_literal_is_found() {
    const auto findings = [](const char* code) {
        return lint::literal_findings(lint::prepared(QStringLiteral("ui/x/x.cpp"), QString::fromUtf8(code))).size();
    };
    QCOMPARE(findings("label->say(QStringLiteral(\"Waits for you\"));"), 1);
    QCOMPARE(findings("button->setText(QStringLiteral(\"&Approve\"));"), 1);
    QCOMPARE(findings("return QLatin1String(\"Nothing to do.\");"), 1);
    QCOMPARE(findings("label->say(tr(\"Waits for you\")); // \"Waits for you\""), 0);
    QCOMPARE(findings("QCoreApplication::translate(\"X\", \"Waits for you\");"), 0);
    QCOMPARE(findings("setObjectName(QStringLiteral(\"Inbox\"));"), 0);
    QCOMPARE(findings("qCWarning(log) << \"the link is lost\" << code;"), 0);
    QCOMPARE(findings("#include \"Some Header.h\"\nconst char* a = \"%1:%2\"; QStringLiteral(\"amount\");"), 0);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
