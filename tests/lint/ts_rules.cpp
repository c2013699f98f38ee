// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/ts_file.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace lint {

namespace {

/// "%1", "%L2", "%n": sorted, with repetitions.
QStringList markers(const QString& text) {
    static const QRegularExpression marker(QStringLiteral("%(L?[0-9]{1,2}|n)"));
    QStringList found;
    auto matches = marker.globalMatch(text);
    while (matches.hasNext()) {
        found.append(matches.next().captured());
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// The letters behind single ampersands, lower case.
QString mnemonics(const QString& text) {
    QString letters;
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        if (text[at] != u'&') {
            continue;
        }
        ++at; // "&&" is an ampersand, "& " stands between words
        if (text[at].isLetterOrNumber()) {
            letters.append(text[at].toLower());
        }
    }
    return letters;
}

/// The sign that ends a text, with three full stops read as an ellipsis.
QChar ending(const QString& text) {
    QString end = text.trimmed();
    if (end.endsWith(QStringLiteral("..."))) {
        return QChar(u'…');
    }
    static const QString signs = QString::fromUtf16(u".:!?…;,");
    return !end.isEmpty() && signs.contains(end.back()) ? end.back() : QChar();
}

QString blanks_at_start(const QString& text) {
    qsizetype at = 0;
    while (at < text.size() && text[at].isSpace()) {
        ++at;
    }
    return text.left(at);
}

QString blanks_at_end(const QString& text) {
    qsizetype at = text.size();
    while (at > 0 && text[at - 1].isSpace()) {
        --at;
    }
    return text.mid(at);
}

/// Three words or more: nobody says the same in two languages.
bool is_sentence(const QString& text) {
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{2,}"));
    auto matches = word.globalMatch(text);
    int words = 0;
    while (matches.hasNext()) {
        matches.next();
        ++words;
    }
    return words >= 3;
}

QString german_fault(const QString& form) {
    static const QRegularExpression familiar(QStringLiteral("\\b([Dd]u|[Dd]ir|[Dd]ich|[Dd]ein(e[mnrs]?)?|[Ee]uch)\\b"));
    if (form.contains(familiar)) {
        return QStringLiteral("addresses the person as du");
    }
    if (form.contains(u'"')) {
        return QStringLiteral("has straight quotation marks");
    }
    return {};
}

QString fault_of_form(const Message& message, const QString& form, const QString& language) {
    const QString& source = message.source;
    if (form.trimmed().isEmpty()) {
        return QStringLiteral("is empty");
    }
    if (markers(source) != markers(form)) {
        return QStringLiteral("has other place markers");
    }
    if (mnemonics(source).size() != mnemonics(form).size()) {
        return QStringLiteral("has more or fewer mnemonics");
    }
    if (ending(source) != ending(form)) {
        return QStringLiteral("ends with another sign");
    }
    if (blanks_at_start(source) != blanks_at_start(form) || blanks_at_end(source) != blanks_at_end(form)) {
        return QStringLiteral("begins or ends with other blanks");
    }
    if (source.count(u'\n') != form.count(u'\n')) {
        return QStringLiteral("has other line breaks");
    }
    if (source.contains(u'<') != form.contains(u'<')) {
        return QStringLiteral("has other markup");
    }
    if (language != QStringLiteral("en") && source == form && is_sentence(source)) {
        return QStringLiteral("is still English");
    }
    return language == QStringLiteral("de") ? german_fault(form) : QString();
}

QString fault_of(const Message& message, const QString& language) {
    if (!message.type.isEmpty()) {
        return QStringLiteral("is ") + message.type;
    }
    const int expected = message.numerus ? plural_forms(language) : 1;
    if (message.forms.size() != expected) {
        return QStringLiteral("has %1 of %2 plural forms").arg(message.forms.size()).arg(expected);
    }
    for (const QString& form : message.forms) {
        const QString fault = fault_of_form(message, form, language);
        if (!fault.isEmpty()) {
            return fault;
        }
    }
    return {};
}

/// How many mnemonics of a context are taken twice.
int clashes(const QString& letters) {
    QString distinct;
    for (const QChar letter : letters) {
        if (!distinct.contains(letter)) {
            distinct.append(letter);
        }
    }
    return static_cast<int>(letters.size() - distinct.size());
}

QStringList mnemonic_findings(const TsFile& file) {
    struct Letters {
        QString source;
        QString translated;
    };
    QHash<QString, Letters> contexts;
    for (const Message& message : file.messages) {
        Letters& letters = contexts[message.context];
        letters.source += mnemonics(message.source);
        letters.translated += mnemonics(message.forms.value(0));
    }
    QStringList findings;
    for (auto context = contexts.begin(); context != contexts.end(); ++context) {
        if (clashes(context->translated) > clashes(context->source)) {
            findings.append(
                QStringLiteral("%1: two mnemonics are the same letter (%2)").arg(context.key(), context->translated));
        }
    }
    findings.sort();
    return findings;
}

} // namespace

QStringList ts_findings(const TsFile& file) {
    if (!file.error.isEmpty()) {
        return {file.error};
    }
    QStringList findings;
    if (plural_forms(file.language) == 0) {
        findings.append(QStringLiteral("how many plural forms has %1?").arg(file.language));
    }
    QStringList seen;
    for (const Message& message : file.messages) {
        const QString fault = fault_of(message, file.language);
        if (!fault.isEmpty()) {
            findings.append(QStringLiteral("line %1: %2: \"%3\" %4")
                                .arg(QString::number(message.line), message.context, message.source, fault));
        }
        if (seen.contains(message.key())) {
            findings.append(
                QStringLiteral("line %1: \"%2\" is there twice").arg(QString::number(message.line), message.source));
        }
        seen.append(message.key());
    }
    return findings + mnemonic_findings(file);
}

} // namespace lint
