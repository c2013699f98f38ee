// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/house_table.h"
#include "tests/house/rules.h"
#include "tests/house/source_tree.h"

#include <QRegularExpression>

namespace house {

namespace {

struct Word {
    QString text;
    int line = 0;
};

QList<Word> words_of(const QStringList& lines) {
    static const QRegularExpression word(QStringLiteral("[^\\s()\"]+|[()]"));
    QList<Word> words;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        auto found = word.globalMatch(lines[at].section(u'#', 0, 0));
        while (found.hasNext()) {
            words.append({found.next().captured(), static_cast<int>(at) + 1});
        }
    }
    return words;
}

/// "reeve::ui_inbox" is "ui/inbox", "reeve::store" is "app/store".
QString folder_of_target(const QString& target) {
    const QString name = target.mid(QStringLiteral("reeve::").size());
    for (const QString& floor : {QStringLiteral("ui"), QStringLiteral("models")}) {
        if (name.startsWith(floor + u'_')) {
            return floor + u'/' + name.mid(floor.size() + 1);
        }
    }
    return QStringLiteral("app/") + name;
}

QString fault_of_link(const Room& room, const QString& target) {
    const bool sees_pixels =
        room.folder.startsWith(QStringLiteral("ui/")) || room.folder == QStringLiteral("app/console");
    if (target == QStringLiteral("reeve::resources") || target == QStringLiteral("reeve::translations")) {
        return sees_pixels ? QString() : QStringLiteral("links %1, which is for pixels").arg(target);
    }
    if (target.startsWith(QStringLiteral("reeve::"))) {
        return may_include(room, folder_of_target(target))
                   ? QString()
                   : QStringLiteral("links %1, which %2 may not").arg(target, room.folder);
    }
    if (target == QStringLiteral("Qt6::Core") || target == QStringLiteral("Threads::Threads")) {
        return {};
    }
    bool known = false;
    for (const Library& library : libraries()) {
        if (library.targets.contains(target)) {
            known = true;
            if (room.libraries.contains(library.name)) {
                return {};
            }
        }
    }
    if (known) {
        return QStringLiteral("links %1, which %2 may not see").arg(target, room.folder);
    }
    return QStringLiteral("links %1, which the table of libraries does not know").arg(target);
}

/// Only the functions of rooms.cmake make targets and links, so that every room has the same flags and can be checked.
bool goes_around(const QString& command) {
    static const QStringList forbidden = {
        QStringLiteral("target_link_libraries"),
        QStringLiteral("link_libraries"),
        QStringLiteral("target_compile_options"),
        QStringLiteral("add_compile_options"),
        QStringLiteral("target_compile_definitions"),
        QStringLiteral("add_definitions"),
        QStringLiteral("include_directories"),
        QStringLiteral("target_include_directories"),
        QStringLiteral("add_library"),
        QStringLiteral("add_executable"),
    };
    return forbidden.contains(command.toLower());
}

QList<Finding> findings_in(const QString& file, const QStringList& lines, const Room& room) {
    QList<Finding> findings;
    bool in_links = false;
    for (const Word& word : words_of(lines)) {
        if (goes_around(word.text)) {
            findings.append({file, word.line, word.text + QStringLiteral(" goes around reeve_room")});
        }
        if (word.text == QStringLiteral("LINKS")) {
            in_links = true;
        } else if (word.text == QStringLiteral("SOURCES") || word.text == QStringLiteral(")")) {
            in_links = false;
        } else if (in_links) {
            const QString fault = fault_of_link(room, word.text);
            if (!fault.isEmpty()) {
                findings.append({file, word.line, fault});
            }
        }
    }
    return findings;
}

} // namespace

QList<Finding> link_findings(const QString& root) {
    QList<Finding> findings;
    for (const Room& room : table()) {
        const QString file = room.folder + QStringLiteral("/CMakeLists.txt");
        findings.append(findings_in(file, lines_of(root + u'/' + file), room));
    }
    return findings;
}

} // namespace house
