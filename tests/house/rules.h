// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/house/finding.h"

#include <QList>
#include <QString>

namespace house {

/// Each rule walks the tree at `root` and returns what is against it.

/// Includes of rooms that the table does not allow, of libraries that belong to another room, and includes that do not
/// start at the root of the repository.
[[nodiscard]] QList<Finding> include_findings(const QString& root);

/// Links of rooms and libraries that the table does not allow, and commands that go around reeve_room.
[[nodiscard]] QList<Finding> link_findings(const QString& root);

/// Top-level entries, rooms outside of the table, rooms that the root does not build, namespaces unlike their folder.
[[nodiscard]] QList<Finding> layout_findings(const QString& root);

/// Missing licence lines, files that are too long, main.cpp of 25 lines or more, QObject in `domain`.
[[nodiscard]] QList<Finding> size_findings(const QString& root);

/// Files that grow towards the limit: to be told, not to fail.
[[nodiscard]] QList<Finding> long_files(const QString& root);

inline constexpr int longest_file = 400;
inline constexpr int longest_test = 600;
inline constexpr int long_file = 300;
inline constexpr int longest_main = 24;

} // namespace house
