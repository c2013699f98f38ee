// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>

namespace lint {

/// One place in the source that a rule objects to.
struct Finding {
    QString rule;
    QString file; ///< from the root of the repository
    int line = 0;
    QString code; ///< the piece of source, on one line
    QString advice;
};

/// "ui/inbox/row.cpp:12: [rule] code -- advice"
[[nodiscard]] QString sentence(const Finding& finding);

/// A C++ file prepared for looking at: `code` has comments and the content of literals blanked out, `text` has comments
/// blanked out only. Both are as long as the file, so that one position means the same in both.
struct Code {
    QString file;
    QString code;
    QString text;

    [[nodiscard]] int line_of(qsizetype position) const;
};

[[nodiscard]] Code prepared(const QString& file, const QString& content);

/// A call found in the code: its name ends at the bracket at `open`, its arguments are before `close`.
struct Call {
    QString name;
    qsizetype start = 0;
    qsizetype open = 0;
    qsizetype close = 0;
};

/// Every call or construction whose name matches `name` (a regular expression over the whole word).
[[nodiscard]] QList<Call> calls(const Code& code, const QString& name);

/// What stands between the brackets, with literals, on one line.
[[nodiscard]] QString arguments(const Code& code, const Call& call);

/// Position of the bracket that closes the one at `open`; the end of the code when none does.
[[nodiscard]] qsizetype closing(const QString& code, qsizetype open);

/// The .h and .cpp files below these folders of `root`.
[[nodiscard]] QList<Code> sources(const QString& root, const QStringList& folders);

} // namespace lint
