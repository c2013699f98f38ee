// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace house {

/// One room: what it may include beside itself, and which libraries it may see (headers and links).
struct Room {
    QString folder;        ///< "app/store"
    QStringList rooms;     ///< folders; "models/*" means all of a floor
    QStringList libraries; ///< names of `libraries()`; Qt Core and threads are free for all
};

/// The table of who may know whom (ARCHITECTURE.md draws it). Exact: not transitive.
[[nodiscard]] const QList<Room>& table();

/// Nothing when the folder is no room of the house.
[[nodiscard]] const Room* room_of(const QString& folder);

[[nodiscard]] bool may_include(const Room& room, const QString& folder);

/// A library with the CMake targets that stand for it and the patterns of its headers (a Qt module needs none).
struct Library {
    QString name;
    QStringList targets;
    QStringList headers; ///< wildcards as in "openssl/*"
};
[[nodiscard]] const QList<Library>& libraries();

} // namespace house
