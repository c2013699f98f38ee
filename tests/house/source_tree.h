// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace house {

/// Lines of a file, without line breaks; empty when it cannot be read.
[[nodiscard]] inline QStringList lines_of(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    if (!lines.isEmpty() && lines.back().isEmpty()) {
        lines.removeLast();
    }
    return lines;
}

/// Files below root/folder whose names match, relative to root, sorted.
[[nodiscard]] inline QStringList files_below(const QString& root, const QString& folder, const QStringList& names) {
    QStringList found;
    QDirIterator walk(root + u'/' + folder, names, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        found.append(QDir(root).relativeFilePath(walk.next()));
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// "app/store/reader.h" lies in "app/store".
[[nodiscard]] inline QString folder_of(const QString& file) {
    return file.section(u'/', 0, 1);
}

[[nodiscard]] inline QStringList sources() {
    return {QStringLiteral("*.h"), QStringLiteral("*.cpp")};
}

[[nodiscard]] inline QStringList floors() {
    return {QStringLiteral("app"), QStringLiteral("models"), QStringLiteral("ui")};
}

} // namespace house
