// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/rules.h"

namespace lint {

namespace {

struct Range {
    qsizetype start = 0;
    qsizetype end = 0;
};

/// Calls whose literals nobody reads on the screen, or that translate them.
constexpr char translating[] =
    "tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP|QT_TR_N_NOOP|Q_DECLARE_TR_FUNCTIONS|setObjectName|setProperty|property"
    "|qCDebug|qCInfo|qCWarning|qCCritical|qDebug|qInfo|qWarning|qCritical|qFatal|Q_ASSERT|Q_ASSERT_X|static_assert"
    "|setStyleSheet|Q_INIT_RESOURCE|value|setValue|QLoggingCategory|Q_LOGGING_CATEGORY|QRegularExpression";

QList<Range> excused(const Code& code) {
    QList<Range> ranges;
    for (const Call& call : calls(code, QString::fromLatin1(translating))) {
        ranges.append({call.open, call.close});
    }
    // What is streamed into a log line is outside of its brackets.
    static const QRegularExpression log(QStringLiteral("\\bqC?(Debug|Info|Warning|Critical)\\s*\\([^;]*;"));
    auto lines = log.globalMatch(code.code);
    while (lines.hasNext()) {
        const auto match = lines.next();
        ranges.append({match.capturedStart(), match.capturedEnd()});
    }
    static const QRegularExpression preprocessor(QStringLiteral("^\\s*#[^\\n]*"), QRegularExpression::MultilineOption);
    auto directives = preprocessor.globalMatch(code.code);
    while (directives.hasNext()) {
        const auto match = directives.next();
        ranges.append({match.capturedStart(), match.capturedEnd()});
    }
    return ranges;
}

bool is_excused(const QList<Range>& ranges, qsizetype position) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const Range& range) { return position >= range.start && position <= range.end; });
}

/// Two words, or one that begins like a label: what a person would read.
bool is_for_reading(const QString& literal) {
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{2,}[,:;]? [A-Za-z]{2,}"));
    static const QRegularExpression label(QStringLiteral("^&?[A-Z][a-z]{2,}[.:!?…]?$"));
    return literal.contains(words) || literal.contains(label);
}

} // namespace

QList<Finding> literal_findings(const Code& code) {
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\\\n]|\\\\.)*)\""));
    const QList<Range> ranges = excused(code);
    QList<Finding> findings;
    auto literals = literal.globalMatch(code.text);
    while (literals.hasNext()) {
        const auto match = literals.next();
        if (is_for_reading(match.captured(1)) && !is_excused(ranges, match.capturedStart())) {
            findings.append({QStringLiteral("untranslated"), code.file, code.line_of(match.capturedStart()),
                             match.captured(), QStringLiteral("a person reads this: put it into tr()")});
        }
    }
    return findings;
}

} // namespace lint
