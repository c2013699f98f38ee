// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/rules.h"

namespace lint {

namespace {

struct Forbidden {
    const char* rule;
    const char* words;
    const char* advice;
};

constexpr Forbidden forbidden[] = {
    {"rich text", "setHtml|insertHtml|appendHtml|toHtml|setMarkdown|setDefaultStyleSheet",
     "the console shows plain text only"},
    {"rich text", "Qt::RichText|Qt::AutoText|Qt::MarkdownText|Qt::convertFromPlainText",
     "the console shows plain text only"},
    {"rich text", "QTextBrowser|QTextEdit|QTextDocument|QStaticText|QErrorMessage",
     "this class reads markup: use QPlainTextEdit or ui::look::Passage"},
};

QList<Finding> forbidden_words(const Code& code) {
    QList<Finding> findings;
    for (const Forbidden& row : forbidden) {
        const QRegularExpression word(
            QStringLiteral("(?<![A-Za-z0-9_])(%1)(?![A-Za-z0-9_])").arg(QLatin1String(row.words)));
        auto matches = word.globalMatch(code.code);
        while (matches.hasNext()) {
            const auto match = matches.next();
            findings.append({QString::fromLatin1(row.rule), code.file, code.line_of(match.capturedStart()),
                             match.captured(), QString::fromLatin1(row.advice)});
        }
    }
    return findings;
}

/// QLabel and QMessageBox guess whether they hold rich text, so only ui::look makes labels, and a box says PlainText.
QList<Finding> guessing_widgets(const Code& code) {
    QList<Finding> findings;
    static const QRegularExpression label(QStringLiteral("\\bnew\\s+QLabel\\b|\\bQLabel\\s+\\w+\\s*[({;,]"));
    auto labels = label.globalMatch(code.code);
    while (labels.hasNext()) {
        const auto match = labels.next();
        findings.append({QStringLiteral("bare label"), code.file, code.line_of(match.capturedStart()),
                         match.captured().simplified(), QStringLiteral("use ui::look::Label, which is always plain")});
    }
    static const QRegularExpression box(QStringLiteral(
        "\\bQMessageBox\\s*(::\\s*(information|question|warning|critical|about)\\s*\\(|\\w+\\s*[({;]|\\()"));
    const bool says_plain = code.code.contains(QStringLiteral("setTextFormat(Qt::PlainText)"));
    auto boxes = box.globalMatch(code.code);
    while (boxes.hasNext()) {
        const auto match = boxes.next();
        if (match.captured().contains(QStringLiteral("::")) || !says_plain) {
            findings.append({QStringLiteral("bare message box"), code.file, code.line_of(match.capturedStart()),
                             match.captured().simplified(),
                             QStringLiteral("make the box, setTextFormat(Qt::PlainText), then open it")});
        }
    }
    return findings;
}

/// Calls that put text before a person.
constexpr char sinks[] =
    "setText|setTitle|setWindowTitle|setInformativeText|setDetailedText|setPlainText|appendPlainText|insertPlainText"
    "|setPlaceholderText|setAccessibleName|setAccessibleDescription|setStatusTip|showMessage|setLabelText|setTabText"
    "|addTab|insertTab|addRow|addItem|insertItem|setItemText|addAction|addMenu|say|setHeaderLabels|drawText|showText"
    "|setIconText|remark|progress|setPrefix|setSuffix|setSpecialValueText";

/// What must not stand in their arguments: text of a model or a fault as it came.
constexpr char raw[] =
    "\\.toString\\(\\)|\\.data\\(|->data\\(|\\.bytes\\(\\)|\\.detail\\b|\\.where\\b|\\bfrom(StdString|Utf8|"
    "Local8Bit|RawData)\\b|\\berrorString\\(|\\bQVariant\\b";

/// Without the parts that text::safe and its like have already cleaned.
QString without_clean_parts(const Code& code, const Call& call) {
    QString given = code.code.mid(call.open + 1, call.close - call.open - 1);
    static const QRegularExpression clean(QStringLiteral("\\b(shown|shown_lines|text::safe|text::for_\\w+)\\s*\\("));
    for (auto match = clean.match(given); match.hasMatch(); match = clean.match(given)) {
        const qsizetype end = closing(given, match.capturedEnd() - 1);
        given.replace(match.capturedStart(), end + 1 - match.capturedStart(), QStringLiteral("clean"));
    }
    return given.simplified();
}

QList<Finding> raw_sinks(const Code& code) {
    static const QRegularExpression unsafe(QString::fromLatin1(raw));
    QList<Finding> findings;
    for (const Call& call : calls(code, QString::fromLatin1(sinks))) {
        if (without_clean_parts(code, call).contains(unsafe)) {
            findings.append({QStringLiteral("raw text"), code.file, code.line_of(call.start),
                             call.name + u'(' + arguments(code, call).left(140) + u')',
                             QStringLiteral("make it safe with text::safe, fill it in with text::fill")});
        }
    }
    return findings;
}

/// Where "&" makes a mnemonic, an "&" from outside would move one.
QList<Finding> bare_mnemonics(const Code& code) {
    static const QRegularExpression outside(QStringLiteral("\\.qstring\\(\\)|text::safe\\("));
    QList<Finding> findings;
    const QString names =
        QStringLiteral("QPushButton|QToolButton|QCheckBox|QRadioButton|QGroupBox|QAction|addAction|addMenu"
                       "|addTab|insertTab|setTabText|setTitle|addButton");
    for (const Call& call : calls(code, names)) {
        const QString given = arguments(code, call);
        if (given.contains(outside) && !given.contains(QStringLiteral("text::for_button("))) {
            findings.append({QStringLiteral("bare mnemonic"), code.file, code.line_of(call.start),
                             call.name + u'(' + given.left(140) + u')',
                             QStringLiteral("an & from outside makes a mnemonic: use text::for_button")});
        }
    }
    return findings;
}

/// Tooltips and "What's this" guess whether they are rich: only our own words or for_tooltip go in.
QList<Finding> guessing_tips(const Code& code) {
    static const QRegularExpression clean(
        QStringLiteral("^(tr\\(|QObject::tr\\(|(::)?text::for_tooltip\\(|\\w+ \\? text::for_tooltip\\(.*\\) : "
                       "QString\\(\\)$|\\{\\s*\\}$|QString\\(\\s*\\)$|$)"));
    QList<Finding> findings;
    for (const Call& call : calls(code, QStringLiteral("setToolTip|setWhatsThis|setTabToolTip|showText"))) {
        QString given = arguments(code, call);
        if (call.name == QStringLiteral("setTabToolTip") || call.name == QStringLiteral("showText")) {
            given = given.section(u',', 1, 1).trimmed();
        }
        if (!clean.match(given).hasMatch()) {
            findings.append({QStringLiteral("guessing tooltip"), code.file, code.line_of(call.start),
                             call.name + u'(' + given.left(140) + u')',
                             QStringLiteral("wrap it in text::for_tooltip, or give tr() alone")});
        }
    }
    static const QRegularExpression role(QStringLiteral(
        "case\\s+Qt::(ToolTipRole|WhatsThisRole)\\s*:\\s*return\\s+(?!text::for_tooltip|tr\\()([^;]*);"));
    auto roles = role.globalMatch(code.code);
    while (roles.hasNext()) {
        const auto match = roles.next();
        findings.append({QStringLiteral("guessing tooltip"), code.file, code.line_of(match.capturedStart()),
                         match.captured().simplified(), QStringLiteral("return text::for_tooltip")});
    }
    return findings;
}

} // namespace

QList<Finding> widget_findings(const Code& code) {
    return forbidden_words(code) + guessing_widgets(code) + raw_sinks(code) + bare_mnemonics(code) +
           guessing_tips(code);
}

} // namespace lint
