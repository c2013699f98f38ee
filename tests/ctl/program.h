// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

/// What a program said and how it ended.
struct Run {
    int code = -1;
    QByteArray out;
    QByteArray err;

    /// The lines of --json, as objects.
    [[nodiscard]] QList<QJsonObject> objects() const;
    [[nodiscard]] QByteArray all() const { return "exit " + QByteArray::number(code) + "\n" + out + "\n" + err; }
};

/// A state folder with reevectl beside it.
class Place {
public:
    Place();
    /// Runs reevectl to its end.
    [[nodiscard]] Run ctl(QStringList arguments, int patience_ms = 120'000) const;
    /// Starts it and returns at once.
    void start(QProcess& process, QStringList arguments) const;

    /// Writes a file (0600) into the folder and returns its path.
    QString write(const QString& name, const QByteArray& content) const;
    [[nodiscard]] QString path(const QString& name) const { return folder_.filePath(name); }
    [[nodiscard]] QString state() const { return path(QStringLiteral("state")); }

private:
    QTemporaryDir folder_;
};

/// Where the built programs are.
[[nodiscard]] QString program(const char* name);
