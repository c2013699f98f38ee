// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/house_table.h"
#include "tests/house/rules.h"
#include "tests/house/source_tree.h"

#include <QRegularExpression>

namespace house {

namespace {

QList<Finding> top_level_findings(const QString& root) {
    static const QStringList allowed = {
        QStringLiteral("CMakeLists.txt"),
        QStringLiteral("app"),
        QStringLiteral("ui"),
        QStringLiteral("models"),
        QStringLiteral("resources"),
        QStringLiteral("translations"),
        QStringLiteral("tests"),
        QStringLiteral("packaging"),
        QStringLiteral("README.md"),
        QStringLiteral("ARCHITECTURE.md"),
        QStringLiteral("CONTRIBUTING.md"),
        QStringLiteral("CHANGELOG.md"),
        QStringLiteral("LICENSE"),
        QStringLiteral("CMakePresets.json"),
        QStringLiteral("CMakeUserPresets.json"),
        QStringLiteral("build"), // ignored by git
    };
    QList<Finding> findings;
    for (const QString& entry : QDir(root).entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        if (!allowed.contains(entry) && !entry.startsWith(u'.')) {
            findings.append({entry, 0, QStringLiteral("is not one of the top-level entries of the house")});
        }
    }
    return findings;
}

/// Every room that the root adds, as folders.
QStringList built_rooms(const QString& root) {
    static const QRegularExpression call(QStringLiteral("reeve_add_rooms\\(\\s*(\\S+)([^)]*)\\)"));
    QStringList rooms;
    auto calls = call.globalMatch(lines_of(root + QStringLiteral("/CMakeLists.txt")).join(u'\n'));
    while (calls.hasNext()) {
        const auto match = calls.next();
        static const QRegularExpression blank(QStringLiteral("\\s+"));
        for (const QString& room : match.captured(2).split(blank, Qt::SkipEmptyParts)) {
            rooms.append(match.captured(1) + u'/' + room);
        }
    }
    return rooms;
}

QList<Finding> room_findings(const QString& root) {
    QList<Finding> findings;
    const QStringList built = built_rooms(root);
    for (const QString& floor : floors()) {
        for (const QString& entry : QDir(root + u'/' + floor).entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
            const QString folder = floor + u'/' + entry;
            if (room_of(folder) == nullptr) {
                findings.append({folder, 0, QStringLiteral("is no room of the house (tests/house/house_table.cpp)")});
            } else if (!files_below(root, folder, {QStringLiteral("*.cpp")}).isEmpty() && !built.contains(folder)) {
                findings.append({folder, 0, QStringLiteral("is not built: the root CMakeLists.txt does not add it")});
            }
        }
    }
    return findings;
}

/// `app/store` is `store`, `ui/inbox` is `ui::inbox`.
QString namespace_of(const QString& folder) {
    const QString room = folder.section(u'/', 1, 1);
    if (folder == QStringLiteral("app/link")) {
        return QStringLiteral("uplink"); // POSIX has a function called link
    }
    return folder.startsWith(QStringLiteral("app/")) ? room : folder.section(u'/', 0, 0) + QStringLiteral("::") + room;
}

QList<Finding> header_findings(const QString& root) {
    QList<Finding> findings;
    for (const QString& floor : floors()) {
        for (const QString& file : files_below(root, floor, {QStringLiteral("*.h")})) {
            const QString content = lines_of(root + u'/' + file).join(u'\n');
            const QString name = namespace_of(folder_of(file));
            // `case` is a keyword, so that room may spell its namespace with an underscore.
            const QRegularExpression opened(QStringLiteral("\\bnamespace %1_?\\b").arg(name));
            if (!opened.match(content).hasMatch()) {
                findings.append({file, 0, QStringLiteral("does not open namespace %1").arg(name)});
            }
            if (!content.contains(QStringLiteral("#pragma once"))) {
                findings.append({file, 0, QStringLiteral("has no #pragma once")});
            }
        }
    }
    return findings;
}

bool is_licensed(const QString& file, const QStringList& lines) {
    const bool apache = file.startsWith(QStringLiteral("resources/protocol/"));
    const QString line = apache ? QStringLiteral("SPDX-License-Identifier: Apache-2.0")
                                : QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later");
    // A script has its interpreter in the first line.
    return lines.mid(0, 2).join(u'\n').contains(line);
}

bool is_cpp(const QString& file) {
    return file.endsWith(QStringLiteral(".h")) || file.endsWith(QStringLiteral(".cpp"));
}

QStringList every_source(const QString& root) {
    QStringList names = sources();
    names.append({QStringLiteral("*.py"), QStringLiteral("*.sh")});
    QStringList files;
    for (const char* folder : {"app", "models", "ui", "tests", "resources", "packaging", "translations"}) {
        files.append(files_below(root, QString::fromLatin1(folder), names));
    }
    return files;
}

} // namespace

QList<Finding> layout_findings(const QString& root) {
    return top_level_findings(root) + room_findings(root) + header_findings(root);
}

QList<Finding> size_findings(const QString& root) {
    static const QRegularExpression object(QStringLiteral(".*(\\bQ_OBJECT\\b|\\bQ_GADGET\\b|\\bQObject\\b).*"));
    QList<Finding> findings;
    for (const QString& file : every_source(root)) {
        const QStringList lines = lines_of(root + u'/' + file);
        if (!is_licensed(file, lines)) {
            findings.append({file, 1, QStringLiteral("does not begin with its SPDX licence line")});
        }
        // A test file is a list of cases: it may be longer than a room's file, but not without end.
        const int most = file.startsWith(QStringLiteral("tests/")) ? longest_test : longest_file;
        if (is_cpp(file) && lines.size() > most) {
            findings.append({file, 0, QStringLiteral("has %1 lines; split it").arg(lines.size())});
        }
        if (file.endsWith(QStringLiteral("/main.cpp")) && lines.size() > longest_main) {
            findings.append({file, 0, QStringLiteral("has %1 lines; a main.cpp has under 25").arg(lines.size())});
        }
        const qsizetype at = file.startsWith(QStringLiteral("app/domain/")) ? lines.indexOf(object) : -1;
        if (at >= 0) {
            findings.append({file, static_cast<int>(at) + 1, QStringLiteral("domain holds values, no QObject")});
        }
    }
    return findings;
}

QList<Finding> long_files(const QString& root) {
    QList<Finding> findings;
    for (const QString& file : every_source(root)) {
        const qsizetype lines = lines_of(root + u'/' + file).size();
        if (is_cpp(file) && lines > long_file && lines <= longest_file) {
            findings.append({file, 0, QStringLiteral("has %1 lines; aim for under 300").arg(lines)});
        }
    }
    return findings;
}

} // namespace house
