// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/house_table.h"
#include "tests/house/rules.h"
#include "tests/house/source_tree.h"

#include <QLibraryInfo>
#include <QRegularExpression>

namespace house {

namespace {

bool matches(const QString& header, const QString& wildcard) {
    return QRegularExpression(QRegularExpression::wildcardToRegularExpression(wildcard)).match(header).hasMatch();
}

/// The Qt module that a header belongs to, as the installed headers say: "QSqlQuery" and "QtSql/qsqlquery.h" are of
/// Sql.
QString qt_module(const QString& header) {
    static const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    if (header.startsWith(QStringLiteral("Qt")) && header.contains(u'/')) {
        return header.section(u'/', 0, 0).mid(2);
    }
    for (const Library& library : libraries()) {
        if (QFile::exists(headers + QStringLiteral("/Qt") + library.name + u'/' + header)) {
            return library.name;
        }
    }
    return {};
}

/// The library of a header, empty when it is free for all (the standard library, POSIX, Qt Core).
QString library_of(const QString& header) {
    for (const Library& library : libraries()) {
        for (const QString& wildcard : library.headers) {
            if (matches(header, wildcard)) {
                return library.name;
            }
        }
    }
    const QString module = qt_module(header);
    return module == QStringLiteral("Core") ? QString() : module;
}

QString fault_of_system_header(const Room& room, const QString& header) {
    const QString library = library_of(header);
    if (library.isEmpty() || room.libraries.contains(library)) {
        return {};
    }
    return QStringLiteral("includes <%1> of %2, which %3 may not see").arg(header, library, room.folder);
}

QString fault_of_own_header(const Room& room, const QString& header) {
    if (header.endsWith(QStringLiteral(".moc"))) {
        return {};
    }
    if (!floors().contains(header.section(u'/', 0, 0)) || header.count(u'/') < 2) {
        return QStringLiteral("includes \"%1\", which does not start at the root (\"app/base/result.h\")").arg(header);
    }
    if (may_include(room, folder_of(header))) {
        return {};
    }
    return QStringLiteral("includes %1, which %2 may not").arg(header, room.folder);
}

QList<Finding> findings_in(const QString& root, const QString& file, const Room& room) {
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"));
    QList<Finding> findings;
    const QStringList lines = lines_of(root + u'/' + file);
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const auto match = include.match(lines[at]);
        if (!match.hasMatch()) {
            continue;
        }
        const bool own = match.captured(1) == QStringLiteral("\"");
        const QString fault =
            own ? fault_of_own_header(room, match.captured(2)) : fault_of_system_header(room, match.captured(2));
        if (!fault.isEmpty()) {
            findings.append({file, static_cast<int>(at) + 1, fault});
        }
    }
    return findings;
}

} // namespace

QList<Finding> include_findings(const QString& root) {
    QList<Finding> findings;
    for (const Room& room : table()) {
        for (const QString& file : files_below(root, room.folder, sources())) {
            findings.append(findings_in(root, file, room));
        }
    }
    return findings;
}

} // namespace house
