// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"

#include <QIcon>

namespace ui::look {

enum class Glyph {
    inbox,
    live,
    decisions,
    stop,
    approve,
    reject,
    roll_back,
    key,
    lock,
    help,
    reconnect,
    follow,
    pause,
    agents,
    spend,
    search,
    health,
    connections,
    back,
    forward,
    filter,
    columns,
    import_file,
    test,
    reduce,
    hold,
    escalate,
    resolve,
    resume,
    policy,
    what_if
};

/// An icon of the set in resources/icons. It takes the colour of the application's text when it is painted, so it
/// follows the theme by itself; disabled it is muted.
[[nodiscard]] QIcon icon(Glyph glyph);
/// The one of a verb, wherever it stands.
[[nodiscard]] Glyph glyph_of(domain::Verb verb);

} // namespace ui::look
