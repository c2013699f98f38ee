// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace house {

/// One breach of a rule, with its place.
struct Finding {
    QString file; ///< from the root of the repository
    int line = 0; ///< 0: the file as a whole
    QString what;
};

/// "app/domain/money.h:7: includes app/store/reader.h, which app/domain may not"
[[nodiscard]] inline QString sentence(const Finding& finding) {
    const QString place = finding.line > 0 ? finding.file + u':' + QString::number(finding.line) : finding.file;
    return place + QStringLiteral(": ") + finding.what;
}

[[nodiscard]] inline QString sentences(const QList<Finding>& findings) {
    QStringList lines;
    for (const Finding& finding : findings) {
        lines.append(sentence(finding));
    }
    return lines.join(u'\n');
}

} // namespace house
