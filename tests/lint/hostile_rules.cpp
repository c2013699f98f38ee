// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/rules.h"

namespace lint {

namespace {

bool in(const Code& code, const char* folder) {
    return code.file.startsWith(QLatin1String(folder));
}

bool has_pixels(const Code& code) {
    return in(code, "ui/") || in(code, "models/");
}

QString piece(const Code& code, qsizetype start, qsizetype end) {
    return code.text.mid(start, std::min<qsizetype>(end - start, 160)).simplified();
}

Finding found(const char* rule, const Code& code, const Call& call, const char* advice) {
    return {QString::fromLatin1(rule), code.file, code.line_of(call.start), piece(code, call.start, call.close + 1),
            QString::fromLatin1(advice)};
}

/// Bytes from outside become a QString without app/text.
QList<Finding> conversions(const Code& code) {
    static const QRegularExpression bytes(QStringLiteral("(\\.|->)bytes\\(\\)"));
    QList<Finding> findings;
    const QString names = QStringLiteral(
        "(?:QString|QAnyStringView|QUtf8StringView|QLatin1String|QLatin1StringView|QStringDecoder)(?:::from\\w+)?");
    for (const Call& call : calls(code, names)) {
        const QString given = arguments(code, call);
        const bool takes_bytes = given.contains(bytes);
        const bool is_code = given.contains(QStringLiteral("name_of(")); // our own spelling of an enumerator
        const bool decodes_in_pixels = has_pixels(code) && !is_code && call.name.contains(QStringLiteral("from")) &&
                                       !call.name.contains(QStringLiteral("fromUtf16"));
        if (takes_bytes || decodes_in_pixels) {
            findings.append(found("conversion", code, call, "show it through text::safe"));
        }
    }
    return findings;
}

QList<Finding> chained_args(const Code& code) {
    QList<Finding> findings;
    static const QRegularExpression next(QStringLiteral("\\G\\s*\\.\\s*arg\\s*\\("));
    for (const Call& call : calls(code, QStringLiteral("arg"))) {
        if (next.match(code.code, call.close + 1).hasMatch()) {
            findings.append(found("chained arg", code, call, "an argument may hold a %2: use text::fill or arg(a, b)"));
        }
    }
    // A pattern that somebody outside wrote.
    static const QRegularExpression pattern(QStringLiteral("qstring\\(\\)\\s*\\.\\s*arg\\s*\\("));
    auto matches = pattern.globalMatch(code.code);
    while (matches.hasNext()) {
        const auto match = matches.next();
        findings.append({QStringLiteral("chained arg"), code.file, code.line_of(match.capturedStart()),
                         match.captured(), QStringLiteral("outside text is no pattern: use text::fill")});
    }
    return findings;
}

/// A word that must not occur at all.
struct Forbidden {
    const char* rule;
    const char* words; ///< regular expression
    const char* advice;
};

constexpr Forbidden forbidden[] = {
    {"opens links", "QDesktopServices|openUrl|setOpenExternalLinks\\s*\\(\\s*true|setOpenLinks\\s*\\(\\s*true",
     "a link from outside is never opened: copy it, show text::ace_host"},
    {"opens links", "Qt::TextBrowserInteraction|Qt::LinksAccessibleBy\\w+|linkActivated|linkHovered",
     "plain text has no links"},
    {"starts programs",
     "QProcess|posix_spawnp?|popen|fork\\s*\\(|execv[pe]*\\s*\\(|execl[pe]*\\s*\\(|(?<![\\w.>:])system\\s*\\(",
     "no program is started on data; only the embedded sandbox is started, by app/console"},
    {"regular expression of data", "setFilterRegularExpression|setFilterFixedString|setFilterWildcard|setFilter\\s*\\(",
     "filters are expressions of app/cel or bound parameters"},
};

QList<Finding> forbidden_words(const Code& code) {
    QList<Finding> findings;
    for (const Forbidden& row : forbidden) {
        const QRegularExpression word(QStringLiteral("(?<![A-Za-z0-9_])(%1)").arg(QLatin1String(row.words)));
        auto matches = word.globalMatch(code.code);
        while (matches.hasNext()) {
            const auto match = matches.next();
            findings.append({QString::fromLatin1(row.rule), code.file, code.line_of(match.capturedStart()),
                             match.captured().simplified(), QString::fromLatin1(row.advice)});
        }
    }
    return findings;
}

/// SQL with something joined to it other than constants: "… WHERE id = '" + id, arg(), append.
QList<Finding> built_sql(const Code& code) {
    static const QRegularExpression sql(QStringLiteral(
        "\"[^\"\\n]*\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE|VALUES|ORDER BY|PRAGMA)\\b[^\"\\n]*\""));
    static const QRegularExpression joined(QStringLiteral("\\G\\s*\\)?\\s*(\\+|<<|\\.\\s*arg\\b|\\.\\s*append\\b|%)"));
    static const QRegularExpression joined_before(QStringLiteral("(\\+|<<)\\s*(\\w+\\()?$"));
    QList<Finding> findings;
    auto matches = sql.globalMatch(code.text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const bool after = joined.match(code.code, match.capturedEnd()).hasMatch();
        const bool before = joined_before.match(code.code.left(match.capturedStart()).right(40)).hasMatch();
        if (after || before) {
            findings.append({QStringLiteral("joined SQL"), code.file, code.line_of(match.capturedStart()),
                             piece(code, match.capturedStart(), match.capturedEnd() + 30),
                             QStringLiteral("bind parameters; only constants may be joined")});
        }
    }
    return findings;
}

/// The log holds ids and fault codes, never what people or agents said, and no secrets.
QList<Finding> logged_text(const Code& code) {
    static const QRegularExpression log(QStringLiteral("\\bqC?(Debug|Info|Warning|Critical)\\s*\\([^;]*;"));
    static const QRegularExpression said(
        QStringLiteral("(\\.|->)(detail|name|words|text|purpose|description|note|reference|advice|account|party)\\b"
                       "|passphrase|password|\\btoken\\b|\\bseed\\b|describe\\("));
    QList<Finding> findings;
    auto statements = log.globalMatch(code.code);
    while (statements.hasNext()) {
        const auto match = statements.next();
        if (match.captured().contains(said)) {
            findings.append({QStringLiteral("logged text"), code.file, code.line_of(match.capturedStart()),
                             piece(code, match.capturedStart(), match.capturedEnd()),
                             QStringLiteral("log ids and base::name_of(code) only")});
        }
    }
    return findings;
}

} // namespace

QList<Finding> hostile_findings(const Code& code) {
    QList<Finding> findings;
    if (!in(code, "app/text/")) {
        findings.append(conversions(code));
    }
    findings.append(chained_args(code));
    findings.append(forbidden_words(code));
    findings.append(built_sql(code));
    findings.append(logged_text(code));
    return findings;
}

} // namespace lint
