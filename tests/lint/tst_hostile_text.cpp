// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/rules.h"

#include <QTest>

namespace {

/// A finding that is in order, and why. `code` is a part of the code that the finding quotes. A row that no longer
/// matches anything fails the test, so that the list stays short.
struct Allowed {
    const char* rule;
    const char* file;
    const char* code;
    const char* reason;
};

constexpr Allowed allowed[] = {
    {"starts programs", "app/console/", "QProcess", "starts the sandbox beside the console, with arguments of our own"},
    {"starts programs", "app/premises/rehearse.cpp", "QProcess",
     "runs the sandbox beside the program over its own scenarios, with arguments of our own"},
    {"rich text", "ui/policy/text_page.cpp", "QTextEdit", "only its ExtraSelection, which marks a place of plain text"},
    {"conversion", "ui/decide/signed_content.cpp", "hex.mid(at, 4)",
     "hexadecimal digits of a digest, made right there"},
    {"conversion", "ui/frame/tour.cpp", "options.passphrase", "the passphrase that the program itself gives its tour"},
    {"conversion", "ui/frame/about_box.cpp", "qVersion()", "the version number of the Qt library itself"},
    {"conversion", "ui/sieve/own_text.h", "ours.data()",
     "names of columns, translated words and what the person typed into this very control"},
    {"joined SQL", "app/store/sqlite_backend.cpp", "PRAGMA",
     "a PRAGMA takes no parameters; names and numbers are ours"},
};

bool is_allowed(const lint::Finding& finding, const Allowed& row) {
    return finding.rule == QLatin1String(row.rule) && finding.file.startsWith(QLatin1String(row.file)) &&
           finding.code.contains(QLatin1String(row.code));
}

QList<lint::Finding> findings_of(const QList<lint::Code>& sources) {
    QList<lint::Finding> findings;
    for (const lint::Code& code : sources) {
        findings.append(lint::hostile_findings(code));
        findings.append(lint::widget_findings(code));
    }
    return findings;
}

/// Of the whole source, looked at once.
const QList<lint::Finding>& findings_now() {
    static const QList<lint::Finding> findings = findings_of(lint::sources(
        QStringLiteral(REEVE_SOURCE_DIR), {QStringLiteral("app"), QStringLiteral("models"), QStringLiteral("ui")}));
    return findings;
}

} // namespace

/// Ways around UntrustedText. New ones fail here, with file and line.
class TestHostileText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothing_goes_around_the_text_room();
    void every_allowance_is_still_needed_data();
    void every_allowance_is_still_needed();
    void a_planted_way_around_is_found_data();
    void a_planted_way_around_is_found();
    void honest_code_is_left_alone_data();
    void honest_code_is_left_alone();
    void comments_and_literals_are_no_code();
};

void TestHostileText::nothing_goes_around_the_text_room() {
    QStringList sentences;
    for (const lint::Finding& finding : findings_now()) {
        if (std::none_of(std::begin(allowed), std::end(allowed),
                         [&](const Allowed& row) { return is_allowed(finding, row); })) {
            sentences.append(lint::sentence(finding));
        }
    }
    QVERIFY2(sentences.isEmpty(), qPrintable(sentences.join(u'\n')));
}

void TestHostileText::every_allowance_is_still_needed_data() {
    QTest::addColumn<int>("index");
    for (int index = 0; index < static_cast<int>(std::size(allowed)); ++index) {
        QTest::addRow("%s: %s, %s", allowed[index].rule, allowed[index].file, allowed[index].reason) << index;
    }
}

void TestHostileText::every_allowance_is_still_needed() {
    QFETCH(int, index);
    const Allowed& row = allowed[index];
    QVERIFY(qstrlen(row.reason) > 20);
    const auto& findings = findings_now();
    QVERIFY(std::any_of(findings.begin(), findings.end(),
                        [&](const lint::Finding& finding) { return is_allowed(finding, row); }));
}

void TestHostileText::a_planted_way_around_is_found_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char* name, const char* file, const char* code, const char* rule) {
        QTest::newRow(name) << QString::fromLatin1(file) << QString::fromUtf8(code) << QString::fromLatin1(rule);
    };
    row("bytes into a QString", "app/report/x.cpp", "auto s = QString::fromStdString(row.name.bytes());", "conversion");
    row("bytes through a pointer", "app/report/x.cpp", "QString::fromUtf8(name->bytes().c_str())", "conversion");
    row("bytes into a constructor", "app/x/x.cpp", "QLatin1String(id.bytes().c_str())", "conversion");
    row("any decoding in pixels", "ui/inbox/x.cpp", "QString::fromStdString(po_number)", "conversion");
    row("any decoding in a model", "models/feed/x.cpp", "return QString::fromUtf8(field);", "conversion");
    row("a chain of arg", "ui/inbox/x.cpp", "tr(\"%1 wants %2\").arg(agent).arg(amount)", "chained arg");
    row("a chain over two lines", "ui/inbox/x.cpp", "tr(\"%1 %2\")\n .arg(f(a, b))\n .arg(amount)", "chained arg");
    row("outside text as pattern", "ui/inbox/x.cpp", "safe.qstring().arg(amount)", "chained arg");
    row("a link opened", "ui/case/x.cpp", "QDesktopServices::openUrl(url);", "opens links");
    row("a label that opens links", "ui/case/x.cpp", "label->setOpenExternalLinks(true);", "opens links");
    row("a program started", "app/courier/x.cpp", "QProcess::startDetached(command);", "starts programs");
    row("a shell", "app/ctl/x.cpp", "std::system(command); ::system(c); int a = system (c);", "starts programs");
    row("a filter from data", "models/queue/x.cpp", "proxy.setFilterRegularExpression(text);",
        "regular expression of data");
    row("a table filter", "models/queue/x.cpp", "model->setFilter(text);", "regular expression of data");
    row("SQL with a value behind it", "app/store/x.cpp", "prepare(\"SELECT a FROM b WHERE c = '\" + id);",
        "joined SQL");
    row("SQL with arg", "app/store/x.cpp", "QStringLiteral(\"DELETE FROM b WHERE c = %1\").arg(id)", "joined SQL");
    row("a condition joined", "app/store/x.cpp", "sql + \" WHERE a = 1\"", "joined SQL");
    row("words of an agent in the log", "app/link/x.cpp", "qCWarning(log) << turn.words.bytes().c_str();",
        "logged text");
    row("a passphrase in the log", "app/crypto/x.cpp", "qCDebug(log, \"%s\", passphrase.c_str());", "logged text");
    row("HTML", "ui/case/x.cpp", "view->setHtml(page);", "rich text");
    row("a rich label", "ui/case/x.cpp", "label->setTextFormat(Qt::RichText);", "rich text");
    row("a browser", "ui/case/x.cpp", "auto* view = new QTextBrowser(this);", "rich text");
    row("a bare label", "ui/case/x.cpp", "auto* name = new QLabel(this);", "bare label");
    row("a bare label on the stack", "ui/case/x.cpp", "QLabel name;", "bare label");
    row("a message box that guesses", "ui/case/x.cpp", "QMessageBox::warning(this, tr(\"No\"), what);",
        "bare message box");
    row("a message box without its format", "ui/case/x.cpp", "QMessageBox box(this);\nbox.setText(what);",
        "bare message box");
    row("data of a model in a label", "ui/case/x.cpp", "label->setText(index.data().toString());", "raw text");
    row("the detail of a fault in a title", "ui/case/x.cpp", "setWindowTitle(f(fault.detail));", "raw text");
    row("outside bytes on a terminal", "app/ctl/x.cpp", "say(shown(row.source.bytes()) + row.id.bytes());", "raw text");
    row("an error text in the status bar", "ui/case/x.cpp", "bar->showMessage(file.errorString());", "raw text");
    row("outside text on a button", "ui/case/x.cpp", "auto* b = new QPushButton(text::safe(name).qstring(), this);",
        "bare mnemonic");
    row("outside text on a tab", "ui/case/x.cpp", "tabs->addTab(page, name.qstring());", "bare mnemonic");
    row("a tooltip that guesses", "ui/case/x.cpp", "label->setToolTip(safe.qstring());", "guessing tooltip");
    row("help that guesses", "ui/case/x.cpp", "label->setWhatsThis(name);", "guessing tooltip");
    row("a tooltip of a tab", "ui/case/x.cpp", "tabs->setTabToolTip(0, name);", "guessing tooltip");
    row("a tooltip of a model", "models/feed/x.cpp", "case Qt::ToolTipRole: return text::safe(row.name).qstring();",
        "guessing tooltip");
}

void TestHostileText::a_planted_way_around_is_found() {
    QFETCH(QString, file);
    QFETCH(QString, code);
    QFETCH(QString, rule);
    const QList<lint::Finding> findings = findings_of({lint::prepared(file, QStringLiteral("// one\n") + code)});
    const auto found =
        std::find_if(findings.begin(), findings.end(), [&](const auto& one) { return one.rule == rule; });
    QVERIFY(found != findings.end());
    QCOMPARE(found->file, file);
    QVERIFY(found->line >= 2);
    QVERIFY(lint::sentence(*found).startsWith(file + u':'));
    QVERIFY(!found->advice.isEmpty());
}

void TestHostileText::honest_code_is_left_alone_data() {
    QTest::addColumn<QString>("code");
    for (const char* code :
         {"label->show(text::safe(row.agent));", "label->setText(text::safe(row.agent).qstring());",
          "label->say(text::fill(tr(\"%1 wants %2\"), {text::safe(row.agent), formats.money(row.gross)}));",
          "label->setToolTip(text::for_tooltip(text::safe(row.agent)));", "label->setToolTip(tr(\"Approve\"));",
          "label->setToolTip({});", "say(shown(row.source.bytes()) + \" \" + shown(row.id.bytes()));",
          "tr(\"%1 of %2\").arg(done, total);", "QLabel* buddy = nullptr;",
          "auto* b = new QPushButton(text::for_button(text::safe(name)), this);",
          "QMessageBox box(this);\nbox.setTextFormat(Qt::PlainText);\nbox.setText(tr(\"Really?\"));",
          "case Qt::ToolTipRole: return text::for_tooltip(text::safe(row.agent));", "hash.update(row.agent.bytes());",
          "qCWarning(log_link, \"lost: %s\", base::name_of(fault.code));",
          "system_clock.now(); reeve_system(x); fork_lift();"}) {
        QTest::newRow(code) << QString::fromLatin1(code);
    }
}

void TestHostileText::honest_code_is_left_alone() {
    QFETCH(QString, code);
    const QList<lint::Finding> findings = findings_of({lint::prepared(QStringLiteral("ui/inbox/x.cpp"), code)});
    QVERIFY2(findings.isEmpty(), findings.isEmpty() ? "" : qPrintable(lint::sentence(findings[0])));
}

void TestHostileText::comments_and_literals_are_no_code() {
    const QString source =
        QStringLiteral("// QProcess\n/* openUrl\n */ auto a = \"setHtml \\\" QProcess\"; auto b = 'x';\n"
                       "auto c = R\"x(setHtml\n)\" QProcess)x\"; int d = 20'000; QTextEdit e;");
    const lint::Code code = lint::prepared(QStringLiteral("ui/x/x.cpp"), source);
    QCOMPARE(code.code.size(), source.size());
    QCOMPARE(code.text.size(), source.size());
    const QList<lint::Finding> findings = findings_of({code});
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].code, QStringLiteral("QTextEdit"));
    QCOMPARE(findings[0].line, 5);
}

QTEST_GUILESS_MAIN(TestHostileText)
#include "tst_hostile_text.moc"
