// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace hostile {

/// Strings that break programs and try to fool people, from the shared data beside the project: the Big List of Naughty
/// Strings, spreadsheet payloads, and the injections of AgentDojo with the pages and mails they sit in. Empty when the
/// data is absent: tests skip then.
[[nodiscard]] QList<QByteArray> shared_strings();

/// What the tests draw themselves; never empty.
[[nodiscard]] QList<QByteArray> own_strings();

inline constexpr char absent[] = "the hostile strings are not beside the project (../shared/data/naughty, injection)";

} // namespace hostile
