// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace lint {

/// One message of a Qt translation file.
struct Message {
    QString context;
    QString source;
    QString comment; ///< tells apart equal sources of one context
    QString type;    ///< "" when finished; "unfinished", "vanished", "obsolete"
    bool numerus = false;
    QStringList forms; ///< one, or one for each plural form
    int line = 0;

    /// What makes a message the same message.
    [[nodiscard]] QString key() const { return context + QChar(0x1f) + source + QChar(0x1f) + comment; }
};

struct TsFile {
    QString language; ///< "de"
    QList<Message> messages;
    QString error; ///< empty when the file was read whole
};

[[nodiscard]] TsFile read_ts(const QByteArray& content);

/// How many plural forms Qt expects in a language; 0 when this test does not know the language.
[[nodiscard]] int plural_forms(const QString& language);

/// What is wrong with one file, each with its line: unfinished, empty, vanished, place markers, plural forms,
/// mnemonics, punctuation and blanks at the ends, sentences left in English, and for German the form of address and
/// quotation marks.
[[nodiscard]] QStringList ts_findings(const TsFile& file);

} // namespace lint
